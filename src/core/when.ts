import { addMonths, type Day, daysBetween, isDay, isMonth, lastDayOf, type Month, monthOf, monthsBetween, noonOf } from './calendar.ts';

const hour = 3_600_000;

/** One stretch of the calendar, named at the precision at which it was announced. */
export type Stretch =
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'month'; readonly month: Month }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly kind: 'half'; readonly year: number; readonly half: 1 | 2 }
  | { readonly kind: 'year'; readonly year: number };

/** When something is planned or confirmed to be. Never finer than what was announced, and never an instant. */
export type When =
  | Stretch
  | { readonly kind: 'span'; readonly from: Stretch; readonly to: Stretch }
  | { readonly kind: 'either'; readonly options: readonly Stretch[] }
  | { readonly kind: 'unknown' };

/** The first and the last calendar day that something may touch. */
export type Bounds = { readonly first: Day; readonly last: Day };

/** A filter over lists, open at an end that is missing. A milestone's *when* is never a period. */
export type Period = { readonly from?: Day; readonly to?: Day };

const stretchForms: readonly [RegExp, (parts: readonly string[]) => Stretch | undefined][] = [
  [/^\d{4}-\d{2}-\d{2}$/, ([text = '']) => (isDay(text) ? { kind: 'day', day: text } : undefined)],
  [/^(\d{4})-3([3-6])$/, ([, year, code]) => ({ kind: 'quarter', year: Number(year), quarter: quarters[Number(code) - 3] ?? 1 })],
  [/^(\d{4})-4([01])$/, ([, year, code]) => ({ kind: 'half', year: Number(year), half: code === '0' ? 1 : 2 })],
  [/^\d{4}-\d{2}$/, ([text = '']) => (isMonth(text) ? { kind: 'month', month: text } : undefined)],
  [/^\d{4}$/, ([text]) => ({ kind: 'year', year: Number(text) })],
];

const quarters = [1, 2, 3, 4] as const;

/** EDTF's name for a date of which nothing is known yet: a year of which every digit is unspecified. */
export const unknownEdtf = 'XXXX';

/** The last and the first year have neighbours that four digits cannot name. */
const endlessYears: readonly string[] = ['0000', '9999'];

function parseStretch(text: string): Stretch | undefined {
  if (endlessYears.includes(text.slice(0, 4))) return undefined;
  for (const [form, build] of stretchForms) {
    const parts = form.exec(text);
    if (parts !== null) return build(parts);
  }
  return undefined;
}

/** Reads our profile of EDTF (ISO 8601-2); undefined for anything else, impossible dates and backward spans included. */
export function parseEdtf(text: string): When | undefined {
  if (text === unknownEdtf) return { kind: 'unknown' };
  const inner = /^\[([^\]]+)\]$/.exec(text)?.[1];
  if (inner !== undefined) return parseEither(inner.split(','));
  const ends = text.split('/');
  return ends.length === 2 ? parseSpan(ends) : parseStretch(text);
}

function parseEither(texts: readonly string[]): When | undefined {
  const options = texts.map((text) => parseStretch(text.trim())).filter((option) => option !== undefined);
  return options.length === texts.length && options.length > 1 ? either(options) : undefined;
}

/** One of several stretches, kept in the order of the calendar. */
export function either(options: readonly Stretch[]): When {
  return { kind: 'either', options: options.toSorted((a, b) => compareText(boundsOf(a).first, boundsOf(b).first)) };
}

function parseSpan([fromText = '', toText = '']: readonly string[]): When | undefined {
  const from = parseStretch(fromText);
  const to = parseStretch(toText);
  return from === undefined || to === undefined ? undefined : span(from, to);
}

/** From one stretch to another, both included; undefined when it would run backwards. */
export function span(from: Stretch, to: Stretch): When | undefined {
  return boundsOf(from).first <= boundsOf(to).first && boundsOf(from).last <= boundsOf(to).last ? { kind: 'span', from, to } : undefined;
}

/** Writes our profile of EDTF; `parseEdtf` reads it back. */
export function toEdtf(when: When): string {
  switch (when.kind) {
    case 'day':
      return when.day;
    case 'month':
      return when.month;
    case 'quarter':
      return `${yearText(when.year)}-3${when.quarter + 2}`;
    case 'half':
      return `${yearText(when.year)}-4${when.half - 1}`;
    case 'year':
      return yearText(when.year);
    case 'span':
      return `${toEdtf(when.from)}/${toEdtf(when.to)}`;
    case 'either':
      return `[${when.options.map(toEdtf).join(',')}]`;
    case 'unknown':
      return unknownEdtf;
  }
}

