import { describe, expect, it } from 'vitest';
import { weekOwed, weeksOpen } from '../../src/core/update.ts';
import { group } from '../support/people.ts';

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
