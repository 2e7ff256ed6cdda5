import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groupChoices } from '../../src/core/choice.ts';
import type { Group, GroupChange, Schedule } from '../../src/core/group.ts';
import type { Event, Store } from '../../src/core/store.ts';
import { planOfGroups, update } from '../support/groups.ts';
import { when } from '../support/milestones.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const operator = { account: 'terminal:operator', space: 'terminal:local' };
const now = new Date('2022-03-15T12:00:00.000Z');
const nobody = { editor: 0, member: 0, observer: 0, asked: 0, left: 0 };
const usual: Schedule = { rhythm: 'weekly', weekday: 4, hour: 10, zone: 'UTC', since: '2022-03-14' };

describe.each(databases)('groups on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ store, close } = await openTestStore({}, make));
    await store.loadFirst(planOfGroups(12), by());
  });
  afterEach(() => close());

  const groupOf = async (id: string): Promise<Group | undefined> => (await store.readGroup(operator, id)).group;
  const eventsOf = async (id: string): Promise<readonly Event[]> => (await store.readGroup(operator, id)).events;
  const memberOf = async (account: string): Promise<string | undefined> => (await store.readActor({ account })).member;
  const leadsOf = async (id: string) => (await groupOf(id))?.leads.map(({ role, member }) => [role, member.accounts[0]]);

  test('an imported group has its number, and is asked as usual from the week in which it came', async () => {
    expect(await store.readGroup(operator, 'wg10')).toEqual({
      actor: expect.objectContaining({ coordinator: true }),
      group: { id: 'wg10', revision: 1, name: 'Group 10', state: 'active', schedule: usual, joining: 'open', settled: by().at, stateSince: by().at, leads: [] },
      people: nobody,
      chairAsked: false,
      proposed: [],
      chairOffers: [],
      milestones: [],
      events: [expect.objectContaining({ act: 'imported', object: 'wg10' })],
    });
  });

  test('a group that is imported under another name keeps its settings', async () => {
    await store.importPlan({ ...planOfGroups(0), groups: [{ id: 'wg1', name: 'Another' }] }, by({ at: new Date('2023-01-01T00:00:00.000Z') }));
    expect(await groupOf('wg1')).toMatchObject({ revision: 2, name: 'Another', schedule: usual, settled: by().at });
    expect((await store.readPlan()).groups[0]).toEqual({ id: 'wg1', name: 'Another' });
  });

  test('an id that names no group has no history either', async () => {
    const { value } = await store.recordMilestone(
      { act: 'added', revision: 0, set: { text: 't', planned: { when: when('2023'), source: 's' }, dependsOn: [] }, why: '' },
      by(),
    );
    expect(await store.readGroup(operator, value.id)).toEqual({
      actor: expect.anything(),
      people: nobody,
      chairAsked: false,
      milestones: [],
      proposed: [],
      chairOffers: [],
      events: [],
    });
    expect(await store.readGroup(operator, 'wg1\0')).toHaveProperty('group');
  });

  test('groups are paged in the order of their numbers, each with its latest update', async () => {
    await store.recordUpdate(update('wg2', '2022-03-14'), by());
    await store.recordUpdate(update('wg2', '2022-03-07'), by());
    const first = await store.readGroups(operator, 0, 10);
    expect(first.groups.map(({ group }) => group.id).slice(0, 3)).toEqual(['wg1', 'wg2', 'wg3']);
    expect(first.groups.map(({ last }) => last?.week).slice(0, 3)).toEqual([undefined, '2022-03-14', undefined]);
    expect(first.total).toBe(12);
    const second = await store.readGroups(operator, 10, 10);
    expect([second.groups.map(({ group }) => group.id), second.total]).toEqual([['wg11', 'wg12'], 12]);
    expect((await store.readGroup(operator, 'wg2')).last?.id).toBe('u1');
  });

  test('groups are found by a part of their name or id, in whatever case', async () => {
    const found = async (typed: string, limit = 25) => (await store.findGroups(operator, typed, limit, groupChoices.read)).groups.map(({ id }) => id);
    expect(await found('wg1')).toEqual(['wg1', 'wg10', 'wg11', 'wg12']);
    expect(await found(' GROUP 7 ')).toEqual(['wg7']);
    expect(await found('', 2)).toEqual(['wg1', 'wg2']);
    expect(await found('%')).toEqual([]);
  });

  test('a question is about the group whose name it holds, is a part of, or shares most words with', async () => {
    const found = async (question: string, ...telling: string[]) => {
      const { file, candidates } = await store.readGroupAsked(operator, question, telling, 3);
      return [file.group?.id, candidates.map(({ id }) => id)];
    };
    expect(await found('what does GROUP 7 do', 'what', 'does')).toEqual(['wg7', ['wg7']]);
    expect(await found('p 12')).toEqual(['wg12', ['wg12']]);
    expect(await found('the group', 'group')).toEqual([undefined, ['wg1', 'wg2', 'wg3']]);
    expect(await found('12')).toEqual([undefined, []]);
    expect(await found('%', '%')).toEqual([undefined, []]);
  });

  test('the settings of a group are changed, and the record says what was and what is', async () => {
    const set = {
      charter: 'To read\0.',
      schedule: { ...usual, rhythm: 'fortnightly', zone: 'Europe/Paris' },
      channel: { space: 'discord:1', channel: '2' },
    } as const;
    const change: GroupChange = { act: 'group changed', id: 'wg1', revision: 1, set, why: 'as agreed' };
    const given = by({ at: new Date('2022-03-16T09:00:00.000Z') });
    const recorded = await store.recordGroup(change, given);
    const value = {
      ...set,
      id: 'wg1',
      revision: 2,
      name: 'Group 1',
      charter: 'To read.',
      state: 'active',
      joining: 'open',
      settled: given.at,
      stateSince: by().at,
      leads: [],
    };
    expect(recorded).toEqual({ kind: 'recorded', value });
    expect(await groupOf('wg1')).toEqual(value);
    expect(await store.recordGroup(change, given)).toEqual(recorded);
    expect((await eventsOf('wg1'))[0]).toMatchObject({
      act: 'group changed',
      object: 'wg1',
      old: { charter: null, schedule: usual, channel: null },
      new: { ...set, charter: 'To read.' },
      why: 'as agreed',
    });
    expect(await eventsOf('wg1')).toHaveLength(2);
    const taken = await store.recordGroup({ ...change, revision: 2, set: { charter: null, channel: null } }, by({ at: now }));
    expect(taken.value).not.toHaveProperty('charter');
    expect(taken.value).not.toHaveProperty('channel');
    expect(taken.value.settled).toEqual(given.at);
  });

  test('a change of a state that no longer stands changes nothing', async () => {
    const pause: GroupChange = { act: 'group paused', id: 'wg1', revision: 1, set: { state: 'paused' }, why: '' };
    const rename: GroupChange = { act: 'group changed', id: 'wg1', revision: 1, set: { name: 'Another' }, why: '' };
    const recorded = await Promise.all([store.recordGroup(pause, by()), store.recordGroup(rename, by())]);
    expect(recorded.map(({ kind }) => kind).toSorted()).toEqual(['recorded', 'stale']);
    expect(recorded.map(({ value }) => value.revision)).toEqual([2, 2]);
    expect(await eventsOf('wg1')).toHaveLength(2);
  });

  test('a state holds from when it was chosen, a name changes nothing of that', async () => {
    const paused = by({ at: new Date('2022-04-01T00:00:00.000Z') });
    const resumed = by({ at: new Date('2022-05-01T00:00:00.000Z') });
    await store.recordGroup({ act: 'group paused', id: 'wg1', revision: 1, set: { state: 'paused' }, why: '' }, paused);
    expect(await groupOf('wg1')).toMatchObject({ state: 'paused', settled: paused.at, stateSince: paused.at });
    await store.recordGroup({ act: 'group resumed', id: 'wg1', revision: 2, set: { state: 'active' }, why: '' }, resumed);
    await store.recordGroup(
      { act: 'group changed', id: 'wg1', revision: 3, set: { name: 'Another' }, why: '' },
      by({ at: new Date('2022-06-01T00:00:00.000Z') }),
    );
    expect(await groupOf('wg1')).toMatchObject({ state: 'active', name: 'Another', settled: resumed.at });
  });

  test('chairs and deputies are appointed, several to a group, and dismissed', async () => {
    const appointment = by();
    await store.appoint({ group: 'wg1', account: 'slack:T1:U1', role: 'deputy' }, appointment);
    await store.appoint({ group: 'wg1', account: 'slack:T1:U1', role: 'deputy' }, appointment);
    await store.appoint({ group: 'wg1', account: 'slack:T1:U2', role: 'chair' }, by());
    await store.appoint({ group: 'wg1', account: 'discord:3', role: 'chair' }, by({ at: new Date('2022-03-16T12:00:00.000Z') }));
    await store.appoint({ group: 'wg1', account: 'discord:3', role: 'chair' }, by());
    expect(await leadsOf('wg1')).toEqual([
      ['chair', 'slack:T1:U2'],
      ['chair', 'discord:3'],
      ['deputy', 'slack:T1:U1'],
    ]);
    expect(await eventsOf('wg1')).toMatchObject([
      { act: 'chair appointed', new: { member: await memberOf('discord:3') } },
      { act: 'chair appointed', new: { member: await memberOf('slack:T1:U2') } },
      { act: 'deputy appointed', new: { member: await memberOf('slack:T1:U1') } },
      { act: 'imported' },
    ]);
    const events = await eventsOf('wg1');
    expect(events.map(({ taker }) => taker)).toEqual([['discord:3'], ['slack:T1:U2'], ['slack:T1:U1'], undefined]);
    // Who took an office is looked up: the record itself names nobody.
    expect(JSON.stringify(events.map(({ taker: _, ...line }) => line))).not.toMatch(/slack:|discord:/);
    await store.appoint({ group: 'wg1', account: 'slack:T1:U1', role: 'chair' }, by());
    expect((await eventsOf('wg1'))[0]).toMatchObject({ act: 'chair appointed', old: { role: 'deputy' } });
    const dismissal = by();
    const left = await store.appoint({ group: 'wg1', account: 'slack:T1:U2' }, dismissal);
    expect(left?.value.leads.map(({ member }) => member.accounts[0]).toSorted()).toEqual(['discord:3', 'slack:T1:U1']);
    await store.appoint({ group: 'wg1', account: 'slack:T1:U2' }, dismissal);
    await store.appoint({ group: 'wg1', account: 'slack:T1:U2' }, by());
    await store.appoint({ group: 'wg1', account: 'discord:nobody' }, by());
    expect((await eventsOf('wg1')).map(({ act }) => act).slice(0, 2)).toEqual(['lead dismissed', 'chair appointed']);
    expect((await eventsOf('wg1'))[0]).toMatchObject({ old: { role: 'chair' }, new: { member: await memberOf('slack:T1:U2') } });
    expect(await memberOf('discord:nobody')).toBeUndefined();
    await store.forget(by({ account: 'slack:T1:U1' }));
    expect((await eventsOf('wg1')).find(({ act }) => act === 'deputy appointed')).not.toHaveProperty('taker');
  });

  test('nobody is appointed to a group that there is not', async () => {
    expect(await store.appoint({ group: 'wg99', account: 'discord:3', role: 'chair' }, by())).toBeUndefined();
    expect(await memberOf('discord:3')).toBeUndefined();
  });

  test('of two appointments at the same moment both are kept', async () => {
    const account = 'discord:3';
    await Promise.all(['wg1', 'wg2', 'wg3', 'wg1'].map((group) => store.appoint({ group, account, role: 'chair' }, by())));
    for (const id of ['wg1', 'wg2', 'wg3']) expect(await leadsOf(id)).toEqual([['chair', account]]);
  });

  test('a lead is known with what they have set', async () => {
    const account = 'slack:T1:U2';
    await store.appoint({ group: 'wg1', account, role: 'chair' }, by());
    const settings = { language: 'fr', zone: 'Asia/Tokyo', reminders: 'channel', absence: { from: '2022-08-01', to: '2022-08-14' } } as const;
    await store.setPersonal(settings, by({ account, space: 'slack:T1' }));
    expect((await groupOf('wg1'))?.leads).toEqual([{ role: 'chair', member: { id: await memberOf(account), accounts: [account], ...settings } }]);
    await store.setPersonal({ absence: { from: '2022-09-01' } }, by({ account, space: 'slack:T1' }));
    expect((await groupOf('wg1'))?.leads[0]?.member.absence).toEqual({ from: '2022-09-01' });
    await store.setPersonal({ absence: null }, by({ account, space: 'slack:T1' }));
    expect((await groupOf('wg1'))?.leads[0]?.member).not.toHaveProperty('absence');
  });
});
