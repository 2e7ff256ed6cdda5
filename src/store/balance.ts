import { move, recount, type StakeholderGroup, stakeholderGroups } from '../core/balance.ts';
import type { Read, Sender } from '../core/store.ts';
import type { TopicBalance } from '../core/store-proposals.ts';
import type { Week } from '../core/week.ts';
import { dateOf } from './day-column.ts';
import { list, type Reading, read, statement } from './read.ts';
import { atOnce, type Transaction, type Writing } from './record.ts';
import { type TopicRow, topicColumns, topicOrder, toTopic } from './rows/topic-row.ts';

/** Moves the numbers of every open topic that have not moved this week. */
export async function moveBalance(writing: Writing, week: Week): Promise<void> {
  const monday = dateOf(week);
  const due = await writing.client.topic.findMany({ where: { state: 'open', balances: { none: { week: { gte: monday } } } }, select: { id: true } });
  for (const { id } of due) await atOnce(writing, (tx) => moveIn(tx, id, monday));
}

/**
 * Until the next Monday the numbers stand as they are, whoever goes: one that vanished when somebody goes would tell that they were counted.
 * On that Monday three people stand behind each number that is shown.
 */
async function moveIn(tx: Transaction, topicId: string, week: Date): Promise<void> {
  const [topic] = await tx.$queryRaw<{ readonly version: number; readonly counted: number }[]>`
    SELECT version, counted FROM topic WHERE id = ${topicId} AND state = 'open' FOR UPDATE`;
  const standing = await tx.balance.findMany({ where: { topicId } });
  if (topic === undefined || standing.some((row) => row.week >= week)) return;
  const inside = await interested(tx, topicId, topic.version);
  const { moved, size, counted } = recount(topic.counted, inside);
  await tx.balanceMember.deleteMany({ where: { topicId } });
  await tx.balanceMember.createMany({ data: counted.map(({ memberId }) => ({ topicId, memberId })) });
  await tx.topic.update({ where: { id: topicId }, data: { counted: size } });
  for (const stakeholder of stakeholderGroups) {
    const from = standing.find((row) => row.stakeholder === stakeholder) ?? { level: 0, shown: 0 };
    const count = counted.filter((one) => one.stakeholder === stakeholder).length;
    const row = { ...move(from, count, inside.length, moved), week };
    await tx.balance.upsert({ where: { topicId_stakeholder: { topicId, stakeholder } }, create: { topicId, stakeholder, ...row }, update: row });
  }
}

type Interested = { readonly memberId: string; readonly stakeholder: string | null; readonly counted: boolean };

/** Who came first, first. Nobody is linked or erased, or says something else of themselves, until they are counted. */
function interested(tx: Transaction, topicId: string, version: number): Promise<Interested[]> {
  return tx.$queryRaw`SELECT member.id::text AS "memberId", member.stakeholder,
      EXISTS (SELECT FROM balance_member WHERE topic_id = interest.topic_id AND member_id = member.id) AS counted
    FROM interest JOIN member ON member.id = interest.member_id WHERE topic_id = ${topicId} AND version = ${version}
    ORDER BY at, member.id FOR NO KEY UPDATE OF member`;
}

/** Numbers of other words tell nothing of these: they begin again, and only then with whoever is interested again. */
export async function beginAnew(tx: Transaction, topicId: string): Promise<void> {
  await tx.topic.update({ where: { id: topicId }, data: { counted: 0 } });
  await tx.balanceMember.deleteMany({ where: { topicId } });
  await tx.balance.updateMany({ where: { topicId }, data: { level: 0, shown: 0 } });
}

/**
 * Whoever takes back what they said they are, or says something else, is one who has gone and one who has come: a number goes on counting on nobody.
 * Who says it for the first time stands behind no number yet.
 */
export async function sayAnew(tx: Transaction, memberId: string, said: StakeholderGroup | null): Promise<void> {
  const [before] = await tx.$queryRaw<{ readonly stakeholder: string | null }[]>`
    SELECT stakeholder FROM member WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
  if (before !== undefined && before.stakeholder !== null && before.stakeholder !== said) await countAnew(tx, memberId);
}

/** Takes somebody out of all numbers, who comes into them again as others do. */
export async function countAnew(tx: Transaction, memberId: string): Promise<void> {
  await tx.balanceMember.deleteMany({ where: { memberId } });
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
