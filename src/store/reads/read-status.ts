import { terminalSpace } from '../../core/account.ts';
import type { Sender } from '../../core/store.ts';
import type { SpaceHealth, StatusFacts } from '../../core/store-messages.ts';
import { withNamed } from '../known-coordinators.ts';
import { list, type Reading, read, statement } from '../read.ts';
import { coordinatorColumns, holdsRight, type MemberRow } from '../rows/member-row.ts';
import { type MessageRow, messageColumns, toMessage } from '../rows/message-row.ts';
import { type SubscriptionRow, subscriptionColumns, toSubscription } from '../rows/subscription-row.ts';
import { lastTick } from '../tick.ts';

/** How far is counted. */
const counted = 1000;

function countOf(condition: string): string {
  return `(SELECT count(*)::int FROM (SELECT FROM owed_message WHERE ${condition} LIMIT ${counted}) AS found)`;
}

/** Of the uncertain or the failed ones that ended since $3, the newest. */
function newest(state: 'uncertain' | 'failed'): string {
  return `(SELECT * FROM owed_message WHERE state = '${state}' AND ended >= $3::timestamptz ORDER BY ended DESC, number DESC LIMIT 10)`;
}

/** Steps from one space that messages went to to the next, so that the work does not grow with what was sent. */
const spacesServed = `WITH RECURSIVE served AS (
      SELECT min(space) AS space FROM owed_message
      UNION ALL SELECT (SELECT min(space) FROM owed_message WHERE space > served.space) FROM served WHERE served.space IS NOT NULL
    )`;

const lastIn = (state: string): string =>
  `(SELECT ended AS at, problem FROM owed_message WHERE owed_message.space = served.space AND state = '${state}' ORDER BY ended DESC LIMIT 1)`;

const statusStatement = statement('status', {
  columns: [
    `(SELECT at FROM setting WHERE name = '${lastTick}') AS tick`,
    `${countOf("state IN ('owed', 'sending')")} AS waiting`,
    `(SELECT min(owed) FROM (SELECT owed FROM owed_message WHERE state IN ('owed', 'sending') LIMIT ${counted}) AS found) AS oldest`,
    `(SELECT min(owed) FROM (SELECT owed FROM owed_message WHERE state IN ('owed', 'sending') AND space <> '${terminalSpace}' LIMIT ${counted}) AS found) AS held`,
    `${list(`SELECT ${messageColumns} FROM (${newest('uncertain')} UNION ALL ${newest('failed')}) AS message
      ORDER BY message.ended DESC, message.number DESC LIMIT 10`)} AS troubled`,
    `${countOf("state = 'uncertain' AND ended >= $3::timestamptz")} AS uncertain`,
    `${countOf("state = 'failed' AND ended >= $3::timestamptz")} AS failed`,
    `${list(`${spacesServed}
      SELECT served.space, delivered.at AS delivered, failure.at AS failed, failure.problem FROM served
      LEFT JOIN LATERAL ${lastIn('sent')} AS delivered ON true
      LEFT JOIN LATERAL (SELECT * FROM (${lastIn('failed')} UNION ALL ${lastIn('uncertain')}) AS last ORDER BY at DESC LIMIT 1) AS failure ON true
      WHERE served.space IS NOT NULL ORDER BY served.space`)} AS spaces`,
    `${list(`SELECT ${subscriptionColumns} FROM subscription WHERE state = 'paused' ORDER BY space, channel LIMIT 100`)} AS paused`,
    `${list(`SELECT ${coordinatorColumns('$4')} FROM member
      WHERE id IN (SELECT member_id FROM account WHERE ${holdsRight('$4')}) ORDER BY created, id`)} AS coordinators`,
  ],
});

type SpaceRow = { readonly space: string; readonly delivered: string | null; readonly failed: string | null; readonly problem: string | null };

type StatusRow = {
  readonly tick: Date | null;
  readonly waiting: number;
  readonly oldest: Date | null;
  readonly held: Date | null;
  readonly troubled: readonly MessageRow[];
  readonly uncertain: number;
  readonly failed: number;
  readonly spaces: readonly SpaceRow[];
  readonly paused: readonly SubscriptionRow[];
  readonly coordinators: readonly MemberRow[];
};

/** So many coordinators are named. */
const namedAtMost = 10;

/** What is older than this is not shown any more, in milliseconds. */
const shownFor = 30 * 86_400_000;

export async function readStatus(reading: Reading, sender: Sender, now: Date): Promise<StatusFacts> {
  const { named } = reading.rights;
  const { actor, row } = await read<StatusRow>(reading, statusStatement, sender, [new Date(now.getTime() - shownFor), named]);
  const coordinators = withNamed(row.coordinators, named);
  return {
    actor,
    ...(row.tick && { tick: row.tick }),
    waiting: row.waiting,
    ...(row.oldest && { oldest: row.oldest }),
    ...(row.held && { held: row.held }),
    troubled: row.troubled.map(toMessage),
    uncertain: row.uncertain,
    failed: row.failed,
    spaces: row.spaces.map(toHealth),
    paused: row.paused.map(toSubscription),
    coordinators: coordinators.slice(0, namedAtMost),
    moreCoordinators: Math.max(0, coordinators.length - namedAtMost),
  };
}

function toHealth({ space, delivered, failed, problem }: SpaceRow): SpaceHealth {
  return {
    space,
    ...(delivered !== null && { delivered: new Date(delivered) }),
    ...(failed !== null && { failure: { at: new Date(failed), problem: problem ?? '' } }),
  };
}
