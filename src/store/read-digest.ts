import { type DigestFacts, digestMoment } from '../core/digest.ts';
import type { Read, Sender } from '../core/store.ts';
import { addWeeks, closeOf, type Week } from '../core/week.ts';
import { earthDaysAt } from './earth-days.ts';
import { type GroupRow, groupColumns, toGroup } from './group-row.ts';
import { type MilestoneRow, toMilestone } from './milestone-row.ts';
import { type Reading, read, statement } from './read.ts';
import { outlookMilestones, outlookQueries, outlookValues } from './read-outlook.ts';
import { toUpdate, type UpdateRow, updateColumns } from './update-row.ts';

/** Updates in the revision that stood at $9, in the order of their groups. */
const asTheyStood = (which: string, name: string): string => `(SELECT json_agg(row_to_json(facts)) FROM (
    SELECT ${updateColumns} FROM progress_update
      JOIN LATERAL (
        SELECT * FROM update_revision AS revision
        WHERE revision.update_id = progress_update.id AND revision.at <= $9::timestamptz ORDER BY revision.revision DESC LIMIT 1
      ) AS update_revision ON true
      JOIN working_group ON working_group.id = progress_update.group_id
    WHERE ${which} ORDER BY working_group.number, progress_update.week
  ) AS facts) AS ${name}`;

/** The week $8 at the instant $9; what came late is what was first recorded after $10. */
const digestStatement = statement('digest', {
  queries: outlookQueries,
  columns: [
    asTheyStood('progress_update.week = $8::date AND progress_update.first <= $9::timestamptz', 'updates'),
    asTheyStood('progress_update.first > $10::timestamptz AND progress_update.first <= $9::timestamptz AND progress_update.week < $8::date', 'late'),
    `(SELECT json_agg(row_to_json(facts)) FROM (SELECT ${groupColumns} FROM working_group ORDER BY working_group.number) AS facts) AS groups`,
    outlookMilestones,
  ],
});

type DigestRow = {
  readonly updates: readonly UpdateRow[] | null;
  readonly late: readonly UpdateRow[] | null;
  readonly groups: readonly GroupRow[] | null;
  readonly milestones: readonly MilestoneRow[] | null;
};

export async function readDigest(reading: Reading, sender: Sender, week: Week, now: Date): Promise<Read<DigestFacts>> {
  const at = digestMoment(week, now);
  const values = [...outlookValues(earthDaysAt(at)), week, at, closeOf(addWeeks(week, -1))];
  const { actor, row } = await read<DigestRow>(reading, digestStatement, sender, values);
  return {
    actor,
    groups: (row.groups ?? []).map(toGroup),
    updates: (row.updates ?? []).map(toUpdate),
    late: (row.late ?? []).map(toUpdate),
    milestones: (row.milestones ?? []).map(toMilestone),
  };
}
