import type { Milestone, MilestoneFacts } from '../core/milestone.ts';
import type { Plan } from '../core/plan.ts';
import type { Line, Transaction } from './record.ts';
import { factsForRecord, oldFacts, withFacts } from './record-milestone.ts';
import type { MilestoneColumns } from './rows/milestone-row.ts';
import { toColumns, toMilestone } from './rows/milestone-row.ts';
import { storable } from './storable.ts';

/** So many rows travel in one statement, which bears 32,767 values. */
export const batch = 1000;

/** What an import writes for one object. */
type Step = { readonly columns: MilestoneColumns; readonly added: boolean; readonly line: Line };

/** Adds the plan's milestones and confirmations, changes those that differ, and answers the lines that say so. */
export async function importMilestones(tx: Transaction, plan: Plan): Promise<Line[]> {
  const facts = [...factsById(plan)];
  const lines: Line[] = [];
  for (let start = 0; start < facts.length; start += batch) {
    const steps = await stepsFor(tx, facts.slice(start, start + batch), plan.source);
    await tx.milestone.createMany({ data: steps.filter((step) => step.added).map((step) => step.columns) });
    for (const { columns } of steps.filter((step) => !step.added)) await tx.milestone.update({ where: { id: columns.id }, data: columns });
    lines.push(...steps.map((step) => step.line));
  }
  return lines;
}

/** What the plan says of each milestone; a confirmation may speak of one that is on record already. */
function factsById(plan: Plan): Map<string, MilestoneFacts> {
  const facts = new Map<string, MilestoneFacts>();
  for (const { id, when, wording, text, dependsOn, source = plan.source } of plan.milestones) {
    facts.set(id, storable({ text, planned: { when, ...(wording !== undefined && { wording }), source }, dependsOn }));
  }
  for (const { milestone, when, wording, source } of plan.confirmations) {
    facts.set(milestone, { ...facts.get(milestone), confirmed: storable({ when, ...(wording !== undefined && { wording }), source }) });
  }
  for (const { milestone, state, text, dated } of plan.outcomes ?? []) {
    facts.set(milestone, { ...facts.get(milestone), [state === 'done' ? 'outcome' : 'cancelled']: storable({ text, dated }) });
  }
  return facts;
}

async function stepsFor(tx: Transaction, facts: readonly (readonly [string, MilestoneFacts])[], source: string): Promise<Step[]> {
  const rows = await tx.milestone.findMany({ where: { id: { in: facts.map(([id]) => id) } } });
  const known = new Map(rows.map((row) => [row.id, toMilestone(row)]));
  return facts.flatMap(([id, set]) => stepFor(id, set, known.get(id), source) ?? []);
}

function stepFor(id: string, set: MilestoneFacts, before: Milestone | undefined, source: string): Step | undefined {
  if (before === undefined)
    return { columns: toColumns(added(id, set)), added: true, line: { act: 'imported', object: id, new: factsForRecord(set), why: source } };
  const news = differing(before, set);
  if (Object.keys(news).length === 0) return undefined;
  const after = withFacts({ ...before, revision: before.revision + 1 }, news);
  const line: Line = { act: 'imported', object: id, old: oldFacts(before, news), new: factsForRecord(news), why: source };
  return { columns: toColumns(after), added: false, line };
}

function added(id: string, set: MilestoneFacts): Milestone {
  const { text, planned } = set;
  if (text === undefined || planned === undefined) throw new Error(`the plan confirms ${id}, which nobody has planned`);
  return withFacts({ id, revision: 1, text, planned, dependsOn: [] }, set);
}

function differing(before: Milestone, set: MilestoneFacts): MilestoneFacts {
  const standing = oldFacts(before, set);
  const wanted = factsForRecord(set);
  return Object.fromEntries(Object.entries(set).filter(([name]) => !isSame(standing[name], wanted[name])));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  const isFact = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isFact ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)) : value;
}
