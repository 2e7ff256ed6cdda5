import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: '2022-10-06T10:00:00Z' });
});
afterAll(() => house.close());

it('other words that come after the digest that told the first ones are said to be in no digest, and those before it are not', async () => {
  const fields = { status: 'on track', done: 'First words', next: '', help: '', milestone: '' };
  const said = 'the digest keeps the words that it told';
  expect(await asked(house, 'update wg1', { fields })).not.toContain('digest keeps');
  expect(await asked(house, 'update wg1 week:2022-W40', { fields: { ...fields, done: 'Second words' } })).not.toContain('digest keeps');
  house.clock.now = new Date('2022-10-11T10:00:00Z');
  const late = await asked(house, 'update wg1 week:2022-W40', { fields: { ...fields, done: 'Third words' } });
  expect(late).toContain(said);
  expect(await asked(house, 'digest 2022-W40')).toContain('Second words');
  expect(await asked(house, 'update show u1')).toContain('Third words');
  const joins = 'it joins the next digest';
  expect(await asked(house, 'update wg2 week:2022-W40', { fields })).toContain(joins);
  expect(await asked(house, 'update wg2 week:2022-W40', { fields: { ...fields, done: 'Second words' } })).toContain(joins);
  house.clock.now = new Date('2022-10-17T12:00:00Z');
  const later = await asked(house, 'update wg2 week:2022-W40', { fields: { ...fields, done: 'Third words' } });
  expect(later).toContain(said);
  expect(later).not.toContain(joins);
  expect(await asked(house, 'digest 2022-W41')).toContain('Second words');
});
