import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, isoWeekOf } from '../../src/core/calendar.ts';
import { command, type Kind, type Load, senders } from './load.ts';
import { type Run, say } from './measure.ts';
import { type Database, databasesOf } from './records.ts';
import { measureRows, pair, type Row, type Sizes } from './rows.ts';
import { groups, lastTold, seed, seedChannels } from './seed.ts';
import { leastTime, pace, slowPeer } from './slow-peer.ts';
import { startBot, startedIn } from './subjects.ts';

/** How many updates the small record holds. */
const few = 1000;

const channels = 500;

/** The weekly rhythm: updates in and out of a small and a large record, the digest over 200 groups, and its way to 500 channels. */
export async function measureWeekly(run: Run, many: number): Promise<void> {
  const rows: Row[] = [];
  for (const database of databasesOf(run)) rows.push(...(await rowsOver(database, run, many)));
  await measureRows('The weekly rhythm', rows, run);
  say('');
  for (const database of databasesOf(run)) say(await deliverDigests(database, run));
  if (run.serverUrl === undefined) say('PostgreSQL: not measured, since TEST_DATABASE_URL names no server');
}

async function rowsOver({ name, make }: Database, { later }: Run, many: number): Promise<readonly Row[]> {
  const started = startedIn(later);
  const [small, large] = [await make(`weekly ${few}`), await make(`weekly ${many}`)];
  await seed(small, few);
  const begun = performance.now();
  await seed(large, many);
  say(`${name}: ${many} updates, their revisions and events, seeded in ${Math.round((performance.now() - begun) / 1000)} s`);
  const bots = {
    few: await started(startBot(`${name}, ${few}`, small, { IS3C_COORDINATORS: senders })),
    many: await started(startBot(`${name}, ${many}`, large, { IS3C_COORDINATORS: senders })),
  };
  const open = { few: openPlaces(), many: openPlaces() };
  const submit = (kind: Kind): Sizes<Load> => ({ few: submitting(kind, open.few), many: submitting(kind, open.many) });
  const read = (name: string, options: Readonly<Record<string, string>>): Sizes<Load> => {
    const load = reading('slack', name, options);
    return { few: load, many: load };
  };
  const page = await pair('updates', bots, read('updates', {}));
  return [
    ...(await pair('a submission', bots, submit('slack'))),
    ...(await pair('a submission', bots, submit('discord'))),
    ...page,
    { what: 'updates, again (control)', subject: bots.few, load: reading('slack', 'updates', {}), beside: page[0], slices: [] },
    ...(await pair('updates of a group', bots, read('updates', { group: 'wg100' }))),
    ...(await pair(`the digest over ${groups} groups`, bots, read('digest', { week: lastTold.name }))),
  ];
}

/** A group and a week without an update, each once: every one of them takes one submission. */
function openPlaces(): () => { readonly group: string; readonly week: string } {
  let taken = 0;
  return () => {
    const place = { group: `wg${1 + (taken % groups)}`, week: isoWeekOf(addDays('2021-01-04', 7 * Math.floor(taken / groups))) };
    taken += 1;
    return place;
  };
}

function submitting(kind: Kind, next: ReturnType<typeof openPlaces>): Load {
  const text = 'We met twice, read what had been sent to us, and agreed on the outline of the second chapter.';
  return { kind, next: () => command(kind, 'update', { ...next(), text }), isGood: (answer) => answer.includes('Recorded') };
}

function reading(kind: Kind, name: string, options: Readonly<Record<string, string>>): Load {
  return { kind, next: () => command(kind, name, options), isGood: (answer) => answer.includes('read what') };
}

/** Every channel of a workspace is owed the same digest at the same hour, and Slack takes them at its own pace, in real time. */
async function deliverDigests({ name, make }: Database, { later }: Run): Promise<string> {
  const place = await make('digests');
  await seed(place, groups, '2022-10-03');
  await seedChannels(place, channels);
  const peer = await slowPeer();
  later(async () => peer.close());
  const set = { IS3C_CLOCK: '2022-10-11T09:00:00Z', SLACK_API_URL: peer.apiUrl };
  const subject = await startedIn(later)(startBot(`${name}, digests`, place, set));
  const taken = await Promise.race([peer.taken(channels), sleep(300_000, undefined, { ref: false })]);
  await sleep(2_000);
  await subject.stop();
  if (taken === undefined) throw new Error(`${name}: the digests did not arrive in five minutes`);
  const least = leastTime(channels);
  const [seconds, allowed] = [taken.milliseconds / 1000, least / 1000].map((time) => time.toFixed(1));
  return `the digest over ${groups} groups to ${channels} channels of one workspace that takes ${pace.perMinute} messages a minute, ${name}: ${seconds} s where the pace allows ${allowed} s (${(taken.milliseconds / least).toFixed(2)}); 429 answered ${taken.refused} times, sent twice ${taken.twice}`;
}
