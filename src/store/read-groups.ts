import type { Group } from '../core/group.ts';
import type { Read, Sender } from '../core/store.ts';
import type { DesksFacts, GroupFile, GroupOverview, GroupsPage } from '../core/store-groups.ts';
import { earthDaysAt } from './earth-days.ts';
import { type EventRow, eventColumns, toEvent } from './event-row.ts';
import { type GroupRow, groupColumns, toGroup } from './group-row.ts';
import { type MilestoneRow, toMilestone } from './milestone-row.ts';
import { type Reading, read, statement } from './read.ts';
import { outlookMilestones, outlookQueries, outlookValues } from './read-outlook.ts';
import { storableText } from './storable.ts';
import { standing, toUpdate, type UpdateRow, updateColumns } from './update-row.ts';

/** The latest updates of the group at hand, newest week first. */
const latest = (count: number): string => `(SELECT json_agg(row_to_json(updates)) FROM (
    SELECT ${updateColumns} FROM progress_update ${standing}
    WHERE progress_update.group_id = working_group.id ORDER BY progress_update.week DESC LIMIT ${count}
  ) AS updates) AS recent`;

type Row = GroupRow & { readonly recent: readonly UpdateRow[] | null };

/** After $3 groups, at most $4 and one more, which tells whether there are others. */
const groupsStatement = statement('groups', {
  columns: [
    `(SELECT json_agg(row_to_json(facts)) FROM (
      SELECT ${groupColumns}, ${latest(1)} FROM working_group ORDER BY working_group.number OFFSET $3::int LIMIT $4::int + 1
    ) AS facts) AS groups`,
  ],
});

export async function readGroups(reading: Reading, sender: Sender, skip: number, limit: number): Promise<GroupsPage> {
  const { actor, row } = await read<{ readonly groups: readonly Row[] | null }>(reading, groupsStatement, sender, [skip, limit]);
  const groups = (row.groups ?? []).map(toOverview);
  return { actor, groups: groups.slice(0, limit), more: groups.length > limit };
}

function toOverview(row: Row): GroupOverview {
  const [last] = row.recent ?? [];
  return { group: toGroup(row), ...(last && { last: toUpdate(last) }) };
}

const groupStatement = statement('group', {
  columns: [
    `(SELECT row_to_json(facts) FROM (SELECT ${groupColumns}, ${latest(1)} FROM working_group WHERE working_group.id = $3) AS facts) AS "group"`,
    `(SELECT json_agg(row_to_json(lines)) FROM (SELECT ${eventColumns} FROM event WHERE object = $3 ORDER BY event.id DESC LIMIT 10) AS lines) AS events`,
  ],
});

type FileRow = { readonly group: Row | null; readonly events: readonly EventRow[] | null };

export async function readGroup(reading: Reading, sender: Sender, id: string): Promise<GroupFile> {
  const { actor, row } = await read<FileRow>(reading, groupStatement, sender, [storableText(id)]);
  return row.group === null ? { actor, events: [] } : { actor, ...toOverview(row.group), events: (row.events ?? []).map(toEvent) };
}

const findStatement = statement('find groups', {
  columns: [
    `(SELECT json_agg(row_to_json(facts)) FROM (
      SELECT ${groupColumns} FROM working_group
      WHERE strpos(lower(working_group.id), lower($3)) + strpos(lower(working_group.name), lower($3)) > 0 ORDER BY working_group.number LIMIT $4::int
    ) AS facts) AS groups`,
  ],
});

export async function findGroups(reading: Reading, sender: Sender, typed: string, limit: number): Promise<Read<{ readonly groups: readonly Group[] }>> {
  const values = [storableText(typed).trim(), limit];
  const { actor, row } = await read<{ readonly groups: readonly GroupRow[] | null }>(reading, findStatement, sender, values);
  return { actor, groups: (row.groups ?? []).map(toGroup) };
}

/** The group $8; without one, those that the sender speaks for, and for a coordinator ($9 says whether one without a row) who speaks for none, all. */
const desksStatement = statement('desks', {
  queries: [
    ...outlookQueries,
    'led AS MATERIALIZED (SELECT lead.group_id FROM lead WHERE lead.member_id = (SELECT actor.id FROM actor))',
    `desk AS MATERIALIZED (
  SELECT working_group.id FROM working_group
  WHERE CASE WHEN $8::text IS NOT NULL THEN working_group.id = $8
    WHEN EXISTS (SELECT FROM led) THEN working_group.id IN (SELECT group_id FROM led)
    ELSE $9::boolean OR (SELECT actor.coordinator FROM actor) END
  ORDER BY working_group.number LIMIT 25
)`,
  ],
  columns: [
    `(SELECT json_agg(row_to_json(facts)) FROM (
      SELECT ${groupColumns}, ${latest(6)} FROM working_group WHERE working_group.id IN (SELECT id FROM desk) ORDER BY working_group.number
    ) AS facts) AS desks`,
    `(SELECT progress_update.group_id FROM update_revision JOIN progress_update ON progress_update.id = update_revision.update_id
      WHERE update_revision.member = (SELECT actor.id FROM actor) ORDER BY update_revision.at DESC LIMIT 1) AS remembered`,
    outlookMilestones,
  ],
});

type DesksRow = { readonly desks: readonly Row[] | null; readonly remembered: string | null; readonly milestones: readonly MilestoneRow[] | null };

export async function readDesks(reading: Reading, sender: Sender, group: string | undefined, now: Date): Promise<DesksFacts> {
  const named = group === undefined ? null : storableText(group);
  const values = [...outlookValues(earthDaysAt(now)), named, reading.rights.isCoordinator(sender.account)];
  const { actor, row } = await read<DesksRow>(reading, desksStatement, sender, values);
  return {
    actor,
    desks: (row.desks ?? []).map((desk) => ({ group: toGroup(desk), recent: (desk.recent ?? []).map(toUpdate) })),
    ...(row.remembered !== null && { remembered: row.remembered }),
    milestones: (row.milestones ?? []).map(toMilestone),
  };
}
