import { type Day, lastDayOf, noonOf } from '../../core/calendar.ts';
import type { Language } from '../../core/member.ts';
import { bounds, type Period, type Stretch, type When } from '../../core/when.ts';
import { dateFormat, disjunction, monthFormat } from '../formats.ts';
import { dateWords } from './languages.ts';

type Precision = 'day' | 'month' | 'year';

/** A date in words, never finer than it was announced; `wording` stands beside it where somebody's words say more. */
export function sayWhen(when: When, language: Language, wording?: string): string {
  const said = saying(when, language);
  return wording === undefined ? said : dateWords[language].say.worded(said, wording);
}

function saying(when: When, language: Language): string {
  switch (when.kind) {
    case 'unknown':
      return dateWords[language].say.unknown;
    case 'either':
      return sayEither(when.options, language);
    case 'span':
      return saySpan(when.from, when.to, language);
    default:
      return sayStretch(when, language);
  }
}

function sayStretch(stretch: Stretch, language: Language): string {
  const { say } = dateWords[language];
  if (stretch.kind === 'quarter') return say.quarter(stretch.quarter, stretch.year);
  if (stretch.kind === 'half') return say.half(stretch.half, stretch.year);
  return sayOne(startOf(stretch), stretch.kind, language);
}

/** One day, month or year; the first of a month as the language says it. */
function sayOne(day: Day, precision: Precision, language: Language): string {
  const { locale, first } = dateWords[language].say;
  const format = dateFormat(locale, precision);
  if (first === undefined) return format.format(noonOf(day));
  const parts = format.formatToParts(noonOf(day));
  return parts.map(({ type, value }) => (type === 'day' && value === '1' ? first : value)).join('');
}

function startOf(stretch: Stretch): Day {
  return bounds(stretch)?.first ?? '0000-01-01';
}

function precisionOf(stretch: Stretch): Precision {
  return stretch.kind === 'day' || stretch.kind === 'year' ? stretch.kind : 'month';
}

/** What the two ends share is said once: 6–10 December 2021. */
function saySpan(from: Stretch, to: Stretch, language: Language): string {
  const { locale, first } = dateWords[language].say;
  if (from.kind !== to.kind || from.kind === 'quarter' || from.kind === 'half') return `${sayStretch(from, language)} – ${sayStretch(to, language)}`;
  const parts = dateFormat(locale, precisionOf(from)).formatRangeToParts(noonOf(startOf(from)), noonOf(startOf(to)));
  return parts
    .map(({ type, value }) => (type === 'day' && value === '1' && first !== undefined ? first : value))
    .join('')
    .replace(/^(.*?)[\s\u2009]*–[\s\u2009]*/, (_, before: string) => `${before}${before.includes(' ') ? ' – ' : '–'}`);
}

/** A year that all of them share is said once: November or December 2022. */
function sayEither(options: readonly Stretch[], language: Language): string {
  const { locale } = dateWords[language].say;
  const years = new Set(options.map((option) => startOf(option).slice(0, 4)));
  const row = (items: readonly string[]): string => disjunction(locale).format(items);
  if (years.size > 1 || options.some(({ kind }) => kind !== 'month')) return row(options.map((option) => sayStretch(option, language)));
  const month = monthFormat(locale);
  return `${row(options.map((option) => month.format(noonOf(startOf(option)))))} ${[...years][0]}`;
}

/** A day in words. */
export function sayDay(day: Day, language: Language): string {
  return sayOne(day, 'day', language);
}

/** A period in words: a whole month or year by its name. */
export function sayPeriod({ from, to }: Period, language: Language): string {
  const { say } = dateWords[language];
  if (from === undefined) return to === undefined ? say.always : say.until(sayDay(to, language));
  if (to === undefined) return say.since(sayDay(from, language));
  return saySpan(...endsOf(from, to), language);
}

/** The ends of a period at the coarsest precision at which they are the same days. */
function endsOf(from: Day, to: Day): [Stretch, Stretch] {
  const [fromYear, toYear] = [from, to].map((day) => Number(day.slice(0, 4)));
  if (fromYear !== undefined && toYear !== undefined && from.endsWith('-01-01') && to.endsWith('-12-31')) {
    return [
      { kind: 'year', year: fromYear },
      { kind: 'year', year: toYear },
    ];
  }
  const [fromMonth, toMonth] = [from.slice(0, 7), to.slice(0, 7)];
  const months = from.endsWith('-01') && to === lastDayOf(toMonth);
  return months
    ? [
        { kind: 'month', month: fromMonth },
        { kind: 'month', month: toMonth },
      ]
    : [
        { kind: 'day', day: from },
        { kind: 'day', day: to },
      ];
}
