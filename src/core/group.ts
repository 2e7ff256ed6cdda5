import type { Account, SpaceKey } from './account.ts';
import { addDays, monthOf } from './calendar.ts';
import { type Actor, fromAccepted, type Member, may } from './member.ts';
import type { Problem } from './problem.ts';
import { closeOf, dayOf, type Week, weekIn, weeksBetween } from './week.ts';
import { hourIn, isZone } from './zone.ts';

export const rhythms = ['weekly', 'fortnightly', 'monthly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** `forming` has had no chair yet; `dormant` rests until leadership wakes it; `concluded` is final. Only an `active` one is asked for updates. */
export const groupStates = ['forming', 'active', 'paused', 'dormant', 'concluded'] as const;
export type GroupState = (typeof groupStates)[number];

/** It `begin`s by itself when its first chair has accepted. */
export const groupMoves = ['begin', 'pause', 'resume', 'rest', 'wake', 'conclude'] as const;
export type GroupMove = (typeof groupMoves)[number];

/** The one table of allowed moves, and where each leads. */
export const groupTable: Readonly<Record<GroupState, Readonly<Partial<Record<GroupMove, GroupState>>>>> & { readonly forming: { readonly begin: GroupState } } =
  {
    forming: { begin: 'active', rest: 'dormant', conclude: 'concluded' },
    active: { pause: 'paused', rest: 'dormant', conclude: 'concluded' },
    paused: { resume: 'active', rest: 'dormant', conclude: 'concluded' },
    dormant: { wake: 'active', conclude: 'concluded' },
    concluded: {},
  };

/** How the record calls each move. */
export const groupActs = {
  begin: 'group begun',
  pause: 'group paused',
  resume: 'group resumed',
  rest: 'group put to rest',
  wake: 'group woken',
  conclude: 'group concluded',
} as const satisfies Record<GroupMove, string>;

/** Both may speak for the group; a group has one chair or several. */
export const roles = ['chair', 'deputy'] as const;
export type Role = (typeof roles)[number];

/** Whether whoever asks is in at once, or a chair answers. */
export const joinings = ['open', 'asked'] as const;
export type Joining = (typeof joinings)[number];

/** A channel of a space, by the platform's own id. */
export type Channel = { readonly space: SpaceKey; readonly channel: string };

/** When a group owes its updates and is asked for them. */
export type Schedule = {
  readonly rhythm: Rhythm;
  /** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
  readonly weekday: number;
  /** 0 to 23, on the clocks of the zone. */
  readonly hour: number;
  /** An IANA zone. */
  readonly zone: string;
  /** The week in which the rhythm was chosen; fortnights are counted from it. */
  readonly since: Week;
};

/** Whoever speaks for a group. */
export type Lead = { readonly member: Member; readonly role: Role };

export type Group = {
  /** Permanent, `wg1`. */
  readonly id: string;
  /** Counts the changes, so that a form made from an older state is noticed. */
  readonly revision: number;
  readonly name: string;
  readonly charter?: string;
  readonly state: GroupState;
  readonly schedule: Schedule;
  readonly joining: Joining;
  /** From when the state and the schedule hold: nothing that was due before is asked for. */
  readonly settled: Date;
  /** From when it is in its state. */
  readonly stateSince: Date;
  /** Where it is asked when direct messages are closed, and where its updates are announced. */
  readonly channel?: Channel;
  readonly leads: readonly Lead[];
};

/** What a group has until somebody chooses: Thursday at 10:00 UTC, so that a reminder a day later is still in the week. */
export const usualSchedule = { rhythm: 'weekly', weekday: 4, hour: 10, zone: 'UTC' } as const;

/** Whether the actor speaks for the group: its chair, a deputy or a coordinator. */
export function speaksFor(actor: Actor, group: Group): boolean {
  return mayLead(actor, group) === undefined;
}

/** Undefined for a chair, a deputy or a coordinator; otherwise the refusal that says why and what to do. */
export function mayLead(actor: Actor, group: Group): Problem | undefined {
  if (actor.visitor) return { code: 'visitor', params: {} };
  if (actor.coordinator) return undefined;
  if (!group.leads.some(({ member }) => member.id === actor.member)) return { code: 'leads-only', params: { id: group.id } };
  return fromAccepted(actor);
}

/** The same of a group that is still at work. */
export function mayWorkIn(actor: Actor, group: Group): Problem | undefined {
  return hasEnded(group) ?? mayLead(actor, group);
}

/** What the group's people, its settings and its pauses hang on: undefined for a chair or a coordinator of a group that is still at work. */
export function mayRun(actor: Actor, group: Group): Problem | undefined {
  return hasEnded(group) ?? mayChair(actor, group);
}

function hasEnded({ id, state }: Group): Problem | undefined {
  return state === 'concluded' ? { code: 'group-stands', params: { id, state } } : undefined;
}

/**
 * Whether the group owes an update for a week, if it is active: none for one whose question came before it was in its state; a monthly one for the
 * week of its day that is the last in a month.
 */
export function owes(group: Group, week: Week): boolean {
  const { rhythm, since, weekday } = group.schedule;
  if (week < since || promptAt(group, week) < group.stateSince) return false;
  if (rhythm === 'weekly') return true;
  if (rhythm === 'fortnightly') return weeksBetween(since, week) % 2 === 0;
  const day = dayOf(week, weekday);
  return monthOf(addDays(day, 7)) !== monthOf(day);
}

/** When the group is asked for the update of a week. */
export function promptAt({ schedule: { zone, weekday, hour } }: Group, week: Week): Date {
  return hourIn(zone, dayOf(week, weekday), hour);
}

/**
 * When those who have not answered are asked once more: at the same hour of the next day that is no Saturday or Sunday, or of the very next day where
 * the week is over by then, since what comes after its close misses its digest. Undefined where that is too late as well.
 */
export function reminderAt({ schedule: { zone, weekday, hour } }: Group, week: Week): Date | undefined {
  const days = weekday >= 5 ? [8 - weekday, 1] : [1];
  return days.map((later) => hourIn(zone, addDays(dayOf(week, weekday), later), hour)).find((at) => at < closeOf(week));
}

/** The week that the group stands in, on its own clocks. */
export function currentWeek({ schedule }: Group, now: Date): Week {
  return weekIn(schedule.zone, now);
}

/** What a change of a group sets; `null` takes a fact away. */
export type GroupFacts = {
  readonly name?: string;
  readonly charter?: string | null;
  readonly state?: GroupState;
  readonly schedule?: Schedule;
  readonly channel?: Channel | null;
  readonly joining?: Joining;
};

export type GroupAct = 'group changed' | (typeof groupActs)[GroupMove];

/** What came of a group, and what of it stays open. */
export type Closing = { readonly outcome: string; readonly left: string };

/** Both as the one reason that is recorded: the only empty line in it stands between the two. */
export function closingReason({ outcome, left }: Closing): string {
  const parts = [outcome, left].map((text) => text.trim().replace(/\n\s*\n/g, '\n'));
  return parts.filter((text) => text !== '').join('\n\n');
}

/** The two again. */
export function readClosing(why: string): Closing {
  const [outcome = '', ...left] = why.split('\n\n');
  return { outcome, left: left.join('\n') };
}

/** A decision to be remembered; the store refuses it when the revision is no longer the one it was made from. */
export type GroupChange = {
  readonly act: GroupAct;
  readonly id: string;
  readonly revision: number;
  readonly set: GroupFacts;
  readonly why: string;
} & ByOffice;

/** Whether something is decided by right of the chair's office alone: the store refuses it when that has changed hands meanwhile. */
export type ByOffice = { readonly asChair?: boolean };

/** Whether whoever decided by right of the chair's office alone still holds it. */
export function stillHolds({ asChair }: ByOffice, member: string, group: Pick<Group, 'leads'>): boolean {
  return asChair !== true || roleIn({ member }, group) === 'chair';
}

/** Changes the settings, or refuses what is no hour, no day or no zone, and what changes nothing. A rhythm newly chosen counts from this week. */
export function changeGroup(
  group: Group,
  set: Omit<GroupFacts, 'state' | 'schedule'> & { readonly schedule?: Omit<Schedule, 'since'> },
  now: Date,
  why: string,
): GroupChange | Problem {
  if (group.state === 'concluded') return { code: 'group-stands', params: { id: group.id, state: group.state } };
  const { schedule, ...others } = set;
  if (schedule !== undefined && !isZone(schedule.zone)) return { code: 'zone-unknown', params: { said: schedule.zone } };
  const chosen = schedule === undefined ? {} : { schedule: { ...schedule, since: sinceWhen(group, schedule, now) } };
  const news = differing(group, { ...others, ...chosen });
  if (Object.keys(news).length === 0) return { code: 'nothing-changed', params: { id: group.id } };
  return { act: 'group changed', id: group.id, revision: group.revision, set: news, why };
}

function sinceWhen(group: Group, { rhythm, zone }: Omit<Schedule, 'since'>, now: Date): Week {
  return rhythm === group.schedule.rhythm ? group.schedule.since : weekIn(zone, now);
}

function differing(group: Group, set: GroupFacts): GroupFacts {
  const standing = new Map<string, unknown>(Object.entries(group));
  return Object.fromEntries(Object.entries(set).filter(([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(standing.get(name) ?? null)));
}

/** Leadership alone, where it is to rest or to wake; its chair or a coordinator otherwise. */
export function mayMoveGroup(actor: Actor, group: Group, move: GroupMove): Problem | undefined {
  if (move === 'rest' || move === 'wake') return may(actor, 'coordinator');
  return mayChair(actor, group);
}

/** Moves a group to another state, or refuses: by right, or by the table. */
export function moveGroup(actor: Actor, group: Group, move: Exclude<GroupMove, 'begin'>, why: string): GroupChange | Problem {
  const refused = mayMoveGroup(actor, group, move);
  if (refused !== undefined) return refused;
  const { id, revision, state: standing } = group;
  const state = groupTable[standing][move];
  if (state === undefined) return { code: 'group-stands', params: { id, state: standing } };
  return { act: groupActs[move], id, revision, set: { state }, why };
}

/** Undefined for a chair or a coordinator; otherwise the refusal that says why and what to do. */
export function mayChair(actor: Actor, group: Group): Problem | undefined {
  if (actor.visitor || actor.coordinator || roleIn(actor, group) === 'chair') return mayLead(actor, group);
  return { code: 'chairs-or-coordinators', params: { id: group.id } };
}

/** As what the actor speaks for a group; undefined where they do not. */
export function roleIn({ member: id }: Pick<Actor, 'member'>, { leads }: Pick<Group, 'leads'>): Role | undefined {
  return leads.find(({ member }) => member.id === id)?.role;
}

/** The states in which a group is to have a chair. */
export const chairedStates = ['forming', 'active', 'paused'] as const satisfies readonly GroupState[];

/** Why somebody who would answer is not asked to chair a group. */
export function notAsked(group: Group): Problem {
  return hasEnded(group) ?? { code: 'chair-not-asked', params: { id: group.id } };
}

/** Whether a group is to have a chair and has none. */
export function lacksChair({ state, leads }: Pick<Group, 'state' | 'leads'>): boolean {
  return chairedStates.some((one) => one === state) && !leads.some(({ role }) => role === 'chair');
}

/** Makes somebody a chair or deputy of a group, or ends that (`role` missing). `offered`: only while they say that they would chair it. */
export type Appointment = { readonly group: string; readonly account: Account; readonly role?: Role; readonly offered?: boolean } & ByOffice & Tongue;

/** What the platform told of the language of somebody who is named and may never have acted. */
export type Tongue = { readonly locale?: string };

/** Coordinators appoint chairs and deputies and dismiss them; a chair makes deputies of others than chairs; everybody may step down. */
export function mayAppoint(actor: Actor, group: Group, { account, role }: Pick<Appointment, 'account' | 'role'>): Problem | undefined {
  if (actor.visitor) return { code: 'visitor', params: {} };
  if (role !== undefined && group.state === 'concluded') return { code: 'group-stands', params: { id: group.id, state: group.state } };
  if (actor.coordinator || (role === undefined && account === actor.account)) return undefined;
  const chairs = group.leads.some((lead) => lead.role === 'chair' && lead.member.accounts.includes(account));
  return role === 'deputy' && !chairs ? mayChair(actor, group) : { code: 'coordinators-only', params: {} };
}
