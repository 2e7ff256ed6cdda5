import { languageOf } from '../../core/member.ts';
import type { Destination, MessageState, Notice, OwedMessage } from '../../core/notice.ts';

/** A message of the queue as a reading statement brings it. */
export type MessageRow = {
  readonly id: string;
  readonly notice: Notice;
  readonly to: Destination;
  readonly otherwise: Destination | null;
  readonly language: string | null;
  readonly state: MessageState;
  readonly due: Date | string;
  readonly attempts: number;
  readonly sendingSince: Date | string | null;
  readonly begun: Date | string | null;
  readonly reference: string | null;
  readonly problem: string | null;
};

/** The columns of a `MessageRow` under its names. */
export const messageColumns = `message.id, message.notice, message."to", message.otherwise, message.language, message.state, message.due, message.attempts,
  message.sending_since AS "sendingSince", message.begun, message.reference, message.problem`;

export function toMessage(row: MessageRow): OwedMessage {
  const language = languageOf(row.language);
  return {
    id: row.id,
    notice: row.notice,
    to: row.to,
    ...(language !== undefined && { language }),
    ...(row.otherwise !== null && { otherwise: row.otherwise }),
    state: row.state,
    due: new Date(row.due),
    attempts: row.attempts,
    ...(row.sendingSince !== null && { sendingSince: new Date(row.sendingSince) }),
    ...(row.begun !== null && { begun: new Date(row.begun) }),
    ...(row.reference !== null && { reference: row.reference }),
    ...(row.problem !== null && { problem: row.problem }),
  };
}
