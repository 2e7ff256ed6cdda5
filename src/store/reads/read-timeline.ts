import type { Sender, TimelineFacts } from '../../core/store.ts';
import type { Period } from '../../core/when.ts';
import { type Reading, read, statement } from '../read.ts';
import { type MilestoneRow, milestoneColumns, toMilestone } from '../rows/milestone-row.ts';

/** A page of the timeline: after $3 of them, at most $4. */
const page = 'ORDER BY timeline_key OFFSET $3::int LIMIT $4::int';

const wholeStatement = statement('timeline', {
  columns: [
    `(SELECT json_agg(row_to_json(facts)) FROM (SELECT ${milestoneColumns} FROM milestone ${page}) AS facts) AS milestones`,
    '(SELECT count(*)::int FROM milestone) AS total',
  ],
});

/** From the day $5 to the day $6, either of which may be missing: what may be then, and what the plan had for then. */
const periodStatement = statement('timeline in a period', {
  queries: [
    `touching AS MATERIALIZED (
  SELECT id, timeline_key FROM milestone
    WHERE first_day IS NOT NULL AND daterange(first_day, last_day, '[]') && daterange($5::date, $6::date, '[]')
  UNION SELECT id, timeline_key FROM milestone
    WHERE planned_first_day IS NOT NULL AND daterange(planned_first_day, planned_last_day, '[]') && daterange($5::date, $6::date, '[]')
)`,
  ],
  columns: [
    `(SELECT json_agg(row_to_json(facts)) FROM (
      SELECT ${milestoneColumns} FROM milestone WHERE id = ANY (ARRAY(SELECT id FROM touching ${page})) ORDER BY timeline_key
    ) AS facts) AS milestones`,
    '(SELECT count(*)::int FROM touching) AS total',
  ],
});

type TimelineRow = { readonly milestones: readonly MilestoneRow[] | null; readonly total: number };

export async function readTimeline(reading: Reading, sender: Sender, { from, to }: Period, skip: number, limit: number): Promise<TimelineFacts> {
  const isWhole = from === undefined && to === undefined;
  const isBackward = from !== undefined && to !== undefined && from > to;
  const days = isBackward ? nowhere : [from ?? null, to ?? null];
  const { actor, row } = await (isWhole
    ? read<TimelineRow>(reading, wholeStatement, sender, [skip, limit])
    : read<TimelineRow>(reading, periodStatement, sender, [skip, limit, ...days]));
  return { actor, milestones: (row.milestones ?? []).map(toMilestone), total: row.total };
}

/** What a period that ends before it begins touches; the database would refuse to make a range of it. */
const nowhere = ['infinity', 'infinity'];
