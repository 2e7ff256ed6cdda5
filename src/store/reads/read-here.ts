import type { Channel } from '../../core/group.ts';
import type { Sender } from '../../core/store.ts';
import type { HereFacts } from '../../core/store-messages.ts';
import type { Week } from '../../core/week.ts';
import { only, type Reading, read, statement } from '../read.ts';
import { lastWeekColumn, type SubscriptionRow, subscriptionColumns, toSubscription } from '../rows/subscription-row.ts';
import { storableText } from '../storable.ts';

/** Of the channel $4 in the space $3. */
const hereStatement = statement('here', {
  columns: [
    `${only(`SELECT ${subscriptionColumns}, ${lastWeekColumn} FROM subscription WHERE space = $3 AND channel = $4`)} AS subscription`,
    `(SELECT account.key FROM account JOIN subscription ON subscription.configured_by = account.member_id
      WHERE subscription.space = $3 AND subscription.channel = $4
      ORDER BY account.acted DESC NULLS LAST, account.key LIMIT 1) AS "configuredBy"`,
    'EXISTS (SELECT FROM leadership_channel WHERE space = $3 AND channel = $4) AS leadership',
  ],
});

type HereRow = {
  readonly subscription: (SubscriptionRow & { readonly lastWeek: Week | null }) | null;
  readonly configuredBy: string | null;
  readonly leadership: boolean;
};

export async function readHere(reading: Reading, sender: Sender, { space, channel }: Channel): Promise<HereFacts> {
  const { actor, row } = await read<HereRow>(reading, hereStatement, sender, [storableText(space), storableText(channel)]);
  return {
    actor,
    ...(row.subscription && toChosen(row.subscription)),
    ...(row.configuredBy !== null && { configuredBy: row.configuredBy }),
    leadership: row.leadership,
  };
}

function toChosen({ lastWeek, ...row }: NonNullable<HereRow['subscription']>): Pick<HereFacts, 'subscription' | 'lastWeek'> {
  return { subscription: toSubscription(row), ...(lastWeek !== null && { lastWeek }) };
}
