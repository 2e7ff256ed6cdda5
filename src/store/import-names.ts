import type { Plan } from '../core/plan.ts';
import { weekIn } from '../core/week.ts';
import { dateOf } from './day-column.ts';
import { numberIn } from './numbers.ts';
import type { Line, Transaction } from './record.ts';
import { storableText } from './storable.ts';

/** Topics keep the plan's wording, word for word; another one is a new version. */
export async function importTopics(tx: Transaction, plan: Plan, at: Date): Promise<Line[]> {
  const known = await tx.topic.findMany({ where: { id: { in: plan.topics.map(({ id }) => id) } } });
  const changes = plan.topics.flatMap(({ id, text }) => changeOf(id, storableText(text), known.find((topic) => topic.id === id)?.text) ?? []);
  for (const { id, now } of changes) {
    const { version } = await tx.topic.upsert({ where: { id }, create: { id, text: now }, update: { text: now, version: { increment: 1 } } });
    await tx.wording.create({ data: { topicId: id, version, text: now, at, why: plan.source } });
  }
  return changes.map((change) => lineOf(change, 'text', plan.source));
}

/** A new group is asked as usual, from the week in which it came. */
export async function importGroups(tx: Transaction, plan: Plan, at: Date): Promise<Line[]> {
  const known = await tx.group.findMany({ where: { id: { in: plan.groups.map(({ id }) => id) } } });
  const changes = plan.groups.flatMap(({ id, name }) => changeOf(id, storableText(name), known.find((group) => group.id === id)?.name) ?? []);
  for (const { id, now } of changes) {
    const create = { id, number: numberIn(id), name: now, since: dateOf(weekIn('UTC', at)), settled: at, stateSince: at };
    await tx.group.upsert({ where: { id }, create, update: { name: now, revision: { increment: 1 } } });
  }
  return changes.map((change) => lineOf(change, 'name', plan.source));
}

type Change = { readonly id: string; readonly old?: string; readonly now: string };

function changeOf(id: string, now: string, old: string | undefined): Change | undefined {
  return old === now ? undefined : { id, now, ...(old !== undefined && { old }) };
}

function lineOf({ id, old, now }: Change, fact: string, source: string): Line {
  return { act: 'imported', object: id, new: { [fact]: now }, why: source, ...(old !== undefined && { old: { [fact]: old } }) };
}
