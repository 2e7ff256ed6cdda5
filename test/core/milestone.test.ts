import { describe, expect, it } from 'vitest';
import { addMilestone, changeMilestone, type Milestone, outlook, stateOf, within } from '../../src/core/milestone.ts';
import { milestone, plan, record, when } from '../support/milestones.ts';

type Summary = { underWay: string; next: string; after: string; missing: string; last: string; waits: string };

function summary(milestones: readonly Milestone[], asOf: string): Summary {
  const { underWay, next, afterNext, awaiting, last, waitingFor } = outlook(milestones, new Date(asOf));
  return {
    underWay: underWay.map((one) => `${one.id} ${stateOf(one, new Date(asOf))}`).join(' '),
    next: next?.id ?? '',
    after: afterNext?.id ?? '',
    missing: awaiting.map(({ id }) => id).join(' '),
    last: last?.id ?? '',
    waits: waitingFor.map(({ milestone: id, on }) => `${id} on ${on.id}`).join(' '),
  };
}

describe('what comes next, by the worked answers', () => {
  it.each([
    ['2021-10-05T12:00Z', plan, { underWay: '', next: 'm1', after: 'm2', missing: '', last: '', waits: '' }],
    ['2021-10-05T12:00Z', record, { underWay: '', next: 'm1', after: 'm2', missing: '', last: '', waits: '' }],
    ['2021-12-20T12:00Z', plan, { underWay: 'm2 this month', next: 'm3', after: 'm4', missing: 'm1', last: 'm1', waits: '' }],
    ['2021-12-20T12:00Z', record, { underWay: '', next: 'm3', after: 'm4', missing: 'm1 m2', last: 'm2', waits: '' }],
    ['2022-03-15T12:00Z', plan, { underWay: 'm4 under way', next: 'm5', after: 'm6', missing: 'm1 m2 m3', last: 'm3', waits: '' }],
    ['2022-03-15T12:00Z', record, { underWay: 'm4 under way', next: 'm5', after: 'm6', missing: 'm1 m2 m3', last: 'm3', waits: '' }],
    ['2022-10-10T12:00Z', plan, { underWay: '', next: 'm7', after: 'm8', missing: 'm1 m2 m3 m4 m5 m6', last: 'm6', waits: 'm8 on m6' }],
    ['2022-10-10T12:00Z', record, { underWay: '', next: 'm7', after: 'm8', missing: 'm1 m2 m3 m4 m5 m6', last: 'm6', waits: 'm8 on m6' }],
    ['2022-12-31T23:00Z', plan, { underWay: 'm7 this month m8 this month', next: '', after: '', missing: 'm1 m2 m3 m4 m5 m6', last: 'm6', waits: 'm8 on m6' }],
    ['2022-12-31T23:00Z', record, { underWay: '', next: 'm8', after: '', missing: 'm1 m2 m3 m4 m5 m6 m7', last: 'm7', waits: 'm8 on m6' }],
    ['2026-11-23T12:00Z', plan, { underWay: '', next: '', after: '', missing: 'm1 m2 m3 m4 m5 m6 m7 m8', last: 'm8', waits: 'm8 on m6' }],
    ['2026-11-23T12:00Z', record, { underWay: '', next: '', after: '', missing: 'm1 m2 m3 m4 m5 m6 m7 m8', last: 'm8', waits: 'm8 on m6' }],
  ])('as of %s', (asOf, milestones, expected) => {
    expect(summary(milestones, asOf)).toEqual(expected);
  });

  it('answers an empty plan with nothing', () => {
    expect(summary([], '2022-01-01T00:00Z')).toEqual({ underWay: '', next: '', after: '', missing: '', last: '', waits: '' });
  });

  it('puts an alternative between two of its options where the next one stands', () => {
    const among = [milestone('m1', '[2022-06,2022-09]'), milestone('m2', '2022-08'), milestone('m3', '2022-10'), milestone('m4', '[2022,2025]')];
    const nothing = { missing: '', last: '', waits: '' };
    expect(summary(among, '2022-07-15T12:00Z')).toEqual({ ...nothing, underWay: 'm4 under way', next: 'm2', after: 'm1' });
    expect(summary(among, '2022-06-15T12:00Z')).toEqual({ ...nothing, underWay: 'm4 under way m1 this month', next: 'm2', after: 'm3' });
  });

  it('counts what it was told is missing where the list holds only what is shown', () => {
    expect(outlook(plan.slice(0, 2), new Date('2026-01-01T00:00Z'), 8)).toMatchObject({ awaitingCount: 8, awaitingMore: false });
    expect(outlook(plan.slice(0, 2), new Date('2026-01-01T00:00Z'), 100)).toMatchObject({ awaitingCount: 100, awaitingMore: true });
  });
});

