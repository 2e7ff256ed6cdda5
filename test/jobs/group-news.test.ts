import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import deliver from '../../src/jobs/deliver.ts';
import { act } from '../support/house.ts';
import { openTestJobs, posted, type TestJobs } from '../support/jobs.ts';
import { confirmLink } from '../support/links.ts';
import { file, person } from '../support/proposals.ts';
import { by } from '../support/store.ts';

const start = Date.parse('2026-11-24T12:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000);

let jobs: TestJobs;
beforeEach(async () => {
  jobs = await openTestJobs('2026-11-24T12:00:00Z');
  await jobs.store.acceptSpace('slack:T1', person('lead', { at: at(0) }));
  const facts = { digest: false, weekday: 2, hour: 9, zone: 'UTC', language: 'en' } as const;
  await jobs.store.subscribe({ space: 'slack:T1', channel: 'CNEWS' }, { ...facts, news: true }, person('lead', { at: at(0) }));
  await jobs.store.subscribe({ space: 'slack:T1', channel: 'CDIGEST' }, { ...facts, digest: true, news: false }, person('lead', { at: at(0) }));
});
afterEach(() => jobs.close());

/** Lets so many seconds go by since the start, and delivers what is owed. */
async function elapse(seconds: number): Promise<void> {
  jobs.clock.now = at(seconds);
  await deliver.run(jobs.context);
}

const news = () => jobs.slack.calls.filter(({ posting: { to } }) => to.kind === 'channel');
const lastShown = () => JSON.stringify(news().at(-1)?.posting.card);
const state = async (id: string) => (await jobs.store.readGroup({ account: 'slack:T1:UX' }, id)).group;

async function establish(seconds: number, leader?: string): Promise<string> {
  const id = await file(jobs.store);
  if (leader !== undefined) await jobs.store.volunteer({ proposal: id, version: 1, kind: 'lead' }, person(leader, { at: at(seconds) }));
  await jobs.store.moveProposal({ move: 'establish', id, version: 1, why: 'Wanted.' }, person('lead', { at: at(seconds) }));
  return 'wg4';
}

describe('the news of a new group', () => {
  it('reach the channels that get news, and no other', async () => {
    await establish(0, 'a');
    await elapse(0);
    expect(posted(jobs.slack).filter((line) => line.includes('/C'))).toEqual([
      '2026-11-24T12:00 slack:T1/CNEWS: A new working group: wg4 · Testing for consumers',
    ]);
    expect(news()[0]?.posting.card.buttons.map(({ label }) => label)).toEqual(['Join', 'Show wg4', 'Show m9']);
  });

  it('are one card that counts whoever joins, edited at most once in five seconds, the last state always shown', async () => {
    const group = await establish(0, 'a');
    await elapse(0);
    for (let index = 0; index < 40; index += 1) {
      await jobs.store.join({ group, role: 'observer', joining: 'open' }, person(`J${index}`, { at: at(index / 4) }));
      await elapse(index / 4);
    }
    for (let second = 11; second < 30; second += 1) await elapse(second);
    const edits = news().filter(({ how }) => how === 'edit');
    const times = edits.map((call) => call.at.getTime());
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(pauses.filter((pause) => pause < 5000)).toEqual([]);
    expect(edits.length).toBeGreaterThan(1);
    expect(edits.length).toBeLessThan(6);
    expect(lastShown()).toContain('40 observers');
  });

  it('name the chair who accepted, and lose their Join button with the group', async () => {
    const group = await establish(0, 'a');
    await elapse(0);
    await jobs.store.acceptChair(group, person('a', { at: at(10) }));
    await elapse(10);
    expect(lastShown()).toContain('slack:T1:UA');
    const { revision = 0 } = (await state(group)) ?? {};
    await jobs.store.recordGroup(
      { act: 'group concluded', id: group, revision, set: { state: 'concluded' }, why: 'A guide is out.' },
      person('a', { at: at(20) }),
    );
    for (const second of [20, 25, 30]) await elapse(second);
    const edits = news().filter(({ how }) => how === 'edit');
    expect(edits.at(-1)?.posting.card.buttons.map(({ label }) => label)).not.toContain('Join');
    expect(JSON.stringify(edits.at(-1)?.posting.card)).not.toContain('nobody yet');
    expect(posted(jobs.slack)).toContain('2026-11-24T12:00 slack:T1/CNEWS: Concluded: Testing for consumers');
    expect(JSON.stringify(news().map(({ posting }) => posting.card))).toContain('A guide is out.');
  });
});

describe('leadership', () => {
  it('tells whoever it appoints or dismisses, on the account that holds the right, and nobody who is neither by then', async () => {
    for (const account of ['slack:T1:UA', 'slack:T1:UB']) await jobs.store.appointCoordinator(account, by({ at: at(0) }));
    await jobs.store.dismissCoordinator('slack:T1:UB', by({ at: at(1) }));
    await elapse(1);
    expect(posted(jobs.slack)).toEqual(['2026-11-24T12:00 slack:T1:UA: You are a coordinator of the coalition now']);
    await jobs.store.appointCoordinator('slack:T1:UC', by({ at: at(1) }));
    await jobs.store.dismissCoordinator('slack:T1:UC', person('c', { account: 'slack:T1:UC', at: at(2) }));
    await jobs.store.appointCoordinator('slack:T1:UD', person('d', { account: 'slack:T1:UD', at: at(2) }));
    await jobs.store.dismissCoordinator('slack:T1:UA', by({ at: at(2) }));
    await elapse(2);
    expect(posted(jobs.slack).slice(1)).toEqual(['2026-11-24T12:00 slack:T1:UA: You are no longer a coordinator']);
  });

  it('tells whoever asked for a space that it is accepted, unless they accept it themselves', async () => {
    const asker = (space: string) => person('a', { account: 'slack:T1:UA', space, at: at(0) });
    for (const space of ['slack:T2', 'slack:T3']) await jobs.store.askForSpace(asker(space));
    await jobs.store.acceptSpace('slack:T2', by({ at: at(1) }));
    await jobs.store.acceptSpace('slack:T3', asker('slack:T3'));
    await elapse(1);
    expect(posted(jobs.slack)).toEqual(['2026-11-24T12:00 slack:T1:UA: The coalition has accepted your space']);
  });
});

describe('a group without a chair', () => {
  it('is told to leadership and to the channels that get news', async () => {
    await jobs.store.appointCoordinator('slack:T1:ULEAD', by({ at: at(0) }));
    await establish(0);
    await elapse(0);
    const wanted = posted(jobs.slack).filter((line) => line.endsWith('wg4 needs a chair'));
    expect(wanted.toSorted()).toEqual(['2026-11-24T12:00 slack:T1/CNEWS: wg4 needs a chair', '2026-11-24T12:00 slack:T1:ULEAD: wg4 needs a chair']);
  });
});

describe('the question who takes over', () => {
  it('brings the pack, and goes no more once it is answered', async () => {
    await jobs.store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'chair' }, by({ at: at(0) }));
    const facts = { status: 'at risk', done: 'Two drafts.', next: 'A third one.', help: 'A reader of French.' } as const;
    await jobs.store.recordUpdate({ group: 'wg1', week: '2026-11-16', revision: 0, facts }, person('a', { at: at(0) }));
    await jobs.store.handOver({ group: 'wg1', account: 'slack:T1:UB', note: 'Mind the drafts.' }, person('a', { at: at(1) }));
    await elapse(1);
    const asked = jobs.slack.calls.find(({ posting }) => posting.card.title === 'Will you take over wg1?');
    const said = JSON.stringify(asked?.posting.card.blocks);
    for (const fact of ['Mind the drafts.', 'A third one.', 'A reader of French', 'Two drafts', 'slack:T1:UA']) expect(said).toContain(fact);
    expect(asked?.posting.card.buttons.map(({ label }) => label)).toEqual(['I will', 'No, thank you', 'Show wg1']);
    await jobs.store.handOver({ group: 'wg1', account: 'slack:T1:UC', note: '' }, person('a', { at: at(2) }));
    await jobs.store.handOver({ group: 'wg1', account: 'slack:T1:UD', note: '' }, person('a', { at: at(3) }));
    await elapse(3);
    expect(
      posted(jobs.slack)
        .filter((line) => line.includes('take over'))
        .map((line) => line.slice(17, 28)),
    ).toEqual(['slack:T1:UB', 'slack:T1:UD']);
  });
});

