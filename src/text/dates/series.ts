import type { Day } from '../../core/calendar.ts';
import { bounds, type When } from '../../core/when.ts';
import type { Join } from './meaning.ts';
import { after, any, both, type Input, map, maybe, type Rule, some, three, word, wordWhere } from './rule.ts';
import { allOf, candidates, choose, daysApart, fixed, oneOf, reaching, type Shape, turnOf } from './shape.ts';

/** Several things said together, and how: from one to another, one of them, or all of them. A mere list has only commas. */
export type Series<T> = { readonly join: Join; readonly items: readonly T[] };

/** "To", in whichever way. */
const to = wordWhere('join', ({ join }) => (join === 'to' ? true : undefined));
/** "Or", in whichever way. */
export const or = wordWhere('join', ({ join }) => (join === 'or' ? true : undefined));
const and = wordWhere('join', ({ join }) => (join === 'and' ? true : undefined));
const opening = any<unknown>(
  word('from'),
  wordWhere('bound', ({ bound }) => (bound === 'since' || bound === 'from' ? true : undefined)),
);
/** A word between two things. */
export const anyJoin: Rule<Join> = any<Join>(
  map(to, () => 'to'),
  wordWhere('join', ({ join }) => (join === 'to' || join === 'list' ? undefined : join)),
  // A comma in front of "or" is only that.
  wordWhere('join', ({ join }) => (join === 'list' ? join : undefined)),
);

const mostItems = 6;

/** A series of things, with "from ... to", "between ... and", dashes, commas and the like. */
export function series<T>(item: Rule<T>): Rule<Series<T>> {
  const pair = (first: T, last: T): Series<T> => ({ join: 'to', items: [first, last] });
  return any(
    three(after(opening, item), to, item, (first, _, last) => pair(first, last)),
    three(after(word('between'), item), any(and, to), item, (first, _, last) => pair(first, last)),
    both(after(maybe(or), item), some(joined(item), mostItems), listed),
  );
}

type Joined<T> = { readonly join: Join; readonly item: T };

function joined<T>(item: Rule<T>): Rule<Joined<T>> {
  // A comma before the last "and" or "or" adds nothing: commas are fillers.
  return both(anyJoin, item, (join, value) => ({ join, item: value }));
}

/** The last word tells how a list is meant: "6, 7 and 8". Different ones in one list, or a range of three, mean nothing sure. */
function listed<T>(first: T, rest: readonly Joined<T>[]): Series<T> | undefined {
  const join = rest.at(-1)?.join;
  if (join === undefined) return undefined;
  const alike = rest.slice(0, -1).every((one) => one.join === 'list' || one.join === join);
  return alike && (join !== 'to' || rest.length === 1) ? { join, items: [first, ...rest.map(({ item }) => item)] } : undefined;
}

/** A series of dates as one: a span, an alternative, or neighbours taken together. */
export function seriesShape(said: Series<Shape>): Shape | undefined {
  const shape = united(said);
  if (shape === undefined || said.items.every(({ unchecked }) => unchecked === undefined)) return shape;
  const unchecked = united({ ...said, items: said.items.map((item) => (item.turn === undefined ? (item.unchecked ?? item) : item)) });
  return unchecked === undefined ? undefined : { ...shape, unchecked };
}

/** The same for dates that know nothing of each other. */
export function datesShape(said: Series<Shape>, { today }: Pick<Input, 'today'>): Shape | undefined {
  const [first, last, ...more] = said.items;
  const isRange = said.join === 'to' && first !== undefined && last !== undefined && more.length === 0;
  if (!isRange || !isBareWeekday(first) || isBareWeekday(last)) return seriesShape(said);
  // "Mon-Wed 21-23 June" names the days of one span, and wrongly.
  if (last.unit === 'span' && last.byWeekday) return undefined;
  const items = fromWeekday(first, last, today).filter((item) => item !== undefined);
  return items.length === 2 ? seriesShape({ ...said, items }) : undefined;
}

function isBareWeekday({ every, turn }: Shape): boolean {
  return every === 'week' && turn === undefined;
}

/** "From Monday until the end of the month" begins next Monday, but "Monday to Friday 10 December" in the week of that Friday. */
function fromWeekday(first: Shape, last: Shape, today: Day): readonly (Shape | undefined)[] {
  return last.byWeekday === true ? [first, ahead(last, today)] : [ahead(first, today), last];
}

/** The one ahead, whose weekday is right, or none. */
function ahead(shape: Shape, today: Day): Shape | undefined {
  const { byWeekday: _, unchecked: __, ...plain } = shape;
  if (shape.turn !== undefined) return plain;
  const known = fixed(shape.unit, choose(shape, 'ahead', today));
  return known === undefined ? undefined : { ...plain, ...known };
}

function united({ join, items }: Series<Shape>): Shape | undefined {
  const [first, ...rest] = items;
  const last = rest.at(-1);
  if (first === undefined || last === undefined || !isAlike(join, items)) return undefined;
  const isInterval = join === 'slash' && items.length === 2 && items.every(({ iso }) => iso);
  const shape = join === 'to' || isInterval ? rangeOf(first, last) : setOf(join, items, first);
  return {
    unit: 'span',
    ...shape,
    ...eachOf(join, items),
    ...(items.some(({ worded }) => worded) ? { worded: true } : {}),
    ...(first.clock === undefined ? {} : { clock: first.clock }),
  };
}

