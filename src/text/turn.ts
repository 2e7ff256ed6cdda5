import { addDays, type Day, daysBetween } from '../core/calendar.ts';
import type { Period } from '../core/when.ts';
import { hourIn, isZone } from '../core/zone.ts';
import { type DateContext, readPeriod } from './dates/read-when.ts';

/** A date that comes again: the days of the turn that its words mean, and how many days later the next one begins. */
type Turn = { readonly first: Day; readonly every: number };

/** More than a turn of the same kind is longer than another, a leap year's or the longest month's. */
const slack = 3;

/** What comes back sooner is a time of day; shorter than any year is what comes back within it. */
const [week, almostYear] = [7, 300];

/** The moment at which words have to be read to mean the latest date that has begun by a day, where they name neither a year nor a distance from today. */
export function readingBack(said: string, context: DateContext, latest: Day): Date {
  const turn = turnOf(said, context);
  return turn === undefined || turn.first <= latest ? context.now : noonIn(context, addDays(turn.first, -turn.every - slack));
}

/** The moment at which words have to be read to mean the date nearest to a day, where they name a date of every year. */
export function readingNear(said: string, context: DateContext, day: Day): Date {
  const turn = turnOf(said, context);
  return turn === undefined || turn.every < almostYear ? context.now : noonIn(context, addDays(day, -Math.floor(turn.every / 2)));
}

/** Undefined where the words name their year, or count from today: read on its own day such a date is another one, or there is no next. */
function turnOf(said: string, context: DateContext): Turn | undefined {
  const { from, to } = daysOf(said, context);
  if (from === undefined || to === undefined || daysOf(said, { ...context, now: noonIn(context, from) }).from !== from) return undefined;
  const { from: next = from } = daysOf(said, { ...context, now: noonIn(context, addDays(to, 1)) });
  const every = daysBetween(from, next);
  return every < week ? undefined : { first: from, every };
}

function daysOf(said: string, context: DateContext): Period {
  const reading = readPeriod(said, context);
  return 'period' in reading ? reading.period : {};
}

function noonIn({ zone }: DateContext, day: Day): Date {
  return hourIn(isZone(zone) ? zone : 'UTC', day, 12);
}
