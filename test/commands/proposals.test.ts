import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderCard as discordCard } from '../../src/adapters/discord/render.ts';
import { renderCard as slackCard } from '../../src/adapters/slack/render.ts';
import { readerOf } from '../../src/adapters/slack/render-line.ts';
import type { Card } from '../../src/chat/card.ts';
import { act, openTestHouse, type TestHouse } from '../support/house.ts';
import { file, person, proposalText } from '../support/proposals.ts';
import { by } from '../support/store.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
  await asked(house, 'here appoint terminal:lead');
});
afterAll(() => house.close());

const alice = { as: 'terminal:alice' };
const bob = { as: 'terminal:bob' };

const fields = {
  name: 'Testing for consumers',
  problem: 'Nobody tests for them.',
  deliverable: 'A guide for consumer bodies.',
  ending: 'When the guide is out; testers are wanted.',
  milestone: 'Outline agreed in March 2027',
};

describe('topics', () => {
  it('are shown word for word, with the interest in each', async () => {
    const shown = await asked(house, 'topics', alice);
    expect(shown).toContain('Assessing the importance of consumer protection testing.');
    expect(shown).toContain('0 people would join, 0 would lead');
    expect(await asked(house, 'topics', { ...alice, language: 'fr' })).toContain('Sujets qui attendent un groupe');
  });
});

describe('many topics', () => {
  let many: TestHouse;
  beforeAll(async () => {
    many = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    for (let index = 5; index <= 16; index += 1)
      await many.store.recordTopic({ act: 'topic added', version: 0, text: `Topic number ${index}.`, why: 'So.' }, by());
  });
  afterAll(() => many.close());

  const shown = async (options: Readonly<Record<string, string>>, otherwise: Parameters<typeof act>[2] = {}): Promise<Card> => {
    const card = await many.doors.handle(act('topics', options, otherwise));
    if (card.kind !== 'card') throw new Error(card.kind);
    return card;
  };
  const menusOf = ({ blocks }: Card) => blocks.flatMap((block) => (block.kind === 'menu' ? [block.choices.map(({ invoke }) => invoke.options['topic'])] : []));
  const labels = ({ buttons }: Card) => buttons.map(({ label }) => label);

  it('are paged, and each on the page has its button and its place in the menus, in both chats', async () => {
    const [first, second] = [await shown({}), await shown({ skip: '10' })];
    const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `t${from + index}`);
    expect(menusOf(first)).toEqual([ids(1, 10), ids(1, 10)]);
    expect(menusOf(second)).toEqual([ids(11, 16), ids(11, 16)]);
    expect(labels(first)).toEqual(expect.arrayContaining(['More', ...ids(1, 10).map((id) => `Show ${id}`)]));
    expect(labels(second)).toEqual(expect.arrayContaining(['Back', ...ids(11, 16).map((id) => `Show ${id}`)]));
    expect(labels(second)).not.toContain('More');
    expect([first, second].map(({ blocks }) => blocks[0])).toEqual(['1-10 of 16', '11-16 of 16'].map((text) => ({ kind: 'note', text: [text] })));
    expect(discordCard(first).whole).toBe(true);
    const slack = JSON.stringify(
      slackCard(
        first,
        readerOf(first, 'T1', () => undefined),
      ).blocks,
    );
    expect(slack.match(/static_select/g)).toHaveLength(2);
    expect(slack).not.toContain('not shown');
  });

  it('are read by visitors, who are offered nothing that would be refused', async () => {
    const visitor = { sender: 'slack:T2:UO', space: 'slack:T1', standing: 'visitor' } as const;
    const card = await shown({}, visitor);
    expect(menusOf(card)).toEqual([]);
    const one = await many.doors.handle(act('topic', { topic: 't1' }, visitor));
    expect(one.kind === 'card' && labels(one)).not.toEqual(expect.arrayContaining(['I would join']));
    expect(one.kind === 'card' && labels(one)).not.toEqual(expect.arrayContaining(['Propose a group']));
  });
});

