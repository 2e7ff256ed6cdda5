import { type Day, daysBetween } from './calendar.ts';
import type { Absence } from './member.ts';
import type { Problem } from './problem.ts';
import { bounds, type Period, type When } from './when.ts';

/** Longer ones that go over the turn of a year that nobody named were more likely said the wrong way round. */
const longestUnnamed = 300;

/**
 * The days that a date or an open period means as an absence, or why they mean none: no day is known, they are over, or they are nearly a year that
 * nobody said. One without a beginning begins today.
 */
export function absenceOf(reading: When | Period, { said, today }: { readonly said: string; readonly today: Day }): Absence | Problem {
  const period = 'kind' in reading ? spanOf(reading) : reading;
  if (period === undefined || (period.from === undefined && period.to === undefined)) return { code: 'absence-unreadable', params: { said } };
  const { from = today, to } = period;
  if (to === undefined) return { from };
  if (to < today) return { code: 'absence-over', params: { said } };
  if (to < from) return { code: 'absence-unreadable', params: { said } };
  const isYearNamed = /\d{4}/.test(said);
  const isRoundTheYear = to.slice(5) < from.slice(5) && daysBetween(from, to) > longestUnnamed;
  return isRoundTheYear && !isYearNamed ? { code: 'absence-long', params: { said } } : { from, to };
}

function spanOf(when: When): Period | undefined {
  const days = bounds(when);
  return days === undefined ? undefined : { from: days.first, to: days.last };
}
