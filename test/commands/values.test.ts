import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { asked } from './asked.ts';

const [bea, carl] = ['bea', 'carl'].map((name) => ({ as: `terminal:${name}` }));

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
  await asked(house, 'group appoint wg1 terminal:bea chair');
  const fields = { name: 'Testing', problem: 'Nobody.', deliverable: 'A guide.', ending: 'Soon.', milestone: 'Outline in March 2027' };
  for (const name of ['Testing', 'Writing']) await asked(house, 'propose', { ...bea, fields: { ...fields, name } });
});
afterAll(() => house.close());

describe('a value that there is not', () => {
  it('is answered with those that there are, in the language that is read, each a button that keeps the rest', async () => {
    const refused = await asked(house, 'review p1 approve nice');
    for (const fact of ['Which one is meant?', 'none of these: Establish, Ask for changes, Decline.', '/is3c review p1 establish nice'])
      expect(refused).toContain(fact);
    expect(refused).toContain('What you typed │ p1 approve nice');
    const french = await asked(house, 'join wg1 roi', { ...carl, language: 'fr' });
    for (const fact of ['Que voulez-vous dire', '« roi » n’en fait pas partie', 'observation', '/is3c join wg1 observer']) expect(french).toContain(fact);
    expect(await asked(house, 'group joining wg1 sometimes')).toContain('/is3c group joining wg1 open');
    expect(await asked(house, 'group joining wg1')).toContain('/is3c group joining wg1 asked');
    expect(await asked(house, 'group appoint wg1 terminal:carl king')).toContain('/is3c group appoint wg1 terminal:carl deputy');
  });

  it('is not what the other language calls one', async () => {
    expect(await asked(house, 'join wg1 observateur', carl)).toContain('You belong to wg1 as an observer');
    expect(await asked(house, 'volunteer p1 diriger', { ...carl, language: 'fr' })).toContain('vous offrez de diriger');
    expect(await asked(house, 'volunteer p1 aucun', carl)).toContain('Recorded: you offer nothing to p1');
    expect(await asked(house, 'topics interest t1 rejoindre', carl)).toContain('Recorded: your interest in t1');
    expect(await asked(house, 'review p1 refuser Trop tôt.')).toContain('p1 was declined');
    expect(await asked(house, 'review p2 ETABLIR Bien.')).toContain('p2 is established');
  });
});

describe('a line that cannot be read', () => {
  it('goes back whole, with how it is typed and its help', async () => {
    const refused = await asked(house, 'topics balance of the year');
    for (const fact of ['Type it like this: /is3c topics balance', 'What you typed │ topics balance of the year', '/is3c help topics balance'])
      expect(refused).toContain(fact);
    expect(await asked(house, 'milestone show "m3')).toContain('What you typed │ milestone show "m3');
  });

  it('names the command that was begun, and help lists a family', async () => {
    expect(await asked(house, 'me lang fr')).toContain('Did you mean me language fr?');
    const family = await asked(house, 'help milestone');
    for (const name of ['milestone show', 'milestone add', 'milestone confirm', 'milestone reopen']) expect(family).toContain(`/is3c ${name}`);
  });

  it('tells how an account is typed', async () => {
    expect(await asked(house, 'group appoint wg1', { fields: { person: 'dora', role: 'deputy' } })).toContain('terminal:dora');
  });

  it('and who hands over is no matter of coordinators', async () => {
    expect(await asked(house, 'help handover')).toContain('Who Chairs group');
  });
});