describe('lists that have become shorter', () => {
  let paged: TestHouse;
  beforeAll(async () => {
    paged = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    for (let index = 1; index <= 12; index += 1) await asked(paged, 'propose', { ...alice, fields: { ...fields, name: `Group ${index}` } });
  });
  afterAll(() => paged.close());

  it('say how many there are, and turn in the same words', async () => {
    expect(await asked(paged, 'proposals')).toMatch(/p12 · .*p3 · .*1-10 of 12.*proposals skip:10 More/);
    expect(await asked(paged, 'proposals skip:10')).toMatch(/p2 · .*p1 · .*11-12 of 12.*proposals skip:0 Back/);
  });

  it('show their last page where one is asked for that is no more', async () => {
    await asked(paged, 'withdraw p1', alice);
    await asked(paged, 'withdraw p2', alice);
    expect(await asked(paged, 'proposals skip:10', { language: 'fr' })).toMatch(/p12 · .*p3 · /);
    for (const list of ['proposals', 'topics', 'groups']) expect(await asked(paged, `${list} skip:50`)).toEqual(await asked(paged, list));
  });
});

describe('interest', () => {
  it('is said in one press, of the words that stand, and is taken back', async () => {
    expect(await asked(house, 'topics interest t1 join', alice)).toContain('Recorded: your interest in t1 │ Assessing the value');
    expect(await asked(house, 'topics interest t1 lead', bob)).toContain('you would lead');
    expect(await asked(house, 'topic t1', alice)).toContain('1 person would join, 1 would lead · you would join');
    expect(await asked(house, 'topics interest t1 none', bob)).toContain('Recorded: no interest in t1');
    expect(await asked(house, 'topics interest t9 join', bob)).toContain('There is no topic “t9”.');
    expect(await asked(house, 'topics interest t1 maybe', bob)).toContain('“maybe” is none of these: I would join, I would lead.');
  });

  it('is asked again after a rewording, and an old button shows the words that stand', async () => {
    expect(await asked(house, 'topics reword t1', alice)).toContain('Only coordinators can do this.');
    const reworded = await asked(house, 'topics reword t1', { fields: { text: 'Who is heard when standards are made.', why: 'shorter' } });
    for (const fact of ['Recorded: t1 has other words now.', 'Who is heard', '0 people would join', 'because: shorter']) expect(reworded).toContain(fact);
    expect(await asked(house, 'topic t1', alice)).toContain('Its words have changed since you said that you are interested.');
    const old = await asked(house, 'topics interest t1 join version:1', bob);
    for (const fact of ['t1 has other words by now.', 'This is what stands now:', 'Who is heard']) expect(old).toContain(fact);
  });

  it('ends where a topic is retired with its reason; another one is added', async () => {
    expect(await asked(house, 'topics retire t3', { fields: { why: '' } })).toContain('Why: please fill this in.');
    await asked(house, 'topics interest t3 lead', bob);
    await asked(house, 'topics reword t3', { fields: { text: 'Assessing the need anew.', why: 'Clearer.' } });
    expect(await asked(house, 'topic t3', bob)).toContain('Its words have changed');
    expect(await asked(house, 'topics retire t3', { fields: { why: 'Done elsewhere.' } })).toContain('Recorded: t3 is retired. │ Assessing the need');
    expect(await asked(house, 'topic t3', bob)).not.toContain('Its words have changed');
    expect(await asked(house, 'home', bob)).toContain('t3 is retired');
    expect(await asked(house, 'topics interest t3 join', bob)).toContain('t3 was retired.');
    expect(await asked(house, 'topics add', { fields: { text: 'Routing security.', why: 'asked for' } })).toContain('Recorded: t5 is added.');
    expect(await asked(house, 'topics')).toContain('Routing security.');
  });
});

