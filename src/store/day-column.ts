import type { Day } from '../core/calendar.ts';

/** A calendar day as Prisma writes it into a column of days. */
export function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
