import { addDays, type Day, mondayOf, mondayOfWeek, weekdayOf } from '../../core/calendar.ts';
import { bounds, type When } from '../../core/when.ts';
import { oneUnit, relativeUnit, runningUnit, year } from './months.ts';
import { jointYear, numberOf, ordinal, pausedYear, spacedYear } from './numbers.ts';
import { isNearYear } from './numeric.ts';
import { after, any, both, here, type Input, map, notLeading, type Rule, three, token, unless, where, wordWhere } from './rule.ts';
import { series, seriesShape } from './series.ts';
import { fixed, inTurn, type Shape, shaped } from './shape.ts';
import { unitAt, weekOf } from './units.ts';

const letter = wordWhere('letter', (meaning) => (meaning.unit === 'week' ? true : undefined));
const manyWeeks = wordWhere('unit', (meaning) => (meaning.unit === 'week' && meaning.many ? true : undefined));

function weekOfEveryYear(week: number): Shape {
  const at = (turn: number): When | undefined => {
    const monday = mondayOfWeek(turn, week);
    return monday === undefined ? undefined : weekOf(monday);
  };
  return { unit: 'week', every: 'year', at };
}

const mostWeeks = 53;
const weekNumber: Rule<Shape> = map(numberOf(mostWeeks), (week) => (week === 0 ? undefined : weekOfEveryYear(week)));
const bareWeek = both(letter, weekNumber, (_, shape) => shape);

/** Weeks 23 to 25. */
const bareWeeks: Rule<Shape> = both(any(letter, manyWeeks), where(weekNumber, series(weekNumber)), (_, several) => seriesShape(several));

/** A later number behind a pause is another week. */
const weekInPausedYear: Rule<Shape> = three(letter, numberOf(mostWeeks), pausedYear, (_, week, value) =>
  value % 100 > week ? undefined : inYear(week, value),
);

const weekInJointYear: Rule<Shape> = three(letter, numberOf(mostWeeks), jointYear, (_, week, { sign, year: value }, input) =>
  (sign === '/' ? isSlashedYear(week, value) : isDashedYear(week, value, input)) ? inYear(week, value) : undefined,
);

function inYear(week: number, value: number): Shape | undefined {
  return week === 0 ? undefined : inTurn(weekOfEveryYear(week), value);
}

/** 3/27 is a week of 2027, but of 25/26 nobody knows whether the second is the next week. */
function isSlashedYear(week: number, value: number): boolean {
  return value % 100 !== week + 1;
}

/** More weeks than people name by the first and the last of them. */
const manyInARow = 13;

/** 23-22 is a week of 2022; a later number may be the last of several weeks, which it is less often the farther off it is. */
function isDashedYear(week: number, value: number, { rarely, today }: Input): boolean {
  const weeksOn = (value % 100) - week;
  if (weeksOn <= 0) return true;
  return isNearYear(String(value % 100), today) && rarely === weeksOn <= manyInARow;
}

const numberedWeek: Rule<Shape> = any(
  three(ordinal, oneUnit('week'), year, (week, _, value) => (week === 0 ? undefined : inTurn(weekOfEveryYear(week), value))),
  both(any(bareWeek, bareWeeks), any(year, spacedYear), inTurn),
  weekInPausedYear,
  weekInJointYear,
  both(year, any(bareWeek, bareWeeks), (value, shape) => inTurn(shape, value)),
  bareWeek,
  bareWeeks,
);

const relativeWeek: Rule<Shape> = map(relativeUnit('week'), (count, { today }) => fixed('week', unitAt('week', today, count)));

/** A week by its number or counted from this one. */
export const weekShape: Rule<Shape> = any(numberedWeek, relativeWeek);

/** A weekend counted from this one; the next one is the first to begin after today. */
export const weekendShape: Rule<Shape> = map(relativeUnit('weekend'), (count, { today }) =>
  fixed('span', unitAt('weekend', weekendStart(today, count), count)),
);

function weekendStart(today: Day, count: number): Day {
  const saturday = addDays(mondayOf(today), 5);
  return count > 0 && today < saturday ? addDays(today, -7) : today;
}

/** 2022-W23-3 */
export const isoWeekDay: Rule<Shape> = three(
  both(year, bareWeek, (value, shape) => inTurn(shape, value)),
  token((here) => (here.text === '-' ? true : undefined)),
  token((here) => (here.digits === 1 && here.glued && /[1-7]/.test(here.text) ? Number(here.text) : undefined)),
  (week, _, weekday) => shaped(week, 'day', (when) => dayOfWeek(when, weekday)),
);

/** A weekday of a week. */
export function dayOfWeek(week: When, weekday: number): When | undefined {
  const days = bounds(week);
  return days === undefined ? undefined : { kind: 'day', day: addDays(days.first, weekday - 1) };
}

/** The weekend that holds a day, or the one of this week. */
export function weekendHolding(day: Rule<Shape>): Rule<Shape> {
  return any(
    both(oneUnit('weekend'), day, (_, shape) => (shape.unit === 'day' ? shaped(shape, 'span', weekendAround) : undefined)),
    runningUnit('weekend'),
  );
}

function weekendAround(when: When): When | undefined {
  return when.kind === 'day' && weekdayOf(when.day) > 5 ? unitAt('weekend', when.day, 0) : undefined;
}

const mostInMonth = 5;
/** "Of" or "in", but neither a sign nor a word that may be the "to" of a range. */
const ofWord = here(({ text, meanings }) => {
  const kinds = meanings.map(({ is }) => is);
  return /\p{L}/u.test(text) && kinds.includes('preposition') && !kinds.includes('join') ? true : undefined;
});
const monthBehind = here(({ meanings }) => (meanings.some(({ is }) => is === 'month') ? true : undefined));

const slash = here(({ text }) => (text === '/' ? true : undefined));
const shortNumber = here(({ digits }) => (digits !== undefined && digits < 3 ? true : undefined));

/** The number of a week, which is no day's: "week 2 of July", "week 3/27", and "week 2 July", which may be either. */
const numberOfWeek: Rule<unknown> = any<unknown>(
  notLeading(
    three(letter, numberOf(mostWeeks), after(slash, shortNumber), () => true),
    slash,
  ),
  three(letter, numberOf(mostWeeks), ofWord, () => true),
  three(letter, numberOf(mostInMonth), monthBehind, () => true),
);

/** The week that holds a day, or days of one: "the week of 6 June", "the week of 6-10 June". */
export function weekHolding(day: Rule<Shape>): Rule<Shape> {
  return unless(
    numberOfWeek,
    both(oneUnit('week'), day, (_, shape) => weekOfDays(shape)),
  );
}

function weekOfDays(shape: Shape): Shape | undefined {
  if (shape.unit === 'day') return shaped(shape, 'week', weekAround);
  return shape.unit === 'span' ? shape : undefined;
}

/** A week of a month by its number: "week 2 of July". */
export function weekWithin(month: Rule<Shape>): Rule<Shape> {
  return three(letter, numberOf(mostInMonth), after(ofWord, month), (_, week, shape) => (week > 0 && shape.unit === 'month' ? shape : undefined));
}

function weekAround(when: When): When | undefined {
  return when.kind === 'day' ? weekOf(when.day) : undefined;
}
