import { expect, test } from 'vitest';
import { operator } from '../../../src/core/account.ts';
import type { GroupFile } from '../../../src/core/store-groups.ts';
import type { Seat } from './seat.ts';
import { en, expectSaid, type Story } from './story.ts';

const { membership: said, group } = en;

/** The tenth part: people come and go, a chair hands over, and a group rests and is concluded. The member is the chair of wg1. */
export function tellMemberships(story: () => Story): void {
  const chair = (): Seat => story().as('member');
  const coordinator = (): Seat => story().as('coordinator');
  const rival = (): Seat => story().as('rival');
  const file = (id: string): Promise<GroupFile> => story().house.store.readGroup({ account: operator }, id);

  /** The people of a group as they are reached from its card. */
  async function openPeople(seat: Seat, id: string) {
    await seat.type(`group ${id}`);
    return seat.press(said.showPeople);
  }

  test('joining is one press, counts once, and can be in another role', async () => {
    const seat = coordinator();
    const before = (await file('wg2')).people;
    const joined = await seat.type('join wg2');
    expect(joined).toMatchObject({ kind: 'message', alone: true, pings: [] });
    expectSaid(joined, said.joined('wg2', said.roles.member), said.seen);
    for (let times = 0; times < 3; times += 1) await seat.pressOld('1|join|group=wg2');
    expect((await file('wg2')).people).toMatchObject({ member: before.member + 1 });
    await seat.type('join wg2');
    expectSaid(await seat.press(said.as(said.roles.observer)), said.joined('wg2', said.roles.observer));
    expect((await file('wg2')).people).toMatchObject({ member: before.member, observer: 1 });
    const home = await seat.type('home');
    expectSaid(home, en.home.groups, 'wg2 · Education and skills', said.roles.observer);
    await story().agrees(home, seat, 'home');
    await story().agrees(await openPeople(chair(), 'wg2'), chair(), { command: 'group people', options: { group: 'wg2' } });
    expectSaid(await seat.type('leave wg2'), said.left('wg2'), said.leftText);
    expectSaid(await seat.type('leave wg2'), en.problems['not-in-group']({ id: 'wg2' }));
    expect((await file('wg2')).people).toMatchObject({ observer: 0, left: before.left + 1 });
  });

  test('where a chair is asked first, they let somebody in, and can remove them', async () => {
    await openPeople(chair(), 'wg1');
    expectSaid(await chair().press(said.askFirst), said.joiningSet(said.joinings.asked));
    expectSaid(await coordinator().type('join wg1'), said.asked('wg1', said.roles.member), said.askedText);
    expect((await file('wg1')).people).toMatchObject({ member: 0, asked: 1 });
    expectSaid(await coordinator().type('home'), said.mineAsked(said.roles.member));
    expectSaid(await chair().type('home'), en.home.waits, said.waiting(1));
    await openPeople(chair(), 'wg1');
    expectSaid(await chair().press(said.answer), said.answerTitle('wg1'));
    expectSaid(await chair().press(said.letIn), said.answered.yes);
    expectSaid(await coordinator().type('group wg1'), said.mineAs(said.roles.member));
    await openPeople(chair(), 'wg1');
    expectSaid(await chair().press(en.surface.choose), said.personTitle('wg1'), coordinator().account);
    expectSaid(await chair().press(said.remove), said.removeTitle('wg1'), coordinator().account);
    expectSaid(await chair().press(said.remove), said.removed);
    expect((await file('wg1')).people).toMatchObject({ member: 0, asked: 0 });
  });

  test('a sole chair is told what follows before they leave, and hands over to somebody who accepts', async () => {
    const seat = chair();
    expectSaid(await seat.type('leave wg1'), said.leaveWhat);
    expect(await seat.press(said.handOver)).toMatchObject({ kind: 'form', alone: true });
    const asked = await seat.fill({ [said.successor]: rival().account, [said.note]: 'Mind the *labels* & <drafts>.' });
    expect(asked).toMatchObject({ alone: true, pings: [] });
    expectSaid(asked, said.handedOver('wg1'));
    expect((await file('wg1')).group?.leads).toMatchObject([{ role: 'chair', member: { accounts: [seat.account] } }]);
    expectSaid(await rival().type('home'), en.proposal.chairTitle('wg1 · Security by design'));
    const shown = await rival().type('group wg1');
    await story().agrees(shown, rival(), 'group wg1');
    const accepted = await rival().press(said.accept);
    expectSaid(accepted, en.proposal.chairDone('wg1'));
    expect((await file('wg1')).group?.leads).toMatchObject([{ role: 'chair', member: { accounts: [rival().account] } }]);
    expect((await file('wg1')).people).toMatchObject({ member: 1 });
  });

  test('leadership puts a group to rest with a reason, and wakes it', async () => {
    const seat = coordinator();
    expectSaid(await chair().pressOld('1|group rest|group=wg3'), en.problems['coordinators-only']({}));
    await seat.type('group wg3');
    expect(await seat.choose(said.rest)).toMatchObject({ kind: 'form' });
    expectSaid(await seat.fill({ [said.restWhy]: 'Nobody has time.' }), group.states.dormant);
    await seat.type('group wg3');
    expectSaid(await seat.press(said.wake), group.states.active);
  });

  test('a group is concluded after a look at what is open, and everybody is credited', async () => {
    const seat = rival();
    await seat.type('group wg1');
    const closing = await seat.choose(said.conclude);
    expectSaid(closing, said.closingTitle('wg1'), said.check.noneAsked, said.closingText);
    await story().agrees(closing, seat, { command: 'group conclude', options: { group: 'wg1' } });
    expect(await seat.press(said.closingGo)).toMatchObject({ kind: 'form' });
    expectSaid(await seat.fill({ [said.outcome]: 'A guide is out.', [said.leftOpen]: 'Nobody follows m9.' }), said.concluded('wg1'), 'A guide is out.');
    expect((await file('wg1')).group?.state).toBe('concluded');
    const shown = await coordinator().type('group wg1');
    expectSaid(shown, group.states.concluded);
    expect(shown.buttons).not.toContain(said.join);
    expectSaid(await coordinator().pressOld('1|join|group=wg1'), en.problems['group-stands']({ id: 'wg1', state: 'concluded' }));
  });
}
