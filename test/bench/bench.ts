// npm run bench: one table, made in one run. Slices rotate between the subjects, ratios are taken inside each round, the same subject runs
// twice as a control, and the lower quartile of the ratios is what is claimed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { askOnce, type Kind, type Slice, slice } from './load.ts';
import { createDatabase, fill } from './records.ts';
import { memoryOf, type Subject, startBare, startBot } from './subjects.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '12' }, slice: { type: 'string', default: '700' }, many: { type: 'string', default: '100000' } },
});
const rounds = Number(values.rounds);
const milliseconds = Number(values.slice);
const many = Number(values.many);
const serverUrl = process.env['TEST_DATABASE_URL'];

type Row = { readonly subject: Subject; readonly kind: Kind; readonly beside: string; readonly slices: Slice[] };

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function quartile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

const folder = mkdtempSync(join(tmpdir(), 'is3c-bench-'));
const ends: (() => Promise<unknown>)[] = [];
try {
  await run();
} finally {
  for (const end of ends.toReversed()) await end();
  rmSync(folder, { recursive: true, force: true });
}

async function started(subject: Promise<Subject>): Promise<Subject> {
  const running = await subject;
  ends.push(() => running.stop());
  return running;
}

/** The same bot over a small and a large record, on the embedded database and, where there is one, on a server. */
async function startBots(): Promise<{ readonly bots: readonly Subject[]; readonly notes: readonly string[] }> {
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
    ends.push(() => database.drop());
    await fill({ databaseUrl: database.url }, count);
    bots.push(await started(startBot(`PostgreSQL, ${size}`, { databaseUrl: database.url })));
  }
  return { bots, notes };
}

async function run(): Promise<void> {
  const { bots, notes } = await startBots();
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
  for (const row of rows) await slice(row.subject.port, row.kind, 1_500);
  for (let round = 0; round < rounds; round += 1) {
    for (const row of round % 2 === 0 ? rows : rows.toReversed()) row.slices.push(await slice(row.subject.port, row.kind, milliseconds));
  }
  report(rows, notes);
}

/** What is measured is the true answer: over the published plan, m7 comes next on 10 October 2022. */
async function checkTruth(subject: Subject, published: boolean): Promise<void> {
  for (const kind of ['slack', 'discord'] as const) {
    const said = await askOnce(subject.port, kind);
    if (published && !said.includes('1 December 2022')) throw new Error(`${subject.name} over ${kind} did not answer the question: ${said.slice(0, 300)}`);
    if (said.length < 300) throw new Error(`${subject.name} over ${kind} answered too little: ${said}`);
  }
}

function report(rows: readonly Row[], notes: readonly string[]): void {
  say('');
  say(`/is3c next-milestone, 16 abreast, ${rounds} rounds of ${milliseconds} ms; ratio: lower quartile (median) of the ratios inside each round`);
  say('');
  say('| over | subject | answers/s | p50 ms | p99 ms | ratio to the bare one |');
  say('|---|---|---:|---:|---:|---:|');
  for (const row of rows) say(lineOf(row, rows));
  say('');
  for (const note of [...notes, ...growth(rows)]) say(note);
}

function ratios(row: Row, base: Row | undefined): readonly number[] {
  return row.slices.map(({ perSecond }, round) => perSecond / (base?.slices[round]?.perSecond ?? Number.NaN));
}

function lineOf(row: Row, rows: readonly Row[]): string {
  const base = rows.find((one) => one.kind === row.kind && one.beside === 'itself');
  const all = ratios(row, base);
  const middle = (of: (one: Slice) => number): string => quartile(row.slices.map(of), 0.5).toFixed(1);
  const ratio = row.beside === 'itself' ? '1' : `${quartile(all, 0.25).toFixed(2)} (${quartile(all, 0.5).toFixed(2)})`;
  return `| ${row.kind} | ${row.subject.name} | ${Math.round(Number(middle((one) => one.perSecond)))} | ${middle((one) => one.p50)} | ${middle((one) => one.p99)} | ${ratio} |`;
}

/** How much slower the large record is than the small one: 1 is not at all. */
function growth(rows: readonly Row[]): readonly string[] {
  return rows
    .filter(({ subject }) => subject.name.endsWith(`, ${many}`))
    .map((row) => {
      const smallName = row.subject.name.replace(`, ${many}`, ', 12');
      const small = rows.find((one) => one.kind === row.kind && one.subject.name === smallName);
      const slower = ratios(row, small).map((ratio) => 1 / ratio);
      return `growth from 12 to ${many} milestones, ${row.subject.name.split(',')[0]} over ${row.kind}: ${quartile(slower, 0.5).toFixed(2)} (upper quartile ${quartile(slower, 0.75).toFixed(2)})`;
    });
}
