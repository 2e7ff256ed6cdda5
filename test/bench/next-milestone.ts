import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askOnce, command, type Kind, type Load, slice } from './load.ts';
import { middle, quartile, type Run, ratios, rotate, type Slice, say } from './measure.ts';
import { createDatabase, fill } from './records.ts';
import { memoryOf, type Subject, startBare, startBot, startedIn } from './subjects.ts';

type Row = { readonly subject: Subject; readonly kind: Kind; readonly beside: string; readonly slices: Slice[] };

const asked: Record<Kind, Load> = { slack: loadOver('slack'), discord: loadOver('discord') };

function loadOver(kind: Kind): Load {
  return { kind, next: () => command(kind, 'next-milestone'), isGood: () => true };
}

/** The same bot over a small and a large record, on the embedded database and, where there is one, on a server. */
async function startBots({ folder, serverUrl, later }: Run, many: number): Promise<{ readonly bots: readonly Subject[]; readonly notes: readonly string[] }> {
  const started = startedIn(later);
  const small = join(folder, 'small');
  const first = await startBot('empty folder', { data: small });
  await first.stop();
  const again = await startBot('existing folder', { data: small });
  await sleep(2_000);
  const notes = [
    `cold start to the first answer, empty folder      ${Math.round(first.ready)} ms`,
    `cold start to the first answer, existing folder   ${Math.round(again.ready)} ms`,
    `memory at rest, embedded                          ${Math.round(memoryOf(again))} MB`,
  ];
  await again.stop();
  const large = join(folder, 'large');
  say(`filling the large record with ${many} milestones ...`);
  await fill({ data: large }, many);
  const bots = [await started(startBot('embedded, 12', { data: small })), await started(startBot(`embedded, ${many}`, { data: large }))];
  if (serverUrl === undefined) return { bots, notes: [...notes, 'PostgreSQL: not measured, since TEST_DATABASE_URL names no server'] };
  for (const [size, count] of [
    ['12', 0],
    [String(many), many],
  ] as const) {
    const database = await createDatabase(serverUrl);
    later(() => database.drop());
    await fill({ databaseUrl: database.url }, count);
    bots.push(await started(startBot(`PostgreSQL, ${size}`, { databaseUrl: database.url })));
  }
  return { bots, notes };
}

/** What comes next, over both chats, beside servers that only acknowledge. */
export async function measureNext(run: Run, many: number): Promise<void> {
  const { bots, notes } = await startBots(run, many);
  const started = startedIn(run.later);
  const bare = {
    bolt: await started(startBare('bare Bolt', 'bolt')),
    boltAgain: await started(startBare('bare Bolt again (control)', 'bolt')),
    slack: await started(startBare('bare node:http', 'slack')),
    discord: await started(startBare('bare node:http', 'discord')),
    discordAgain: await started(startBare('bare node:http again (control)', 'discord')),
  };
  const rows: Row[] = [
    { subject: bare.bolt, kind: 'slack', beside: 'itself', slices: [] },
    { subject: bare.boltAgain, kind: 'slack', beside: 'bare Bolt', slices: [] },
    { subject: bare.slack, kind: 'slack', beside: 'bare Bolt', slices: [] },
    ...bots.map((subject): Row => ({ subject, kind: 'slack', beside: 'bare Bolt', slices: [] })),
    { subject: bare.discord, kind: 'discord', beside: 'itself', slices: [] },
    { subject: bare.discordAgain, kind: 'discord', beside: 'bare node:http', slices: [] },
    ...bots.map((subject): Row => ({ subject, kind: 'discord', beside: 'bare node:http', slices: [] })),
  ];
  for (const [index, subject] of bots.entries()) await checkTruth(subject, index % 2 === 0);
  for (const row of rows) await slice(row.subject.port, asked[row.kind], 1_500);
  await rotate(rows, run.rounds, (row) => slice(row.subject.port, asked[row.kind], run.milliseconds));
  report(rows, run, many, notes);
}

/** What is measured is the true answer: over the published plan, m7 comes next on 10 October 2022. */
async function checkTruth(subject: Subject, published: boolean): Promise<void> {
  for (const kind of ['slack', 'discord'] as const) {
    const said = await askOnce(subject.port, command(kind, 'next-milestone'));
    if (published && !said.includes('1 December 2022')) throw new Error(`${subject.name} over ${kind} did not answer the question: ${said.slice(0, 300)}`);
    if (said.length < 300) throw new Error(`${subject.name} over ${kind} answered too little: ${said}`);
  }
}

function report(rows: readonly Row[], { rounds, milliseconds }: Run, many: number, notes: readonly string[]): void {
  say('');
  say(`/is3c next-milestone, 16 abreast, ${rounds} rounds of ${milliseconds} ms; ratio: lower quartile (median) of the ratios inside each round`);
  say('');
  say('| over | subject | answers/s | p50 ms | p99 ms | ratio to the bare one |');
  say('|---|---|---:|---:|---:|---:|');
  for (const row of rows) say(lineOf(row, rows));
  say('');
  for (const note of [...notes, ...growth(rows, many)]) say(note);
}

function lineOf(row: Row, rows: readonly Row[]): string {
  const base = rows.find((one) => one.kind === row.kind && one.beside === 'itself');
  const all = ratios(row.slices, base?.slices ?? []);
  const ratio = row.beside === 'itself' ? '1' : `${quartile(all, 0.25).toFixed(2)} (${quartile(all, 0.5).toFixed(2)})`;
  return `| ${row.kind} | ${row.subject.name} | ${Math.round(middle(row.slices, (one) => one.perSecond))} | ${middle(row.slices, (one) => one.p50).toFixed(1)} | ${middle(row.slices, (one) => one.p99).toFixed(1)} | ${ratio} |`;
}

/** How much slower the large record is than the small one: 1 is not at all. */
function growth(rows: readonly Row[], many: number): readonly string[] {
  return rows
    .filter(({ subject }) => subject.name.endsWith(`, ${many}`))
    .map((row) => {
      const smallName = row.subject.name.replace(`, ${many}`, ', 12');
      const small = rows.find((one) => one.kind === row.kind && one.subject.name === smallName);
      const slower = ratios(row.slices, small?.slices ?? []).map((ratio) => 1 / ratio);
      return `growth from 12 to ${many} milestones, ${row.subject.name.split(',')[0]} over ${row.kind}: ${quartile(slower, 0.5).toFixed(2)} (upper quartile ${quartile(slower, 0.75).toFixed(2)})`;
    });
}
