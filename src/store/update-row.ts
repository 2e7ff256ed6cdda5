import { type Platform, platformOf } from '../core/account.ts';
import { type Status, statuses, type Update } from '../core/update.ts';

/** An update at one of its revisions, as a reading statement brings it. */
export type UpdateRow = {
  readonly id: string;
  readonly group: string;
  readonly week: string;
  readonly first: string;
  readonly revision: number;
  readonly status: string;
  readonly done: string;
  readonly next: string | null;
  readonly help: string | null;
  readonly milestone: string | null;
  readonly member: string;
  readonly account: string | null;
  readonly platform: string;
  readonly at: string;
};

/** The columns of an `UpdateRow`, of `progress_update` joined with `update_revision`. */
export const updateColumns = `progress_update.id, progress_update.group_id AS "group", progress_update.week::text AS week, progress_update.first,
  update_revision.revision, update_revision.status, update_revision.done, update_revision.next, update_revision.help, update_revision.milestone,
  update_revision.member, update_revision.platform, update_revision.at,
  (SELECT account.key FROM account WHERE account.member_id = update_revision.member
    ORDER BY (account.platform = update_revision.platform) DESC, account.acted DESC NULLS LAST, account.key LIMIT 1) AS account`;

/** The revision that stands. */
export const standing = 'JOIN update_revision ON update_revision.update_id = progress_update.id AND update_revision.revision = progress_update.revision';

export function toUpdate(row: UpdateRow): Update {
  const { id, group, week, revision, done, next, help, milestone, member, account, platform } = row;
  return {
    id,
    group,
    week,
    revision,
    status: statusOf(row.status),
    done,
    ...(next !== null && { next }),
    ...(help !== null && { help }),
    ...(milestone !== null && { milestone }),
    member,
    ...(account !== null && { account }),
    platform: platformNamed(platform),
    at: new Date(row.at),
    first: new Date(row.first),
  };
}

function statusOf(text: string): Status {
  return statuses.find((status) => status === text) ?? 'on track';
}

function platformNamed(name: string): Platform {
  return platformOf(`${name}:`);
}
