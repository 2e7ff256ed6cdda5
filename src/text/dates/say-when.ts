import { type Day, lastDayOf, monthOf, noonOf } from '../../core/calendar.ts';
import type { Language } from '../../core/member.ts';
import { bounds, type Period, type Stretch, toEdtf, type When } from '../../core/when.ts';
import { dateFormat, disjunction } from '../formats.ts';
import { fold } from './clean.ts';
import { dateWords } from './languages.ts';

/** A date in words, never finer than it is known; with the wording it was announced in, where that says more. What it says can be read back. */
export function sayWhen(when: When, language: Language, wording?: string): string {
  const said = sayPlain(when, language);
  if (wording === undefined || wording === said) return said;
  return fold(wording).includes(fold(said)) ? wording : dateWords[language].say.worded(said, wording);
}

const known = new Map<string, string>();

/** So many dates are kept as they are said; when there are more, all of them are let go. */
const size = 2_000;

/** The same few dates are said in answer after answer, and saying one is the most costly part of an answer. */
function sayPlain(when: When, language: Language): string {
  const key = `${language} ${toEdtf(when)}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const said = sayAnew(when, language);
  if (known.size >= size) known.clear();
  known.set(key, said);
  return said;
}

function sayAnew(when: When, language: Language): string {
  switch (when.kind) {
    case 'span':
      return saySpan(when.from, when.to, language);
    case 'either':
      return sayEither(when.options, language);
    case 'unknown':
      return dateWords[language].say.unknown;
    default:
      return sayStretch(when, language);
  }
}

function sayStretch(stretch: Stretch, language: Language): string {
  const { say } = dateWords[language];
  switch (stretch.kind) {
    case 'day':
      return sayDay(stretch.day, language);
    case 'month':
      return dateFormat(say.locale, 'month').format(noonOf(`${stretch.month}-01`));
    case 'quarter':
      return say.quarter(stretch.quarter, stretch.year);
    case 'half':
      return say.half(stretch.half, stretch.year);
    case 'year':
      return String(stretch.year);
  }
}

/** A day in words, with its weekday if wanted. */
export function sayDay(day: Day, language: Language, weekday: 'with weekday' | 'plain' = 'plain'): string {
  const { locale } = dateWords[language].say;
  const date = noonOf(day);
  const said = firstSaid(dateFormat(locale, 'day').formatToParts(date), language);
  return weekday === 'plain' ? said : `${dateFormat(locale, 'weekday').format(date)} ${said}`;
}

/** The first of a month is not said with the plain number everywhere: "1er décembre". */
function firstSaid(parts: readonly Pick<Intl.DateTimeFormatPart, 'type' | 'value'>[], language: Language): string {
  const { first = '1' } = dateWords[language].say;
  return parts.map(({ type, value }) => (type === 'day' && value === '1' ? first : value)).join('');
}

function saySpan(from: Stretch, to: Stretch, language: Language): string {
  if (from.kind === 'year' && to.kind === 'year') return `${from.year}-${to.year}`;
  const precision = from.kind === to.kind && (from.kind === 'day' || from.kind === 'month') ? from.kind : undefined;
  const first = bounds(from)?.first;
  const last = bounds(to)?.first;
  if (precision === undefined || first === undefined || last === undefined) return `${sayStretch(from, language)} - ${sayStretch(to, language)}`;
  const parts = dateFormat(dateWords[language].say.locale, precision).formatRangeToParts(noonOf(first), noonOf(last));
  return tidied(firstSaid(parts, language));
}

/** From one day to another, without the year: "23-29 November". For where the year is said already. */
export function sayDays(from: Day, to: Day, language: Language): string {
  const parts = dateFormat(dateWords[language].say.locale, 'day and month').formatRangeToParts(noonOf(from), noonOf(to));
  return tidied(firstSaid(parts, language));
}

/** The dash of a range as a hyphen that everybody can type, without spaces between single words: "6-10 December", "30 June - 2 July". */
function tidied(range: string): string {
  const [from = '', to = ''] = range.replaceAll(/[\s\u2009]+/g, ' ').split(/ ?[–—] ?/);
  const isShort = !from.includes(' ') && to !== '';
  return to === '' ? from : `${from}${isShort ? '-' : ' - '}${to}`;
}

/** "November or December 2022": what the options share is said once. */
function sayEither(options: readonly Stretch[], language: Language): string {
  const { locale } = dateWords[language].say;
  const shared = sharedBy(options);
  const said = options.map((option, index) =>
    index < options.length - 1 && shared !== undefined ? sayShort(option, shared, language) : sayStretch(option, language),
  );
  return disjunction(locale).format(said);
}

type Short = 'day' | 'month';

/** Months of one year are said without the year, days of one month without both. */
function sharedBy(options: readonly Stretch[]): Short | undefined {
  const months = options.map((option) => (option.kind === 'month' ? option.month.slice(0, 4) : ''));
  const days = options.map((option) => (option.kind === 'day' ? monthOf(option.day) : ''));
  if (isOne(months)) return 'month';
  return isOne(days) ? 'day' : undefined;
}

function isOne(texts: readonly string[]): boolean {
  return texts[0] !== '' && texts.every((text) => text === texts[0]);
}

function sayShort(option: Stretch, short: Short, language: Language): string {
  const day = bounds(option)?.first;
  if (day === undefined) return '';
  const parts = dateFormat(dateWords[language].say.locale, `${short} alone`).formatToParts(noonOf(day));
  return firstSaid(parts, language);
}

/** A filter in words: "from 1 April 2022 on", "until 30 September 2022", or the dates it runs between; with the words it was asked for in beside it. */
export function sayPeriod(period: Period, language: Language, wording?: string): string {
  const said = sayPlainPeriod(period, language);
  return wording === undefined || fold(wording) === fold(said) ? said : dateWords[language].say.worded(said, wording);
}

function sayPlainPeriod(period: Period, language: Language): string {
  const { say } = dateWords[language];
  const { from, to } = period;
  if (from === undefined) return to === undefined ? say.always : say.until(sayDay(to, language));
  return to === undefined ? say.since(sayDay(from, language)) : sayPlain(between(from, to), language);
}

/** Days that make whole months or a whole year are said as these. */
function between(from: Day, to: Day): When {
  if (from.slice(4) === '-01-01' && to.slice(4) === '-12-31')
    return spanOf({ kind: 'year', year: Number(from.slice(0, 4)) }, { kind: 'year', year: Number(to.slice(0, 4)) });
  if (from.endsWith('-01') && to === lastDayOf(monthOf(to))) return spanOf({ kind: 'month', month: monthOf(from) }, { kind: 'month', month: monthOf(to) });
  return spanOf({ kind: 'day', day: from }, { kind: 'day', day: to });
}

function spanOf(from: Stretch, to: Stretch): When {
  return JSON.stringify(from) === JSON.stringify(to) ? from : { kind: 'span', from, to };
}
