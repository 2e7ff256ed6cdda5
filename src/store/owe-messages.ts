import { randomUUID } from 'node:crypto';
import { platformOf } from '../core/account.ts';
import type { Destination, NewMessage } from '../core/notice.ts';
import type { Transaction } from './record.ts';
import { storable } from './storable.ts';

/** Writes messages into the queue, in the transaction of the fact that they follow from. */
export async function oweMessages(tx: Transaction, messages: readonly NewMessage[], due: Date): Promise<void> {
  const data = messages.map(({ notice, to, language, otherwise }) => ({
    id: randomUUID(),
    notice: storable(notice),
    target: targetOf(to),
    to,
    ...(otherwise !== undefined && { otherwise }),
    language: language ?? null,
    space: spaceOf(to),
    state: 'owed',
    due,
  }));
  if (data.length > 0) await tx.message.createMany({ data });
}

/** A destination as one text, so that it can be told from another. */
export function targetOf(to: Destination): string {
  return to.kind === 'channel' ? `${to.space} ${to.channel}` : to.account;
}

/** Whose deliveries it counts among: a direct message on Discord belongs to no server. */
function spaceOf(to: Destination): string {
  if (to.kind === 'channel') return to.space;
  const platform = platformOf(to.account);
  if (platform === 'terminal') return 'terminal:local';
  return platform === 'discord' ? platform : to.account.slice(0, to.account.lastIndexOf(':'));
}
