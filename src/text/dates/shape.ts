import { addDays, addMonths, type Day, daysBetween, mondayOf, monthOf, monthsBetween } from '../../core/calendar.ts';
import { type Bounds, bounds, either, type Stretch, span, type When } from '../../core/when.ts';
import type { Clock } from './clock.ts';
import type { Unit, Which } from './meaning.ts';

/** How often something comes again when it is not said which one is meant. */
export type Cycle = 'week' | 'month' | 'year';

/**
 * A date as it was said: "June" comes every year, "Friday" every week, "the 15th" every month. `at` gives the one of a turn
 * (a year, or a count of months or weeks); `turn` is there once it is known which is meant.
 */
export type Shape = {
  readonly unit: Unit | 'span';
  readonly every: Cycle;
  readonly at: (turn: number) => When | undefined;
  readonly turn?: number;
  /** The words say more than the date: "mid June". */
  readonly worded?: boolean;
  readonly clock?: Clock;
  /** Alternatives of which each comes again by itself. */
  readonly each?: readonly Shape[];
  /** Written in figures from the year down, as the standard does. */
  readonly iso?: boolean;
  /** A weekday is part of what was said. */
  readonly byWeekday?: boolean;
  /** The same without the weekdays that were said: they confirm a date or refuse it, but never look for another. */
  readonly unchecked?: Shape;
};

/** How the one meant is found among those that come again. */
export type Choice = Which | 'ahead' | 'begun' | 'nearest';

const firstMonday = '1970-01-05';

/** The turn of a cycle that holds a day. */
export function turnOf(every: Cycle, day: Day): number {
  if (every === 'year') return Number(day.slice(0, 4));
  return every === 'month' ? monthsBetween('0000-01', monthOf(day)) : Math.floor(daysBetween(firstMonday, mondayOf(day)) / 7);
}

/** The month of a turn that counts months. */
export function monthOfTurn(turn: number): string {
  return addMonths('0000-01', turn);
}

/** The Monday of a turn that counts weeks. */
export function mondayOfTurn(turn: number): Day {
  return addDays(firstMonday, turn * 7);
}

/** A shape of which it is known when it is. */
export function fixed(unit: Shape['unit'], when: When | undefined): Shape | undefined {
  return when === undefined ? undefined : { unit, every: 'year', at: () => when, turn: 0 };
}

/** The shape with the turn that is meant. */
export function inTurn(shape: Shape, turn: number): Shape {
  return { ...shape, turn };
}

/** What is made of each date a shape may have; for "end of", "Friday of", "the week of". */
export function shaped(shape: Shape, unit: Shape['unit'], make: (when: When) => When | undefined): Shape {
  const each = shape.each?.map((one) => shaped(one, unit, make));
  const made = { ...shape, unit, at: (turn: number) => remade(shape.at(turn), make), ...(each === undefined ? {} : { each }) };
  return shape.unchecked === undefined ? made : { ...made, unchecked: shaped(shape.unchecked, unit, make) };
}

function remade(when: When | undefined, make: (when: When) => When | undefined): When | undefined {
  return when === undefined ? undefined : make(when);
}

const reach = { week: [-2, 3], month: [-3, 3], year: [-9, 9] } as const satisfies Record<Cycle, readonly [number, number]>;

/** One of the dates a shape may have. */
export type Candidate = { readonly turn: number; readonly when: When; readonly days: Bounds };

/** The dates a shape may have around a day, in order. */
export function candidates(shape: Shape, day: Day): readonly Candidate[] {
  const [back, ahead] = reach[shape.every];
  const base = turnOf(shape.every, day);
  const turns = shape.turn === undefined ? Array.from({ length: ahead - back + 1 }, (_, index) => base + back + index) : [shape.turn];
  const { at } = shape.turn === undefined ? (shape.unchecked ?? shape) : shape;
  return turns.flatMap((turn) => {
    const when = at(turn);
    const days = when === undefined ? undefined : bounds(when);
    return when === undefined || days === undefined ? [] : [{ turn, when, days }];
  });
}