describe('a proposal', () => {
  it('that is not taken stays a draft, which opens again with all that was typed', async () => {
    const refused = await asked(house, 'propose t2', { ...alice, fields: { ...fields, milestone: 'Outline agreed soon' } });
    expect(refused).toContain('The first milestone needs a date that can be read');
    const shown = await asked(house, 'proposals', alice);
    expect(shown).toContain('You began this and did not send it. Nobody else sees it. - Testing for consumers · From topic t2');
    expect(await asked(house, 'proposals', bob)).not.toContain('You began');
    const form = await asked(house, 'propose t2', alice);
    for (const fact of ['kept for you alone', 'Nobody tests for them.', 'Outline agreed soon']) expect(form).toContain(fact);
    expect(await asked(house, `propose discard draft:${/draft:(\w+)/.exec(shown)?.[1]}`, alice)).toContain('The draft is gone.');
    expect(await asked(house, 'propose t2', alice)).not.toContain('Nobody tests for them.');
  });

  it('is made from a topic, and its first milestone is dated by its own words', async () => {
    const filed = await asked(house, 'propose t2', { ...alice, fields });
    for (const fact of ['Proposed: p1', 'understood as March 2027', '22 December 2026']) expect(filed).toContain(fact);
    expect(await asked(house, 'proposals', bob)).toContain('p1 · Testing for consumers · waits for leadership · no volunteer yet');
    expect(await asked(house, 'topics', bob)).toContain('proposed: p1');
  });

  it('is changed and withdrawn by nobody but its proposer', async () => {
    expect(await asked(house, 'propose edit p1', bob)).toContain('Only whoever proposed p1 can do that.');
    expect(await asked(house, 'withdraw p1', bob)).toContain('Only whoever proposed p1 can do that.');
    expect(await asked(house, 'withdraw p9', bob)).toContain('There is no proposal “p9”.');
  });

  it('shows who volunteers to its proposer and leadership, and to others how many', async () => {
    const offered = await asked(house, 'volunteer p1 write', { as: 'terminal:carol' });
    for (const fact of ['Recorded: you would write in p1', 'An answer is due by 22 December 2026']) expect(offered).toContain(fact);
    expect(await asked(house, 'volunteer p1 write', { as: 'terminal:dora' })).toContain('Recorded');
    expect(await asked(house, 'proposal p1', alice)).toMatch(/write \(2\): (carol|dora) `terminal:\w+`, (carol|dora) `terminal:\w+` /);
    expect(await asked(house, 'review p1')).toMatch(/write \(2\): (carol|dora) `terminal:\w+`, (carol|dora) `terminal:\w+` /);
    expect(await asked(house, 'volunteer p1 none', { as: 'terminal:dora' })).toContain('Recorded');
    const others = await asked(house, 'proposal p1', bob);
    expect(others).toContain('write: 1');
    expect(others).not.toContain('carol');
    expect(await asked(house, 'volunteer p1', { as: 'terminal:carol' })).toContain('Your offer: write');
    expect(await asked(house, 'volunteer p1 sing', bob)).toContain('How can you help?');
    expect(await asked(house, 'volunteer p1 none', { as: 'terminal:carol' })).toContain('Recorded: you offer nothing to p1');
  });

  it('goes back to its proposer with the reason, who edits it; an old button then shows what stands', async () => {
    expect(await asked(house, 'review p1 changes', { fields: { why: '' } })).toContain('The reason: please fill this in.');
    expect(await asked(house, 'review p1 changes For whom, exactly?')).toContain('Changes are asked for in p1');
    expect(await asked(house, 'proposal p1', alice)).toContain('changes asked for, because: For whom, exactly?');
    expect(await asked(house, 'propose edit p1', { ...alice, fields: {} })).toContain('Nobody tests for them.');
    const edited = await asked(house, 'propose edit p1', { ...alice, fields: { deliverable: 'A guide for the consumer bodies of every country.' } });
    expect(edited).toContain('Recorded: a new version of p1');
    expect(await asked(house, 'propose edit p1', { ...alice, fields: { name: 'Testing for consumers' } })).toContain('Nothing is different');
    const stale = await asked(house, 'review p1 decline version:1', { fields: { why: 'No.' } });
    for (const fact of ['p1 says something else by now.', 'This is what stands now:', 'of every country']) expect(stale).toContain(fact);
    const offer = await asked(house, 'volunteer p1 write version:1', bob);
    expect(offer).toContain('The text of p1 has changed. Please read it, and press again.');
    expect(offer).toContain('is3c volunteer proposal:p1 version:2 kind:write Volunteer');
  });

  it('is shown to leadership as such when it has waited four weeks, on its card to its proposer, and to nobody else', async () => {
    house.clock.now = new Date('2026-12-22T12:00:00Z');
    for (const line of ['proposals', 'home', 'proposal p1']) {
      expect(await asked(house, line)).toContain('four weeks without an answer');
      expect(await asked(house, line, bob)).not.toContain('four weeks without an answer');
    }
    for (const reader of [alice, {}]) expect(await asked(house, 'proposal p1', reader)).toContain('Answer overdue since');
    expect(await asked(house, 'proposal p1', bob)).toContain('Answer due by');
    expect(await asked(house, 'home', { language: 'fr' })).toContain('quatre semaines sans réponse');
  });

  it('is established with its charter, its first milestone and its volunteers', async () => {
    expect(await asked(house, 'volunteer p1 lead', bob)).toContain('Recorded: you would lead in p1');
    expect(await asked(house, 'review p1 establish', alice)).toContain('Only coordinators can do this.');
    const established = await asked(house, 'review p1 establish', { fields: { why: 'Much wanted.' } });
    for (const fact of ['p1 is established', 'Show wg4']) expect(established).toContain(fact);
    const group = await asked(house, 'group wg4', bob);
    for (const fact of ['wg4 · Testing for consumers', 'Nobody tests for them.', 'State forming']) expect(group).toContain(fact);
    expect(await asked(house, 'timeline 2027')).toContain('Outline agreed in March 2027');
    expect(await asked(house, 'topics')).not.toContain('consumer protection testing');
    expect(await asked(house, 'milestone show m9')).toContain('Working group wg4');
  });

  it('is over then: its buttons say how it ended, and its topic names the group', async () => {
    expect(await asked(house, 'review p1 decline', { fields: { why: 'No.' } })).toContain('p1 is established already');
    expect(await asked(house, 'volunteer p1 write', bob)).toContain('p1 is established already');
    expect(await asked(house, 'propose t2', alice)).toContain('t2 was taken up already, by wg4 (Testing for consumers).');
    expect(await asked(house, 'topic t2', alice)).toContain('wg4 · Testing for consumers');
  });

  it('has its group chaired by whoever offered to lead, once they accept', async () => {
    expect(await asked(house, 'group chair wg4', alice)).toContain('You are not asked to chair wg4');
    expect(await asked(house, 'group chair wg4', bob)).toContain('You chair wg4 from now on.');
    expect(await asked(house, 'group wg4')).toContain('Chair bob');
  });

  it('is decided on by nobody who made it, and is withdrawn in one press', async () => {
    expect(await asked(house, 'propose', { fields: { ...fields, name: 'Own' } })).toContain('Proposed: p2');
    expect(await asked(house, 'review p2 establish', { fields: { why: 'Mine.' } })).toContain('p2 is your own proposal.');
    expect(await asked(house, 'withdraw p2')).toContain('p2 was withdrawn');
    expect(await asked(house, 'withdraw p2')).toContain('p2 was withdrawn, so this cannot be done with it.');
    expect(await asked(house, 'proposals')).toContain('Nothing is proposed just now.');
  });

  it('is asked for where it is not named', async () => {
    expect(await asked(house, 'volunteer', bob)).toContain('Nothing is proposed just now.');
    await asked(house, 'propose', { ...bob, fields });
    expect(await asked(house, 'volunteer', alice)).toContain('p3 · Testing for consumers How can you help?');
    expect(await asked(house, 'volunteer p3', alice)).toContain('How can you help?');
    expect(await asked(house, 'volunteer p3', { ...alice, language: 'fr' })).toContain('Comment pouvez-vous aider');
  });
});