/** Writes a filter as the standard's interval, open at an end that is missing: `2022-04-01/..`. */
export function periodToEdtf({ from = '..', to = '..' }: Period): string {
  return from === to ? from : `${from}/${to}`;
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

function months(from: Month, count: number): Bounds {
  return { first: `${from}-01`, last: lastDayOf(addMonths(from, count - 1)) };
}

function boundsOf(stretch: Stretch): Bounds {
  switch (stretch.kind) {
    case 'day':
      return { first: stretch.day, last: stretch.day };
    case 'month':
      return months(stretch.month, 1);
    case 'quarter':
      return months(addMonths(`${yearText(stretch.year)}-01`, (stretch.quarter - 1) * 3), 3);
    case 'half':
      return months(addMonths(`${yearText(stretch.year)}-01`, (stretch.half - 1) * 6), 6);
    case 'year':
      return months(`${yearText(stretch.year)}-01`, 12);
  }
}

const known = new WeakMap<When, Bounds>();

/** The calendar days that a *when* may touch; an alternative reaches from its earliest to its latest. Undefined while unknown. */
export function bounds(when: When): Bounds | undefined {
  const kept = known.get(when);
  if (kept !== undefined) return kept;
  const days = count(when);
  if (days !== undefined) known.set(when, days);
  return days;
}

/** What is asked at every comparison is counted once for each date. */
function count(when: When): Bounds | undefined {
  switch (when.kind) {
    case 'unknown':
      return undefined;
    case 'span':
      return { first: boundsOf(when.from).first, last: boundsOf(when.to).last };
    case 'either':
      return {
        first: when.options.map((option) => boundsOf(option).first).reduce((a, b) => (a < b ? a : b)),
        last: when.options.map((option) => boundsOf(option).last).reduce((a, b) => (a > b ? a : b)),
      };
    default:
      return boundsOf(when);
  }
}

/** The instant at which a day begins somewhere on Earth: midnight in the zone UTC+14. */
function beginsAnywhere(day: Day): Date {
  return new Date(noonOf(day).getTime() - 26 * hour);
}

/** The instant at which a day is over everywhere on Earth: the midnight after it in the zone UTC-12. */
function overEverywhere(day: Day): Date {
  return new Date(noonOf(day).getTime() + 24 * hour);
}

/** Whether it has begun anywhere. What is unknown has not. */
export function hasBegun(when: When, now: Date): boolean {
  const days = bounds(when);
  return days !== undefined && now >= beginsAnywhere(days.first);
}

/** Whether it is over everywhere. What is unknown never is. */
export function isOver(when: When, now: Date): boolean {
  const days = bounds(when);
  return days !== undefined && now >= overEverywhere(days.last);
}

/** What may still be: of an alternative the options that are not over everywhere, as long as there are any. */
export function whatIsLeft(when: When, now: Date): When {
  if (when.kind !== 'either') return when;
  const options = when.options.filter((option) => !isOver(option, now));
  return options.length === 0 ? when : { kind: 'either', options };
}

/** Whether the two may touch the same day. What is unknown touches nothing. */
export function touches(when: When, period: Period): boolean {
  const days = bounds(when);
  return days !== undefined && (period.to === undefined || days.first <= period.to) && (period.from === undefined || days.last >= period.from);
}

/**
 * The order of a timeline: by the month in which each begins, inside it by the day on which each is over, what is unknown last.
 * A month is not ordered by its first day, since nobody announced that day: 23 February comes before February to May.
 */
export function compareWhen(a: When, b: When): number {
  return compareText(timelineKey(a), timelineKey(b));
}

/** A text that sorts in the order of `compareWhen`, for indexes. */
export function timelineKey(when: When): string {
  const days = bounds(when);
  return days === undefined ? '9999-99' : `${monthOf(days.first)} ${days.last} ${days.first}`;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Calendar days from the reader's today to the first day on which it may be; negative once that has passed. */
export function daysUntil(when: When, today: Day): number | undefined {
  const days = bounds(when);
  return days === undefined ? undefined : daysBetween(today, days.first);
}

/** Which month of how many a span of months stands in; undefined where months do not tell. */
export function monthWithin(when: When, today: Day): { readonly month: number; readonly of: number } | undefined {
  const days = bounds(when);
  if (days === undefined || when.kind === 'either' || (when.kind === 'span' && when.from.kind === 'day')) return undefined;
  const of = monthsBetween(monthOf(days.first), monthOf(days.last)) + 1;
  if (of < 2) return undefined;
  const month = monthsBetween(monthOf(days.first), monthOf(today)) + 1;
  return { month: Math.min(Math.max(month, 1), of), of };
}
