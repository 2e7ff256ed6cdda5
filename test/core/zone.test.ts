import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dayIn } from '../../src/core/calendar.ts';
import { hourIn, instantShown, isZone } from '../../src/core/zone.ts';

describe('an hour of a day on the clocks of a zone', () => {
  it.each([
    ['UTC', '2026-11-26', 10, '2026-11-26T10:00:00.000Z', ''],
    ['Europe/Berlin', '2026-01-15', 10, '2026-01-15T09:00:00.000Z', 'in winter'],
    ['Europe/Berlin', '2026-07-15', 10, '2026-07-15T08:00:00.000Z', 'in summer'],
    ['Asia/Kathmandu', '2026-07-15', 10, '2026-07-15T04:15:00.000Z', 'with an offset of quarters'],
    ['Pacific/Kiritimati', '2026-07-15', 0, '2026-07-14T10:00:00.000Z', 'the day before in UTC'],
    ['Pacific/Pago_Pago', '2026-07-15', 23, '2026-07-16T10:00:00.000Z', 'the day after in UTC'],
    ['Europe/Berlin', '2026-03-29', 1, '2026-03-29T00:00:00.000Z', 'the last before summer time'],
    ['Europe/Berlin', '2026-03-29', 2, '2026-03-29T01:00:00.000Z', 'skipped: the first minute after'],
    ['Europe/Berlin', '2026-03-29', 3, '2026-03-29T01:00:00.000Z', 'the first of summer time'],
    ['Europe/Berlin', '2026-10-25', 2, '2026-10-25T00:00:00.000Z', 'comes twice: the first'],
    ['Europe/Berlin', '2026-10-25', 3, '2026-10-25T02:00:00.000Z', 'the first of winter time that comes once'],
    ['America/New_York', '2026-03-08', 2, '2026-03-08T07:00:00.000Z', 'skipped west of Greenwich'],
    ['America/New_York', '2026-11-01', 1, '2026-11-01T05:00:00.000Z', 'twice west of Greenwich'],
    ['Australia/Lord_Howe', '2026-10-04', 2, '2026-10-03T15:30:00.000Z', 'where half an hour is skipped'],
    ['Australia/Lord_Howe', '2026-04-05', 2, '2026-04-04T15:30:00.000Z', 'after half an hour came twice'],
    ['America/Sao_Paulo', '2018-11-04', 0, '2018-11-04T03:00:00.000Z', 'where midnight is skipped'],
    ['America/Havana', '2026-11-01', 0, '2026-11-01T04:00:00.000Z', 'where midnight comes twice'],
    ['Pacific/Apia', '2011-12-30', 10, '2011-12-30T10:00:00.000Z', 'on a day that a whole country skipped'],
  ])('%s %s %i:00 is %s %s', (zone, day, hour, instant) => {
    expect(hourIn(zone, day, hour).toISOString()).toBe(instant);
  });

  const zones = fc.constantFrom('Europe/London', 'America/St_Johns', 'Australia/Sydney', 'Africa/Cairo', 'Asia/Tehran', 'Pacific/Chatham', 'America/Santiago');
  const days = fc
    .date({ min: new Date('1995-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  const faceIn = (zone: string, instant: Date): string =>
    `${dayIn(zone, instant)} ${new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' }).format(instant)}`;

  test('is the first instant at which they show it, or the first after it', () => {
    fc.assert(
      fc.property(zones, days, fc.integer({ min: 0, max: 23 }), (zone, day, hour) => {
        const asked = `${day} ${String(hour).padStart(2, '0')}:00`;
        const instant = hourIn(zone, day, hour);
        const before = [1, 30, 60, 90, 120].map((minutes) => faceIn(zone, new Date(instant.getTime() - minutes * 60_000)));
        expect(faceIn(zone, instant) >= asked).toBe(true);
        expect(before.every((face) => face < asked)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a time with minutes is found as well', () => {
    expect(instantShown('Europe/Berlin', new Date('2026-03-29T02:30:00Z')).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(instantShown('Europe/Berlin', new Date('2026-10-25T02:30:00Z')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(instantShown('Asia/Kolkata', new Date('2026-10-25T10:45:00Z')).toISOString()).toBe('2026-10-25T05:15:00.000Z');
  });
});

describe('a zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kathmandu'])('%s is known', (name) => {
    expect(isZone(name)).toBe(true);
  });

  it.each(['', 'Berlin', 'Europe/Atlantis', 'Europe/Berlin ', '../etc'])('%j is not', (name) => {
    expect(isZone(name)).toBe(false);
  });
});
