import { askOnce, type Load, slice } from './load.ts';
import { middle, quartile, type Run, ratios, rotate, type Slice, say } from './measure.ts';
import type { Subject } from './subjects.ts';

/** What is measured over a record, and beside which row. */
export type Row = { readonly what: string; readonly subject: Subject; readonly load: Load; readonly beside?: Row | undefined; readonly slices: Slice[] };

/** The same bot over a small and a large record. */
export type Sizes<Of> = { readonly few: Of; readonly many: Of };

/** The same asked of both, each of which has been seen to answer as it should. */
export async function pair(what: string, bots: Sizes<Subject>, loads: Sizes<Load>): Promise<readonly Row[]> {
  await checkTruth(bots.few, loads.few);
  await checkTruth(bots.many, loads.many);
  const beside: Row = { what, subject: bots.few, load: loads.few, slices: [] };
  return [beside, { what, subject: bots.many, load: loads.many, beside, slices: [] }];
}

async function checkTruth({ name, port }: Subject, { next, isGood }: Load): Promise<void> {
  const said = await askOnce(port, next());
  if (!isGood(said)) throw new Error(`${name} did not answer as it should: ${said.slice(0, 600)}`);
}

/** Warms the rows up, lets them rotate, and prints what came of it. */
export async function measureRows(title: string, rows: readonly Row[], run: Run): Promise<void> {
  for (const row of rows) await slice(row.subject.port, row.load, 1_500);
  await rotate(rows, run.rounds, ({ subject, load }) => slice(subject.port, load, run.milliseconds));
  say('');
  say(`${title}, 16 abreast, ${run.rounds} rounds of ${run.milliseconds} ms; times as long: upper quartile (median) of the ratios inside each round`);
  say('');
  say('| what | over | record | answers/s | p50 ms | p99 ms | times as long as in the small one |');
  say('|---|---|---|---:|---:|---:|---:|');
  for (const row of rows) say(lineOf(row));
}

function lineOf({ what, subject, load, beside, slices }: Row): string {
  const longer = beside === undefined ? [] : ratios(beside.slices, slices);
  const claimed = beside === undefined ? '1' : `${quartile(longer, 0.75).toFixed(2)} (${quartile(longer, 0.5).toFixed(2)})`;
  const [perSecond, p50, p99] = [middle(slices, (one) => one.perSecond), middle(slices, (one) => one.p50), middle(slices, (one) => one.p99)];
  return `| ${what} | ${load.kind} | ${subject.name} | ${Math.round(perSecond)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${claimed} |`;
}
