import type { Channel } from './group.ts';
import type { Language } from './member.ts';
import { addWeeks, dayOf, latestWeekOver, type Week, weekIn } from './week.ts';
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

/** What a channel has until somebody chooses: Tuesday at 09:00, when the week before is over everywhere. */
export const usualSubscription = { digest: true, news: true, weekday: 2, hour: 9 } as const;

/** A digest that is due: at which instant, and which week it covers. */
export type DigestDue = { readonly at: Date; readonly week: Week };

/** The latest digest that has come due; it covers the latest week that was over everywhere at its instant. */
export function digestDue({ zone, weekday, hour }: Pick<Subscription, 'zone' | 'weekday' | 'hour'>, now: Date): DigestDue {
  const week = weekIn(zone, now);
  const at = (of: Week): Date => hourIn(zone, dayOf(of, weekday), hour);
  const due = at(week) <= now ? at(week) : at(addWeeks(week, -1));
  return { at: due, week: latestWeekOver(due) };
}

/** The next digest to come. */
export function digestNext(chosen: Pick<Subscription, 'zone' | 'weekday' | 'hour'>, now: Date): DigestDue {
  const { at } = digestDue(chosen, now);
  const next = hourIn(chosen.zone, dayOf(addWeeks(weekIn(chosen.zone, at), 1), chosen.weekday), chosen.hour);
  return { at: next, week: latestWeekOver(next) };
}
