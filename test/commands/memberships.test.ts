import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, openTestHouse, type TestHouse } from '../support/house.ts';
import { openTestJobs } from '../support/jobs.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
});
afterAll(() => house.close());

const [alice, bob, carol] = ['alice', 'bob', 'carol'].map((name) => ({ as: `terminal:${name}` }));

describe('the news of an office', () => {
  it('stands in a home with its day while it holds, and goes when that ends', async () => {
    const fresh = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    const home = () => asked(fresh, 'home', { as: 'terminal:erin' });
    await asked(fresh, 'group appoint wg1 terminal:erin deputy');
    await asked(fresh, 'group appoint wg1 terminal:erin chair');
    expect(await home()).toMatch(/24 November 2026 [^·]*· You chair wg1 from now on/);
    expect(await home()).not.toContain('deputy chair of wg1');
    await asked(fresh, 'group dismiss wg1 terminal:erin');
    expect(await home()).not.toContain('from now on');
    expect(await home()).toContain('You no longer chair wg1');
    await fresh.close();
  });

  it('stands there once, however often it was given and ended', async () => {
    const fresh = await openTestJobs('2026-11-24T12:00:00Z');
    fresh.terminal.answer = () => Promise.resolve({ kind: 'closed', problem: 'closed' });
    await asked(fresh, 'here appoint terminal:other');
    let minute = 0;
    for (const line of ['here appoint', 'here dismiss', 'here appoint', 'group appoint wg1', 'group dismiss wg1', 'group appoint wg1']) {
      await asked(fresh, `${line} terminal:erin`);
      minute += 1;
      await fresh.tick(`2026-11-24T12:0${minute}:00Z`);
    }
    const home = await asked(fresh, 'home', { as: 'terminal:erin' });
    for (const once of [/You are a coordinator of the coalition now/g, /You chair wg1 from now on/g]) expect(home.match(once)).toHaveLength(1);
    await fresh.close();
  });
});

describe('somebody at a terminal', () => {
  it('goes by the bare name wherever a person is typed, and what is no name is told as it stands', async () => {
    const fresh = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    const zoe = { as: 'terminal:zoe' };
    const lines: readonly (readonly [string, string])[] = [
      ['group appoint wg1 zoe chair', 'zoe'],
      ['group person wg1 zoe', 'End an office'],
      ['group dismiss wg1 zoe', 'Recorded'],
      ['group remove wg1 zoe', 'sure:yes'],
      ['here appoint zoe', 'zoe'],
      ['here appoint yan', 'yan'],
      ['here dismiss zoe', 'zoe'],
    ];
    for (const [line, told] of lines) {
      const said = await asked(fresh, line);
      expect(said).toContain(told);
      expect(said).not.toContain('is no account');
    }
    await asked(fresh, 'group joining wg1 asked');
    await asked(fresh, 'join wg1', { as: 'terminal:yan' });
    expect(await asked(fresh, 'group answer wg1 yan yes')).not.toContain('is no account');
    expect(await asked(fresh, 'group people wg1', zoe)).toContain('yan');
    expect(await asked(fresh, 'group person wg1 @zoe')).toContain('“@zoe” is no account');
    await fresh.close();
  });
});