test('a new chair reads what they can do, and nothing once they chair it no more', async () => {
  const account = 'slack:T1:UA';
  await jobs.store.appoint({ group: 'wg1', account, role: 'chair' }, by({ at: at(0) }));
  await elapse(0);
  const [told] = jobs.slack.calls.filter(({ posting: { to } }) => to.kind === 'person');
  expect(told?.posting.card).toMatchObject({
    title: 'You chair wg1 from now on',
    buttons: [{ label: 'Show wg1' }, { label: 'Settings' }, { label: 'Show the pack' }],
  });
  await jobs.store.appoint({ group: 'wg2', account, role: 'chair' }, by({ at: at(1) }));
  await jobs.store.appoint({ group: 'wg2', account }, by({ at: at(1) }));
  await elapse(1);
  expect(
    posted(jobs.slack)
      .filter((line) => line.includes(account))
      .map((line) => line.slice(17)),
  ).toEqual([`${account}: You chair wg1 from now on`, `${account}: You no longer chair wg2`]);
});

test('whoever speaks for a group reads that leadership puts it to rest and why, and that it is woken, each in their language', async () => {
  await jobs.store.setPersonal({ language: 'fr' }, person('b', { at: at(0) }));
  await jobs.store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'chair' }, person('a', { at: at(0) }));
  await jobs.store.appoint({ group: 'wg1', account: 'slack:T1:UB', role: 'deputy' }, person('b', { at: at(0) }));
  await jobs.store.recordGroup({ act: 'group put to rest', id: 'wg1', revision: 1, set: { state: 'dormant' }, why: 'Nobody has time.' }, by({ at: at(1) }));
  await elapse(1);
  await jobs.store.recordGroup({ act: 'group woken', id: 'wg1', revision: 2, set: { state: 'active' }, why: '' }, by({ at: at(2) }));
  await elapse(2);
  const direct = jobs.slack.calls.filter(({ posting: { to } }) => to.kind === 'person').map(({ posting: { card } }) => card);
  expect(direct.map(({ title }) => title).toSorted()).toEqual(['wg1 a été mis en sommeil', 'wg1 est réveillé', 'wg1 is awake again', 'wg1 was put to rest']);
  for (const { blocks } of direct.slice(0, 2)) expect(JSON.stringify(blocks)).toContain('Nobody has time.');
});

