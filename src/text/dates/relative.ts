import { bounds } from '../../core/when.ts';
import type { Unit } from './meaning.ts';
import { belongs, monthShape } from './months.ts';
import { number } from './numbers.ts';
import { after, any, both, type Input, map, maybe, once, type Rule, three, unless, word, wordWhere } from './rule.ts';
import { type Series, series, seriesShape } from './series.ts';
import { choose, fixed, reaching, type Shape, shaped } from './shape.ts';
import { unitsBeside, unitsFrom, unitsLasting } from './units.ts';
import { dayShape } from './weekdays.ts';

/** A length of time as it was said. */
type Length = { readonly unit: Unit; readonly count: number; readonly loose: boolean };

const most = 400;

const looseCount = wordWhere('count', ({ count, loose }) => (loose === true ? count : undefined));
const manyUnit = wordWhere('unit', ({ unit, many }) => (many && unit !== 'weekend' ? unit : undefined));
const anyUnit = wordWhere('unit', ({ unit }) => (unit === 'weekend' ? undefined : unit));

const halfWord = wordWhere('unit', ({ unit, many }) => (unit === 'half' && !many ? true : undefined));
const yearWord = wordWhere('unit', ({ unit, many }) => (unit === 'year' && !many ? true : undefined));

const one = any(
  number(1),
  map(word('article'), () => 1),
);
const count = any(
  number(most),
  map(word('article'), () => 1),
);

/** "Two weeks", "15 jours", "half a year", "a year and a half". */
const length: Rule<Length> = once(
  any<Length>(
    wordWhere('length', ({ days }) => ({ unit: 'week', count: days / 7, loose: false })),
    three(halfWord, one, yearWord, () => ({ unit: 'month', count: 6, loose: false })),
    three(count, anyUnit, word('and a half'), (years, unit) => (unit === 'year' ? { unit: 'month', count: years * 12 + 6, loose: false } : undefined)),
    both(looseCount, anyUnit, (value, unit) => ({ unit, count: value, loose: true })),
    both(count, anyUnit, (value, unit) => ({ unit, count: value, loose: false })),
  ),
);

/** "Two to three weeks", "2 ou 3 mois". */
const lengths: Rule<Series<Length>> = both(series(number(most)), anyUnit, ({ join, items }, unit) => ({
  join,
  items: items.map((value) => ({ unit, count: value, loose: false })),
}));

function fromDay(day: string, { unit, count: value, loose }: Length, side: 1 | -1): Shape | undefined {
  const shape = fixed(unit === 'week' ? 'day' : unit, unitsFrom(day, unit, value * side));
  return shape === undefined ? undefined : { ...shape, ...(loose ? { worded: true } : {}) };
}

/** Tells that a length is not meant exactly: "in about two weeks". */
const aboutLength: Rule<Series<Length>> = any(
  both(word('tentative'), length, (_, value) => ({ join: 'and', items: [{ ...value, loose: true }] })),
  map(length, (value) => ({ join: 'and', items: [value] })),
  lengths,
);

function fromDays(day: string, { join, items }: Series<Length>, side: 1 | -1): Shape | undefined {
  const shapes = items.map((item) => fromDay(day, item, side)).filter((shape) => shape !== undefined);
  if (shapes.length < items.length) return undefined;
  // Two or three weeks ago began three weeks ago.
  return shapes.length === 1 ? shapes[0] : seriesShape({ join, items: side === 1 ? shapes : shapes.toReversed() });
}

/** "In two weeks", "three months ago", "dans 15 jours", "il y a un an". */
const fromToday: Rule<Shape> = any(
  three(word('in'), aboutLength, maybe(word('hence')), (_, value, __, { today }) => fromDays(today, value, 1)),
  both(aboutLength, word('hence'), (value, _, { today }) => fromDays(today, value, 1)),
  both(aboutLength, word('ago'), (value, _, { today }) => fromDays(today, value, -1)),
  both(word('ago'), aboutLength, (_, value, { today }) => fromDays(today, value, -1)),
);

const later = any<unknown>(
  word('from'),
  wordWhere('bound', ({ bound }) => (bound === 'after' || bound === 'from' ? true : undefined)),
);
const earlier = wordWhere('bound', ({ bound }) => (bound === 'before' ? true : undefined));

function beside(value: Length, shape: Shape, side: 1 | -1, today: string): Shape | undefined {
  const when = shape.unit === 'day' || shape.unit === value.unit ? choose(shape, 'ahead', today) : undefined;
  if (when?.kind === 'month') return value.unit === 'month' ? fromDay(`${when.month}-01`, value, side) : undefined;
  return when?.kind === 'day' ? fromDay(when.day, value, side) : undefined;
}

/** "The day before" is one day before. */
const neighbour: Rule<Length> = after(
  word('the'),
  wordWhere('unit', ({ unit, many }) => (unit === 'day' && !many ? { unit, count: 1, loose: false } : undefined)),
);
const apart = any(length, neighbour);
const there = any(dayShape, monthShape);

const beginning = wordWhere('bound', ({ bound }) => (bound === 'from' ? true : undefined));

function lasting(value: Length, shape: Shape, today: string): Shape | undefined {
  const when = shape.unit === 'day' || shape.unit === 'month' ? choose(shape, 'ahead', today) : undefined;
  return when?.kind === 'day' || when?.kind === 'month' ? fixed('span', unitsLasting(when, value.unit, value.count)) : undefined;
}

