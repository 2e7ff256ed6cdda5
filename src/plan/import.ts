import { latestDay } from '../core/calendar.ts';
import { comparePlan, type Plan, type PlanDifference } from '../core/plan.ts';
import type { By, Store } from '../core/store.ts';
import { PlanMistakes, shown } from './mistake.ts';

/** What an import did, or would do. */
export type Import = { readonly differences: readonly PlanDifference[]; readonly recorded: boolean };

type Importing = { readonly store: Pick<Store, 'readPlan' | 'importPlan'>; readonly plan: Plan; readonly by: By; readonly dryRun: boolean };

/**
 * Brings the record up to a plan in one transaction, or only says what that would change. Nothing is recorded where nothing differs.
 * Throws `PlanMistakes` for an outcome that nobody would see yet, and when the record does not hold afterwards what was announced.
 */
export async function importPlan({ store, plan, by, dryRun }: Importing): Promise<Import> {
  const ahead = sayAhead(plan, by.at);
  if (ahead.length > 0) throw new PlanMistakes(ahead);
  const differences = comparePlan(await store.readPlan(), plan);
  if (dryRun || !differences.some(isNews)) return { differences, recorded: false };
  await store.importPlan(plan, by);
  const left = comparePlan(await store.readPlan(), plan).filter(isNews);
  if (left.length > 0) throw new PlanMistakes(['The plan is imported, but for these facts, which the record did not take:', ...left.flatMap(sayLeft)]);
  return { differences, recorded: true };
}

function sayAhead({ outcomes = [] }: Plan, now: Date): string[] {
  const ahead = outcomes.filter(({ dated }) => dated > latestDay(now));
  return ahead.map(({ milestone, dated }) => `outcomes: ${milestone} is dated ${dated}, which has not come yet.`);
}

function isNews({ act }: PlanDifference): boolean {
  return act !== 'keep';
}

function sayLeft({ kind, id, facts }: PlanDifference): string[] {
  return [`${kind} ${shown(id)}`, ...facts.map(sayFact)];
}

const acts = {
  planned: { add: 'would be added', change: 'would be changed', keep: 'would stay' },
  done: { add: 'added', change: 'changed', keep: 'left as they were' },
} as const;

/** What an import would do, or did, as lines for a terminal: every fact that comes new or changes, and the counts. */
export function sayDifferences(differences: readonly PlanDifference[], recorded = false): string[] {
  const words = recorded ? acts.done : acts.planned;
  const changing = differences.filter(isNews);
  if (changing.length === 0) return [`Nothing differs: ${sayCounts(differences)} on record already.`];
  return [...changing.flatMap((difference) => sayDifference(difference, words[difference.act])), sayTotal(differences, words)];
}

function sayDifference({ id, kind, facts, stays }: PlanDifference, act: string): string[] {
  return [
    `${kind} ${shown(id)} ${act}`,
    ...facts.map(sayFact),
    ...(stays === undefined ? [] : [`  confirmed: ${shown(stays)} stays, of which the plan says nothing`]),
  ];
}

function sayFact({ name, old, new: now }: PlanDifference['facts'][number]): string {
  const value = now === '' ? 'none' : shown(now);
  return old === undefined ? `  ${name}: ${value}` : `  ${name}: ${shown(old)} -> ${value}`;
}

function sayTotal(differences: readonly PlanDifference[], words: Readonly<Record<PlanDifference['act'], string>>): string {
  const parts = (['add', 'change', 'keep'] as const).flatMap((act) => {
    const found = differences.filter((difference) => difference.act === act);
    return found.length === 0 ? [] : [`${sayCounts(found)} ${words[act]}`];
  });
  return `${parts.join('; ')}. Nothing is ever deleted.`;
}

/** `8 milestones, 1 topic`. */
function sayCounts(differences: readonly PlanDifference[]): string {
  const counts = (['milestone', 'topic', 'group'] as const).map((kind) => ({ kind, count: differences.filter((one) => one.kind === kind).length }));
  const said = counts.filter(({ count }) => count > 0).map(({ kind, count }) => `${count.toLocaleString('en')} ${kind}${count === 1 ? '' : 's'}`);
  return said.join(', ');
}
