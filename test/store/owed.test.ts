import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import type { PrismaClient } from '../../src/store/generated/client.ts';
import { facts, planOfGroups, update } from '../support/groups.ts';
import { drain } from '../support/messages.ts';
import { when } from '../support/milestones.ts';
import { leadIn, person, proposalText } from '../support/proposals.ts';
import { by, databases, openTables } from '../support/store.ts';

const milestone = { text: 'A workshop.', planned: { when: when('2023-05'), source: 'a chair' }, dependsOn: [] };

type Step = readonly [name: string, act: (store: Store) => Promise<unknown>];

const owing: readonly Step[] = [
  ['a chair is appointed', (store) => store.appoint({ group: 'wg1', account: 'slack:T1:UNEW', role: 'chair' }, by())],
  ['a milestone is proposed', (store) => store.proposeMilestone({ ...milestone, group: 'wg1' }, person('chair'))],
  ['one is decided on', (store) => store.decideMilestone({ id: 'm1', accepted: true, why: '' }, person('lead'))],
  ['a group is put to rest', (store) => store.recordGroup({ act: 'group put to rest', id: 'wg2', revision: 1, set: { state: 'dormant' }, why: '' }, by())],
  ['a proposal is filed', (store) => store.propose(proposalText(), {}, person('chair'))],
  ['a card is to be edited', (store) => store.volunteer({ proposal: 'p1', version: 1, kind: 'write' }, person('chair'))],
  ['somebody is asked to take over', (store) => store.handOver({ group: 'wg1', account: 'slack:T1:UNEXT', note: '' }, person('chair'))],
];

const free: readonly Step[] = [
  ['a group is changed', (store) => store.recordGroup({ act: 'group changed', id: 'wg3', revision: 1, set: { charter: 'c' }, why: '' }, by())],
  ['somebody joins', (store) => store.join({ group: 'wg1', role: 'member', joining: 'open' }, person('new'))],
  ['an update goes nowhere', (store) => store.recordUpdate(update('wg3', '2022-03-14', { facts }), person('chair'))],
  ['a handover is refused', (store) => store.handOver({ group: 'wg1', account: 'slack:T1:UNEW', note: '' }, person('new'))],
  ['an office ends that nobody holds', (store) => store.appoint({ group: 'wg1', account: 'slack:T1:UNOBODY' }, by())],
  ['nobody parts', (store) => store.unlink(person('new'))],
  ['a code is wrong', (store) => store.enterLink('wrong', true, person('new'), by().at)],
];

describe.each(databases)('messages that are owed on the $name database', ({ make }) => {
  let store: Store;
  let client: PrismaClient;
  let close: () => Promise<void>;
  let heard = 0;
  beforeAll(async () => {
    ({ store, client, close } = await openTables(make, () => (heard += 1)));
    await store.loadFirst(planOfGroups(3), by());
    await store.appointCoordinator('slack:T1:ULEAD', by());
    await leadIn(store, 'C1');
    for (const group of ['wg1', 'wg2']) await store.appoint({ group, account: 'slack:T1:UCHAIR', role: 'chair' }, by());
    await store.proposeMilestone({ ...milestone, group: 'wg1' }, person('chair'));
    await store.propose(proposalText(), {}, person('proposer'));
    await drain(store, by().at);
  });
  afterAll(() => close());

  /** How many more messages are owed, and how often that was said. */
  async function owedBy(act: Step[1]): Promise<{ readonly more: number; readonly said: number }> {
    const owed = (): Promise<number> => client.message.count({ where: { state: 'owed' } });
    const [before, so] = [await owed(), heard];
    await act(store);
    return { more: (await owed()) - before, said: heard - so };
  }

  test.each(owing)('are told of once, where %s', async (_, act) => {
    const { more, said } = await owedBy(act);
    expect(more).toBeGreaterThan(0);
    expect(said).toBe(1);
  });

  test.each(free)('are told of only where there are any, and none are where %s', async (_, act) => {
    expect(await owedBy(act)).toEqual({ more: 0, said: 0 });
  });
});
