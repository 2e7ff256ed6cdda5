import { describe, expect, it } from 'vitest';
import { addWeeks, closeOf, dayOf, isWeekOver, latestWeekOver, parseWeekName, weekIn, weekName, weeksBetween } from '../../src/core/week.ts';

describe('the name of a week', () => {
  it.each([
    ['2026-11-23', '2026-W48'],
    ['2025-12-29', '2026-W01'],
    ['2026-12-28', '2026-W53'],
    ['2021-01-04', '2021-W01'],
    ['2020-12-28', '2020-W53'],
  ])('of the Monday %s is %s, and reads back', (week, name) => {
    expect(weekName(week)).toBe(name);
    expect(parseWeekName(name)).toBe(week);
    expect(parseWeekName(name.toLowerCase())).toBe(week);
  });

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-48', 'W48', '2026-W4', ' 2026-W48', ''])('%j is none', (name) => {
    expect(parseWeekName(name)).toBeUndefined();
  });
});

describe('the week that clocks stand in', () => {
  it.each([
    ['UTC', '2026-11-29T23:59:59Z', '2026-11-23'],
    ['UTC', '2026-11-30T00:00:00Z', '2026-11-30'],
    ['Pacific/Kiritimati', '2026-11-29T10:00:00Z', '2026-11-30'],
    ['Pacific/Pago_Pago', '2026-11-30T10:59:59Z', '2026-11-23'],
  ])('in %s at %s is that of %s', (zone, instant, week) => {
    expect(weekIn(zone, new Date(instant))).toBe(week);
  });
});

describe('a week', () => {
  it.each([
    ['2026-11-30T11:59:59.999Z', false],
    ['2026-11-30T12:00:00.000Z', true],
  ])('is over everywhere at %s: %s', (instant, over) => {
    expect(isWeekOver('2026-11-23', new Date(instant))).toBe(over);
    expect(closeOf('2026-11-23') <= new Date(instant)).toBe(over);
  });

  it.each([
    ['2026-11-30T11:59:59.999Z', '2026-11-16'],
    ['2026-11-30T12:00:00.000Z', '2026-11-23'],
    ['2026-12-06T23:59:59.999Z', '2026-11-23'],
  ])('at %s the latest that is over is that of %s', (instant, week) => {
    expect(latestWeekOver(new Date(instant))).toBe(week);
  });

  it('is counted from and to', () => {
    expect(addWeeks('2025-12-29', 1)).toBe('2026-01-05');
    expect(weeksBetween('2026-01-05', '2025-12-22')).toBe(-2);
    expect([1, 4, 7].map((weekday) => dayOf('2026-11-23', weekday))).toEqual(['2026-11-23', '2026-11-26', '2026-11-29']);
  });
});
