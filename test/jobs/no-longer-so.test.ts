import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Card } from '../../src/chat/card.ts';
import { type GroupMove, groupActs, groupTable } from '../../src/core/group.ts';
import { usualSubscription } from '../../src/core/subscription.ts';
import deliver from '../../src/jobs/deliver.ts';
import { act } from '../support/house.ts';
import { appointChair, openTestJobs, posted, type TestJobs } from '../support/jobs.ts';
import { begin } from '../support/messages.ts';
import { file, person, proposalText } from '../support/proposals.ts';
import { by } from '../support/store.ts';

// Thursdays at 10:00 UTC are when the groups of the plan are asked.
const asked = '2026-11-26T10:00:00Z';
const chair = 'slack:T1:UCHAIR';

let jobs: TestJobs;
beforeEach(async () => {
  jobs = await openTestJobs('2026-11-24T12:00:00Z');
  await jobs.store.acceptSpace('slack:T1', person('chair', { at: jobs.clock.now }));
});
afterEach(() => jobs.close());

const now = () => by({ at: jobs.clock.now });

/** Lets what is owed at an instant wait, while the platform asks for patience, and forgets that it was tried. */
async function holdBack(instant: string): Promise<void> {
  const { answer } = jobs.slack;
  jobs.slack.answer = () => Promise.resolve({ kind: 'later', milliseconds: 600_000, problem: 'down' });
  await jobs.tick(instant);
  jobs.slack.answer = answer;
  jobs.slack.calls.length = 0;
}

/** What is delivered half an hour after the question was due, or at another instant; nothing is looked for then. */
async function delivered(at = '2026-11-26T10:30:00Z'): Promise<string[]> {
  jobs.clock.now = new Date(at);
  await deliver.run(jobs.context);
  const { waiting, failed, uncertain } = await jobs.store.readStatus(now(), jobs.clock.now);
  expect({ waiting, failed, uncertain }).toEqual({ waiting: 0, failed: 0, uncertain: 0 });
  return posted(jobs.slack).map((line) => line.slice(17));
}

async function move(how: Exclude<GroupMove, 'begin'>): Promise<void> {
  const { group } = await jobs.store.readGroup(now(), 'wg1');
  const state = groupTable[group?.state ?? 'concluded'][how];
  if (state === undefined) throw new Error(`the table knows no ${how}`);
  await jobs.store.recordGroup({ act: groupActs[how], id: 'wg1', revision: group?.revision ?? 0, set: { state }, why: '' }, now());
}

describe('a question that was owed before it is sent', () => {
  beforeEach(async () => {
    await appointChair(jobs, 'wg1', chair);
    await holdBack(asked);
  });

  it('is asked where nothing has changed', async () => {
    expect(await delivered()).toEqual([`${chair}: What is new in Security by design?`]);
  });

  it('is asked two hours after its hour at the latest, and noted where it would come later', async () => {
    const skipped = async () => (await jobs.store.readGroup(now(), 'wg1')).events.filter(({ act: one }) => one === 'prompt skipped').map((event) => event.new);
    expect(await delivered('2026-11-26T12:00:01Z')).toEqual([]);
    expect(await skipped()).toContainEqual({ duty: 'prompt wg1 2026-11-23', due: '2026-11-26T10:00:00.000Z' });
    await jobs.tick('2026-11-27T10:00:00Z');
    expect(posted(jobs.slack)).toEqual([`2026-11-27T10:00 ${chair}: A reminder: the update of Security by design`]);
  });

  it('is looked for where its sending broke off and it is answered meanwhile, and not asked any more', async () => {
    const [owed] = await jobs.store.readWaiting(new Date('2026-11-26T10:30:00Z'), 1);
    await begin(jobs.store, owed, jobs.real.now);
    await jobs.store.recordUpdate({ group: 'wg1', week: '2026-11-23', revision: 0, facts: { status: 'on track', done: 'A draft.' } }, person('chair'));
    jobs.real.now = new Date(jobs.real.now.getTime() + 61_000);
    expect(await delivered()).toEqual([`${chair}: nothing`]);
    const { message } = await jobs.store.readMessage(now(), owed?.id ?? '');
    expect(message).toMatchObject({ state: 'skipped', problem: 'facts gone' });
  });

  it('is asked however late where somebody wants it posted again', async () => {
    const { answer } = jobs.slack;
    jobs.slack.answer = () => Promise.resolve({ kind: 'refused', problem: 'invalid_blocks' });
    jobs.clock.now = new Date('2026-11-26T10:30:00Z');
    await deliver.run(jobs.context);
    jobs.slack.answer = answer;
    const [id = ''] = jobs.slack.calls.splice(0).map(({ posting }) => posting.key);
    await jobs.store.postAgain(id, by({ at: new Date('2026-11-27T15:00:00Z') }));
    expect(await delivered('2026-11-27T15:00:00Z')).toEqual([`${chair}: What is new in Security by design?`]);
  });

  it('is not asked where its week is answered, a later one as well', async () => {
    for (const week of ['2026-11-23', '2026-11-30'])
      await jobs.store.recordUpdate({ group: 'wg1', week, revision: 0, facts: { status: 'on track', done: 'A draft.' } }, person('chair'));
    expect(await delivered()).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['its group is paused', () => move('pause')],
    ['its group is put to rest', () => move('rest')],
    ['its group is concluded', () => move('conclude')],
    ['whoever is asked speaks for it no more', () => jobs.store.leave('wg1', person('chair'))],
    ['whoever is asked is away', () => jobs.store.setPersonal({ absence: { from: '2026-11-26' } }, person('chair'))],
    ['whoever is asked wants no questions', () => jobs.store.setPersonal({ reminders: 'never' }, person('chair'))],
    [
      'it is answered',
      () => jobs.store.recordUpdate({ group: 'wg1', week: '2026-11-23', revision: 0, facts: { status: 'on track', done: 'A draft.' } }, person('chair')),
    ],
  ])('is not asked once %s', async (_what, happens) => {
    await happens();
    expect(await delivered()).not.toContain(`${chair}: What is new in Security by design?`);
  });
});

