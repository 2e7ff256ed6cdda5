import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
});
afterAll(() => house.close());

const alice = { as: 'terminal:alice' };
const bob = { as: 'terminal:bob' };

const fields = {
  name: 'Testing for consumers',
  problem: 'Nobody tests for them.',
  deliverable: 'A guide for consumer bodies.',
  ending: 'When the guide is out; testers are wanted.',
  milestone: 'Outline agreed in March 2027',
};

describe('topics', () => {
  it('are shown word for word, with the interest in each', async () => {
    const shown = await asked(house, 'topics', alice);
    expect(shown).toContain('Assessing the importance of consumer protection testing.');
    expect(shown).toContain('0 people would join, 0 would lead');
    expect(await asked(house, 'topics', { ...alice, language: 'fr' })).toContain('Sujets qui attendent un groupe');
  });
});

describe('a proposal', () => {
  it('is made from a topic, and its first milestone is dated by its own words', async () => {
    const filed = await asked(house, 'propose t2', { ...alice, fields });
    for (const fact of ['Proposed: p1', 'understood as March 2027', '22 December 2026']) expect(filed).toContain(fact);
    expect(await asked(house, 'proposals', bob)).toContain('p1 · Testing for consumers · waits for leadership · no volunteer yet');
    expect(await asked(house, 'topics', bob)).toContain('proposed: p1');
  });

  it('is established with its charter, its first milestone and its volunteers', async () => {
    expect(await asked(house, 'volunteer p1 lead', bob)).toContain('Recorded: you would lead in p1');
    expect(await asked(house, 'review p1 establish', alice)).toContain('Only coordinators can do this.');
    const established = await asked(house, 'review p1 establish', { fields: { why: 'Much wanted.' } });
    for (const fact of ['p1 is established', 'Show wg4']) expect(established).toContain(fact);
    const group = await asked(house, 'group wg4', bob);
    for (const fact of ['wg4 · Testing for consumers', 'Nobody tests for them.', 'State forming']) expect(group).toContain(fact);
    expect(await asked(house, 'timeline 2027')).toContain('Outline agreed in March 2027');
    expect(await asked(house, 'topics')).not.toContain('consumer protection testing');
  });
});
