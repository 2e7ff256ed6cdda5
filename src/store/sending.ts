import type { OwedMessage } from '../core/notice.ts';
import { atOnce, type Transaction, type Writing } from './record.ts';

/** Notes that a message is being sent, before the call; false when it no longer stands as it was read. */
export async function beginSending(writing: Writing, { id, state, sendingSince, begun, attempts }: OwedMessage, since: Date): Promise<boolean> {
  if (state !== 'owed' && state !== 'sending') return false;
  const { count } = await atOnce(writing, (tx) =>
    tx.message.updateMany({
      where: { id, state, attempts, sendingSince: sendingSince ?? null },
      data: { state: 'sending', sendingSince: since, begun: state === 'owed' ? since : (begun ?? sendingSince ?? since), attempts: { increment: 1 } },
    }),
  );
  return count > 0;
}

/** What stands in the columns of a sending once it is over. */
export const notSending = { sendingSince: null, begun: null } as const;

/** What a sending came to. */
export type End = {
  readonly state: 'owed' | 'skipped' | 'failed' | 'uncertain';
  readonly problem: string;
  readonly due?: Date;
  readonly ended?: Date;
  readonly attempts?: { readonly decrement: 1 };
};

/** Ends the sending that was begun at the message's `sendingSince`; false when that is not the one under way any more. */
export async function settle(tx: Transaction, { id, sendingSince }: OwedMessage, end: End): Promise<boolean> {
  const { count } = await tx.message.updateMany({
    where: { id, state: 'sending', sendingSince: sendingSince ?? null },
    data: { ...end, ...notSending },
  });
  return count > 0;
}

/** Leaves the sending that was begun at the message's `sendingSince` to be finished later. */
export async function stayBegun(tx: Transaction, { id, sendingSince }: OwedMessage, so: Pick<End, 'problem' | 'due' | 'attempts'>): Promise<void> {
  await tx.message.updateMany({ where: { id, state: 'sending', sendingSince: sendingSince ?? null }, data: so });
}
