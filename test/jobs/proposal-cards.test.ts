import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import deliver from '../../src/jobs/deliver.ts';
import { openTestJobs, placeOf, posted, type TestJobs } from '../support/jobs.ts';
import { confirmLink } from '../support/links.ts';
import { file, leadIn, person, proposalText } from '../support/proposals.ts';

const start = Date.parse('2026-11-24T12:00:00Z');

let jobs: TestJobs;
beforeEach(async () => {
  jobs = await openTestJobs('2026-11-24T12:00:00Z');
});
afterEach(() => jobs.close());

/** Lets so many seconds go by since the start, and delivers what is owed. */
async function elapse(seconds: number): Promise<void> {
  jobs.clock.now = new Date(start + seconds * 1000);
  await deliver.run(jobs.context);
}

const at = (seconds: number) => new Date(start + seconds * 1000);
const edits = () => jobs.slack.calls.filter(({ how }) => how === 'edit');
const shown = () => JSON.stringify(jobs.slack.calls.at(-1)?.posting.card.blocks);

describe('the card of a proposal in a channel of leadership', () => {
  it('comes once, names who volunteers, and is edited in place when something changes', async () => {
    await leadIn(jobs.store, 'CLEAD');
    const id = await file(jobs.store, 't2');
    await elapse(0);
    expect(posted(jobs.slack)).toEqual(['2026-11-24T12:00 slack:T1/CLEAD: p1 · Testing for consumers']);
    const [first] = jobs.slack.calls;
    await jobs.store.volunteer({ proposal: id, version: 1, kind: 'write' }, person('a', { at: at(1) }));
    await elapse(1);
    expect(edits()).toMatchObject([{ reference: `sent ${first?.posting.key}`, posting: { key: first?.posting.key } }]);
    expect(shown()).toContain('write: ');
    expect(shown()).toContain('slack:T1:UA');
  });

  it('is edited at most once in five seconds, and the last state is shown', async () => {
    await leadIn(jobs.store, 'CLEAD');
    const id = await file(jobs.store);
    await elapse(0);
    for (let index = 0; index < 30; index += 1) {
      await jobs.store.volunteer({ proposal: id, version: 1, kind: 'research' }, person(`V${index}`, { at: at(index / 2) }));
      await elapse(index / 2);
    }
    for (let second = 15; second < 30; second += 1) await elapse(second);
    const times = edits().map((call) => call.at.getTime());
    expect(
      times
        .slice(1)
        .map((time, index) => time - (times[index] ?? 0))
        .filter((pause) => pause < 5000),
    ).toEqual([]);
    expect(times.length).toBeGreaterThan(2);
    expect(times.length).toBeLessThan(6);
    expect(shown()).toContain('research (30): ');
  });

  describe('that is leadership’s no more', () => {
    const noMore = (seconds: number) => jobs.store.leadNoMore(person('lead', { at: at(seconds) }));
    const takesAll: typeof jobs.slack.answer = ({ key }) => Promise.resolve({ kind: 'sent', reference: key });
    beforeEach(async () => {
      await leadIn(jobs.store, 'CLEAD');
      await file(jobs.store);
    });

    it('does not come where it waits, and comes where the channel is chosen again', async () => {
      await noMore(0);
      await elapse(0);
      expect(posted(jobs.slack)).toEqual([]);
      await jobs.store.leadFrom({ space: 'slack:T1', channel: 'CLEAD', language: 'en' }, person('lead', { at: at(1) }));
      await elapse(1);
      expect(posted(jobs.slack)).toEqual(['2026-11-24T12:00 slack:T1/CLEAD: p1 · Testing for consumers']);
    });

    it('does not come where it failed, also where somebody wants it posted again', async () => {
      jobs.slack.answer = () => Promise.resolve({ kind: 'refused', problem: 'http_413' });
      await elapse(0);
      const [id = ''] = jobs.slack.calls.splice(0).map(({ posting }) => posting.key);
      jobs.slack.answer = takesAll;
      expect(await jobs.store.postAgain(id, person('lead', { at: at(1) }))).toBe('owed');
      await noMore(1);
      await elapse(1);
      expect(posted(jobs.slack)).toEqual([]);
    });

    it('is not posted again by a press, as long as it is not', async () => {
      jobs.slack.answer = () => Promise.resolve({ kind: 'refused', problem: 'http_413' });
      await elapse(0);
      const [id = ''] = jobs.slack.calls.map(({ posting }) => posting.key);
      await noMore(1);
      expect(await jobs.store.postAgain(id, person('lead', { at: at(1) }))).toBe('off');
    });

    it('is edited all the same where it stands', async () => {
      await elapse(0);
      await noMore(1);
      await jobs.store.volunteer({ proposal: 'p1', version: 1, kind: 'write' }, person('a', { at: at(1) }));
      await elapse(10);
      expect(edits()).toHaveLength(1);
    });
  });

  it('shows what comes while it is on its way or being edited', async () => {
    await leadIn(jobs.store, 'CLEAD');
    const id = await file(jobs.store);
    const answer = jobs.slack.answer;
    jobs.slack.answer = async (posting, how) => {
      await jobs.store.volunteer({ proposal: id, version: 1, kind: 'review' }, person(how, { at: jobs.clock.now }));
      return answer(posting, how);
    };
    await elapse(0);
    jobs.slack.answer = answer;
    for (let second = 1; second < 20; second += 1) await elapse(second);
    expect(shown()).toContain('review (2): ');
    jobs.slack.answer = async (posting, how) => {
      jobs.slack.answer = answer;
      await jobs.store.volunteer({ proposal: id, version: 1, kind: 'review' }, person('late', { at: jobs.clock.now }));
      return answer(posting, how);
    };
    await jobs.store.volunteer({ proposal: id, version: 1, kind: 'lead' }, person('b', { at: at(20) }));
    for (let second = 20; second < 40; second += 1) await elapse(second);
    expect(shown()).toContain('lead: ');
    expect(shown()).toContain('review (3): ');
  });

  it('loses its buttons when it is decided, and tries again an edit of which nobody knows', async () => {
    await leadIn(jobs.store, 'CLEAD');
    const id = await file(jobs.store);
    await elapse(0);
    expect(jobs.slack.calls.at(-1)?.posting.card.buttons.map(({ label }) => label)).toEqual(['Establish', 'Ask for changes', 'Decline', 'Show p1']);
    const answer = jobs.slack.answer;
    jobs.slack.answer = async () => ({ kind: 'uncertain', problem: 'timeout' });
    await jobs.store.moveProposal({ move: 'decline', id, version: 1, why: 'Another group does it.' }, person('lead', { at: at(10) }));
    await elapse(10);
    jobs.slack.answer = answer;
    await elapse(60);
    const [last] = edits().toReversed();
    expect(last?.posting.card.buttons).toEqual([]);
    expect(JSON.stringify(last?.posting.card.blocks)).toContain('Another group does it.');
    expect((await jobs.store.readStatus({ account: 'terminal:operator' }, at(60))).troubled.map(({ notice }) => notice.kind)).not.toContain('proposal card');
  });

  it('goes to a channel that is chosen later, and an edit that the platform refuses troubles nobody', async () => {
    const id = await file(jobs.store);
    await elapse(0);
    await leadIn(jobs.store, 'CLEAD');
    await elapse(1);
    expect(posted(jobs.slack).at(-1)).toContain('slack:T1/CLEAD: p1');
    jobs.slack.answer = async () => ({ kind: 'gone', problem: 'message_not_found' });
    await jobs.store.editProposal({ id, version: 1, text: proposalText({ name: 'Other' }), why: '' }, person('proposer', { at: at(2) }));
    await elapse(2);
    const calls = jobs.slack.calls.length;
    jobs.slack.answer = async ({ key }) => ({ kind: 'sent', reference: key });
    await elapse(10);
    expect(jobs.slack.calls).toHaveLength(calls);
  });
});

