import { describe, expect, it } from 'vitest';
import { recordUpdate, weekOwed, weeksOpen } from '../../src/core/update.ts';
import { actor, group } from '../support/people.ts';

const now = new Date('2026-11-24T12:00:00Z');
const [last, week] = ['2026-11-16', '2026-11-23'];

describe('the weeks that a typed update may be for', () => {
  it.each([
    ['last week and this one where both are missing', [], [last, week]],
    ['both where only last week is missing', [week], [last, week]],
    ['this one where last week was told of', [last], [week]],
    ['this one where both were', [last, week], [week]],
  ])('are %s', (_which, recorded, open) => {
    expect(weeksOpen(group(), recorded, now)).toEqual(open);
  });
});

describe('the week that a group owes', () => {
  it.each([
    ['last week, before this one', [], last],
    ['last week, whatever was told of this one', [week], last],
    ['this one', [last], week],
    ['none', [last, week], undefined],
  ])('is %s', (_which, recorded, owed) => {
    expect(weekOwed(group(), recorded, now)).toBe(owed);
  });
});

describe('an update for a week ahead', () => {
  const recorded = (now: string) =>
    recordUpdate(group(), actor({ member: 'c' }), '2026-11-30', undefined, { status: 'on track', done: 'A draft.' }, new Date(now));

  it('is refused while the week has begun nowhere on Earth', () => {
    expect(recorded('2026-11-29T09:59:59Z')).toMatchObject({ code: 'week-ahead' });
  });

  it('is recorded once it has begun somewhere, wherever the clocks of the group stand by now', () => {
    expect(recorded('2026-11-29T10:00:00Z')).toMatchObject({ group: 'wg1', week: '2026-11-30' });
  });
});
