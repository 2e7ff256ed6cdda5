import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Adapter } from '../../src/chat/adapter.ts';
import deliver from '../../src/jobs/deliver.ts';
import type { Context } from '../../src/jobs/job.ts';
import look from '../../src/jobs/look.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { discordGateway } from './seats/discord-gateway.ts';
import { squeeze } from './seats/facts.ts';
import type { Platform, Post, Seat } from './seats/seat.ts';
import { slackHttp } from './seats/slack-http.ts';
import { en, expectSaid } from './seats/story.ts';

// Four weeks in which three groups are asked over both chats, by a clock that is set: Europe's clocks go back on 25 October 2026, one chair is
// away, one group is paused, the bot is down over a due time, and one update comes late. Everything that anybody receives is compared.

const start = new Date('2026-10-12T06:00:00Z');
/** Every due time of the story falls on a half hour of UTC. */
const step = 30 * 60_000;

let house: TestHouse;
let platforms: readonly Platform[];
let context: Context;
let slack: Seat;
let discord: Seat;
let seen: number[];
const received: string[] = [];
const texts = new Map<string, string>();

beforeAll(async () => {
  house = await openTestHouse({ now: start.toISOString(), loaded: start.toISOString() });
  const opened = [await slackHttp(house), await discordGateway(house)] as const;
  platforms = opened;
  [slack, discord] = [opened[0].seat, opened[1].seat];
  seen = platforms.map(() => 0);
  context = {
    store: house.store,
    adapters: Object.fromEntries(platforms.flatMap(({ adapter }) => (adapter === undefined ? [] : [[adapter.platform, adapter]]))) satisfies Record<
      string,
      Adapter
    >,
    now: () => house.clock.now,
    real: () => new Date(),
    newReference: () => 'reference',
    isStopping: () => false,
    log: house.log,
  };
});
afterAll(async () => {
  for (const platform of platforms) await platform.close();
  await house.close();
});

/** Notes what was received since the last time, under what the clock shows. */
function note(): void {
  for (const [index, { posts = () => [] }] of platforms.entries()) {
    const all: readonly Post[] = posts();
    for (const { to, title, text } of all.slice(seen[index])) {
      received.push(`${house.clock.now.toISOString().slice(0, 16)} ${nameOf(to)}: ${title}`);
      texts.set(`${nameOf(to)}: ${title}`, text);
    }
    seen[index] = all.length;
  }
}

/** Channels and people as the story calls them. */
function nameOf(to: string): string {
  const people = [slack, discord].flatMap((seat) => (['coordinator', 'member'] as const).map((role) => seat.as(role)));
  const person = people.find(({ account }) => account.endsWith(`:${to}`));
  if (person !== undefined) return `${person.name} on ${person.account.split(':')[0]}`;
  return [slack, discord].find(({ told }) => told.place.kind === 'channel' && told.place.channel === to)?.account.split(':')[0] ?? to;
}

/** Lets the clock run to an instant, looking every half hour. */
async function runTo(instant: string): Promise<void> {
  const end = new Date(instant);
  while (house.clock.now < end) {
    house.clock.now = new Date(Math.min(house.clock.now.getTime() + step, end.getTime()));
    await look.run(context);
    await deliver.run(context);
    note();
  }
}

async function settings(seat: Seat, group: string, zone: string): Promise<void> {
  await seat.type(`group ${group}`);
  await seat.choose(en.group.settings);
  await seat.fill({ [en.group.fields.weekday]: '4', [en.group.fields.hour]: '10', [en.group.fields.zone]: zone });
}

test('the story is set up over both chats', async () => {
  expectSaid(await slack.type('here setup'), en.here.claimed);
  expectSaid(await discord.type('here setup'), en.here.asked);
  await slack.type('home');
  await slack.press(en.home.accept);
  await slack.type(`here appoint ${discord.account}`);
  await slack.type(`group appoint wg1 ${slack.as('member').account} chair`);
  await slack.type(`group appoint wg2 ${discord.as('member').account} chair`);
  await slack.type(`group appoint wg3 ${slack.as('coordinator').account} chair`);
  await settings(slack, 'wg1', 'Europe/Paris');
  await settings(slack, 'wg2', 'Asia/Kolkata');
  await settings(slack, 'wg3', 'Africa/Nairobi');
  for (const seat of [slack, discord]) {
    await seat.type('here');
    await seat.press(en.here.setUp);
    expectSaid(await seat.fill({ [en.group.fields.weekday]: '2', [en.group.fields.hour]: '9', [en.group.fields.zone]: 'Europe/Paris' }), en.here.switchedOn);
  }
});

