import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, openTestHouse, type TestHouse } from '../support/house.ts';
import { begin, channel, message, owe, person } from '../support/messages.ts';
import { by } from '../support/store.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
});
afterAll(() => house.close());

const alice = { as: 'terminal:alice' };

describe('working groups', () => {
  it('are listed with what they told last, in both languages', async () => {
    const shown = await asked(house, 'groups');
    for (const fact of ['wg1 · Security by design · No update yet.', 'wg2 · Education and skills', 'Show wg3']) expect(shown).toContain(fact);
    expect(await asked(house, 'groups', { language: 'fr' })).toContain('Groupes de travail');
  });

  it('are found by id, by number and by a part of the name; where several fit, a menu asks', async () => {
    for (const said of ['wg2', '2', 'education and']) expect(await asked(house, `group ${said}`)).toContain('wg2 · Education and skills');
    expect(await asked(house, 'group')).toContain('Which group?');
    expect(await asked(house, 'group nobody')).toContain('There is no group “nobody”.');
  });

  it.each([
    ['wg1', 'wg1 · Security by design'],
    ['wg2?', 'wg2 · Education and skills'],
    ['what is wg1 doing', 'wg1 · Security by design'],
    ['who chairs WG-3', 'wg3 · Procurement'],
    ['where is wg1 now', 'wg1 · Security by design'],
    ['où en est wg1', 'wg1 · Security by design'],
    ['Security by design', 'wg1 · Security by design'],
    ['what did education and skills do', 'wg2 · Education and skills'],
    ['who chairs the procurement group?', 'wg3 · Procurement'],
    ['qui préside le groupe education', 'wg2 · Education and skills'],
    ['what about education or procurement', 'Which group?'],
    ['what is wg99 doing', 'There is no group “wg99”.'],
    ['what does the working group do', 'Perhaps one of these helps'],
    ['jion wg1', 'Did you mean join wg1?'],
    ['what did wg1 do in June 2022', 'Updates: Security by design, June 2022'],
    ['wg 2 in March 2022', 'Updates: Education and skills, March 2022'],
    ['wg 2 March 2022', 'Updates: Education and skills, March 2022'],
    ['WG-2 March 2022', 'Updates: Education and skills, March 2022'],
  ])('are shown to whoever asks “%s”', async (question, told) => {
    expect(await asked(house, question)).toContain(told);
  });

  it('are led by whom a coordinator appoints, and by nobody else', async () => {
    expect(await asked(house, 'group settings wg1', alice)).toContain('Only a chair of wg1, or a coordinator, can do that.');
    expect(await asked(house, 'group appoint wg1 terminal:alice', alice)).toContain('coordinator');
    expect(await asked(house, 'group appoint wg1 terminal:alice chair')).toContain('a chair was appointed');
    expect(await asked(house, 'group wg1', alice)).toContain('Step down');
    expect(await asked(house, 'me', alice)).toContain('wg1 · Security by design (chair)');
    expect(await asked(house, 'group pause wg2', alice)).toContain('Only a chair of wg2');
  });

  it('are asked when their chair chooses, in a zone that is named', async () => {
    const fields = { rhythm: 'fortnightly', weekday: '1', hour: '9', zone: 'nairobi', charter: 'Devices that are safe from the start.' };
    const set = await asked(house, 'group settings wg1', { ...alice, fields });
    for (const fact of ['Devices that are safe', 'every other week, Monday at 09:00 (Africa/Nairobi)']) expect(set).toContain(fact);
    expect(await asked(house, 'group settings wg1', { ...alice, fields: { zone: 'Atlantis' } })).toContain('“Atlantis” is no time zone.');
    expect(await asked(house, 'group settings wg1', { ...alice, fields })).toContain('Nothing is different');
  });

  it('are paused and resumed in one press, and ask in the channel where that is chosen', async () => {
    const paused = await asked(house, 'group pause wg1', alice);
    for (const fact of ['Recorded: wg1, paused.', 'State paused', 'not while it is paused; otherwise every other week, Monday at 09:00'])
      expect(paused).toContain(fact);
    expect(await asked(house, 'group wg1', { language: 'fr' })).toContain('pas tant qu’il est en pause ; sinon une semaine sur deux');
    expect(await asked(house, 'home', alice)).toContain('wg1 · Security by design · paused');
    expect(await asked(house, 'group resume wg1', alice)).toContain('State active');
    expect(await asked(house, 'group channel wg1', alice)).toContain('Channel a terminal (prompt, local)');
  });

  it('are asked on the last such day of a month', async () => {
    await asked(house, 'group settings wg1', { ...alice, fields: { rhythm: 'monthly', weekday: '4' } });
    expect(await asked(house, 'group wg1')).toContain('every month, last Thursday at 09:00');
    expect(await asked(house, 'group wg1', { language: 'fr' })).toContain('chaque mois, le dernier jeudi à 09:00');
  });

  it('say who took an office, to everybody but visitors', async () => {
    await asked(house, 'group appoint wg2 terminal:alice deputy');
    expect(await asked(house, 'group wg2')).toContain('a deputy was appointed: alice');
    for (const [command, options] of [
      ['group', { group: 'wg2' }],
      ['history', { of: 'wg2' }],
    ] as const) {
      const visited = JSON.stringify(await house.doors.handle(act(command, options, { sender: 'slack:T9:U9', space: 'slack:T1', standing: 'visitor' })));
      expect(visited).toContain('a deputy was appointed');
      expect(visited).not.toContain('a deputy was appointed:');
    }
  });

  it('tell what happened to them: the newest, that there is more, and the rest page by page', async () => {
    expect(await asked(house, 'group wg1')).toMatch(/More happened before that\. .*\/is3c history wg1 Whole history/);
    const whole = await asked(house, 'history WG1');
    for (const fact of ['wg1 · What happened to it', 'settings changed', 'a chair was appointed: alice', 'loaded from the plan', 'Show wg1'])
      expect(whole).toContain(fact);
  });

  it('have a history of several pages, as milestones have one', async () => {
    for (const move of ['pause', 'resume', 'pause', 'resume', 'pause', 'resume']) await asked(house, `group ${move} wg1`);
    expect(await asked(house, 'history wg1')).not.toContain('loaded from the plan');
    expect(await asked(house, 'history wg1')).toContain('history of:wg1 skip:10');
    const older = await asked(house, 'history of:wg1 skip:10');
    for (const fact of ['loaded from the plan', 'Newer']) expect(older).toContain(fact);
    expect(await asked(house, 'history wg77')).toContain('There is no group “wg77”.');
    expect(await asked(house, 'history u1')).toContain('There is no milestone “u1”.');
    expect(await asked(house, 'history m3', { language: 'fr' })).toContain('chargé depuis le plan');
  });

  it('offer little at first, and the rest of what one may do in a menu', async () => {
    const card = await house.doors.handle(act('group', { group: 'wg1' }));
    if (card.kind !== 'card') throw new Error(card.kind);
    expect(card.buttons.map(({ label }) => label)).toEqual([
      'Write the update',
      'Nothing new this week',
      'Join',
      'People',
      'All updates of the group',
      'Whole history',
      'Share',
    ]);
    const [menu] = card.blocks.filter(({ kind }) => kind === 'menu');
    expect(menu).toMatchObject({
      label: 'More',
      choices: ['Settings', 'Use this channel', 'Appoint', 'End an office', 'Pause', 'Put to rest', 'Conclude'].map((label) => ({ label })),
    });
  });

  it('are left by whoever steps down, and then nobody is asked', async () => {
    expect(await asked(house, 'group dismiss wg1 terminal:alice', alice)).toContain('You are the only chair of wg1.');
    const sure = await asked(house, 'group dismiss wg1 terminal:alice sure:yes', alice);
    expect(sure).toContain('You no longer chair wg1');
    expect(await asked(house, 'group wg1', alice)).not.toContain('Step down');
    expect(await asked(house, 'group wg1', alice)).toContain('(Africa/Nairobi) · nobody is there to be asked');
  });
});

