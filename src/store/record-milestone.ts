import { isDeepStrictEqual } from 'node:util';
import { circleThrough } from '../core/dependencies.ts';
import type { Milestone, MilestoneChange, MilestoneFacts } from '../core/milestone.ts';
import type { By, Circle, Missing, Recorded } from '../core/store.ts';
import { toEdtf } from '../core/when.ts';
import { memberActing } from './members.ts';
import { nextNumber } from './numbers.ts';
import { keep, once, refuse, type Transaction, type Writing } from './record.ts';
import { toColumns, toMilestone } from './rows/milestone-row.ts';
import { type PlainFacts, storable } from './storable.ts';
import { takeTurns } from './turns.ts';

type Hindered = Circle | Missing<Milestone>;

/**
 * Records a decision about a milestone, unless it was made from a state that no longer stands, or would make milestones wait for each other or for
 * one that there is not.
 */
export function recordMilestone(writing: Writing, change: MilestoneChange, by: By): Promise<Recorded<Milestone> | Hindered> {
  const set = storable(change.set);
  return once<Recorded<Milestone> | Hindered>(writing, by, {
    async first(tx) {
      const recorded = change.id === undefined ? await add(tx, set) : await update(tx, change.id, change.revision, set);
      if (recorded.kind !== 'recorded') return refuse(recorded);
      const { value, old } = recorded;
      const line = { act: change.act, object: value.id, new: factsForRecord(set), why: change.why, ...(old && { old }) };
      await keep(tx, by, await memberActing(tx, by, writing.rights), line);
      return { kind: 'recorded', value };
    },
    // What was sent first is recorded; what its author changed meanwhile was made from a state that no longer stands.
    again: async ({ object, new: sent }, tx) => ({
      kind: isDeepStrictEqual(sent, factsForRecord(set)) ? 'recorded' : 'stale',
      value: await current(tx, object),
    }),
  });
}

type Step =
  | Hindered
  | { readonly kind: 'stale'; readonly value: Milestone }
  | { readonly kind: 'recorded'; readonly value: Milestone; readonly old?: PlainFacts };

async function add(tx: Transaction, set: MilestoneFacts): Promise<Step> {
  const { text, planned } = set;
  if (text === undefined || planned === undefined) throw new Error('a milestone is added with its text and its date');
  const id = `m${await nextNumber(tx, 'milestone')}`;
  const value = withFacts({ id, revision: 1, text, planned, dependsOn: [] }, set);
  const hindered = await hinderedBy(tx, value, set);
  if (hindered !== undefined) return hindered;
  await tx.milestone.create({ data: toColumns(value) });
  return { kind: 'recorded', value };
}

async function update(tx: Transaction, id: string, revision: number, set: MilestoneFacts): Promise<Step> {
  const before = await current(tx, id);
  if (before.revision !== revision) return { kind: 'stale', value: before };
  const value = withFacts({ ...before, revision: revision + 1 }, set);
  const hindered = await hinderedBy(tx, value, set);
  if (hindered !== undefined) return hindered;
  const { count } = await tx.milestone.updateMany({ where: { id, revision }, data: toColumns(value) });
  return count === 0 ? { kind: 'stale', value: await current(tx, id) } : { kind: 'recorded', value, old: oldFacts(before, set) };
}

/** The circle that a milestone would close, or what it would wait for in vain. Of two that would only close it together, the second waits until it sees the first. */
async function hinderedBy(tx: Transaction, value: Milestone, set: MilestoneFacts): Promise<Hindered | undefined> {
  const { id, dependsOn } = value;
  if (set.dependsOn === undefined || dependsOn.length === 0) return undefined;
  await takeTurns(tx, 'dependencies');
  const waiting = await tx.milestone.findMany({ where: { dependsOn: { isEmpty: false } }, select: { id: true, dependsOn: true } });
  const circle = circleThrough(id, new Map([...waiting.map((one) => [one.id, one.dependsOn] as const), [id, dependsOn]]));
  if (circle !== undefined) return { kind: 'circle', value, circle };
  const missing = await missingOf(tx, dependsOn);
  return missing === undefined ? undefined : { kind: 'missing', value, missing };
}

/** The first of the ids that no milestone has, those that are only proposed included. */
export async function missingOf(tx: Transaction, ids: readonly string[]): Promise<string | undefined> {
  const found = await tx.milestone.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return ids.find((id) => !found.some((milestone) => milestone.id === id));
}

async function current(tx: Transaction, id: string): Promise<Milestone> {
  return toMilestone(await tx.milestone.findUniqueOrThrow({ where: { id } }));
}

/** What stands once the facts are set; `null` takes one away. */
export function withFacts(milestone: Milestone, set: MilestoneFacts): Milestone {
  const { confirmed, outcome, cancelled, ...certain } = { ...milestone, ...set };
  return { ...certain, ...(confirmed && { confirmed }), ...(outcome && { outcome }), ...(cancelled && { cancelled }) };
}

/** Those of a milestone's facts that a change replaces. */
export function oldFacts(before: Milestone, set: MilestoneFacts): PlainFacts {
  const { text, planned, confirmed = null, outcome = null, cancelled = null, dependsOn } = before;
  const facts = { text, planned, confirmed, outcome, cancelled, dependsOn };
  return factsForRecord(Object.fromEntries(Object.entries(facts).filter(([name]) => name in set)));
}

/** Facts as the record keeps them: under the core's names, with their dates in EDTF, so that any program can read them. */
export function factsForRecord({ planned, confirmed, ...rest }: MilestoneFacts): PlainFacts {
  const dated = { ...(planned !== undefined && { planned }), ...(confirmed !== undefined && { confirmed }) };
  const written = Object.entries(dated).map(([name, fact]) => [name, fact === null ? null : { ...fact, when: toEdtf(fact.when) }]);
  return { ...storable(rest), ...Object.fromEntries(written) };
}
