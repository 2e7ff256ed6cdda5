import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneShot } from '../../src/adapters/terminal/one-shot.ts';
import { act, openTestHouse, type TestHouse } from '../support/house.ts';
import { by } from '../support/store.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** What the terminal prints when the form behind a typed line is filled and sent, white space folded. */
async function sent(line: string, fields: Readonly<Record<string, string>>, language: 'en' | 'fr' = 'en'): Promise<string> {
  const reader = { account: 'terminal:operator', zone: 'UTC', language };
  const { output, error } = await oneShot({ words: line.split(' '), flags: { json: false, fields }, reader, columns: 200, colours: false }, house.doors);
  return `${output}${error}`.replace(/\s+/g, ' ');
}

describe('/is3c milestone change', () => {
  it('refuses milestones that would wait for each other, in both languages', async () => {
    const fields = { 'depends-on': 'm8', why: 'to try' };
    expect(await sent('milestone change m6', fields)).toContain('for ever: m6 depends on m8, which depends on m6.');
    expect(await sent('milestone change m6', fields, 'fr')).toContain('sans fin : m6 dépend de m8, qui dépend de m6.');
  });

  it('refuses to wait for a milestone that there is not, and keeps what stands', async () => {
    const fields = { 'depends-on': 'm6, m99', why: 'to try' };
    expect(await sent('milestone change m8', fields)).toContain('There is no milestone “m99”.');
    expect(await sent('milestone change m8', fields, 'fr')).toContain('Il n’y a pas de jalon « m99 ».');
    expect(await sent('milestone show m8', {})).toContain('Depends on m6');
    expect(await sent('milestone add', { when: 'June 2023', text: 'Report', 'depends-on': 'm99' })).toContain('There is no milestone “m99”.');
    expect(await sent('milestone add', { when: 'June 2023', text: 'Report', 'depends-on': 'm8' })).toContain('Recorded: m9.');
  });

  it('keeps a date and its words when they are sent back as the form holds them, also a year later', async () => {
    house.clock.now = new Date('2022-05-10T12:00:00Z');
    expect(await sent('milestone change m6', { when: 'early June', why: 'moved' })).toContain('Planned June 2022 (“early June”)');
    house.clock.now = new Date('2023-05-10T12:00:00Z');
    expect(await sent('milestone change m6', { why: 'looked at' })).toContain('Nothing is different');
    expect(await sent('milestone change m6', { text: 'They meet.', why: 'shorter' }, 'fr')).toContain('juin 2022 (« early June »)');
    expect(await sent('milestone change m6', { when: 'June 2022 (“early June”)', why: 'again' })).toContain('Nothing is different');
    expect(await sent('milestone change m6', { when: 'early June', why: 'next year' })).toContain('Planned June 2023 (“early June”)');
  });

  it('keeps words that nobody could read as a date', async () => {
    const { planned } = (await house.store.readMilestone({ account: 'terminal:operator' }, 'm5')).milestone ?? {};
    const worded = { when: { kind: 'unknown' }, wording: 'once the MAG has met', source: planned?.source ?? '' } as const;
    await house.store.recordMilestone({ act: 'changed', id: 'm5', revision: 1, set: { planned: worded }, why: '' }, by());
    expect(await sent('milestone change m5', { why: 'looked at' })).toContain('Nothing is different');
  });

  it('keeps a confirmed date whose source alone is corrected', async () => {
    house.clock.now = new Date('2022-05-10T12:00:00Z');
    await sent('milestone confirm m7', { when: 'early June', source: 'a rumour', why: 'said so' });
    house.clock.now = new Date('2023-05-10T12:00:00Z');
    expect(await sent('milestone confirm m7', { source: 'the Secretariat', why: 'announced' })).toContain(
      'Confirmed June 2022 (“early June”) (source: the Secretariat)',
    );
  });
});

describe('the history of a milestone', () => {
  it('tells what was there before and what came in its place, in both languages', async () => {
    house.clock.now = new Date('2022-10-10T12:00:00Z');
    await sent('milestone change m1', { when: 'December 2021', text: 'Another text.', why: 'moved' });
    expect(await sent('history m1', {})).toContain('because: moved · Planned: November 2021 → December 2021 · What happens: “');
    expect(await sent('milestone show m1', {})).toMatch(/What happens: “.* …” → “Another text”/);
    await sent('milestone confirm m1', { when: '6 December 2021', source: 'a rumour' });
    await sent('milestone confirm m1', { when: '7 December 2021', source: 'the Secretariat', why: 'announced' });
    expect(await sent('history m1', {})).toContain('because: announced · Confirmed: 6 December 2021 → 7 December 2021');
    await sent('milestone confirm m1', { when: '7 December 2021', source: 'the MAG', why: 'who said so' });
    expect(await sent('history m1', {}, 'fr')).toContain('Confirmé : 7 décembre 2021 (source : the Secretariat) → 7 décembre 2021 (source : the MAG)');
    await sent('milestone change m1', { 'depends-on': 'm2, m3', why: 'it waits' });
    expect(await sent('history m1', {})).toContain('because: it waits · Depends on: – → m2, m3');
  });
});

