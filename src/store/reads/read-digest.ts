import type { Act } from '../../core/act.ts';
import { type DigestFacts, digestMoment } from '../../core/digest.ts';
import { type Group, type GroupState, groupActs, type Schedule } from '../../core/group.ts';
import type { Read, Sender } from '../../core/store.ts';
import { addWeeks, closeOf, isWeekOver, type Week } from '../../core/week.ts';
import { earthDaysAt } from '../earth-days.ts';
import { list, only, type Reading } from '../read.ts';
import { type GroupRow, groupColumns, toGroup } from '../rows/group-row.ts';
import { type MilestoneRow, toMilestone } from '../rows/milestone-row.ts';
import { toUpdate, type UpdateRow, updateColumns } from '../rows/update-row.ts';
import { outlookMilestonesOf, outlookQueriesOf, outlookValues } from './read-outlook.ts';
import { readTogether } from './read-together.ts';

/** Updates in the revision that stood before $10, in the order of their groups. */
function asTheyStood(name: string): string {
  return list(`SELECT ${updateColumns} FROM ${name} AS progress_update JOIN working_group ON working_group.id = progress_update.group_id
    CROSS JOIN LATERAL (
      SELECT * FROM update_revision WHERE update_id = progress_update.id AND at < $10::timestamptz ORDER BY revision DESC LIMIT 1
    ) AS update_revision
    ORDER BY working_group.number, progress_update.week`);
}

/** The acts that make a group or set something of it; others have the same object, and members have states as well. */
const groupsOwn: readonly Act[] = ['imported', 'group established', 'group changed', ...Object.values(groupActs)];
const ofGroup = `event.object = working_group.id AND event.act IN (${groupsOwn.map((act) => `'${act}'`).join(', ')})`;

/** What the first change since $10 replaced of a group, as this expression brings it out of the old values. */
function replaced(fact: string): string {
  return `(SELECT ${fact} FROM event WHERE ${ofGroup} AND event.at >= $10::timestamptz AND ${fact} IS NOT NULL ORDER BY event.id LIMIT 1)`;
}

/** Of groups that were changed after $10, what they were then, and from when they were in their state: at first since they came. */
const stood = `stood AS MATERIALIZED (
      SELECT working_group.id,
        ${replaced("event.old->>'state'")} AS state,
        ${replaced("event.old->'schedule'")} AS schedule,
        coalesce(
          (SELECT max(event.at) FROM event WHERE ${ofGroup} AND event.at < $10::timestamptz AND event.new->>'state' IS NOT NULL),
          (SELECT min(event.at) FROM event WHERE ${ofGroup})
        ) AS state_since,
        ${replaced("event.old->>'name'")} AS name
      FROM working_group WHERE (SELECT TRUE FROM event WHERE ${ofGroup} AND event.at >= $10::timestamptz LIMIT 1)
    )`;

/** The milestones that stood before $10; what a plan brought when it was loaded first has stood ever since. */
const known = `(SELECT * FROM milestone WHERE coalesce((
    SELECT event.at < $10::timestamptz OR event.at <= (SELECT at FROM setting WHERE name = 'plan loaded') FROM event
    WHERE event.object = milestone.id AND event.act IN ('added', 'imported') ORDER BY event.id LIMIT 1
  ), TRUE)) AS milestone`;

/** The week $8, of which it is told what came before $10, and of earlier weeks what came after their close and from $9 on. */
const question = {
  name: 'digest',
  queries: [
    ...outlookQueriesOf(known),
    stood,
    'told_since AS MATERIALIZED (SELECT group_id FROM progress_update WHERE week = $8::date AND first >= $10::timestamptz)',
    'told AS MATERIALIZED (SELECT * FROM progress_update WHERE week = $8::date AND first < $10::timestamptz)',
    `late AS MATERIALIZED (SELECT * FROM progress_update
      WHERE first >= $9::timestamptz AND first < $10::timestamptz AND week < $8::date AND first >= (week + 7 + time '12:00') AT TIME ZONE 'UTC')`,
  ],
  columns: [
    `${asTheyStood('told')} AS updates`,
    `${asTheyStood('late')} AS late`,
    'ARRAY(SELECT group_id FROM told_since) AS "toldSince"',
    `${list(`SELECT ${groupColumns}, ${only('SELECT stood.state, stood.schedule, stood.state_since AS "stateSince", stood.name FROM stood WHERE stood.id = working_group.id')} AS stood
      FROM working_group
      WHERE coalesce((SELECT stood.state FROM stood WHERE stood.id = working_group.id), state) = 'active' OR id = ANY (ARRAY(SELECT group_id FROM told UNION ALL SELECT group_id FROM late))
      ORDER BY working_group.number`)} AS groups`,
    outlookMilestonesOf(known),
  ],
  values: 8,
  toFacts: toDigest,
};

type StoodRow = GroupRow & {
  readonly stood: {
    readonly state: GroupState | null;
    readonly schedule: Schedule | null;
    readonly stateSince: string;
    readonly name: string | null;
  } | null;
};

type DigestRow = {
  readonly groups: readonly StoodRow[];
  readonly toldSince: readonly string[];
  readonly updates: readonly UpdateRow[];
  readonly late: readonly UpdateRow[];
  readonly milestones: readonly MilestoneRow[] | null;
};

/** Reads what a digest tells of a week, which is the same for everybody and for every channel that gets it. */
export function digestReader(reading: Reading): (sender: Sender, week: Week, now: Date, before?: Week) => Promise<Read<DigestFacts>> {
  const readDigest = readTogether(reading, question);
  return async (sender, week, now, before = addWeeks(week, -1)) => {
    const values = [...outlookValues(earthDaysAt(digestMoment(week, now))), week, closeOf(before).toISOString(), endOf(week, now).toISOString()];
    const { actor, facts } = await readDigest(sender, values);
    return { actor, ...facts };
  };
}

function toDigest({ groups, updates, toldSince, late, milestones }: DigestRow): DigestFacts {
  return {
    groups: groups.map(asItStood),
    toldSince,
    updates: updates.map(toUpdate),
    late: late.map(toUpdate),
    milestones: (milestones ?? []).map(toMilestone),
  };
}

function asItStood({ stood: then, ...row }: StoodRow): Group {
  const group = toGroup(row);
  if (then === null) return group;
  const schedule = then.schedule ?? group.schedule;
  const { name, state } = then;
  const stateSince = state === null ? group.stateSince : new Date(then.stateSince);
  return { ...group, name: name ?? group.name, state: state ?? group.state, schedule, stateSince };
}

/** The instant before which a digest tells what was recorded: what comes at the very close is late already, and what comes now is not. */
function endOf(week: Week, now: Date): Date {
  return isWeekOver(week, now) ? closeOf(week) : new Date(now.getTime() + 1);
}
