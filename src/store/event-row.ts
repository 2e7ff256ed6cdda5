import type { Event } from '../core/store.ts';

/** A line of the record as a reading statement brings it. */
export type EventRow = {
  readonly at: string;
  readonly member: string | null;
  readonly space: string | null;
  readonly act: string;
  readonly object: string;
  readonly old: unknown;
  readonly new: unknown;
  readonly why: string | null;
};

export const eventColumns = 'event.at, event.member, event.space, event.act, event.object, event.old, event.new, event.why';

export function toEvent(row: EventRow): Event {
  return {
    at: new Date(row.at),
    act: row.act,
    object: row.object,
    ...(row.member !== null && { member: row.member }),
    ...(row.space !== null && { space: row.space }),
    ...(row.old !== null && { old: row.old }),
    ...(row.new !== null && { new: row.new }),
    ...(row.why !== null && { why: row.why }),
  };
}