describe('the card of a proposal that did not arrive', () => {
  const fails = (posted: 'gone' | 'uncertain') => {
    jobs.slack.answer = ({ key, to }) =>
      Promise.resolve(to.kind === 'channel' ? { kind: posted, problem: 'not_in_channel' } : { kind: 'sent', reference: key });
  };
  const works = () => {
    jobs.slack.answer = ({ key }) => Promise.resolve({ kind: 'sent', reference: key });
  };
  const offer = (name: string, second: number) => jobs.store.volunteer({ proposal: 'p1', version: 1, kind: 'write' }, person(name, { at: at(second) }));
  const cards = () => jobs.slack.calls.filter(({ posting: { to } }) => to.kind === 'channel').map(({ how }) => how);
  /** What may have arrived is looked for once. */
  const lookFor = async (second: number): Promise<void> => {
    jobs.real.now = new Date(jobs.real.now.getTime() + 61_000);
    await elapse(second);
  };

  it('is posted anew with the next change where it failed, and its failure is told once', async () => {
    await jobs.store.appointCoordinator('slack:T1:ULEAD', person('lead'));
    await leadIn(jobs.store, 'CLEAD');
    fails('gone');
    await file(jobs.store);
    await elapse(0);
    await offer('a', 5);
    for (const second of [5, 6]) await elapse(second);
    expect(cards()).toEqual(['post', 'post']);
    expect(posted(jobs.slack).filter((line) => line.includes('slack:T1:ULEAD'))).toHaveLength(1);
    works();
    await offer('b', 10);
    for (const second of [10, 11]) await elapse(second);
    await offer('c', 20);
    for (const second of [20, 21]) await elapse(second);
    expect(cards()).toEqual(['post', 'post', 'post', 'edit']);
  });

  it.each([
    ['gone', []],
    ['uncertain', ['resume']],
  ] as const)('is posted anew where the channel is chosen again: %s', async (how, looked) => {
    await leadIn(jobs.store, 'CLEAD');
    fails(how);
    await file(jobs.store);
    await elapse(0);
    await lookFor(1);
    works();
    await jobs.store.leadFrom({ space: 'slack:T1', channel: 'CLEAD', language: 'en' }, person('lead', { at: at(5) }));
    await elapse(5);
    expect(cards()).toEqual(['post', ...looked, 'post']);
  });

  it('is not posted a second time by itself where nobody knows whether it arrived', async () => {
    await leadIn(jobs.store, 'CLEAD');
    fails('uncertain');
    await file(jobs.store);
    await elapse(0);
    await lookFor(1);
    works();
    await offer('a', 5);
    for (const second of [5, 10]) await elapse(second);
    expect(cards()).toEqual(['post', 'resume']);
  });

  it('speaks the language in which its channel is chosen anew', async () => {
    await leadIn(jobs.store, 'CLEAD');
    await file(jobs.store);
    await elapse(0);
    await jobs.store.leadFrom({ space: 'slack:T1', channel: 'CLEAD', language: 'fr' }, person('lead', { at: at(10) }));
    await elapse(10);
    expect(edits().map(({ posting: { card } }) => card.language)).toEqual(['fr']);
    await offer('a', 20);
    await elapse(20);
    expect(edits().map(({ posting: { card } }) => card.language)).toEqual(['fr', 'fr']);
  });
});

