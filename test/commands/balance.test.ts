import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
});
afterAll(() => house.close());

const alice = { as: 'terminal:alice' };

describe('a stakeholder group', () => {
  it('is said by whoever wants to, with the reason told, and taken back', async () => {
    const question = await asked(house, 'me stakeholder', alice);
    for (const fact of ['You need not say.', 'nobody sees what you are', 'technical community']) expect(question).toContain(fact);
    for (const [said, group] of [
      ['government', 'government'],
      ['academia', 'others (academia, youth, parliamentarians)'],
      ['Société civile', 'civil society'],
      ['Intergovernmental organisations', 'intergovernmental organisations'],
    ])
      expect(await asked(house, `me stakeholder ${said}`, alice)).toContain(`Recorded: ${group}`);
    expect(await asked(house, 'me', alice)).toContain('Stakeholder group intergovernmental organisations');
    expect(await asked(house, 'me stakeholder pirates', alice)).toContain('“pirates” is none of these: civil society, government');
    expect(await asked(house, 'me stakeholder none', alice)).toContain('Recorded: nothing is said');
    expect(await asked(house, 'me', { ...alice, language: 'fr' })).toContain('Catégorie d’acteurs non précisée');
  });

  it('is never told of one person, nor kept once it was changed', async () => {
    await asked(house, 'me stakeholder government', alice);
    await asked(house, 'topics interest t1 join', alice);
    await house.store.moveBalance('2026-11-23');
    for (const line of ['topics', 'topic t1', 'topics balance']) expect(await asked(house, line)).not.toContain('government');
    expect(await asked(house, 'topics balance')).toContain('Nothing can be told yet');
    await asked(house, 'me stakeholder none', alice);
    expect(await asked(house, 'me export', alice)).not.toContain('government');
  });
});
