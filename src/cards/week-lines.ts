import { addDays } from '../core/calendar.ts';
import { type Week, weekName } from '../core/week.ts';
import { sayDays } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';

/** "week 48 of 2026 (23-29 November)" */
export function sayWeek(week: Week, words: Words): string {
  return words.update.weekOf(weekNumber(week), weekName(week).slice(0, 4), sayDaysOf(week, words));
}

/** "23-29 November" */
export function sayDaysOf(week: Week, { language }: Words): string {
  return sayDays(week, addDays(week, 6), language);
}

/** The number of a week in its year, as people say it: 7, not 07. */
export function weekNumber(week: Week): string {
  return String(Number(weekName(week).slice(6)));
}
