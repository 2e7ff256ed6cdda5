import { mondayOf, noonOf } from '../core/calendar.ts';
import type { Plan } from '../core/plan.ts';
import type { Line, Transaction } from './record.ts';
import { storableText } from './storable.ts';

/** Topics keep the plan's wording, word for word. */
export async function importTopics(tx: Transaction, plan: Plan): Promise<Line[]> {
  const known = await tx.topic.findMany({ where: { id: { in: plan.topics.map(({ id }) => id) } } });
  const changes = plan.topics.flatMap(({ id, text }) => changeOf(id, storableText(text), known.find((topic) => topic.id === id)?.text) ?? []);
  for (const { id, now } of changes) await tx.topic.upsert({ where: { id }, create: { id, text: now }, update: { text: now } });
  return changes.map((change) => lineOf(change, 'text', plan.source));
}

export async function importGroups(tx: Transaction, plan: Plan, at: Date): Promise<Line[]> {
  const known = await tx.group.findMany({ where: { id: { in: plan.groups.map(({ id }) => id) } } });
  const changes = plan.groups.flatMap(({ id, name }) => changeOf(id, storableText(name), known.find((group) => group.id === id)?.name) ?? []);
  const since = noonOf(mondayOf(at.toISOString().slice(0, 10)));
  for (const { id, now } of changes)
    await tx.group.upsert({ where: { id }, create: { id, number: numberOf(id), name: now, since, settled: at }, update: { name: now } });
  return changes.map((change) => lineOf(change, 'name', plan.source));
}

/** The number in a permanent id. */
function numberOf(id: string): number {
  return Number(/\d+/.exec(id)?.[0] ?? 0);
}

type Change = { readonly id: string; readonly old?: string; readonly now: string };

function changeOf(id: string, now: string, old: string | undefined): Change | undefined {
  return old === now ? undefined : { id, now, ...(old !== undefined && { old }) };
}

function lineOf({ id, old, now }: Change, fact: string, source: string): Line {
  return { act: 'imported', object: id, new: { [fact]: now }, why: source, ...(old !== undefined && { old: { [fact]: old } }) };
}