describe('whoever would chair a group', () => {
  it('says so in one press, once, and only where nobody chairs it', async () => {
    const fresh = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    const erin = { as: 'terminal:erin' };
    expect(await asked(fresh, 'group wg3', erin)).toContain('I would chair it');
    expect(await asked(fresh, 'volunteer wg3 lead', erin)).toMatch(/you would chair wg3 .*so nobody is told of it/);
    await asked(fresh, 'here appoint terminal:lead');
    expect(await asked(fresh, 'group offer wg2', erin)).toMatch(/you would chair wg2 .*The coordinators are told that it is you/);
    expect(await asked(fresh, 'volunteer wg2 write', erin)).toContain('Join wg2');
    expect(await asked(fresh, 'status', erin)).toContain('Coordinators lead');
    await asked(fresh, 'group appoint wg2 terminal:erin');
    expect(await asked(fresh, 'group offer wg2', { as: 'terminal:emile' })).toContain('wg2 has a chair already');
    expect(await asked(fresh, 'group wg2', { as: 'terminal:emile' })).not.toContain('I would chair it');
    expect(await asked(fresh, 'volunteer wg2 lead', { as: 'terminal:emile' })).toMatch(/wg2 has a chair already.*Join/);
    for (const line of ['group offer wg2', 'volunteer wg2 lead']) {
      const refused = await asked(fresh, line, erin);
      expect(refused).toContain('You speak for wg2, so you belong to it already.');
      expect(refused).not.toContain('Join');
    }
    const unknown = await asked(fresh, 'volunteer wg99 lead', erin);
    expect(unknown).toContain('There is no group “wg99”');
    expect(unknown).not.toContain('Join');
    await fresh.close();
  });
});

