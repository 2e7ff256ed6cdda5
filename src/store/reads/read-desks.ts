import type { Sender } from '../../core/store.ts';
import type { DesksFacts, UpdateDesk } from '../../core/store-groups.ts';
import type { Week } from '../../core/week.ts';
import { earthDaysAt } from '../earth-days.ts';
import { list, type Reading, read, statement } from '../read.ts';
import { type GroupRow, groupColumns, toGroup } from '../rows/group-row.ts';
import { type MilestoneRow, toMilestone } from '../rows/milestone-row.ts';
import { standingUpdates, toUpdate, type UpdateRow, updateColumns } from '../rows/update-row.ts';
import { storableText } from '../storable.ts';
import { outlookMilestones, outlookQueries, outlookValues } from './read-outlook.ts';

/** Groups with their latest updates, newest week first; none of them of a later week than the one given. */
export const deskQuery = (which: string, week: string): string =>
  list(`SELECT ${groupColumns}, ${list(`SELECT ${updateColumns} FROM ${standingUpdates}
        WHERE progress_update.group_id = working_group.id AND progress_update.week <= ${week} ORDER BY progress_update.week DESC LIMIT 6`)} AS recent
      FROM working_group WHERE ${which} ORDER BY working_group.number`);

/** The update that somebody wrote last, by all the ids that they ever had: the newest of the newest of each, which the index on both columns has at hand. */
const latestOf = (ids: string): string => `SELECT newest.update_id FROM (${ids}) AS own (member)
      CROSS JOIN LATERAL (SELECT update_id, at FROM update_revision WHERE member = own.member ORDER BY at DESC LIMIT 1) AS newest ORDER BY newest.at DESC LIMIT 1`;

/** Whose id is $8 or whose name holds it, and those at work that the sender speaks for; a coordinator who speaks for none may write for any. $9 is one without a row. */
const desksStatement = statement('desks', {
  queries: [
    ...outlookQueries,
    `led AS MATERIALIZED (SELECT group_id FROM lead JOIN working_group ON working_group.id = lead.group_id
  WHERE member_id = (SELECT actor.id FROM actor) AND state <> 'concluded')`,
    `desk AS MATERIALIZED (
  SELECT id FROM (SELECT id, number, state, coalesce(id = $8 OR strpos(lower(name), lower($8)) > 0, FALSE) AS named FROM working_group) AS one
  WHERE named OR state <> 'concluded' AND CASE WHEN EXISTS (SELECT FROM led) THEN id IN (SELECT group_id FROM led)
    ELSE $9::boolean OR (SELECT actor.coordinator FROM actor) END
  ORDER BY id = $8 DESC, named DESC, number LIMIT 25
)`,
  ],
  columns: [
    `${deskQuery('working_group.id = ANY (ARRAY(SELECT desk.id FROM desk))', '$10::date')} AS desks`,
    `(SELECT group_id FROM progress_update WHERE id = (${latestOf('SELECT actor.id FROM actor UNION ALL SELECT id FROM member_alias WHERE member_id = (SELECT actor.id FROM actor)')})) AS remembered`,
    outlookMilestones,
  ],
});

export type DeskRow = GroupRow & { readonly recent: readonly UpdateRow[] };

type DesksRow = {
  readonly desks: readonly DeskRow[];
  readonly remembered: string | null;
  readonly milestones: readonly MilestoneRow[] | null;
};

type Named = string | undefined;

export async function readDesks(reading: Reading, sender: Sender, named: Named, week: Week | undefined, now: Date): Promise<DesksFacts> {
  const said = named === undefined ? null : storableText(named);
  const values = [...outlookValues(earthDaysAt(now)), said, reading.rights.isCoordinator(sender.account), week ?? 'infinity'];
  const { actor, row } = await read<DesksRow>(reading, desksStatement, sender, values);
  return {
    actor,
    desks: row.desks.map(toDesk),
    ...(row.remembered !== null && { remembered: row.remembered }),
    milestones: (row.milestones ?? []).map(toMilestone),
  };
}

export function toDesk({ recent, ...group }: DeskRow): UpdateDesk {
  return { group: toGroup(group), recent: recent.map(toUpdate) };
}
