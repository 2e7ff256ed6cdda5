import type { Channel } from '../core/group.ts';
import { channelObject, keyOf, letGo } from './channels.ts';
import { atOnce, keepOwn, type Transaction, type Writing } from './record.ts';
import type { Rights } from './rights.ts';
import { storableText } from './storable.ts';
import { tell } from './tell.ts';

/** Pauses what a channel gets, once, and tells whoever configured it. */
export async function pauseSubscription(writing: Writing, channel: Channel, reason: string, message: string, now: Date): Promise<void> {
  await atOnce(writing, (tx) => pause(tx, writing.rights, channel, storableText(reason), message, now));
}

/** The same within what else is noted. */
export async function pause(tx: Transaction, rights: Rights, channel: Channel, reason: string, message: string | undefined, now: Date): Promise<void> {
  const paused = { state: 'paused', reason, since: now };
  const [subscription] = await tx.subscription.updateManyAndReturn({ where: { ...keyOf(channel), state: 'on' }, data: paused });
  if (subscription === undefined) return;
  await letGo(tx, channel, 'paused', now);
  await keepOwn(tx, now, { act: 'subscription paused', object: channelObject(channel), old: { state: 'on' }, new: { state: 'paused', reason } });
  await tell(tx, rights, { kind: 'channel paused', subscription: subscription.id, ...(message !== undefined && { message }) }, channel, now);
}