test('four weeks bring what they should, message for message', { timeout: 120_000 }, async () => {
  const [mei, meiOnDiscord] = [slack.as('member'), discord.as('member')];
  // The first week: everybody answers but the third group.
  await runTo('2026-10-15T12:00:00Z');
  expectSaid(await mei.type('update wg1 Read the drafts.'), en.update.recorded('u1'));
  await meiOnDiscord.type('update');
  await meiOnDiscord.fill({ [en.update.fields.done]: 'A course for teachers.', [en.update.fields.help]: 'A reviewer from a school.' });
  await runTo('2026-10-19T06:00:00Z');
  // The second: the second group's chair is away, and the first one is late.
  expectSaid(await meiOnDiscord.type('me away until 25 October'), en.me.awaySet('19-25 October 2026'));
  await runTo('2026-10-26T06:00:00Z');
  // The third: clocks have gone back, the third group is paused, and the bot is down over the digests.
  await slack.type('group wg3');
  await slack.choose(en.group.pause);
  await runTo('2026-10-27T07:00:00Z');
  house.clock.now = new Date('2026-10-27T12:00:00Z');
  await runTo('2026-10-27T13:00:00Z');
  await mei.pressOld('1|update|group=wg1|week=2026-W43');
  await mei.fill({ [en.update.fields.done]: 'Late, but here.' });
  await runTo('2026-11-02T06:00:00Z');
  // The fourth: the third group goes on.
  await slack.type('group wg3');
  await slack.press(en.group.resume);
  await runTo('2026-11-09T06:00:00Z');
  expect(received).toMatchInlineSnapshot(`
    [
      "2026-10-12T06:30 Mei on slack: You chair wg1 from now on",
      "2026-10-12T06:30 Amina on discord: The coalition has accepted your space",
      "2026-10-12T06:30 Mei on discord: You chair wg2 from now on",
      "2026-10-12T06:30 Amina on discord: You are a coordinator of the coalition now",
      "2026-10-13T07:00 slack: Digest, week 41 of 2026 (5-11 October)",
      "2026-10-13T07:00 discord: Digest, week 41 of 2026 (5-11 October)",
      "2026-10-15T04:30 Mei on discord: What is new in Education and skills?",
      "2026-10-15T07:00 Amina on slack: What is new in Procurement, supply chain management and the business case?",
      "2026-10-15T08:00 Mei on slack: What is new in Security by design?",
      "2026-10-16T07:00 Amina on slack: A reminder: the update of Procurement, supply chain management and the business case",
      "2026-10-20T07:00 slack: Digest, week 42 of 2026 (12-18 October)",
      "2026-10-20T07:00 discord: Digest, week 42 of 2026 (12-18 October)",
      "2026-10-22T07:00 Amina on slack: What is new in Procurement, supply chain management and the business case?",
      "2026-10-22T08:00 Mei on slack: What is new in Security by design?",
      "2026-10-23T07:00 Amina on slack: A reminder: the update of Procurement, supply chain management and the business case",
      "2026-10-23T08:00 Mei on slack: A reminder: the update of Security by design",
      "2026-10-27T12:30 slack: Digest, week 43 of 2026 (19-25 October)",
      "2026-10-27T12:30 discord: Digest, week 43 of 2026 (19-25 October)",
      "2026-10-27T13:30 slack: Security by design: the update for week 43 has come",
      "2026-10-27T13:30 discord: Security by design: the update for week 43 has come",
      "2026-10-29T04:30 Mei on discord: What is new in Education and skills?",
      "2026-10-29T09:00 Mei on slack: What is new in Security by design?",
      "2026-10-30T04:30 Mei on discord: A reminder: the update of Education and skills",
      "2026-10-30T09:00 Mei on slack: A reminder: the update of Security by design",
      "2026-11-03T08:00 slack: Digest, week 44 of 2026 (26 October - 1 November)",
      "2026-11-03T08:00 discord: Digest, week 44 of 2026 (26 October - 1 November)",
      "2026-11-05T04:30 Mei on discord: What is new in Education and skills?",
      "2026-11-05T07:00 Amina on slack: What is new in Procurement, supply chain management and the business case?",
      "2026-11-05T09:00 Mei on slack: What is new in Security by design?",
      "2026-11-06T04:30 Mei on discord: A reminder: the update of Education and skills",
      "2026-11-06T07:00 Amina on slack: A reminder: the update of Procurement, supply chain management and the business case",
      "2026-11-06T09:00 Mei on slack: A reminder: the update of Security by design",
    ]
  `);
});

test.each(['slack', 'discord'])('the digests on %s say what was told, who needs help, what is missing and what came late', (chat) => {
  const digest = (week: string): string => squeeze(texts.get(`${chat}: Digest, ${week}`) ?? '');
  const [second, third, fourth] = ['week 42 of 2026 (12-18 October)', 'week 43 of 2026 (19-25 October)', 'week 44 of 2026 (26 October - 1 November)'].map(
    digest,
  );
  for (const fact of [
    'A reviewer from a school',
    'Read the drafts',
    'A course for teachers',
    en.digest.gaps,
    'wg3 · Procurement, supply chain management and the business case',
  ]) {
    expect(second).toContain(squeeze(fact));
  }
  expect(second?.indexOf(squeeze('A reviewer from a school'))).toBeLessThan(second?.indexOf(squeeze('Read the drafts')) ?? 0);
  expect(third).toContain(squeeze(en.notices.digestLate));
  expect(fourth).toContain(squeeze('Late, but here'));
});

test('nothing is left over, and the bot says that it is well', async () => {
  expectSaid(await slack.type('status'), en.status.well, en.status.noneWaiting);
  expect(house.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});
