import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GroupChoice, groupChoices } from '../../src/core/choice.ts';
import type { Store } from '../../src/core/store.ts';
import { planOfGroups } from '../support/groups.ts';
import { person } from '../support/proposals.ts';
import { by, databases, openTestStore } from '../support/store.ts';

describe.each(databases)('a choice among groups on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;

  /** P chairs wg1 and the concluded wg6, is deputy of wg2, belongs to wg3, asks to join wg4, is asked to chair wg5 and has left wg7. Of the rest wg8 is paused, wg9 rests. */
  beforeAll(async () => {
    ({ store, close } = await openTestStore({}, make));
    await store.loadFirst(planOfGroups(30), by());
    await store.acceptSpace('slack:T1', person('lead'));
    const account = 'slack:T1:UP';
    await store.appoint({ group: 'wg1', account, role: 'chair' }, by());
    await store.appoint({ group: 'wg6', account, role: 'chair' }, by());
    await store.appoint({ group: 'wg2', account, role: 'deputy' }, by());
    await store.appoint({ group: 'wg5', account: 'slack:T1:UQ', role: 'chair' }, by());
    for (const group of ['wg3', 'wg7']) await store.join({ group, role: 'member', joining: 'open' }, person('p'));
    await store.leave('wg7', person('p'));
    const set = async (id: string, facts: object) => {
      const { group } = await store.readGroup(person('p'), id);
      await store.recordGroup({ act: 'group changed', id, revision: group?.revision ?? 0, set: facts, why: '' }, by());
    };
    await set('wg4', { joining: 'asked' });
    await store.join({ group: 'wg4', role: 'member', joining: 'asked' }, person('p'));
    await store.handOver({ group: 'wg5', account, note: '' }, person('q'));
    await set('wg6', { state: 'concluded' });
    await set('wg8', { state: 'paused' });
    await set('wg9', { state: 'dormant' });
  });
  afterAll(() => close());

  const found = async (choice: GroupChoice, { typed = '', who = person('p') } = {}) => {
    const { groups, named } = await store.findGroups(who, typed, 25, choice);
    return [groups.map(({ id }) => id).join(' '), named];
  };

  test.each<[keyof typeof groupChoices, string]>([
    ['leave', 'wg1 wg2 wg3 wg4'],
    ['handOver', 'wg1'],
    ['answerChair', 'wg5'],
    ['lead', 'wg1 wg2'],
    ['run', 'wg1'],
    ['pause', 'wg1'],
    ['resume', ''],
    ['rest', ''],
    ['conclude', 'wg1'],
  ])('to %s is of those that are offered to a member', async (choice, expected) => {
    expect(await found(groupChoices[choice])).toEqual([expected, true]);
  });

  test('is complete for a coordinator, however many groups stand before', async () => {
    const who = by();
    expect((await found(groupChoices.resume, { who }))[0]).toBe('wg8');
    expect((await found(groupChoices.wake, { who }))[0]).toBe('wg9');
    expect(String((await found(groupChoices.lead, { who }))[0]).split(' ')).toHaveLength(25);
    expect((await found(groupChoices.handOver, { who }))[0]).toBe('');
  });

  test('to join leaves out what one belongs to, asks for or speaks for, and what is concluded', async () => {
    const ids = String((await found(groupChoices.join))[0]).split(' ');
    expect(ids.slice(0, 3)).toEqual(['wg5', 'wg7', 'wg8']);
    expect(await found(groupChoices.join, { who: person('nobody'), typed: 'group 6' })).toEqual(['wg6', true]);
  });

  test('finds what is named alone whether it is offered or not, and several only where they are', async () => {
    expect(await found(groupChoices.handOver, { typed: 'Group 30' })).toEqual(['wg30', true]);
    expect(await found(groupChoices.handOver, { typed: 'Group 2' })).toEqual(['', true]);
    expect(await found(groupChoices.handOver, { typed: 'nothing of the kind' })).toEqual(['', false]);
  });

  test('of one group brings its file, with what somebody who was named is in it', async () => {
    const file = await store.findGroups(person('p'), '', 25, groupChoices.handOver, 'slack:T1:UP');
    expect(file).toMatchObject({ group: { id: 'wg1' }, events: [{}, {}] });
    expect(file).not.toHaveProperty('person');
    expect((await store.readGroup(by(), 'wg3', 'slack:T1:UP')).person).toMatchObject({ role: 'member', state: 'in' });
    expect(await store.findGroups(person('p'), '', 25, groupChoices.lead)).not.toHaveProperty('group');
    expect((await store.findPack(person('p'), '', groupChoices.handOver)).pack?.group.id).toBe('wg1');
    expect((await store.findPeople(person('p'), 'Group 3', groupChoices.leave, 10)).people).toHaveLength(1);
  });
});