describe('the card of a proposal', () => {
  const buttonsFor = async (sender: string) => {
    const card = await house.doors.handle(act('proposal', { proposal: 'p4' }, { sender }));
    return card.kind === 'card' ? card.buttons.flatMap((button) => (button.kind === 'act' ? [[button.label, button.style]] : [])) : [];
  };

  it('has one likely step for each reader', async () => {
    await asked(house, 'propose', { as: 'terminal:erin', fields });
    expect(await buttonsFor('terminal:bob')).toEqual([['Volunteer', 'primary']]);
    expect(await buttonsFor('terminal:operator')).toEqual([
      ['Volunteer', undefined],
      ['Establish', 'primary'],
      ['Ask for changes', undefined],
      ['Decline', 'danger'],
    ]);
  });

  it('does not offer to ask changes of somebody who has left', async () => {
    await asked(house, 'me forget sure:yes', { as: 'terminal:erin' });
    expect((await buttonsFor('terminal:operator')).map(([label]) => label)).toEqual(['Volunteer', 'Establish', 'Decline']);
  });

  it('nor is it done with a typed line, or a button from before', async () => {
    const gone = 'Whoever proposed p4 has left, so nobody can change it. It can be established as it is, or declined.';
    expect(await asked(house, 'review p4 ask Say more, please.')).toContain(gone);
    const pressed = await house.doors.handle(act('review', { proposal: 'p4', decision: 'ask', version: '1' }));
    expect(pressed).toMatchObject({ kind: 'refusal', problem: { code: 'proposer-gone' } });
    const choices = await asked(house, 'review p4 maybe');
    expect(choices).toContain('establish');
    expect(choices).not.toContain('ask');
    expect(await asked(house, 'proposal p4')).toContain('waits for leadership');
  });

  it('says of a group whose proposer has left only that its volunteers belong to it', async () => {
    await asked(house, 'volunteer p4 write', { as: 'terminal:bob' });
    const said = await asked(house, 'review p4 establish Go ahead.');
    expect(said).toContain('Whoever volunteered belongs to it.');
    expect(said).not.toContain('whoever proposed it');
  });
});