/** From today a length with such a word is as often counted to its end: "deux semaines à partir d’aujourd’hui". */
function lastingUnlessToday(value: Length, shape: Shape, today: string): Shape | undefined {
  const when = choose(shape, 'ahead', today);
  return when?.kind === 'day' && when.day === today ? beside(value, shape, 1, today) : lasting(value, shape, today);
}

/** A length that something takes from a day or a month on: "for two weeks from 20 June", "two weeks starting Monday". */
const lastingFrom: Rule<Shape> = any(
  three(after(word('lasting'), length), later, there, (value, _, shape, { today }) => lasting(value, shape, today)),
  three(after(maybe(later), there), word('lasting'), length, (shape, _, value, { today }) => lasting(value, shape, today)),
  three(length, beginning, there, (value, _, shape, { today }) => lastingUnlessToday(value, shape, today)),
);

/** "Quinze jours", of which "quinze jours du 4 janvier" are the way to another day; "la quinzaine du 4 janvier" begins with that day. */
const counted = both(count, anyUnit, () => true);

/** "Two weeks from Monday", "3 days before 15 June", "a week today". */
const fromThere: Rule<Shape> = any(
  lastingFrom,
  three(unless(counted, length), belongs, dayShape, (value, _, shape, { today }) => lasting(value, shape, today)),
  three(apart, later, there, (value, _, shape, { today }) => beside(value, shape, 1, today)),
  three(apart, earlier, there, (value, _, shape, { today }) => beside(value, shape, -1, today)),
  both(length, unless(belongs, dayShape), besideDay),
);

/** "A week on Friday" is later than that, and "a week last Friday" earlier. */
function besideDay(value: Length, shape: Shape, { today }: Input): Shape | undefined {
  const when = value.unit === 'week' && shape.unit === 'day' ? choose(shape, 'ahead', today) : undefined;
  return when?.kind === 'day' ? fromDay(when.day, value, when.day < today ? -1 : 1) : undefined;
}

const manySaid = wordWhere('which', ({ which }) => which);
const sides = { next: 1, last: -1 } as const;

function besideToday(which: 'this' | 'next' | 'last', { unit, count, loose }: Length, today: string): Shape | undefined {
  const found = which === 'this' ? undefined : fixed('span', unitsBeside(today, unit, count * sides[which]));
  return found === undefined ? undefined : { ...found, ...(loose ? { worded: true } : {}) };
}

/** "The next 3 months", "les 10 derniers jours". A single one without its number is read elsewhere. */
const unitsBesideToday: Rule<Shape> = any(
  both(manySaid, length, (which, value, { today }) => besideToday(which, value, today)),
  three(count, manySaid, manyUnit, (value, which, unit, { today }) => besideToday(which, { unit, count: value, loose: false }, today)),
  both(length, manySaid, (value, which, { today }) => besideToday(which, value, today)),
);

/** "Within two weeks", "in the fortnight": from today on. */
const within: Rule<Shape> = both(
  any<unknown>(
    word('within'),
    both(word('in'), word('the'), () => true),
  ),
  length,
  (_, value, { today }) => {
    const end = fromDay(today, value, 1)?.at(0);
    return end === undefined ? undefined : fixed('span', reaching({ kind: 'day', day: today }, end));
  },
);

/** "D’ici deux semaines" leaves the beginning open. */
export const untilThen: Rule<Shape> = both(word('until in'), aboutLength, (_, value, { today }) => fromDays(today, value, 1));

const since = wordWhere('bound', ({ bound }) => (bound === 'since' ? true : undefined));

/** "Depuis trois semaines" began three weeks ago. */
export const sinceThen: Rule<Shape> = both(since, aboutLength, (_, value, { today }) => fromDays(today, value, -1));

const countedDays = wordWhere('unit', ({ unit, many }) => (many && (unit === 'day' || unit === 'month') ? unit : undefined));

/** The first or the last so many days or months of something: "the first three months of 2022". */
export function countedPart(whole: Rule<Shape>): Rule<Shape> {
  const first = wordWhere('ordinal', ({ ordinal }) => (ordinal === 1 ? ('first' as const) : undefined));
  const last = wordWhere('which', ({ which }) => (which === 'last' ? ('last' as const) : undefined));
  const side = any<'first' | 'last'>(first, last);
  const counted = any(
    three(side, number(31), countedDays, (end, count, unit) => ({ end, count, unit })),
    three(number(31), side, countedDays, (count, end, unit) => ({ end, count, unit })),
  );
  return both(counted, whole, ({ end, count, unit }, shape) => shaped(shape, 'span', (when) => partAt(end, count, unit, when)));
}

function partAt(end: 'first' | 'last', count: number, unit: 'day' | 'month', when: Parameters<typeof bounds>[0]): ReturnType<typeof reaching> {
  const days = bounds(when);
  if (days === undefined || count === 0) return undefined;
  const edge = end === 'first' ? days.first : days.last;
  const far = unitsFrom(edge, unit, (count - 1) * (end === 'first' ? 1 : -1));
  const near = unitsFrom(edge, unit, 0);
  const inner = bounds(far);
  if (inner === undefined || inner.first < days.first || inner.last > days.last) return undefined;
  return end === 'first' ? reaching(near, far) : reaching(far, near);
}

/** Everything that is counted from today or from another day. */
export const relativeShape: Rule<Shape> = any(within, fromToday, unitsBesideToday, after(maybe(word('in')), fromThere));
