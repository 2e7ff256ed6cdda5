import { aheadOf } from '../../core/duty.ts';
import type { DutyFacts } from '../../core/store-messages.ts';
import { addWeeks, type Week, weekIn } from '../../core/week.ts';
import { withNamed } from '../known-coordinators.ts';
import { list, type Reading, readRows } from '../read.ts';
import { type GroupRow, groupColumns, isChairlessRow, toGroup } from '../rows/group-row.ts';
import { coordinatorColumns, holdsRight, isCutOff, type MemberRow } from '../rows/member-row.ts';
import { lastWeekColumn, type SubscriptionRow, subscriptionColumns, toSubscription } from '../rows/subscription-row.ts';

/**
 * What due times are found from, as of $1: of the weeks since $2, and of what was claimed since $1 unless it was skipped between $4 and $5; $3 are the
 * accounts that the configuration names.
 */
const dutiesStatement = {
  name: 'duties',
  text: `SELECT
${list(`SELECT ${groupColumns},
    ARRAY(SELECT week FROM progress_update WHERE group_id = working_group.id AND week >= $2::date ORDER BY week) AS told,
    (SELECT max(week) FROM progress_update WHERE group_id = working_group.id) AS last
  FROM working_group WHERE state = 'active' ORDER BY number`)} AS groups,
${list(`SELECT ${subscriptionColumns},
    ${lastWeekColumn}
  FROM subscription WHERE state = 'on' AND digest ORDER BY space, channel`)} AS subscriptions,
${list(`SELECT working_group.id, max(chair_offer.at) AS asked FROM working_group JOIN chair_offer ON chair_offer.group_id = working_group.id
  WHERE ${isChairlessRow}
  GROUP BY working_group.id ORDER BY number`)} AS chairless,
${list(`SELECT ${coordinatorColumns('$3')} FROM member
  WHERE id IN (SELECT member_id FROM account WHERE ${holdsRight('$3')}) ORDER BY created, id`)} AS coordinators,
ARRAY(SELECT key FROM account WHERE ${holdsRight('$3')} AND ${isCutOff}) AS "cutOff",
${list(`SELECT id, state, waiting_since AS "waitingSince" FROM proposal WHERE state = 'proposed' ORDER BY number`)} AS proposals,
ARRAY(SELECT key FROM claim WHERE due >= $1::timestamptz AND NOT (skipped AND at > $4::timestamptz AND at < $5::timestamptz)) AS claimed`,
};

type DutiesRow = {
  readonly groups: readonly (GroupRow & { readonly told: readonly Week[]; readonly last: Week | null })[];
  readonly subscriptions: readonly (SubscriptionRow & { readonly lastWeek: Week | null })[];
  readonly chairless: readonly { readonly id: string; readonly asked: string }[];
  readonly coordinators: readonly MemberRow[];
  readonly cutOff: readonly string[];
  readonly proposals: readonly { readonly id: string; readonly state: 'proposed'; readonly waitingSince: string }[];
  readonly claimed: readonly string[];
};

/** How far back is looked. */
const weeksBack = 10;

export async function readDuties(reading: Reading, now: Date): Promise<DutyFacts> {
  const { named } = reading.rights;
  const from = addWeeks(weekIn('UTC', now), -weeksBack);
  const [row] = await readRows<DutiesRow>(reading, dutiesStatement, [new Date(`${from}T00:00:00.000Z`), from, named, ...aheadOf(now)]);
  if (row === undefined) throw new Error('the duties answered no row');
  return {
    groups: row.groups.map(({ told, last, ...group }) => ({ group: toGroup(group), told, ...(last !== null && { last }) })),
    subscriptions: row.subscriptions.map(({ lastWeek, ...one }) => ({ subscription: toSubscription(one), ...(lastWeek !== null && { lastWeek }) })),
    chairless: row.chairless.map(({ id, asked }) => ({ id, asked: new Date(asked) })),
    coordinators: withNamed(row.coordinators, named).map((one) => ({ ...one, accounts: one.accounts.filter((account) => !row.cutOff.includes(account)) })),
    proposals: row.proposals.map(({ waitingSince, ...one }) => ({ ...one, waitingSince: new Date(waitingSince) })),
    claimed: new Set(row.claimed),
  };
}