describe('the card of a proposal whose topic changes', () => {
  /** What the last edit after so many seconds shows, and of which proposals there was one. */
  const editsAfter = async (seconds: number) => {
    const before = edits().length;
    for (const second of [0, 6, 12]) await elapse(seconds + second);
    return edits()
      .slice(before)
      .map(({ posting: { card } }) => card);
  };
  const other = async () => {
    await leadIn(jobs.store, 'CLEAD');
    await file(jobs.store, 't2');
    await file(jobs.store, 't2', person('other'), proposalText({ name: 'Other' }));
    await elapse(0);
  };
  const decide = (act: 'topic reworded' | 'topic retired', second: number) =>
    jobs.store.recordTopic(
      { act, id: 't2', version: 1, why: 'So.', ...(act === 'topic reworded' && { text: 'Consumer testing.' }) },
      person('lead', { at: at(second) }),
    );

  it('shows that another group has taken it up, and that it is concluded', async () => {
    await other();
    await jobs.store.moveProposal({ move: 'establish', id: 'p1', version: 1, why: 'Wanted.' }, person('lead', { at: at(10) }));
    const taken = (await editsAfter(10)).find(({ title }) => title === 'p2 · Other');
    expect(JSON.stringify(taken?.blocks)).toContain('taken up by a working group');
    const { group } = await jobs.store.readGroup({ account: 'terminal:operator' }, 'wg4');
    const end = { act: 'group concluded', id: 'wg4', revision: group?.revision ?? 0, set: { state: 'concluded' }, why: 'Done.' } as const;
    await jobs.store.recordGroup(end, person('lead', { at: at(30) }));
    const free = (await editsAfter(30)).find(({ title }) => title === 'p2 · Other');
    expect(JSON.stringify(free?.blocks)).not.toContain('taken up by a working group');
  });

  it.each([
    ['topic reworded', 'Consumer testing.'],
    ['topic retired', 'retired'],
  ] as const)('shows what stands after %s', async (how, shows) => {
    await other();
    await decide(how, 10);
    const cards = await editsAfter(10);
    expect(cards.map(({ title }) => title).toSorted()).toEqual(['p1 · Testing for consumers', 'p2 · Other']);
    for (const { blocks } of cards) expect(JSON.stringify(blocks)).toContain(shows);
  });
});

