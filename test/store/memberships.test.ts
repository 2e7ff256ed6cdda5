import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeCard } from '../../src/cards/membership.ts';
import { packBlocks } from '../../src/cards/pack.ts';
import type { Account } from '../../src/core/account.ts';
import type { GroupMove } from '../../src/core/group.ts';
import { groupActs, groupTable } from '../../src/core/group.ts';
import type { Wish } from '../../src/core/membership.ts';
import type { By, Store } from '../../src/core/store.ts';
import { wordsFor } from '../../src/text/words.ts';
import { planOfGroups } from '../support/groups.ts';
import { confirmLink } from '../support/links.ts';
import { drain } from '../support/messages.ts';
import { file, person } from '../support/proposals.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const reader = { account: 'slack:T1:UREADER', space: 'slack:T1' };
const later = new Date('2030-01-01T00:00:00Z');

describe.each(databases)('memberships on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ store, close } = await openTestStore({}, make));
    await store.loadFirst(planOfGroups(3), by());
    await store.acceptSpace('slack:T1', person('lead'));
  });
  afterEach(() => close());

  const wish = (facts: Partial<Wish> = {}): Wish => ({ group: 'wg1', role: 'member', joining: 'open', ...facts });
  const join = (name: string, facts: Partial<Wish> = {}) => store.join(wish(facts), person(name));
  const fileOf = (id = 'wg1', name = 'reader') => store.readGroup({ account: `slack:T1:U${name.toUpperCase()}`, space: 'slack:T1' }, id);
  const chair = (name: string, group = 'wg1') => store.appoint({ group, account: `slack:T1:U${name.toUpperCase()}`, role: 'chair' }, person(name));
  const peopleOf = async (id = 'wg1') => {
    const { people } = await store.readPeople(reader, id, 0, 50);
    return people.map(({ member, role, state }) => [member.accounts[0], role, state]);
  };
  /** What has come to be owed since it was asked last. */
  const owed = () => drain(store, later);
  const acts = async (id = 'wg1') => (await fileOf(id)).events.map(({ act }) => act);
  const ask = async () => {
    const { group } = await fileOf();
    await store.recordGroup({ act: 'group changed', id: 'wg1', revision: group?.revision ?? 0, set: { joining: 'asked' }, why: '' }, by());
  };
  const move = async (how: GroupMove, id = 'wg1', as = by()) => {
    const { group } = await fileOf(id);
    const state = groupTable[group?.state ?? 'concluded'][how];
    if (state === undefined) throw new Error(`the table knows no ${how}`);
    return store.recordGroup({ act: groupActs[how], id, revision: group?.revision ?? 0, set: { state }, why: `to ${how}` }, as);
  };

  test('an open group is joined at once, once a person, and left again with the credit', async () => {
    expect(await join('a')).toMatchObject({ kind: 'recorded', value: { id: 'wg1' } });
    await Promise.all(Array.from({ length: 10 }, () => join('b', { role: 'observer' })));
    expect((await fileOf('wg1', 'b')).mine).toEqual({ role: 'observer', state: 'in' });
    expect((await fileOf()).people).toEqual({ editor: 0, member: 1, observer: 1, asked: 0, left: 0 });
    await join('a', { role: 'editor' });
    expect(await store.leave('wg1', person('a'))).toBe(true);
    expect(await store.leave('wg1', person('a'))).toBe(false);
    expect(await store.leave('wg1', person('nobody'))).toBe(false);
    expect(await peopleOf()).toEqual([
      ['slack:T1:UB', 'observer', 'in'],
      ['slack:T1:UA', 'editor', 'left'],
    ]);
    await join('a');
    expect((await fileOf()).people).toEqual({ editor: 0, member: 1, observer: 1, asked: 0, left: 0 });
    expect((await store.readActor({ account: 'slack:T1:UNOBODY', space: 'slack:T1' })).member).toBeUndefined();
    expect(await acts()).toEqual(['imported']);
  });

  test('the same press is one join, whatever is sent again', async () => {
    const given = person('a');
    await Promise.all([store.join(wish(), given), store.join(wish(), given)]);
    await store.leave('wg1', person('a'));
    await store.join(wish(), given);
    expect((await fileOf('wg1', 'a')).mine).toEqual({ role: 'member', state: 'left' });
  });

  test('where a chair answers, whoever asks waits, and hears of the answer', async () => {
    await chair('chair');
    await ask();
    expect(await join('a')).toMatchObject({ kind: 'stale', value: { joining: 'asked' } });
    for (const name of ['a', 'b', 'c']) await join(name, { joining: 'asked' });
    expect(await owed()).toEqual(Array.from({ length: 3 }, () => ['join asked', 'slack:T1:UCHAIR']));
    const { member = '' } = await store.readActor({ account: 'slack:T1:UA' });
    expect((await store.readAsking(reader, 'wg1', { member })).asking).toMatchObject({ role: 'member', state: 'asked', member: { accounts: ['slack:T1:UA'] } });
    expect(await store.answerJoin({ group: 'wg1', account: 'slack:T1:UA', admitted: true }, person('chair'))).toBe('settled');
    expect(await store.answerJoin({ group: 'wg1', account: 'slack:T1:UA', admitted: false }, person('chair'))).toBe('nothing');
    expect(await store.answerJoin({ group: 'wg1', account: 'slack:T1:UB', admitted: false }, person('chair'))).toBe('settled');
    expect(await store.answerJoin({ group: 'wg1', account: 'slack:T1:UNOBODY', admitted: true }, person('chair'))).toBe('nothing');
    await store.leave('wg1', person('c'));
    expect((await store.readAsking(reader, 'wg1', { member })).asking).toBeUndefined();
    expect(await peopleOf()).toEqual([['slack:T1:UA', 'member', 'in']]);
    expect(await owed()).toEqual([
      ['join answered', 'slack:T1:UA'],
      ['join answered', 'slack:T1:UB'],
    ]);
    await join('a', { role: 'observer', joining: 'asked' });
    expect((await fileOf('wg1', 'a')).mine).toEqual({ role: 'observer', state: 'in' });
    expect(await join('a', { role: 'editor', joining: 'asked' })).toMatchObject({ kind: 'stale' });
    expect((await fileOf('wg1', 'a')).mine).toEqual({ role: 'observer', state: 'in' });
  });

  test('who asks is told once, whatever they ask to be meanwhile, and is let in as what was read', async () => {
    await chair('chair');
    await ask();
    for (const role of ['member', 'observer', 'member', 'observer', 'editor'] as const) await join('a', { role, joining: 'asked' });
    expect(await owed()).toEqual([['join asked', 'slack:T1:UCHAIR']]);
    const account = 'slack:T1:UA';
    expect((await store.readAsking(reader, 'wg1', { account })).asking).toMatchObject({ role: 'editor' });
    expect(await store.answerJoin({ group: 'wg1', account, admitted: true, role: 'observer' }, person('chair'))).toBe('nothing');
    expect(await peopleOf()).toEqual([[account, 'editor', 'asked']]);
    expect(await store.answerJoin({ group: 'wg1', account, admitted: true, role: 'editor' }, person('chair'))).toBe('settled');
    expect(await peopleOf()).toEqual([[account, 'editor', 'in']]);
    expect((await store.readAsking(reader, 'wg1', { account })).asking).toBeUndefined();
  });

  test('without a chair, a request to join reaches leadership', async () => {
    await ask();
    await store.appointCoordinator('discord:1', by({ account: 'discord:1' }));
    await join('a', { joining: 'asked' });
    expect(await owed()).toContainEqual(['join asked', 'discord:1']);
    const waiting = async (account: Account) => (await store.readHome({ account }, later)).joinAsked;
    expect(await waiting('discord:1')).toEqual([{ id: 'wg1', name: 'Group 1', number: 1 }]);
    expect(await waiting('slack:T1:UA')).toEqual([]);
    await store.appoint({ group: 'wg1', account: 'slack:T1:UDEPUTY', role: 'deputy' }, person('lead'));
    expect(await waiting('discord:1')).toHaveLength(1);
    expect(await waiting('slack:T1:UDEPUTY')).toEqual([]);
    await store.appoint({ group: 'wg1', account: 'slack:T1:UCHAIR', role: 'chair' }, person('lead'));
    expect(await waiting('discord:1')).toEqual([]);
    expect(await waiting('slack:T1:UCHAIR')).toHaveLength(1);
  });

  test('somebody is removed by whoever speaks for the group, and told', async () => {
    await join('a');
    expect(await store.dismissMember({ group: 'wg1', account: 'slack:T1:UA' }, by())).toBe('settled');
    expect(await store.dismissMember({ group: 'wg1', account: 'slack:T1:UA' }, by())).toBe('nothing');
    expect(await peopleOf()).toEqual([]);
    expect(await owed()).toEqual([['member dismissed', 'slack:T1:UA']]);
  });

  test('whoever once left stays credited when they come back and are removed, as what they were then', async () => {
    await chair('chair');
    await join('a', { role: 'editor' });
    await store.leave('wg1', person('a'));
    await join('a', { role: 'observer' });
    await join('a');
    await store.dismissMember({ group: 'wg1', account: 'slack:T1:UA' }, person('chair'));
    expect(await peopleOf()).toEqual([['slack:T1:UA', 'editor', 'left']]);
    await ask();
    await join('a', { joining: 'asked' });
    await store.answerJoin({ group: 'wg1', account: 'slack:T1:UA', admitted: true }, person('chair'));
    await store.dismissMember({ group: 'wg1', account: 'slack:T1:UA' }, person('chair'));
    expect(await peopleOf()).toEqual([['slack:T1:UA', 'editor', 'left']]);
  });

  test('whoever held an office is credited for it when they are removed later', async () => {
    for (const name of ['a', 'b', 'c']) await chair(name);
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA' }, by());
    await store.handOver({ group: 'wg1', account: 'slack:T1:UD', note: '' }, person('b'));
    await store.acceptChair('wg1', person('d'));
    for (const name of ['A', 'B']) expect(await store.dismissMember({ group: 'wg1', account: `slack:T1:U${name}` }, person('c'))).toBe('settled');
    expect((await peopleOf()).toSorted()).toEqual([
      ['slack:T1:UA', 'chair', 'left'],
      ['slack:T1:UB', 'chair', 'left'],
    ]);
  });

  test('so are they when they leave later, and when the group ends', async () => {
    for (const name of ['a', 'b', 'c']) await chair(name);
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA' }, by());
    await store.handOver({ group: 'wg1', account: 'slack:T1:UD', note: '' }, person('b'));
    await store.acceptChair('wg1', person('d'));
    await join('e', { role: 'editor' });
    for (const name of ['a', 'e']) await store.leave('wg1', person(name));
    await join('e', { role: 'observer' });
    await move('conclude');
    expect((await peopleOf()).toSorted()).toEqual([
      ['slack:T1:UA', 'chair', 'left'],
      ['slack:T1:UB', 'chair', 'left'],
      ['slack:T1:UC', 'chair', 'left'],
      ['slack:T1:UD', 'chair', 'left'],
      ['slack:T1:UE', 'observer', 'left'],
    ]);
  });

  test('the record says what somebody was before they took or left an office, or were removed', async () => {
    await join('a', { role: 'editor' });
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'deputy' }, by());
    await chair('b');
    await store.handOver({ group: 'wg1', account: 'slack:T1:UA', note: '' }, person('b'));
    await store.acceptChair('wg1', person('a'));
    const told = (await fileOf()).events.map(({ act, old }) => [act, old]);
    expect(told).toContainEqual(['deputy appointed', { role: 'editor', state: 'in' }]);
    expect(told).toContainEqual(['chair appointed', undefined]);
    expect(told).toContainEqual(['chair accepted', { role: 'deputy' }]);
    const removal = person('a');
    await store.dismissMember({ group: 'wg1', account: 'slack:T1:UB' }, removal);
    expect((await store.readRecorded(reader, removal.key)).event).toMatchObject({ act: 'member dismissed', old: { role: 'member' } });
  });

  test('leaving an office leaves a membership, and the last chair is missed', async () => {
    await store.appointCoordinator('discord:1', by({ account: 'discord:1' }));
    await join('a');
    await chair('a');
    await chair('b');
    expect(await peopleOf()).toEqual([]);
    await store.appoint({ group: 'wg1', account: 'slack:T1:UB' }, by());
    expect(await peopleOf()).toEqual([['slack:T1:UB', 'member', 'in']]);
    expect(await owed()).toEqual([['lead dismissed', 'slack:T1:UB']]);
    await Promise.all([chair('b'), store.leave('wg1', person('a'))]);
    await store.leave('wg1', person('b'));
    expect(await owed()).toContainEqual(['chair wanted', 'discord:1']);
    expect(await peopleOf()).toContainEqual(['slack:T1:UB', 'chair', 'left']);
  });

  test('two chairs who leave at the same moment do not leave the group unseen', async () => {
    await store.appointCoordinator('discord:1', by({ account: 'discord:1' }));
    for (const group of ['wg1', 'wg2', 'wg3']) {
      await chair('a', group);
      await chair('b', group);
      await Promise.all([store.leave(group, person('a')), store.leave(group, person('b'))]);
    }
    expect((await owed()).filter(([kind]) => kind === 'chair wanted')).toHaveLength(3);
  });

  test('a group is handed over once the new chair accepts, with the chair’s note for them alone', async () => {
    await chair('a');
    await store.handOver({ group: 'wg1', account: 'slack:T1:UB', note: 'Not them.' }, person('a'));
    await store.handOver({ group: 'wg1', account: 'discord:9', note: 'Mind the drafts.' }, person('a'));
    expect(await owed()).toEqual([
      ['handover asked', 'slack:T1:UB'],
      ['handover asked', 'discord:9'],
      ['asked no more', 'slack:T1:UB'],
    ]);
    const { offers } = await store.readPack(reader, 'wg1');
    expect(offers).toMatchObject([{ note: 'Mind the drafts.', member: { accounts: ['discord:9'] } }]);
    expect(await store.acceptChair('wg1', person('b'))).toBe(false);
    expect((await store.readGroup({ account: 'discord:9' }, 'wg1')).chairAsked).toBe(true);
    expect(await store.acceptChair('wg1', by({ account: 'discord:9', space: 'discord:1' }))).toBe(true);
    const { group, chairAsked } = await store.readGroup({ account: 'discord:9' }, 'wg1');
    expect(group?.leads).toMatchObject([{ role: 'chair', member: { accounts: ['discord:9'] } }]);
    expect(chairAsked).toBe(false);
    expect(await peopleOf()).toEqual([['slack:T1:UA', 'member', 'in']]);
    expect((await owed()).at(-1)).toEqual(['handover done', 'slack:T1:UA']);
    expect(await acts()).toEqual(['chair accepted', 'handover asked', 'handover asked', 'chair appointed', 'imported']);
    expect(JSON.stringify((await fileOf()).events)).not.toContain('Mind the drafts');
  });

  test('whoever declines to take over leaves the chair in place, and the chair hears of it', async () => {
    await chair('a');
    await store.handOver({ group: 'wg1', account: 'slack:T1:UB', note: '' }, person('a'));
    expect(await store.declineChair('wg1', person('b'))).toBe(true);
    expect(await store.declineChair('wg1', person('b'))).toBe(false);
    expect((await fileOf()).group?.leads).toMatchObject([{ member: { accounts: ['slack:T1:UA'] } }]);
    expect((await owed()).at(-1)).toEqual(['chair declined', 'slack:T1:UA']);
  });

  test('a chair takes their question back, and whoever was asked hears of it', async () => {
    await chair('a');
    expect(await store.recallHandover('wg1', person('a'))).toBe(false);
    await store.handOver({ group: 'wg1', account: 'slack:T1:UB', note: '' }, person('a'));
    expect(await store.recallHandover('wg1', person('b'))).toBe(false);
    expect(await store.recallHandover('wg1', person('a'))).toBe(true);
    expect((await owed()).at(-1)).toEqual(['asked no more', 'slack:T1:UB']);
    expect(await store.acceptChair('wg1', person('b'))).toBe(false);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['leaves the group', () => store.leave('wg1', person('b'))],
    ['is removed from it', () => store.dismissMember({ group: 'wg1', account: 'slack:T1:UB' }, by())],
    ['is forgotten', () => store.forget(person('b'))],
  ])('a chair hears that whoever they asked to take over %s', async (_what, goes) => {
    await chair('a');
    await join('b');
    await store.handOver({ group: 'wg1', account: 'slack:T1:UB', note: '' }, person('a'));
    await owed();
    await goes();
    expect(await owed()).toContainEqual(['chair declined', 'slack:T1:UA']);
  });

  test('a group that forms begins with its first chair; where all who were asked decline, leadership is told', async () => {
    await store.appointCoordinator('discord:1', by({ account: 'discord:1' }));
    const id = await file(store);
    for (const name of ['a', 'b']) await store.volunteer({ proposal: id, version: 1, kind: 'lead' }, person(name));
    await store.moveProposal({ move: 'establish', id, version: 1, why: '' }, by());
    expect((await fileOf('wg4')).group?.state).toBe('forming');
    await store.declineChair('wg4', person('a'));
    expect((await owed()).filter(([kind]) => kind === 'chair wanted')).toEqual([]);
    await store.declineChair('wg4', person('b'));
    expect((await owed()).filter(([kind]) => kind === 'chair wanted')).toEqual([['chair wanted', 'discord:1']]);
    await chair('c', 'wg4');
    expect((await fileOf('wg4')).group).toMatchObject({ state: 'active', revision: 2, settled: by().at });
    expect((await acts('wg4')).slice(0, 2)).toEqual(['chair appointed', 'group begun']);
  });

  test('a group without anybody who would lead is known to leadership from the beginning', async () => {
    await store.appointCoordinator('discord:1', by({ account: 'discord:1' }));
    const id = await file(store);
    await store.moveProposal({ move: 'establish', id, version: 1, why: '' }, by());
    expect(await owed()).toContainEqual(['chair wanted', 'discord:1']);
  });

  test('what is concluded credits everybody, asks nobody, and is joined no more', async () => {
    await chair('a');
    await join('b', { role: 'editor' });
    await ask();
    await join('c', { joining: 'asked' });
    await store.handOver({ group: 'wg1', account: 'slack:T1:UD', note: '' }, person('a'));
    expect(await move('conclude')).toMatchObject({ kind: 'recorded', value: { state: 'concluded', leads: [] } });
    expect(await peopleOf()).toEqual([
      ['slack:T1:UA', 'chair', 'left'],
      ['slack:T1:UB', 'editor', 'left'],
    ]);
    expect((await owed()).filter(([kind]) => kind === 'asked no more')).toEqual([
      ['asked no more', 'slack:T1:UC'],
      ['asked no more', 'slack:T1:UD'],
    ]);
    expect(await join('d', { joining: 'asked' })).toMatchObject({ kind: 'stale', value: { state: 'concluded' } });
    expect(await store.acceptChair('wg1', person('d'))).toBe(false);
    expect(await fileOf('wg1', 'd')).toMatchObject({ chairAsked: false, people: { asked: 0, left: 2 } });
    expect((await fileOf()).events[0]).toMatchObject({ act: 'group concluded', why: 'to conclude', old: { state: 'active' }, new: { state: 'concluded' } });
  });

  test('opening a group lets in whoever waits, and tells them', async () => {
    await ask();
    await join('a', { role: 'observer', joining: 'asked' });
    await join('b', { joining: 'asked' });
    await owed();
    const { group } = await fileOf();
    const opened = { act: 'group changed', id: 'wg1', revision: group?.revision ?? 0, set: { joining: 'open' }, why: '' } as const;
    await store.recordGroup(opened, person('b', { key: 'opened' }));
    await store.recordGroup(opened, person('b', { key: 'opened' }));
    expect(await peopleOf()).toEqual([
      ['slack:T1:UB', 'member', 'in'],
      ['slack:T1:UA', 'observer', 'in'],
    ]);
    expect((await owed()).filter(([kind]) => kind === 'join answered').toSorted()).toEqual([
      ['join answered', 'slack:T1:UA'],
      ['join answered', 'slack:T1:UB'],
    ]);
  });

  test('who joins while the group is concluded is in before it, or not at all', async () => {
    await Promise.all([move('conclude'), ...Array.from({ length: 8 }, (_, index) => join(`J${index}`))]);
    expect((await peopleOf()).filter(([, , state]) => state === 'in')).toEqual([]);
  });

  test('a group rests and wakes, and missing chairs are told of when it does', async () => {
    await store.appointCoordinator('discord:1', by({ account: 'discord:1' }));
    await move('rest');
    expect((await fileOf()).group?.state).toBe('dormant');
    expect(await owed()).toEqual([]);
    await move('wake');
    expect(await owed()).toEqual([['chair wanted', 'discord:1']]);
  });

  test('people are paged: who asks, who belongs by role, who left', async () => {
    await ask();
    for (const name of ['a', 'b', 'c']) {
      await join(name, { role: name === 'b' ? 'editor' : 'member', joining: 'asked' });
      await store.answerJoin({ group: 'wg1', account: `slack:T1:U${name.toUpperCase()}`, admitted: true }, by());
    }
    await store.leave('wg1', person('a'));
    await join('d', { joining: 'asked' });
    const named = async (skip: number) => {
      const { people, more } = await store.readPeople(reader, 'wg1', skip, 2);
      return [people.map(({ member }) => member.accounts[0]), more];
    };
    expect(await named(0)).toEqual([['slack:T1:UD', 'slack:T1:UB'], true]);
    expect(await named(2)).toEqual([['slack:T1:UC', 'slack:T1:UA'], false]);
    expect(await store.readPeople(reader, 'wg99', 0, 2)).toEqual({ actor: expect.anything(), people: [], more: false });
  });

  test('a pack names fifty people, and says how many more there are', async () => {
    for (let index = 0; index < 53; index += 1) await join(`P${index}`);
    const { pack } = await store.readPack(reader, 'wg1');
    expect([pack?.people.length, pack?.others]).toEqual([50, 3]);
    const view = { words: wordsFor('en'), now: by().at, zone: 'UTC' };
    expect(pack && JSON.stringify(packBlocks(pack, '', view))).toContain('"3 more"');
  });

  test('two accounts that become one person are counted once', async () => {
    await join('a', { role: 'observer' });
    await store.join(wish({ role: 'editor' }), by({ account: 'discord:9', space: 'discord:1' }));
    const { code } = await store.offerLink(person('a'), by().at);
    const enterer = by({ account: 'discord:9', space: 'discord:1' });
    await store.enterLink(code, true, enterer, by().at);
    await confirmLink(store, person('a'), by().at);
    expect((await fileOf()).people).toEqual({ editor: 1, member: 0, observer: 0, asked: 0, left: 0 });
    const { person: found, group } = await store.readGroup(reader, 'wg1', 'discord:9');
    expect(found).toEqual({ role: 'editor', state: 'in', accounts: ['discord:9', 'slack:T1:UA'] });
    const asking = group && removeCard(group, 'discord:9', found?.accounts ?? [], wordsFor('en'));
    expect(asking?.blocks[0]).toEqual({
      kind: 'paragraph',
      text: [{ kind: 'mention', account: 'discord:9', others: ['slack:T1:UA'] }, ' ', { kind: 'code', text: 'discord:9' }],
    });
  });

  test('whoever is credited stays so while they ask again, are declined, take it back, or the group ends', async () => {
    await join('a', { role: 'editor' });
    await store.leave('wg1', person('a'));
    await ask();
    const again = () => join('a', { role: 'observer', joining: 'asked' });
    await again();
    await store.answerJoin({ group: 'wg1', account: 'slack:T1:UA', admitted: false }, by());
    expect(await peopleOf()).toEqual([['slack:T1:UA', 'editor', 'left']]);
    await again();
    await store.leave('wg1', person('a'));
    expect(await peopleOf()).toEqual([['slack:T1:UA', 'editor', 'left']]);
    await again();
    await move('conclude');
    expect(await peopleOf()).toEqual([['slack:T1:UA', 'editor', 'left']]);
  });

  test('a concluded group gets no chair, and a chair who is dismissed hands over to nobody', async () => {
    await chair('a');
    await store.handOver({ group: 'wg1', account: 'slack:T1:UB', note: '' }, person('a'));
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA' }, by());
    expect(await store.acceptChair('wg1', person('b'))).toBe(false);
    await chair('a', 'wg2');
    await move('conclude', 'wg2');
    expect(await chair('c', 'wg2')).toMatchObject({ kind: 'stale', value: { leads: [] } });
    expect(await store.handOver({ group: 'wg2', account: 'slack:T1:UB', note: '' }, person('a'))).toBe('changed');
  });

  test('whom a chair asked may still take over once that chair has stepped down', async () => {
    await chair('a');
    await store.handOver({ group: 'wg1', account: 'slack:T1:UB', note: 'All is in the folder.' }, person('a'));
    await owed();
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA' }, person('a'));
    expect(await owed()).toEqual([]);
    expect(await store.acceptChair('wg1', person('b'))).toBe(true);
    expect(await peopleOf()).toEqual([['slack:T1:UA', 'member', 'in']]);
  });

  test('a chair who handed over meanwhile makes no deputy of the new chair, and ends, pauses or changes nothing', async () => {
    await chair('a');
    const before = (await store.readGroup(person('a'), 'wg1')).group?.revision ?? 0;
    await store.handOver({ group: 'wg1', account: 'slack:T1:UB', note: '' }, person('a'));
    expect(await store.acceptChair('wg1', person('b'))).toBe(true);
    const late = [
      store.appoint({ group: 'wg1', account: 'slack:T1:UB', role: 'deputy', asChair: true }, person('a')),
      store.appoint({ group: 'wg1', account: 'slack:T1:UC', role: 'deputy', asChair: true }, person('a')),
      store.recordGroup({ act: 'group concluded', id: 'wg1', revision: before, set: { state: 'concluded' }, why: 'Done.', asChair: true }, person('a')),
      store.recordGroup({ act: 'group changed', id: 'wg1', revision: before, set: { joining: 'asked' }, why: '', asChair: true }, person('a')),
    ];
    for (const one of await Promise.all(late)) expect(one?.kind).toBe('stale');
    const { group } = await store.readGroup(person('a'), 'wg1');
    expect(group).toMatchObject({ state: 'active', joining: 'open', leads: [{ role: 'chair', member: { accounts: ['slack:T1:UB'] } }] });
    expect(await store.appoint({ group: 'wg1', account: 'slack:T1:UC', role: 'deputy', asChair: true }, person('b'))).toMatchObject({ kind: 'recorded' });
  });

  test('a chair who was dismissed meanwhile lets nobody in and removes nobody, and a coordinator still does', async () => {
    await chair('a');
    await join('b');
    await ask();
    await join('c', { joining: 'asked' });
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA' }, by());
    const answer = (asChair: boolean) => store.answerJoin({ group: 'wg1', account: 'slack:T1:UC', admitted: true, asChair }, person('a'));
    const remove = (asChair: boolean) => store.dismissMember({ group: 'wg1', account: 'slack:T1:UB', asChair }, person('a'));
    expect([await answer(true), await remove(true)]).toEqual(['changed', 'changed']);
    const people = await peopleOf();
    for (const one of [
      ['slack:T1:UC', 'member', 'asked'],
      ['slack:T1:UB', 'member', 'in'],
    ])
      expect(people).toContainEqual(one);
    expect([await answer(false), await remove(false)]).toEqual(['settled', 'settled']);
  });

  test('who would chair a group is appointed while they say so: not once they have left, nor once it has a chair', async () => {
    const accept = (name: string) => store.appoint({ group: 'wg1', account: `slack:T1:U${name.toUpperCase()}`, role: 'chair', offered: true }, person('lead'));
    for (const name of ['a', 'b', 'c']) await store.offerChair('wg1', person(name));
    await store.forget(person('a'));
    expect(await accept('a')).toMatchObject({ kind: 'stale', value: { leads: [] } });
    expect(await store.readActor({ account: 'slack:T1:UA' })).not.toHaveProperty('member');
    await join('a');
    expect(await accept('a')).toMatchObject({ kind: 'stale' });
    for (const again of [0, 1]) expect(await accept('b'), `press ${again}`).toMatchObject({ kind: 'recorded', value: { leads: [{ role: 'chair' }] } });
    expect(await accept('c')).toMatchObject({ kind: 'stale' });
    await store.appoint({ group: 'wg1', account: 'slack:T1:UB' }, person('lead'));
    expect(await accept('c')).toMatchObject({ kind: 'stale' });
  });

  test('of a handover and an appointment at the same moment one is refused, whichever comes first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [old, next] = [`old${round}`, `new${round}`];
      await chair(old);
      await store.handOver({ group: 'wg1', account: `slack:T1:U${next.toUpperCase()}`, note: '' }, person(old));
      await Promise.all([
        store.acceptChair('wg1', person(next)),
        store.appoint({ group: 'wg1', account: `slack:T1:U${next.toUpperCase()}`, role: 'deputy', asChair: true }, person(old)),
      ]);
      const { group } = await store.readGroup(person('a'), 'wg1');
      expect(group?.leads.filter(({ role }) => role === 'chair')).toHaveLength(1);
      for (const { member } of group?.leads ?? []) await store.appoint({ group: 'wg1', account: member.accounts[0] ?? '' }, by());
    }
  });

  /** Whom it was said that a group needs a chair, of what has come to be owed. */
  const wanted = async () => (await owed()).filter(([kind]) => kind === 'chair wanted').map(([, to]) => to);
  const lead = () => store.appointCoordinator('slack:T1:ULEAD', by());
  const handOver = (name: string, to: string) => store.handOver({ group: 'wg1', account: `slack:T1:U${to}`, note: 'As agreed.' }, person(name));

  test('leadership is told once that a group has no chair, whatever happens in it until it has one or rests', async () => {
    await lead();
    await chair('a');
    await handOver('a', 'B');
    await owed();
    let minute = 0;
    const next = (): { readonly at: Date } => ({ at: new Date(by().at.getTime() + 60_000 * ++minute) });
    const leave = (name: string) => store.leave('wg1', person(name, next()));
    await leave('a');
    expect(await wanted()).toEqual(['slack:T1:ULEAD']);
    await store.declineChair('wg1', person('b', next()));
    for (const how of ['pause', 'resume', 'pause', 'resume'] as const) await move(how, 'wg1', by(next()));
    expect(await wanted()).toEqual([]);
    await store.appoint({ group: 'wg1', account: 'slack:T1:UC', role: 'chair' }, by(next()));
    await leave('c');
    expect(await wanted()).toEqual(['slack:T1:ULEAD']);
    await move('rest', 'wg1', by(next()));
    await move('wake', 'wg1', by(next()));
    expect(await wanted()).toEqual(['slack:T1:ULEAD']);
    for (const how of ['pause', 'resume'] as const) await move(how, 'wg1', by(next()));
    expect(await wanted()).toEqual([]);
  });

  test('leadership hears nothing of others who come and go in a group without a chair', async () => {
    await lead();
    for (const role of ['member', 'observer'] as const) {
      await join('a', { role });
      await store.leave('wg1', person('a'));
    }
    await store.appoint({ group: 'wg1', account: 'slack:T1:UB', role: 'deputy' }, by());
    await store.appoint({ group: 'wg1', account: 'slack:T1:UB' }, by());
    expect(await wanted()).toEqual([]);
  });

  test('whoever is appointed or dismissed by somebody else hears of it', async () => {
    await chair('a');
    expect(await owed()).toEqual([]);
    await store.appoint({ group: 'wg1', account: 'slack:T1:UB', role: 'deputy' }, person('a'));
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA' }, by());
    await store.appoint({ group: 'wg1', account: 'slack:T1:UB' }, person('b'));
    expect((await owed()).filter(([kind]) => kind?.startsWith('lead'))).toEqual([
      ['lead appointed', 'slack:T1:UB'],
      ['lead dismissed', 'slack:T1:UA'],
    ]);
  });

  test('whoever leaves, is removed or is appointed is not asked to chair any more', async () => {
    await lead();
    await chair('a');
    await join('b');
    await handOver('a', 'B');
    await store.leave('wg1', person('b'));
    expect(await store.acceptChair('wg1', person('b'))).toBe(false);
    await join('c');
    await handOver('a', 'C');
    await store.dismissMember({ group: 'wg1', account: 'slack:T1:UC' }, person('a'));
    expect(await store.acceptChair('wg1', person('c'))).toBe(false);
    await handOver('a', 'D');
    await chair('d');
    await store.leave('wg1', person('a'));
    expect(await wanted()).toEqual([]);
    await store.leave('wg1', person('d'));
    expect(await wanted()).toEqual(['slack:T1:ULEAD']);
  });

  test('whom a chair asked is asked no more once leadership has made a deputy of that chair', async () => {
    await lead();
    await chair('a');
    await handOver('a', 'B');
    await store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'deputy' }, by());
    expect(await wanted()).toEqual(['slack:T1:ULEAD']);
    expect(await store.acceptChair('wg1', person('b'))).toBe(false);
    expect(await handOver('a', 'B')).toBe('changed');
  });

  test('whom leadership makes a deputy is not asked to chair any more, and whom a chair does is', async () => {
    const proposal = await file(store);
    for (const name of ['a', 'b']) await store.volunteer({ proposal, version: 1, kind: 'lead' }, person(name));
    await store.moveProposal({ move: 'establish', id: proposal, version: 1, why: '' }, by());
    const deputy = (name: string, who: By) => store.appoint({ group: 'wg4', account: `slack:T1:U${name}`, role: 'deputy' }, who);
    await chair('c', 'wg4');
    await deputy('A', by());
    await deputy('B', person('c'));
    expect([await store.acceptChair('wg4', person('a')), await store.acceptChair('wg4', person('b'))]).toEqual([false, true]);
    await chair('c');
    await handOver('c', 'B');
    await owed();
    await store.appoint({ group: 'wg1', account: 'slack:T1:UB', role: 'deputy' }, by());
    expect(await owed()).toEqual([
      ['chair declined', 'slack:T1:UC'],
      ['lead appointed', 'slack:T1:UB'],
    ]);
  });

  test('nobody who chairs the group already is asked to take it over', async () => {
    await chair('a');
    await chair('b');
    await owed();
    expect(await handOver('a', 'B')).toBe('chairs already');
    expect(await owed()).toEqual([]);
    expect((await store.readPack(person('b'), 'wg1')).offers).toEqual([]);
  });

  test('two chairs do not ask the same person, and one who has left hears no answer', async () => {
    await chair('a');
    await chair('c');
    await handOver('a', 'B');
    expect(await handOver('c', 'B')).toBe('asked already');
    expect(await handOver('a', 'B')).toBe('asked');
    await store.leave('wg1', person('a'));
    await owed();
    await store.declineChair('wg1', person('b'));
    expect(await owed()).toEqual([]);
  });
});
