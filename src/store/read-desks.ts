import type { Sender } from '../core/store.ts';
import type { DesksFacts, UpdateDesk } from '../core/store-groups.ts';
import { earthDaysAt } from './earth-days.ts';
import { type GroupRow, groupColumns, toGroup } from './group-row.ts';
import { type MilestoneRow, toMilestone } from './milestone-row.ts';
import { list, type Reading, read, statement } from './read.ts';
import { outlookMilestones, outlookQueries, outlookValues } from './read-outlook.ts';
import { storableText } from './storable.ts';
import { standingUpdates, toUpdate, type UpdateRow, updateColumns } from './update-row.ts';

/** The group $8 where one is named, else those that the sender speaks for; a coordinator who speaks for none may write for any. $9 is one without a row. */
const desksStatement = statement('desks', {
  queries: [
    ...outlookQueries,
    'led AS MATERIALIZED (SELECT group_id FROM lead WHERE member_id = (SELECT actor.id FROM actor))',
    `desk AS MATERIALIZED (
  SELECT id FROM working_group WHERE CASE
    WHEN $8::text IS NOT NULL THEN id = $8
    WHEN EXISTS (SELECT FROM led) THEN id IN (SELECT group_id FROM led)
    ELSE $9::boolean OR (SELECT actor.coordinator FROM actor)
  END ORDER BY number LIMIT 25
)`,
  ],
  columns: [
    `${list(`SELECT ${groupColumns}, ${list(`SELECT ${updateColumns} FROM ${standingUpdates}
        WHERE progress_update.group_id = working_group.id ORDER BY progress_update.week DESC LIMIT 6`)} AS recent
      FROM working_group WHERE working_group.id = ANY (ARRAY(SELECT desk.id FROM desk)) ORDER BY working_group.number`)} AS desks`,
    `(SELECT group_id FROM progress_update WHERE id = (
      SELECT update_id FROM update_revision WHERE member = (SELECT actor.id FROM actor) ORDER BY at DESC LIMIT 1
    )) AS remembered`,
    outlookMilestones,
  ],
});

type DesksRow = {
  readonly desks: readonly (GroupRow & { readonly recent: readonly UpdateRow[] })[];
  readonly remembered: string | null;
  readonly milestones: readonly MilestoneRow[] | null;
};

export async function readDesks(reading: Reading, sender: Sender, group: string | undefined, now: Date): Promise<DesksFacts> {
  const named = group === undefined ? null : storableText(group);
  const values = [...outlookValues(earthDaysAt(now)), named, reading.rights.isCoordinator(sender.account)];
  const { actor, row } = await read<DesksRow>(reading, desksStatement, sender, values);
  return {
    actor,
    desks: row.desks.map(toDesk),
    ...(row.remembered !== null && { remembered: row.remembered }),
    milestones: (row.milestones ?? []).map(toMilestone),
  };
}

function toDesk({ recent, ...group }: DesksRow['desks'][number]): UpdateDesk {
  return { group: toGroup(group), recent: recent.map(toUpdate) };
}