describe('the digest', () => {
  it('names each group that has said nothing with its id, since names hold commas', async () => {
    const gaps = /No update yet - .*- wg2 · Education and skills - wg3 · Procurement, supply chain management and the business case/;
    expect(await asked(house, 'digest 2026-W44')).toMatch(gaps);
    expect(await asked(house, 'digest 2026-W44', { language: 'fr' })).toMatch(/Pas encore de point - .*- wg2 · Education/);
  });
});

describe('the milestones of a digest', () => {
  it('are the next ones, with the way to all of them', async () => {
    await asked(house, 'milestone add', { fields: { when: 'March 2027', text: 'A draft.' } });
    expect(await asked(house, 'digest 2026-W48')).toMatch(/The next milestones - March 2027 .*Timeline/);
  });
});

describe('what a person sets for themselves', () => {
  it('is days of absence, and the time zone is asked for with them while nobody knows it', async () => {
    expect(await asked(house, 'me away until 4 December')).toContain('If that is not your time zone, set it once.');
    expect(await asked(house, 'me away back')).not.toContain('set it once');
  });

  it('is a time zone, by its name or by a city', async () => {
    expect(await asked(house, 'me zone america/new york')).toContain('Your time zone is America/New_York.');
    expect(await asked(house, 'me zone Tokyo')).toContain('Asia/Tokyo');
    expect(await asked(house, 'me')).toContain('Time zone Asia/Tokyo');
  });

  it('is how they are asked, and never is a choice', async () => {
    expect(await asked(house, 'me reminders')).toContain('How should the bot ask you for updates?');
    expect(await asked(house, 'me reminders never')).toContain('not at all');
    expect(await asked(house, 'me')).toContain('How I am asked not at all');
  });

  it('names an ambiguous absence in words, with the other reading as a button', async () => {
    const away = await asked(house, 'me away 06/01/2027-10/01/2027');
    for (const fact of ['“06/01/2027-10/01/2027” is understood as 6-10 January 2027.', '/is3c me away 2027-06-01/2027-10-01 It is 1 June - 1 October 2027'])
      expect(away).toContain(fact);
    expect(await asked(house, 'me away 6-10 January 2027')).not.toContain('understood');
    await asked(house, 'me away back');
  });

  it('is when they are away, until they are back', async () => {
    expect(await asked(house, 'me away until 4 December')).toContain('Away: 24 November - 4 December 2026.');
    expect(await asked(house, 'me', { language: 'fr' })).toContain('24 novembre - 4 décembre 2026');
    expect(await asked(house, 'me away banana')).toContain('“banana” cannot be read as days.');
    for (const over of ['2020-03-03', 'until 3 March 2020', '1 to 3 March 2020'])
      expect(await asked(house, `me away ${over}`)).toContain(`“${over}” is over already.`);
    expect(await asked(house, 'me away 10 December to 3 December')).toContain('cannot be read as days');
    expect(await asked(house, 'me away du 10 décembre au 3 décembre', { language: 'fr' })).toContain('ne se lit pas comme des jours');
    expect(await asked(house, 'me away 28 December to 3 January')).toContain('Away: 28 December 2026 - 3 January 2027.');
    expect(await asked(house, 'me away since Monday')).toContain('Away: ');
    expect(await asked(house, 'me away back')).toContain('Welcome back.');
    expect(await asked(house, 'me')).toContain('not away');
  });
});

