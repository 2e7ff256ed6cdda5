import { bounds, type When } from '../../core/when.ts';
import type { Part, Unit } from './meaning.ts';
import { bareMonth, monthShape, oneUnit, relativeUnit, runningUnit, turns, which, yearShape } from './months.ts';
import { jointYear, number, ordinal, pausedYear, spacedYear } from './numbers.ts';
import { figuresIn, isNearYear, numericSpan, shortMonth } from './numeric.ts';
import { partShapes } from './parts.ts';
import { countedPart } from './relative.ts';
import { any, both, map, once, type Rule, three, word, wordWhere } from './rule.ts';
import { or, series, seriesShape } from './series.ts';
import { fixed, inTurn, oneOf, type Shape, shaped } from './shape.ts';
import type { Tokens } from './tokens.ts';
import { unitAt } from './units.ts';
import { dayShape } from './weekdays.ts';
import { weekendHolding, weekendShape, weekHolding, weekShape, weekWithin } from './weeks.ts';

const numericMonth = map(numericSpan, (shape) => (shape.unit === 'month' ? shape : undefined));
const week = any(weekHolding(dayShape), weekShape);

/** What has a beginning, a middle and an end that people speak of; the running one may go without its name. */
const container: Rule<Shape> = once(
  any(
    monthShape,
    numericMonth,
    partShapes,
    week,
    yearShape,
    runningUnit('month'),
    runningUnit('quarter'),
    runningUnit('half'),
    runningUnit('week'),
    runningUnit('year'),
  ),
);

/** Thirds of a year, as months of it. Of anything shorter the whole is meant, and the words are kept. */
const thirds = { early: ['01', '04'], mid: ['05', '08'], late: ['09', '12'] } as const;

function worded(shape: Shape): Shape {
  return { ...shape, worded: true };
}

function partOf(from: Part, to: Part, shape: Shape): Shape {
  if (shape.unit !== 'year') return worded(shape);
  return worded(shaped(shape, 'span', (when) => (when.kind === 'year' ? thirdsOf(when.year, from, to) : undefined)));
}

function thirdsOf(year: number, from: Part, to: Part): When | undefined {
  const [first] = thirds[from];
  const [, last] = thirds[to];
  return first > last ? undefined : { kind: 'span', from: { kind: 'month', month: `${year}-${first}` }, to: { kind: 'month', month: `${year}-${last}` } };
}

const part = wordWhere('part', (meaning) => meaning.part);

/** "Mid June 22" is in that year, and rarely on the 22nd. */
const earlyInShortYear: Rule<Shape> = three(part, bareMonth, spacedYear, (_, shape, year, { rarely }) => (rarely ? undefined : worded(inTurn(shape, year))));

const early: Rule<Shape> = any(
  earlyInShortYear,
  both(part, shortMonth, (_, shape) => worded(shape)),
  both(part, container, (said, shape) => partOf(said, said, shape)),
  // "Early to mid June", "mid/late 2022"
  both(series(part), container, ({ items }, shape) => partOf(items[0] ?? 'early', items.at(-1) ?? 'late', shape)),
  both(part, dayShape, (_, shape) => worded(shape)),
);

function lastDay(shape: Shape): Shape {
  return shaped(shape, 'day', (when) => edgeDay(when, 'last'));
}

function edgeDay(when: When, edge: 'first' | 'last'): When | undefined {
  const days = bounds(when);
  return days === undefined ? undefined : { kind: 'day', day: days[edge] };
}

/** The last day: "end of June", "EOY 2022". */
const ending: Rule<Shape> = any(
  both(word('end'), container, (_, shape) => lastDay(shape)),
  both(word('close'), any(container), ({ unit }, shape) => (shape.unit === unit ? lastDay(shape) : undefined)),
  map(word('close'), ({ unit }, { today }) => lastDay({ unit, every: 'year', turn: 0, at: () => unitAt(unit, today, 0) })),
);

