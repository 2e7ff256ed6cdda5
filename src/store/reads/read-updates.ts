import type { Sender } from '../../core/store.ts';
import type { UpdateFile, UpdatesPage } from '../../core/store-groups.ts';
import type { Period } from '../../core/when.ts';
import { list, only, type Reading, read, statement } from '../read.ts';
import { type GroupRow, groupColumns, toGroup } from '../rows/group-row.ts';
import { type MemberRow, memberColumns, standing, toMember } from '../rows/member-row.ts';
import { standingUpdates, toUpdate, type UpdateRow, updateColumns } from '../rows/update-row.ts';
import { storableText } from '../storable.ts';

/** Weeks of which any day lies from the day $5 to the day $6; after $3 updates, at most $4. */
const touching = 'week >= $5::date - 6 AND week <= $6::date';
const page = 'OFFSET $3::int LIMIT $4::int';

/** Nothing is counted, and only the index is read of what a page leaves out: a long record is as quick as a short one. */
function updatesStatement(name: string, { where, named }: { readonly where: string; readonly named: string }): ReturnType<typeof statement> {
  return statement(name, {
    queries: [`page AS MATERIALIZED (SELECT id, group_id FROM progress_update WHERE ${where} ORDER BY week DESC, number DESC ${page})`],
    columns: [
      `${list(`SELECT ${updateColumns} FROM ${standingUpdates} WHERE progress_update.id = ANY (ARRAY(SELECT page.id FROM page))
        ORDER BY progress_update.week DESC, progress_update.number DESC`)} AS updates`,
      `${list(`SELECT ${groupColumns} FROM working_group WHERE working_group.id = ANY (ARRAY(SELECT page.group_id FROM page${named}))
        ORDER BY working_group.number`)} AS groups`,
    ],
  });
}

const allStatement = updatesStatement('updates', { where: touching, named: '' });

/** Of the group $7. */
const ofGroupStatement = updatesStatement('updates of a group', { where: `group_id = $7 AND ${touching}`, named: ' UNION ALL SELECT $7' });

type PageRow = { readonly updates: readonly UpdateRow[]; readonly groups: readonly GroupRow[] };

/** One more is fetched than is shown, so that it is known whether there are more. */
export async function readUpdates(
  reading: Reading,
  sender: Sender,
  group: string | undefined,
  period: Period,
  skip: number,
  limit: number,
): Promise<UpdatesPage> {
  const values = [skip, limit + 1, ...daysOf(period)];
  const { actor, row } = await (group === undefined
    ? read<PageRow>(reading, allStatement, sender, values)
    : read<PageRow>(reading, ofGroupStatement, sender, [...values, storableText(group)]));
  return { actor, updates: row.updates.slice(0, limit).map(toUpdate), more: row.updates.length > limit, groups: row.groups.map(toGroup) };
}

/** A period that ends before it begins touches no week, not even the one that holds both of its ends. */
function daysOf({ from = '-infinity', to = 'infinity' }: Period): [string, string] {
  const isBackward = from !== '-infinity' && to !== 'infinity' && from > to;
  return isBackward ? ['infinity', '-infinity'] : [from, to];
}

const updateStatement = statement('update', {
  columns: [
    `${only(`SELECT ${groupColumns} FROM working_group WHERE working_group.id = (SELECT group_id FROM progress_update WHERE id = $3)`)} AS "group"`,
    `${list(`SELECT ${updateColumns} FROM progress_update JOIN update_revision ON update_id = progress_update.id
      WHERE progress_update.id = $3 ORDER BY update_revision.revision DESC`)} AS revisions`,
    `${list(`SELECT ${memberColumns} FROM member WHERE id IN (SELECT ${standing('update_revision.member')} FROM update_revision WHERE update_id = $3)
      AND EXISTS (SELECT FROM account WHERE account.member_id = member.id) ORDER BY id`)} AS writers`,
  ],
});

type FileRow = { readonly group: GroupRow | null; readonly revisions: readonly UpdateRow[]; readonly writers: readonly MemberRow[] };

export async function readUpdate(reading: Reading, sender: Sender, id: string): Promise<UpdateFile> {
  const { actor, row } = await read<FileRow>(reading, updateStatement, sender, [storableText(id)]);
  return { actor, ...(row.group && { group: toGroup(row.group) }), revisions: row.revisions.map(toUpdate), writers: row.writers.map(toMember) };
}