describe('a proposal that nobody answers for four weeks', () => {
  const day = 86_400_000;
  const look = async (...days: number[]) => {
    for (const one of days) await jobs.tick(new Date(start + one * day).toISOString());
  };
  const marked = () => jobs.slack.calls.filter(({ posting: { to, card } }) => to.kind === 'channel' && JSON.stringify(card).includes('four weeks'));

  it('says so on its card in every channel of leadership when the day comes, once, and again where it waits anew', async () => {
    await leadIn(jobs.store, 'CLEAD');
    await jobs.store.acceptSpace('slack:T2', person('lead', { space: 'slack:T2', account: 'slack:T2:ULEAD' }));
    await jobs.store.leadFrom({ space: 'slack:T2', channel: 'CTWO', language: 'en' }, person('lead', { space: 'slack:T2', account: 'slack:T2:ULEAD' }));
    const id = await file(jobs.store, undefined, person('proposer', { at: at(0) }));
    await look(0, 27.9);
    expect(marked()).toEqual([]);
    await look(28, 29, 61);
    expect(
      marked()
        .map(({ how, posting: { to } }) => [how, placeOf(to)])
        .toSorted(),
    ).toEqual([
      ['edit', 'slack:T1/CLEAD'],
      ['edit', 'slack:T2/CTWO'],
    ]);
    expect(marked()[0]?.at.toISOString()).toBe('2026-12-22T12:00:00.000Z');
    await jobs.store.moveProposal({ move: 'ask', id, version: 1, why: 'Shorter.' }, person('lead', { at: new Date(start + 60 * day) }));
    const edit = { id, version: 1, text: proposalText({ name: 'Other' }), why: '' };
    await jobs.store.editProposal(edit, person('proposer', { at: new Date(start + 61 * day) }));
    await look(62, 88.9);
    expect(marked()).toHaveLength(2);
    await look(89, 90);
    expect(marked()).toHaveLength(4);
  });

  it('says nothing of the kind where it was answered', async () => {
    await leadIn(jobs.store, 'CLEAD');
    const id = await file(jobs.store, undefined, person('proposer', { at: at(0) }));
    await jobs.store.moveProposal({ move: 'ask', id, version: 1, why: 'Shorter.' }, person('lead', { at: at(9) }));
    await look(1, 28, 40);
    expect(marked()).toEqual([]);
  });
});

