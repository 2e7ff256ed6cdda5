import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { asked } from './asked.ts';

const bea = { as: 'terminal:bea' };

let house: TestHouse;
/** Six updates of wg1 before the turn of the year, the newest of them with a word from March. */
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-04-02T12:00:00Z' });
  await asked(house, 'group appoint wg1 terminal:bea chair');
  for (const week of ['2025-W46', '2025-W47', '2025-W48', '2025-W49', '2025-W50', '2026-W10', '2026-W11', '2026-W12', '2026-W13'])
    await asked(house, `update wg1 week:${week} Read the drafts of ${week}.`, bea);
});
afterAll(() => house.close());

describe('a page of past updates', () => {
  it('says the year of each that is not of this one, also where all of the page are', async () => {
    expect(await asked(house, 'updates')).toContain('week 50 (2025) · Security by design');
    const old = await asked(house, 'updates wg1 from November to December 2025');
    expect(old).toContain('week 50 (2025)');
    expect(old).toContain('week 46 (2025)');
    expect(await asked(house, 'updates')).not.toContain('(2026)');
  });
});