describe('/is3c milestone confirm', () => {
  it('refuses a date that is not known, saying what to do instead', async () => {
    const fields = { when: 'TBD', source: 'the Secretariat' };
    expect(await sent('milestone confirm m6', fields)).toContain(
      'A date that is not known yet confirms nothing. Confirm it once it is known. If the planned one no longer holds, change that: /is3c milestone change m6',
    );
    expect(await sent('milestone confirm m6', fields, 'fr')).toContain('Une date qui n’est pas encore connue ne confirme rien.');
  });

  it('takes a date without its year for the one nearest to the planned date, and offers the one that lies ahead', async () => {
    house.clock.now = new Date('2022-10-10T12:00:00Z');
    const said = await sent('milestone confirm m7', { when: '5 September', source: 'the Secretariat', why: 'announced' });
    for (const fact of [
      'Confirmed 5 September 2022',
      '“5 September” is understood as 5 September 2022.',
      'milestone confirm m7 2023-09-05 It is 5 September 2023',
    ])
      expect(said).toContain(fact);
    expect(await sent('milestone confirm m7', { when: 'le 5 septembre', source: 'le Secrétariat', why: 'annoncé' }, 'fr')).toContain(
      'Confirmé 5 septembre 2022',
    );
    expect(await sent('milestone confirm m7', { when: '5 September 2023', source: 'a rumour', why: 'moved' })).toContain('Confirmed 5 September 2023');
    const relative = await sent('milestone confirm m7', { when: 'tomorrow', source: 'a rumour', why: 'moved' });
    expect(relative).toContain('Confirmed 11 October 2022');
  });

  it('goes by the planned date where one that is not known was confirmed before', async () => {
    const confirmed = { when: { kind: 'unknown' }, wording: 'once it is settled', source: 'a plan' } as const;
    const revision = (await house.store.readMilestone({ account: 'terminal:operator' }, 'm2')).milestone?.revision ?? 0;
    await house.store.recordMilestone({ act: 'confirmed', id: 'm2', revision, set: { confirmed }, why: '' }, by());
    const shown = await sent('milestone show m2', {});
    expect(shown).toContain('m2 · December 2021 │');
    expect(shown).toContain('State outcome not recorded');
    expect(await sent('next-milestone', {})).toContain('m2 (December 2021)');
    expect(await sent('timeline 2021', {})).toContain('m2 · December 2021 ·');
  });
});