test('silence is not told once it has ended', async () => {
  await jobs.store.appointCoordinator('slack:T1:ULEAD', person('lead', { at: jobs.clock.now }));
  await holdBack('2026-12-28T12:00:00Z');
  await move('pause');
  await jobs.store.recordUpdate({ group: 'wg2', week: '2026-12-21', revision: 0, facts: { status: 'on track', done: 'A draft.' } }, now());
  await jobs.tick('2026-12-28T13:00:00Z');
  expect(posted(jobs.slack).map((line) => line.slice(17))).toEqual([
    'slack:T1:ULEAD: Procurement, supply chain management and the business case has been silent for four weeks',
  ]);
});

describe('that a chair is wanted', () => {
  beforeEach(async () => {
    await jobs.store.appointCoordinator('slack:T1:ULEAD', person('lead', { at: jobs.clock.now }));
    const news = { ...usualSubscription, digest: false, news: true, language: 'en', zone: 'UTC' } as const;
    await jobs.store.subscribe({ space: 'slack:T1', channel: 'CNEWS' }, news, now());
    await appointChair(jobs, 'wg1', chair);
    await jobs.store.leave('wg1', person('chair', { at: jobs.clock.now }));
  });

  it('is told to leadership and in the news', async () => {
    expect((await delivered()).toSorted()).toEqual(['slack:T1/CNEWS: wg1 needs a chair', 'slack:T1:ULEAD: wg1 needs a chair']);
    const buttons = jobs.slack.calls.map(({ posting: { to, card } }) => [to.kind, card.buttons.map(({ label }) => label).slice(0, 2)]);
    expect(Object.fromEntries(buttons)).toEqual({ channel: ['I would chair it', 'Join'], person: ['Appoint', 'People'] });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['it has one', () => appointChair(jobs, 'wg1', 'terminal:other')],
    ['it rests', () => move('rest')],
  ])('is told to nobody once %s', async (_what, happens) => {
    await happens();
    expect(await delivered()).toEqual([]);
  });
});

test('nobody is asked to chair a group any more once they have answered', async () => {
  const id = await file(jobs.store);
  for (const name of ['a', 'b']) await jobs.store.volunteer({ proposal: id, version: 1, kind: 'lead' }, person(name));
  await jobs.store.moveProposal({ move: 'establish', id, version: 1, why: 'Wanted.' }, person('lead', { at: jobs.clock.now }));
  await jobs.store.acceptChair('wg4', person('a'));
  expect((await delivered()).filter((line) => line.includes('chair'))).toEqual(['slack:T1:UB: Will you chair wg4?']);
});

