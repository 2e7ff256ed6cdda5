import { expect, test } from 'vitest';
import { operator } from '../../../src/core/account.ts';
import type { Subscription } from '../../../src/core/subscription.ts';
import { reopen } from './again.ts';
import type { Seat } from './seat.ts';
import { en, expectSaid, fr, type Story } from './story.ts';

/** The seventh part: what a channel gets, what people choose for themselves, whether the bot is well, and milestones that a chair proposes. */
export function tellChannels(story: () => Story): void {
  const member = (): Seat => story().as('member');
  const coordinator = (): Seat => story().as('coordinator');

  async function subscription(): Promise<Subscription | undefined> {
    const { place, space = '' } = coordinator().told;
    const channel = place.kind === 'channel' ? place.channel : '';
    return (await story().house.store.readHere({ account: operator }, { space, channel })).subscription;
  }

  test('a channel gets the digest after a preview, on its day and hour, and nothing again in one press', async () => {
    const seat = coordinator();
    await story().agrees(await seat.type('here'), seat, 'here');
    expectSaid(await seat.press(en.here.preview), en.digest.title(''));
    await seat.type('here');
    expect(await seat.press(en.here.setUp)).toMatchObject({ kind: 'form' });
    const refused = await seat.fill({ [en.group.fields.weekday]: '3', [en.group.fields.hour]: '9', [en.group.fields.zone]: 'Atlantis' });
    expectSaid(refused, en.problems['zone-unknown']({ said: 'Atlantis' }));
    await reopen(story(), refused, seat, en.group.fields.zone);
    expectSaid(await seat.fill({ [en.group.fields.zone]: 'Europe/Paris' }), en.here.switchedOn, 'Wednesday at 09:00 (Europe/Paris)');
    expect(await subscription()).toMatchObject({ state: 'on', digest: true, weekday: 3, hour: 9, zone: 'Europe/Paris' });
    await story().agrees(await seat.type('here'), seat, 'here');
    expectSaid(await seat.press(en.here.switchOff), en.here.switchedOff);
    expect(await subscription()).toMatchObject({ state: 'off' });
  });

  test('leadership reads proposals in a channel, and no longer, each in one press', async () => {
    const seat = coordinator();
    await seat.type('here');
    expectSaid(await seat.press(en.here.leadershipBegin), en.proposal.leadershipSet);
    await story().agrees(await seat.type('here'), seat, 'here');
    expectSaid(await seat.press(en.here.leadershipEnd), en.proposal.leadershipOff);
  });

  test('nobody but a coordinator changes what a channel gets', async () => {
    expectSaid(await member().type('here'), en.problems['coordinators-only']({}));
    expectSaid(await member().pressOld('1|here off|channel=C000000001'), en.problems['coordinators-only']({}));
  });

  test.each([en, fr])('people choose their zone, when they are away and how they are asked ($language)', async (words) => {
    const seat = member();
    await seat.type(`me language ${words.language}`);
    await seat.type('me');
    expect(await seat.press(words.me.setZone)).toMatchObject({ kind: 'form' });
    expectSaid(await seat.fill({ [words.group.fields.zone]: 'Asia/Tokyo' }), words.me.zoneSet('Asia/Tokyo'));
    const away = await seat.type('me away 2022-12-01/2022-12-10');
    expectSaid(away, '2022');
    expect((await story().house.store.readActor({ account: seat.account })).absence).toEqual({ from: '2022-12-01', to: '2022-12-10', zone: 'Asia/Tokyo' });
    await story().agrees(await seat.type('me'), seat, 'me');
    expectSaid(await seat.press(words.me.back), words.me.backSet);
    await seat.type('me language en');
  });

  test('whoever asks is told whether the bot is well', async () => {
    const seen = await coordinator().type('status');
    expectSaid(seen, en.status.tick, en.status.waiting, en.status.version);
    await story().agrees(seen, coordinator(), 'status');
  });

  test('a chair proposes milestones, of which a coordinator accepts one and declines another with a reason', async () => {
    const { fields } = en.milestone;
    const [seat, decider] = [member(), coordinator()];
    const propose = async (text: string): Promise<string> => {
      await seat.type('milestone add');
      const proposed = await seat.fill({ [fields.when]: 'March 2023', [fields.text]: text, [fields.source]: 'the group' });
      const id = /Proposed:\s*(m\d+)/.exec(proposed.text)?.[1] ?? '';
      expectSaid(proposed, en.milestoneProposal.proposed(id));
      expect(await story().milestone(id)).toBeUndefined();
      return id;
    };
    const [one, other] = [await propose('A handbook is published'), await propose('A second handbook is published')];
    await decider.type(`milestone show ${one}`);
    expectSaid(await decider.press(en.milestoneProposal.accept), one);
    expect(await story().milestone(one)).toMatchObject({ text: 'A handbook is published' });
    await decider.type(`milestone show ${other}`);
    expect(await decider.press(en.milestoneProposal.decline)).toMatchObject({ kind: 'form' });
    expectSaid(await decider.fill({ [en.milestoneProposal.why]: 'One is enough.' }), en.milestoneProposal.titles.declined(other));
    expect(await story().milestone(other)).toBeUndefined();
    await story().agrees(await seat.type(`milestone show ${other}`), seat, `milestone show ${other}`);
  });
}
