import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneShot } from '../../src/adapters/terminal/one-shot.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';

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
});