describe('who would chair a group', () => {
  it('waits in the home of whoever leads, with the button to appoint them, until it has a chair', async () => {
    const fresh = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    const erin = { as: 'terminal:erin' };
    const home = (as?: string) => asked(fresh, 'home', as === undefined ? {} : { as });
    expect(await asked(fresh, 'group offer wg1', erin)).toContain('nobody is told of it');
    expect(await asked(fresh, 'group offer wg1', erin)).toContain('nobody is told of it');
    expect(await home()).toMatch(/terminal:erin` · would chair wg1 .{0,20}group appoint group:wg1 person:terminal:erin/);
    expect(await asked(fresh, 'home', { language: 'fr' })).toContain('présiderait wg1');
    expect(await home('terminal:bob')).not.toContain('would chair');
    await asked(fresh, 'here appoint terminal:lead');
    expect(await home('terminal:lead')).toContain('terminal:erin` · would chair wg1');
    expect(await asked(fresh, 'group offer wg1', erin)).toContain('The coordinators are told that it is you');
    await asked(fresh, 'group offer wg1', { as: 'terminal:emile' });
    await asked(fresh, 'me forget sure:yes', { as: 'terminal:emile' });
    expect((await home()).match(/would chair/g)).toHaveLength(1);
    const late = await asked(fresh, 'group appoint wg1 terminal:emile chair offered:yes');
    expect(late).toContain('They do not offer to chair wg1 any more, or it has a chair by now.');
    expect(await asked(fresh, 'group appoint wg1 terminal:erin chair offered:yes')).toContain('a chair was appointed');
    expect(await home()).not.toContain('would chair');
    await fresh.close();
  });

  it.each(['volunteer wg1 none', 'volontaire wg1 aucune', 'leave wg1'])('takes that back with %s, and says it anew', async (line) => {
    const fresh = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    const erin = { as: 'terminal:erin' };
    const home = () => asked(fresh, 'home');
    for (const none of ['volunteer wg1 none', 'volontaire wg1 aucune']) expect(await asked(fresh, none, erin)).toMatch(/^You had not offered to chair wg1/);
    for (const round of [1, 2]) {
      expect(await asked(fresh, 'group offer wg1', erin), `round ${round}`).toContain('/is3c volunteer wg1 none Take my offer back');
      await asked(fresh, 'group offer wg1', { as: 'terminal:emile' });
      expect((await home()).match(/would chair wg1/g)).toHaveLength(2);
      expect(await asked(fresh, line, erin)).toContain('you do not offer to chair wg1');
      expect((await home()).match(/would chair wg1/g)).toHaveLength(1);
    }
    expect(await asked(fresh, 'history wg1')).toContain('somebody would not chair it any more');
    expect(await asked(fresh, 'group appoint wg1 terminal:erin chair offered:yes')).toContain('They do not offer to chair wg1 any more');
    expect(await asked(fresh, 'leave wg1', erin)).toContain('You do not belong to wg1');
    await asked(fresh, 'group appoint wg1 terminal:emile chair');
    expect(await asked(fresh, 'volunteer wg1 none', erin)).toContain('wg1 has a chair already');
    await fresh.close();
  });

  it('is for the only coordinator to say of themselves', async () => {
    const fresh = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
    const lead = { as: 'terminal:lead' };
    await asked(fresh, 'here appoint terminal:lead');
    const offered = await asked(fresh, 'group offer wg1', lead);
    expect(offered).toMatch(/Nobody else is appointed a coordinator, .* group appoint group:wg1 person:terminal:lead/);
    expect(await asked(fresh, 'group offer wg1', { ...lead, language: 'fr' })).toContain('Personne d’autre n’est nommé à la coordination');
    await fresh.close();
  });
});

describe('whoever belongs to a group', () => {
  it('joins in one word, is told what they are, and changes it', async () => {
    expect(await asked(house, 'join', alice)).toContain('Which group?');
    const joined = await asked(house, 'join wg1', alice);
    for (const fact of ['You belong to wg1 as a member', 'Everybody in the coalition can see', 'As an observer', 'Leave']) expect(joined).toContain(fact);
    expect(await asked(house, 'join wg1', alice)).toContain('You belong to wg1 as a member');
    expect(await asked(house, 'join education observer', alice)).toContain('You belong to wg2 as an observer');
    expect(await asked(house, 'join wg1 king', alice)).toContain('“king” is none of these: editor, member, observer.');
    const shown = await asked(house, 'group wg1', alice);
    for (const fact of ['People 1 member', 'You you belong to it as a member', 'Joining open to every member']) expect(shown).toContain(fact);
    expect(await asked(house, 'groups')).toContain('1 person');
    expect(await asked(house, 'me', alice)).toContain('wg2 · Education and skills (observer)');
    expect(await asked(house, 'group wg1', { ...bob, language: 'fr' })).toContain('1 membre');
  });

  it('leaves in one word, and stays credited', async () => {
    expect(await asked(house, 'leave wg2', alice)).toContain('You stay credited');
    expect(await asked(house, 'leave wg2', alice)).toContain('You do not belong to wg2.');
    expect(await asked(house, 'group people wg2', bob)).toContain('Credited: who belonged to it');
    expect(await asked(house, 'group wg2')).toContain('1 former member');
  });

  it('is let in by a chair where the group says so', async () => {
    await asked(house, 'group appoint wg3 terminal:carol chair');
    expect(await asked(house, 'group joining wg3 asked', bob)).toContain('Only a chair');
    expect(await asked(house, 'group joining wg3 asked', carol)).toContain('whoever asks gets an answer first');
    const wish = await asked(house, 'join wg3', alice);
    for (const fact of ['wg3 was asked whether you may join as a member', 'A chair answers', 'Take my request back']) expect(wish).toContain(fact);
    expect(await asked(house, 'group wg3', carol)).toContain('1 asks to join');
    expect(await asked(house, 'group people wg3', carol)).toContain('Who asks to join');
    expect(await asked(house, 'group people wg3', bob)).not.toContain('Who asks to join');
    expect(await asked(house, 'group answer wg3 terminal:alice yes', bob)).toContain('Only a chair');
    expect(await asked(house, 'group answer wg3 terminal:alice', carol)).toContain('May they join wg3?');
    expect(await asked(house, 'group answer wg3 terminal:alice yes', carol)).toContain('they belong to it now');
    expect(await asked(house, 'group answer wg3 terminal:alice no', carol)).toMatch(/That no longer stands.*is3c group people wg3 People/);
    expect(await asked(house, 'join wg3 editor', alice)).toMatch(/leave it first and join again. .*is3c leave wg3 Leave/);
    expect(await asked(house, 'group remove wg3 terminal:alice', carol)).toContain('Remove somebody from wg3?');
    expect(await asked(house, 'group people wg3', bob)).toContain('member');
  });

  it('is answered by leadership where nobody speaks for the group, which reads of it at home', async () => {
    await asked(house, 'group joining wg1 asked');
    await asked(house, 'group pause wg1');
    const wish = await asked(house, 'join wg1 observer', { as: 'terminal:dora' });
    expect(wish).toContain('The group is paused just now.');
    await asked(house, 'group resume wg1');
    expect(wish).toContain('leadership answers');
    expect(wish).not.toContain('A chair answers');
    expect(await asked(house, 'home', { as: 'terminal:dora' })).toContain('and wait for the answer');
    expect(await asked(house, 'home')).toContain('wg1 · Security by design: 1 asks to join /is3c group people wg1 People');
    expect(await asked(house, 'home', bob)).not.toContain('asks to join');
    await asked(house, 'leave wg1', { as: 'terminal:dora' });
    await asked(house, 'group joining wg1 open');
  });

  it('is told from the card that nobody belongs to a group beside its deputy', async () => {
    await asked(house, 'group appoint wg2 terminal:dora deputy');
    const shown = await asked(house, 'group wg2', { as: 'terminal:dora' });
    for (const fact of ['Chair nobody yet', 'People nobody yet besides whoever speaks for it', 'Channel none; questions go to people directly'])
      expect(shown).toContain(fact);
    await asked(house, 'leave wg2', { as: 'terminal:dora' });
  });

  it('may write its updates as a deputy, and runs nothing else of it', async () => {
    const dora = { as: 'terminal:dora' };
    await asked(house, 'group appoint wg2 terminal:dora deputy');
    await asked(house, 'join wg2', { as: 'terminal:eve' });
    expect(await asked(house, 'update wg2 Drafted the scope.', dora)).toContain('recorded');
    for (const line of ['settings wg2', 'pause wg2', 'joining wg2 asked', 'remove wg2 terminal:eve', 'answer wg2 terminal:eve yes', 'pack wg2', 'channel wg2'])
      expect(await asked(house, `group ${line}`, dora)).toContain('Only a chair of wg2, or a coordinator, can do that.');
    const shown = `${await asked(house, 'group wg2', dora)} ${await asked(house, 'group people wg2', dora)}`;
    expect(shown).toContain('Write the update');
    expect(shown).not.toMatch(/group (settings|channel|pause|joining|person|remove|pack)/);
    await asked(house, 'leave wg2', { as: 'terminal:eve' });
    await asked(house, 'leave wg2', dora);
  });

  it('is told to join again where nobody let them in yet', async () => {
    await asked(house, 'join wg3', bob);
    expect(await asked(house, 'leave wg3', bob)).toContain('you ask nothing of wg3');
  });
});

describe('a chair', () => {
  it('who is the only one is told what follows before they leave', async () => {
    const told = await asked(house, 'leave wg3', carol);
    for (const fact of ['You are the only chair of wg3.', 'Hand over', 'Leave all the same']) expect(told).toContain(fact);
    expect(await asked(house, 'group wg3')).toContain('carol');
  });

  it('appoints a deputy, and no other chair', async () => {
    expect(await asked(house, 'group appoint wg3 terminal:bob deputy', carol)).toContain('a deputy was appointed');
    expect(await asked(house, 'group appoint wg3 terminal:bob chair', carol)).toContain('Only coordinators');
  });

  it('chooses what to do about somebody of another chat, who is told apart by their account', async () => {
    for (const account of ['discord:7', 'discord:8'])
      await house.store.join(
        { group: 'wg3', role: 'member', joining: 'asked' },
        { account, space: 'terminal:local', at: new Date('2026-11-24T12:00:00Z'), key: account },
      );
    expect(await asked(house, 'group people wg3', carol)).toContain('somebody on Discord `discord:8` · asks to join as a member');
    for (const account of ['discord:7', 'discord:8']) await asked(house, `group answer wg3 ${account} yes`, carol);
    const people = await asked(house, 'group people wg3', carol);
    for (const fact of ['somebody on Discord `discord:7` · member', '/is3c group person wg3 discord:8 Choose']) expect(people).toContain(fact);
    expect(await asked(house, 'group people wg3', { as: 'terminal:dora' })).not.toContain('discord:7');
    const person = await asked(house, 'group person wg3 discord:7', carol);
    for (const fact of ['discord:7 Ask to take over', 'discord:7 deputy Make deputy', 'discord:7 Remove']) expect(person).toContain(fact);
    expect(person).not.toContain('Make chair');
    expect(await asked(house, 'group person wg3 discord:7')).toContain('Make chair');
    expect(await asked(house, 'group person wg3 discord:7', { as: 'terminal:dora' })).toContain('Only a chair');
    expect(await asked(house, 'group remove wg3 discord:8', carol)).toContain('somebody on Discord `discord:8`');
    expect(await asked(house, 'group person wg3 discord:9', carol)).toContain('They do not belong to wg3 and do not speak for it.');
  });

  it('hands over with a note, and the pack tells the next one what they need', async () => {
    expect(await asked(house, 'handover wg3', { ...bob, fields: { person: 'terminal:alice' } })).toContain('Only a chair of wg3');
    expect(await asked(house, 'handover wg3 dora', bob)).toContain('Only a chair of wg3');
    expect(await asked(house, 'handover wg3 @dora', carol)).toContain('“@dora” is no account');
    const typed = await asked(house, 'handover wg3 discord:7', carol);
    for (const fact of ['somebody on Discord `discord:7`', 'You stay chair until they accept']) expect(typed).toContain(fact);
    await asked(house, 'group appoint wg3 terminal:frida chair');
    expect(await asked(house, 'handover wg3 terminal:frida', carol)).toContain('They chair wg3 already: if you step down, they go on.');
    await asked(house, 'group dismiss wg3 terminal:frida');
    const fields = { person: 'terminal:alice', note: 'Mind the drafts.' };
    expect(await asked(house, 'handover wg3', { ...carol, fields })).toContain('You stay chair until they accept');
    const shown = await asked(house, 'group wg3', carol);
    for (const fact of ['Asked to take over alice', 'Take the question back']) expect(shown).toContain(fact);
    expect(await asked(house, 'group wg3', bob)).not.toContain('Asked to take over');
    const leaving = await asked(house, 'leave wg3', carol);
    expect(leaving).toContain('You have asked somebody to take over, who has not answered.');
    expect(leaving).not.toContain('Hand over');
    expect(await asked(house, 'handover wg3 dora', carol)).toContain('alice is asked no more.');
    expect(await asked(house, 'group recall wg3', carol)).toContain('nobody is asked any more to take over wg3 from you');
    expect(await asked(house, 'group recall wg3', carol)).toContain('There is nobody whom you have asked');
    await asked(house, 'handover wg3', { ...carol, fields });
    const card = await asked(house, 'group wg3', alice);
    for (const fact of ['Mind the drafts.', 'I will', 'No, thank you', 'Show the pack']) expect(card).toContain(fact);
    expect(await asked(house, 'group wg3', { as: 'terminal:dora' })).not.toContain('Mind the drafts.');
    const pack = await asked(house, 'group pack wg3', alice);
    for (const fact of ['Mind the drafts.', 'No milestone of its own is open.', 'I will', 'deputy: bob']) expect(pack).toContain(fact);
    expect(await asked(house, 'group pack wg3', { as: 'terminal:dora' })).toContain('Only a chair of wg3, or a coordinator');
    expect(await asked(house, 'group chair wg3', alice)).toContain('You chair wg3 from now on.');
    expect(await asked(house, 'group people wg3', alice)).toMatch(/alice · chair[\s\S]*carol `terminal:carol` · member/);
    expect(await asked(house, 'group decline wg3', bob)).toContain('You are not asked to chair wg3');
  });

  it('goes through the checklist, says what came of it, and the group is concluded for good', async () => {
    expect(await asked(house, 'group conclude wg3', bob)).toContain('Only a chair of wg3');
    const list = await asked(house, 'group conclude wg3', alice);
    for (const fact of ['✓ It has no open milestone', '○ There is no update', 'Conclusion is final']) expect(list).toContain(fact);
    const done = await asked(house, 'group conclude wg3 step:form', { ...alice, fields: { outcome: 'A guide\n\nis out.', left: 'm9: nobody' } });
    for (const fact of ['wg3 is concluded', 'What stays open │ m9: nobody', 'State concluded']) expect(done).toContain(fact);
    expect(done).toMatch(/People \d former members (?!.*Joining)/);
    const people = await asked(house, 'group people wg3', alice);
    expect(people).toContain('business case · concluded');
    expect(await asked(house, 'history wg3')).toContain('What came of it: A guide is out. · What stays open: m9: nobody');
    expect(await asked(house, 'group wg3')).toContain('What came of it │ A guide');
    expect(people).not.toContain('open to every member');
    for (const line of ['join wg3', 'group resume wg3', 'group pause wg3', 'update wg3 Late news.'])
      expect(await asked(house, line)).toContain('wg3 is concluded, so this cannot be done with it.');
  });
});

describe('leadership', () => {
  it('puts a group to rest with a reason, and wakes it', async () => {
    expect(await asked(house, 'group rest wg1', alice)).toContain('Only coordinators');
    expect(await asked(house, 'group rest wg1 Nobody has time.')).toContain('State dormant');
    expect(await asked(house, 'join wg1', bob)).toContain('The group is dormant just now.');
    expect(await asked(house, 'group pause wg1')).toContain('wg1 is dormant');
    const chair = { as: 'terminal:erin' };
    await asked(house, 'group appoint wg1 terminal:erin chair');
    expect(await asked(house, 'group wg1', chair)).toContain('A coordinator wakes it: please ask one');
    expect(await asked(house, 'group wg1', bob)).not.toContain('please ask one');
    expect(await asked(house, 'group wake wg1', chair)).toContain('A coordinator wakes it: please ask one');
    expect(await asked(house, 'group wake wg1')).toContain('State active');
    expect(await asked(house, 'group wg1', chair)).not.toContain('please ask one');
    const home = await asked(house, 'home', chair);
    expect(home).toContain('wg1 is awake again');
  });
});

it('a bot or somebody of another organisation is not made a chair or coordinator, nor asked to be one', async () => {
  const whoIs = (account: string) => Promise.resolve({ outside: account === 'slack:T1:UBOT', locale: 'fr-FR' });
  const chosen = { person: 'slack:T1:UBOT', role: 'chair' };
  const appointing = { ...act('group appoint', { group: 'wg1' }), fields: chosen, formKey: 'f1', whoIs };
  expect(await house.doors.handle(appointing)).toMatchObject({ kind: 'refusal', problem: { code: 'person-outside' }, fields: { person: expect.anything() } });
  await asked(house, 'group appoint wg1 terminal:carol chair');
  const handing = { ...act('handover', { group: 'wg1' }, { sender: 'terminal:carol' }), fields: chosen, formKey: 'f2', whoIs };
  expect(await house.doors.handle(handing)).toMatchObject({ kind: 'refusal', problem: { code: 'person-outside' } });
  const leading = { ...act('here appoint'), fields: chosen, formKey: 'f3', whoIs };
  expect(await house.doors.handle(leading)).toMatchObject({ kind: 'refusal', problem: { code: 'person-outside' } });
  expect(await house.doors.handle({ ...appointing, fields: { ...chosen, person: 'slack:T1:UX' } })).toMatchObject({ kind: 'card' });
});
