import type { Day } from './calendar.ts';
import type { Announced, Milestone, Outcome } from './milestone.ts';
import { toEdtf, type When } from './when.ts';

/** A milestone as a plan announces it. */
export type PlannedMilestone = {
  readonly id: string;
  readonly when: When;
  /** The plan's own words for the date, where they say more than the date does. */
  readonly wording?: string;
  readonly text: string;
  readonly dependsOn: readonly string[];
  /** Who announced it, where that is not the plan's own source. */
  readonly source?: string;
};

/** What public records say of when a milestone's occasion was. It does not claim that the work was delivered. */
export type Confirmation = { readonly milestone: string; readonly when: When; readonly wording?: string; readonly source: string };

/** What came of a milestone, as an exported record has it. */
export type PlannedOutcome = { readonly milestone: string; readonly state: 'done' | 'cancelled'; readonly text: string; readonly dated: Day };

export type PlannedTopic = { readonly id: string; readonly text: string };

export type PlannedGroup = { readonly id: string; readonly name: string };

/** What a deployment is loaded with: a work plan, and what is on record about it. */
export type Plan = {
  readonly source: string;
  readonly milestones: readonly PlannedMilestone[];
  readonly topics: readonly PlannedTopic[];
  readonly groups: readonly PlannedGroup[];
  readonly confirmations: readonly Confirmation[];
  readonly outcomes?: readonly PlannedOutcome[];
};

/** The part of the record that a plan speaks of, as it stands. */
export type PlanRecord = { readonly milestones: readonly Milestone[]; readonly topics: readonly PlannedTopic[]; readonly groups: readonly PlannedGroup[] };

/** What an import would do to one object: its id, and for each fact the old and the new value as people read them. */
export type PlanDifference = {
  readonly id: string;
  readonly kind: 'milestone' | 'topic' | 'group';
  readonly act: 'add' | 'change' | 'keep';
  readonly facts: readonly { readonly name: string; readonly old?: string; readonly new: string }[];
  /** A confirmation of which the plan says nothing, where it changes what was confirmed. */
  readonly stays?: string;
};

type Fact = PlanDifference['facts'][number];

/** What stands or is wanted, by the names under which people read it; what is missing has no entry. */
type Facts = Readonly<Record<string, string | undefined>>;

/** What an import of the plan would do to the record, object by object. What the plan does not name is left alone, so nothing is ever deleted. */
export function comparePlan(record: PlanRecord, plan: Plan): PlanDifference[] {
  const standing = new Map(record.milestones.map((milestone) => [milestone.id, standingFacts(milestone)]));
  const texts = factsOf(record.topics, ({ text }) => ({ text }));
  const names = factsOf(record.groups, ({ name }) => ({ name }));
  return [
    ...[...wantedFacts(plan)].map(([id, facts]) => differ(id, 'milestone', standing.get(id), facts)),
    ...plan.topics.map(({ id, text }) => differ(id, 'topic', texts.get(id), { text })),
    ...plan.groups.map(({ id, name }) => differ(id, 'group', names.get(id), { name })),
  ];
}

function factsOf<T extends { readonly id: string }>(objects: readonly T[], facts: (object: T) => Facts): Map<string, Facts> {
  return new Map(objects.map((object) => [object.id, facts(object)]));
}

function differ(id: string, kind: PlanDifference['kind'], standing: Facts | undefined, wanted: Facts): PlanDifference {
  const facts = Object.entries(wanted).flatMap(([name, value]) => differing(name, standing?.[name], value));
  if (standing === undefined) return { id, kind, act: 'add', facts };
  const confirmed = standing['confirmed'];
  const isUntold = wanted['confirmed'] === undefined && facts.some(({ name }) => name === 'planned' || name === 'text');
  return { id, kind, act: facts.length === 0 ? 'keep' : 'change', facts, ...(isUntold && confirmed !== undefined && { stays: confirmed }) };
}

function differing(name: string, old: string | undefined, value: string | undefined): Fact[] {
  return old === value ? [] : [{ name, ...(old !== undefined && { old }), new: value ?? '' }];
}

function standingFacts({ text, planned, dependsOn, confirmed, outcome, cancelled }: Milestone): Facts {
  return {
    ...plannedFacts({ ...planned, text, dependsOn }),
    ...(confirmed && confirmedFacts(confirmed)),
    ...(outcome && { done: sayOutcome(outcome) }),
    ...(cancelled && { cancelled: sayOutcome(cancelled) }),
  };
}

/** What the plan says of each milestone; a confirmation or an outcome may speak of one that is on record already. */
function wantedFacts(plan: Plan): Map<string, Facts> {
  const facts = new Map<string, Facts>(plan.milestones.map((milestone) => [milestone.id, plannedFacts({ source: plan.source, ...milestone })]));
  const add = (id: string, more: Facts): unknown => facts.set(id, { ...facts.get(id), ...more });
  for (const confirmation of plan.confirmations) add(confirmation.milestone, confirmedFacts(confirmation));
  for (const outcome of plan.outcomes ?? []) add(outcome.milestone, { [outcome.state]: sayOutcome(outcome) });
  return facts;
}

type Planned = Announced & Pick<Milestone, 'text' | 'dependsOn'>;

function plannedFacts({ when, wording, source, text, dependsOn }: Planned): Facts {
  return { planned: toEdtf(when), wording, source, text, 'depends on': dependsOn.length === 0 ? undefined : dependsOn.join(', ') };
}

function confirmedFacts({ when, wording, source }: Announced): Facts {
  return { confirmed: toEdtf(when), 'confirmed wording': wording, 'confirmed by': source };
}

function sayOutcome({ text, dated }: Outcome): string {
  return `${text} (${dated})`;
}

/** The record as a plan that, imported into an empty record, makes the same milestones, topics and groups. */
export function planOf({ milestones, topics, groups }: PlanRecord): Plan {
  const source = commonest(milestones.map(({ planned }) => planned.source)) ?? 'no source';
  const outcomes = milestones.flatMap(settlementsOf);
  return {
    source,
    milestones: milestones.map(({ id, text, planned: { when, wording, source: own }, dependsOn }) => ({
      id,
      when,
      ...(wording !== undefined && { wording }),
      text,
      dependsOn,
      ...(own !== source && { source: own }),
    })),
    topics,
    groups,
    confirmations: milestones.flatMap(({ id, confirmed }) => (confirmed === undefined ? [] : [{ milestone: id, ...confirmed }])),
    ...(outcomes.length > 0 && { outcomes }),
  };
}

function settlementsOf({ id, outcome, cancelled }: Milestone): PlannedOutcome[] {
  return [
    ...(outcome ? [{ milestone: id, state: 'done' as const, ...outcome }] : []),
    ...(cancelled ? [{ milestone: id, state: 'cancelled' as const, ...cancelled }] : []),
  ];
}

function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