describe('who is told', () => {
  const told = () => jobs.slack.calls.filter(({ posting }) => posting.to.kind === 'person').map(({ posting }) => [posting.to, posting.card.title]);

  it('of a new version is every volunteer, and of a decision the proposer and every volunteer, each once', async () => {
    const id = await file(jobs.store, 't2');
    for (const name of ['a', 'b', 'proposer']) await jobs.store.volunteer({ proposal: id, version: 1, kind: 'write' }, person(name));
    await jobs.store.editProposal({ id, version: 1, text: proposalText({ name: 'Other' }), why: '' }, person('proposer', { at: at(1) }));
    await elapse(1);
    const reached = (name: string) => ({ kind: 'person', account: `slack:T1:U${name}` });
    expect(told()).toEqual(
      expect.arrayContaining([
        [reached('A'), 'p1 says something else now'],
        [reached('B'), 'p1 says something else now'],
      ]),
    );
    expect(told()).toHaveLength(2);
    await jobs.store.moveProposal({ move: 'establish', id, version: 2, why: 'Wanted.' }, person('lead', { at: at(2) }));
    for (const second of [2, 3, 4]) await elapse(second);
    const ends = told().filter(([, title]) => title === 'p1 is established');
    expect(ends.map(([to]) => to)).toEqual(expect.arrayContaining(['A', 'B', 'PROPOSER'].map(reached)));
    expect(ends).toHaveLength(3);
  });

  it('of what is established once its proposer has left, and not that whoever proposed it belongs to the group', async () => {
    await jobs.store.acceptSpace('slack:T1', person('lead'));
    const id = await file(jobs.store);
    await jobs.store.volunteer({ proposal: id, version: 1, kind: 'write' }, person('a', { at: at(1) }));
    await jobs.store.forget(person('proposer'));
    await jobs.store.moveProposal({ move: 'establish', id, version: 1, why: 'Wanted.' }, person('lead', { at: at(2) }));
    await elapse(2);
    expect(shown()).toContain('Whoever volunteered belongs to it.');
    expect(shown()).not.toContain('whoever proposed it');
  });

  const sendBack = (id: string) => jobs.store.moveProposal({ move: 'ask', id, version: 1, why: 'Shorter.' }, person('lead', { at: at(1) }));
  const edit = (id: string, version: number, name: string) =>
    jobs.store.editProposal({ id, version, text: proposalText({ name }), why: '' }, person('proposer', { at: at(2) }));
  const again = 'p1 comes again and waits for your answer';

  it('of what was sent back and comes again is every coordinator but its proposer, once', async () => {
    for (const name of ['k', 'l', 'proposer']) await jobs.store.appointCoordinator(`slack:T1:U${name.toUpperCase()}`, person('lead'));
    const id = await file(jobs.store);
    await edit(id, 1, 'While it waits');
    await jobs.store.moveProposal({ move: 'ask', id, version: 2, why: 'Shorter.' }, person('lead', { at: at(1) }));
    await elapse(1);
    await edit(id, 2, 'Shorter');
    await edit(id, 3, 'Shorter still');
    await elapse(2);
    expect(
      posted(jobs.slack)
        .filter((line) => line.endsWith(again))
        .toSorted(),
    ).toEqual([`2026-11-24T12:00 slack:T1:UK: ${again}`, `2026-11-24T12:00 slack:T1:UL: ${again}`]);
    const review = jobs.slack.calls.at(-1)?.posting.card.buttons[0];
    expect(review).toMatchObject({ label: 'Review', invoke: { command: 'review', options: { proposal: 'p1' } } });
  });

  it('of the same is the channel of leadership, beside its card', async () => {
    await leadIn(jobs.store, 'CLEAD');
    const id = await file(jobs.store);
    await sendBack(id);
    await elapse(1);
    await edit(id, 1, 'Shorter');
    for (const second of [2, 8]) await elapse(second);
    expect(
      posted(jobs.slack)
        .filter((line) => line.includes('CLEAD'))
        .slice(1),
    ).toEqual(expect.arrayContaining([`2026-11-24T12:00 slack:T1/CLEAD: ${again}`, '2026-11-24T12:00 slack:T1/CLEAD: p1 · Shorter']));
  });

  it('of changes that are asked for is the proposer as whoever makes them, and volunteers as others', async () => {
    const id = await file(jobs.store);
    await jobs.store.volunteer({ proposal: id, version: 1, kind: 'write' }, person('a'));
    await sendBack(id);
    await elapse(1);
    const cardTo = (name: string) => jobs.slack.calls.find(({ posting: { to } }) => to.kind === 'person' && to.account.endsWith(name))?.posting.card;
    expect(JSON.stringify(cardTo('UPROPOSER')?.blocks)).toContain('You can edit it');
    expect(cardTo('UPROPOSER')?.buttons[0]).toMatchObject({ label: 'Edit', invoke: { options: { proposal: 'p1', version: '1' } } });
    expect(JSON.stringify(cardTo('UA'))).toContain('The proposer can edit it');
    expect(cardTo('UA')?.buttons.map(({ label }) => label)).toEqual(['Show p1']);
  });

  it('of an established group is whoever offered to lead before they are asked to chair it', async () => {
    const id = await file(jobs.store);
    await jobs.store.volunteer({ proposal: id, version: 1, kind: 'lead' }, person('a'));
    await jobs.store.moveProposal({ move: 'establish', id, version: 1, why: 'Wanted.' }, person('lead'));
    await elapse(1);
    expect(posted(jobs.slack).filter((line) => line.includes('UA'))).toEqual([
      expect.stringContaining('p1 is established'),
      expect.stringContaining('Will you chair wg4?'),
    ]);
  });

  const closed = 'The topic of p2 is no longer open';
  it.each([
    ['of a topic that a group has taken up', (id: string) => jobs.store.moveProposal({ move: 'establish', id, version: 1, why: 'So.' }, person('lead'))],
    ['of a retired topic', () => jobs.store.recordTopic({ act: 'topic retired', id: 't2', version: 1, why: 'So.' }, person('lead'))],
  ])('%s is whoever proposed something else from it, once', async (_how, close) => {
    const id = await file(jobs.store, 't2');
    for (const name of ['other', 'late']) await file(jobs.store, 't2', person(name));
    await jobs.store.moveProposal({ move: 'withdraw', id: 'p3', version: 1, why: '' }, person('late'));
    await close(id);
    for (const second of [0, 1, 2]) await elapse(second);
    expect(posted(jobs.slack).filter((line) => line.endsWith('is no longer open') && !line.includes('UPROPOSER'))).toEqual([
      `2026-11-24T12:00 slack:T1:UOTHER: ${closed}`,
    ]);
    const { card } = jobs.slack.calls.find(({ posting }) => posting.card.title === closed)?.posting ?? {};
    expect(card?.buttons[0]).toMatchObject({ label: 'Edit', invoke: { command: 'propose edit', options: { proposal: 'p2' } } });
  });

  it('of a retired topic is whoever proposed from it told of that alone, and whoever is only interested of the topic', async () => {
    for (const name of ['other', 'fan']) await jobs.store.sayInterest({ topic: 't2', version: 1, kind: 'join' }, person(name));
    await file(jobs.store, 't2', person('other'));
    await jobs.store.recordTopic({ act: 'topic retired', id: 't2', version: 1, why: 'So.' }, person('lead'));
    await elapse(1);
    expect(posted(jobs.slack).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'slack:T1:UOTHER: The topic of p1 is no longer open',
      expect.stringMatching(/^slack:T1:UFAN: .*t2/),
    ]);
  });

  it('of a topic that a group takes up is whoever was interested, once, but who proposed it, volunteered or decided', async () => {
    for (const name of ['proposer', 'a', 'lead', 'other', 'fan']) await jobs.store.sayInterest({ topic: 't2', version: 1, kind: 'join' }, person(name));
    await jobs.store.sayInterest({ topic: 't2', version: 1, kind: 'lead' }, person('chief'));
    await jobs.store.setPersonal({ language: 'fr' }, person('chief'));
    const id = await file(jobs.store, 't2');
    await file(jobs.store, 't2', person('other'));
    await jobs.store.volunteer({ proposal: id, version: 1, kind: 'write' }, person('a'));
    await jobs.store.moveProposal({ move: 'establish', id, version: 1, why: 'So.' }, person('lead'));
    for (const second of [0, 1]) await elapse(second);
    expect(
      posted(jobs.slack)
        .filter((line) => line.includes('t2'))
        .map((line) => line.replace(/^\S+ /, ''))
        .toSorted(),
    ).toEqual(['slack:T1:UCHIEF: t2 est repris par wg4', 'slack:T1:UFAN: t2 is taken up by wg4']);
    const cardTo = (name: string) => jobs.slack.calls.find(({ posting: { card } }) => card.title.startsWith('t2') && card.language === name)?.posting.card;
    expect(cardTo('en')?.buttons[0]).toMatchObject({ label: 'Join', invoke: { command: 'join', options: { group: 'wg4' } } });
    expect(JSON.stringify(cardTo('en')?.blocks)).not.toContain('chair');
    expect(JSON.stringify(cardTo('fr')?.blocks)).toContain('n’a pas encore de présidence');
  });

  it('of a topic that is closed is nobody who has taken it off meanwhile', async () => {
    await file(jobs.store, 't2');
    await file(jobs.store, 't2', person('other'));
    await jobs.store.moveProposal({ move: 'establish', id: 'p1', version: 1, why: 'So.' }, person('lead'));
    await jobs.store.editProposal({ id: 'p2', version: 1, text: proposalText(), why: '' }, person('other'));
    await elapse(0);
    expect(posted(jobs.slack).filter((line) => line.endsWith(closed))).toEqual([]);
  });

  it('of other words of a topic is whoever was interested in it', async () => {
    await jobs.store.sayInterest({ topic: 't2', version: 1, kind: 'lead' }, person('a'));
    await jobs.store.recordTopic({ act: 'topic reworded', id: 't2', version: 1, text: 'Consumer testing.', why: 'shorter' }, person('lead', { at: at(0) }));
    await elapse(0);
    expect(told()).toEqual([[{ kind: 'person', account: 'slack:T1:UA' }, 't2 has other words now']]);
  });

  it('names no account that is forgotten, also of somebody who has another', async () => {
    await leadIn(jobs.store, 'CLEAD');
    await jobs.store.acceptSpace('slack:T2', person('z', { account: 'slack:T2:UZ', space: 'slack:T2' }));
    const two = (seconds: number) => person('v', { account: 'slack:T2:UV', space: 'slack:T2', at: at(seconds) });
    const id = await file(jobs.store);
    await jobs.store.volunteer({ proposal: id, version: 1, kind: 'write' }, two(0));
    const { code } = await jobs.store.offerLink(two(0), jobs.real.now);
    await jobs.store.enterLink(code, true, person('w', { at: at(-10) }), jobs.real.now);
    await confirmLink(jobs.store, two(1), jobs.real.now);
    await elapse(10);
    expect(shown()).toContain('slack:T2:UV');
    const twoWeeks = 14 * 86_400;
    await jobs.store.noteGone('slack:T2', at(100));
    await jobs.store.eraseDue(at(100 + twoWeeks), jobs.real.now);
    await elapse(110 + twoWeeks);
    expect(shown()).toContain('slack:T1:UW');
    expect(shown()).not.toContain('slack:T2:UV');
  });
});
