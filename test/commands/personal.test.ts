import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneShot } from '../../src/adapters/terminal/one-shot.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { by } from '../support/store.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
});
afterAll(() => house.close());

const alice = { as: 'terminal:alice' };

it('an absence that is over is none', async () => {
  const carl = { as: 'terminal:carl' };
  await asked(house, 'me away 2026-12-01/2026-12-10', carl);
  expect(await asked(house, 'me', carl)).toContain('me away back');
  const before = house.clock.now;
  house.clock.now = new Date('2026-12-11T12:00:00Z');
  const shown = await asked(house, 'me', carl);
  house.clock.now = before;
  expect(shown).toContain('/is3c me away');
  expect(shown).not.toContain('me away back');
  expect(shown).not.toContain('10 December');
});

it('whoever was never away is told that nothing changes when they are back, and off ends an absence too', async () => {
  const dan = { as: 'terminal:dan' };
  expect(await asked(house, 'me away back', dan)).toContain('You were not set as away, so nothing changes');
  expect(await asked(house, 'me away back', { ...dan, language: 'fr' })).toContain('Aucune absence n’était notée');
  await asked(house, 'me away 2026-12-01/2026-12-10', dan);
  expect(await asked(house, 'me away off', dan)).toContain('Welcome back.');
  expect(await asked(house, 'me away back', dan)).not.toContain('Welcome back.');
});

it('a way to be asked that needs a channel names the groups without one', async () => {
  const eva = { as: 'terminal:eva' };
  expect(await asked(house, 'me reminders channel', eva)).not.toContain('Without a channel');
  await asked(house, 'group appoint wg2 terminal:eva chair');
  const set = await asked(house, 'me reminders channel', eva);
  for (const fact of [
    'From now on you are asked like this: in the group’s channel.',
    'Without a channel: wg2. As long as none is set there, you are asked directly.',
  ])
    expect(set).toContain(fact);
  expect(await asked(house, 'me reminders direct', eva)).not.toContain('Without a channel');
  await asked(house, 'group channel wg2', eva);
  expect(await asked(house, 'me reminders channel', eva)).not.toContain('Without a channel');
});

it('nobody is told that their app tells no time zone, since it may tell UTC', async () => {
  const shown = await asked(house, 'me', { as: 'terminal:fay' });
  for (const fact of ['UTC, as long as no other is known', 'Your days are counted in UTC. If that is not your time zone, set it once.'])
    expect(shown).toContain(fact);
});

describe('what is stored about somebody', () => {
  it('counts an update once, however often it was revised', async () => {
    for (const [revision, done] of ['A draft.', 'A better draft.'].entries())
      await house.store.recordUpdate({ group: 'wg3', week: '2026-11-23', revision, facts: { status: 'on track', done } }, by());
    expect((await house.store.readPersonal({ account: 'terminal:operator' })).data.updates).toHaveLength(2);
    expect(await asked(house, 'me privacy')).toContain('Progress updates you wrote · 1 entry');
  });

  it('is told to everybody, with how much of it there is', async () => {
    const before = await asked(house, 'me privacy', alice);
    for (const fact of [
      'Nothing is stored about you yet.',
      'Your accounts, by their ids, and the language of their apps.',
      'No name and no address is stored.',
    ])
      expect(before).toContain(fact);
    await asked(house, 'join wg1', alice);
    const after = await asked(house, 'privacy', alice);
    for (const fact of [
      'Your accounts, by their ids, and the language of their apps · 1 entry.',
      'What you are in working groups · 1 entry.',
      'Export my data',
      'Leave the record',
    ])
      expect(after).toContain(fact);
    expect(after).toContain('While it is open, a fingerprint of your accounts stays with it then');
    expect(await asked(house, 'me privacy', { ...alice, language: 'fr' })).toContain(
      'Vos comptes, par leurs identifiants, et la langue de leurs applications · 1 entrée.',
    );
    expect(await asked(house, 'me', alice)).toContain('What is stored');
  });

  it('is theirs to take, whole', async () => {
    const taken = await asked(house, 'me export', alice);
    for (const fact of ['account: terminal:alice', 'group: wg1', 'what happened: joined']) expect(taken).toContain(fact);
    const reader = { account: alice.as, zone: 'UTC', language: 'en' } as const;
    const { output } = await oneShot({ words: ['me', 'export'], flags: { json: true, fields: {} }, reader, columns: 40, colours: false }, house.doors);
    const data = { accounts: [{ account: 'terminal:alice' }], groups: [{ group: 'wg1' }] };
    expect(JSON.parse(output)).toMatchObject({ blocks: [{}, { kind: 'data', data }] });
    expect(await asked(house, 'me export', { as: 'terminal:nobody' })).toContain('Nothing is stored about you yet.');
  });

  it('goes once they have read what goes and what stays, and say so', async () => {
    const told = await asked(house, 'me forget', alice);
    for (const fact of ['This goes, at once and for good', 'This stays, under a number that leads to nobody', 'leadership is told'])
      expect(told).toContain(fact);
    expect(told).toContain('If a proposal of yours is open, it stays so with its volunteers, and leadership decides.');
    expect(await asked(house, 'me forget', { ...alice, language: 'fr' })).toContain(
      'Si une proposition de vous est ouverte, elle le reste, avec ses volontaires',
    );
    expect(told).not.toContain('You lead the coalition.');
    expect(await asked(house, 'me forget')).toContain('You lead the coalition.');
    expect(await asked(house, 'group wg1', alice)).toContain('you belong to it as a member');
    expect(await asked(house, 'me forget sure:yes', alice)).toContain('You are forgotten');
    expect(await asked(house, 'group wg1', alice)).not.toContain('you belong to it');
    expect(await asked(house, 'me forget sure:yes', alice)).toContain('Nothing is stored about you yet.');
    expect(await asked(house, 'group wg1')).toContain('People nobody yet Joining');
  });

  it('leaves a fingerprint with what is open, which the answer and what is stored say until leadership has decided', async () => {
    const erin = { as: 'terminal:erin' };
    const text = { name: 'Testing', problem: 'Nobody tests.', deliverable: 'A guide.', ending: 'When it is out.', milestone: 'Outline agreed in March 2027' };
    for (const name of ['Testing', 'Teaching']) await asked(house, 'propose', { ...erin, fields: { ...text, name } });
    const left = await asked(house, 'me forget sure:yes', erin);
    expect(left).toContain('A fingerprint of your accounts stays with p1 and p2 until leadership has decided');
    expect(left).not.toContain('Nothing here leads to you');
    expect(await asked(house, 'me privacy', erin)).toContain('What you proposed, word for word · 2 entries');
    expect(await asked(house, 'me forget sure:yes', { ...erin, language: 'fr' })).toContain('Une empreinte de vos comptes reste attachée à p1 et p2');
    for (const id of ['p1', 'p2']) await asked(house, `review ${id} decline No.`);
    expect(await asked(house, 'me privacy', erin)).toContain('Nothing is stored about you yet.');
  });
});
