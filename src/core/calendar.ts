/** A calendar day without a zone, `YYYY-MM-DD`. Days compare as text. */
export type Day = string;

/** A calendar month without a zone, `YYYY-MM`. */
export type Month = string;

const dayMilliseconds = 86_400_000;

/** The noon in UTC of a day, which is the same calendar day in nearly every zone. */
export function noonOf(day: Day): Date {
  return new Date(`${day}T12:00:00.000Z`);
}

/** Whether the text names a day that exists, leap years included. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isMonth(text.slice(0, 7)) && Number(text.slice(8)) >= 1 && text <= lastDayOf(text.slice(0, 7));
}

/** Whether the text names a month that exists. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** The calendar day so many days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(noonOf(day).getTime() + count * dayMilliseconds).toISOString().slice(0, 10);
}

/** Whole calendar days from one day to another; negative when the other lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((noonOf(to).getTime() - noonOf(from).getTime()) / dayMilliseconds);
}

/** The month so many months later, or earlier when negative. */
export function addMonths(month: Month, count: number): Month {
  const index = monthIndex(month) + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Whole months from one month to another; negative when the other lies before. */
export function monthsBetween(from: Month, to: Month): number {
  return monthIndex(to) - monthIndex(from);
}

function monthIndex(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

export function lastDayOf(month: Month): Day {
  // Not by way of the next month, which has no name after December 9999.
  const last = noonOf(`${month}-01`);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return last.toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function weekdayOf(day: Day): number {
  return ((noonOf(day).getUTCDay() + 6) % 7) + 1;
}

/** The Monday of the ISO week that holds the day. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}

/** The ISO week that holds the day, `YYYY-Www`; its year is that of its Thursday. */
export function isoWeekOf(day: Day): string {
  const year = addDays(mondayOf(day), 3).slice(0, 4);
  const week = 1 + daysBetween(firstMonday(year), mondayOf(day)) / 7;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of an ISO week, or undefined when that year has no such week. */
export function mondayOfWeek(year: number, week: number): Day | undefined {
  // Past these years a day and those beside it have no four digits.
  if (year < 1 || year > 9998 || week < 1 || week > 53) return undefined;
  const name = `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
  const monday = addDays(firstMonday(String(year).padStart(4, '0')), (week - 1) * 7);
  return isoWeekOf(monday) === name ? monday : undefined;
}

/** The Monday of week 1, which is the week that holds 4 January. */
function firstMonday(year: string): Day {
  return mondayOf(`${year}-01-04`);
}

/** The latest calendar day that any clock on Earth shows at an instant, in the zone UTC+14. */
export function latestDay(instant: Date): Day {
  return new Date(instant.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day that clocks in an IANA zone show at an instant. */
export function dayIn(zone: string, instant: Date): Day {
  if (zone === 'UTC') return instant.toISOString().slice(0, 10);
  let format = dayFormats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(zone, format);
  }
  return format.format(instant);
}
