import { addDays } from '../core/calendar.ts';
import type { Schedule } from '../core/group.ts';
import { weekdayName } from '../text/say.ts';
import type { Words } from '../text/words.ts';

/** Any Monday, from which the names of the days are counted. */
const monday = '2024-01-01';

/** The name of a day of the week, 1 for Monday. */
export function sayWeekday(weekday: number, { tag }: Words): string {
  return weekdayName(tag, addDays(monday, weekday - 1));
}

/** A full hour as a clock shows it: `09:00`. */
export function sayHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** "every week, Thursday at 10:00 (UTC)" */
export function saySchedule({ rhythm, weekday, hour, zone }: Omit<Schedule, 'since'>, words: Words): string {
  return words.group.schedule(rhythm, sayWeekday(weekday, words), sayHour(hour), zone);
}

/** The days of the week as the choices of a form. */
export function weekdayChoices(words: Words): readonly { readonly label: string; readonly value: string }[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ label: sayWeekday(weekday, words), value: String(weekday) }));
}

/** The hours of the day as the choices of a form. */
export function hourChoices(): readonly { readonly label: string; readonly value: string }[] {
  return Array.from({ length: 24 }, (_, hour) => ({ label: sayHour(hour), value: String(hour) }));
}
