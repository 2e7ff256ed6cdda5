import type { Channel } from '../core/group.ts';
import { channelObject, keyOf, letGo } from './channels.ts';
import type { Writing } from './members.ts';
import { atOnce, keepOwn, type Transaction } from './record.ts';
import type { Rights } from './rights.ts';
import { storableText } from './storable.ts';
import { tell } from './tell.ts';

/** Pauses what a channel gets, once, and tells whoever configured it. */
export async function pauseSubscription({ client, rights, owed }: Writing, channel: Channel, reason: string, message: string, now: Date): Promise<void> {
  if (await atOnce(client, (tx) => pause(tx, rights, channel, storableText(reason), message, now))) owed();
}

/** The same within what else is noted; answers whether something is owed now. */
export async function pause(tx: Transaction, rights: Rights, channel: Channel, reason: string, message: string | undefined, now: Date): Promise<boolean> {
  const paused = { state: 'paused', reason, since: now };
  const [subscription] = await tx.subscription.updateManyAndReturn({ where: { ...keyOf(channel), state: 'on' }, data: paused });
  if (subscription === undefined) return false;
  await letGo(tx, channel, 'paused', now);
  await keepOwn(tx, now, { act: 'subscription paused', object: channelObject(channel), old: { state: 'on' }, new: { state: 'paused', reason } });
  return tell(tx, rights, { kind: 'channel paused', subscription: subscription.id, ...(message !== undefined && { message }) }, channel, now);
}