describe('a group that is concluded', () => {
  it.each([
    ['its own channel, where nobody has chosen what that gets', 'COWN', true],
    ['no channel that asked for the digest alone', 'CDIGEST', false],
    ['no channel that was switched off', 'COFF', false],
  ])('is told of in %s', async (_what, channel, hears) => {
    const off = { space: 'slack:T1', channel: 'COFF' };
    await jobs.store.subscribe(off, { digest: true, news: true, weekday: 2, hour: 9, zone: 'UTC', language: 'en' }, by({ at: at(0) }));
    await jobs.store.unsubscribe(off, by({ at: at(0) }));
    const moved = { act: 'group changed', id: 'wg1', revision: 1, set: { channel: { space: 'slack:T1', channel } }, why: '' } as const;
    await jobs.store.recordGroup(moved, by({ at: at(0) }));
    await jobs.store.recordGroup({ act: 'group concluded', id: 'wg1', revision: 2, set: { state: 'concluded' }, why: 'Done.' }, by({ at: at(1) }));
    await elapse(1);
    expect(told().includes(`slack:T1/${channel}: Concluded: Security by design`)).toBe(hears);
  });

  const told = () =>
    posted(jobs.slack)
      .map((line) => line.slice(17))
      .toSorted();

  it('leaves nobody waiting: each who asked or was asked hears of it, and its other chairs do', async () => {
    for (const name of ['a', 'b'])
      await jobs.store.appoint({ group: 'wg1', account: `slack:T1:U${name.toUpperCase()}`, role: 'chair' }, person(name, { at: at(0) }));
    await jobs.store.recordGroup({ act: 'group changed', id: 'wg1', revision: 1, set: { joining: 'asked' }, why: '' }, by({ at: at(0) }));
    await jobs.store.join({ group: 'wg1', role: 'member', joining: 'asked' }, person('c', { at: at(0) }));
    await jobs.store.handOver({ group: 'wg1', account: 'slack:T1:UD', note: '' }, person('a', { at: at(0) }));
    const planned = { when: { kind: 'unknown' }, source: 'a meeting' } as const;
    const {
      value: { id },
    } = await jobs.store.proposeMilestone({ text: 'A draft', planned, dependsOn: [], group: 'wg1' }, person('a', { at: at(0) }));
    await elapse(0);
    const checklist = await jobs.doors.handle(act('group conclude', { group: 'wg1' }));
    for (const open of ['1 asks to join, and nobody has answered', '1 is asked to chair it, and has not answered', `${id}: proposed`])
      expect(JSON.stringify(checklist)).toContain(open);
    expect(JSON.stringify(checklist)).not.toContain('Nobody waits');
    jobs.slack.calls.length = 0;
    await jobs.store.recordGroup({ act: 'group concluded', id: 'wg1', revision: 2, set: { state: 'concluded' }, why: 'Done.' }, person('b', { at: at(10) }));
    await elapse(10);
    expect(told()).toEqual([
      'slack:T1/CNEWS: Concluded: Security by design',
      'slack:T1:UA: Concluded: Security by design',
      `slack:T1:UA: ${id} has ended: its group is concluded`,
      'slack:T1:UC: wg1 is concluded, so your request has ended.',
      'slack:T1:UD: You are not asked to chair wg1 any more.',
    ]);
    const sender = { sender: 'slack:T1:UD', space: 'slack:T1' };
    for (const answer of ['group chair', 'group decline'])
      expect(await jobs.doors.handle(act(answer, { group: 'wg1' }, sender))).toMatchObject({
        problem: { code: 'group-stands', params: { state: 'concluded' } },
      });
    expect(await jobs.doors.handle(act('milestone accept', { milestone: id }))).toMatchObject({
      problem: { code: 'proposal-decided', params: { state: 'ended' } },
    });
  });
});