describe('at a terminal', () => {
  it('what came of a proposal is told at home, since nobody is written to', async () => {
    await asked(house, 'propose', { as: 'terminal:frida', fields });
    const id = 'p5';
    await asked(house, `review ${id} decline Not now.`);
    expect(await asked(house, 'home', { as: 'terminal:frida' })).toMatch(
      new RegExp(`News for you - [^·]* 2026 at 12:00 UTC · ${id} was declined /is3c proposal ${id} Show ${id}`),
    );
    expect(await asked(house, 'home', { as: 'terminal:frida', language: 'fr' })).toMatch(new RegExp(`Nouvelles pour vous - [^·]* · ${id} a été refusée`));
    expect(await asked(house, 'status')).toContain('The bot is well');
  });
});

describe('the channel of leadership', () => {
  it('is chosen by a coordinator where they are, and ended', async () => {
    expect(await asked(house, 'here leadership', bob)).toContain('Only coordinators can do this.');
    expect(await asked(house, 'here leadership')).toContain('Leadership reads proposals in this channel from now on.');
    expect(await asked(house, 'here')).toMatch(/Proposals for leadership\S* +yes/);
    expect(await asked(house, 'here leadership banana')).toContain('Type it like this: /is3c here leadership [off]');
    expect(await asked(house, 'here leadership off')).toContain('Leadership gets no new proposals');
    expect(await asked(house, 'here')).toMatch(/Proposals for leadership\S* +no/);
  });
});

describe('the date of a first milestone', () => {
  it('is said back where it is ambiguous, and opens again with the other reading', async () => {
    const filed = await asked(house, 'propose', { ...bob, fields: { ...fields, milestone: 'Report on 3/4/2027, then rest' } });
    const [, id = ''] = /Proposed: (p\d+)/.exec(filed) ?? [];
    const again = `propose edit proposal:${id} version:1 when:2027-03-04`;
    for (const fact of ['understood as 3 April 2027', again, 'It is 4 March 2027']) expect(filed).toContain(fact);
    expect(await asked(house, again, bob)).toContain('Report on 4 March 2027, then rest');
    const edited = await asked(house, `propose edit ${id}`, { ...bob, fields: { ...fields, milestone: 'Report on 4 March 2027' } });
    expect(edited).toContain('understood as 4 March 2027');
    expect(edited).not.toContain('It is');
  });

  it('is offered where only an end was said', async () => {
    const refused = await asked(house, 'propose', { ...bob, fields: { ...fields, milestone: 'a draft by June 2027' } });
    expect(refused).toContain('“by June 2027” only says until when, and a date is needed here. If that is the date, write “June 2027”.');
  });
});

