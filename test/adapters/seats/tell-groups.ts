import { expect, test } from 'vitest';
import { operator } from '../../../src/core/account.ts';
import type { Group } from '../../../src/core/group.ts';
import { reopen } from './again.ts';
import type { Seat } from './seat.ts';
import { en, expectSaid, fr, type Story } from './story.ts';

const { fields } = en.group;

/** The fifth part: working groups, and what is done on their cards. */
export function tellGroups(story: () => Story): void {
  const member = (): Seat => story().as('member');
  const coordinator = (): Seat => story().as('coordinator');
  const wg = async (id: string): Promise<Group | undefined> => (await story().house.store.readGroup({ account: operator }, id)).group;

  test.each([en, fr])('groups are listed and shown ($language)', async (words) => {
    await member().type(`me language ${words.language}`);
    const listed = await member().type('groups');
    expect(listed).toMatchObject({ kind: 'message', alone: true, pings: [] });
    await story().agrees(listed, member(), 'groups');
    await story().agrees(await member().press(words.group.show('wg2')), member(), 'group wg2');
    await story().agrees(await member().type('group'), member(), 'group');
    expectSaid(await member().choose('wg3 · Procurement, supply chain management and the business case'), 'wg3', words.group.nobody.chair);
    await member().type('me language en');
  });

  test('whoever does not speak for a group writes no update for it, and has no buttons for it', async () => {
    expectSaid(await member().type('update wg1'), en.problems['leads-only']({ id: 'wg1' }));
    const shown = await member().type('group wg1');
    expect(shown.choices).not.toContain(en.group.settings);
    expectSaid(await member().pressOld('1|group pause|group=wg1'), en.problems['chairs-or-coordinators']({ id: 'wg1' }));
    expect(await wg('wg1')).toMatchObject({ state: 'active', revision: 1 });
  });

  test('a coordinator appoints a chair and a deputy on the card', async () => {
    const seat = coordinator();
    for (const [id, role] of [
      ['wg1', 'chair'],
      ['wg2', 'deputy'],
    ] as const) {
      await seat.type(`group ${id}`);
      expect(await seat.choose(en.group.appoint)).toMatchObject({ kind: 'form', alone: true });
      const appointed = await seat.fill({ [en.here.person]: member().account, [en.group.role]: role });
      expectSaid(appointed, en.group.recorded(id, en.acts[`${role} appointed`]));
      expect(appointed.pings).toEqual([]);
      expect(await wg(id)).toMatchObject({ leads: [{ role, member: { accounts: [member().account] } }] });
    }
    const shown = await member().type('group wg1');
    expect(shown.buttons).toContain(en.notices.write);
    for (const label of [en.group.settings, en.group.useChannel, en.group.pause, en.group.stepDown]) expect(shown.choices).toContain(label);
    await story().agrees(shown, member(), 'group wg1');
  });

  test('a chair chooses when the group is asked, and what it is for', async () => {
    const seat = member();
    await seat.type('group wg1');
    expect(await seat.choose(en.group.settings)).toMatchObject({ kind: 'form' });
    const typed = { [fields.weekday]: '2', [fields.hour]: '9', [fields.zone]: 'Atlantis', [fields.charter]: 'Devices that are *safe* from <the> start.' };
    const refused = await seat.fill(typed);
    expectSaid(refused, en.problems['zone-unknown']({ said: 'Atlantis' }));
    await reopen(story(), refused, seat, fields.zone);
    const set = await seat.fill({ [fields.zone]: 'nairobi' });
    expectSaid(set, en.group.recorded('wg1', en.acts['group changed']), 'Devices that are *safe* from <the> start.', 'Tuesday at 09:00 (Africa/Nairobi)');
    expect(await wg('wg1')).toMatchObject({ schedule: { rhythm: 'weekly', weekday: 2, hour: 9, zone: 'Africa/Nairobi' } });
    await story().agrees(await seat.type('group wg1'), seat, 'group wg1');
  });

  test('a chair pauses the group, goes on with it, and lets it be asked in a channel, in one press each', async () => {
    const seat = member();
    await seat.type('group wg1');
    expectSaid(await seat.choose(en.group.pause), en.group.recorded('wg1', en.acts['group paused']), en.group.states.paused);
    expect(await wg('wg1')).toMatchObject({ state: 'paused' });
    expectSaid(await seat.press(en.group.resume), en.group.states.active);
    expectSaid(await seat.choose(en.group.useChannel), en.group.recorded('wg1', en.acts['group changed']));
    const { place, space } = seat.told;
    expect(await wg('wg1')).toMatchObject({ state: 'active', channel: { space, channel: place.kind === 'channel' ? place.channel : '' } });
  });

  test('offices end on the card: one is ended by a coordinator, one by whoever holds it', async () => {
    const seat = coordinator();
    await seat.type('group wg2');
    expect(await seat.choose(en.group.dismiss)).toMatchObject({ kind: 'form' });
    expectSaid(await seat.fill({ [en.here.person]: member().account }), en.acts['lead dismissed']);
    await seat.type('group wg3');
    await seat.choose(en.group.appoint);
    await seat.fill({ [en.here.person]: member().account });
    await member().type('group wg3');
    expectSaid(await member().choose(en.group.stepDown), en.problems['sole-chair']({ id: 'wg3' }));
    expectSaid(await member().press(en.membership.stepDownAnyway), en.acts['lead dismissed']);
    for (const id of ['wg2', 'wg3']) expect(await wg(id)).toMatchObject({ leads: [] });
  });
}
