import { type Channel, currentWeek, type Group, type Lead, owes, promptAt, reminderAt } from './group.ts';
import { isAway, type Member } from './member.ts';
import type { Destination, NewMessage, Notice, Question } from './notice.ts';
import { isUnanswered, type Proposal } from './proposal.ts';
import { digestAt, digestDue, type Subscription } from './subscription.ts';
import type { Update } from './update.ts';
import { addWeeks, isWeekOver, type Week, weekIn, weeksBetween } from './week.ts';

/** A due time has come: what it is claimed under, once for ever unless a clock that was ahead has skipped it, and the messages that it makes. */
export type Duty = {
  readonly key: string;
  readonly at: Date;
  /** It was found too late, because the bot was down, and somebody would have got it: it is noted and nothing is sent. */
  readonly skipped: boolean;
  readonly messages: readonly NewMessage[];
  /** The proposal whose cards are brought up to date, since time alone has changed what they say. */
  readonly card?: string;
};

/** A question that comes later than this is not asked any more, in milliseconds. */
const patience = 2 * 3_600_000;

/** Clocks of several machines differ by less than the first, and one that is wrong is ahead by less than the second, in milliseconds. */
const clocksApart = [5 * 60_000, 2 * 86_400_000] as const;

/** What was skipped between these instants was found by a clock that was ahead, and may be claimed anew where it is not too late. */
export function aheadOf(now: Date): readonly [Date, Date] {
  const [least, most] = clocksApart;
  return [new Date(now.getTime() + least), new Date(now.getTime() + most)];
}

/** How far back a due time is looked for: a monthly rhythm leaves at most five weeks between two. */
const weeksBack = 5;

/** The question for a week's update that has come due last; nobody is asked who is away, wants no question, or whose group has answered. */
export function promptDue(group: Group, told: readonly Week[], now: Date): Duty | undefined {
  return questionDue('prompt', promptAt, group, told, now);
}

/** The one reminder for those who have not answered. */
export function reminderDue(group: Group, told: readonly Week[], now: Date): Duty | undefined {
  return questionDue('reminder', reminderAt, group, told, now);
}

type When = (group: Group, week: Week) => Date | undefined;

function questionDue(kind: 'prompt' | 'reminder', when: When, group: Group, told: readonly Week[], now: Date): Duty | undefined {
  const due = group.state === 'active' ? lastAsked(group, when, now) : undefined;
  if (due === undefined || told.includes(due.week)) return undefined;
  const { week, at } = due;
  const late = now.getTime() - at.getTime() > patience;
  const asked = questions({ kind, group: group.id, week }, group, now);
  return { key: `${kind} ${group.id} ${week}`, at, skipped: late && asked.length > 0, messages: late ? [] : asked };
}

/** The latest week whose question has come due, where it is one that was asked since the group stands as it stands: nobody is reminded of another. */
function lastAsked(group: Group, when: When, now: Date): { readonly week: Week; readonly at: Date } | undefined {
  const newest = addWeeks(weekIn(group.schedule.zone, now), 1);
  for (let back = 0; back <= weeksBack + 1; back += 1) {
    const week = addWeeks(newest, -back);
    const at = when(group, week);
    if (at !== undefined && at <= now && owes(group, week)) return promptAt(group, week) >= group.settled ? { week, at } : undefined;
  }
  return undefined;
}

function questions(notice: Notice, group: Group, now: Date): NewMessage[] {
  const messages = group.leads.filter(({ member }) => !isAway(member, now)).flatMap(({ member }) => question(notice, group, member));
  return messages.filter(({ to }, index) => messages.findIndex((other) => JSON.stringify(other.to) === JSON.stringify(to)) === index);
}

