import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneShot } from '../../src/adapters/terminal/one-shot.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
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
