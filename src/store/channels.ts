import type { Channel } from '../core/group.ts';
import type { Notice, OwedMessage } from '../core/notice.ts';
import { destinationColumns } from './owe-messages.ts';
import type { Transaction } from './record.ts';
import { storable, storableText } from './storable.ts';

/** A channel and nothing beside it, as the database can hold it. */
export function keyOf({ space, channel }: Channel): Channel {
  return storable({ space, channel });
}

/** What the record calls a channel. */
export function channelObject({ space, channel }: Channel): string {
  return storableText(`${space} ${channel}`);
}

/** What a channel gets because it was switched on. */
const ordered: readonly Notice['kind'][] = ['digest', 'update late', 'chair wanted', 'group established', 'group concluded'];

/** Lets go of what a channel was still to get because it was switched on; what a group tells its own channel stays owed. */
export async function letGo(tx: Transaction, channel: Channel, problem: string, now: Date): Promise<void> {
  const { target } = destinationColumns({ kind: 'channel', ...keyOf(channel) });
  const kinds = ordered.map((kind) => ({ notice: { path: ['kind'], equals: kind } }));
  await tx.message.updateMany({ where: { target, state: 'owed', OR: kinds }, data: { state: 'skipped', problem, ended: now } });
}

/** Whether a message is what a channel was to get because it was switched on, and it is switched off by now. */
export async function isSwitchedOff(tx: Transaction, message: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM owed_message AS message
    JOIN subscription ON subscription.space = message."to" ->> 'space' AND subscription.channel = message."to" ->> 'channel'
    WHERE message.id = ${message}::uuid AND message.notice ->> 'kind' = ANY (${[...ordered]}::text[]) AND subscription.state = 'off'`;
  return found.length > 0;
}

/** Why a message is not owed any more, as the channel that ordered it was switched off or paused while it was being sent. */
export async function letGoMeanwhile(tx: Transaction, { notice, to }: OwedMessage): Promise<string | undefined> {
  if (to.kind === 'person' || !ordered.includes(notice.kind)) return undefined;
  const subscription = await tx.subscription.findUnique({ where: { space_channel: keyOf(to) }, select: { state: true } });
  return subscription === null || subscription.state === 'on' ? undefined : subscription.state;
}
