import { describe, expect, test } from 'vitest';
import { comparePlan, type Plan, type PlanRecord, planOf } from '../../src/core/plan.ts';
import { milestone, record, when } from '../support/milestones.ts';

const empty: PlanRecord = { milestones: [], topics: [], groups: [] };
const standing: PlanRecord = { milestones: record, topics: [{ id: 't1', text: 'A topic.' }], groups: [{ id: 'wg1', name: 'Security by design' }] };
const nothing: Plan = { source: 'IS3C work plan', milestones: [], topics: [], groups: [], confirmations: [] };

describe('comparing a plan with the record', () => {
  test('into an empty record everything is added, with its facts', () => {
    const plan: Plan = {
      ...nothing,
      milestones: [{ id: 'm1', when: when('[2022-11,2022-12]'), wording: 'one of the two', text: 'A report.', dependsOn: ['m2', 'm3'] }],
      topics: [{ id: 't1', text: 'A topic.' }],
      groups: [{ id: 'wg1', name: 'A group' }],
      confirmations: [{ milestone: 'm1', when: when('2022-12-01'), source: 'public record' }],
      outcomes: [{ milestone: 'm1', state: 'done', text: 'It came.', dated: '2022-12-02' }],
    };
    expect(comparePlan(empty, plan)).toEqual([
      {
        id: 'm1',
        kind: 'milestone',
        act: 'add',
        facts: [
          { name: 'planned', new: '[2022-11,2022-12]' },
          { name: 'wording', new: 'one of the two' },
          { name: 'source', new: 'IS3C work plan' },
          { name: 'text', new: 'A report.' },
          { name: 'depends on', new: 'm2, m3' },
          { name: 'confirmed', new: '2022-12-01' },
          { name: 'confirmed by', new: 'public record' },
          { name: 'done', new: 'It came. (2022-12-02)' },
        ],
      },
      { id: 't1', kind: 'topic', act: 'add', facts: [{ name: 'text', new: 'A topic.' }] },
      { id: 'wg1', kind: 'group', act: 'add', facts: [{ name: 'name', new: 'A group' }] },
    ]);
  });

  test('what stands already is kept, and what the plan does not name is not mentioned', () => {
    const plan = { ...planOf(standing), milestones: planOf(standing).milestones.slice(0, 1), confirmations: [] };
    expect(comparePlan(standing, plan)).toEqual([
      { id: 'm1', kind: 'milestone', act: 'keep', facts: [] },
      { id: 't1', kind: 'topic', act: 'keep', facts: [] },
      { id: 'wg1', kind: 'group', act: 'keep', facts: [] },
    ]);
  });

  test('a change says the old and the new fact, and only those that differ', () => {
    const plan: Plan = {
      ...nothing,
      source: 'second edition',
      milestones: [{ id: 'm8', when: when('2023-02'), wording: 'early 2023', text: 'What m8 is about.', dependsOn: [] }],
      topics: [{ id: 't1', text: 'Another topic.' }],
    };
    expect(comparePlan(standing, plan)).toEqual([
      {
        id: 'm8',
        kind: 'milestone',
        act: 'change',
        facts: [
          { name: 'planned', old: '2023-01', new: '2023-02' },
          { name: 'wording', new: 'early 2023' },
          { name: 'source', old: 'IS3C work plan', new: 'second edition' },
          { name: 'depends on', old: 'm6', new: '' },
        ],
        stays: '2023-03-08',
      },
      { id: 't1', kind: 'topic', act: 'change', facts: [{ name: 'text', old: 'A topic.', new: 'Another topic.' }] },
    ]);
  });

  test('a confirmation speaks of a milestone on record, and says nothing of its plan', () => {
    const confirmations = [
      { milestone: 'm6', when: when('2022-09-28'), source: 'public record' },
      { milestone: 'm8', when: when('2023-03-08'), source: 'public record' },
      { milestone: 'm7', when: when('2022-12-02'), source: 'public record' },
    ];
    expect(comparePlan(standing, { ...nothing, confirmations })).toEqual([
      {
        id: 'm6',
        kind: 'milestone',
        act: 'change',
        facts: [
          { name: 'confirmed', new: '2022-09-28' },
          { name: 'confirmed by', new: 'public record' },
        ],
      },
      { id: 'm8', kind: 'milestone', act: 'keep', facts: [] },
      { id: 'm7', kind: 'milestone', act: 'change', facts: [{ name: 'confirmed', old: '2022-12-01', new: '2022-12-02' }] },
    ]);
  });

  test('a plan without confirmations takes none away', () => {
    const plan = { ...planOf(standing), confirmations: [] };
    expect(comparePlan(standing, plan).every(({ act }) => act === 'keep')).toBe(true);
  });
});

describe('the record as a plan', () => {
  test('it says everything that stands, and so changes nothing', () => {
    const settled = {
      ...standing,
      milestones: [...record, milestone('m9', '2023', { outcome: '2023-05-01' }), milestone('m10', '2023', { cancelled: '2023-05-02' })],
    };
    const plan = planOf(settled);
    expect(plan.confirmations.map((one) => one.milestone)).toEqual(['m2', 'm3', 'm5', 'm7', 'm8']);
    expect(plan.outcomes).toEqual([
      { milestone: 'm9', state: 'done', text: 'It came.', dated: '2023-05-01' },
      { milestone: 'm10', state: 'cancelled', text: 'It was not needed.', dated: '2023-05-02' },
    ]);
    expect(comparePlan(settled, plan).every(({ act }) => act === 'keep')).toBe(true);
  });

  test('its source is the commonest, and a milestone with another keeps its own', () => {
    const other = { ...milestone('m9', '2023'), planned: { when: when('2023'), source: 'a coordinator' } };
    const plan = planOf({ ...standing, milestones: [other, ...record] });
    expect(plan.source).toBe('IS3C work plan');
    expect(plan.milestones.map(({ source }) => source)).toEqual(['a coordinator', ...record.map(() => undefined)]);
    expect(comparePlan(empty, plan)[0]?.facts).toContainEqual({ name: 'source', new: 'a coordinator' });
  });

  test('an empty record is an empty plan', () => {
    expect(planOf(empty)).toEqual({ ...nothing, source: 'no source' });
  });
});