describe('what a channel gets', () => {
  it('is nothing until a coordinator has had a look and switches it on', async () => {
    expect(await asked(house, 'here', alice)).toContain('coordinator');
    expect(await asked(house, 'here')).toContain('Nothing yet.');
    expect(await asked(house, 'here preview')).toContain('Nobody else sees it.');
    const on = await asked(house, 'here digest', { fields: { weekday: '2', hour: '9', zone: 'Europe/Paris', language: 'fr', what: 'both' } });
    for (const fact of ['Digest yes', 'Tuesday at 09:00 (Europe/Paris)', 'français', 'about week 48 of 2026']) expect(on).toContain(fact);
    expect(await asked(house, 'here')).toContain('Set by operator');
  });

  it('is switched off in one press', async () => {
    expect(await asked(house, 'here off')).toContain('No digest and no news come here from now on.');
    expect(await asked(house, 'here')).toContain('Nothing yet.');
  });
});

it('an update is refused where its group is concluded while it is written', async () => {
  const racing = await openTestHouse({
    now: '2026-11-24T12:00:00Z',
    behind: (store) => ({
      ...store,
      async recordUpdate(change, who) {
        const set = { state: 'concluded' } as const;
        await store.recordGroup({ act: 'group concluded', id: change.group, revision: 1, set, why: 'Done.' }, by());
        return store.recordUpdate(change, who);
      },
    }),
  });
  expect(await asked(racing, 'update nothing wg1 week:2026-W48')).toContain('wg1 is concluded');
  expect(await asked(racing, 'updates wg1')).not.toContain('W48');
  await racing.close();
});

