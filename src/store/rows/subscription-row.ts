import { languages } from '../../core/member.ts';
import { type Subscription, type SubscriptionState, subscriptionStates } from '../../core/subscription.ts';

/** The latest week whose digest was claimed for the subscription of the row; keys of claims are what `digestKey` makes. */
export const lastWeekColumn = `right((SELECT max(key) FROM claim WHERE key > 'digest ' || subscription.id || ' ' AND key < 'digest ' || subscription.id || ' :'), 10) AS "lastWeek"`;

/** What a channel gets, as the database holds it. */
export type SubscriptionRow = {
  readonly id: string;
  readonly space: string;
  readonly channel: string;
  readonly digest: boolean;
  readonly news: boolean;
  readonly language: string;
  readonly weekday: number;
  readonly hour: number;
  readonly zone: string;
  readonly state: string;
  readonly reason: string | null;
  readonly configuredBy: string;
  readonly since: Date | string;
};

/** The columns of a `SubscriptionRow` under its names. */
export const subscriptionColumns = `subscription.id, subscription.space, subscription.channel, subscription.digest, subscription.news,
  subscription.language, subscription.weekday, subscription.hour, subscription.zone, subscription.state, subscription.reason,
  subscription.configured_by AS "configuredBy", subscription.since`;

/** A language that the bot no longer speaks is English. */
export function toSubscription({ reason, ...row }: SubscriptionRow): Subscription {
  return {
    ...row,
    language: languages.find((language) => language === row.language) ?? 'en',
    state: stateOf(row.state),
    ...(reason !== null && { reason }),
    since: new Date(row.since),
  };
}

function stateOf(text: string): SubscriptionState {
  const known = subscriptionStates.find((state) => state === text);
  if (known === undefined) throw new Error(`a subscription is in no state that there is: ${text}`);
  return known;
}
