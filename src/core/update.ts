import type { Platform } from './account.ts';
import { latestDay, mondayOf } from './calendar.ts';
import { currentWeek, type Group, mayWorkIn, owes } from './group.ts';
import type { Actor } from './member.ts';
import type { Problem } from './problem.ts';
import { addWeeks, isWeekOver, latestWeekOver, type Week } from './week.ts';

export const statuses = ['on track', 'at risk', 'blocked'] as const;
export type Status = (typeof statuses)[number];

/** What a group tells of a week. */
export type UpdateFacts = {
  readonly status: Status;
  /** Empty when there is nothing new. */
  readonly done: string;
  readonly next?: string;
  /** What help is needed, and from whom. */
  readonly help?: string;
  /** The milestone that the work serves. */
  readonly milestone?: string;
};

/** A progress update as it stood at one of its revisions. */
export type Update = UpdateFacts & {
  /** Permanent, `u142`. */
  readonly id: string;
  readonly group: string;
  readonly week: Week;
  /** 1 for what was recorded first. */
  readonly revision: number;
  /** The surrogate id of whoever wrote this revision. */
  readonly member: string;
  /** From which chat. */
  readonly platform: Platform;
  /** When this revision was recorded. */
  readonly at: Date;
  /** When the first one was. */
  readonly first: Date;
};

/** How the record calls the first revision of an update, and every later one. */
export type UpdateAct = 'update recorded' | 'update revised';

/**
 * A decision to be remembered; the store refuses it when another revision stands by then, 0 being none, or, where it is written by right of an office in
 * the group alone (`asLead`), when that has ended.
 */
export type UpdateChange = {
  readonly group: string;
  readonly week: Week;
  readonly revision: number;
  readonly facts: UpdateFacts;
  readonly asLead?: boolean;
};

/** Records a week's update or a new revision of it, or refuses: only chairs, deputies and coordinators, and no week that has begun nowhere on Earth. */
export function recordUpdate(group: Group, actor: Actor, week: Week, standing: Update | undefined, facts: UpdateFacts, now: Date): UpdateChange | Problem {
  const refused = mayWorkIn(actor, group);
  if (refused !== undefined) return refused;
  if (week > mondayOf(latestDay(now))) return { code: 'week-ahead', params: {} };
  if (facts.done === '' && facts.next === undefined) return { code: 'update-empty', params: {} };
  return { group: group.id, week, revision: standing?.revision ?? 0, facts };
}

/** "Nothing new this week": as much as can be said in one press; what was to be done stays to be done. */
export function nothingNew(last: Update | undefined): UpdateFacts {
  return { status: last?.status ?? 'on track', done: '', next: last?.next ?? '', ...(last?.help !== undefined && { help: last.help }) };
}

/** Which weeks a typed update may be for: this one, and last week's where the group owes that one and nobody has recorded it, whatever this one has. */
export function weeksOpen(group: Group, recorded: readonly Week[], now: Date): readonly Week[] {
  const week = currentWeek(group, now);
  const last = addWeeks(week, -1);
  return owes(group, last) && !recorded.includes(last) ? [last, week] : [week];
}

/** The week for which a group owes an update and has none, last week's before this one's; undefined when it owes none. */
export function weekOwed(group: Group, recorded: readonly Week[], now: Date): Week | undefined {
  return weeksOpen(group, recorded, now).find((week) => owes(group, week) && !recorded.includes(week));
}

/** Whether it was first recorded after its week was over everywhere, so that it joins the next digest. */
export function isLate({ week, first }: Pick<Update, 'week' | 'first'>): boolean {
  return isWeekOver(week, first);
}

/** Whether other words came after the digest that told the first ones, which keeps those: that of its week, or of the week in which it came late. */
export function isRevisedLate({ week, first, at }: Pick<Update, 'week' | 'first' | 'at'>): boolean {
  const cameIn = addWeeks(latestWeekOver(first), 1);
  return isWeekOver(cameIn > week ? cameIn : week, at);
}
