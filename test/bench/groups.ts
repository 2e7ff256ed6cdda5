import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { By, Store } from '../../src/core/store.ts';
import { openStore } from '../../src/store/open.ts';
import { askOnce, command, type Kind, type Load, senders, slackPress, team } from './load.ts';
import { quartile, type Run, say } from './measure.ts';
import { type Database, databasesOf } from './records.ts';
import { measureRows, pair, type Row, type Sizes } from './rows.ts';
import { seedPeople, userOf } from './seed.ts';
import { type SlowPeer, slowPeer } from './slow-peer.ts';
import { startBot, startedIn } from './subjects.ts';

/** How many people a record holds, and how many groups: the small one fills a page as the large one does. */
const sizes = { few: { people: 200, groups: 20 }, many: { people: 10_000, groups: 1_000 } } as const;

/** Working groups: people come and go, pages are read out of a small and a large record, and many press one button. */
export async function measureGroups(run: Run): Promise<void> {
  const rows: Row[] = [];
  for (const database of databasesOf(run)) rows.push(...(await rowsOver(database, run)));
  const { few, many } = sizes;
  await measureRows(`Working groups, ${few.people} people in ${few.groups}, and ${many.people} in ${many.groups}`, rows, run);
  say('');
  for (const database of databasesOf(run)) say(await pressTogether(database, run));
  if (run.serverUrl === undefined) say('PostgreSQL: not measured, since TEST_DATABASE_URL names no server');
}

async function rowsOver({ name, make }: Database, { later }: Run): Promise<readonly Row[]> {
  const started = startedIn(later);
  const bot = async (size: keyof typeof sizes) => {
    const place = await make(`groups ${size}`);
    await seedPeople(place, sizes[size].people, sizes[size].groups);
    return started(startBot(`${name}, ${sizes[size].groups} groups`, place));
  };
  const bots = { few: await bot('few'), many: await bot('many') };
  const cross = (kind: Kind): Sizes<Load> => ({ few: comingAndGoing(kind, sizes.few), many: comingAndGoing(kind, sizes.many) });
  const read = (command: string, options: Readonly<Record<string, string>>, shown: string): Sizes<Load> => {
    const load = reading(command, options, shown);
    return { few: load, many: load };
  };
  const page = await pair('groups', bots, read('groups', {}, 'wg10'));
  return [
    ...(await pair('join and leave', bots, cross('slack'))),
    ...(await pair('join and leave', bots, cross('discord'))),
    ...page,
    { what: 'groups, again (control)', subject: bots.few, load: reading('groups', {}, 'wg10'), beside: page[0], slices: [] },
    ...(await pair('a group', bots, read('group', { group: 'wg17' }, 'Working group 17'))),
  ];
}

/** Somebody leaves so many requests after they joined, so that they certainly have. */
const lag = 64;

/** People join a group that they do not belong to, and leave it. */
function comingAndGoing(kind: Kind, { people, groups }: (typeof sizes)['few' | 'many']): Load {
  let made = 0;
  const move = (name: 'join' | 'leave', turn: number) => {
    const index = turn % (people / 2 - 1);
    return command(kind, name, { group: `wg${1 + ((7 * index + turn) % groups)}` }, userOf(kind, index));
  };
  return {
    kind,
    next() {
      made += 1;
      const turn = Math.floor(made / 2);
      return made % 2 === 0 || turn < lag ? move('join', turn) : move('leave', turn - lag);
    },
    isGood: (answer) => /You belong to wg|You have left wg/.test(answer),
  };
}

function reading(name: string, options: Readonly<Record<string, string>>, shown: string): Load {
  return { kind: 'slack', next: () => command('slack', name, options), isGood: (answer) => answer.includes(shown) };
}

/** So many people press a button within one second. */
const crowd = 500;
const channel = 'C0NEWS';

