import { isDay, isMonth } from '../../core/calendar.ts';
import { fullYear, isYear } from './numbers.ts';
import { any, type Input, map, type Rule } from './rule.ts';
import { fixed, reaching, type Shape } from './shape.ts';
import type { Token } from './tokens.ts';

/** Numbers in a row with one sign between them, or only spaces. */
type Figures = { readonly parts: readonly string[]; readonly sign: string };

const signs = new Set(['/', '-', '.']);

/** Two or three numbers with the same sign between them, or with spaces. */
function figures(count: 2 | 3): Rule<Figures> {
  return ({ tokens }, at) => {
    const start = firstNumber(tokens, at);
    return [signedFigures(tokens, start, count), spacedFigures(tokens, start, count)].filter((found) => found !== undefined);
  };
}

function firstNumber(tokens: readonly Token[], at: number): number {
  let index = at;
  while (index < at + 4 && tokens[index]?.digits === undefined && tokens[index]?.skippable === true) index++;
  return index;
}

function signedFigures(tokens: readonly Token[], start: number, count: number): { readonly value: Figures; readonly next: number } | undefined {
  const sign = tokens[start + 1]?.text ?? '';
  const run = tokens.slice(start, start + count * 2 - 1);
  const fits = signs.has(sign) && run.length === count * 2 - 1 && run.every((token, index) => (index % 2 === 0 ? token.digits !== undefined : token.text === sign));
  return fits ? { value: { parts: run.filter((_, index) => index % 2 === 0).map(({ text }) => text), sign }, next: start + run.length } : undefined;
}

function spacedFigures(tokens: readonly Token[], start: number, count: number): { readonly value: Figures; readonly next: number } | undefined {
  const run = tokens.slice(start, start + count);
  if (run.length < count || run.some(({ digits, short }) => digits === undefined || short === true)) return undefined;
  return { value: { parts: run.map(({ text }) => text), sign: ' ' }, next: start + count };
}

function day(year: number, month: string, date: string): Shape | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isYear(year) && isDay(text) ? fixed('day', { kind: 'day', day: text }) : undefined;
}

function dayOfEveryYear(month: string, date: string): Shape | undefined {
  const ending = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = (year: number) => (isDay(`${year}-${ending}`) ? ({ kind: 'day', day: `${year}-${ending}` } as const) : undefined);
  // 2000 was a leap year, in which every date exists that ever does.
  return isDay(`2000-${ending}`) ? { unit: 'day', every: 'year', at } : undefined;
}

function isShort(text: string): boolean {
  return text.length <= 2;
}

const ordered = {
  'day-first': (a: string, b: string) => [b, a],
  'month-first': (a: string, b: string) => [a, b],
} as const satisfies Record<Input['order'], (a: string, b: string) => readonly [string, string]>;

/** 2022-06-15, 15/06/2022, 15.6.22, 15 06 2022. */
const triple: Rule<Shape> = map(figures(3), ({ parts: [a = '', b = '', c = ''], sign }, { order }) => {
  if (a.length === 4) return isShort(b) && isShort(c) ? day(Number(a), b, c) : undefined;
  const year = yearOf(c, sign);
  if (year === undefined || !isShort(a) || !isShort(b)) return undefined;
  return day(year, ...ordered[order](a, b));
});

function yearOf(text: string, sign: string): number | undefined {
  if (text.length === 4) return Number(text);
  return text.length === 2 && sign !== ' ' ? fullYear(Number(text)) : undefined;
}

function month(year: string, number: string): Shape | undefined {
  const text = `${year}-${number.padStart(2, '0')}`;
  return isYear(Number(year)) && isMonth(text) ? fixed('month', { kind: 'month', month: text }) : undefined;
}

/** 2022-23, 2022/2023: a year and a later one. */
function years(from: string, to: string): Shape | undefined {
  const last = to.length === 2 ? `${from.slice(0, 2)}${to}` : to;
  if (last.length !== 4 || last <= from || !isYear(Number(from)) || !isYear(Number(last))) return undefined;
  return fixed('span', reaching({ kind: 'year', year: Number(from) }, { kind: 'year', year: Number(last) }));
}

/** 2022-06, 06/2022, 2022-23, 15/06. */
const pair: Rule<Shape> = map(figures(2), ({ parts: [a = '', b = ''], sign }, { order }) => {
  if (a.length === 4 && sign !== ' ') return isShort(b) ? (month(a, b) ?? years(a, b)) : acrossYears(a, b, sign);
  if (b.length === 4 && isShort(a) && (sign !== ' ' || a.length === 2)) return month(b, a);
  const isDate = isShort(a) && isShort(b) && (sign === '/' || (sign === '.' && b.length === 2));
  return isDate ? dayOfEveryYear(...ordered[order](a, b)) : undefined;
});

function acrossYears(a: string, b: string, sign: string): Shape | undefined {
  return sign === '.' ? undefined : years(a, b);
}

/** 20220615 */
const compact: Rule<Shape> = ({ tokens }, at) => {
  const start = firstNumber(tokens, at);
  const text = tokens[start]?.digits === 8 ? (tokens[start]?.text ?? '') : '';
  const shape = text === '' ? undefined : day(Number(text.slice(0, 4)), text.slice(4, 6), text.slice(6));
  return shape === undefined ? [] : [{ value: shape, next: start + 1 }];
};

/** 6-10/12/2021: the days before a whole date are of its month. */
const tail: Rule<Shape> = ({ tokens, ...input }, at) => {
  const start = firstNumber(tokens, at);
  const first = tokens[start];
  if (first?.digits === undefined || first.digits > 2 || tokens[start + 1]?.text !== '-') return [];
  return triple({ tokens, ...input }, start + 2).flatMap(({ value, next }) => {
    const last = value.at(0);
    const whole = last?.kind === 'day' ? reaching({ kind: 'day', day: `${last.day.slice(0, 8)}${first.text.padStart(2, '0')}` }, last) : undefined;
    const shape = whole?.kind === 'span' ? fixed('span', whole) : undefined;
    return shape === undefined ? [] : [{ value: shape, next }];
  });
};

/** A date in figures that is a day. */
export const numericDay: Rule<Shape> = any(triple, compact, map(pair, (shape) => (shape.unit === 'day' ? shape : undefined)));

/** A date in figures that is a month, a span of years or of days. */
export const numericSpan: Rule<Shape> = any(map(pair, (shape) => (shape.unit === 'day' ? undefined : shape)), tail);
