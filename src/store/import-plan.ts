import type pg from 'pg';
import type { Plan, PlanRecord } from '../core/plan.ts';
import type { By } from '../core/store.ts';
import type { PrismaClient } from './generated/client.ts';
import { batch, importMilestones } from './import-milestones.ts';
import { importGroups, importTopics } from './import-names.ts';
import { memberActing } from './members.ts';
import { numberBeyond } from './numbers.ts';
import { keep, type Line, lineData, once, type Transaction, type Writing } from './record.ts';
import { toMilestone } from './rows/milestone-row.ts';

const loaded = 'plan loaded';

export async function readPlan(client: PrismaClient): Promise<PlanRecord> {
  const [milestones, topics, groups] = await client.$transaction([
    client.milestone.findMany({ orderBy: { timelineKey: 'asc' } }),
    client.topic.findMany({ select: { id: true, text: true } }),
    client.group.findMany({ select: { id: true, name: true } }),
  ]);
  return { milestones: milestones.map(toMilestone), topics: topics.toSorted(byNumber), groups: groups.toSorted(byNumber) };
}

/** `t2` before `t10`. */
function byNumber(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id.localeCompare(b.id, 'en', { numeric: true });
}

/** Adds what is new and changes what differs, all or nothing. */
export async function importPlan(writing: Writing, plan: Plan, by: By): Promise<void> {
  await once(writing, by, { first: (tx) => write(tx, writing, plan, by), again: () => undefined, long: true });
}

export async function isLoaded(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query('SELECT 1 FROM setting WHERE name = $1', [loaded]);
  return rows.length > 0;
}

/** Loads a plan where none was ever loaded. Of many processes that start at once, the others wait for the one that does, and find it done. */
export function loadFirst(writing: Writing, plan: Plan, by: By): Promise<boolean> {
  return once<boolean>(writing, by, {
    async first(tx) {
      if ((await tx.setting.count({ where: { name: loaded } })) > 0) return false;
      await tx.setting.create({ data: { name: loaded, value: plan.source, at: by.at } });
      await write(tx, writing, plan, by);
      return true;
    },
    again: () => false,
    long: true,
  });
}

async function write(tx: Transaction, { rights }: Writing, plan: Plan, by: By): Promise<void> {
  const member = await memberActing(tx, by, rights);
  const lines = [...(await importMilestones(tx, plan)), ...(await importTopics(tx, plan, by.at)), ...(await importGroups(tx, plan, by.at))];
  await addLines(tx, by, member, lines);
  await numberBeyond(tx, 'milestone', idsOf(plan.milestones));
  await numberBeyond(tx, 'topic', idsOf(plan.topics));
  await numberBeyond(tx, 'group', idsOf(plan.groups));
  await tx.setting.upsert({ where: { name: loaded }, create: { name: loaded, value: plan.source, at: by.at }, update: {} });
  await keep(tx, by, member, { act: 'imported', object: 'plan', new: { objects: lines.length }, why: plan.source });
}

async function addLines(tx: Transaction, by: By, member: string, lines: readonly Line[]): Promise<void> {
  for (let start = 0; start < lines.length; start += batch) {
    await tx.event.createMany({ data: lines.slice(start, start + batch).map((line) => lineData(by, member, line)) });
  }
}

function idsOf(objects: readonly { readonly id: string }[]): string[] {
  return objects.map(({ id }) => id);
}
