import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayIn,
  daysBetween,
  isDay,
  isMonth,
  lastDayOf,
  mondayOf,
  mondayOfWeek,
  monthOf,
  monthsBetween,
  weekdayOf,
} from '../../src/core/calendar.ts';

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const count = fc.integer({ min: -5000, max: 5000 });

describe('days and months that exist', () => {
  it.each(['2022-06-15', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '9999-12-05'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each(['2022-02-29', '1900-02-29', '2022-06-31', '2022-00-10', '2022-13-01', '2022-06-00', '2022-6-15', '2022-06-15 ', '', 'day', '２022-06-15'])(
    '%j is none',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  it.each([
    ['2022-01', true],
    ['2022-12', true],
    ['2022-00', false],
    ['2022-13', false],
    ['2022-33', false],
    ['2022-1', false],
  ])('%s as a month: %s', (text, expected) => {
    expect(isMonth(text)).toBe(expected);
  });

  it.each([
    ['2022-02', '2022-02-28'],
    ['2024-02', '2024-02-29'],
    ['2022-04', '2022-04-30'],
    ['2022-12', '2022-12-31'],
    ['9999-12', '9999-12-31'],
  ])('%s ends on %s', (month, last) => {
    expect(lastDayOf(month)).toBe(last);
  });
});

describe('counting', () => {
  it.each([
    ['2022-11', 3, '2023-02'],
    ['2022-01', -1, '2021-12'],
    ['2022-06', 0, '2022-06'],
    ['2022-06', 18, '2023-12'],
  ])('%s and %i months is %s', (month, months, expected) => {
    expect(addMonths(month, months)).toBe(expected);
  });

  it('goes so many days and comes back', () => {
    fc.assert(
      fc.property(day, count, (from, days) => {
        expect(addDays(addDays(from, days), -days)).toBe(from);
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it('goes so many months and comes back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -1000, max: 1000 }), (from, months) => {
        expect(addMonths(addMonths(monthOf(from), months), -months)).toBe(monthOf(from));
        expect(monthsBetween(monthOf(from), addMonths(monthOf(from), months))).toBe(months);
      }),
    );
  });
});

describe('weeks, as ISO 8601 counts them', () => {
  it.each([
    [2020, 53, '2020-12-28'],
    [2022, 1, '2022-01-03'],
    [2021, 1, '2021-01-04'],
    [2021, 52, '2021-12-27'],
    [2022, 24, '2022-06-13'],
    [2022, 52, '2022-12-26'],
    [2025, 1, '2024-12-30'],
    [2026, 53, '2026-12-28'],
  ])('week %i-%i begins on %s', (year, week, monday) => {
    expect(mondayOfWeek(year, week)).toBe(monday);
  });

  it.each([
    [2022, 53],
    [2022, 0],
    [2022, 60],
    [0, 0],
    [9998, 99],
    [9999, 53],
    [9999, 99],
  ])('there is no week %i-%i', (year, week) => {
    expect(mondayOfWeek(year, week)).toBeUndefined();
  });

  it('a week is seven days from Monday', () => {
    fc.assert(
      fc.property(day, (of) => {
        expect(weekdayOf(mondayOf(of))).toBe(1);
        expect(daysBetween(mondayOf(of), of)).toBe(weekdayOf(of) - 1);
        expect(weekdayOf(of) % 7).toBe(new Date(`${of}T12:00:00Z`).getUTCDay());
      }),
    );
  });

  it('a year has weeks without a gap, the first of which holds 4 January', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2199 }), (year) => {
        const mondays = Array.from({ length: 53 }, (_, index) => mondayOfWeek(year, index + 1)).filter((monday) => monday !== undefined);
        expect(mondays[0]).toBe(mondayOf(`${year}-01-04`));
        expect(mondays.every((monday, index) => monday === addDays(mondays[0] ?? '', index * 7))).toBe(true);
        expect(addDays(mondays.at(-1) ?? '', 7)).toBe(mondayOfWeek(year + 1, 1));
      }),
    );
  });
});

describe('the day that clocks show', () => {
  it.each([
    ['UTC', '2022-12-31T23:00:00Z', '2022-12-31'],
    ['Pacific/Kiritimati', '2022-12-31T10:00:00Z', '2023-01-01'],
    ['Pacific/Kiritimati', '2022-12-31T09:59:59Z', '2022-12-31'],
    ['Pacific/Honolulu', '2023-01-01T09:59:59Z', '2022-12-31'],
    ['Pacific/Honolulu', '2023-01-01T10:00:00Z', '2023-01-01'],
    ['Europe/Berlin', '2022-03-26T23:30:00Z', '2022-03-27'],
    ['America/New_York', '2022-06-15T02:00:00Z', '2022-06-14'],
  ])('in %s at %s it is %s', (zone, instant, expected) => {
    expect(dayIn(zone, new Date(instant))).toBe(expected);
  });
});
