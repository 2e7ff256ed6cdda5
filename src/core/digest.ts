import { type Group, owes } from './group.ts';
import { type Milestone, outlook } from './milestone.ts';
import type { Update } from './update.ts';
import { closeOf, isWeekOver, type Week } from './week.ts';

/** What a digest is made from. */
export type DigestFacts = {
  /** As they stood at its close. */
  readonly groups: readonly Group[];
  /** Those of the week as they stood at its close, or stand now while it is not over. */
  readonly updates: readonly Update[];
  /** The groups that told of the week after its close. */
  readonly toldSince: readonly string[];
  /** Those of earlier weeks that came after their own close, and after that of the digest before. */
  readonly late: readonly Update[];
  /** Those that an outlook at the moment of the digest is made from. */
  readonly milestones: readonly Milestone[];
};

/** The moment as of which a digest tells a week: its close, or now while it is not over. */
export function digestMoment(week: Week, now: Date): Date {
  const close = closeOf(week);
  return close < now ? close : now;
}

/** The week over all groups. */
export type Digest = {
  readonly week: Week;
  /** Whether it is over everywhere, so that what follows joins the next digest. */
  readonly closed: boolean;
  /** Updates that ask for help, in the order of the groups, those that came late after the others. */
  readonly help: readonly Update[];
  readonly updates: readonly { readonly group: Group; readonly update: Update }[];
  /** Groups that owed an update and have none. */
  readonly gaps: readonly Group[];
  /** Groups that owed one, and told after the close. */
  readonly after: readonly Group[];
  readonly late: readonly { readonly group: Group; readonly update: Update }[];
  /** What is under way and what lies ahead, the next ones first. */
  readonly milestones: readonly Milestone[];
};

/** The digest of a week: requests for help first, gaps named, what came late, milestones ahead at the end. */
export function digestOf(week: Week, { groups, updates, toldSince, late, milestones }: DigestFacts, now: Date): Digest {
  const byGroup = new Map(groups.map((group) => [group.id, group]));
  const withGroup = (all: readonly Update[]): Digest['updates'] =>
    all.flatMap((update) => {
      const group = byGroup.get(update.group);
      return group === undefined ? [] : [{ group, update }];
    });
  const since = isWeekOver(week, now) ? toldSince : [];
  const { underWay, next, afterNext } = outlook(milestones, digestMoment(week, now));
  const told = new Set(updates.map(({ group }) => group));
  const silent = groups.filter((group) => group.state === 'active' && owes(group, week) && !told.has(group.id));
  return {
    week,
    closed: isWeekOver(week, now),
    help: [...updates, ...late].filter(({ help }) => help !== undefined),
    updates: withGroup(updates),
    gaps: silent.filter(({ id }) => !since.includes(id)),
    after: silent.filter(({ id }) => since.includes(id)),
    late: withGroup(late),
    milestones: [...underWay, next, afterNext].filter((milestone) => milestone !== undefined),
  };
}
