import type { Platform } from '../../core/account.ts';
import type { Status, Update } from '../../core/update.ts';
import { standing } from './member-row.ts';

/** A progress update at one of its revisions, as the database holds it. */
export type UpdateRow = {
  readonly id: string;
  readonly group: string;
  readonly week: string;
  readonly revision: number;
  readonly status: Status;
  readonly done: string;
  readonly next: string | null;
  readonly help: string | null;
  readonly milestone: string | null;
  readonly member: string;
  readonly platform: Platform;
  readonly at: string;
  readonly first: string;
};

/** The columns of an `UpdateRow` under its names. */
export const updateColumns = `progress_update.id, progress_update.group_id AS "group", progress_update.week, update_revision.revision,
  update_revision.status, update_revision.done, update_revision.next, update_revision.help, update_revision.milestone, ${standing('update_revision.member')} AS member,
  update_revision.platform, update_revision.at, progress_update.first`;

/** Updates beside the revision that stands. */
export const standingUpdates = `progress_update
  JOIN update_revision ON update_revision.update_id = progress_update.id AND update_revision.revision = progress_update.revision`;

export function toUpdate({ next, help, milestone, at, first, ...row }: UpdateRow): Update {
  return {
    ...row,
    ...(next !== null && { next }),
    ...(help !== null && { help }),
    ...(milestone !== null && { milestone }),
    at: new Date(at),
    first: new Date(first),
  };
}