const edgeWord: Rule<'first' | 'last' | number> = any<'first' | 'last' | number>(
  ordinal,
  wordWhere('which', ({ which }) => (which === 'last' ? ('last' as const) : undefined)),
);

/** "The first day of June", "the last day of the quarter". */
const edge: Rule<Shape> = three(edgeWord, oneUnit('day'), container, (which, _, shape) => {
  if (which === 1 || which === 'last') return shaped(shape, 'day', (when) => edgeDay(when, which === 1 ? 'first' : 'last'));
  return undefined;
});

const halves = new Set<Unit>(['half', 'week']);
const pieceOfMonth = any<unknown>(
  wordWhere('unit', ({ unit }) => (halves.has(unit) ? true : undefined)),
  word('length'),
  both(
    number(4),
    wordWhere('unit', ({ unit, many }) => (many && unit === 'week' ? true : undefined)),
    () => true,
  ),
);

const weeksOfMonth = three(
  number(4),
  edgeWord,
  wordWhere('unit', ({ unit, many }) => (many && unit === 'week' ? true : undefined)),
  () => true,
);

/** "Second half of June", "the last week of June", "première quinzaine de juin": somewhere in that month, said more closely. */
const piece: Rule<Shape> = any(
  three(edgeWord, pieceOfMonth, container, (_, __, shape) => (shape.unit === 'month' || shape.unit === 'quarter' ? worded(shape) : undefined)),
  // « Les deux premières semaines de juin »
  both(weeksOfMonth, container, (_, shape) => (shape.unit === 'month' || shape.unit === 'quarter' ? worded(shape) : undefined)),
  map(weekWithin(container), worded),
);

/** "Later this year": it may be any time of it, and the words are kept. */
const somewhere: Rule<Shape> = both(word('somewhere'), container, (_, shape) => worded(shape));

/** A date with a word before it that narrows it. */
export const qualifiedShape: Rule<Shape> = once(any(ending, early, edge, piece, somewhere, countedPart(container)));

/** "This month or next" is one of the two. */
function oneOfTwo(unit: Unit): Rule<Shape> {
  return three(relativeUnit(unit), or, which, (count, _, said, { today }) =>
    fixed(unit, oneOf([unitAt(unit, today, count), unitAt(unit, today, turns[said])])),
  );
}

const thisOrNext: Rule<Shape> = any(oneOfTwo('month'), oneOfTwo('quarter'), oneOfTwo('half'), oneOfTwo('year'));

const yearBehindMonths = any(
  spacedYear,
  pausedYear,
  map(jointYear, ({ sign, year }) => (sign === '-' ? year : undefined)),
);

/** "Feb-May 22": behind several months two digits are a year, and rarely the day of a range that ends with it. */
const monthsInShortYear: Rule<Shape> = both(series(bareMonth), yearBehindMonths, ({ join, items }, year, { rarely }) => {
  const last = items.at(-1);
  return rarely || last === undefined ? undefined : seriesShape({ join, items: [...items.slice(0, -1), inTurn(last, year)] });
});

/** "Jun-27" is a day where the month comes first, and rarely, where no other date stands beside it, that month of a year. */
export const rarelyInYear: Rule<Shape> = both(bareMonth, jointYear, (month, { year }, { tokens, rarely, today }) =>
  rarely && isOneDate(tokens) && isNearYear(String(year % 100), today) ? inTurn(month, year) : undefined,
);

function isOneDate(tokens: Tokens): boolean {
  const months = tokens.filter(([found]) => found?.meanings.some(({ is }) => is === 'month'));
  return months.length === 1 && figuresIn({ tokens }) === 1;
}

/** A month, a quarter, a half, a week or a year. */
export const wholeShape: Rule<Shape> = once(
  any(monthsInShortYear, thisOrNext, weekendShape, weekendHolding(dayShape), monthShape, numericSpan, partShapes, week, yearShape),
);
