import { describe, expect, it } from 'vitest';
import { digestDue, digestNext } from '../../src/core/subscription.ts';

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
