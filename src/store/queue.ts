import type { OwedMessage } from '../core/notice.ts';
import { type Reading, readRows } from './read.ts';
import { type MessageRow, messageColumns, toMessage } from './rows/message-row.ts';

/** Of the messages that a query brings, the $2 that come first on each platform. */
function firstOfEachPlatform(query: string, order: string): string {
  return `SELECT * FROM (
  SELECT message.*, row_number() OVER (PARTITION BY split_part(coalesce("to"->>'space', "to"->>'account'), ':', 1) ORDER BY ${order}, number) AS place
  FROM (${query}) AS message
) AS message WHERE place <= $2 ORDER BY ${order}, number`;
}

/** Whether a message is due at an instant. None is put off for longer than an hour: one that is due much later was put off by a clock that was ahead. */
function isDue(now: string): string {
  return `(message.due <= ${now} OR message.due > ${now} + interval '2 hours')`;
}

/**
 * The first of what waits at each destination, found by stepping from one destination to the next, so that the work grows neither with what was
 * sent nor with what waits behind. What is being sent stands first, in the order of its index, and holds up the others of its destination.
 */
const waitingStatement = {
  name: 'waiting messages',
  text: `WITH RECURSIVE head AS (
  (SELECT id, target FROM owed_message WHERE state IN ('owed', 'sending') ORDER BY target, state DESC, number LIMIT 1)
  UNION ALL
  SELECT next.id, next.target FROM head CROSS JOIN LATERAL (
    SELECT id, target FROM owed_message WHERE state IN ('owed', 'sending') AND target > head.target ORDER BY target, state DESC, number LIMIT 1
  ) AS next
)
${firstOfEachPlatform(
  `SELECT ${messageColumns}, message.number FROM head JOIN owed_message AS message USING (id)
WHERE message.state = 'owed' AND ${isDue('$1')}`,
  'due',
)}`,
};

export async function readWaiting(reading: Pick<Reading, 'pool'>, now: Date, limit: number): Promise<readonly OwedMessage[]> {
  return (await readRows<MessageRow>(reading, waitingStatement, [now, limit])).map(toMessage);
}

const stuckStatement = {
  name: 'stuck messages',
  text: firstOfEachPlatform(
    `SELECT ${messageColumns}, message.number FROM owed_message AS message WHERE message.state = 'sending' AND message.sending_since < $1
      AND ${isDue('$3::timestamptz')}`,
    '"sendingSince"',
  ),
};

export async function readStuck(reading: Pick<Reading, 'pool'>, before: Date, now: Date, limit: number): Promise<readonly OwedMessage[]> {
  return (await readRows<MessageRow>(reading, stuckStatement, [before, limit, now])).map(toMessage);
}
