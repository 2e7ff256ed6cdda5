import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { by } from '../support/store.ts';
import { asked } from './asked.ts';

const [anna, bea, carl, dora] = ['anna', 'bea', 'carl', 'dora'].map((name) => ({ as: `terminal:${name}` }));
const proposed = {
  name: 'Testing',
  problem: 'Nobody tests.',
  deliverable: 'A guide.',
  ending: 'When it is out.',
  milestone: 'Outline agreed in March 2027',
};

let house: TestHouse;

/** wg1 is concluded and was anna's; bea chairs wg2 and belongs to wg3; wg3 is paused; carl belongs to nothing; m1 is done, m2 cancelled. */
beforeAll(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
  await asked(house, 'group appoint wg1 terminal:anna chair');
  await asked(house, 'group conclude wg1 step:form', { fields: { outcome: 'A guide is out.' } });
  await asked(house, 'group appoint wg2 terminal:bea chair');
  await asked(house, 'group pause wg3');
  await asked(house, 'join wg3', bea);
  await asked(house, 'milestone done m1', { fields: { outcome: 'It was held.' } });
  await asked(house, 'milestone cancel m2', { fields: { reason: 'Not needed.' } });
});
afterAll(() => house.close());

describe('a menu of groups', () => {
  it('lists those with which the command can be used, and no concluded one', async () => {
    const menu = await asked(house, 'join', carl);
    expect(menu).toContain('Which group? Pick a group 1. wg2 · Education and skills /is3c join wg2 2. wg3');
    expect(menu).not.toContain('wg1');
    for (const line of ['leave', 'group settings']) expect(await asked(house, line, line === 'leave' ? bea : {})).not.toContain('wg1 ·');
    expect(await asked(house, 'leave', bea)).toContain('Pick a group 1. wg2 · Education and skills /is3c leave wg2 2. wg3');
    expect(await asked(house, 'group')).toContain('1. wg1 · Security by design');
  });

  it('keeps what was typed beside the group', async () => {
    expect(await asked(house, 'join s observer', carl)).toContain('/is3c join wg2 observer');
    expect(await asked(house, `group rest s ${'Nobody has time. '.repeat(8)}`)).toContain('What you typed, not recorded yet');
  });

  it('is not needed where there is one to choose', async () => {
    expect(await asked(house, 'handover', bea)).toContain('Hand over wg2');
    expect(await asked(house, 'group resume')).toContain('State active');
    expect(await asked(house, 'group resume')).toContain('You speak for no group with which this can be done now.');
    expect(await asked(house, 'group pause wg3')).toContain('State paused');
    expect(await asked(house, 'group pack', bea)).toContain('What a new chair of wg2 needs to know');
    expect(await asked(house, 'update', bea)).toContain('Education and skills has no update for last week yet.');
    expect(await asked(house, 'group conclude', bea)).toContain('Before wg2 is concluded');
  });

  it('says so where there is none, with the next step', async () => {
    const nothing = await asked(house, 'leave', carl);
    for (const fact of ['There is nothing to choose', 'You belong to no group that you could leave.', 'All groups']) expect(nothing).toContain(fact);
    expect(await asked(house, 'handover', anna)).toContain('You chair no group that could be handed over.');
    expect(await asked(house, 'group chair', carl)).toContain('No group asks you to chair it.');
    expect(await asked(house, 'group wake')).toContain('No group rests.');
    expect(await asked(house, 'group pack', carl)).toContain('You speak for no group');
    expect(await asked(house, 'leave', { ...carl, language: 'fr' })).toContain('Vous ne faites partie d’aucun groupe');
  });

  it('leaves the reason to a group that is named', async () => {
    expect(await asked(house, 'handover education', carl)).toContain('Only a chair of wg2 can do that.');
    expect(await asked(house, 'join security', carl)).toContain('wg1 is concluded');
    expect(await asked(house, 'group people')).toContain('Which group?');
    expect(await asked(house, 'group people education')).toContain('People of wg2');
    expect(await asked(house, 'group people nonsense')).toContain('There is no group “nonsense”.');
  });

  it('is what a platform completes', async () => {
    const choices = await house.doors.suggest(
      {
        id: 'x',
        sender: 'terminal:bea',
        space: 'terminal:local',
        place: { kind: 'direct' },
        standing: 'none',
        invoke: { command: 'leave', options: {} },
      },
      'group',
      '',
    );
    expect(choices.map(({ value }) => value)).toEqual(['wg2', 'wg3']);
  });
});

