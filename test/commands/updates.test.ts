import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { by } from '../support/store.ts';
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

describe('a question that holds an id', () => {
  it.each([
    ['u1', 'Read the drafts of 2025-W46'],
    ['what did u1 say', 'Read the drafts of 2025-W46'],
    ['U-1', 'is no command'],
    ['t2', 't2'],
    ['who would join T2?', 't2'],
    ['p1', 'There is no proposal “p1”.'],
    ['what did wg1 do in March 2026', 'Updates: Security by design, March 2026 - week 13'],
    ['wg1 last month', 'Updates: Security by design, March 2026'],
    ['what does wg1 do', 'wg1 · Security by design'],
  ])('is answered with what it names: %s', async (line, fact) => {
    expect(await asked(house, line)).toContain(fact);
  });

  it('is answered as its command would, in French too', async () => {
    expect(await asked(house, 'p1', { language: 'fr' })).toContain(' p1 ');
    expect(await asked(house, 'qu’a fait wg1 en mars 2026', { language: 'fr' })).toContain('mars 2026');
  });
});

describe('an update of a deputy who is dismissed in that very moment', () => {
  it('is not recorded, and goes back to its author', async () => {
    const deputy = { as: 'terminal:dan' };
    const fresh = await openTestHouse({
      behind: (store) => ({
        ...store,
        recordUpdate: async (change, author) => {
          await store.appoint({ group: 'wg2', account: deputy.as }, by());
          return store.recordUpdate(change, author);
        },
      }),
    });
    await asked(fresh, `group appoint wg2 ${deputy.as} deputy`);
    const refused = await asked(fresh, 'update wg2 week:2022-W41 We read the drafts.', deputy);
    for (const fact of ['Only a chair or a deputy of wg2, or a coordinator, can do that.', 'We read the drafts.']) expect(refused).toContain(fact);
    expect(await asked(fresh, 'updates wg2')).not.toContain('We read the drafts.');
    await fresh.close();
  });
});

describe('a word before a period that names no group', () => {
  it('may have been a slip in either, and both are said, with the updates of what was understood', async () => {
    const refused = await asked(house, 'updates sinse April');
    for (const fact of [
      'There is no group “sinse”.',
      '“sinse April” cannot be read as a date; only “April” was understood',
      '/is3c updates period:April Updates, April',
    ])
      expect(refused).toContain(fact);
    expect(await asked(house, 'updates sinse April', { language: 'fr' })).toContain('« sinse April » ne peut');
  });
});

describe('what cannot be answered', () => {
  it.each([
    ['update show u99', '/is3c updates All updates'],
    ['digest the week of pigs', '/is3c digest'],
    ['timeline banana', '/is3c timeline Timeline'],
    ['updates wg1 banana', '/is3c updates All updates'],
    ['me away when pigs fly', '/is3c me away I am away'],
    ['here dismiss terminal:operator', 'terminal:operator was never appointed here'],
    ['here dismiss terminal:nobody', 'terminal:nobody was never appointed here'],
    ['here dismiss nobody', '“nobody” is no account'],
  ])('is refused with the next step: %s', async (line, step) => {
    expect(await asked(house, line)).toContain(step);
  });

  it('leads to what stands where nothing is different', async () => {
    await asked(house, 'group settings wg1', { fields: { rhythm: 'weekly' } });
    const same = await asked(house, 'group settings wg1', { fields: { rhythm: 'weekly' } });
    for (const fact of ['Nothing is different', '/is3c group wg1']) expect(same).toContain(fact);
  });

  it('leads from a topic that was retired to the others', async () => {
    await asked(house, 'topics retire t4', { fields: { why: 'Nobody wants it.' } });
    expect(await asked(house, 'topic t4')).toContain('/is3c topics All topics');
  });
});
