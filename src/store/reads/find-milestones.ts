import { monthOf } from '../../core/calendar.ts';
import type { MilestoneChoice } from '../../core/choice.ts';
import type { Milestone } from '../../core/milestone.ts';
import type { MilestoneHistory, Sender } from '../../core/store.ts';
import { earthDaysAt } from '../earth-days.ts';
import { ofOnly, onlyQuery } from '../only.ts';
import { type Reading, read, statement } from '../read.ts';
import { type MilestoneRow, milestoneColumns, toMilestone } from '../rows/milestone-row.ts';
import { storableText } from '../storable.ts';
import { type HistoryRow, historyColumns, toHistory } from './read-milestone.ts';

/** Whether the choice $7 offers a milestone. */
const offered = `($7 = 'all' OR ($7 = 'settled') = (settled_on IS NOT NULL))`;

/** Whether the id holds $3 or the text all of its words, the patterns $8, in whatever case; where nothing was typed, whether it is offered. */
const holds = `(strpos(lower(id), lower($3)) > 0 OR text ILIKE ALL ($8::text[])) AND ($3 <> '' OR ${offered})`;

/** What is named alone is found whether it is offered or not, so that a refusal can say why. From the present outwards, $4 in the order of the timeline and $5 as a day, so that the nearest are found without reading the rest; $6 at most. */
const findStatement = statement('find milestones', {
  queries: [
    `matching AS MATERIALIZED (
  (SELECT * FROM milestone WHERE timeline_key >= $4 AND ${holds} ORDER BY timeline_key LIMIT $6::int)
  UNION ALL (SELECT * FROM milestone WHERE timeline_key < $4 AND ${holds} ORDER BY timeline_key DESC LIMIT $6::int)
  UNION ALL SELECT * FROM milestone WHERE id = lower($3)
)`,
    `nearest AS (
  SELECT * FROM (
    SELECT DISTINCT ON (id) *, id = lower($3) AS named,
      CASE WHEN first_day IS NOT NULL THEN greatest(first_day, $5::date) - least(last_day, $5::date) END AS distance
    FROM matching
  ) AS once ORDER BY named DESC, distance NULLS LAST, timeline_key LIMIT $6::int
)`,
    `found AS MATERIALIZED (SELECT id FROM nearest WHERE ${offered} OR (SELECT count(*) FROM nearest) = 1)`,
    onlyQuery,
  ],
  columns: [
    `(SELECT json_agg(row_to_json(facts)) FROM (
      SELECT ${milestoneColumns} FROM nearest AS milestone WHERE id IN (SELECT found.id FROM found) ORDER BY named DESC, distance NULLS LAST, timeline_key
    ) AS facts) AS milestones`,
    ...ofOnly(historyColumns),
  ],
});

/** The pattern of a text that holds a word, in which nothing else is a sign. */
function holding(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

export async function findMilestones(
  reading: Reading,
  sender: Sender,
  typed: string,
  now: Date,
  limit: number,
  choice: MilestoneChoice,
): Promise<MilestoneHistory & { readonly milestones: readonly Milestone[] }> {
  const today = earthDaysAt(now).earliest;
  const said = storableText(typed).trim();
  const values = [said, monthOf(today), today, limit, choice, said.split(/\s+/).map(holding)];
  const { actor, row } = await read<HistoryRow & { readonly milestones: readonly MilestoneRow[] | null }>(reading, findStatement, sender, values);
  return { actor, ...toHistory(row), milestones: (row.milestones ?? []).map(toMilestone) };
}