describe('a menu of milestones', () => {
  it('lists those with which the command can be used', async () => {
    for (const line of ['milestone done', 'milestone cancel']) expect(await asked(house, line)).not.toMatch(/ m[12] ·/);
    const settled = await asked(house, 'milestone reopen');
    for (const id of ['m1', 'm2']) expect(settled).toContain(`/is3c milestone reopen ${id}`);
    expect(settled).not.toContain('m3');
  });

  it('is not needed where there is one, which then opens its form; what cannot be done opens none', async () => {
    expect(await asked(house, 'milestone reopen m2', { fields: { why: 'It is needed.' } })).toContain('m2');
    expect(await asked(house, 'milestone reopen')).toContain('Reopen m1');
    expect(await asked(house, 'milestone reopen m4')).toContain('m4 is neither done nor cancelled, so there is nothing to take back.');
    expect(await asked(house, 'milestone cancel m1')).toContain('m1 is done already.');
    expect(await asked(house, 'milestone cancel katowice')).not.toContain('Which');
  });

  it('that are proposed are those that wait for the reader', async () => {
    expect(await asked(house, 'milestone accept')).toContain('No proposed milestone waits for your answer.');
    const adding = { fields: { when: 'June 2027', text: 'A first report' } };
    expect(await asked(house, 'milestone add', { ...bea, ...adding })).toContain('m9');
    expect(await asked(house, 'milestone confirm m9')).toContain('m9 is proposed and not in the plan yet.');
    expect(await asked(house, 'milestone decline')).toContain('Decline m9');
    await asked(house, 'milestone add', { ...bea, ...adding });
    expect(await asked(house, 'milestone accept')).toContain('/is3c milestone accept m10');
    expect(await asked(house, 'milestone accept m9')).toContain('m9');
    expect(await asked(house, 'milestone accept m9')).toContain('m9 is accepted already.');
  });
});

describe('a menu of topics', () => {
  it('is offered where none is named, or several fit', async () => {
    for (const line of ['topic', 'topics reword', 'topics retire', 'topics interest']) expect(await asked(house, line)).toContain('Which topic?');
    expect(await asked(house, 'topics interest assessing join', carl)).toContain('/is3c topics interest t1 join');
    expect(await asked(house, 'topic consumer')).toContain('t2 · not taken up');
    expect(await asked(house, 'topic nonsense')).toContain('There is no topic “nonsense”.');
  });

  it('and the form to add one takes what was typed', async () => {
    const form = await asked(house, 'topics add Post-quantum readiness');
    for (const fact of ['Add a topic', 'Post-quantum readiness']) expect(form).toContain(fact);
  });
});

describe('a menu of proposals', () => {
  it('says at once that nothing is proposed, and how to propose', async () => {
    for (const line of ['volunteer', 'review']) {
      const nothing = await asked(house, line);
      for (const fact of ['Nothing is proposed just now.', 'Propose a group']) expect(nothing).toContain(fact);
    }
  });

  it('leaves to others what is the reader’s own, with the reason', async () => {
    await asked(house, 'propose', { fields: { ...proposed, name: 'Own' } });
    expect(await asked(house, 'review')).toContain('All open proposals are your own.');
    expect(await asked(house, 'withdraw', dora)).toContain('No open proposal is yours.');
    const alone = await asked(house, 'review p1');
    for (const fact of ['You are the only coordinator', 'Appoint a coordinator', 'Nobody tests.']) expect(alone).toContain(fact);
    await house.store.appointCoordinator('terminal:lead', by());
    expect(await asked(house, 'review p1')).toContain('p1 is your own proposal. Another coordinator has to decide.');
    await asked(house, 'propose', { ...dora, fields: proposed });
    expect(await asked(house, 'review')).toMatch(/p2 · Testing.*Ask for changes/);
    expect(await asked(house, 'volunteer', carl)).toContain('Which proposal?');
  });
});

describe('what cannot be done', () => {
  it('opens no form, and is refused for the reason that holds', async () => {
    for (const line of ['group settings wg1', 'update wg1', 'group appoint wg1']) expect(await asked(house, line)).toContain('wg1 is concluded');
    for (const line of ['update wg1', 'handover wg1']) {
      const refused = await asked(house, line, anna);
      expect(refused).toContain('wg1 is concluded');
      expect(refused).toContain('Show wg1');
    }
    expect(await asked(house, 'group dismiss wg2', carl)).toContain('Only coordinators can do this.');
    expect(await asked(house, 'group remove wg2 terminal:nobody')).toContain('They do not belong to wg2');
    expect(await asked(house, 'group remove wg3')).toContain('Who is meant?');
    expect(await asked(house, 'group answer wg3 terminal:bea', {})).toContain('That no longer stands');
    expect(await asked(house, 'milestone add', carl)).toContain('You speak for no group that is at work.');
  });

  it('is said of whoever chairs, as it is', async () => {
    const self = await asked(house, 'handover wg2', { ...bea, fields: { person: 'terminal:bea' } });
    expect(self).toContain('You chair wg2 yourself. Name whoever takes over from you.');
    expect(await asked(house, 'update', anna)).toContain('You speak for no group that is at work.');
  });
});
