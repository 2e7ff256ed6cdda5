import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
});
afterAll(() => house.close());

const chair = { as: 'terminal:alice' };

it('names as the source of a milestone whoever it came from', async () => {
  await asked(house, 'group appoint wg1 terminal:alice chair');
  await asked(house, 'milestone add', { ...chair, fields: { when: 'March 2027', text: 'Draft published' } });
  await asked(house, 'milestone accept m9');
  expect(await asked(house, 'milestone show m9')).toContain('Planned March 2027 (source: proposed by wg1)');
  await asked(house, 'milestone add', { ...chair, fields: { when: 'April 2027', text: 'Report published', source: 'the Secretariat' } });
  await asked(house, 'milestone accept m10');
  expect(await asked(house, 'milestone show m10')).toContain('(source: the Secretariat)');
  await asked(house, 'milestone add', { fields: { when: 'May 2027', text: 'Report discussed' } });
  expect(await asked(house, 'milestone show m11')).toContain('(source: added by a coordinator)');
});
