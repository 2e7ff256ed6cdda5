import { describe, expect, it, test } from 'vitest';
import { type DigestFacts, digestMoment, digestOf } from '../../src/core/digest.ts';
import { record } from '../support/milestones.ts';
import { group, update } from '../support/people.ts';

const week = '2022-10-03';
const groups = [group(), group({ id: 'wg2', name: 'Education and skills' }), group({ id: 'wg3', name: 'Procurement', state: 'paused' })];
const facts: DigestFacts = { groups, updates: [], toldSince: [], late: [], milestones: record };
const closed = new Date('2022-10-11T09:00:00Z');

describe('the moment of a digest', () => {
  it.each([
    ['2022-10-05T12:00:00Z', '2022-10-05T12:00:00.000Z'],
    ['2022-10-10T12:00:00Z', '2022-10-10T12:00:00.000Z'],
    ['2023-05-01T00:00:00Z', '2022-10-10T12:00:00.000Z'],
  ])('asked at %s is %s', (now, moment) => {
    expect(digestMoment(week, new Date(now)).toISOString()).toBe(moment);
  });
});

describe('a digest', () => {
  it('names the gaps of groups that owed an update, and of no paused one', () => {
    const digest = digestOf(week, { ...facts, updates: [update('u1', week)] }, closed);
    expect(digest.updates.map(({ group: { id }, update: one }) => [id, one.id])).toEqual([['wg1', 'u1']]);
    expect(digest.gaps.map(({ id }) => id)).toEqual(['wg2']);
  });

  it('names no gap where the group has told since, which is said apart', () => {
    const digest = digestOf(week, { ...facts, toldSince: ['wg1'] }, closed);
    expect([digest.gaps, digest.after].map((some) => some.map(({ id }) => id))).toEqual([['wg2'], ['wg1']]);
  });

  it('names no gap of a group that was resumed after the hour of the question', () => {
    const gaps = (since: string) => digestOf(week, { ...facts, groups: [group({ stateSince: new Date(since) })] }, closed).gaps.length;
    expect([gaps('2022-10-06T10:00:00Z'), gaps('2022-10-06T10:00:01Z'), gaps('2022-10-09T23:00:00Z')]).toEqual([1, 0, 0]);
  });

  it('names no gap in a week that was not owed', () => {
    const fortnightly = group({ schedule: { rhythm: 'fortnightly', since: '2022-09-26' } });
    const gaps = (of: string) => digestOf(of, { ...facts, groups: [fortnightly] }, closed).gaps.length;
    expect([gaps('2022-09-19'), gaps('2022-09-26'), gaps('2022-10-03')]).toEqual([0, 1, 0]);
  });

  it('has the requests for help and what came late apart', () => {
    const asking = update('u2', week, { group: 'wg2', help: 'A reviewer from the technical community.' });
    const late = update('u3', '2022-09-26', { first: new Date('2022-10-04T08:00:00Z') });
    const digest = digestOf(week, { ...facts, updates: [update('u1', week), asking], late: [late] }, closed);
    expect(digest.help.map(({ id }) => id)).toEqual(['u2']);
    expect(digest.late.map(({ update: { id } }) => id)).toEqual(['u3']);
    expect(digest.gaps).toEqual([]);
  });

  it('leaves out the update of a group that is no more', () => {
    expect(digestOf(week, { ...facts, updates: [update('u9', week, { group: 'wg9' })] }, closed).updates).toEqual([]);
  });

  it('ends with what is under way and what lies ahead, as it stood at its close', () => {
    const ids = (now: string) => digestOf(week, facts, new Date(now)).milestones.map(({ id }) => id);
    expect(ids('2022-10-11T09:00:00Z')).toEqual(['m7', 'm8']);
    expect(ids('2023-06-01T00:00:00Z')).toEqual(['m7', 'm8']);
  });

  test('is closed once its week is over everywhere', () => {
    expect(digestOf(week, facts, new Date('2022-10-10T11:59:59Z')).closed).toBe(false);
    expect(digestOf(week, facts, new Date('2022-10-10T12:00:00Z')).closed).toBe(true);
  });
});
