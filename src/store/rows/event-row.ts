import { type Act, personalActs } from '../../core/act.ts';
import type { Event } from '../../core/store.ts';
import { list } from '../read.ts';
import { standing } from './member-row.ts';

/** A line of the record as a reading statement brings it. */
export type EventRow = {
  readonly at: string;
  readonly member: string | null;
  readonly space: string | null;
  readonly act: Act;
  readonly object: string;
  readonly old: unknown;
  readonly new: unknown;
  readonly why: string | null;
  readonly taker: readonly string[] | null;
};

/** The accounts of whoever a line of the record put into an office, as they are reached now. */
const taker = `CASE WHEN event.act IN ('chair appointed', 'deputy appointed', 'chair accepted') THEN nullif(ARRAY(
    SELECT account.key FROM account WHERE account.member_id = ${standing("(event.new->>'member')::uuid")}
    ORDER BY account.platform = 'terminal', account.acted DESC NULLS LAST, account.key
  ), '{}') END`;

export const eventColumns = `event.at, event.member, event.space, event.act, event.object, event.old, event.new, event.why, ${taker} AS taker`;

/** What happened to the object $3, newest first, as a value. */
export function historyOf(bounds: string): string {
  const personal = personalActs.map((act) => `'${act}'`).join(', ');
  return list(`SELECT ${eventColumns} FROM event WHERE event.object = $3 AND event.act NOT IN (${personal}) ORDER BY event.id DESC ${bounds}`);
}

export function toEvent(row: EventRow): Event {
  return {
    at: new Date(row.at),
    act: row.act,
    object: row.object,
    ...(row.member !== null && { member: row.member }),
    ...(row.taker !== null && { taker: row.taker }),
    ...(row.space !== null && { space: row.space }),
    ...(row.old !== null && { old: row.old }),
    ...(row.new !== null && { new: row.new }),
    ...(row.why !== null && { why: row.why }),
  };
}