describe('a refusal that shows what stands', () => {
  let stands: TestHouse;
  beforeAll(async () => {
    stands = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    await asked(stands, 'propose', { ...alice, fields });
    await asked(stands, 'volunteer p1 write', { as: 'terminal:carol' });
    await asked(stands, 'propose edit p1', { ...alice, fields: { name: 'Other' } });
  });
  afterAll(() => stands.close());

  it('names who volunteers to leadership, as the card does', async () => {
    expect(await asked(stands, 'review p1 decline version:1', { fields: { why: 'No.' } })).toContain('write: carol `terminal:carol`');
    expect(await asked(stands, 'volunteer p1 write version:1', bob)).toContain('write: 1');
  });

  it('leads whoever would help to the group that is there', async () => {
    await asked(stands, 'review p1 establish Wanted.');
    expect(await asked(stands, 'volunteer p1 write', bob)).toContain('Show wg4');
    expect(await asked(stands, 'volunteer wg1', bob)).toMatch(/There is no proposal “wg1”.*Join wg1/);
  });
});

describe('the home of leadership', () => {
  it('names ten groups without a chair, and counts the others', async () => {
    const many = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    for (let index = 0; index < 11; index += 1) {
      const id = await file(many.store, undefined, person('proposer'), proposalText({ name: `Group ${index}` }));
      await many.store.moveProposal({ move: 'establish', id, version: 1, why: 'So.' }, by());
    }
    const home = await asked(many, 'home');
    expect(home).toContain('Without a chair: wg1, wg2');
    expect(home).toMatch(/wg10 and 4 more .*All groups/);
    expect(home).not.toContain('wg11');
    expect(await asked(many, 'home', { language: 'fr' })).toMatch(/wg10 et 4 (de plus|autres)/);
    await many.close();
  });
});

describe('a proposal on which nobody can decide', () => {
  let empty: TestHouse;
  beforeAll(async () => {
    empty = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
  });
  afterAll(() => empty.close());

  it('says so where there is no coordinator, and promises no answer', async () => {
    const filed = await asked(empty, 'propose', { ...alice, fields });
    expect(filed).toContain('so nobody is told of it: it waits for whoever runs the bot. An admin of a chat begins with /is3c here setup');
    expect(filed).not.toMatch(/no coordinator|Leadership is told|An answer is due/);
    expect(await asked(empty, 'home')).toContain('p1 · Testing');
  });

  it('says so where its proposer is the only one, with the way to appoint another', async () => {
    await asked(empty, 'here appoint terminal:alice');
    const sole = 'You are the only coordinator, and nobody decides on their own proposal. Appoint another one first, with the button “Appoint a coordinator”.';
    const edited = await asked(empty, 'propose edit p1', { ...alice, fields: { name: 'Other' } });
    for (const fact of ['Recorded: a new version of p1', sole, 'Appoint a coordinator']) expect(edited).toContain(fact);
    expect(edited).not.toMatch(/Leadership|An answer is due/);
    for (const line of ['review p1', 'review p1 establish', 'review p1 establish Wanted.']) expect(await asked(empty, line, alice)).toContain(sole);
    expect(await asked(empty, 'review p1', { ...alice, language: 'fr' })).toContain('Personne d’autre que vous ne coordonne');
    await asked(empty, 'here appoint terminal:bob');
    expect(await asked(empty, 'review p1', alice)).toContain('Another coordinator has to decide.');
    expect(await asked(empty, 'propose edit p1', { ...alice, fields: { name: 'Another' } })).toContain('Leadership decides on this version. You hear');
  });

  it('says so where it is their other account that leads', async () => {
    const own = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    await asked(own, 'here appoint terminal:alice');
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(await asked(own, 'me link', alice))?.[0] ?? '';
    await asked(own, `me link ${code} sure:yes`, bob);
    await asked(own, /me confirm link:\S+/.exec(await asked(own, 'me link', alice))?.[0] ?? '', alice);
    const filed = await asked(own, 'propose', { ...bob, fields });
    expect(filed).toContain('Nobody can decide on it yet: the coordination is with another account that is yours, or was');
    expect(filed).toContain('Appoint somebody else first, from that account: /is3c review p1 has the button.');
    expect(filed).not.toContain('Nobody is appointed a coordinator');
    const edited = await asked(own, 'propose edit p1', { ...bob, language: 'fr', fields: { name: 'Other' } });
    expect(edited).toContain('Nommez d’abord quelqu’un d’autre, depuis ce compte');
    expect(await asked(own, 'review p1', alice)).toContain('Appoint a coordinator');
    await own.close();
  });

  it('offers no decision to whoever proposed it, left and is back', async () => {
    await empty.store.forget(by({ account: alice.as }));
    await asked(empty, 'here appoint terminal:alice');
    const refused = await asked(empty, 'review p1', alice);
    expect(refused).toContain('p1 is your own proposal.');
    for (const shown of [refused, await asked(empty, 'proposal p1', alice)]) expect(shown).not.toContain('Establish');
    expect(await asked(empty, 'proposal p1', { as: 'terminal:bob' })).toContain('Establish');
  });
});

