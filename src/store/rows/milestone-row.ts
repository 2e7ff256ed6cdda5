import type { Day } from '../../core/calendar.ts';
import { type Announced, type Milestone, type Outcome, whenOf } from '../../core/milestone.ts';
import { bounds, parseEdtf, timelineKey, toEdtf, type When } from '../../core/when.ts';
import { dateOf } from '../day-column.ts';

/** A milestone's facts as the database holds them. */
export type MilestoneRow = {
  readonly id: string;
  readonly revision: number;
  readonly text: string;
  readonly plannedEdtf: string;
  readonly plannedWording: string | null;
  readonly plannedSource: string;
  readonly confirmedEdtf: string | null;
  readonly confirmedWording: string | null;
  readonly confirmedSource: string | null;
  readonly outcomeText: string | null;
  readonly outcomeDated: string | null;
  readonly cancelledText: string | null;
  readonly cancelledDated: string | null;
  readonly dependsOn: string[];
  readonly groupId: string | null;
};

/** The columns of a `MilestoneRow` under its names, in the order of the timeline's index. */
export const milestoneColumns = `milestone.id, milestone.revision, milestone.text, milestone.planned_edtf AS "plannedEdtf",
  milestone.planned_wording AS "plannedWording", milestone.planned_source AS "plannedSource", milestone.confirmed_edtf AS "confirmedEdtf",
  milestone.confirmed_wording AS "confirmedWording", milestone.confirmed_source AS "confirmedSource", milestone.outcome_text AS "outcomeText",
  milestone.outcome_dated AS "outcomeDated", milestone.cancelled_text AS "cancelledText", milestone.cancelled_dated AS "cancelledDated",
  milestone.depends_on AS "dependsOn", milestone.group_id AS "groupId"`;

export function toMilestone(row: MilestoneRow): Milestone {
  const confirmed = row.confirmedEdtf === null ? undefined : announced(row.id, row.confirmedEdtf, row.confirmedWording, row.confirmedSource);
  const outcome = outcomeOf(row.outcomeText, row.outcomeDated);
  const cancelled = outcomeOf(row.cancelledText, row.cancelledDated);
  return {
    id: row.id,
    revision: row.revision,
    text: row.text,
    planned: announced(row.id, row.plannedEdtf, row.plannedWording, row.plannedSource),
    ...(confirmed && { confirmed }),
    ...(outcome && { outcome }),
    ...(cancelled && { cancelled }),
    dependsOn: row.dependsOn,
    ...(row.groupId !== null && { group: row.groupId }),
  };
}

/** Most dates are read again and again. */
const knownDates = new Map<string, When>();

function announced(id: string, edtf: string, wording: string | null, source: string | null): Announced {
  const when = knownDates.get(edtf) ?? parseEdtf(edtf);
  if (when === undefined) throw new Error(`${id} holds a date that is none: ${edtf}`);
  if (knownDates.size >= 1000) knownDates.clear();
  knownDates.set(edtf, when);
  return { when, ...(wording !== null && { wording }), source: source ?? '' };
}

function outcomeOf(text: string | null, dated: Day | null): Outcome | undefined {
  return text === null || dated === null ? undefined : { text, dated };
}

/** A milestone's facts, and what follows from them for the indexes. */
export type MilestoneColumns = MilestoneRow & {
  readonly timelineKey: string;
  readonly firstDay: Date | null;
  readonly lastDay: Date | null;
  readonly plannedFirstDay: Date | null;
  readonly plannedLastDay: Date | null;
  readonly settledOn: Date | null;
};

export function toColumns(milestone: Milestone): MilestoneColumns {
  const { planned, confirmed, outcome, cancelled } = milestone;
  const days = bounds(whenOf(milestone));
  const plannedDays = confirmed && bounds(planned.when);
  return {
    id: milestone.id,
    revision: milestone.revision,
    text: milestone.text,
    plannedEdtf: toEdtf(planned.when),
    plannedWording: planned.wording ?? null,
    plannedSource: planned.source,
    ...confirmedColumns(confirmed),
    outcomeText: outcome?.text ?? null,
    outcomeDated: outcome?.dated ?? null,
    cancelledText: cancelled?.text ?? null,
    cancelledDated: cancelled?.dated ?? null,
    dependsOn: [...milestone.dependsOn],
    groupId: milestone.group ?? null,
    timelineKey: placeOf(milestone),
    firstDay: dayColumn(days?.first),
    lastDay: dayColumn(days?.last),
    plannedFirstDay: dayColumn(plannedDays?.first),
    plannedLastDay: dayColumn(plannedDays?.last),
    settledOn: dayColumn([outcome?.dated, cancelled?.dated].filter((day) => day !== undefined).toSorted()[0]),
  };
}

function confirmedColumns(confirmed: Announced | undefined): Pick<MilestoneRow, 'confirmedEdtf' | 'confirmedWording' | 'confirmedSource'> {
  if (confirmed === undefined) return { confirmedEdtf: null, confirmedWording: null, confirmedSource: null };
  return { confirmedEdtf: toEdtf(confirmed.when), confirmedWording: confirmed.wording ?? null, confirmedSource: confirmed.source };
}

/** Sorts as `compareMilestones` does. */
function placeOf(milestone: Milestone): string {
  return `${timelineKey(whenOf(milestone))} ${milestone.id.slice(1).padStart(10, '0')}`;
}

function dayColumn(day: Day | undefined): Date | null {
  return day === undefined ? null : dateOf(day);
}
