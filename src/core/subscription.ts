import type { Channel } from './group.ts';
import type { Language } from './member.ts';
import type { Notice } from './notice.ts';
import { addWeeks, closeOf, dayOf, type Week, weekIn } from './week.ts';
import { hourIn } from './zone.ts';

/** `paused` by the bot itself when the channel cannot be written to any more. */
export const subscriptionStates = ['on', 'off', 'paused'] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

/** What a channel gets: the weekly digest at its own hour, and news. */
export type Subscription = Channel & {
  /** A surrogate id. */
  readonly id: string;
  readonly digest: boolean;
  /** Late updates and what is decided about groups. */
  readonly news: boolean;
  readonly language: Language;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  /** 0 to 23, on the clocks of the zone. */
  readonly hour: number;
  /** An IANA zone. */
  readonly zone: string;
  readonly state: SubscriptionState;
  /** Why the bot paused it, as a word for the log and for `status`. */
  readonly reason?: string;
  /** The surrogate id of whoever configured it. */
  readonly configuredBy: string;
  /** Since when it stands like this: what was due before is not sent. */
  readonly since: Date;
};

/** What somebody chooses for a channel. */
export type SubscriptionFacts = Pick<Subscription, 'digest' | 'news' | 'language' | 'weekday' | 'hour' | 'zone'>;

/** What a channel gets because it was switched on, and as which part of what was chosen for it. */
const parts: ReadonlyMap<Notice['kind'], 'digest' | 'news'> = new Map([
  ['digest', 'digest'],
  ['update late', 'news'],
  ['chair wanted', 'news'],
  ['group established', 'news'],
  ['group concluded', 'news'],
]);

/** The same as a list. */
export const orderedKinds: readonly Notice['kind'][] = [...parts.keys()];

/** Whether a channel is still to get what it gets because it was switched on; anything else it gets whatever was chosen. What the bot has paused is still wanted. */
export function wants(chosen: Pick<Subscription, 'state' | 'digest' | 'news'>, kind: Notice['kind']): boolean {
  const part = parts.get(kind);
  return part === undefined || (chosen.state !== 'off' && chosen[part]);
}

/** What a channel has until somebody chooses: Tuesday at 09:00, when the week before is over everywhere. */
export const usualSubscription = { digest: true, news: true, weekday: 2, hour: 9 } as const;

/** A digest that is due: at which instant, and which week it covers. */
export type DigestDue = { readonly at: Date; readonly week: Week };

/** When a channel gets its digest. */
type Hour = Pick<Subscription, 'zone' | 'weekday' | 'hour'>;

/** The latest digest that has come due. Each week is covered by one digest, in order, and by none before it is over everywhere. */
export function digestDue(chosen: Hour, now: Date): DigestDue {
  const week = weekIn(chosen.zone, now);
  return digestIn(chosen, dueIn(chosen, week) <= now ? week : addWeeks(week, -1));
}

/** The next digest to come; no week up to `lastWeek` is told again, as it might be where the hour was changed. */
export function digestNext(chosen: Hour, now: Date, lastWeek?: Week): DigestDue {
  const next = digestIn(chosen, addWeeks(weekIn(chosen.zone, digestDue(chosen, now).at), 1));
  return lastWeek === undefined || next.week > lastWeek ? next : digestNext(chosen, next.at, lastWeek);
}

/** When the digest that covers a week is due. */
export function digestAt(chosen: Hour, week: Week): Date {
  return dueIn(chosen, addWeeks(week, weeksBehind(chosen, week)));
}

function digestIn(chosen: Hour, week: Week): DigestDue {
  return { at: dueIn(chosen, week), week: addWeeks(week, -weeksBehind(chosen, week)) };
}

function dueIn({ zone, weekday, hour }: Hour, week: Week): Date {
  return hourIn(zone, dayOf(week, weekday), hour);
}

/** Clocks that change stay as they are for longer than a quarter of a year, so that one of these weeks knows either. */
const quarters = [0, 13, 26, 39];

/**
 * A digest covers the week before the one it comes in; the one before that where its hour lies before the close at any time of the year. It is the
 * same all the year, or a week would be left out when the clocks change.
 */
function weeksBehind(chosen: Hour, week: Week): number {
  const isAlwaysOver = quarters.every((ahead) => dueIn(chosen, addWeeks(week, ahead)) >= closeOf(addWeeks(week, ahead - 1)));
  return isAlwaysOver ? 1 : 2;
}
