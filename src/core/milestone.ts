import { type Day, latestDay } from './calendar.ts';
import type { Problem } from './problem.ts';
import { compareWhen, hasBegun, isOver, type Period, touches, type When, whatIsLeft } from './when.ts';

/** Stands for a source where a coordinator named none. */
export const byCoordinator = 'coordinator';

/** A date as somebody announced it: what it means, the words if they say more than that, and who said so: in their own words, or by the id of what it came from. */
export type Announced = { readonly when: When; readonly wording?: string; readonly source: string };

/** What came of a milestone, dated so that a look back does not know the future. */
export type Outcome = { readonly text: string; readonly dated: Day };

export type Milestone = {
  /** Permanent, `m3`. */
  readonly id: string;
  /** Counts the changes, so that a form made from an older state is noticed. */
  readonly revision: number;
  readonly text: string;
  readonly planned: Announced;
  /** A separate fact: it dates the occasion, never erases the plan, and never claims that the work was delivered. */
  readonly confirmed?: Announced;
  readonly outcome?: Outcome;
  readonly cancelled?: Outcome;
  /** The milestones whose outcome decides what this one is. */
  readonly dependsOn: readonly string[];
  /** The working group that it belongs to. */
  readonly group?: string;
};

export type MilestoneState = 'ahead' | 'today' | 'this month' | 'under way' | 'outcome not recorded' | 'done' | 'cancelled';

/** The date that counts, as it was announced: the confirmed one if known, else the planned one. */
export function countingDate({ confirmed, planned }: Pick<Milestone, 'confirmed' | 'planned'>): Announced {
  return confirmed === undefined || confirmed.when.kind === 'unknown' ? planned : confirmed;
}

/** What the date that counts means. */
export function whenOf(milestone: Pick<Milestone, 'confirmed' | 'planned'>): When {
  return countingDate(milestone).when;
}

/** Facts recorded since are used; outcomes dated after the reader's day, wherever on Earth that is, are not. */
function settledBy(outcome: Outcome | undefined, now: Date): boolean {
  return outcome !== undefined && outcome.dated <= latestDay(now);
}

/** What came of it, or why it was cancelled, as far as that is known at a moment. */
export function settlementOf({ outcome, cancelled }: Milestone, now: Date): Outcome | undefined {
  return [cancelled, outcome].find((one) => settledBy(one, now));
}

/** The state of a milestone, derived from the clock and the record. */
export function stateOf(milestone: Milestone, now: Date): MilestoneState {
  if (settledBy(milestone.cancelled, now)) return 'cancelled';
  if (settledBy(milestone.outcome, now)) return 'done';
  return timeOf(whatIsLeft(whenOf(milestone), now), now);
}

function timeOf(when: When, now: Date): MilestoneState {
  if (isOver(when, now)) return 'outcome not recorded';
  if (!hasBegun(when, now)) return 'ahead';
  if (when.kind === 'day') return 'today';
  const begun = when.kind === 'either' ? when.options.filter((option) => hasBegun(option, now)) : [when];
  return begun.some(({ kind }) => kind === 'month' || kind === 'day') ? 'this month' : 'under way';
}

function compareMilestones(a: Milestone, b: Milestone): number {
  return compareWhen(whenOf(a), whenOf(b)) || idNumber(a) - idNumber(b);
}

function idNumber(milestone: Milestone): number {
  return Number(milestone.id.slice(1));
}

/** What a reader asks for when asking what comes next. */
export type Outlook = {
  readonly underWay: readonly Milestone[];
  readonly next?: Milestone;
  readonly afterNext?: Milestone;
  /** Their time has passed and nobody has said what came of them; the first ones, oldest first. */
  readonly awaiting: readonly Milestone[];
  readonly awaitingCount: number;
  /** The counting stopped here: there are at least this many. */
  readonly awaitingMore: boolean;
  /** The latest whose time has passed, whatever its state. */
  readonly last?: Milestone;
  /** Those named here that depend on a milestone of which no outcome is recorded, with that milestone. */
  readonly waitingFor: readonly { readonly milestone: string; readonly on: Milestone }[];
};

/** How far the counting of missing outcomes goes, so that a long neglected record stays quick to read. */
export const awaitingLimit = 100;

/**
 * What comes next among the milestones. `missing` counts the missing outcomes where the list holds only the ones that are shown.
 */
