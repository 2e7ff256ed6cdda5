import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { By, Store } from '../../src/core/store.ts';
import { facts, planOfGroups } from '../support/groups.ts';
import { confirmLink } from '../support/links.ts';
import { when } from '../support/milestones.ts';
import { leadIn, person, proposalText } from '../support/proposals.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const planned = { when: when('2023-05'), source: 'a chair' };
const real = new Date('2030-01-01T00:00:00.000Z');
const milestone = { text: 'A workshop.', planned, dependsOn: [] };

/** Every row of every table, as a backup holds it. */
function everything(store: Store): Promise<string[]> {
  return store.dump(async ({ rows }) => {
    const all: string[] = [];
    for await (const { table, row } of rows()) all.push(`${table} ${row}`);
    return all.toSorted();
  });
}

/**
 * A group with a chair, one without, one that has ended and one that asks whom it lets in; two milestones, one of which waits for the other, and one
 * that was proposed and declined; a topic, one that was retired, and a proposal by somebody with two accounts.
 */
async function furnish(store: Store): Promise<void> {
  await store.loadFirst(planOfGroups(4), by());
  await leadIn(store, 'C1');
  for (const group of ['wg1', 'wg4']) await store.appoint({ group, account: 'slack:T1:UCHAIR', role: 'chair' }, by());
  await store.appoint({ group: 'wg1', account: 'slack:T1:UOTHER', role: 'chair' }, by());
  await store.recordGroup({ act: 'group concluded', id: 'wg3', revision: 1, set: { state: 'concluded' }, why: '' }, by());
  await store.recordGroup({ act: 'group changed', id: 'wg4', revision: 1, set: { joining: 'asked' }, why: '' }, by());
  await store.join({ group: 'wg4', role: 'observer', joining: 'asked' }, person('observer'));
  await store.answerJoin({ group: 'wg4', account: 'slack:T1:UOBSERVER', admitted: true }, person('chair'));
  await store.handOver({ group: 'wg1', account: 'slack:T1:UASKED', note: '' }, person('other'));
  await store.recordMilestone({ act: 'added', revision: 0, set: milestone, why: '' }, by());
  await store.recordMilestone({ act: 'added', revision: 0, set: { ...milestone, dependsOn: ['m1'] }, why: '' }, by());
  await store.proposeMilestone({ ...milestone, group: 'wg1' }, person('chair'));
  await store.decideMilestone({ id: 'm3', accepted: false, why: '' }, person('lead'));
  for (const text of ['A topic.', 'Another.']) await store.recordTopic({ act: 'topic added', version: 0, text, why: '' }, by());
  await store.recordTopic({ act: 'topic retired', id: 't2', version: 1, why: '' }, by());
  await store.propose(proposalText(), {}, person('proposer'));
  const { code } = await store.offerLink(person('proposer'), real);
  await store.enterLink(code, true, person('again'), real);
  await confirmLink(store, person('proposer'), real);
}

/** Somebody whom the record knows, at the time of a stranger. */
function as(name: string, { at, key }: By): By {
  return person(name, { at, key });
}

type Refused = readonly [name: string, act: (store: Store, stranger: By) => Promise<unknown>, answer: unknown];

