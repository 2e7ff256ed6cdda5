import { expect, test } from 'vitest';
import { operator } from '../../../src/core/account.ts';
import type { TopicOverview } from '../../../src/core/store-proposals.ts';
import type { Seat } from './seat.ts';
import { en, expectSaid, fr, type Story } from './story.ts';

const { topic: said } = en;

/** The eighth part: topics that wait for a group, and the interest in them. */
export function tellTopics(story: () => Story): void {
  const member = (): Seat => story().as('member');
  const coordinator = (): Seat => story().as('coordinator');
  const standing = async (id: string): Promise<TopicOverview | undefined> => (await story().house.store.readTopic({ account: operator }, id)).overview;

  /** A topic as it is reached from the list. */
  async function open(seat: Seat, id: string): Promise<void> {
    await seat.type('topics');
    await seat.press(said.show(id));
  }

  test.each([en, fr])('topics are read word for word, alone and with who is interested ($language)', async (words) => {
    const seat = member();
    await seat.type(`me language ${words.language}`);
    const listed = await seat.type('topics');
    expect(listed).toMatchObject({ kind: 'message', alone: true, pings: [] });
    await story().agrees(listed, seat, 'topics');
    await story().agrees(await seat.press(words.topic.show('t2')), seat, 'topic t2');
    await seat.type('topics');
    await story().agrees(await seat.press(words.balance.show), seat, 'topics balance');
    await seat.type('me language en');
  });

  test('interest is one press, counts a person once, and is taken back in one', async () => {
    const seat = member();
    await open(seat, 't2');
    expectSaid(await seat.press(said.wouldJoin), said.noted('t2'), said.mine.join);
    await open(seat, 't2');
    expectSaid(await seat.press(said.wouldLead), said.noted('t2'), said.mine.lead);
    expectSaid(await seat.type('topics'), said.counts(0, 1));
    expect(await standing('t2')).toMatchObject({ counts: { join: 0, lead: 1 } });
    await open(seat, 't2');
    expectSaid(await seat.press(said.takeBack), said.takenBack('t2'));
    expect(await standing('t2')).toMatchObject({ counts: { join: 0, lead: 0 } });
  });

  test('other words ask everybody again, and what is retired is off the list', async () => {
    await coordinator().type('topics');
    expect(await coordinator().press(said.add)).toMatchObject({ kind: 'form', alone: true });
    expectSaid(
      await coordinator().fill({ [said.text]: 'Routers *at home* & <who> updates them', [said.why]: 'Asked for.' }),
      said.recorded['topic added']('t5'),
    );
    await open(member(), 't5');
    expectSaid(await member().press(said.wouldJoin), 'Routers *at home* & <who> updates them', said.noted('t5'));
    await open(coordinator(), 't5');
    expect(await coordinator().press(said.reword)).toMatchObject({ kind: 'form' });
    await coordinator().fill({ [said.text]: 'Routers in homes and schools', [said.why]: 'Schools as well.' });
    expectSaid(await member().type('topics'), 'Routers in homes and schools', said.askedAgain);
    expect(await standing('t5')).toMatchObject({ topic: { version: 2 }, counts: { join: 0, lead: 0 } });
    expectSaid(await member().pressOld('1|topics interest|topic=t5|kind=join|version=1'), en.problems['topic-changed']({ id: 't5' }));
    await open(coordinator(), 't5');
    expect(await coordinator().press(said.retire)).toMatchObject({ kind: 'form' });
    expectSaid(await coordinator().fill({ [said.why]: 'Nobody has time.' }), said.recorded['topic retired']('t5'));
    expect((await member().type('topics')).text).not.toContain('Routers');
  });

  test('whoever is no coordinator changes no topic', async () => {
    await open(member(), 't2');
    expectSaid(await member().pressOld('1|topics retire|topic=t2|version=1'), en.problems['coordinators-only']({}));
    expect(await standing('t2')).toMatchObject({ topic: { state: 'open' } });
  });
}