/** The date that is meant, by the rule that the words around it call for. */
export function choose(shape: Shape, choice: Choice, today: Day): When | undefined {
  if (shape.turn !== undefined) return shape.at(shape.turn);
  if (choice === 'this') return shape.at(turnOf(shape.every, today));
  if (choice === 'ahead' && shape.each !== undefined) return eachAhead(shape.each, today);
  if (choice === 'nearest') return nearestTo(shape, today);
  const fitting = candidates(shape, today).filter(({ days }) => fits[choice](days, today));
  const chosen = choice === 'next' || choice === 'ahead' ? fitting[0] : fitting.at(-1);
  return chosen === undefined ? undefined : shape.at(chosen.turn);
}

/** "January or June": in March each is the next one. */
function eachAhead(options: readonly Shape[], today: Day): When | undefined {
  const known = options.map((option) => choose(option, 'ahead', today)).filter((when) => when !== undefined);
  return known.length === options.length ? oneOf(known) : undefined;
}

/** The latest that has begun, or the next one if that is nearer: in June, "from March" is behind and "from July" ahead. A weekday is always ahead. */
function nearestTo(shape: Shape, today: Day): When | undefined {
  const ahead = choose(shape, 'ahead', today);
  const begun = shape.every === 'week' ? undefined : choose(shape, 'begun', today);
  return begun !== undefined && daysOff(begun, today) < daysOff(ahead, today) ? begun : ahead;
}

function daysOff(when: When | undefined, today: Day): number {
  const days = when === undefined ? undefined : bounds(when);
  return days === undefined ? Number.POSITIVE_INFINITY : Math.abs(daysBetween(today, days.first));
}

const fits = {
  ahead: ({ last }, today) => last >= today,
  next: ({ first }, today) => first > today,
  last: ({ last }, today) => last < today,
  begun: ({ first }, today) => first <= today,
} as const satisfies Record<Exclude<Choice, 'this' | 'nearest'>, (days: Bounds, today: Day) => boolean>;

/** The stretches a date begins and ends with. */
function endsOf(when: When): { readonly from: Stretch; readonly to: Stretch } | undefined {
  if (when.kind === 'unknown' || when.kind === 'either') return undefined;
  return when.kind === 'span' ? when : { from: when, to: when };
}

/** From the beginning of one date to the end of another; undefined when it would run backwards. */
export function reaching(a: When, b: When): When | undefined {
  const from = endsOf(a)?.from;
  const to = endsOf(b)?.to;
  if (from === undefined || to === undefined) return undefined;
  if (sameStretch(from, to)) return from;
  const [first, last] = [inMonths(from, 'first'), inMonths(to, 'last')];
  return sameStretch(first, last) ? first : span(first, last);
}

/** The standard's intervals run between months, not between quarters. */
function inMonths(stretch: Stretch, end: 'first' | 'last'): Stretch {
  const days = stretch.kind === 'quarter' || stretch.kind === 'half' ? bounds(stretch) : undefined;
  return days === undefined ? stretch : { kind: 'month', month: monthOf(days[end]) };
}

function sameStretch(a: Stretch, b: Stretch): boolean {
  return a.kind === b.kind && daysApart(a, b) === 0;
}

/** Days from the first of one date to the first of another. */
export function daysApart(a: When, b: When): number | undefined {
  const from = bounds(a);
  const to = bounds(b);
  return from === undefined || to === undefined ? undefined : daysBetween(from.first, to.first);
}

/** One of several dates, each named once; undefined where one is a span, which an alternative cannot hold. */
export function oneOf(options: readonly When[]): When | undefined {
  const stretches = options.filter((option) => option.kind !== 'span' && option.kind !== 'either' && option.kind !== 'unknown');
  const different = stretches.filter((option, index) => stretches.findIndex((other) => sameStretch(option, other)) === index);
  if (stretches.length < options.length) return undefined;
  return different.length === 1 ? different[0] : either(different);
}

/** All of several dates, when each begins on the day after the one before. */
export function allOf(dates: readonly When[]): When | undefined {
  const adjoin = dates.every((date, index) => index === 0 || gap(dates[index - 1], date) === 1);
  const [first] = dates;
  const last = dates.at(-1);
  return adjoin && first !== undefined && last !== undefined ? reaching(first, last) : undefined;
}

function gap(a: When | undefined, b: When): number | undefined {
  const before = a === undefined ? undefined : bounds(a);
  const next = bounds(b);
  return before === undefined || next === undefined ? undefined : daysBetween(before.last, next.first);
}
