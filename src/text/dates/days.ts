import { isDay, weekdayOf } from '../../core/calendar.ts';
import { bounds, type When } from '../../core/when.ts';
import type { Join } from './meaning.ts';
import { bareMonth, monthOfDay, monthShape, picked, relativeMonth, runningUnit, which, whichBefore, year } from './months.ts';
import { anyDayNumber, bareDayNumber, dayNumber, endedDayNumber, joint, jointYear, pausedYear, spacedYear } from './numbers.ts';
import { numericDay } from './numeric.ts';
import { after, any, both, map, maybe, once, type Rule, three, token, unless, word, wordWhere } from './rule.ts';
import { anyJoin, type Series, series, seriesShape } from './series.ts';
import { fixed, inTurn, monthOfTurn, reaching, type Shape, shaped } from './shape.ts';
import { isoWeekDay } from './weeks.ts';

export const weekday = wordWhere('weekday', (meaning) => meaning.weekday);

/** A day of a month by its number, with the weekday it is said to be. */
type Dated = { readonly day: number; readonly weekday?: number };

const dated: Rule<Dated> = any(
  both(weekday, dayNumber, (named, day) => ({ day, weekday: named })),
  map(dayNumber, (day) => ({ day })),
);

function dayIn(month: string, { day, weekday: named }: Dated): When | undefined {
  const text = `${month}-${String(day).padStart(2, '0')}`;
  return isDay(text) && (named === undefined || weekdayOf(text) === named) ? { kind: 'day', day: text } : undefined;
}

/** Days in a month, with what they would be but for the weekdays that were said. */
function checkedIn(month: Shape, unit: Shape['unit'], items: readonly Dated[], make: (month: string, items: readonly Dated[]) => When | undefined): Shape {
  const shape = (dates: readonly Dated[]) => shaped(month, unit, (when) => (when.kind === 'month' ? make(when.month, dates) : undefined));
  const unchecked = items.some((item) => item.weekday !== undefined) ? { byWeekday: true, unchecked: shape(items.map(({ day }) => ({ day }))) } : {};
  return { ...shape(items), ...unchecked };
}

function dayOf(month: Shape, date: Dated): Shape {
  return checkedIn(month, 'day', [date], (name, [only]) => (only === undefined ? undefined : dayIn(name, only)));
}

function daysOf(month: Shape, { join, items }: Series<Dated>): Shape | undefined {
  // The latter half of "June 24/22" may be a year.
  if (join === 'slash' && items.some(({ day }, index) => day < (items[index - 1]?.day ?? 0))) return undefined;
  return checkedIn(month, 'span', items, (name, dates) => {
    const shapes = dates.map((date) => fixed('day', dayIn(name, date))).filter((shape) => shape !== undefined);
    return shapes.length < dates.length ? undefined : seriesShape({ join: join === 'list' ? 'and' : join, items: shapes })?.at(0);
  });
}

const several = series(dated);

const monthThenDays: Rule<Shape> = (input, at) => (input.monthFirst ? monthDays(input, at) : []);
const monthDays = any(both(bareMonth, dated, dayOf), both(bareMonth, several, daysOf));

/** A month behind bare numbers that are its days: in "group 2 in March" the number is none. */
function behindDays(month: Rule<Shape>): Rule<Shape> {
  return unless(word('opener'), month);
}

const monthBehind = behindDays(bareMonth);

const daysThenMonth: Rule<Shape> = any(
  both(dated, monthBehind, (day, month) => dayOf(month, day)),
  both(endedDayNumber, bareMonth, (day, month) => dayOf(month, { day })),
  both(several, monthBehind, (days, month) => daysOf(month, days)),
);

/** One or several days of a month without a year said behind them. */
const bareDays: Rule<Shape> = any(daysThenMonth, monthThenDays);

type Parted = { readonly shape: Shape; readonly sign: string };

/** "20-Jun" and "Jun/20", which with the same sign once more have a year. */
const partedDay: Rule<Parted> = any(
  three(dated, joint, bareMonth, (day, sign, month) => ({ shape: dayOf(month, day), sign })),
  three(bareMonth, joint, dated, (month, sign, day, { monthFirst }) => (monthFirst ? { shape: dayOf(month, day), sign } : undefined)),
);

/** Behind the number of a day a comma may as well be the one of a list: of "June 20, 22" nobody knows which is meant. */
function unlessLater(shape: Shape, value: number): Shape | undefined {
  const when = shape.at(value);
  const last = when === undefined ? undefined : bounds(when)?.last;
  if (last === undefined) return undefined;
  const later = `${last.slice(0, 8)}${String(value % 100)}`;
  return isDay(later) && later > last ? undefined : inTurn(shape, value);
}

/** Days with a year of two digits, unless these may be one more day of the month, as they are behind a dash in "June 20-24". */
const daysInShortYear: Rule<Shape> = any(
  both(bareDays, spacedYear, inTurn),
  both(daysThenMonth, pausedYear, inTurn),
  both(monthThenDays, pausedYear, unlessLater),
  both(partedDay, jointYear, ({ shape, sign }, { sign: last, year: value }) => (sign === last ? inTurn(shape, value) : undefined)),
);

