import type { Day } from './calendar.ts';
import type { Absence } from './member.ts';
import { bounds, type Period, type When } from './when.ts';

/** The days that a date or an open period means as an absence; one without a beginning begins today, unless it is over. Undefined where no day is known. */
export function absenceOf(said: When | Period, today: Day): Absence | undefined {
  const period = 'kind' in said ? spanOf(said) : said;
  const { from, to } = period ?? {};
  if (to === undefined) return from === undefined ? undefined : { from };
  return { from: from ?? (to < today ? to : today), to };
}

/** Whether its last day has passed. */
export function isAbsenceOver({ to }: Absence, today: Day): boolean {
  return to !== undefined && to < today;
}

function spanOf(when: When): Period | undefined {
  const days = bounds(when);
  return days === undefined ? undefined : { from: days.first, to: days.last };
}
