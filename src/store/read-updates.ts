import { addDays } from '../core/calendar.ts';
import type { Sender } from '../core/store.ts';
import type { UpdateFile, UpdatesPage } from '../core/store-groups.ts';
import type { Period } from '../core/when.ts';
import { type GroupRow, groupColumns, toGroup } from './group-row.ts';
import { type Reading, read, statement } from './read.ts';
import { storableText } from './storable.ts';
import { standing, toUpdate, type UpdateRow, updateColumns } from './update-row.ts';

/**
 * A page, newest week first: after $3 of them, at most $4 and one more, which tells whether there are others; weeks from the Monday $5 to the
 * Monday $6. The order is that of an index, so that the newest are found without reading the rest.
 */
const page = (of: string): string => `found AS MATERIALIZED (
  SELECT progress_update.id FROM progress_update
  WHERE ${of}progress_update.week BETWEEN $5::date AND $6::date
  ORDER BY progress_update.week DESC, progress_update.number DESC OFFSET $3::int LIMIT $4::int + 1
)`;

const columns = (groups: string): string[] => [
  `(SELECT json_agg(row_to_json(facts)) FROM (
    SELECT ${updateColumns} FROM progress_update ${standing}
    WHERE progress_update.id IN (SELECT id FROM found) ORDER BY progress_update.week DESC, progress_update.number DESC
  ) AS facts) AS updates`,
  `(SELECT json_agg(row_to_json(facts)) FROM (SELECT ${groupColumns} FROM working_group WHERE ${groups} ORDER BY working_group.number) AS facts) AS groups`,
];

const ofFound = 'working_group.id IN (SELECT progress_update.group_id FROM progress_update WHERE progress_update.id IN (SELECT id FROM found))';
const allStatement = statement('updates', { queries: [page('')], columns: columns(ofFound) });
const groupStatement = statement('updates of a group', { queries: [page('progress_update.group_id = $7 AND ')], columns: columns('working_group.id = $7') });

type PageRow = { readonly updates: readonly UpdateRow[] | null; readonly groups: readonly GroupRow[] | null };

/** Further than any week that is recorded. */
const ends = { first: '0001-01-01', last: '9999-12-31' } as const;

export async function readUpdates(
  reading: Reading,
  sender: Sender,
  group: string | undefined,
  { from, to }: Period,
  skip: number,
  limit: number,
): Promise<UpdatesPage> {
  // A week belongs to a period when any of its seven days does.
  const values = [skip, limit, from === undefined ? ends.first : addDays(from, -6), to ?? ends.last];
  const { actor, row } = await (group === undefined
    ? read<PageRow>(reading, allStatement, sender, values)
    : read<PageRow>(reading, groupStatement, sender, [...values, storableText(group)]));
  const updates = (row.updates ?? []).map(toUpdate);
  return { actor, updates: updates.slice(0, limit), more: updates.length > limit, groups: (row.groups ?? []).map(toGroup) };
}

const updateStatement = statement('update', {
  columns: [
    `(SELECT json_agg(row_to_json(facts)) FROM (
      SELECT ${updateColumns} FROM progress_update JOIN update_revision ON update_revision.update_id = progress_update.id
      WHERE progress_update.id = $3 ORDER BY update_revision.revision DESC
    ) AS facts) AS revisions`,
    `(SELECT row_to_json(facts) FROM (
      SELECT ${groupColumns} FROM working_group WHERE working_group.id = (SELECT group_id FROM progress_update WHERE id = $3)
    ) AS facts) AS "group"`,
  ],
});

type FileRow = { readonly revisions: readonly UpdateRow[] | null; readonly group: GroupRow | null };

export async function readUpdate(reading: Reading, sender: Sender, id: string): Promise<UpdateFile> {
  const { actor, row } = await read<FileRow>(reading, updateStatement, sender, [storableText(id)]);
  return { actor, ...(row.group && { group: toGroup(row.group) }), revisions: (row.revisions ?? []).map(toUpdate) };
}