/** "To", but for a dash right behind a month: "20 June-24" may be a day of 2024. */
const toDay = token(({ meanings, text, glued }) =>
  meanings.some((meaning) => meaning.is === 'join' && meaning.join === 'to') && !(text === '-' && glued) ? true : undefined,
);

const theMonth = after(word('the'), runningUnit('month'));

/** A month, or the running one where only "the month" is said. */
export const daysMonth = any(monthShape, theMonth);
const daysOwnMonth = behindDays(any(monthOfDay, theMonth));

function upTo(from: Shape, day: number): Shape | undefined {
  if (from.unit !== 'day') return undefined;
  return shaped(from, 'span', (when) => {
    const last = when.kind === 'day' ? dayIn(when.day.slice(0, 7), { day }) : undefined;
    return last === undefined ? undefined : reaching(when, last);
  });
}

const namedDays: Rule<Shape> = any(
  both(bareDays, year, inTurn),
  daysInShortYear,
  both(year, any(monthThenDays, bareDays), (value, shape) => inTurn(shape, value)),
  both(whichBefore, bareDays, (said, shape, { today }) => picked(shape, said, today)),
  both(bareDays, which, (shape, said, { today }) => picked(shape, said, today)),
  both(dated, daysOwnMonth, (day, month) => dayOf(month, day)),
  both(several, daysOwnMonth, (days, month) => daysOf(month, days)),
  bareDays,
  both(relativeMonth, dated, dayOf),
  // "Du 20 juin au 24"
  three(after(maybe(word('from')), bareDays), toDay, any(dayNumber, after(word('the'), dayNumber)), (from, _, day) => upTo(from, day)),
);

/** "Du 20 au 24/06/2022": days before a date in figures are of its month. */
const daysBefore: Rule<Shape> = three(after(maybe(word('from')), dated), anyJoin, numericDay, (first, join, last, { order }) =>
  join === 'slash' || order === 'month-first' ? undefined : shaped(last, 'span', (when) => (when.kind === 'day' ? daysUpTo(first, join, when) : undefined)),
);

/** "6/20-24", "2022-06-20 to 24", "2022-06-20/24": where the day is the last of what is written, other days of its month may follow. */
const daysAfter: Rule<Shape> = three(numericDay, anyJoin, dayNumber, (from, join, day, { order }) => {
  const isLast = join === 'to' && order === 'month-first' && from.turn === undefined;
  const isInterval = from.iso === true && (join === 'to' || join === 'slash');
  return isLast || isInterval ? upTo(from, day) : undefined;
});

function daysUpTo(first: Dated, join: Join, last: When & { readonly kind: 'day' }): When | undefined {
  const start = dayIn(last.day.slice(0, 7), first);
  const shapes = [start, last].map((when) => fixed('day', when)).filter((shape) => shape !== undefined);
  return shapes.length === 2 ? seriesShape({ join, items: shapes })?.at(0) : undefined;
}

/** A day known by its date, whatever weekday is said beside it, which must be the true one. */
export const dateShape: Rule<Shape> = once(
  any(
    daysBefore,
    daysAfter,
    both(any(numericDay, isoWeekDay), maybe(weekday), withWeekday),
    both(weekday, any(numericDay, isoWeekDay), (named, shape) => withWeekday(shape, named)),
    both(namedDays, maybe(weekday), withWeekday),
  ),
);

export function withWeekday(shape: Shape, named: number | undefined): Shape | undefined {
  if (named === undefined) return shape;
  if (shape.unit !== 'day') return undefined;
  const isTrue = shaped(shape, 'day', (when) => (when.kind === 'day' && weekdayOf(when.day) === named ? when : undefined));
  return { ...isTrue, byWeekday: true, unchecked: shape.unchecked ?? shape };
}

function everyMonth(date: Dated): Shape {
  return { unit: 'day', every: 'month', at: (turn) => dayIn(monthOfTurn(turn), date) };
}

const bareDay = map(bareDayNumber, (day) => everyMonth({ day }));

/** A "to" that cannot be the "at" of a time of day. */
const onlyTo = token(({ meanings }) => {
  const isTo = meanings.some((meaning) => meaning.is === 'join' && meaning.join === 'to');
  return isTo && !meanings.some(({ is }) => is === 'at') ? true : undefined;
});

/** A day of every month, or several: "the 15th", "du 20 au 24". */
export const dayOfMonth: Rule<Shape> = any(
  both(weekday, after(maybe(word('the')), anyDayNumber), (named, day) => ({ ...everyMonth({ day, weekday: named }), unchecked: everyMonth({ day }) })),
  both(bareDay, which, (shape, said, { today }) => picked(shape, said, today)),
  three(bareDay, onlyTo, any(dayNumber, after(word('the'), anyDayNumber)), (from, _, day) => upTo(from, day)),
  bareDay,
);
