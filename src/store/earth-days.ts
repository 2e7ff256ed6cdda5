import { type Day, dayIn } from '../core/calendar.ts';

/**
 * The calendar days that it is somewhere on Earth at one instant. Everything that the record says of a milestone's state follows from them:
 * it has begun when its first day is no later than `latest`, and is over when its last day is before `earliest`.
 */
export type EarthDays = { readonly earliest: Day; readonly latest: Day };

const hour = 3_600_000;

/** Within the years that the database can hold. */
export function earthDaysAt(now: Date): EarthDays {
  return { earliest: dayAt(now, -12), latest: dayAt(now, 14) };
}

function dayAt(now: Date, offset: number): Day {
  const day = dayIn('UTC', new Date(now.getTime() + offset * hour));
  if (day.startsWith('+')) return '9999-12-31';
  return day < '0001' ? '0001-01-01' : day;
}
