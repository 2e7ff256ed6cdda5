import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '../../src/core/plan.ts';
import type { Store } from '../../src/core/store.ts';
import { when } from '../support/milestones.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const operator = { account: 'terminal:operator', space: 'terminal:local' };

const plan: Plan = {
  source: 'a work plan',
  milestones: [
    { id: 'm1', when: when('2021-11'), text: 'A proposal.', dependsOn: [] },
    { id: 'm8', when: when('2023-01'), wording: 'January 2023', text: 'A report.', dependsOn: ['m1'] },
  ],
  topics: [{ id: 't2', text: 'A topic.' }],
  groups: [
    { id: 'wg2', name: 'Education' },
    { id: 'wg10', name: 'Design' },
  ],
  confirmations: [{ milestone: 'm8', when: when('2023-03-08'), source: 'a public record' }],
};

describe.each(databases)('plans on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeEach(async () => ({ store, close } = await openTestStore({}, make)));
  afterEach(() => close());

  const eventsOf = async (id: string) => (await store.readMilestone(operator, id)).events;

  test('a plan is loaded once, with its ids, and every object keeps where it came from', async () => {
    expect(await Promise.all([store.loadFirst(plan, by({ key: 'a' })), store.loadFirst(plan, by({ key: 'b' }))])).toContain(true);
    expect(await store.loadFirst(plan, by({ key: 'a' }))).toBe(false);
    expect(await store.loadFirst({ ...plan, milestones: [] }, by())).toBe(false);
    expect(await store.readPlan()).toEqual({
      milestones: [
        { id: 'm1', revision: 1, text: 'A proposal.', planned: { when: when('2021-11'), source: 'a work plan' }, dependsOn: [] },
        {
          id: 'm8',
          revision: 1,
          text: 'A report.',
          planned: { when: when('2023-01'), wording: 'January 2023', source: 'a work plan' },
          confirmed: { when: when('2023-03-08'), source: 'a public record' },
          dependsOn: ['m1'],
        },
      ],
      topics: plan.topics,
      groups: plan.groups,
    });
    expect(await eventsOf('m1')).toMatchObject([{ act: 'imported', object: 'm1', why: 'a work plan', new: { planned: { when: '2021-11' } } }]);
  });

  test('what is added later is numbered beyond the plan', async () => {
    await store.loadFirst(plan, by());
    const planned = { when: when('2024'), source: 's' };
    const added = await store.recordMilestone({ act: 'added', revision: 0, set: { text: 't', planned, dependsOn: [] }, why: '' }, by());
    expect(added.value.id).toBe('m9');
  });

  test('importing the same again changes nothing', async () => {
    await store.importPlan(plan, by());
    const before = await store.readPlan();
    await store.importPlan(plan, by());
    expect(await store.readPlan()).toEqual(before);
    expect(await eventsOf('m8')).toHaveLength(1);
    expect(await store.loadFirst(plan, by())).toBe(false);
  });

  test('importing changes what differs, leaves the rest alone, and deletes nothing', async () => {
    await store.importPlan(plan, by());
    const given = by();
    await store.importPlan(
      { ...plan, milestones: [{ id: 'm1', when: when('2021-12'), text: 'A proposal.', dependsOn: [] }], topics: [], confirmations: [] },
      given,
    );
    const { milestones, topics } = await store.readPlan();
    expect(milestones).toMatchObject([
      { id: 'm1', revision: 2, planned: { when: when('2021-12') } },
      { id: 'm8', revision: 1, confirmed: { when: when('2023-03-08') } },
    ]);
    expect(topics).toEqual(plan.topics);
    expect((await eventsOf('m1'))[0]).toMatchObject({ old: { planned: { when: '2021-11' } }, new: { planned: { when: '2021-12' } } });
    expect((await store.readRecorded(operator, given.key)).event).toMatchObject({ act: 'imported', object: 'plan', why: 'a work plan', new: { objects: 1 } });
  });

  test('a record of its own confirms what was planned before', async () => {
    await store.importPlan({ ...plan, confirmations: [] }, by());
    await store.importPlan({ source: 'a record', milestones: [], topics: [], groups: [], confirmations: plan.confirmations }, by());
    expect((await store.readPlan()).milestones[1]).toMatchObject({ revision: 2, text: 'A report.', confirmed: { when: when('2023-03-08') } });
  });

  test('a plan that cannot be kept whole is not kept at all', async () => {
    const broken: Plan = { ...plan, confirmations: [{ milestone: 'm77', when: when('2023'), source: 's' }] };
    await expect(store.loadFirst(broken, by())).rejects.toThrow('m77');
    expect(await store.readPlan()).toEqual({ milestones: [], topics: [], groups: [] });
    expect(await store.loadFirst(plan, by())).toBe(true);
  });
});