/** One question in the way that the member chose, with the group's channel behind closed direct messages. */
function question(notice: Notice, { channel }: Group, { accounts, reminders, language }: Lead['member']): NewMessage[] {
  const [account] = accounts;
  if (account === undefined || reminders === 'never') return [];
  const place: Destination | undefined = channel === undefined ? undefined : { kind: 'channel', ...channel };
  const person: Destination = { kind: 'person', account };
  const directly = reminders === 'direct' || place === undefined;
  return [{ notice, to: directly ? person : place, ...(language !== undefined && { language }), ...(directly && place !== undefined && { otherwise: place }) }];
}

/** Whether a question that was owed would come too late now, unless somebody wants it posted again. */
export function isTooLate({ kind, week, again }: Question, group: Group, now: Date): boolean {
  const at = kind === 'prompt' ? promptAt(group, week) : reminderAt(group, week);
  return again !== true && (at === undefined || now.getTime() - at.getTime() > patience);
}

function mayBeAsked({ member }: Lead, at: Date): boolean {
  return !isAway(member, at) && member.reminders !== 'never';
}

/** Whether somebody who speaks for a group may be asked at an instant: they are there then, and want to be. */
export function asksSomebody({ leads }: Pick<Group, 'leads'>, at: Date): boolean {
  return leads.some((lead) => mayBeAsked(lead, at));
}

/** Whether a question that was owed is still one: its group is asked and has not answered, and somebody whom it reaches speaks for it and may be asked. */
export function isStillAsked({ state, leads }: Group, isTold: boolean, to: Destination, now: Date): boolean {
  if (state !== 'active' || isTold) return false;
  const reached = leads.filter(({ member }) => to.kind === 'channel' || member.accounts.includes(to.account));
  return reached.some((lead) => mayBeAsked(lead, now));
}

/** Whether the group is still as silent as it was when `missing` was found, of which the first is the oldest. */
export function isStillSilent({ state }: Group, [first]: readonly Week[], last: Week | undefined): boolean {
  return state === 'active' && (first === undefined || last === undefined || last < first);
}

/**
 * The digest that a channel is owed: the newest one that has come due since it is switched on. `lastWeek` is the latest week that was claimed, also
 * by being over when it was switched on; without one, what was due before it stands as it stands is not owed.
 */
export function digestOwed(subscription: Subscription, lastWeek: Week | undefined, now: Date): Duty | undefined {
  if (!subscription.digest || subscription.state !== 'on') return undefined;
  const { at, week } = digestDue(subscription, now);
  const isNew = lastWeek === undefined ? at >= subscription.since : week > lastWeek;
  if (!isNew) return undefined;
  const { id, space, channel, language } = subscription;
  return { key: digestKey(id, week), at, skipped: false, messages: [{ notice: { kind: 'digest', week }, to: { kind: 'channel', space, channel }, language }] };
}

/** Under which the digest of a week is claimed for the channel of a subscription. */
export function digestKey(subscription: string, week: Week): string {
  return `digest ${subscription} ${week}`;
}

/** Whether the digest of a week is sent too late, by the hour of its channel or since that was chosen. */
export function isDigestLate(subscription: Subscription, week: Week, now: Date): boolean {
  const due = Math.max(digestAt(subscription, week).getTime(), subscription.since.getTime());
  return now.getTime() - due > patience;
}

/** Named weeks at most, so that a year's outage does not fill the digest. */
const mostSkipped = 8;

/** The weeks whose digests were not sent between two that are, the latest ones where there are many. */
export function skippedBetween(before: Week | undefined, week: Week): Week[] {
  const missed = before === undefined ? 0 : weeksBetween(before, week) - 1;
  return Array.from({ length: Math.max(0, Math.min(missed, mostSkipped)) }, (_, index) => addWeeks(week, -index - 1)).toReversed();
}

const silentWeeks = 4;

/** A group without a chair, and when somebody was last asked to be one. */
export type Chairless = { readonly id: string; readonly asked: Date };

/**
 * Tells the coordinators of a group that has said nothing for four weeks though it owed an update, once for each silence. `told` are the weeks
 * that have an update, `last` the week of the latest.
 */
