import { addMonths } from '../../core/calendar.ts';
import type { Unit } from './meaning.ts';
import { bareShortYear, plainYear } from './numbers.ts';
import { after, any, both, here, map, maybe, notLeading, once, type Rule, three, word, wordWhere } from './rule.ts';
import { choose, fixed, inTurn, type Shape } from './shape.ts';
import { unitAt } from './units.ts';

/** The word for a unit, in the singular. */
export function oneUnit(unit: Unit): Rule<true> {
  return wordWhere('unit', (meaning) => (meaning.unit === unit && !meaning.many ? true : undefined));
}

/** "This", "next" or "last", before or behind one thing. */
export const which = wordWhere('which', (meaning) => (meaning.many ? undefined : meaning.which));

/** Makes what stands before it a part of something: "of", "du". */
export const belongs: Rule<true> = here(({ meanings }) => (meanings.some(({ is }) => is === 'belongs') ? true : undefined));

/** The same before one thing: "the last of June" is no June, but "en cours d’année" is this year. */
export const whichBefore: Rule<'this' | 'next' | 'last'> = any(
  notLeading(which, belongs),
  map(which, (said) => (said === 'this' ? said : undefined)),
);

/** How many turns each is from the running one. */
export const turns = { this: 0, next: 1, last: -1 } as const;

/** How many units from the running one: "next month", "le mois prochain", "the year after next". */
export function relativeUnit(unit: Unit): Rule<number> {
  return any(
    both(whichBefore, oneUnit(unit), (said) => turns[said]),
    both(oneUnit(unit), which, (_, said) => turns[said]),
    wordWhere('turn', (meaning) => (meaning.unit === unit ? meaning.turns : undefined)),
  );
}

/** The running unit, where "the month" can mean only that: "end of the month". */
export function runningUnit(unit: Unit): Rule<Shape> {
  return map(oneUnit(unit), (_, { today }) => fixed(unit === 'weekend' ? 'span' : unit, unitAt(unit, today, 0)));
}

const yearWord = maybe(oneUnit('year'));

/** A year by its number or counted from this one. */
export const year: Rule<number> = once(
  any(
    after(yearWord, plainYear),
    map(relativeUnit('year'), (count, { today }) => Number(today.slice(0, 4)) + count),
  ),
);

/** A year that may be of two digits. */
export const looseYear: Rule<number> = any(year, bareShortYear);

/** The year itself. */
export const yearShape: Rule<Shape> = map(year, (value) => fixed('year', { kind: 'year', year: value }));

/** A month of every year. */
function everyYear(month: number): Shape {
  return { unit: 'month', every: 'year', at: (value) => ({ kind: 'month', month: addMonths(`${String(value).padStart(4, '0')}-01`, month - 1) }) };
}

/** "Next June 2023" is right or it is nothing. */
function agreed(shape: Shape, said: 'this' | 'next' | 'last', value: number, today: string): Shape | undefined {
  const when = choose(shape, said, today);
  return when?.kind === 'month' && when.month.startsWith(`${value}-`) ? inTurn(shape, value) : undefined;
}

/** A shape in the one turn that "this", "next" or "last" picks. */
export function picked(shape: Shape, said: 'this' | 'next' | 'last', today: string): Shape | undefined {
  return shape.turn === undefined ? fixedLike(shape, choose(shape, said, today)) : undefined;
}

function fixedLike(shape: Shape, when: ReturnType<typeof choose>): Shape | undefined {
  const found = fixed(shape.unit, when);
  const { unchecked: _, ...rest } = shape;
  return found === undefined ? undefined : { ...rest, ...found };
}

/** A month's name alone; "the month of June" too. */
export const bareMonth: Rule<Shape> = after(
  maybe(oneUnit('month')),
  map(word('month'), ({ month }) => everyYear(month)),
);

const yearAfterMonth: Rule<number> = (input, at) => (input.monthFirst ? year(input, at) : looseYear(input, at));

/** A month by name with its year, however that is said. */
function namedMonthWith(yearBehind: Rule<number>): Rule<Shape> {
  return once(
    any(
      both(bareMonth, yearBehind, inTurn),
      three(whichBefore, bareMonth, plainYear, (said, shape, value, { today }) => agreed(shape, said, value, today)),
      both(year, bareMonth, (value, shape) => inTurn(shape, value)),
      both(whichBefore, bareMonth, (said, shape, { today }) => picked(shape, said, today)),
      both(bareMonth, which, (shape, said, { today }) => picked(shape, said, today)),
      bareMonth,
    ),
  );
}

/** The month so many months from this one. */
export const relativeMonth: Rule<Shape> = map(relativeUnit('month'), (count, { today }) => fixed('month', unitAt('month', today, count)));

function monthWith(named: Rule<Shape>): Rule<Shape> {
  return once(
    any(
      named,
      relativeMonth,
      // "Next month (July 2022)" says one thing twice; two different things are refused.
      both(relativeMonth, named, (said, other) => (sameMonth(said, other) ? said : undefined)),
    ),
  );
}

/** Any month that is not in figures: "June", "June 2022", "next June", "June next year", "next month". */
export const monthShape: Rule<Shape> = monthWith(namedMonthWith(yearAfterMonth));

/** The same as it may stand behind a day, where two digits more may be another day: the 24 of "20 juin-24". */
export const monthOfDay: Rule<Shape> = monthWith(namedMonthWith(year));

function sameMonth(a: Shape, b: Shape): boolean {
  const first = a.at(a.turn ?? 0);
  const year = first?.kind === 'month' ? Number(first.month.slice(0, 4)) : 0;
  const second = b.at(b.turn ?? year);
  return first?.kind === 'month' && second?.kind === 'month' && first.month === second.month;
}
