import type { Channel } from '../core/group.ts';
import type { Notice, OwedMessage } from '../core/notice.ts';
import { orderedKinds, type Subscription, wants } from '../core/subscription.ts';
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

/** Lets go of what a channel was still to get because it was switched on; what a group tells its own channel stays owed. */
export async function letGo(tx: Transaction, channel: Channel, problem: string, now: Date): Promise<void> {
  const { target } = destinationColumns({ kind: 'channel', ...keyOf(channel) });
  const kinds = orderedKinds.map((kind) => ({ notice: { path: ['kind'], equals: kind } }));
  await tx.message.updateMany({ where: { target, state: 'owed', OR: kinds }, data: { state: 'skipped', problem, ended: now } });
}

type OrderedRow = Pick<Subscription, 'state' | 'digest' | 'news'> & { readonly kind: Notice['kind'] };

/** Whether a channel is not to get any more what a message brings: what it got because it was switched on, or because leadership read there. */
export async function isUnwanted(tx: Transaction, message: string): Promise<boolean> {
  const rows = await tx.$queryRaw<OrderedRow[]>`SELECT message.notice ->> 'kind' AS kind, subscription.state, subscription.digest, subscription.news
    FROM owed_message AS message
    JOIN subscription ON subscription.space = message."to" ->> 'space' AND subscription.channel = message."to" ->> 'channel'
    WHERE message.id = ${message}::uuid`;
  return rows.some((row) => !wants(row, row.kind)) || isLeadershipsNoMore(tx, message);
}

async function isLeadershipsNoMore(tx: Transaction, message: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM owed_message AS message
    WHERE message.id = ${message}::uuid AND message."to" ->> 'kind' = 'channel' AND message.notice ->> 'proposal' IS NOT NULL
      AND message.notice ->> 'replaces' IS NULL AND NOT EXISTS (SELECT FROM leadership_channel AS leadership
        WHERE leadership.space = message."to" ->> 'space' AND leadership.channel = message."to" ->> 'channel')`;
  return found.length > 0;
}

/** Why a message is not owed any more, as the channel that ordered it was switched off or paused while it was being sent. */
export async function letGoMeanwhile(tx: Transaction, { notice, to }: OwedMessage): Promise<string | undefined> {
  if (to.kind === 'person' || !orderedKinds.includes(notice.kind)) return undefined;
  const subscription = await tx.subscription.findUnique({ where: { space_channel: keyOf(to) }, select: { state: true } });
  return subscription === null || subscription.state === 'on' ? undefined : subscription.state;
}