describe('that nothing is new', () => {
  /** Each line finds a week of its own, and nothing missing before it. */
  beforeAll(() => asked(house, 'update wg1 week:2026-W47 Read the drafts.', bea));
  const aWeekLater = (): void => {
    house.clock.now = new Date(house.clock.now.getTime() + 7 * 86_400_000);
  };

  it.each(['update nothing', 'update rien', 'update wg1 nothing', 'update wg1 Rien de nouveau.', 'update nothing new this week', 'update rien wg1'])(
    'is recorded as such by %j',
    async (line) => {
      expect(await asked(house, line, bea)).toMatch(/Recorded: u\d+ .*Nothing new this week\./);
      aWeekLater();
    },
  );

  it('is a button where it is named', async () => {
    const refused = await asked(house, 'update wg1', { ...bea, fields: { status: 'on track' } });
    for (const fact of ['If nothing is new, write “nothing”.', '/is3c update nothing group:wg1 week:2027-W01']) expect(refused).toContain(fact);
    expect(await asked(house, 'group wg1', bea)).toContain('/is3c update nothing wg1');
    const written = await asked(house, 'update wg1', { ...bea, fields: { done: 'rien' } });
    expect(written).not.toContain('│ rien');
  });

  it('and a first word that may name a group or begin the text is asked about, and recorded by no guess', async () => {
    const [usual] = /u\d+/.exec(await asked(house, 'update wg2 week:2026-W47 Read the drafts.')) ?? [];
    expect(usual).toBeDefined();
    for (const name of ['security', '1']) {
      const which = await asked(house, `update ${name} review is finished`);
      for (const fact of [
        `“${name}” may name a group, or begin your text.`,
        'wg1: “review is finished”',
        '/is3c update wg1 review is finished',
        `wg2: “${name} review is finished”`,
        `/is3c update wg2 ${name} review is finished`,
      ])
        expect(which).toContain(fact);
    }
    expect(await asked(house, 'update "Security by design" review is finished')).not.toContain('may name a group');
  });

  it('is not read into a word that names no group, which goes back with a button', async () => {
    const refused = await asked(house, 'update Drafted', bea);
    for (const fact of ['There is no group “Drafted”.', '│ Drafted', '/is3c update wg1 Drafted']) expect(refused).toContain(fact);
  });
});

describe('the status in a form', () => {
  const told = (status: string, language: 'en' | 'fr' = 'en') => asked(house, 'update wg3 week:2026-W47', { fields: { status, done: 'Read.' }, language });

  it.each([
    ['2', 'at risk'],
    ['à risque', 'at risk'],
    ['BLOCKED', 'blocked'],
    ['on track', 'on track'],
  ])('may be its number or its words in either language: %s', async (status, shown) => {
    expect(await told(status)).toContain(`Status ${shown}`);
  });

  it('is refused with those that there are', async () => {
    expect(await told('wobbly')).toContain('“wobbly” is none of these: on track, at risk, blocked.');
    expect(await told('wobbly', 'fr')).toContain('en bonne voie, à risque, bloqué');
  });
});

describe('the name of a week behind update', () => {
  const lines = [
    ['update wg2 last week', 'en'],
    ['update wg2 This week', 'en'],
    ['update wg2 la semaine dernière', 'fr'],
    ['update wg2 cette semaine', 'fr'],
  ] as const;

  it.each(lines)('is no text to be published under the week that is asked for: %s', async (line, language) => {
    const which = await asked(house, line, { language });
    expect(which).toMatch(/Which week\?|Quelle semaine/);
    expect(which).toMatch(/update group:wg2 week:\d{4}-W\d\d (Last|This|La|Cette)/);
    expect(which).not.toMatch(/What you typed|Votre texte/);
  });

  it.each(lines)('opens the form where only one week is open: %s', async (line, language) => {
    house.clock.now = new Date('2028-03-01T12:00:00Z');
    if (line === lines[0][0]) await asked(house, 'update wg2 week:2028-W08 Read the drafts.');
    expect(await asked(house, line, { language })).toMatch(/Update wg2, week 9|Point wg2, semaine 9/);
  });

  it('opens the question without a group too', async () => {
    expect(await asked(house, 'update last week', bea)).toMatch(/Which week\?.*update group:wg1 week:\d{4}-W\d\d Last/);
  });
});

describe('the whole name of a group before a text', () => {
  it('is one of the readings, and alone the group', async () => {
    const which = await asked(house, 'update Education and skills Read the drafts');
    expect(which).toContain('wg2: “Read the drafts”');
    expect(which).toContain('“Education and skills Read the drafts”');
    expect(which).not.toContain('wg2: “and skills');
    expect(await asked(house, 'update Education and skills')).toContain('Which group? Pick a group 1. wg2 · Education and skills');
  });
});