test('whoever is asked to take over reads that its chair asks, or that the chair has left since', async () => {
  await jobs.store.appoint({ group: 'wg1', account: 'slack:T1:UA', role: 'chair' }, person('a', { at: at(0) }));
  const asked = async () => {
    await elapse(10);
    return JSON.stringify(jobs.slack.calls.find(({ posting: { card } }) => card.title.includes('take over'))?.posting.card);
  };
  await jobs.store.handOver({ group: 'wg1', account: 'slack:T1:UB', note: '' }, person('a', { at: at(1) }));
  expect(await asked()).toContain('Its chair asks you');
  jobs.slack.calls.length = 0;
  await jobs.store.handOver({ group: 'wg1', account: 'slack:T1:UC', note: '' }, person('a', { at: at(2) }));
  await jobs.store.leave('wg1', person('a', { at: at(3) }));
  const told = await asked();
  expect(told).toContain('Its chair asked you to be the next one, and has left the chair since.');
  expect(told).not.toContain('asks you');
});

test('a chair whose successor is appointed by leadership hears that they chair it together, while that is so', async () => {
  const told = async (seconds: number) => {
    await elapse(seconds);
    const cards = jobs.slack.calls.filter(({ posting: { card } }) => card.title.endsWith('has a new chair'));
    jobs.slack.calls.length = 0;
    return cards.map(({ posting: { to, card } }) => [to, JSON.stringify(card.blocks).includes('You are still a chair as well')]);
  };
  const chair = (account: string, group: string, seconds: number, as = by({ at: at(seconds) })) => jobs.store.appoint({ group, account, role: 'chair' }, as);
  for (const group of ['wg1', 'wg2', 'wg3']) {
    await chair('slack:T1:UA', group, 1);
    await jobs.store.handOver({ group, account: 'slack:T1:UB', note: '' }, person('a', { at: at(2) }));
  }
  await chair('slack:T1:UB', 'wg1', 3);
  expect(await told(4)).toEqual([[{ kind: 'person', account: 'slack:T1:UA' }, true]]);
  await chair('slack:T1:UB', 'wg2', 5, person('a', { at: at(5) }));
  await chair('slack:T1:UB', 'wg3', 5);
  await jobs.store.appoint({ group: 'wg3', account: 'slack:T1:UA' }, by({ at: at(6) }));
  expect(await told(7)).toEqual([]);
});

