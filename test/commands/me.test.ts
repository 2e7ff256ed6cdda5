import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { file } from '../support/proposals.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
});
afterAll(() => house.close());

const [alice, bob] = ['alice', 'bob'].map((name) => ({ as: `terminal:${name}` }));
const by = (account: string) => ({ account, space: 'terminal:local', at: new Date('2026-11-24T12:00:00Z'), key: `${account} files` });

it('tells what waits for the reader, what they proposed and where they offer help', async () => {
  expect(await asked(house, 'me', alice)).not.toContain('Waiting for you');
  await asked(house, 'group appoint wg1 terminal:alice chair');
  await asked(house, 'group appoint wg2 terminal:bob chair');
  await asked(house, 'group joining wg1 asked', alice);
  await asked(house, 'join wg1', bob);
  await asked(house, 'handover wg2 terminal:alice', bob);
  const own = await file(house.store, undefined, by('terminal:alice'));
  const waits = await file(house.store, undefined, { ...by('terminal:alice'), key: 'second' });
  const theirs = await file(house.store, undefined, by('terminal:bob'));
  await asked(house, `volunteer ${theirs} write`, alice);
  await asked(house, `review ${own} changes Say for whom.`);
  house.clock.now = new Date('2026-12-04T12:00:00Z');
  const said = await asked(house, 'me', alice);
  for (const fact of [
    'Waiting for you - wg1 · Security by design · no update for week',
    'wg1 · Security by design: 1 asks to join /is3c group people wg1 People',
    'wg2 · Education and skills',
    `Show ${own}`,
    `My proposals - ${waits} · `,
    `My offers of help - ${theirs} · `,
    '· write',
  ])
    expect(said).toContain(fact);
  expect(said.indexOf(`/is3c proposal ${own}`)).toBeLessThan(said.indexOf('My proposals'));
  expect(await asked(house, 'me', { ...alice, language: 'fr' })).toContain('Mes offres d’aide');
});
