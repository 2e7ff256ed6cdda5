import { addDays, type Day, lastDayOf, monthOf, weekdayOf } from '../../core/calendar.ts';
import { bounds, type When } from '../../core/when.ts';
import { dateShape, dayOfMonth, daysMonth, weekday, withWeekday } from './days.ts';
import { picked, relativeUnit, which, whichBefore } from './months.ts';
import { ordinal } from './numbers.ts';
import { any, both, map, maybe, once, type Rule, three, wordWhere } from './rule.ts';
import { type Series, series } from './series.ts';
import { candidates, choose, fixed, mondayOfTurn, type Shape, shaped } from './shape.ts';
import { holding, unitAt } from './units.ts';
import { dayOfWeek, weekShape } from './weeks.ts';

const everyWeek: Rule<Shape> = map(weekday, (named) => ({
  unit: 'day' as const,
  every: 'week' as const,
  byWeekday: true,
  at: (turn: number) => holding.day(addDays(mondayOfTurn(turn), named - 1)),
}));

const oneWeek = wordWhere('unit', (meaning) => (meaning.unit === 'week' && !meaning.many ? 7 : undefined));
const plus = any(
  wordWhere('plus', ({ days }) => days),
  wordWhere('length', ({ days }) => days),
  oneWeek,
);

function plusDays(shape: Shape | undefined, count: number): Shape | undefined {
  return shape === undefined ? undefined : shaped(shape, 'day', (when) => (when.kind === 'day' ? holding.day(addDays(when.day, count)) : undefined));
}

function weekdayOfWeek(week: Shape, named: number): Shape {
  return { ...shaped(week, 'day', (when) => dayOfWeek(when, named)), byWeekday: true };
}

/** A weekday, of this week, of the next, or a week after the next: "Friday", "next Friday", "Friday next week", "Friday week". */
const weekdayShape: Rule<Shape> = any(
  both(weekday, weekShape, (named, week) => weekdayOfWeek(week, named)),
  both(weekShape, weekday, weekdayOfWeek),
  both(whichBefore, everyWeek, (said, shape, { today }) => picked(shape, said, today)),
  both(everyWeek, which, (shape, said, { today }) => picked(shape, said, today)),
  three(everyWeek, which, plus, (shape, said, days, { today }) => (said === 'last' ? undefined : plusDays(picked(shape, said, today), days))),
  both(everyWeek, plus, (shape, days, { today }) => plusDays(picked(shape, 'next', today), days)),
  everyWeek,
);

/** The first, third or last Monday of a month. */
const nthWeekday: Rule<Shape> = any(
  three(ordinal, weekday, daysMonth, (nth, named, month) => shaped(month, 'day', (when) => nthOf(when, named, nth))),
  three(which, weekday, daysMonth, (said, named, month) => (said === 'last' ? shaped(month, 'day', (when) => nthOf(when, named, 0)) : undefined)),
);

/** The nth of a weekday in a month, the last for 0. */
function nthOf(when: When, named: number, nth: number): When | undefined {
  if (when.kind !== 'month') return undefined;
  const first = `${when.month}-01`;
  const earliest = addDays(first, (named - weekdayOf(first) + 7) % 7);
  const last = lastDayOf(when.month);
  const day = nth === 0 ? addDays(last, -((weekdayOf(last) - named + 7) % 7)) : addDays(earliest, (nth - 1) * 7);
  return monthOf(day) === when.month ? holding.day(day) : undefined;
}

/** Today and its neighbours. */
const aroundToday: Rule<Shape> = map(relativeUnit('day'), (count, { today }) => fixed('day', unitAt('day', today, count)));

const relativeDay: Rule<Shape> = any(
  // "Yesterday week" is another day to everybody.
  both(relativeUnit('day'), plus, (count, days, { today }) => (count < 0 ? undefined : fixed('day', unitAt('day', today, count + days)))),
  both(aroundToday, maybe(weekday), withWeekday),
  both(weekday, aroundToday, crossChecked),
);

function crossChecked(named: number, shape: Shape): Shape | undefined {
  return withWeekday(shape, named);
}

/** One day said twice, "next Friday, 17 June": both must be the same day. */
const saidTwice: Rule<Shape> = both(any(weekdayShape, aroundToday), dateShape, (said, date, { today }) => {
  const day = choose(said, 'ahead', today);
  if (day?.kind !== 'day') return undefined;
  const meant = candidates(date, day.day).find(({ when }) => when.kind === 'day' && when.day === day.day);
  return meant === undefined ? undefined : fixed('day', date.at(meant.turn));
});

/** Whether days that belong together begin and end on these weekdays. */
function isOn(when: When, weekdays: readonly number[]): boolean {
  const days = bounds(when);
  return days !== undefined && weekdayOf(days.first) === weekdays[0] && weekdayOf(days.last) === weekdays.at(-1);
}

function withWeekdays(shape: Shape, { items }: Series<number>): Shape | undefined {
  if (shape.unit !== 'span') return undefined;
  const isTrue = shaped(shape, 'span', (when) => (isOn(when, items) ? when : undefined));
  return { ...isTrue, byWeekday: true, unchecked: shape.unchecked ?? shape };
}

/** Several days and their weekdays, which must be the true ones: "Mon-Wed 20-22 June". */
const onWeekdays: Rule<Shape> = any(
  both(series(weekday), dateShape, (named, shape) => withWeekdays(shape, named)),
  both(dateShape, series(weekday), withWeekdays),
);

const side = wordWhere('bound', ({ bound }) => (bound === 'after' || bound === 'before' ? bound : undefined));

/** The first of a weekday after a day, or the last before it: "the Monday after 15 June". */
const weekdayBeside: Rule<Shape> = three(weekday, side, dateShape, (named, which, date) =>
  date.unit === 'day' ? shaped(date, 'day', (when) => (when.kind === 'day' ? holding.day(besideDay(when.day, named, which)) : undefined)) : undefined,
);

function besideDay(day: Day, named: number, which: 'after' | 'before'): Day {
  const back = (weekdayOf(day) - named + 6) % 7;
  return addDays(day, which === 'before' ? -back - 1 : ((named - weekdayOf(day) + 6) % 7) + 1);
}

/** Anything that is one day, or several days of one month. */
export const dayShape: Rule<Shape> = once(any(weekdayBeside, dateShape, onWeekdays, nthWeekday, weekdayShape, relativeDay, saidTwice, dayOfMonth));
