import { digestKey } from '../core/duty.ts';
import type { Subscription } from '../core/subscription.ts';
import { isLate, type Update } from '../core/update.ts';
import type { Transaction } from './record.ts';
import { toSubscription } from './rows/subscription-row.ts';

/** The channels that get news and were promised the digest of an update's week before the update came, or get no digest. */
export async function informedChannels(tx: Transaction, update: Update): Promise<Subscription[]> {
  if (!isLate(update)) return [];
  const rows = await tx.subscription.findMany({ where: { news: true, state: 'on' }, orderBy: [{ space: 'asc' }, { channel: 'asc' }] });
  const claims = await tx.claim.findMany({ where: { key: { in: rows.map(({ id }) => digestKey(id, update.week)) }, skipped: false } });
  const claimed = new Set(claims.map(({ key }) => key));
  return rows.filter(({ id, digest }) => !digest || claimed.has(digestKey(id, update.week))).map(toSubscription);
}
