import type { OwedMessage } from '../../core/notice.ts';
import type { Read, Sender } from '../../core/store.ts';
import type { Subscription } from '../../core/subscription.ts';
import { only, type Reading, read, statement } from '../read.ts';
import { type MessageRow, messageColumns, toMessage } from '../rows/message-row.ts';
import { type SubscriptionRow, subscriptionColumns, toSubscription } from '../rows/subscription-row.ts';

/** The message $3, and the subscription that it speaks of, else that of the channel it goes to. */
const messageStatement = statement('message', {
  queries: [`message AS MATERIALIZED (SELECT * FROM owed_message WHERE id = $3::uuid)`],
  columns: [
    `${only(`SELECT ${messageColumns} FROM message`)} AS message`,
    `${only(`SELECT ${subscriptionColumns} FROM message JOIN subscription
      ON CASE WHEN message.notice ? 'subscription' THEN subscription.id::text = message.notice ->> 'subscription'
        ELSE subscription.space = message."to" ->> 'space' AND subscription.channel = message."to" ->> 'channel' END`)} AS subscription`,
  ],
});

type MessageFile = Read<{ readonly message?: OwedMessage; readonly subscription?: Subscription }>;

type FileRow = { readonly message: MessageRow | null; readonly subscription: SubscriptionRow | null };

/** An id that is none names no message. */
export async function readMessage(reading: Reading, sender: Sender, id: string): Promise<MessageFile> {
  const { actor, row } = await read<FileRow>(reading, messageStatement, sender, [isMessageId(id) ? id : null]);
  return {
    actor,
    ...(row.message && { message: toMessage(row.message) }),
    ...(row.subscription && { subscription: toSubscription(row.subscription) }),
  };
}

/** Whether a text can be the id of a message; the database would refuse any other. */
export function isMessageId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
