import { monthOf } from '../core/calendar.ts';
import type { Milestone } from '../core/milestone.ts';
import type { ActorFacts, Sender } from '../core/store.ts';
import { earthDaysAt } from './earth-days.ts';
import { type MilestoneRow, milestoneColumns, toMilestone } from './milestone-row.ts';
import { type Reading, read, statement } from './read.ts';
import { storableText } from './storable.ts';

/** Whether the id or the text holds $3, in whatever case. */
const holds = 'strpos(lower(id), lower($3)) + strpos(lower(text), lower($3)) > 0';

/** From the present outwards, $4 in the order of the timeline and $5 as a day, so that the nearest are found without reading the rest; $6 at most. */
const findStatement = statement('find milestones', {
  queries: [
    `found AS MATERIALIZED (
  (SELECT * FROM milestone WHERE timeline_key >= $4 AND ${holds} ORDER BY timeline_key LIMIT $6::int)
  UNION ALL (SELECT * FROM milestone WHERE timeline_key < $4 AND ${holds} ORDER BY timeline_key DESC LIMIT $6::int)
  UNION ALL SELECT * FROM milestone WHERE id = lower($3)
)`,
    `nearest AS (
  SELECT * FROM (
    SELECT DISTINCT ON (id) *, id = lower($3) AS named,
      CASE WHEN first_day IS NOT NULL THEN greatest(first_day, $5::date) - least(last_day, $5::date) END AS distance
    FROM found
  ) AS once ORDER BY named DESC, distance NULLS LAST, timeline_key LIMIT $6::int
)`,
  ],
  columns: [
    `(SELECT json_agg(row_to_json(facts)) FROM (
      SELECT ${milestoneColumns} FROM nearest AS milestone ORDER BY named DESC, distance NULLS LAST, timeline_key
    ) AS facts) AS milestones`,
  ],
});

export async function findMilestones(
  reading: Reading,
  sender: Sender,
  typed: string,
  now: Date,
  limit: number,
): Promise<{ readonly actor: ActorFacts; readonly milestones: readonly Milestone[] }> {
  const today = earthDaysAt(now).earliest;
  const values = [storableText(typed).trim(), monthOf(today), today, limit];
  const { actor, row } = await read<{ readonly milestones: readonly MilestoneRow[] | null }>(reading, findStatement, sender, values);
  return { actor, milestones: (row.milestones ?? []).map(toMilestone) };
}
