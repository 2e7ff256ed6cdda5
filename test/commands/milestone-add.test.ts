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

it('says in the reader’s language where a milestone came from, and what somebody typed as it was typed', async () => {
  const french = (id: string) => asked(house, `milestone show ${id}`, { language: 'fr' });
  expect(await french('m9')).toContain('proposé par wg1');
  expect(await french('m10')).toContain('the Secretariat');
  expect(await french('m11')).toContain('ajouté par la coordination');
});

it('gives a milestone to the group of the chair who proposes it, and to the one that a coordinator names', async () => {
  await asked(house, 'group appoint wg2 terminal:alice chair');
  await asked(house, 'milestone add', { ...chair, fields: { when: 'June 2027', text: 'Guide out', group: 'wg2' } });
  await asked(house, 'milestone accept m12');
  const pack = await asked(house, 'group pack wg2', chair);
  expect(pack).toContain('m12 · June 2027 · Guide out');
  expect(pack).not.toContain('m9');
  expect(await asked(house, 'group pack wg1', chair)).toContain('m9 · March 2027 · Draft published');
  expect(await asked(house, 'group conclude wg2', chair)).toContain('No outcome is recorded of m12');
  expect(await asked(house, 'milestone show m12')).toContain('(source: proposed by wg2)');
  expect(await asked(house, 'milestone add', { ...chair, fields: { when: 'June 2027', text: 'Guide out', group: 'wg3' } })).toContain(
    '“wg3” is none of these: wg1',
  );
  await asked(house, 'milestone add', { fields: { when: 'July 2027', text: 'Course held', group: 'wg3' } });
  expect(await asked(house, 'group wg3')).toContain('m13 · Course held');
  await asked(house, 'milestone add', { fields: { when: 'July 2027', text: 'Meeting held', group: 'none' } });
  expect(await asked(house, 'milestone show m14')).not.toContain('Working group');
});

it('lets nobody propose a milestone that waits for one that is not in the plan', async () => {
  const fields = { when: 'August 2027', text: 'Follow-up', group: 'wg1', 'depends-on': 'm99' };
  expect(await asked(house, 'milestone add', { ...chair, fields })).toContain('There is no milestone “m99”.');
});
