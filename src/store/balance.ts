import { move, type StakeholderGroup, stakeholderGroups, taken } from '../core/balance.ts';
import type { Read, Sender } from '../core/store.ts';
import type { TopicBalance } from '../core/store-proposals.ts';
import type { Week } from '../core/week.ts';
import { dateOf } from './day-column.ts';
import type { Writing } from './members.ts';
import { list, type Reading, read, statement } from './read.ts';
import { atOnce, type Transaction } from './record.ts';
import { type TopicRow, topicColumns, topicOrder, toTopic } from './topic-row.ts';

/** Moves the numbers of every open topic. */
export async function moveBalance({ client }: Writing, week: Week): Promise<void> {
  for (const { id, version } of await client.topic.findMany({ where: { state: 'open' }, select: { id: true, version: true } })) {
    await atOnce(client, (tx) => moveIn(tx, id, version, week));
  }
}

/** Who has come and gone is taken into account three by three; who came first, first. */
async function moveIn(tx: Transaction, topicId: string, version: number, week: Week): Promise<void> {
  const standing = await tx.balance.findMany({ where: { topicId } });
  if (standing.some((row) => row.week >= dateOf(week))) return;
  const inside = await tx.interest.findMany({ where: { topicId, version }, select: { memberId: true }, orderBy: [{ at: 'asc' }, { memberId: 'asc' }] });
  const before = await tx.balanceMember.findMany({ where: { topicId }, select: { memberId: true }, orderBy: { memberId: 'asc' } });
  const came = without(inside, before);
  const went = without(before, inside);
  const moved = { joined: came.length, left: went.length };
  const { joined, left } = taken(moved);
  await tx.balanceMember.deleteMany({ where: { topicId, memberId: { in: went.slice(0, left) } } });
  await tx.balanceMember.createMany({ data: came.slice(0, joined).map((memberId) => ({ topicId, memberId })) });
  const counts = await countsOf(tx, topicId, version);
  for (const stakeholder of stakeholderGroups) {
    const from = standing.find((row) => row.stakeholder === stakeholder) ?? { level: 0, shown: 0 };
    const { level, shown } = move(from, counts.get(stakeholder) ?? 0, inside.length, moved);
    const row = { level, shown, week: dateOf(week) };
    await tx.balance.upsert({ where: { topicId_stakeholder: { topicId, stakeholder } }, create: { topicId, stakeholder, ...row }, update: row });
  }
}

type Ids = readonly { readonly memberId: string }[];

function without(some: Ids, others: Ids): string[] {
  const known = new Set(others.map(({ memberId }) => memberId));
  return some.map(({ memberId }) => memberId).filter((id) => !known.has(id));
}

/** Of those taken into account who are still interested. */
async function countsOf(tx: Transaction, topicId: string, version: number): Promise<ReadonlyMap<string, number>> {
  const interested = { interests: { some: { topicId, version } }, balanced: { some: { topicId } } };
  const rows = await tx.member.groupBy({ by: ['stakeholder'], where: { stakeholder: { not: null }, ...interested }, _count: true });
  return new Map(rows.map(({ stakeholder, _count: count }) => [stakeholder ?? '', count]));
}

const balanceStatement = statement('balance', {
  columns: [
    `${list(`SELECT ${topicColumns}, ${list(`SELECT stakeholder, shown FROM balance WHERE topic_id = topic.id AND shown > 0 ORDER BY shown DESC, stakeholder`)} AS shown
      FROM topic WHERE state = 'open' AND EXISTS (SELECT FROM balance WHERE topic_id = topic.id AND shown > 0) ORDER BY ${topicOrder} LIMIT 25`)} AS balances`,
  ],
});

type BalanceRow = TopicRow & { readonly shown: readonly { readonly stakeholder: StakeholderGroup; readonly shown: number }[] };

export async function readBalance(reading: Reading, sender: Sender): Promise<Read<{ readonly balances: readonly TopicBalance[] }>> {
  const { actor, row } = await read<{ readonly balances: readonly BalanceRow[] }>(reading, balanceStatement, sender);
  return { actor, balances: row.balances.map(({ shown, ...topic }) => ({ topic: toTopic(topic), shown: shown.map((one) => [one.stakeholder, one.shown]) })) };
}
