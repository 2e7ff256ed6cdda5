import { expect, test } from 'vitest';
import type { ActorFacts } from '../../../src/core/record.ts';
import type { Seat } from './seat.ts';
import { en, expectSaid, type Story } from './story.ts';

/** The eleventh part: one person with two accounts. The other account coordinates, so that it shows whether the right to do so passes. */
export function tellLinks(story: () => Story): void {
  const member = (): Seat => story().as('member');
  const other = (): Seat => story().as('coordinator');
  const actor = ({ account }: Seat): Promise<ActorFacts> => story().house.store.readActor({ account });

  test('a code is given to one account, entered on the other, and both sides say that they are one person', async () => {
    const offered = await member().type('me link');
    expect(offered).toMatchObject({ kind: 'message', alone: true, pings: [] });
    const [code = ''] = /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(offered.text) ?? [];
    expectSaid(await member().type(`me link ${code}`), en.problems['link-own']({}));
    expectSaid(await other().type(`me link ${code}`), en.link.whoseTitle, member().account);
    expect((await actor(other())).member).not.toBe((await actor(member())).member);
    expectSaid(await other().press(en.link.yes), en.link.enteredTitle);
    expectSaid(await member().type('me link'), en.link.askText, other().account);
    expectSaid(await member().press(en.link.confirm), en.link.doneTitle, other().account);
    const [mine, theirs] = [await actor(member()), await actor(other())];
    expect(mine.member).toBe(theirs.member);
    expect([mine.coordinator, theirs.coordinator]).toEqual([false, true]);
    const shown = await member().type('me');
    expectSaid(shown, member().account, other().account);
    await story().agrees(shown, member(), 'me');
  });

  test('they part again in one press, and an old button of the link does nothing', async () => {
    await other().type('me');
    expectSaid(await other().press(en.link.undo), en.link.partedTitle);
    expect((await actor(member())).member).not.toBe((await actor(other())).member);
    expect((await actor(other())).coordinator).toBe(true);
    expectSaid(await member().pressOld('1|me confirm'), en.problems['link-nothing']({}));
  });
}
