import { describe, expect, it } from 'vitest';
import { digestAt, digestDue, digestNext } from '../../src/core/subscription.ts';
import { addWeeks, isWeekOver } from '../../src/core/week.ts';

describe('the digest of a channel', () => {
  it.each([
    [{ zone: 'UTC', weekday: 2, hour: 9 }, '2026-12-01T08:59:59Z', '2026-11-24T09:00:00.000Z', '2026-11-16', '2026-12-01T09:00:00.000Z', '2026-11-23'],
    [{ zone: 'UTC', weekday: 2, hour: 9 }, '2026-12-01T09:00:00Z', '2026-12-01T09:00:00.000Z', '2026-11-23', '2026-12-08T09:00:00.000Z', '2026-11-30'],
    [{ zone: 'UTC', weekday: 1, hour: 11 }, '2026-11-30T11:00:00Z', '2026-11-30T11:00:00.000Z', '2026-11-16', '2026-12-07T11:00:00.000Z', '2026-11-23'],
    [{ zone: 'UTC', weekday: 1, hour: 12 }, '2026-11-30T12:00:00Z', '2026-11-30T12:00:00.000Z', '2026-11-23', '2026-12-07T12:00:00.000Z', '2026-11-30'],
    [
      { zone: 'Europe/Berlin', weekday: 2, hour: 9 },
      '2026-10-27T12:00:00Z',
      '2026-10-27T08:00:00.000Z',
      '2026-10-19',
      '2026-11-03T08:00:00.000Z',
      '2026-10-26',
    ],
    [
      { zone: 'Europe/Berlin', weekday: 2, hour: 9 },
      '2026-10-21T12:00:00Z',
      '2026-10-20T07:00:00.000Z',
      '2026-10-12',
      '2026-10-27T08:00:00.000Z',
      '2026-10-19',
    ],
    [
      { zone: 'Europe/Berlin', weekday: 7, hour: 2 },
      '2026-03-29T12:00:00Z',
      '2026-03-29T01:00:00.000Z',
      '2026-03-16',
      '2026-04-05T00:00:00.000Z',
      '2026-03-23',
    ],
    [
      { zone: 'Pacific/Kiritimati', weekday: 1, hour: 0 },
      '2026-11-29T10:00:00Z',
      '2026-11-29T10:00:00.000Z',
      '2026-11-16',
      '2026-12-06T10:00:00.000Z',
      '2026-11-23',
    ],
  ])('with %o at %s came due at %s for the week of %s, and comes again at %s for that of %s', (chosen, now, at, week, nextAt, nextWeek) => {
    expect(digestDue(chosen, new Date(now))).toEqual({ at: new Date(at), week });
    expect(digestNext(chosen, new Date(now))).toEqual({ at: new Date(nextAt), week: nextWeek });
  });
});

it('that comes next tells no week that was told before its hour was changed', () => {
  const chosen = { zone: 'UTC', weekday: 1, hour: 6 };
  const tuesday = new Date('2026-01-13T10:00:00Z');
  expect(digestNext(chosen, tuesday)).toEqual({ at: new Date('2026-01-19T06:00:00Z'), week: '2026-01-05' });
  expect(digestNext(chosen, tuesday, '2026-01-05')).toEqual({ at: new Date('2026-01-26T06:00:00Z'), week: '2026-01-12' });
});

describe('the digests of a channel over two years', () => {
  const zones = ['UTC', 'Europe/London', 'Europe/Paris', 'America/New_York', 'America/Santiago', 'Africa/Cairo', 'Australia/Sydney', 'Pacific/Auckland'];
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const start = new Date('2025-12-01T00:00:00Z');

  it.each(zones)(
    'cover each week once, in order and none that is not over, in %s',
    (zone) => {
      for (const [weekday, hour] of [...hours.map((one) => [1, one] as const), [2, 0], [2, 1], [2, 2], [5, 9], [7, 23]] as const) {
        const chosen = { zone, weekday, hour };
        let before = digestDue(chosen, start);
        for (let count = 0; count < 104; count += 1) {
          const next = digestNext(chosen, before.at);
          expect({ ...chosen, week: next.week }).toEqual({ ...chosen, week: addWeeks(before.week, 1) });
          expect([digestDue(chosen, next.at), digestAt(chosen, next.week)]).toEqual([next, next.at]);
          expect(isWeekOver(next.week, next.at)).toBe(true);
          before = next;
        }
      }
    },
    60_000,
  );
});