describe('a proposal whose topic another group has taken up', () => {
  let taken: TestHouse;
  beforeAll(async () => {
    taken = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    for (const name of ['One', 'Two']) await asked(taken, 'propose t2', { ...alice, fields: { ...fields, name } });
    await asked(taken, 'review p1 establish Wanted.');
  });
  afterAll(() => taken.close());

  it('is not offered to be established, and the card and the refusal say why and what can be done', async () => {
    const way = 't2 was taken up already, by wg4 (One), so p2 cannot be established from it. Whoever proposed p2 can take the topic off: they edit p2';
    const card = await asked(taken, 'review p2');
    expect(card).toContain(way);
    expect(card).not.toContain('Establish');
    expect(card).toContain('Decline');
    for (const line of ['review p2 establish', 'review p2 establish Wanted.']) expect(await asked(taken, line)).toContain(way);
    expect(await asked(taken, 'review p2', { language: 'fr' })).toContain('est déjà repris par wg4 (One), donc p2 ne peut pas être établie');
    expect(await asked(taken, 'home', alice)).toContain('The topic of p2 is no longer open');
  });

  it('can be established once its proposer has taken the topic off', async () => {
    expect(await asked(taken, 'propose edit p2', { ...alice, fields: { name: 'Two' } })).toContain('Recorded: a new version of p2');
    expect(await asked(taken, 'review p2')).toContain('Establish');
    expect(await asked(taken, 'review p2 establish Wanted.')).toContain('p2 is established');
  });
});

describe('a topic whose group is concluded', () => {
  let again: TestHouse;
  beforeAll(async () => {
    again = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    await asked(again, 'propose t2', { ...alice, fields });
    await asked(again, 'review p1 establish Wanted.');
    const { group } = await again.store.readGroup({ account: 'terminal:operator' }, 'wg4');
    await again.store.recordGroup({ act: 'group concluded', id: 'wg4', revision: group?.revision ?? 0, set: { state: 'concluded' }, why: 'done' }, by());
    await asked(again, 'propose t2', { ...bob, fields });
  });
  afterAll(() => again.close());

  it('says on its card that its group is concluded, and that it can be proposed again', async () => {
    expect(await asked(again, 'topic t2', bob)).toMatch(/t2 · its working group is concluded .*a group can be proposed on it again/);
  });

  it('is open to proposals on their cards and in their forms, and the same words are no new version', async () => {
    expect(await asked(again, 'proposal p2', bob)).not.toContain('taken up by a working group');
    expect(await asked(again, 'propose edit p2', { ...bob, fields: {} })).not.toContain('goes on without it');
    expect(await asked(again, 'propose edit p2', { ...bob, fields: { name: fields.name } })).toContain('Nothing is different: p2 says this already.');
  });
});
