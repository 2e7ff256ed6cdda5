import { type Day, isDay, isMonth } from '../../core/calendar.ts';
import { parseEdtf } from '../../core/when.ts';
import { fullYear, isShortYear, isYear } from './numbers.ts';
import { any, both, here, type Input, map, type Rule, three, token } from './rule.ts';
import { fixed, reaching, type Shape } from './shape.ts';
import type { Token } from './tokens.ts';

/** Two or three numbers in a row with one sign between them, or only spaces. */
type Figures = { readonly parts: readonly string[]; readonly sign: string };

function digitsOf({ digits, short, text }: Token): string | undefined {
  return digits === undefined || short === true ? undefined : text;
}

const signs = new Set(['/', '-', '.']);
const first = token(digitsOf);
const next = here(digitsOf);
const sign = here(({ text }) => (signs.has(text) ? text : undefined));

const signedPair: Rule<Figures> = three(first, sign, next, (a, between, b) => ({ parts: [a, b], sign: between }));
const signedTriple: Rule<Figures> = three(signedPair, sign, next, ({ parts, sign: before }, between, c) =>
  before === between ? { parts: [...parts, c], sign: between } : undefined,
);
const spacedPair: Rule<Figures> = both(first, next, (a, b) => ({ parts: [a, b], sign: ' ' }));
const spacedTriple: Rule<Figures> = both(spacedPair, next, ({ parts }, c) => ({ parts: [...parts, c], sign: ' ' }));

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

function iso(shape: Shape | undefined): Shape | undefined {
  return shape === undefined ? undefined : { ...shape, iso: true };
}

/** 2022-33 and 2022-41: the standard's numbers for quarters and halves. */
function part(year: number, code: string, sign: string): Shape | undefined {
  const when = sign === '-' && isYear(year) && /^(3[3-6]|4[01])$/.test(code) ? parseEdtf(`${year}-${code}`) : undefined;
  return fixed(code < '40' ? 'quarter' : 'half', when);
}

function isShort(text: string): boolean {
  return text.length <= 2;
}

/** Years that people plan in, either way from the running one: 12/31 is no month of another decade. */
const near = 5;

export function isNearYear(text: string, today: Day): boolean {
  return text.length === 2 && isShortYear(Number(text)) && Math.abs(fullYear(Number(text)) - Number(today.slice(0, 4))) <= near;
}

const ordered = {
  'day-first': (a: string, b: string) => [b, a],
  'month-first': (a: string, b: string) => [a, b],
} as const satisfies Record<Input['order'], (a: string, b: string) => readonly [string, string]>;

/** 2022-06-15, 15/06/2022, 15.6.22, 15 06 2022. */
const triple: Rule<Shape> = map(any(signedTriple, spacedTriple), (figures, input) => {
  const [a = '', b = '', c = ''] = figures.parts;
  if (a.length === 4) return isShort(b) && isShort(c) ? iso(day(Number(a), b, c)) : undefined;
  return isShort(a) && isShort(b) ? shortTriple(figures, input) : undefined;
});

/** 15/06/2022, or rarely 22-06-15 from the year down. */
function shortTriple({ parts, sign }: Figures, { order, rarely, today }: Input): Shape | undefined {
  const [a = '', b = '', c = ''] = parts;
  if (rarely && sign === '-' && isNearYear(a, today)) return isShort(c) ? day(fullYear(Number(a)), b, c) : undefined;
  const year = sign === ' ' ? spacedYearOf(parts) : yearOf(c);
  return year === undefined ? undefined : day(year, ...ordered[order](a, b));
}

function yearOf(text: string): number | undefined {
  if (text.length === 4) return Number(text);
  return text.length === 2 ? fullYear(Number(text)) : undefined;
}

/** With only spaces between, "15 06 22" is a date where each number has two digits. */
function spacedYearOf(parts: readonly string[]): number | undefined {
  const last = parts.at(-1) ?? '';
  if (last.length === 4) return Number(last);
  return parts.every((part) => part.length === 2) && isShortYear(Number(last)) ? fullYear(Number(last)) : undefined;
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

/** 15.6. */
const dotted: Rule<Shape> = both(
  signedPair,
  here(({ text }) => (text === '.' ? true : undefined)),
  ({ parts: [a = '', b = ''], sign: between }, _, { order }) =>
    between === '.' && isShort(a) && isShort(b) ? dayOfEveryYear(...ordered[order](a, b)) : undefined,
);

/** 2022-06, 06/2022, 2022-23, 15/06. */
const pair: Rule<Shape> = map(any(signedPair, spacedPair), ({ parts: [a = '', b = ''], sign }, input) => {
  if (a.length === 4) return yearFirst(a, b, sign);
  if (b.length === 4) return isShort(a) && (sign !== ' ' || a.length === 2) ? month(b, a) : undefined;
  return isShort(a) && isShort(b) && isDated(b, sign) ? shortPair(a, b, input) : undefined;
});

/** How many numbers in figures a text has. */
export function figuresIn({ tokens }: Pick<Input, 'tokens'>): number {
  return tokens.filter(([found]) => found?.digits !== undefined).length;
}

/** 15/06, or rarely 06/22 for a month, and 6/22 where no other date stands beside it. */
function shortPair(a: string, b: string, input: Input): Shape | undefined {
  const { order, rarely, today } = input;
  if (rarely && isNearYear(b, today) && (a.length === 2 || figuresIn(input) === 2)) return month(String(fullYear(Number(b))), a);
  return dayOfEveryYear(...ordered[order](a, b));
}

/** 6/26 where it must be a month: "mid 6/26". */
export const shortMonth: Rule<Shape> = map(signedPair, ({ parts: [a = '', b = ''], sign }, { today }) =>
  sign === '/' && isShort(a) && isNearYear(b, today) ? month(String(fullYear(Number(b))), a) : undefined,
);

/** Whether a sign between two numbers makes them a day and a month: 15/06 and 15.06, but neither 15-06 nor 1.5. */
function isDated(second: string, sign: string): boolean {
  return sign === '/' || (sign === '.' && second.length === 2);
}

function yearFirst(year: string, rest: string, sign: string): Shape | undefined {
  if (sign === ' ') return rest.length === 2 ? month(year, rest) : undefined;
  if (isShort(rest)) return iso(month(year, rest)) ?? part(Number(year), rest, sign) ?? years(year, rest);
  return sign === '.' ? undefined : years(year, rest);
}

/** 20220615 */
const compact: Rule<Shape> = map(first, (text) => (text.length === 8 ? day(Number(text.slice(0, 4)), text.slice(4, 6), text.slice(6)) : undefined));

/** A date in figures that is a day. */
export const numericDay: Rule<Shape> = any(
  triple,
  compact,
  dotted,
  map(pair, (shape) => (shape.unit === 'day' ? shape : undefined)),
);

/** A date in figures that is a month or a span of years. */
export const numericSpan: Rule<Shape> = map(pair, (shape) => (shape.unit === 'day' ? undefined : shape));
