import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator } from '../../src/core/account.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import { when } from '../support/milestones.ts';
import { discordHttp } from './seats/discord-http.ts';
import { missingFrom } from './seats/facts.ts';
import type { Platform, Seat } from './seats/seat.ts';
import { slackHttp } from './seats/slack-http.ts';
import { en, expectSaid, says } from './seats/story.ts';
import { terminal } from './seats/terminal.ts';

// Slack, Discord and a terminal over one house: what is done on one is there on the others at once.

const { fields } = en.milestone;

let house: TestHouse;
let platforms: readonly Platform[];
let slack: Seat;
let discord: Seat;
let prompt: Seat;

beforeAll(async () => {
  house = await openTestHouse();
  const opened = [await slackHttp(house), await discordHttp(house), await terminal(house)] as const;
  platforms = opened;
  [slack, discord, prompt] = [opened[0].seat, opened[1].seat, opened[2].seat];
});
afterAll(async () => {
  for (const platform of platforms) await platform.close();
  expect(house.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  await house.close();
});

const everybody = (): readonly Seat[] => [slack, discord, prompt].map((seat) => seat.as('member'));
const milestone = async (id: string) => (await house.store.readMilestone({ account: operator }, id)).milestone;

test('a server asks on Discord, and is accepted on Slack', async () => {
  expectSaid(await slack.type('here setup'), en.here.claimed);
  const reader = discord.as('member');
  expectSaid(await reader.type('me language en'), en.problems['space-not-accepted']({}));
  expectSaid(await discord.type('here setup'), en.here.asked, en.here.untilThen);
  expectSaid(await slack.type('home'), en.home.spaceWaits(discord.told.space ?? ''));
  expectSaid(await slack.press(en.home.accept), en.here.spaceAccepted(discord.told.space ?? ''));
  expectSaid(await reader.type('me language en'), en.me.languageSet(en.languageNames.en));
});

test('who is appointed on Slack leads on Discord', async () => {
  expectSaid(await discord.type('milestone confirm m5'), en.problems['coordinators-only']({}));
  expectSaid(await slack.type(`here appoint ${discord.account}`), en.here.appointed);
  expect(await discord.type('milestone confirm m5')).toMatchObject({ kind: 'form' });
});

test.each(['next-milestone as of 2021-10-05', 'next-milestone as of 2022-10-10', 'timeline', 'milestone show m8', 'what happens in June 2022', 'help'])(
  '“/is3c %s” says the same everywhere',
  async (line) => {
    const [{ told }] = [prompt.as('member')];
    const answer = await house.doors.handle({ id: randomUUID(), ...told, invoke: house.doors.read(line) });
    const seen = await Promise.all(everybody().map((seat) => seat.type(line)));
    expect(seen.map((one) => missingFrom(one, answer))).toEqual([[], [], []]);
  },
);

test('a date that is confirmed on Slack is on Discord and at the terminal at once', async () => {
  await slack.type('milestone confirm m5');
  await slack.fill({ [fields.when]: '8 July 2022', [fields.source]: 'the Secretariat', [fields.why]: 'moved' });
  for (const seat of everybody()) {
    expectSaid(await seat.type('milestone show m5'), '8 July 2022', 'source: the Secretariat', 'because: moved');
    expectSaid(await seat.type('next-milestone as of 2022-06-30'), '8 July 2022', 'in 8 days');
  }
});

test('an outcome that is recorded on Discord ends the waiting everywhere', async () => {
  for (const seat of everybody()) expectSaid(await seat.type('next-milestone'), 'depends on m6');
  await discord.type('milestone done m6');
  await discord.fill({ [fields.outcome]: 'The coalition goes on.' });
  for (const seat of everybody()) {
    expect(says(await seat.type('next-milestone'), 'depends on m6')).toBe(false);
    expectSaid(await seat.type('milestone show m6'), 'The coalition goes on.');
  }
});

test('what is cancelled at the terminal is cancelled everywhere', async () => {
  await prompt.type('milestone cancel m4');
  await prompt.fill({ [fields.reason]: 'Done by others.' });
  for (const seat of everybody()) expectSaid(await seat.type('milestone show m4'), en.states.cancelled, 'Done by others.');
});

test('a form that was opened on one platform is out of date once another has changed its object', async () => {
  const typed = { [fields.when]: '1 March 2022', [fields.source]: 'a letter', [fields.why]: 'moved' };
  for (const [late, early] of [
    [slack, discord],
    [discord, prompt],
    [prompt, slack],
  ] as const) {
    await late.type('milestone confirm m3');
    await early.type('milestone change m3');
    await early.fill({ [fields.text]: `Said by ${early.account}.`, [fields.why]: 'clearer' });
    expectSaid(await late.fill(typed), en.problems['milestone-changed']({ id: 'm3' }), 'a letter');
    expect(await milestone('m3')).toMatchObject({ text: `Said by ${early.account}.`, confirmed: { when: when('2022-02-23') } });
  }
});

test('the same act records the same on every platform', async () => {
  const added = [];
  for (const seat of [slack, discord, prompt]) {
    await seat.type('milestone add');
    await seat.fill({
      [fields.when]: 'Q3 2023',
      [fields.text]: 'A <report> & more\nin two lines',
      [fields.dependsOn]: 'm6, M8',
      [fields.source]: 'the chairs',
    });
    added.push(`m${9 + added.length}`);
  }
  const records = await Promise.all(added.map((id) => house.store.readMilestone({ account: operator }, id)));
  const facts = records.map(({ milestone: { id: _, ...kept } = { id: 'none' } }) => kept);
  expect(facts[0]).toMatchObject({ revision: 1, planned: { when: when('2023-35'), source: 'the chairs' }, dependsOn: ['m6', 'm8'] });
  expect(facts).toEqual([facts[0], facts[0], facts[0]]);
  const events = records.map(({ events: [event] }) => event);
  expect(events.map((event) => event?.act)).toEqual(['added', 'added', 'added']);
  expect(events.map((event) => event?.space)).toEqual([slack, discord, prompt].map(({ told }) => told.space));
});