export function outlook(milestones: readonly Milestone[], now: Date, missing?: number): Outlook {
  const ordered = milestones.toSorted(compareMilestones);
  const states = new Map(ordered.map((milestone) => [milestone, stateOf(milestone, now)]));
  const inState = (...wanted: (MilestoneState | undefined)[]): Milestone[] => ordered.filter((milestone) => wanted.includes(states.get(milestone)));
  // An alternative may have begun, and stand between two of its options.
  const [next, afterNext] = inState('ahead').toSorted((a, b) => compareWhen(whatIsLeft(whenOf(a), now), whatIsLeft(whenOf(b), now)));
  const underWay = inState('today', 'this month', 'under way');
  const awaiting = inState('outcome not recorded');
  const last = ordered.filter((milestone) => isOver(whenOf(milestone), now)).at(-1);
  const shown = [...underWay, next, afterNext, last].filter((milestone) => milestone !== undefined);
  const count = missing ?? awaiting.length;
  return {
    underWay,
    ...(next && { next }),
    ...(afterNext && { afterNext }),
    awaiting,
    awaitingCount: count,
    awaitingMore: count >= awaitingLimit,
    ...(last && { last }),
    waitingFor: shown.flatMap((milestone) => unansweredDependencies(milestone, ordered, now)),
  };
}

/** A dependency is answered by an outcome alone: time passing does not answer it. */
function unansweredDependencies(milestone: Milestone, among: readonly Milestone[], now: Date): { milestone: string; on: Milestone }[] {
  return among
    .filter((other) => milestone.dependsOn.includes(other.id) && !['done', 'cancelled'].includes(stateOf(other, now)))
    .map((on) => ({ milestone: milestone.id, on }));
}

/**
 * The milestones that may touch a period, in the order of the timeline. One that was planned for it and moved away is among them,
 * since whoever asks about June wants to hear that it became July; what is not dated yet belongs to no period but the whole.
 */
export function within(milestones: readonly Milestone[], period: Period): Milestone[] {
  const whole = period.from === undefined && period.to === undefined;
  const belongs = ({ planned, confirmed }: Milestone): boolean => touches(planned.when, period) || (confirmed !== undefined && touches(confirmed.when, period));
  return milestones.filter((milestone) => whole || belongs(milestone)).toSorted(compareMilestones);
}

/** What a change sets; `null` takes a fact away. */
export type MilestoneFacts = {
  readonly text?: string;
  readonly planned?: Announced;
  readonly confirmed?: Announced | null;
  readonly outcome?: Outcome | null;
  readonly cancelled?: Outcome | null;
  readonly dependsOn?: readonly string[];
  readonly group?: string;
};

export type MilestoneAct = 'added' | 'changed' | 'confirmed' | 'done' | 'cancelled' | 'reopened';

/** A decision to be remembered: the store keeps old and new, and refuses it when the revision is no longer the one it was made from. */
export type MilestoneChange = {
  readonly act: MilestoneAct;
  /** Missing when it is added: the store numbers it. */
  readonly id?: string;
  readonly revision: number;
  readonly set: MilestoneFacts;
  readonly why: string;
};

/** Adds a milestone; the store numbers it. */
export function addMilestone(facts: Pick<Milestone, 'text' | 'planned' | 'dependsOn' | 'group'>, why: string): MilestoneChange {
  return { act: 'added', revision: 0, set: facts, why };
}

/** Why something cannot be done with what stands: what is done cannot be cancelled, nor the other way round, before it is reopened. */
export function cannotChange(milestone: Milestone, act: Exclude<MilestoneAct, 'added'>): Problem | undefined {
  const { id } = milestone;
  const state = settledAs(milestone);
  if (act === 'reopened') return state === undefined ? { code: 'milestone-open', params: { id } } : undefined;
  const settles = act === 'done' || act === 'cancelled';
  return state !== undefined && settles && act !== state ? { code: 'milestone-settled', params: { id, state } } : undefined;
}

/** Changes what stands, or refuses. */
export function changeMilestone(milestone: Milestone, act: Exclude<MilestoneAct, 'added'>, set: MilestoneFacts, why: string): MilestoneChange | Problem {
  const refused = cannotChange(milestone, act);
  if (refused !== undefined) return refused;
  if (set.dependsOn?.includes(milestone.id)) return { code: 'depends-on-itself', params: { id: milestone.id } };
  const news = Object.entries(set).filter(([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(currentFact(milestone, name) ?? null));
  if (news.length === 0) return { code: 'nothing-changed', params: { id: milestone.id } };
  return { act, id: milestone.id, revision: milestone.revision, set: Object.fromEntries(news), why };
}

function settledAs(milestone: Milestone): 'done' | 'cancelled' | undefined {
  if (milestone.cancelled !== undefined) return 'cancelled';
  return milestone.outcome === undefined ? undefined : 'done';
}

function currentFact(milestone: Milestone, name: string): unknown {
  return Object.entries(milestone).find(([key]) => key === name)?.[1];
}
