import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { by } from '../support/store.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
  await house.store.appointCoordinator('terminal:lead', by());
  await asked(house, 'propose', { ...alice, fields });
});
afterEach(() => house.close());

const alice = { as: 'terminal:alice' };
const fields = { name: 'A group', problem: 'Much', deliverable: 'A guide', ending: 'Soon', milestone: 'Outline agreed in March 2027' };
const offer = (kind: string) => asked(house, `volunteer p1 ${kind}`, { as: 'terminal:bob' });

it('a volunteer is told when an answer is due, that it is overdue, or that changes are asked for', async () => {
  expect(await offer('lead')).toContain('others see a number. An answer is due by 22 December 2026');
  house.clock.now = new Date('2027-02-24T12:00:00Z');
  expect(await offer('write')).toContain('The answer is overdue, and leadership sees that it is. It was due by 22 December 2026');
  expect(await asked(house, 'propose edit p1', { ...alice, fields: { ...fields, name: 'Other' } })).toContain('The answer is overdue');
  await asked(house, 'review p1 changes For whom?');
  expect(await offer('lead')).toContain('Changes are asked for; leadership answers the new version.');
});

it('a volunteer is off the list once the proposal is withdrawn', async () => {
  await offer('lead');
  await house.store.appointCoordinator('terminal:carol', by());
  expect(await asked(house, 'withdraw p1', alice)).toContain('offers to it have ended.');
  for (const as of ['terminal:alice', 'terminal:carol', 'terminal:bob']) {
    const shown = await asked(house, 'proposal p1', { as });
    expect(shown).toContain('withdrawn');
    expect(shown).not.toMatch(/Help offered|Your offer|bob/);
  }
});

it('a proposal from a topic that another has taken up is established once its proposer has saved it without the topic', async () => {
  await asked(house, 'propose t2', { as: 'terminal:bob', fields });
  await asked(house, 'propose t2', { ...alice, fields: { ...fields, name: 'Another' } });
  await asked(house, 'review p2 establish Wanted.');
  const refused = await asked(house, 'review p3 establish Wanted, too.');
  for (const fact of ['t2 was taken up already, by wg4', 'Whoever proposed p3 can take the topic off', 'Show p3']) expect(refused).toContain(fact);
  expect(await asked(house, 'proposal p3')).toContain('taken up by a working group');
  const gone = 't2 is no longer open, so this goes on without it.';
  expect(await asked(house, 'propose edit p3', { ...alice, fields: {} })).toContain(gone);
  const saved = await asked(house, 'propose edit p3', { ...alice, fields: { ...fields, name: 'Another' } });
  for (const fact of ['Recorded: a new version of p3', gone]) expect(saved).toContain(fact);
  expect(await asked(house, 'proposal p3')).not.toContain('From topic');
  expect(await asked(house, 'review p3 establish Wanted, too.')).toContain('p3 is established');
});
