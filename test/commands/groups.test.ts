import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
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

  it('are led by whom a coordinator appoints, and by nobody else', async () => {
    expect(await asked(house, 'group settings wg1', alice)).toContain('Only a chair or a deputy of wg1, or a coordinator, can do that.');
    expect(await asked(house, 'group appoint wg1 terminal:alice', alice)).toContain('coordinator');
    expect(await asked(house, 'group appoint wg1 terminal:alice chair')).toContain('a chair was appointed');
    expect(await asked(house, 'group wg1', alice)).toContain('Step down');
    expect(await asked(house, 'me', alice)).toContain('wg1 · Security by design (chair)');
    expect(await asked(house, 'group pause wg2', alice)).toContain('Only a chair or a deputy of wg2');
  });

  it('are asked when their chair chooses, in a zone that is named', async () => {
    const fields = { rhythm: 'fortnightly', weekday: '1', hour: '9', zone: 'nairobi', charter: 'Devices that are safe from the start.' };
    const set = await asked(house, 'group settings wg1', { ...alice, fields });
    for (const fact of ['Devices that are safe', 'every other week, Monday at 09:00 (Africa/Nairobi)']) expect(set).toContain(fact);
    expect(await asked(house, 'group settings wg1', { ...alice, fields: { zone: 'Atlantis' } })).toContain('“Atlantis” is no time zone.');
    expect(await asked(house, 'group settings wg1', { ...alice, fields })).toContain('Nothing is different');
  });

  it('are paused and resumed in one press, and ask in the channel where that is chosen', async () => {
    expect(await asked(house, 'group pause wg1', alice)).toContain('State paused');
    expect(await asked(house, 'home', alice)).toContain('wg1 · Security by design · paused');
    expect(await asked(house, 'group resume wg1', alice)).toContain('State active');
    expect(await asked(house, 'group channel wg1', alice)).toContain('prompt of terminal:local');
  });

  it('are left by whoever steps down', async () => {
    expect(await asked(house, 'group dismiss wg1 terminal:alice', alice)).toContain('somebody left their office');
    expect(await asked(house, 'group wg1', alice)).not.toContain('Step down');
  });
});

describe('what a person sets for themselves', () => {
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

  it('is when they are away, until they are back', async () => {
    expect(await asked(house, 'me away until 4 December')).toContain('Away: 24 November - 4 December 2026.');
    expect(await asked(house, 'me', { language: 'fr' })).toContain('24 novembre - 4 décembre 2026');
    expect(await asked(house, 'me away banana')).toContain('“banana” cannot be read as days.');
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
    expect(await asked(house, 'here off')).toContain('This channel gets nothing from now on.');
    expect(await asked(house, 'here')).toContain('Nothing yet.');
  });
});

describe('whether the bot is well', () => {
  it('is told to anyone, with the version and the queue', async () => {
    const shown = await asked(house, 'status', alice);
    for (const fact of ['The bot is well', 'Messages that wait none', 'Version']) expect(shown).toContain(fact);
    expect(await asked(house, 'status', { language: 'fr' })).toContain('Le bot va bien');
    expect(await asked(house, 'status again 00000000-0000-4000-8000-000000000000')).toContain('There is no such message any more');
  });

  it('is not said of one whose jobs stand still', async () => {
    const before = house.clock.real;
    house.clock.real = new Date(Date.now() + 11 * 60_000);
    expect(await asked(house, 'status', alice)).toContain('The bot needs somebody to look');
    await house.store.noteTick(new Date(Date.now() + 10 * 60_000));
    expect(await asked(house, 'status', alice)).toContain('The bot is well');
    house.clock.real = before;
  });
});
