import type { By, Recorded } from '../core/store.ts';
import type { InterestChange, Topic, TopicAct, TopicChange } from '../core/topic.ts';
import { beginAnew } from './balance.ts';
import { Prisma } from './generated/client.ts';
import { memberActing } from './members.ts';
import { nextNumber } from './numbers.ts';
import { refreshProposals } from './posted-cards.ts';
import { isSentAgain, keep, type Line, once, rowIn, type Transaction, type Writing } from './record.ts';
import type { Rights } from './rights.ts';
import { type TopicRow, topicColumns, toTopic } from './rows/topic-row.ts';
import { type PlainFacts, storable, storableText } from './storable.ts';
import { tellInterested, tellOfClosing } from './tell.ts';

/** Records a decision about a topic, unless it was made from a version that no longer stands. */
export function recordTopic(writing: Writing, change: TopicChange, by: By): Promise<Recorded<Topic>> {
  return once<Recorded<Topic>>(writing, by, {
    first: (tx) => changeIn(tx, writing.rights, storable(change), by),
    // What was sent first is recorded; what its author changed meanwhile was made from a wording that no longer stands.
    again: async ({ object, new: sent }, tx) => ({
      kind: isSentAgain(sent, storable(textOf(change))) ? 'recorded' : 'stale',
      value: await standingTopic(tx, object),
    }),
  });
}

function textOf({ text }: TopicChange): PlainFacts {
  return text === undefined ? {} : { text };
}

async function changeIn(tx: Transaction, rights: Rights, change: TopicChange, by: By): Promise<Recorded<Topic>> {
  const before = change.id === undefined ? undefined : await lockedTopic(tx, change.id);
  if (before !== undefined && (before.version !== change.version || before.state !== 'open')) return { kind: 'stale', value: before };
  const { text, why } = change;
  const member = await memberActing(tx, by, rights);
  const id = before === undefined ? await add(tx, text ?? '') : await update(tx, before, text, member, by);
  const after = await standingTopic(tx, id);
  if (text !== undefined) await tx.wording.create({ data: { topicId: id, version: after.version, text, member, at: by.at, why } });
  await refreshProposals(tx, { id }, by.at);
  await keep(tx, by, member, lineOf(change.act, before, after, why));
  return { kind: 'recorded', value: after };
}

async function add(tx: Transaction, text: string): Promise<string> {
  const id = `t${await nextNumber(tx, 'topic')}`;
  await tx.topic.create({ data: { id, text } });
  return id;
}

/** Other words, of which everybody who was interested is asked again; without words it is retired, and they hear of it but whoever does it, and whoever proposed something from it, who is told of that. */
async function update(tx: Transaction, { id, version }: Topic, text: string | undefined, member: string, { at }: By): Promise<string> {
  await tx.topic.update({ where: { id }, data: text === undefined ? { state: 'retired' } : { text, version: version + 1 } });
  if (text === undefined) {
    const told = [member, ...(await tellOfClosing(tx, id, undefined, at))];
    await tellInterested(tx, id, told, { kind: 'topic retired', topic: id }, at);
    return id;
  }
  await beginAnew(tx, id);
  await tellInterested(tx, id, [], { kind: 'topic reworded', topic: id }, at);
  return id;
}

function lineOf(act: TopicAct, before: Topic | undefined, { id, text, version, state }: Topic, why: string): Line {
  const old = before === undefined ? {} : { old: { text: before.text, version: before.version, state: before.state } };
  return { act, object: id, ...old, new: { text, version, state }, why };
}

/** Notes what somebody says of a topic's wording; where they say nothing else than before nothing is recorded. */
export function sayInterest(writing: Writing, change: InterestChange, by: By): Promise<Recorded<Topic>> {
  return once<Recorded<Topic>>(writing, by, {
    async first(tx) {
      const topic = await lockedTopic(tx, storableText(change.topic));
      if (topic.version !== change.version || topic.state !== 'open') return { kind: 'stale', value: topic };
      const member = await memberActing(tx, by, writing.rights);
      const line = await note(tx, change, member, by.at);
      if (line !== undefined) await keep(tx, by, member, line);
      return { kind: 'recorded', value: topic };
    },
    again: async ({ object }, tx) => ({ kind: 'recorded', value: await standingTopic(tx, object) }),
  });
}

async function note(tx: Transaction, { topic, version, kind }: InterestChange, member: string, at: Date): Promise<Line | undefined> {
  const topicId_memberId = { topicId: topic, memberId: member };
  const before = await tx.interest.findUnique({ where: { topicId_memberId } });
  const old = before === null ? {} : { old: { kind: before.kind, version: before.version } };
  if (kind === undefined) {
    await tx.interest.deleteMany({ where: topicId_memberId });
    return before === null ? undefined : { act: 'interest taken back', object: topic, ...old };
  }
  if (before?.kind === kind && before.version === version) return undefined;
  await tx.interest.upsert({ where: { topicId_memberId }, create: { ...topicId_memberId, kind, version, at }, update: { kind, version, at } });
  return { act: 'interest said', object: topic, ...old, new: { kind, version } };
}

/** A topic that nobody else changes until this transaction has ended. */
export async function lockedTopic(tx: Transaction, id: string): Promise<Topic> {
  await tx.$queryRaw`SELECT id FROM topic WHERE id = ${id} FOR UPDATE`;
  return standingTopic(tx, id);
}

async function standingTopic(tx: Transaction, id: string): Promise<Topic> {
  const row = await rowIn<TopicRow>(tx, Prisma.sql`SELECT ${Prisma.raw(topicColumns)} FROM topic WHERE topic.id = ${id}`);
  if (row === undefined) throw new Error(`there is no topic ${id}`);
  return toTopic(row);
}
