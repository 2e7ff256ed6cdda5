import { setTimeout as sleep } from 'node:timers/promises';
import { addDays, isoWeekOf } from '../../src/core/calendar.ts';
import { askOnce, command, type Kind, type Load, senders, slice } from './load.ts';
import { middle, quartile, type Run, ratios, rotate, type Slice, say } from './measure.ts';
import { type Database, databasesOf } from './records.ts';
import { groups, lastTold, seed, seedChannels } from './seed.ts';
import { leastTime, pace, slowPeer } from './slow-peer.ts';
import { type Subject, startBot, startedIn } from './subjects.ts';

/** What is measured over a record, and beside which row. */
type Row = { readonly what: string; readonly subject: Subject; readonly load: Load; readonly beside?: Row | undefined; readonly slices: Slice[] };

/** How many updates the small record holds. */
const few = 1000;

const channels = 500;

/** The weekly rhythm: updates in and out of a small and a large record, the digest over 200 groups, and its way to 500 channels. */
export async function measureWeekly(run: Run, many: number): Promise<void> {
  const rows: Row[] = [];
  for (const database of databasesOf(run)) rows.push(...(await rowsOver(database, run, many)));
  for (const row of rows) await slice(row.subject.port, row.load, 1_500);
  await rotate(rows, run.rounds, ({ subject, load }) => slice(subject.port, load, run.milliseconds));
  report(rows, run);
  say('');
  for (const line of await Promise.all(databasesOf(run).map((database) => deliverDigests(database, run)))) say(line);
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
  const [fewOpen, manyOpen] = [openPlaces(), openPlaces()];
  const pair = async (what: string, ofFew: Load, ofMany: Load = ofFew): Promise<readonly Row[]> => {
    for (const subject of [bots.few, bots.many]) await checkTruth(subject, subject === bots.few ? ofFew : ofMany);
    const beside: Row = { what, subject: bots.few, load: ofFew, slices: [] };
    return [beside, { what, subject: bots.many, load: ofMany, beside, slices: [] }];
  };
  const page = await pair('updates', reading('slack', 'updates', {}));
  return [
    ...(await pair('a submission', submitting('slack', fewOpen), submitting('slack', manyOpen))),
    ...(await pair('a submission', submitting('discord', fewOpen), submitting('discord', manyOpen))),
    ...page,
    { what: 'updates, again (control)', subject: bots.few, load: reading('slack', 'updates', {}), beside: page[0], slices: [] },
    ...(await pair('updates of a group', reading('slack', 'updates', { group: 'wg100' }))),
    ...(await pair(`the digest over ${groups} groups`, reading('slack', 'digest', { week: lastTold.name }))),
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

async function checkTruth({ name, port }: Subject, { next, isGood }: Load): Promise<void> {
  const said = await askOnce(port, next());
  if (!isGood(said)) throw new Error(`${name} did not answer as it should: ${said.slice(0, 600)}`);
}

function report(rows: readonly Row[], { rounds, milliseconds }: Run): void {
  say('');
  say(`The weekly rhythm, 16 abreast, ${rounds} rounds of ${milliseconds} ms; times as long: upper quartile (median) of the ratios inside each round`);
  say('');
  say(`| what | over | record | answers/s | p50 ms | p99 ms | times as long as out of ${few} |`);
  say('|---|---|---|---:|---:|---:|---:|');
  for (const row of rows) say(lineOf(row));
}

function lineOf({ what, subject, load, beside, slices }: Row): string {
  const longer = beside === undefined ? [] : ratios(beside.slices, slices);
  const claimed = beside === undefined ? '1' : `${quartile(longer, 0.75).toFixed(2)} (${quartile(longer, 0.5).toFixed(2)})`;
  const [perSecond, p50, p99] = [middle(slices, (one) => one.perSecond), middle(slices, (one) => one.p50), middle(slices, (one) => one.p99)];
  return `| ${what} | ${load.kind} | ${subject.name} | ${Math.round(perSecond)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${claimed} |`;
}

/** Every channel of a workspace is owed the same digest at the same hour, and Slack takes them at its own pace, in real time. */
async function deliverDigests({ name, make }: Database, { later }: Run): Promise<string> {
  const place = await make('digests');
  await seed(place, groups, '2022-10-03');
  await seedChannels(place, channels);
  const peer = await slowPeer();
  later(async () => peer.close());
  const subject = await startBot(`${name}, digests`, place, { IS3C_CLOCK: '2022-10-11T09:00:00Z', SLACK_API_URL: peer.apiUrl });
  const taken = await Promise.race([peer.taken(channels), sleep(300_000, undefined, { ref: false })]);
  await sleep(2_000);
  await subject.stop();
  if (taken === undefined) throw new Error(`${name}: the digests did not arrive in five minutes`);
  const least = leastTime(channels);
  const [seconds, allowed] = [taken.milliseconds / 1000, least / 1000].map((time) => time.toFixed(1));
  return `the digest over ${groups} groups to ${channels} channels of one workspace that takes ${pace.perMinute} messages a minute, ${name}: ${seconds} s where the pace allows ${allowed} s (${(taken.milliseconds / least).toFixed(2)}); 429 answered ${taken.refused} times, sent twice ${taken.twice}`;
}
