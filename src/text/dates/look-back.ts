import { type Day, mondayOf } from '../../core/calendar.ts';
import { parseWeekName, type Week } from '../../core/week.ts';
import { bounds, type Period, type When } from '../../core/when.ts';
import { readPeriod, readWhen } from './read-when.ts';
import type { Unreadable } from './reading.ts';
import { type DateContext, todayOf } from './understand.ts';

const dayLength = 86_400_000;

/**
 * A filter over what was recorded: a date without its year is the latest one that has begun, for nothing recorded lies ahead, also where the filter
 * ends with it.
 */
export function readPastPeriod(said: string, context: DateContext): { readonly period: Period } | Unreadable {
  return lookBack(
    said,
    context,
    (at) => ({ filter: readPeriod(said, at), start: startNamed(said, at) }),
    ({ start }) => start,
  ).filter;
}

/** The first day of the date that is named. */
function startNamed(said: string, context: DateContext): Day | undefined {
  const reading = readWhen(said, context);
  if (reading.kind === 'unreadable') return undefined;
  const named = reading.when === undefined ? undefined : bounds(reading.when)?.first;
  return reading.kind === 'open' ? (named ?? reading.period.from ?? reading.period.to) : named;
}

/** The week that somebody's words name: `2026-W48`, 48, last week, a day in it; undefined where they name no single week. */
export function readWeek(said: string, context: DateContext): Week | undefined {
  const named = parseWeekName(said);
  if (named !== undefined) return named;
  const text = /^\d{1,2}$/.test(said) ? `W${said}` : said;
  return lookBack(
    text,
    context,
    (at) => weekNamed(text, at),
    (week) => week,
  );
}

function weekNamed(said: string, context: DateContext): Week | undefined {
  const reading = readWhen(said, context);
  return reading.kind === 'when' ? weekOf(reading.when) : undefined;
}

function weekOf(when: When): Week | undefined {
  const days = bounds(when);
  if (days === undefined) return undefined;
  const monday = mondayOf(days.first);
  return monday === mondayOf(days.last) && (when.kind === 'day' || days.first === monday) ? monday : undefined;
}

/** Reads as of a year ago what would lie ahead though no year was said and nothing is counted from today: 6 June, but not next week. */
function lookBack<T>(said: string, context: DateContext, read: (context: DateContext) => T, startOf: (reading: T) => string | undefined): T {
  const readAt = (days: number): T => read({ ...context, now: new Date(context.now.getTime() + days * dayLength) });
  const reading = readAt(0);
  const today = todayOf(context);
  const start = startOf(reading);
  if (start === undefined || start <= today || /\d{4}/.test(said) || startOf(readAt(7)) !== start) return reading;
  const before = readAt(-365);
  return (startOf(before) ?? today) < today ? before : reading;
}