const refused: readonly Refused[] = [
  ['an office given in one that has ended', (store, who) => store.appoint({ group: 'wg3', account: 'slack:T1:UNAMED', role: 'chair' }, who), { kind: 'stale' }],
  [
    'a deputy made by no chair',
    (store, who) => store.appoint({ group: 'wg1', account: 'slack:T1:UNAMED', role: 'deputy', asChair: true }, who),
    { kind: 'stale' },
  ],
  ['an office in no group', (store, who) => store.appoint({ group: 'wg9', account: 'slack:T1:UNAMED', role: 'chair' }, who), undefined],
  [
    'a group as it was',
    (store, who) => store.recordGroup({ act: 'group changed', id: 'wg1', revision: 9, set: { name: 'x' }, why: '' }, who),
    { kind: 'stale' },
  ],
  ['a group handed over by no chair', (store, who) => store.handOver({ group: 'wg1', account: 'slack:T1:UNAMED', note: '' }, who), 'changed'],
  ['to themselves', (store, who) => store.handOver({ group: 'wg1', account: who.account, note: '' }, who), 'own'],
  ['to a chair', (store, who) => store.handOver({ group: 'wg1', account: 'slack:T1:UOTHER', note: '' }, as('chair', who)), 'chairs already'],
  ['to whom another asks', (store, who) => store.handOver({ group: 'wg1', account: 'slack:T1:UASKED', note: '' }, as('chair', who)), 'asked already'],
  ['what nobody asked, accepted', (store, who) => store.acceptChair('wg1', who), false],
  ['what nobody asked, declined', (store, who) => store.declineChair('wg1', who), false],
  ['what nobody asked, taken back', (store, who) => store.recallHandover('wg1', who), false],
  ['the chair of a group that has one', (store, who) => store.offerChair('wg1', who), 'changed'],
  ['joining as the group was', (store, who) => store.join({ group: 'wg1', role: 'member', joining: 'asked' }, who), { kind: 'stale' }],
  [
    'a role that is for the chair to give',
    (store, who) => store.join({ group: 'wg4', role: 'editor', joining: 'asked' }, as('observer', who)),
    { kind: 'stale' },
  ],
  ['leaving where they are nothing', (store, who) => store.leave('wg1', who), false],
  ['letting in whom nobody knows', (store, who) => store.answerJoin({ group: 'wg4', account: 'slack:T1:UNAMED', admitted: true }, who), 'nothing'],
  ['letting in who does not ask', (store, who) => store.answerJoin({ group: 'wg4', account: 'slack:T1:UASKED', admitted: true }, who), 'nothing'],
  ['turning away who does not ask', (store, who) => store.answerJoin({ group: 'wg4', account: 'slack:T1:UASKED', admitted: false }, who), 'nothing'],
  ['removing who is nothing there', (store, who) => store.dismissMember({ group: 'wg4', account: 'slack:T1:UASKED' }, who), 'nothing'],
  ['removing by no chair', (store, who) => store.dismissMember({ group: 'wg4', account: 'slack:T1:UOBSERVER', asChair: true }, who), 'changed'],
  ['a decision on another version', (store, who) => store.moveProposal({ move: 'decline', id: 'p1', version: 9, why: '' }, who), { kind: 'stale' }],
  ['a decision on their own', (store, who) => store.moveProposal({ move: 'decline', id: 'p1', version: 1, why: '' }, as('proposer', who)), { kind: 'own' }],
  [
    'other words for another version',
    (store, who) => store.editProposal({ id: 'p1', version: 9, text: proposalText({ name: 'x' }), why: '' }, who),
    { kind: 'stale' },
  ],
  ['help for another version', (store, who) => store.volunteer({ proposal: 'p1', version: 9, kind: 'write' }, who), { kind: 'stale' }],
  ['a proposal from a topic that is closed', (store, who) => store.propose(proposalText(), { topic: 't2' }, who), { kind: 'topic closed' }],
  [
    'other words for a topic as it was',
    (store, who) => store.recordTopic({ act: 'topic reworded', id: 't1', version: 9, text: 'x', why: '' }, who),
    { kind: 'stale' },
  ],
  ['interest in a topic that is closed', (store, who) => store.sayInterest({ topic: 't2', version: 1, kind: 'join' }, who), { kind: 'stale' }],
  ['a draft that is not there', (store, who) => store.dropDraft('none', who), false],
  [
    'a milestone that waits for none',
    (store, who) => store.recordMilestone({ act: 'added', revision: 0, set: { ...milestone, dependsOn: ['m9'] }, why: '' }, who),
    { kind: 'missing', missing: 'm9' },
  ],
  [
    'a milestone that waits for itself',
    (store, who) => store.recordMilestone({ act: 'changed', id: 'm1', revision: 1, set: { dependsOn: ['m2'] }, why: '' }, who),
    { kind: 'circle', circle: ['m1', 'm2', 'm1'] },
  ],
  [
    'a milestone as it was',
    (store, who) => store.recordMilestone({ act: 'changed', id: 'm1', revision: 9, set: { text: 'x' }, why: '' }, who),
    { kind: 'stale' },
  ],
  [
    'a proposed one that waits for none',
    (store, who) => store.proposeMilestone({ ...milestone, dependsOn: ['m9'], group: 'wg1' }, who),
    { kind: 'missing', missing: 'm9' },
  ],
  ['a date for what is decided', (store, who) => store.redateMilestone({ id: 'm3', when: when('2024') }, who), { kind: 'stale' }],
  ['a decision on what is decided', (store, who) => store.decideMilestone({ id: 'm3', accepted: true, why: '' }, who), { kind: 'stale' }],
  [
    'an update of a group that has ended',
    (store, who) => store.recordUpdate({ group: 'wg3', week: '2022-03-14', revision: 0, facts }, who),
    { kind: 'concluded' },
  ],
  [
    'an update by whoever speaks for it no more',
    (store, who) => store.recordUpdate({ group: 'wg1', week: '2022-03-14', revision: 0, facts, asLead: true }, who),
    { kind: 'dismissed' },
  ],
  ['the first coordinator where there is one', (store, who) => store.claim(who), false],
  ['a right given to their other account', (store, who) => store.appointCoordinator('slack:T1:UAGAIN', as('proposer', who)), 'own'],
  ['the end of an office that nobody holds', (store, who) => store.dismissCoordinator('slack:T1:UNAMED', who), 'unknown'],
  ['a space that has not asked', (store, who) => store.acceptSpace('slack:T9', who), false],
  ['a link that does not wait', (store, who) => store.confirmLink('none', who, real), undefined],
  ['parting from nobody', (store, who) => store.unlink(who), undefined],
  ['the end of a channel that gets nothing', (store, who) => store.unsubscribe({ space: 'slack:T1', channel: 'C9' }, who), undefined],
  ['the end of leadership where it reads nothing', (store, who) => store.leadNoMore({ ...who, space: 'slack:T9' }), false],
];

describe.each(databases)('what is refused on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  let day = 0;
  beforeAll(async () => {
    ({ store, close } = await openTestStore({ coordinators: ['slack:T1:ULEAD'] }, make));
    await furnish(store);
  });
  afterAll(() => close());

  test.each(refused)('changes nothing, also when it is sent again: %s', async (_, act, answer) => {
    const before = await everything(store);
    day += 1;
    const stranger = person(`stranger${day}`, { at: new Date(Date.UTC(2022, 2, 15 + day, 12)) });
    for (const _once of [1, 2]) {
      if (typeof answer === 'object') expect(await act(store, stranger)).toMatchObject(answer ?? {});
      else expect(await act(store, stranger)).toBe(answer);
    }
    expect(await everything(store)).toEqual(before);
  });

  test('is judged anew when it is sent again, and counts once it is done', async () => {
    const asker = person('asker');
    const handover = { group: 'wg2', account: 'slack:T1:UNEXT', note: '' };
    expect(await store.handOver(handover, asker)).toBe('changed');
    await store.appoint({ group: 'wg2', account: asker.account, role: 'chair' }, by());
    for (const _once of [1, 2]) expect(await store.handOver(handover, asker)).toBe('asked');
    expect((await store.readPack(asker, 'wg2')).offers).toHaveLength(1);
  });
});