export function silenceDue(group: Group, told: readonly Week[], last: Week | undefined, coordinators: readonly Member[], now: Date): Duty | undefined {
  if (group.state !== 'active') return undefined;
  const active = firstAsked(group);
  const from = last === undefined || last < active ? active : addWeeks(last, 1);
  const weeks = weeksOver(from, now);
  const missing = weeks.filter((week) => owes(group, week) && !told.includes(week));
  if (weeks.length < silentWeeks || missing.length === 0) return undefined;
  const notice: Notice = { kind: 'silence', group: group.id, missing: missing.slice(0, silentWeeks) };
  return toCoordinators(notice, `silence ${group.id} ${from}`, coordinators, now);
}

/** The first week whose question comes since the group is in its state. */
function firstAsked(group: Group): Week {
  const week = currentWeek(group, group.stateSince);
  return promptAt(group, week) < group.stateSince ? addWeeks(week, 1) : week;
}

/** Those over everywhere, as many as hold an owed one in any rhythm, and four of them in a row. */
function weeksOver(from: Week, now: Date): Week[] {
  const weeks: Week[] = [];
  for (let week = from; isWeekOver(week, now) && weeks.length < silentWeeks + weeksBack; week = addWeeks(week, 1)) weeks.push(week);
  return weeks;
}

/** How long whoever is asked to chair a group without a chair may think before leadership hears of it. */
const chairAnswers = 7 * 86_400_000;

/** Tells the coordinators of a group that nobody chairs although somebody was asked to, `asked` last, a week ago. */
export function chairlessDue({ id, asked }: Chairless, coordinators: readonly Member[], now: Date): Duty | undefined {
  if (now.getTime() - asked.getTime() < chairAnswers) return undefined;
  const notice: Notice = { kind: 'chair wanted', group: id };
  return toCoordinators(notice, `chairless ${id} ${asked.toISOString()}`, coordinators, now);
}

/** What coordinators are told once is due from when there is one who can be reached. */
function toCoordinators(notice: Notice, key: string, coordinators: readonly Member[], now: Date): Duty | undefined {
  const messages = coordinators.flatMap((one) => toMember(notice, one));
  return messages.length === 0 ? undefined : { key, at: now, skipped: false, messages };
}

/** The cards of a proposal are to say that it has waited four weeks without an answer, once for each time that it waits. */
export function unansweredDue(proposal: Pick<Proposal, 'id' | 'state' | 'waitingSince'>, now: Date): Duty | undefined {
  if (!isUnanswered(proposal, now)) return undefined;
  const { id, waitingSince } = proposal;
  return { key: `unanswered ${id} ${waitingSince.toISOString()}`, at: now, skipped: false, messages: [], card: id };
}

/** A message to a member directly; nobody who cannot be reached gets one. */
export function toMember(notice: Notice, { accounts, language }: Member): NewMessage[] {
  const [account] = accounts;
  return account === undefined ? [] : [{ notice, to: { kind: 'person', account }, ...(language !== undefined && { language }) }];
}

/** Where the digest of a week was sent, in a channel that gets news. */
export type Informed = Pick<Subscription, 'space' | 'channel' | 'language'>;

/**
 * What follows from a first record of an update: the group's channel hears of it, and those that had its week's digest already, that it came late; each
 * once, so that the group's channel is told both in one, whatever it gets by then.
 */
export function messagesAfterUpdate({ id }: Pick<Update, 'id'>, { channel: own }: Group, informed: readonly Informed[]): NewMessage[] {
  const isOwn = ({ space, channel }: Channel) => space === own?.space && channel === own.channel;
  const late = informed.some(isOwn) ? ({ late: true } as const) : {};
  const announced: NewMessage[] = own === undefined ? [] : [{ notice: { kind: 'update recorded', update: id, ...late }, to: { kind: 'channel', ...own } }];
  const others = informed.filter((one) => !isOwn(one));
  return [
    ...announced,
    ...others.map(
      ({ space, channel, language }): NewMessage => ({ notice: { kind: 'update late', update: id }, to: { kind: 'channel', space, channel }, language }),
    ),
  ];
}
