import { bounds, type Period, type When } from '../../core/when.ts';
import { type FoundDate, findDate as find, understoodPart } from './find-date.ts';
import { countedDay, instantOf, type ReadInstant } from './read-instant.ts';
import { type DateReading, type PeriodReading, readingOf, type Unreadable } from './reading.ts';
import { type DateContext, understand } from './understand.ts';

export type { DateReading, PeriodReading } from './reading.ts';
export type { DateContext } from './understand.ts';

/** A date in words with what was typed behind it in quotes, as `sayWhen` shows it. */
const quoted = /^(?<date>[^("“«]{1,80})\(\s*["“«]\s*(?<wording>[^"”»]{1,120}[^"”»\s])\s*["”»]\s*\)\s*$/u;

/** What somebody's words mean as a date. Nothing is guessed: what is not understood to the last word is unreadable. */
export function readWhen(said: string, context: DateContext): DateReading {
  const understood = understand(said, context);
  if (understood !== undefined) return readingOf(understood);
  const shown = readShown(said, context);
  if (shown !== undefined) return shown;
  const day = countedDay(said, context);
  return day === undefined ? unreadable(said, context) : { kind: 'when', when: { kind: 'day', day } };
}

/** What we show is read back: the date, and the wording kept beside it, which by now might be read as another. */
function readShown(said: string, context: DateContext): DateReading | undefined {
  const { date = '', wording = '' } = (said.length > 400 ? null : quoted.exec(said))?.groups ?? {};
  const understood = date === '' || understand(wording, context) === undefined ? undefined : understand(date, context);
  return understood?.kind === 'when' ? readingOf({ ...understood, wording }) : undefined;
}

function unreadable(said: string, context: DateContext): Unreadable {
  const understood = understoodPart(said, context);
  return { kind: 'unreadable', ...(understood === undefined ? {} : { understood }) };
}

/** Any date as a filter: the days it may touch, or the days from it on or up to it. */
export function readPeriod(said: string, context: DateContext): PeriodReading | Unreadable {
  const reading = readWhen(said, context);
  if (reading.kind === 'unreadable') return reading;
  if (reading.kind === 'open') return filterOf(reading);
  const { wording } = reading;
  const period = daysOf(reading.when);
  const other = reading.other === undefined ? undefined : daysOf(reading.other);
  if (period === undefined) return { kind: 'unreadable' };
  return { period, ...(wording !== undefined && { wording }), ...(other !== undefined && { other }) };
}

function filterOf({ kind: _, when: __, ...filter }: Extract<DateReading, { kind: 'open' }>): PeriodReading {
  return filter;
}

function daysOf(when: When): Period | undefined {
  const days = bounds(when);
  return days === undefined ? undefined : { from: days.first, to: days.last };
}

/** The instant that somebody's words name, for looking at the record "as of" then. */
export function readInstant(said: string, context: DateContext): ReadInstant | Unreadable {
  return /^\s*(now|maintenant)\s*$/iu.test(said) ? { at: context.now } : (instantOf(said, context) ?? unreadable(said, context));
}

/** The date inside a free question; undefined when it holds none beyond doubt. */
export function findDate(text: string, context: DateContext): FoundDate | undefined {
  return find(text, context);
}
