import type { Duty } from '../core/duty.ts';
import type { Writing } from './members.ts';
import { oweMessages } from './owe-messages.ts';
import { refreshCards } from './posted-cards.ts';
import { atOnce, keepOwn, type Transaction } from './record.ts';

/** Claims a due time and owes its messages; false when it was claimed before. Of many processes exactly one claims it. */
export async function claimDuty({ client, owed }: Writing, duty: Duty, now: Date): Promise<boolean> {
  const claimed = await atOnce(client, (tx) => claim(tx, duty, now));
  if (claimed && (duty.messages.length > 0 || duty.card !== undefined)) owed();
  return claimed;
}

async function claim(tx: Transaction, { key, at, skipped, messages, card }: Duty, now: Date): Promise<boolean> {
  const { count } = await tx.claim.createMany({ data: { key, at: now, due: at, skipped }, skipDuplicates: true });
  if (count === 0) return false;
  await oweMessages(tx, messages, now);
  if (card !== undefined) await refreshCards(tx, card, now);
  if (skipped) await keepOwn(tx, now, { act: 'prompt skipped', object: groupIn(key), new: { duty: key, due: at.toISOString() } });
  return true;
}

/** The group of a question: `wg1` of `prompt wg1 2022-03-14`. */
function groupIn(key: string): string {
  return key.split(' ')[1] ?? key;
}