describe('whether the bot is well', () => {
  async function fail(to: ReturnType<typeof channel>, problem: string): Promise<void> {
    const { store, clock } = house;
    await owe(store, clock.now, message('wg1', to));
    const waiting = await store.readWaiting(clock.now, 50);
    const begun = await begin(
      store,
      waiting.find((one) => one.to.kind === 'channel' && one.to.space === to.space),
      clock.now,
    );
    if (begun !== undefined) await store.endSending(begun, { kind: 'failed', problem }, clock.now);
  }

  it('is told to anyone, with the version and the queue', async () => {
    const shown = await asked(house, 'status', alice);
    for (const fact of ['The bot is well', 'Messages that wait 2, the oldest waiting since 24 November 2026', 'Version']) expect(shown).toContain(fact);
    expect(await asked(house, 'status', { language: 'fr' })).toContain('Le bot va bien');
    expect(await asked(house, 'status again 00000000-0000-4000-8000-000000000000')).toContain('There is no such message any more');
  });

  it('is not where a message waits for an hour for a chat, which is not connected, say', async () => {
    const before = house.clock.now;
    house.clock.now = new Date(before.getTime() + 3_601_000);
    expect(await asked(house, 'status', alice)).toContain('The bot is well');
    await owe(house.store, before, message('wg1', channel('C1')));
    const shown = await asked(house, 'status', alice);
    for (const fact of ['The bot needs somebody to look', 'A message has waited for an hour or more']) expect(shown).toContain(fact);
    house.clock.now = before;
  });

  it('is told space by space, also where nothing was delivered yet, and not of terminals at which nobody sits', async () => {
    await owe(house.store, house.clock.now, message('wg1', channel('C1')), message('wg1', person('terminal:alice')));
    const shown = await asked(house, 'status', alice);
    expect(shown).toContain('Deliveries - slack:T1 · nothing was delivered yet');
    expect(shown).not.toContain('terminal:local');
  });

  it('is not said of one whose jobs stand still', async () => {
    const before = house.clock.real;
    house.clock.real = new Date(Date.now() + 11 * 60_000);
    expect(await asked(house, 'status', alice)).toContain('The bot needs somebody to look');
    await house.store.noteTick(new Date(Date.now() + 10 * 60_000));
    expect(await asked(house, 'status', alice)).toContain('The bot is well');
    house.clock.real = before;
  });

  it('says why something failed in its words, and in those of a platform where they are its own', async () => {
    await fail(channel('C8', 'slack:T8'), 'history too long');
    await fail(channel('C9', 'slack:T9'), 'channel_not_found');
    const shown = await asked(house, 'status', alice);
    for (const fact of ['last failure (too much was written there since)', 'last failure (channel_not_found)']) expect(shown).toContain(fact);
    const french = await asked(house, 'status', { language: 'fr' });
    for (const fact of ['dernier échec (trop de choses y ont été écrites depuis)', 'dernier échec (channel_not_found)']) expect(french).toContain(fact);
  });
});

describe('a milestone that a chair proposes', () => {
  const when = { text: 'The report is out.', when: '3/4/2027' };

  it('has its ambiguous date said back, with the other reading in one press while it waits', async () => {
    await asked(house, 'group appoint wg2 terminal:erin chair');
    const erin = { as: 'terminal:erin' };
    const proposed = await asked(house, 'milestone add', { ...erin, fields: when });
    const [, id = ''] = /Proposed: (m\d+)/.exec(proposed) ?? [];
    for (const fact of ['“3/4/2027” is understood as 3 April 2027.', `milestone:${id} when:2027-03-04`, 'It is 4 March 2027']) expect(proposed).toContain(fact);
    expect(await asked(house, `milestone redate milestone:${id} when:2027-03-04`, alice)).toContain(`Only whoever proposed ${id} can do that.`);
    expect(await asked(house, `milestone redate milestone:${id} when:soon`, erin)).toContain('“soon” cannot be read as a date');
    expect(await asked(house, `milestone redate milestone:${id} when:2027-03-04`, erin)).toContain('Planned 4 March 2027');
    for (const question of [id, `what about ${id}?`]) expect(await asked(house, question)).toContain(`${id} waits`);
    expect(await asked(house, `milestone accept ${id}`)).toContain('Planned 4 March 2027');
    expect(await asked(house, `milestone redate milestone:${id} when:2027-04-03`, erin)).toContain(`${id} is accepted already.`);
  });
});
