import { aheadOf, type Duty, digestKey } from '../core/duty.ts';
import type { Channel } from '../core/group.ts';
import type { OwedMessage } from '../core/notice.ts';
import type { Week } from '../core/week.ts';
import { keyOf } from './channels.ts';
import { oweMessages } from './owe-messages.ts';
import { refreshCards } from './posted-cards.ts';
import { atOnce, keepOwn, type Transaction, type Writing } from './record.ts';

/** Claims due times and owes their messages, all or nothing; answers those that nobody had claimed before. Of many processes exactly one claims each. */
export function claimDuties(writing: Writing, duties: readonly Duty[], now: Date): Promise<readonly Duty[]> {
  return atOnce(writing, (tx) => claim(tx, duties, now));
}

async function claim(tx: Transaction, duties: readonly Duty[], now: Date): Promise<readonly Duty[]> {
  const data = duties.map(({ key, at, skipped }) => ({ key, at: now, due: at, skipped }));
  const rows = await tx.claim.createManyAndReturn({ data, skipDuplicates: true, select: { key: true } });
  const first = new Set(rows.map(({ key }) => key));
  const others = duties.filter(({ key, skipped }) => !skipped && !first.has(key));
  const anew = await claimAnew(tx, others, now);
  const claimed = duties.filter(({ key }) => first.has(key) || anew.has(key));
  await oweMessages(
    tx,
    claimed.flatMap(({ messages }) => messages),
    now,
  );
  for (const { key, at, skipped, card } of claimed) {
    if (card !== undefined) await refreshCards(tx, card, now);
    if (skipped) await keepSkipped(tx, key, at, now);
  }
  return claimed;
}

/** Claims what a clock that was ahead has skipped, and answers its keys. */
async function claimAnew(tx: Transaction, duties: readonly Duty[], now: Date): Promise<ReadonlySet<string>> {
  const key = { in: duties.map((duty) => duty.key) };
  const [after, before] = aheadOf(now);
  const rows = await tx.claim.updateManyAndReturn({ where: { key, skipped: true, at: { gt: after, lt: before } }, data: { at: now, skipped: false } });
  return new Set(rows.map((row) => row.key));
}

/** Notes of what was claimed in time that it came too late, of a question once for all whom it did not reach. */
export async function skipDuty(tx: Transaction, { notice, to }: OwedMessage, now: Date): Promise<void> {
  if (notice.kind === 'digest' && to.kind === 'channel') await skipDigest(tx, to, notice.week);
  if (notice.kind !== 'prompt' && notice.kind !== 'reminder') return;
  const key = `${notice.kind} ${notice.group} ${notice.week}`;
  const [claim] = await tx.claim.updateManyAndReturn({ where: { key, skipped: false }, data: { skipped: true } });
  if (claim !== undefined) await keepSkipped(tx, key, claim.due, now);
}

async function skipDigest(tx: Transaction, channel: Channel, week: Week): Promise<void> {
  const subscription = await tx.subscription.findUnique({ where: { space_channel: keyOf(channel) } });
  if (subscription !== null) await tx.claim.updateMany({ where: { key: digestKey(subscription.id, week) }, data: { skipped: true } });
}

function keepSkipped(tx: Transaction, key: string, due: Date, now: Date): Promise<void> {
  return keepOwn(tx, now, { act: 'prompt skipped', object: groupIn(key), new: { duty: key, due: due.toISOString() } });
}

/** The group of a question: `wg1` of `prompt wg1 2022-03-14`. */
function groupIn(key: string): string {
  return key.split(' ')[1] ?? key;
}
