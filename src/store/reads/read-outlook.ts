import { addMonths, monthOf } from '../../core/calendar.ts';
import { awaitingLimit } from '../../core/milestone.ts';
import type { OutlookFacts, Sender } from '../../core/store.ts';
import { type EarthDays, earthDaysAt } from '../earth-days.ts';
import type { Reading } from '../read.ts';
import { type MilestoneRow, milestoneColumns, toMilestone } from '../rows/milestone-row.ts';
import { readTogether } from './read-together.ts';

/**
 * Each part of the outlook is found at one end of an index, so that its work does not grow with the record:
 * $3 the latest day on Earth and $4 the earliest; in the order of the timeline, what lies ahead in this month starts after $5, the next
 * month starts at $6, and all that is over stands before $7.
 * Outcomes dated after the reader's day do not count yet: `unripe` holds the first thousand of those milestones, beside the unsettled ones.
 */
export const outlookQueries = outlookQueriesOf('milestone');

/** The same of the milestones that a part of a statement brings under their own name. */
export function outlookQueriesOf(milestone: string): readonly string[] {
  return [
    `unripe AS MATERIALIZED (
  SELECT id, timeline_key, depends_on, first_day, last_day FROM ${milestone} WHERE settled_on > $3::date ORDER BY settled_on LIMIT 1000
)`,
    `current AS MATERIALIZED (
  SELECT id, timeline_key, depends_on FROM ${milestone}
  WHERE first_day IS NOT NULL AND daterange(first_day, last_day, '[]') && daterange($4::date, $3::date, '[]')
    AND coalesce(settled_on, 'infinity') > $3::date LIMIT 100
)`,
    `ahead AS (
  SELECT id, timeline_key, depends_on FROM (
    (SELECT id, timeline_key, depends_on FROM ${milestone}
      WHERE settled_on IS NULL AND timeline_key > $5 AND timeline_key < $6 AND first_day > $3::date ORDER BY timeline_key LIMIT 2)
    UNION ALL (SELECT id, timeline_key, depends_on FROM ${milestone} WHERE settled_on IS NULL AND timeline_key >= $6 ORDER BY timeline_key LIMIT 2)
    UNION ALL SELECT id, timeline_key, depends_on FROM unripe WHERE first_day > $3::date OR first_day IS NULL
  ) AS found ORDER BY timeline_key LIMIT 2
)`,
    `oldest AS (
  SELECT id, timeline_key, depends_on FROM (
    (SELECT id, timeline_key, depends_on FROM ${milestone}
      WHERE settled_on IS NULL AND timeline_key < $7 AND last_day < $4::date ORDER BY timeline_key LIMIT 2)
    UNION ALL SELECT id, timeline_key, depends_on FROM unripe WHERE last_day < $4::date
  ) AS found ORDER BY timeline_key LIMIT 2
)`,
    `shown AS MATERIALIZED (
  (SELECT id, depends_on FROM current ORDER BY timeline_key LIMIT 20)
  UNION ALL (SELECT id, depends_on FROM ahead)
  UNION ALL (SELECT id, depends_on FROM oldest)
  UNION ALL (SELECT id, depends_on FROM ${milestone} WHERE timeline_key < $7 AND last_day < $4::date ORDER BY timeline_key DESC LIMIT 1)
)`,
  ];
}

/** The milestones that are shown, and those that they depend on. */
export const outlookMilestones = outlookMilestonesOf('milestone');

export function outlookMilestonesOf(milestone: string): string {
  return `(SELECT json_agg(row_to_json(facts)) FROM (
    SELECT ${milestoneColumns} FROM ${milestone}
    WHERE id = ANY (ARRAY(SELECT id FROM shown UNION ALL SELECT unnest(depends_on) FROM shown)) ORDER BY timeline_key
  ) AS facts) AS milestones`;
}

export const outlookColumns = [
  outlookMilestones,
  `(SELECT count(*)::int FROM (
    (SELECT FROM milestone WHERE settled_on IS NULL AND timeline_key < $7 AND last_day < $4::date LIMIT ${awaitingLimit})
    UNION ALL SELECT FROM unripe WHERE last_day < $4::date
    LIMIT ${awaitingLimit}
  ) AS awaiting) AS missing`,
];

export type OutlookRow = { readonly milestones: readonly MilestoneRow[] | null; readonly missing: number };

/** Reads the outlook, which is the same for everybody. */
export function outlookReader(reading: Reading): (sender: Sender, now: Date) => Promise<OutlookFacts> {
  const readOutlook = readTogether(reading, { name: 'outlook', queries: outlookQueries, columns: outlookColumns, values: 5, toFacts: toOutlook });
  return async (sender, now) => {
    const { actor, facts } = await readOutlook(sender, outlookValues(earthDaysAt(now)));
    return { actor, ...facts };
  };
}

export function toOutlook({ milestones, missing }: OutlookRow): Omit<OutlookFacts, 'actor'> {
  return { milestones: (milestones ?? []).map(toMilestone), missing };
}

/** A key of the timeline is the month in which something begins, then the day on which it ends. */
export function outlookValues({ earliest, latest }: EarthDays): string[] {
  const month = monthOf(latest);
  return [latest, earliest, `${month} ${latest}`, addMonths(month, 1), `${monthOf(earliest)} ${earliest}`];
}
