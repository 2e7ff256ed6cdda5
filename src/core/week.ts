import { addDays, type Day, dayIn, daysBetween, isoWeekOf, mondayOf, mondayOfWeek } from './calendar.ts';
import { isOver } from './when.ts';

/** An ISO week, named by its Monday. Weeks compare as text. */
export type Week = Day;

/** The week that clocks in an IANA zone stand in at an instant. */
export function weekIn(zone: string, instant: Date): Week {
  return mondayOf(dayIn(zone, instant));
}

/** The week so many weeks later, or earlier when negative. */
export function addWeeks(week: Week, count: number): Week {
  return addDays(week, count * 7);
}

/** Whole weeks from one to another; negative when the other lies before. */
export function weeksBetween(from: Week, to: Week): number {
  return daysBetween(from, to) / 7;
}

/** The day of a week: 1 for its Monday to 7 for its Sunday. */
export function dayOf(week: Week, weekday: number): Day {
  return addDays(week, weekday - 1);
}

/** As ISO 8601 names it: `2026-W48`. */
export function weekName(week: Week): string {
  return isoWeekOf(week);
}

/** Reads `2026-W48`; undefined for anything else, weeks that their year does not have included. */
export function parseWeekName(name: string): Week | undefined {
  const [, year, week] = /^(\d{4})-W(\d{2})$/i.exec(name) ?? [];
  return year === undefined ? undefined : mondayOfWeek(Number(year), Number(week));
}

/** Whether it is over everywhere on Earth. */
export function isWeekOver(week: Week, now: Date): boolean {
  return isOver({ kind: 'day', day: dayOf(week, 7) }, now);
}

/** The instant at which a week is over everywhere on Earth: Monday at 12:00 UTC. */
export function closeOf(week: Week): Date {
  return new Date(`${addWeeks(week, 1)}T12:00:00.000Z`);
}

/** The latest week that is over everywhere on Earth. */
export function latestWeekOver(now: Date): Week {
  const week = weekIn('UTC', now);
  const last = addWeeks(week, -1);
  return isWeekOver(last, now) ? last : addWeeks(week, -2);
}