describe('the state of a milestone', () => {
  it.each([
    ['2022-06-30T23:59Z', milestone('m1', '2022-06'), 'this month'],
    ['2022-07-01T11:59Z', milestone('m1', '2022-06'), 'this month'],
    ['2022-07-01T12:00Z', milestone('m1', '2022-06'), 'outcome not recorded'],
    ['2022-05-31T09:59Z', milestone('m1', '2022-06'), 'ahead'],
    ['2022-05-31T10:00Z', milestone('m1', '2022-06'), 'this month'],
    ['2022-07-06T12:00Z', milestone('m1', '2022-06', { confirmed: '2022-07-06' }), 'today'],
    ['2022-11-15T12:00Z', milestone('m1', '[2022-11,2022-12]'), 'this month'],
    ['2023-01-02T12:00Z', milestone('m1', '[2022-11,2022-12]'), 'outcome not recorded'],
    ['2022-12-01T00:00Z', milestone('m1', '[2022-11,2022-12]'), 'this month'],
    ['2022-05-15T12:00Z', milestone('m1', '[2022-06,2022-09]'), 'ahead'],
    ['2022-06-15T12:00Z', milestone('m1', '[2022-06,2022-09]'), 'this month'],
    ['2022-07-01T11:59Z', milestone('m1', '[2022-06,2022-09]'), 'this month'],
    ['2022-07-01T12:00Z', milestone('m1', '[2022-06,2022-09]'), 'ahead'],
    ['2022-08-31T09:59Z', milestone('m1', '[2022-06,2022-09]'), 'ahead'],
    ['2022-08-31T10:00Z', milestone('m1', '[2022-06,2022-09]'), 'this month'],
    ['2022-10-01T12:00Z', milestone('m1', '[2022-06,2022-09]'), 'outcome not recorded'],
    ['2022-06-06T12:00Z', milestone('m1', '[2022-06-06,2022-06-20]'), 'this month'],
    ['2022-06-13T12:00Z', milestone('m1', '[2022-06-06,2022-06-20]'), 'ahead'],
    ['2022-07-15T12:00Z', milestone('m1', '[2022,2025]'), 'under way'],
    ['2023-07-15T12:00Z', milestone('m1', '[2022,2025]'), 'ahead'],
    ['2022-05-15T12:00Z', milestone('m1', '[2022-34,2022-09]'), 'under way'],
    ['2022-07-15T12:00Z', milestone('m1', '[2022-34,2022-09]'), 'ahead'],
    ['2023-08-01T12:00Z', milestone('m1', '2023-35'), 'under way'],
    ['2030-01-01T12:00Z', milestone('m1', 'XXXX'), 'ahead'],
    ['2022-07-01T12:00Z', milestone('m1', '2022-06', { confirmed: 'XXXX' }), 'outcome not recorded'],
    ['2022-07-10T12:00Z', milestone('m1', '2022-06', { outcome: '2022-07-08' }), 'done'],
    ['2022-07-05T12:00Z', milestone('m1', '2022-06', { outcome: '2022-07-08' }), 'outcome not recorded'],
    ['2022-07-07T10:00Z', milestone('m1', '2022-06', { outcome: '2022-07-08' }), 'done'],
    ['2022-07-10T12:00Z', milestone('m1', '2022-06', { cancelled: '2022-05-01' }), 'cancelled'],
    ['2022-04-10T12:00Z', milestone('m1', '2022-06', { cancelled: '2022-05-01' }), 'ahead'],
  ])('at %s %j is %s', (now, one, state) => {
    expect(stateOf(one, new Date(now))).toBe(state);
  });
});

describe('a change', () => {
  const [first = milestone('m1', '2021-11')] = plan;

  it('keeps only the facts that differ, and the revision it was made from', () => {
    const change = changeMilestone(first, 'changed', { text: first.text, dependsOn: ['m2'] }, 'it needs m2');
    expect(change).toEqual({ act: 'changed', id: 'm1', revision: 1, set: { dependsOn: ['m2'] }, why: 'it needs m2' });
  });

  it('is refused when nothing differs, when it depends on itself, and when the milestone is settled otherwise', () => {
    expect(changeMilestone(first, 'changed', { text: first.text }, '')).toMatchObject({ code: 'nothing-changed' });
    expect(changeMilestone(first, 'changed', { dependsOn: ['m1'] }, '')).toMatchObject({ code: 'depends-on-itself' });
    const done = milestone('m1', '2021-11', { outcome: '2021-12-01' });
    expect(changeMilestone(done, 'cancelled', { cancelled: { text: 'no', dated: '2021-12-02' } }, '')).toMatchObject({ code: 'milestone-settled' });
    expect(changeMilestone(done, 'reopened', { outcome: null, cancelled: null }, 'wrong one')).toMatchObject({ act: 'reopened', set: { outcome: null } });
  });

  it('adds a milestone without an id, which the store gives', () => {
    const planned = { when: when('2023-35'), source: 'a coordinator' };
    expect(addMilestone({ text: 'Second report', planned, dependsOn: [] }, '')).toEqual({
      act: 'added',
      revision: 0,
      set: { text: 'Second report', planned, dependsOn: [] },
      why: '',
    });
  });
});

describe('a part of the plan', () => {
  it('holds what may touch the period, in the order of the timeline', () => {
    expect(within(record, { from: '2022-02-01', to: '2022-07-31' }).map(({ id }) => id)).toEqual(['m3', 'm4', 'm5']);
    expect(within(record, { from: '2022-06-01', to: '2022-06-30' }).map(({ id }) => id)).toEqual(['m5']);
    expect(within(plan, { from: '2022-12-01' }).map(({ id }) => id)).toEqual(['m7', 'm8']);
    expect(within(plan, {}).map(({ id }) => id)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8']);
  });
});
