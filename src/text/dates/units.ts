import { addDays, addMonths, type Day, isDay, lastDayOf, mondayOf, monthOf } from '../../core/calendar.ts';
import type { Stretch, When } from '../../core/when.ts';
import type { Unit } from './meaning.ts';
import { reaching } from './shape.ts';

function days(from: Day, to: Day): When {
  return { kind: 'span', from: { kind: 'day', day: from }, to: { kind: 'day', day: to } };
}

/** The Monday to Sunday that hold a day. */
export function weekOf(day: Day): When {
  return days(mondayOf(day), addDays(mondayOf(day), 6));
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function monthNumber(day: Day): number {
  return Number(day.slice(5, 7));
}

/** The stretch of a kind that holds a day. */
export const holding = {
  day: (day: Day): Stretch => ({ kind: 'day', day }),
  month: (day: Day): Stretch => ({ kind: 'month', month: monthOf(day) }),
  quarter: (day: Day): Stretch => ({ kind: 'quarter', year: yearOf(day), quarter: quarterOf(monthNumber(day)) }),
  half: (day: Day): Stretch => ({ kind: 'half', year: yearOf(day), half: monthNumber(day) > 6 ? 2 : 1 }),
  year: (day: Day): Stretch => ({ kind: 'year', year: yearOf(day) }),
} as const;

function quarterOf(month: number): 1 | 2 | 3 | 4 {
  return ([1, 2, 3, 4] as const)[Math.floor((month - 1) / 3)] ?? 1;
}

const monthsIn = { month: 1, quarter: 3, half: 6, year: 12 } as const;
const daysIn = { day: 1, week: 7, weekend: 7 } as const;

/** The same day so many units away; from the first of its month where months are counted, since no day is meant then. */
function moved(day: Day, unit: Unit, count: number): Day {
  return unit === 'day' || unit === 'week' || unit === 'weekend' ? addDays(day, count * daysIn[unit]) : `${addMonths(monthOf(day), count * monthsIn[unit])}-01`;
}

/** The unit so many turns from the one that holds a day: 1 for the next month. A week is its days, Monday to Sunday. */
export function unitAt(unit: Unit, day: Day, turns: number): When {
  const there = moved(day, unit, turns);
  if (unit === 'week') return weekOf(there);
  if (unit === 'weekend') return days(addDays(mondayOf(there), 5), addDays(mondayOf(there), 6));
  return holding[unit](there);
}

/** What lies so many units from a day: two weeks on is a day, three months on is a month. */
export function unitsFrom(day: Day, unit: Unit, count: number): When {
  const there = moved(day, unit, count);
  return unit === 'week' || unit === 'weekend' ? holding.day(there) : holding[unit](there);
}

/** The next or the last so many units: whole ones beside the running one, but days and weeks are counted from today. */
export function unitsBeside(day: Day, unit: Unit, count: number): When | undefined {
  if (unit === 'weekend' || count === 0) return undefined;
  const inDays = unit === 'day' || (unit === 'week' && Math.abs(count) > 1);
  const far = inDays ? holding.day(moved(day, unit, count)) : unitAt(unit, day, count);
  const near = inDays ? holding.day(day) : unitAt(unit, day, Math.sign(count));
  return count > 0 ? reaching(near, far) : reaching(far, near);
}

/** The same day so many months later, or the last of a shorter month. */
function monthsLater(day: Day, count: number): Day {
  const month = addMonths(monthOf(day), count);
  const there = `${month}-${day.slice(8)}`;
  return isDay(there) ? there : lastDayOf(month);
}

/** So many whole units, the first of which begins with a day or a month: a week from Monday ends on Sunday. No weeks can be counted from a month. */
export function unitsLasting(from: Stretch & { readonly kind: 'day' | 'month' }, unit: Unit, count: number): When | undefined {
  if (count === 0) return undefined;
  if (unit === 'day' || unit === 'week' || unit === 'weekend')
    return from.kind === 'day' ? reaching(from, holding.day(addDays(from.day, count * daysIn[unit] - 1))) : undefined;
  const months = count * monthsIn[unit];
  if (from.kind === 'day') return reaching(from, holding.day(addDays(monthsLater(from.day, months), -1)));
  return reaching(from, { kind: 'month', month: addMonths(from.month, months - 1) });
}
