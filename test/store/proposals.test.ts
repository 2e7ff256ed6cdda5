import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProposalChoice } from '../../src/core/choice.ts';
import type { Draft, Help, ProposalChange } from '../../src/core/proposal.ts';
import type { By, Store } from '../../src/core/store.ts';
import { confirmLink } from '../support/links.ts';
import { drain } from '../support/messages.ts';
import { file, leadIn, person, proposalText } from '../support/proposals.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const plan = {
  source: 'a plan',
  milestones: [],
  topics: ['t1', 't2'].map((id) => ({ id, text: `About ${id}.` })),
  groups: [{ id: 'wg1', name: 'First' }],
  confirmations: [],
};
const reader = { account: 'slack:T1:UREADER', space: 'slack:T1' };
const later = new Date('2030-01-01T00:00:00Z');

describe.each(databases)('proposals on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ store, close } = await openTestStore({}, make));
    await store.loadFirst(plan, by());
  });
  afterEach(() => close());

  const fileOf = (id: string, account = 'slack:T1:UREADER') => store.readProposal({ account, space: 'slack:T1' }, id);
  const stateOf = async (id: string) => (await fileOf(id)).overview?.proposal.state;
  const move = (id: string, how: ProposalChange['move'], version = 1, who = by()) => store.moveProposal({ move: how, id, version, why: `to ${how}` }, who);
  const offer = (id: string, name: string, kind?: Help, version = 1) => store.volunteer({ proposal: id, version, ...(kind && { kind }) }, person(name));
  const owed = async () => (await store.readWaiting(later, 50)).map(({ notice, to }) => [notice.kind, to.kind === 'person' ? to.account : to.channel]);

  test('a proposal is numbered, and reads as it was filed; the same form is filed once', async () => {
    const given = person('proposer');
    const filed = await store.propose(proposalText({ wording: 'in March' }), { topic: 't1' }, given);
    expect(filed).toEqual({
      kind: 'recorded',
      value: {
        ...proposalText({ wording: 'in March' }),
        id: 'p1',
        version: 1,
        state: 'proposed',
        topic: 't1',
        member: expect.any(String),
        at: given.at,
        waitingSince: given.at,
      },
    });
    expect(await store.propose(proposalText({ wording: 'in March' }), { topic: 't1' }, given)).toEqual(filed);
    const read = await fileOf('p1');
    expect(read).toMatchObject({ overview: { proposal: filed.kind === 'recorded' ? filed.value : {} }, topic: { id: 't1' }, volunteers: [] });
    expect(read.proposer?.accounts).toEqual(['slack:T1:UPROPOSER']);
    expect(read.events).toMatchObject([{ act: 'proposal filed', new: { name: 'Testing for consumers', when: '2027-03', topic: 't1' } }]);
    expect((await store.readTopics(reader, 0, 50)).topics[0]?.proposals).toEqual(['p1']);
    expect(await fileOf('wg1')).toEqual({
      actor: expect.anything(),
      groupEnded: false,
      decidable: false,
      led: false,
      ownOnce: false,
      volunteers: [],
      events: [],
      drafts: [],
    });
  });

  test('what an author changes in a form before sending it again is the next version, where nothing else has happened', async () => {
    const given = person('proposer');
    const send = async (name: string, who = given) => {
      const sent = await store.propose(proposalText({ name }), {}, who);
      return sent.kind === 'topic closed' ? sent.kind : [sent.kind, sent.value.id, sent.value.version, sent.value.name];
    };
    expect(await send('First')).toEqual(['recorded', 'p1', 1, 'First']);
    expect(await send('Second')).toEqual(['recorded', 'p1', 2, 'Second']);
    expect(await send('Second')).toEqual(['recorded', 'p1', 2, 'Second']);
    expect(await send('First')).toEqual(['recorded', 'p1', 2, 'Second']);
    expect(await send('Third')).toEqual(['stale', 'p1', 2, 'Second']);
    const other = person('proposer');
    expect(await send('Other', other)).toEqual(['recorded', 'p2', 1, 'Other']);
    await move('p2', 'ask');
    expect(await send('Late', other)).toEqual(['stale', 'p2', 1, 'Other']);
    const editing = person('proposer');
    const edit = (name: string) => store.editProposal({ id: 'p2', version: 1, text: proposalText({ name }), why: '' }, editing);
    expect(await edit('Shorter')).toMatchObject({ kind: 'recorded', value: { version: 2, name: 'Shorter' } });
    expect(await edit('Shorter')).toMatchObject({ kind: 'recorded', value: { version: 2 } });
    expect(await edit('Shortest')).toMatchObject({ kind: 'recorded', value: { version: 3, name: 'Shortest' } });
  });

  test('every version is kept, and one that waits already waits on', async () => {
    const id = await file(store);
    const next = proposalText({ name: 'Other' });
    const at = new Date('2022-03-20T12:00:00Z');
    expect(await store.editProposal({ id, version: 1, text: next, why: '' }, person('proposer', { at }))).toMatchObject({
      kind: 'recorded',
      value: { version: 2, name: 'Other', waitingSince: by().at },
    });
    expect(await store.editProposal({ id, version: 1, text: next, why: '' }, person('proposer'))).toMatchObject({ kind: 'stale', value: { version: 2 } });
    expect((await fileOf(id)).events[0]).toMatchObject({ act: 'proposal edited', old: { name: 'Testing for consumers' }, new: { name: 'Other', version: 2 } });
    await move(id, 'ask', 2);
    await store.editProposal({ id, version: 2, text: proposalText(), why: '' }, person('proposer', { at }));
    expect((await fileOf(id)).overview?.proposal).toMatchObject({ state: 'proposed', version: 3, waitingSince: at });
  });

  const texts = { name: 'Half', problem: '', deliverable: '', ending: '', milestone: 'no date' };
  const begin = (draft: Partial<Draft>, who: By, filledWith?: string) => store.keepDraft({ ...texts, ...draft }, filledWith, who);
  const begun = async (name = 'a') => (await store.readProposals(person(name), 0, 10)).drafts;
  const namesOf = async () => (await begun()).map(({ name }) => name);

  test('a draft is its author’s alone, the last of a form stands, and it goes when the form is taken', async () => {
    const form = person('a');
    await begin({ name: 'Earlier', topic: 't1' }, form);
    await begin({ topic: 't1' }, form);
    expect(await begun()).toEqual([{ ...texts, id: expect.stringMatching(/^[0-9a-f]{12}$/), topic: 't1' }]);
    expect((await store.readTopic(person('a'), 't1')).drafts).toEqual(await begun());
    expect(await begun('b')).toEqual([]);
    await file(store, 't1', form);
    expect(await begun()).toEqual([]);
    await begin({ about: 'p1', topic: 't1' }, person('a'));
    expect((await store.readProposal(person('a'), 'p1')).drafts).toMatchObject([{ name: 'Half' }]);
  });

  test('drafts stand beside each other: each goes alone, in the place of the one that its form was filled with', async () => {
    for (const [minute, name] of ['One', 'Two', 'Three'].entries()) await begin({ name }, person('a', { at: new Date(Date.UTC(2022, 2, 16, 12, minute)) }));
    expect(await namesOf()).toEqual(['Three', 'Two', 'One']);
    const [three, two, one] = (await begun()).map(({ id }) => id);
    expect(await store.dropDraft(String(two), person('b'))).toBe(false);
    expect(await store.dropDraft(String(two), person('a'))).toBe(true);
    expect(await namesOf()).toEqual(['Three', 'One']);
    // Two forms that were filled with the same one.
    const at = new Date('2022-03-17T12:00:00Z');
    await begin({ name: 'One, left' }, person('a', { at }), one);
    await begin({ name: 'One, right' }, person('a', { at }), one);
    expect((await namesOf()).toSorted()).toEqual(['One, left', 'One, right', 'Three']);
    await store.propose(proposalText(), { draft: three }, person('a'));
    expect((await namesOf()).toSorted()).toEqual(['One, left', 'One, right']);
  });

  test('a draft that comes from a closed topic, or edits what is decided, is one of something new', async () => {
    const id = await file(store, 't2', person('a'));
    await begin({ topic: 't1' }, person('a', { at: new Date('2022-03-17T12:00:00Z') }));
    await begin({ about: id, topic: 't2' }, person('a'));
    expect((await begun()).map(({ about, topic, over }) => [about, topic, over])).toEqual([
      [undefined, 't1', undefined],
      [id, 't2', undefined],
    ]);
    await store.recordTopic({ act: 'topic retired', id: 't1', version: 1, why: 'done' }, by());
    await move(id, 'decline');
    expect((await begun()).map(({ about, topic, over }) => [about, topic, over])).toEqual([
      [undefined, undefined, 't1'],
      [undefined, 't2', id],
    ]);
  });

  test('a person offers one kind of help, changes it and takes it back; pressed ten times it is one', async () => {
    const id = await file(store);
    await Promise.all(Array.from({ length: 10 }, () => offer(id, 'a', 'write')));
    await store.volunteer({ proposal: id, version: 1, kind: 'lead' }, person('b', { at: new Date('2022-03-16T12:00:00Z') }));
    const counts = async () => (await fileOf(id)).overview?.counts;
    expect(await counts()).toEqual({ lead: 1, write: 1, research: 0, review: 0, observe: 0 });
    await offer(id, 'a', 'review');
    expect((await fileOf(id)).volunteers.map(({ member, kind }) => [member.accounts[0], kind])).toEqual([
      ['slack:T1:UA', 'review'],
      ['slack:T1:UB', 'lead'],
    ]);
    expect((await fileOf(id, 'slack:T1:UA')).mine).toBe('review');
    await offer(id, 'a');
    await offer(id, 'a');
    expect(await counts()).toMatchObject({ review: 0, lead: 1 });
    await move(id, 'withdraw', 1, person('proposer'));
    expect(await offer(id, 'c', 'write')).toMatchObject({ kind: 'stale', value: { state: 'withdrawn' } });
    expect((await store.readProposals(reader, 0, 10)).proposals).toEqual([]);
    expect((await store.readTopics(reader, 0, 50)).topics[0]?.proposals).toEqual([]);
  });

  test.each(['withdraw', 'decline'] as const)('offers end with what they are for: %s tells everybody and leaves none', async (how) => {
    const id = await file(store);
    await offer(id, 'a', 'lead');
    await move(id, how, 1, how === 'withdraw' ? person('proposer') : by());
    expect(await owed()).toContainEqual(['proposal moved', 'slack:T1:UA']);
    expect(await fileOf(id, 'slack:T1:UA')).toMatchObject({ volunteers: [], overview: { counts: { lead: 0 } } });
    const { help, record } = (await store.readPersonal(person('a'))).data;
    expect(help).toEqual([]);
    expect(record).toMatchObject([{ act: 'help offered' }]);
  });

  test('when Establish and Decline are pressed at the same moment one wins and the other is told', async () => {
    const id = await file(store, 't1');
    const both = await Promise.all([move(id, 'establish'), move(id, 'decline')]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['recorded', 'stale']);
    const state = await stateOf(id);
    expect(both.map((one) => ('value' in one ? one.value.state : ''))).toEqual([state, state]);
    expect((await store.readGroups(reader, 0, 10)).groups).toHaveLength(state === 'established' ? 2 : 1);
    expect((await fileOf(id)).events).toHaveLength(2);
  });

  test('of somebody who has left no changes are asked', async () => {
    const id = await file(store);
    await store.forget(person('proposer'));
    expect(await store.moveProposal({ move: 'ask', id, version: 1, why: 'More.' }, person('lead'))).toEqual({ kind: 'proposer gone' });
    expect((await store.readProposal({ account: 'terminal:local' }, id)).overview?.proposal.state).toBe('proposed');
  });

  test('a decision on an older version changes nothing', async () => {
    const id = await file(store);
    await store.editProposal({ id, version: 1, text: proposalText({ name: 'Other' }), why: '' }, person('proposer'));
    expect(await move(id, 'establish', 1)).toMatchObject({ kind: 'stale', value: { version: 2, state: 'proposed' } });
  });

  test('what is established has its group, charter, milestone, members and topic, all at once and once', async () => {
    const id = await file(store, 't1');
    for (const [name, kind] of [
      ['a', 'lead'],
      ['b', 'write'],
      ['c', 'observe'],
    ] as const)
      await offer(id, name, kind);
    const given = by({ at: new Date('2022-04-01T00:00:00Z') });
    const done = await move(id, 'establish', 1, given);
    expect(done).toMatchObject({ kind: 'recorded', value: { state: 'established', group: 'wg2' } });
    expect(await move(id, 'establish', 1, given)).toEqual(done);
    const { group, events } = await store.readGroup(reader, 'wg2');
    expect(group).toMatchObject({
      name: 'Testing for consumers',
      state: 'forming',
      charter: 'Nobody tests for them.\n\nA guide for consumer bodies.\n\nWhen the guide is out.',
      leads: [],
    });
    expect(events).toMatchObject([{ act: 'group established', new: { proposal: id } }]);
    expect((await store.readTimeline(reader, {}, 0, 10)).milestones).toMatchObject([{ id: 'm1', group: 'wg2', text: 'Outline agreed in March 2027' }]);
    expect(await store.readTopic(reader, 't1')).toMatchObject({ overview: { topic: { state: 'adopted', group: 'wg2' } }, groupName: 'Testing for consumers' });
    const told = (await drain(store, later)).filter(([, to]) => to === 'slack:T1:UA');
    expect(told.slice(-2)).toEqual([
      ['proposal moved', 'slack:T1:UA'],
      ['chair asked', 'slack:T1:UA'],
    ]);
  });

  test('whoever offered to lead becomes chair when they accept, and nobody else does', async () => {
    const id = await file(store);
    await offer(id, 'a', 'lead');
    await offer(id, 'b', 'write');
    await move(id, 'establish');
    expect(await store.acceptChair('wg2', person('b'))).toBe(false);
    const accepted = await Promise.all([store.acceptChair('wg2', person('a')), store.acceptChair('wg2', person('a'))]);
    expect(accepted.toSorted()).toEqual([false, true]);
    expect((await store.readGroup(reader, 'wg2')).group?.leads.map(({ role, member }) => [role, member.accounts[0]])).toEqual([['chair', 'slack:T1:UA']]);
  });

  test('a topic is taken up once: other proposals from it are refused with the group that has it', async () => {
    const ids = await Promise.all(['a', 'b'].map((name) => file(store, 't1', person(name))));
    const both = await Promise.all(ids.map((id) => move(id, 'establish')));
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['recorded', 'topic closed']);
    const refused = await store.propose(proposalText(), { topic: 't1' }, person('c'));
    expect(refused).toMatchObject({ kind: 'topic closed', topic: { group: 'wg2' }, groupName: 'Testing for consumers' });
    const [left] = (await store.readProposals(reader, 0, 10)).proposals;
    expect(left?.proposal).toMatchObject({ state: 'proposed', topic: 't1' });
    const { id = '', member = '' } = left?.proposal ?? {};
    const author = (await store.readActor(person('a'))).member === member ? 'a' : 'b';
    const edited = await store.editProposal({ id, version: 1, text: proposalText(), why: '' }, person(author));
    expect(edited.value).not.toHaveProperty('topic');
    expect((await fileOf(id)).events[0]).toMatchObject({ act: 'proposal edited', old: { topic: 't1' }, new: { topic: null } });
    expect(await move(id, 'establish', 2)).toMatchObject({ kind: 'recorded', value: { group: 'wg3' } });
  });

  test('a topic is taken up again once its group is concluded, and the record says by whom it was before', async () => {
    await move(await file(store, 't1'), 'establish');
    const { group } = await store.readGroup(reader, 'wg2');
    await store.recordGroup({ act: 'group concluded', id: 'wg2', revision: group?.revision ?? 0, set: { state: 'concluded' }, why: 'done' }, by());
    expect(await store.readTopic(reader, 't1')).toMatchObject({ groupEnded: true });
    await begin({ topic: 't1' }, person('a'));
    expect(await begun()).toMatchObject([{ topic: 't1' }]);
    expect((await begun())[0]).not.toHaveProperty('over');
    const id = await file(store, 't1', person('c'));
    expect(await fileOf(id)).toMatchObject({ topic: { state: 'adopted' }, groupEnded: true });
    expect(await move(id, 'establish')).toMatchObject({ kind: 'recorded', value: { group: 'wg3' } });
    const again = await store.readTopic(reader, 't1');
    expect(again).toMatchObject({ overview: { topic: { group: 'wg3' } }, groupEnded: false, events: [{ old: { state: 'adopted', group: 'wg2' } }, {}, {}] });
  });

  test('a choice among open ones is of all, of one’s own, or of those of others; of the only one all is told', async () => {
    for (const name of ['a', 'a', 'b']) await file(store, undefined, person(name));
    const found = async (choice: ProposalChoice, who = person('b')) =>
      (await store.findProposals(who, 10, choice)).proposals.map(({ proposal }) => proposal.id);
    expect(await found('all')).toEqual(['p3', 'p2', 'p1']);
    expect(await found('own')).toEqual(['p3']);
    expect(await found('others')).toEqual(['p2', 'p1']);
    expect(await found('own', person('nobody'))).toEqual([]);
    expect(await store.findProposals(person('b'), 10, 'own')).toMatchObject({ overview: { proposal: { id: 'p3' } }, anyOpen: true });
    expect(await store.findProposals(person('nobody'), 10, 'own')).not.toHaveProperty('overview');
  });

  test('leadership hears of it in its channels, and directly where there is none', async () => {
    for (const account of ['slack:T1:UK', 'slack:T1:UPROPOSER']) await store.appointCoordinator(account, by({ account, space: 'slack:T1' }));
    await file(store);
    expect(await owed()).toEqual([['proposal filed', 'slack:T1:UK']]);
    await store.appointCoordinator('discord:9', by({ account: 'discord:9', space: 'discord:1' }));
    await leadIn(store, 'CLEAD');
    await file(store);
    expect((await owed()).filter(([kind, to]) => kind === 'proposal card' || to === 'discord:9')).toEqual([
      ['proposal card', 'CLEAD'],
      ['proposal filed', 'discord:9'],
    ]);
    expect((await owed()).filter(([, to]) => to === 'slack:T1:UK')).toHaveLength(1);
    expect(await store.leadNoMore(person('k'))).toBe(true);
    expect(await store.leadNoMore(person('k'))).toBe(false);
  });

  test('whoever proposed something, left and is back is offered no decision on it', async () => {
    await store.appointCoordinator('slack:T1:UPROPOSER', by());
    const id = await file(store);
    await store.forget(person('proposer'));
    for (const name of ['PROPOSER', 'K']) {
      await store.appointCoordinator(`slack:T1:U${name}`, by());
      expect((await fileOf(id)).decidable).toBe(name === 'K');
    }
    const seen = async (account: string) => {
      const { ownOnce } = await store.readProposal({ account }, id);
      const { waitingProposals, moreProposals } = await store.readHome({ account }, new Date());
      return [ownOnce, waitingProposals.map(({ proposal }) => proposal.id), moreProposals];
    };
    expect(await seen('slack:T1:UPROPOSER')).toEqual([true, [], 0]);
    expect(await seen('slack:T1:UK')).toEqual([false, [id], 0]);
  });

  test('whoever had an account with the proposer when it was proposed is offered no decision on it either', async () => {
    for (const name of ['k', 'l']) await store.appointCoordinator(`slack:T1:U${name.toUpperCase()}`, person(name));
    const { code } = await store.offerLink(person('k'), later);
    await store.enterLink(code, true, person('proposer'), later);
    await confirmLink(store, person('k'), later);
    const id = await file(store);
    await store.unlink(person('k'));
    await move(id, 'ask');
    await store.editProposal({ id, version: 1, text: proposalText({ name: 'Other' }), why: '' }, person('proposer'));
    expect((await drain(store, later)).filter(([kind]) => kind?.startsWith('proposal filed'))).toEqual([
      ['proposal filed', 'slack:T1:UL'],
      ['proposal filed again', 'slack:T1:UL'],
    ]);
    const offered = async (name: string) => (await store.findProposals(person(name), 10, 'others')).proposals.map(({ proposal }) => proposal.id);
    expect([await offered('k'), await offered('l')]).toEqual([[], [id]]);
  });

  test('somebody can decide where somebody else leads, by appointment or by configuration', async () => {
    const decidable = async (id: string) => [(await fileOf(id)).decidable, (await store.findProposals(person('proposer'), 10, 'own')).decidable];
    const id = await file(store);
    expect(await decidable(id)).toEqual([false, false]);
    await store.appointCoordinator('slack:T1:UPROPOSER', by());
    expect(await decidable(id)).toEqual([false, false]);
    await store.appointCoordinator('slack:T1:UK', by());
    expect(await decidable(id)).toEqual([true, true]);
    const named = await openTestStore({ coordinators: ['slack:T1:UPROPOSER'] }, make);
    await file(named.store);
    expect((await named.store.readProposal(reader, 'p1')).decidable).toBe(false);
    await file(named.store, undefined, person('other'));
    expect((await named.store.readProposal(reader, 'p2')).decidable).toBe(true);
    await named.close();
  });

  test('leadership’s home shows what waits, the oldest first, and nobody else’s does', async () => {
    for (const day of ['2022-03-02', '2022-03-01']) await file(store, undefined, person('proposer', { at: new Date(day) }));
    const asked = await file(store);
    await move(asked, 'ask');
    const home = await store.readHome({ account: 'terminal:operator', space: 'terminal:local' }, later);
    expect(home.waitingProposals.map(({ proposal }) => proposal.id)).toEqual(['p2', 'p1']);
    expect((await store.readHome(reader, later)).waitingProposals).toEqual([]);
  });

  test('open ones are paged, the newest first', async () => {
    for (let index = 0; index < 3; index += 1) await file(store);
    const page = await store.readProposals(reader, 0, 2);
    expect([page.proposals.map(({ proposal }) => proposal.id), page.skip, page.total]).toEqual([['p3', 'p2'], 0, 3]);
    const last = await store.readProposals(reader, 2, 2);
    expect(last.proposals.map(({ proposal }) => proposal.id)).toEqual(['p1']);
    expect(await store.readProposals(reader, 9, 2)).toEqual(last);
  });
});
