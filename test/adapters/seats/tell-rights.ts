import { expect, test } from 'vitest';
import type { Seat, Seen } from './seat.ts';
import { en, expectSaid, type Story, says } from './story.ts';

/** The second part: who may act, and who leads. */
export function tellRights(story: () => Story): void {
  const member = (): Seat => story().as('member');
  const coordinator = (): Seat => story().as('coordinator');

  let claims: readonly Seen[] = [];

  test('whoever is no admin cannot set the bot up', async () => {
    const refused = await member().type('here setup');
    expectSaid(refused, en.problems['platform-admins-only']({}));
  });

  test('of two who set the bot up at the same moment one becomes coordinator, and appoints the other', async () => {
    const both = [coordinator(), story().as('rival')] as const;
    claims = await Promise.all(both.map((admin) => admin.type('here setup')));
    const winner = both[findWinner(story(), claims)] ?? coordinator();
    const loser = both.find((admin) => admin !== winner) ?? coordinator();
    expect(await winner.press(en.here.appoint)).toMatchObject({ kind: 'form', alone: true, fields: { [en.here.person]: '' } });
    const appointed = await winner.fill({ [en.here.person]: loser.account });
    expectSaid(appointed, en.here.appointed);
    expect(appointed.pings).toEqual([]);
    for (const { account } of both) expect(await story().house.store.readActor({ account })).toMatchObject({ coordinator: true });
  });

  test('neither of them is told that their space has yet to be accepted', () => {
    expect(claims.map((seen) => says(seen, en.here.untilThen))).toEqual([false, false]);
  });

  test('whoever is no coordinator is told so, kindly', async () => {
    const refused = await member().type('milestone confirm m3');
    expect(refused).toMatchObject({ kind: 'message', alone: true, buttons: [en.help.all] });
    expectSaid(refused, en.problems['coordinators-only']({}));
    await story().agrees(await member().press(en.help.all), member(), 'help');
  });

  test('a shared card offers what it offers anyone, and no act of its sharer', async () => {
    await story().agrees(await coordinator().type('milestone show m3'), coordinator(), 'milestone show m3');
    if (story().readsAlone) return;
    const shared = await coordinator().press(en.surface.share);
    await story().agrees(shared, member(), 'milestone show m3', [en.surface.share]);
    expect(shared.buttons).not.toContain(en.milestone.confirm);
  });

  test('a visitor reads, and cannot act', async () => {
    if (story().differs('nobody visits', !story().platform.people.includes('visitor'))) return;
    const visitor = story().as('visitor');
    await coordinator().type('group wg1');
    await coordinator().press(en.surface.share);
    visitor.look();
    const refused = await visitor.press(en.membership.join);
    expectSaid(refused, en.problems.visitor({}));
    expect(refused).toMatchObject({ alone: true, replaced: false });
    await member().type('next-milestone');
    await member().press(en.surface.share);
    visitor.look();
    await story().agrees(await visitor.press(en.home.timeline), visitor, 'timeline');
  });

  test('a command that is not listed can be typed', async () => {
    const typed = await coordinator()
      .type('here dismiss terminal:nobody')
      .catch(() => undefined);
    story().differs('only what is listed can be typed', typed === undefined);
  });
}

/** Which of two claims won: exactly one, where there is anything to claim. */
function findWinner(story: Story, answers: readonly Seen[]): number {
  const claims = answers.map((seen) => says(seen, en.here.claimed));
  const won = claims.filter(Boolean).length;
  if (!story.differs('nobody has to set it up', won === 0)) expect(won).toBe(1);
  return claims.indexOf(true);
}