test('a request to join shows what is wanted when it is sent, and is not granted as something else by a button from before', async () => {
  const asks = (role: 'observer' | 'member' | 'editor') => jobs.store.join({ group: 'wg1', role, joining: 'asked' }, person('a'));
  const press = (sender: string, card: Card | undefined) => {
    const [button] = card?.buttons ?? [];
    if (button?.kind !== 'act') throw new Error('no button to press');
    return jobs.doors.handle(act(button.invoke.command, button.invoke.options, { sender, space: 'slack:T1' }));
  };
  await appointChair(jobs, 'wg1', chair);
  await jobs.store.recordGroup({ act: 'group changed', id: 'wg1', revision: 1, set: { joining: 'asked' }, why: '' }, now());
  await asks('observer');
  await asks('member');
  expect(await delivered()).toEqual([`${chair}: Somebody asks to join wg1`]);
  const sent = jobs.slack.calls[0]?.posting.card;
  expect(JSON.stringify(sent)).toContain('asks to join as a member');
  await asks('editor');
  const again = await press(chair, sent);
  expect(JSON.stringify(again)).toContain('asks to join as an editor');
  const peopleOf = async () => (await jobs.store.readPeople(now(), 'wg1', 0, 9)).people.map(({ role, state }) => [role, state]);
  expect(await peopleOf()).toEqual([['editor', 'asked']]);
  await press(chair, again.kind === 'card' ? again : undefined);
  expect(await peopleOf()).toEqual([['editor', 'in']]);
});

test('a coordinator is not asked to decide on a milestone that was decided meanwhile', async () => {
  await jobs.store.appointCoordinator('slack:T1:ULEAD', person('lead', { at: jobs.clock.now }));
  const planned = { when: { kind: 'unknown' }, source: 'a meeting' } as const;
  const {
    value: { id },
  } = await jobs.store.proposeMilestone({ text: 'A draft', planned, dependsOn: [], group: 'wg1' }, person('chair', { at: jobs.clock.now }));
  await jobs.store.decideMilestone({ id, accepted: true, why: 'Good.' }, now());
  expect(await delivered()).toEqual([expect.stringContaining(`${chair}: `)]);
});

describe('that a proposal waits', () => {
  const at = (hour: number) => ({ at: new Date(Date.UTC(2026, 10, 26, hour)) });
  const move = (how: 'ask' | 'decline' | 'withdraw', version: number, name: string) =>
    jobs.store.moveProposal({ move: how, id: 'p1', version, why: 'So.' }, person(name, at(9)));
  const edit = (version: number) => jobs.store.editProposal({ id: 'p1', version, text: proposalText({ name: 'Other' }), why: '' }, person('proposer', at(9)));
  beforeEach(async () => {
    await jobs.store.appointCoordinator('slack:T1:ULEAD', person('lead', { at: jobs.clock.now }));
    await file(jobs.store);
  });

  it('is told while it does', async () => {
    expect(await delivered()).toEqual(['slack:T1:ULEAD: p1 · Testing for consumers waits for your answer']);
  });

  it('is told to nobody once it is withdrawn, also where its proposer has left', async () => {
    await move('withdraw', 1, 'proposer');
    await jobs.store.forget(person('proposer'));
    expect(await delivered()).toEqual([]);
  });

  it('is told to nobody once it is answered, and volunteers hear of no new version of it', async () => {
    await jobs.store.volunteer({ proposal: 'p1', version: 1, kind: 'write' }, person('v'));
    await move('ask', 1, 'lead');
    await edit(1);
    await move('decline', 2, 'lead');
    expect((await delivered()).filter((line) => !line.includes('p1 was declined'))).toEqual([
      expect.stringContaining('Changes are asked for in p1'),
      expect.stringContaining('Changes are asked for in p1'),
    ]);
  });
});

describe('that whoever was asked for changes has left', () => {
  beforeEach(async () => {
    await jobs.store.appointCoordinator('slack:T1:ULEAD', person('lead', { at: jobs.clock.now }));
    await file(jobs.store);
    await jobs.store.moveProposal({ move: 'ask', id: 'p1', version: 1, why: 'Shorter.' }, person('lead'));
    await jobs.store.forget(person('proposer'));
  });

  it('is told to leadership, stands in its home, and volunteers are promised no new version', async () => {
    expect(await delivered()).toEqual(['slack:T1:ULEAD: Whoever proposed p1 has left']);
    const asked = (command: string, options = {}) =>
      jobs.doors.handle(act(command, options, { sender: command === 'home' ? 'slack:T1:ULEAD' : 'slack:T1:UV', space: 'slack:T1' }));
    expect(JSON.stringify(await asked('home'))).toContain('whoever proposed it has left');
    const offered = JSON.stringify(await asked('volunteer', { proposal: 'p1', kind: 'write' }));
    expect(offered).toContain('leadership establishes it as it is, or declines it');
    expect(offered).not.toContain('new version');
    expect(JSON.stringify(await asked('proposal', { proposal: 'p1' }))).toContain('changes are asked for · whoever proposed it has left');
  });

  it('is told to nobody once it is decided on', async () => {
    await jobs.store.moveProposal({ move: 'decline', id: 'p1', version: 1, why: 'So.' }, person('lead'));
    expect(await delivered()).toEqual([]);
  });
});
