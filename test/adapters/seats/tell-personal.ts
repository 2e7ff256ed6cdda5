import { expect, test } from 'vitest';
import type { Seat } from './seat.ts';
import { en, expectSaid, fr, type Story } from './story.ts';

const { personal: said, balance } = en;

/** The last part: what is stored about somebody, what they say of themselves, and how they leave the record. */
export function tellPersonal(story: () => Story): void {
  const member = (): Seat => story().as('member');

  test.each([en, fr])('everybody reads what is stored about them, and why ($language)', async (words) => {
    const seat = member();
    await seat.type(`me language ${words.language}`);
    const shown = await seat.type('me privacy');
    expect(shown).toMatchObject({ kind: 'message', alone: true, pings: [] });
    await story().agrees(shown, seat, 'me privacy');
    await seat.type('me language en');
  });

  test('the stakeholder group is said in one choice, and taken back in one press', async () => {
    const seat = member();
    await seat.type('me');
    expectSaid(await seat.press(balance.say), balance.ask, balance.why);
    expectSaid(await seat.choose(balance.groups.government), balance.set(balance.groups.government));
    await story().agrees(await seat.type('me'), seat, 'me');
    await seat.press(balance.say);
    expectSaid(await seat.press(balance.sayNone), balance.taken);
    expectSaid(await seat.type('me'), balance.notSaid);
  });

  test('whoever takes their data along and leaves the record is nobody afterwards, and what they wrote stays', async () => {
    const seat = member();
    const exported = await seat.type('me export');
    expect(exported).toMatchObject({ alone: true });
    expectSaid(exported, said.exportTitle, seat.account);
    const asked = await seat.type('me forget');
    expectSaid(asked, said.forgetGoes, said.forgetStays);
    await story().agrees(asked, seat, 'me forget');
    expectSaid(await seat.press(said.forgetSure), said.forgotten);
    expectSaid(await seat.type('me'), en.me.nobody);
    expect(await story().house.store.readActor({ account: seat.account })).toMatchObject({ coordinator: false });
    expectSaid(await seat.pressOld('1|update show|update=u1'), 'Read all the drafts.', en.update.gone);
  });
}
