import type { Channel } from '../../core/group.ts';
import type { DigestTurn } from '../../core/store-messages.ts';
import type { Week } from '../../core/week.ts';
import { keyOf } from '../channels.ts';
import { targetOf } from '../owe-messages.ts';
import { only, type Reading, readRows } from '../read.ts';
import { type SubscriptionRow, subscriptionColumns, toSubscription } from '../rows/subscription-row.ts';

/**
 * Of the channel $2 in the space $1 and the week $3; $4 is the channel as a destination. Keys of claims are what `digestKey` makes. A digest that
 * was claimed and did not arrive is none that was sent, unless nobody wanted it any more.
 */
const turnStatement = {
  name: 'digest turn',
  text: `SELECT ${only(`SELECT ${subscriptionColumns} FROM subscription WHERE space = $1 AND channel = $2`)} AS subscription,
  (SELECT right(max(claim.key), 10) FROM claim JOIN subscription ON subscription.space = $1 AND subscription.channel = $2
    WHERE claim.key > 'digest ' || subscription.id || ' ' AND claim.key < 'digest ' || subscription.id || ' ' || $3 AND NOT claim.skipped
      AND right(claim.key, 10) NOT IN (SELECT notice->>'week' FROM owed_message
        WHERE space = $1 AND state IN ('failed', 'skipped') AND target = $4 AND notice->>'kind' = 'digest' AND problem IS DISTINCT FROM 'off')) AS before,
  EXISTS (SELECT FROM owed_message WHERE target = $4 AND state IN ('owed', 'sending') AND notice->>'kind' = 'digest' AND notice->>'week' > $3) AS overtaken`,
};

type TurnRow = { readonly subscription: SubscriptionRow | null; readonly before: Week | null; readonly overtaken: boolean };

export async function readDigestTurn(reading: Pick<Reading, 'pool'>, given: Channel, week: Week): Promise<DigestTurn> {
  const { space, channel } = keyOf(given);
  const [row] = await readRows<TurnRow>(reading, turnStatement, [space, channel, week, targetOf({ kind: 'channel', space, channel })]);
  if (row === undefined) throw new Error('the digest of a channel answered no row');
  const { subscription, before, overtaken } = row;
  return { ...(subscription !== null && { subscription: toSubscription(subscription) }), ...(before !== null && { before }), overtaken };
}