/** A new group is announced, and everybody joins it by the button under its card; whoever proposed it belongs to it already. */
async function pressTogether({ name, make }: Database, { later }: Run): Promise<string> {
  const place = await make('crowd');
  await seedPeople(place, sizes.many.people, sizes.many.groups);
  const before = await openStore(place, { coordinators: senders.split(',') });
  const group = await establish(before.store);
  await before.close();
  const peer = await slowPeer();
  later(async () => peer.close());
  const bot = await startedIn(later)(startBot(`${name}, crowd`, place, { SLACK_API_URL: peer.apiUrl }));
  const card = await waitFor(
    () => peer.messages.find((one) => one.channel === channel),
    () => `${peer.messages.length} messages came`,
  );
  const times = await Promise.all(Array.from({ length: crowd }, (_, index) => pressLater(bot.port, joinButton(card.blocks), index, peer)));
  await waitFor(
    () => (peer.answers() >= crowd && card.blocks.includes(`${crowd + 1} members`) ? true : undefined),
    () => `${peer.answers()} were answered, and the card shows ${card.blocks}`,
  );
  await sleep(6_000);
  await bot.stop();
  const after = await openStore(place);
  const { people } = await after.store.readGroup({ account: senders }, group);
  const joined = await after.statements(`SELECT member FROM event WHERE object = $1 AND act = 'member joined' AND space = $2`, [group, `slack:${team}`]);
  await after.close();
  const pauses = card.edits.slice(1).map((at, index) => at - (card.edits[index] ?? 0));
  const shown = /(\d+) members/.exec(card.blocks)?.[1];
  const [p50, p99, most] = [0.5, 0.99, 1].map((part) => quartile(times, part).toFixed(0));
  return [
    `${crowd} people press Join within a second, ${name}: acknowledged after p50 ${p50} ms, p99 ${p99} ms, at most ${most} ms; with the proposer ${people.member} belong to the group,`,
    `${joined.rows.length} have joined in the record; the card edited ${card.edits.length} times${pauses.length === 0 ? '' : `, at least ${(Math.min(...pauses) / 1000).toFixed(1)} s apart`}, and it shows ${shown} at last`,
  ].join(' ');
}

/** Establishes a group, which is owed to the one channel that gets news. */
async function establish(store: Store): Promise<string> {
  await store.subscribe({ space: `slack:${team}`, channel }, { digest: false, news: true, language: 'en', weekday: 1, hour: 9, zone: 'UTC' }, by());
  const text = {
    name: 'Testing for consumers',
    problem: 'Nobody tests for them.',
    deliverable: 'A guide for consumer bodies.',
    ending: 'When the guide is out.',
  };
  const milestone = { milestone: 'Outline agreed in March 2023', when: { kind: 'month', month: '2023-03' } } as const;
  const filed = await store.propose({ ...text, ...milestone }, {}, by(`slack:${team}:${userOf('slack', 0)}`));
  if (filed.kind !== 'recorded') throw new Error(`the proposal was not filed: ${filed.kind}`);
  const moved = await store.moveProposal({ move: 'establish', id: filed.value.id, version: 1, why: 'It is wanted.' }, by());
  const group = moved.kind === 'recorded' ? moved.value.group : undefined;
  if (group === undefined) throw new Error('the group was not established');
  return group;
}

function by(account: string = senders.split(',')[0] ?? ''): By {
  return { account, space: `slack:${team}`, at: new Date('2022-10-10T11:00:00Z'), key: randomUUID() };
}

const actions = z.array(z.looseObject({ type: z.string(), elements: z.array(z.looseObject({})).optional() }));

/** The button as it stands under the card. */
function joinButton(blocks: string): object {
  const found = actions
    .parse(JSON.parse(blocks))
    .flatMap(({ type, elements = [] }) => (type === 'actions' ? elements : []))
    .find((one) => JSON.stringify(one['text']).includes('Join'));
  if (found === undefined) throw new Error(`there is no Join button: ${blocks}`);
  return found;
}

/** The presses are spread over one second; how long one of them waits for its acknowledgement, in milliseconds. */
async function pressLater(port: number, button: object, index: number, { responseUrl }: SlowPeer): Promise<number> {
  await sleep((index * 1_000) / crowd);
  const press = slackPress(button, { user: userOf('slack', index + 1), channel, responseUrl });
  const from = performance.now();
  await askOnce(port, press);
  return performance.now() - from;
}

async function waitFor<Found>(look: () => Found | undefined, state: () => string): Promise<Found> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = look();
    if (found !== undefined) return found;
    await sleep(100);
  }
  throw new Error(`what was waited for a minute did not come: ${state()}`);
}