/** Alternatives none of which has its year. */
function eachOf(join: Join, items: readonly Shape[]): Pick<Shape, 'each'> {
  return join === 'or' && items.every(({ turn }) => turn === undefined) ? { each: items } : {};
}

type Dates = Pick<Shape, 'at' | 'every' | 'turn'>;

/** One of several dates, or all of them. Those without a year take it from the first that has one. */
function setOf(join: Join, items: readonly Shape[], first: Shape): Dates {
  const anchor = items.find(({ turn }) => turn !== undefined) ?? first;
  const unite = join === 'and' || join === 'list' ? allOf : oneOf;
  const at = (turn: number) => {
    const when = anchor.at(turn);
    const dates = when === undefined ? [] : items.map((item) => (item === anchor ? when : nearest(item, when, items.indexOf(item) > items.indexOf(anchor))));
    const known = dates.filter((date) => date !== undefined);
    return known.length === items.length ? unite(known) : undefined;
  };
  return { every: anchor.every, at, ...(anchor.turn === undefined ? {} : { turn: anchor.turn }) };
}

const lists = new Set<Shape['unit']>(['month', 'quarter', 'half']);

/** A year and something shorter say nothing together, unless it is known when that is: "2021 to June 2022". */
function isAlike(join: Series<Shape>['join'], items: readonly Shape[]): boolean {
  const years = items.filter(({ unit }) => unit === 'year').length;
  // "The 15th to 10 June" has lost a month or is the wrong way round.
  const bareDays = items.filter(({ every, turn }) => every === 'month' && turn === undefined).length;
  if (bareDays > 0 && bareDays < items.length) return false;
  const [first] = items;
  // A comma between days puts a weekday before its date more often than it makes a list.
  if (join === 'list') return items.every(({ unit, clock }) => lists.has(unit) && clock === undefined);
  if (join === 'slash')
    return years === 0 && (items.every(({ unit, every }) => unit === first?.unit && every === first.every) || items.some(({ worded }) => worded));
  return years === 0 || years === items.length || items.every(({ turn }) => turn !== undefined);
}

/** What a bare date is beside one that is known: the nearest of the same year, or over the turn of the year on its own side. */
function nearest(item: Shape, known: When, isAfter: boolean): When | undefined {
  if (item.turn !== undefined) return item.at(item.turn);
  const day = bounds(known)?.first ?? '';
  const same = turnOf(item.every, day);
  const across = same + (isAfter ? 1 : -1);
  const { at } = item.unchecked ?? item;
  // Weekdays come in the order in which they are said.
  const isAcross = item.every === 'week' ? isMisplaced(at(same), known, isAfter) : distance(at(across), known) < distance(at(same), known);
  return item.at(isAcross ? across : same);
}

function isMisplaced(item: When | undefined, known: When, isAfter: boolean): boolean {
  const days = (item === undefined ? undefined : daysApart(known, item)) ?? 0;
  return isAfter ? days < 0 : days > 0;
}

function distance(a: When | undefined, b: When): number {
  return Math.abs((a === undefined ? undefined : daysApart(a, b)) ?? Number.POSITIVE_INFINITY);
}

/** A range takes what is missing at one end from the other: "February-May 2022", "December 2021 to February", "November to February 2023". */
function rangeOf(from: Shape, to: Shape): Dates {
  if (from.turn === undefined && to.turn !== undefined) return { at: () => forwards(latestBefore(from, to.at(to.turn ?? 0))), every: 'year', turn: 0 };
  const at = (turn: number) => earliestAfter(from.at(turn), to);
  return from.turn === undefined ? { at: (turn) => forwards(at(turn)), every: from.every } : { at, every: from.every, turn: from.turn };
}

/** Days of one month of which the second comes first are the wrong way round, not a year apart: "10 December to 3 December". */
function forwards(when: When | undefined): When | undefined {
  if (when?.kind !== 'span' || when.from.kind !== 'day' || when.to.kind !== 'day') return when;
  const [from, to] = [when.from.day, when.to.day];
  return from.slice(5, 7) === to.slice(5, 7) && from.slice(0, 4) !== to.slice(0, 4) ? undefined : when;
}

function latestBefore(from: Shape, to: When | undefined): When | undefined {
  const days = to === undefined ? undefined : bounds(to);
  if (to === undefined || days === undefined) return undefined;
  const latest = candidates(from, days.first).findLast(({ when }) => reaching(when, to) !== undefined);
  const start = latest === undefined ? undefined : from.at(latest.turn);
  return start === undefined ? undefined : reaching(start, to);
}

function earliestAfter(from: When | undefined, to: Shape): When | undefined {
  const days = from === undefined ? undefined : bounds(from);
  if (from === undefined || days === undefined) return undefined;
  const earliest = candidates(to, days.first).find(({ when }) => reaching(from, when) !== undefined);
  const end = earliest === undefined ? undefined : to.at(earliest.turn);
  return end === undefined ? undefined : reaching(from, end);
}