test('whoever is removed or declined is sent to the chair, or to leadership where there is none', async () => {
  const told = async (chaired: boolean) => {
    await elapse(10);
    const cards = jobs.slack.calls.map(({ posting: { card } }) => JSON.stringify(card)).filter((card) => /no longer belong|was declined/.test(card));
    jobs.slack.calls.length = 0;
    expect(cards).toHaveLength(2);
    for (const card of cards) expect(card).toContain(chaired ? 'chair' : 'a coordinator');
    expect(cards.join(' ')).not.toContain('speaks for the group');
    for (const card of cards) expect(card.includes('ask its chair') || card.includes('the group’s chair')).toBe(chaired);
  };
  const turnAway = async () => {
    const [a, b] = ['slack:T1:UA', 'slack:T1:UB'];
    for (const joining of ['open', 'asked'] as const) {
      const { revision = 0 } = (await state('wg1')) ?? {};
      await jobs.store.recordGroup({ act: 'group changed', id: 'wg1', revision, set: { joining }, why: '' }, by({ at: at(1) }));
      await jobs.store.join({ group: 'wg1', role: 'member', joining }, person(joining === 'open' ? 'a' : 'b', { at: at(2) }));
    }
    await jobs.store.dismissMember({ group: 'wg1', account: a }, by({ at: at(3) }));
    await jobs.store.answerJoin({ group: 'wg1', account: b, admitted: false }, by({ at: at(3) }));
  };
  await turnAway();
  await told(false);
  await jobs.store.appoint({ group: 'wg1', account: 'slack:T1:UC', role: 'chair' }, by({ at: at(4) }));
  await turnAway();
  await told(true);
});