describe('/is3c milestone done', () => {
  const fields = { outcome: 'Published.', why: 'checked' };

  it('answers with the outcome that it recorded', async () => {
    expect(await sent('milestone done m1', { outcome: 'Held in Katowice.' })).toMatch(/Recorded: m1\. .*Outcome Held in Katowice\./);
  });

  it('takes a longer stretch from its last day, or from today while it lasts, and says so', async () => {
    house.clock.now = new Date('2022-12-09T12:00:00Z');
    expect(await sent('milestone done m4', { ...fields, dated: 'November 2022' })).toContain('“November 2022” is understood as 30 November 2022.');
    expect(await sent('milestone show m4', {})).toContain('Published. (30 November 2022)');
    expect(await sent('milestone done m4', { ...fields, dated: '2022' })).toContain('“2022” is understood as 9 December 2022.');
  });

  it('refuses a day that has begun nowhere yet, and the other reading of a date where that has not', async () => {
    house.clock.now = new Date('2022-10-10T12:00:00Z');
    const ahead = { outcome: 'Continue.', dated: '20 October 2022' };
    expect(await sent('milestone done m6', ahead)).toContain('“20 October 2022” has not come yet. Record the outcome on its day, or leave the day empty');
    expect(await sent('milestone done m6', ahead, 'fr')).toContain('« 20 October 2022 » n’est pas encore arrivé.');
    expect(await sent('milestone show m6', {})).not.toContain('outcome recorded');
    const ambiguous = { outcome: 'Continue.', dated: '11/10/2022' };
    expect(await sent('milestone done m6', ambiguous)).toContain('Continue. (11 October 2022)');
    expect(await sent('milestone done m6', { ...ambiguous, outcome: 'Go on.', why: 'reworded' })).not.toContain('10 November');
    house.clock.now = new Date('2022-12-09T12:00:00Z');
  });

  it.each([
    ['5 September', 'en', '5 September 2022'],
    ['September', 'en', '30 September 2022'],
    ['Wednesday', 'en', '5 October 2022'],
    ['the 15th', 'en', '15 September 2022'],
    ['le 10 décembre', 'fr', '10 décembre 2021'],
    ['mercredi', 'fr', '5 octobre 2022'],
    ['8/11', 'en', '8 November 2021'],
  ] as const)('reads a day without its year as the latest that has come: %s', async (dated, language, understood) => {
    house.clock.now = new Date('2022-10-10T12:00:00Z');
    expect(await sent('milestone done m2', { outcome: `Held, it says: ${dated}.`, dated, why: 'found' }, language)).toContain(`(${understood})`);
  });

  it('does not take what counts from today for a day that has come', async () => {
    house.clock.now = new Date('2022-10-10T12:00:00Z');
    for (const dated of ['the day after tomorrow', 'next Wednesday', 'in 3 days', 'next week']) {
      expect(await sent('milestone done m2', { outcome: 'Held again.', dated, why: 'found' })).toContain('has not come yet');
    }
  });

  it('takes the one reading of an ambiguous day that has come, and says so', async () => {
    house.clock.now = new Date('2022-10-10T12:00:00Z');
    const recorded = await sent('milestone done m3', { outcome: 'Held.', dated: '8/11/2022' });
    expect(recorded).toContain('“8/11/2022” is understood as 11 August 2022.');
    expect(recorded).not.toContain('2022-11-08');
  });

  it('says back what was typed only where it says more', async () => {
    expect(await sent('milestone done m4', { ...fields, outcome: 'Out.', dated: '30 November 2022' })).not.toContain('understood');
  });

  it('offers the other reading of an ambiguous day', async () => {
    const recorded = await sent('milestone done m4', { ...fields, outcome: 'It is out.', dated: '3/4/2022' });
    for (const fact of ['“3/4/2022” is understood as 3 April 2022.', 'milestone:m4 when:2022-03-04']) expect(recorded).toContain(fact);
  });

  it('refuses what has one end alone, saying which and what may be meant', async () => {
    const offered = 'only says until when, and a date is needed here. If that is the date, write “June 2027”.';
    expect(await sent('milestone change m4', { when: 'by June 2027', why: 'x' })).toContain(`“by June 2027” ${offered}`);
    expect(await sent('milestone change m4', { when: 'since June 2027', why: 'x' })).toContain('“since June 2027” only says from when on');
    expect(await sent('milestone change m4', { when: 'd’ici juin 2027', why: 'x' }, 'fr')).toContain('Si c’est bien la date, écrivez « juin 2027 ».');
    expect(await sent('milestone change m4', { when: '../2027-06', why: 'x' })).toContain('Try “June 2022”');
  });
});

describe('/is3c milestone add', () => {
  it.each([
    ['milestone add du 6 au 10 juin 2027 Réunion', ['6 au 10 juin 2027', '[Réunion]']],
    ['milestone add Réunion du 6 au 10 juin 2027 à Paris', ['6 au 10 juin 2027', '[Réunion à Paris]']],
    ['milestone add Final report in June 2027 for the MAG', ['June 2027', '[Final report for the MAG]']],
  ] as const)('opens its form with date and text apart: %s', async (line, facts) => {
    const form = await sent(line, {});
    for (const fact of facts) expect(form).toContain(fact);
  });
});

describe('/is3c next-milestone', () => {
  it('says as an instant for which moment it answers, which each chat shows in the reader’s own zone', async () => {
    const at = new Date('2022-03-15T10:00:00Z');
    const card = await house.doors.handle(act('next-milestone', { 'as-of': '15 March 2022 at 10:00 UTC' }));
    expect(card).toMatchObject({ blocks: expect.arrayContaining([{ kind: 'note', text: ['As of ', { kind: 'time', at }] }]) });
  });

  it('says which outcomes are missing in small print alone, which has no bold in one of the chats', async () => {
    house.clock.now = new Date('2022-10-10T12:00:00Z');
    const card = await house.doors.handle(act('next-milestone'));
    expect(card).toMatchObject({ blocks: expect.arrayContaining([{ kind: 'note', text: [expect.stringMatching(/^Outcome not recorded: m/)] }]) });
  });
});
