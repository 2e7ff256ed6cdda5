import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { when } from '../support/milestones.ts';
import { file } from '../support/proposals.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
});
afterAll(() => house.close());

const [alice, bob] = ['alice', 'bob'].map((name) => ({ as: `terminal:${name}` }));
const by = (account: string) => ({ account, space: 'terminal:local', at: new Date('2026-11-24T12:00:00Z'), key: `${account} files` });

it('answers a question in free words with the commands that fit, or with all of them', async () => {
  const join = await asked(house, 'help how do I join a group?', alice);
  for (const fact of ['Perhaps one of these helps', '/is3c join GROUP']) expect(join).toContain(fact);
  expect(join).not.toContain('is no command');
  expect(await asked(house, 'help comment rejoindre un groupe ?', { ...alice, language: 'fr' })).toContain('/is3c join GROUPE');
  expect(await asked(house, 'help lorem ipsum dolor', alice)).toContain('“lorem ipsum dolor” names no command, date, milestone or group.');
});

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

it('says of a first milestone in the past that it is over, and home counts the proposals that do not fit', async () => {
  const said = { name: 'Testing', problem: 'Nobody tests.', deliverable: 'A guide.', ending: 'When it is out.' };
  const filed = await asked(house, 'propose', { ...bob, fields: { ...said, milestone: 'Outline agreed in March 2020' } });
  expect(filed).toContain('That date is over already.');
  for (let number = 0; number < 20; number += 1) await file(house.store, undefined, { ...by('terminal:bob'), key: `many ${number}` });
  expect(await asked(house, 'home')).toMatch(/- \d more \/is3c proposals Proposed working groups/);
});

it('counts what is not shown of what waits, was proposed and is offered, with the way to it', async () => {
  const many = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
  for (let number = 1; number <= 13; number += 1) {
    await file(many.store, undefined, { ...by('terminal:alice'), key: `many ${number}` });
    await asked(many, `volunteer p${number} write`, bob);
  }
  const toAll = String.raw`\/is3c proposals Proposed working groups`;
  expect(await asked(many, 'me', alice)).toMatch(new RegExp(`My proposals - p13 · .* - p4 · .* - 3 more ${toAll}`));
  expect(await asked(many, 'me', bob)).toMatch(new RegExp(`My offers of help - p13 · .* - p4 · .* - 3 more ${toAll}`));
  expect(await asked(many, 'me', { ...bob, language: 'fr' })).toContain('- 3 autres');
  for (let number = 1; number <= 12; number += 1) await asked(many, `review p${number} changes More.`);
  const waiting = await asked(many, 'me', alice);
  expect(waiting).toMatch(new RegExp(`Waiting for you - p12 · .* - p3 · .* - 2 more ${toAll} My proposals - 1 more ${toAll}`));
  await many.close();
});

it('counts in a home what leadership asks to be changed, and the milestones that wait for it', async () => {
  const many = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
  const planned = { when: when('2027-03'), source: 'the plan' };
  for (let number = 1; number <= 21; number += 1) {
    const id = await file(many.store, undefined, { ...by('terminal:alice'), key: `asked ${number}` });
    await many.store.moveProposal({ move: 'ask', id, version: 1, why: 'More.' }, { ...by('terminal:bob'), key: `asks ${number}` });
    await many.store.proposeMilestone({ text: 'A draft', planned, dependsOn: [], group: 'wg1' }, { ...by('terminal:alice'), key: `draft ${number}` });
  }
  expect(await asked(many, 'home', alice)).toMatch(/- p20 · .* - 1 more \/is3c proposals Proposed working groups/);
  expect(await asked(many, 'home')).toContain('- 1 more milestone is proposed');
  expect(await asked(many, 'home', { language: 'fr' })).toContain('- 1 autre jalon est proposé');
  await many.close();
});