describe('whoever would chair a group that has no chair', () => {
  const told = () => jobs.slack.calls.filter(({ posting: { card } }) => card.title === 'Somebody would chair wg3');

  it('is told to leadership once, which appoints them in one press', async () => {
    await jobs.store.appointCoordinator('slack:T1:UK', by({ at: at(0) }));
    for (const seconds of [1, 2]) expect(await jobs.store.offerChair('wg3', person('erin', { at: at(seconds) }))).toBe('told');
    for (const seconds of [3, 4]) await elapse(seconds);
    expect(told().map(({ posting: { to } }) => to)).toEqual([{ kind: 'person', account: 'slack:T1:UK' }]);
    const { blocks, buttons } = told()[0]?.posting.card ?? {};
    expect(JSON.stringify(blocks)).toContain('slack:T1:UERIN');
    expect(buttons?.[0]).toMatchObject({
      invoke: { command: 'group appoint', options: { group: 'wg3', person: 'slack:T1:UERIN', role: 'chair', offered: 'yes' } },
    });
  });

  it('is told to whoever leads by then when they say it again, once also where two accounts have become one person', async () => {
    await jobs.store.offerChair('wg1', person('oldest', { at: at(0) }));
    expect(await jobs.store.offerChair('wg3', person('erin', { at: at(1) }))).toBe('nobody');
    await jobs.store.appointCoordinator('slack:T1:UK', by({ at: at(1) }));
    expect(await jobs.store.offerChair('wg3', person('erin', { at: at(2) }))).toBe('told');
    const { code } = await jobs.store.offerLink(person('oldest', { at: at(3) }), at(3));
    await jobs.store.enterLink(code, true, person('erin', { at: at(3) }), at(3));
    await confirmLink(jobs.store, person('oldest', { at: at(3) }), at(3));
    for (const name of ['erin', 'oldest']) expect(await jobs.store.offerChair('wg3', person(name, { at: at(4) }))).toBe('told');
    await jobs.store.appointCoordinator('slack:T1:ULATE', by({ at: at(5) }));
    expect(await jobs.store.offerChair('wg3', person('erin', { at: at(6) }))).toBe('told');
    await elapse(7);
    expect(told().map(({ posting: { to } }) => to)).toEqual(['slack:T1:UK', 'slack:T1:ULATE'].map((account) => ({ kind: 'person', account })));
  });

  it('is told to the only one who leads where they say it from an account that does not', async () => {
    await jobs.store.appointCoordinator('slack:T1:UK', by({ at: at(0) }));
    await jobs.store.setPersonal({ language: 'en' }, person('k', { at: at(0) }));
    const { code } = await jobs.store.offerLink(person('k', { at: at(1) }), at(1));
    await jobs.store.enterLink(code, true, person('erin', { at: at(1) }), at(1));
    await confirmLink(jobs.store, person('k', { at: at(1) }), at(1));
    expect(await jobs.store.offerChair('wg3', person('erin', { at: at(2) }))).toBe('told');
    expect(await jobs.store.offerChair('wg3', person('k', { at: at(3) }))).toBe('nobody else');
    await elapse(4);
    expect(told().map(({ posting: { to } }) => to)).toEqual([{ kind: 'person', account: 'slack:T1:UK' }]);
  });

  it('is answered as before when it is sent again', async () => {
    const again = person('erin', { at: at(0) });
    const say = () => jobs.store.offerChair('wg3', again);
    expect([await say(), await say()]).toEqual(['nobody', 'nobody']);
    await jobs.store.appointCoordinator('slack:T1:UK', by({ at: at(1) }));
    const own = person('k', { at: at(2) });
    for (const press of [1, 2]) expect(await jobs.store.offerChair('wg2', own), `press ${press}`).toBe('nobody else');
  });

  it('is told to nobody once they have taken it back, until they say it anew', async () => {
    await jobs.store.appointCoordinator('slack:T1:UK', by({ at: at(0) }));
    await jobs.store.offerChair('wg3', person('erin', { at: at(1) }));
    expect(await jobs.store.takeBackChair('wg3', person('emile', { at: at(2) }))).toBe(false);
    const back = person('erin', { at: at(2) });
    for (const press of [1, 2]) expect(await jobs.store.takeBackChair('wg3', back), `press ${press}`).toBe(true);
    await elapse(3);
    expect(told()).toEqual([]);
    expect(await jobs.store.offerChair('wg3', person('erin', { at: at(4) }))).toBe('told');
    await elapse(5);
    expect(told()).toHaveLength(1);
  });

  it('is told to nobody once it has one, or they have left', async () => {
    await jobs.store.appointCoordinator('slack:T1:UK', by({ at: at(0) }));
    await jobs.store.offerChair('wg3', person('erin', { at: at(1) }));
    await jobs.store.appoint({ group: 'wg3', account: 'slack:T1:UA', role: 'chair' }, by({ at: at(2) }));
    expect(await jobs.store.offerChair('wg3', person('emile', { at: at(3) }))).toBe('changed');
    await jobs.store.offerChair('wg2', person('erin', { at: at(4) }));
    await jobs.store.forget(person('erin', { at: at(5) }));
    await elapse(6);
    expect(jobs.slack.calls.filter(({ posting: { card } }) => card.title.includes('would chair'))).toEqual([]);
  });
});
