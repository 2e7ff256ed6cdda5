import type { Day } from './calendar.ts';
import type { Absence } from './member.ts';
import { bounds, type Period, type When } from './when.ts';

/** The days that a date or an open period means as an absence; one without a beginning begins today. Undefined where no day is known. */
export function absenceOf(said: When | Period, today: Day): Absence | undefined {
  const period = 'kind' in said ? spanOf(said) : said;
  if (period === undefined || (period.from === undefined && period.to === undefined)) return undefined;
  const from = period.from ?? today;
  return period.to !== undefined && period.to < from ? undefined : { from, ...(period.to !== undefined && { to: period.to }) };
}

function spanOf(when: When): Period | undefined {
  const days = bounds(when);
  return days === undefined ? undefined : { from: days.first, to: days.last };
}
