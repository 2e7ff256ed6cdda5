// npm run bench [-- next | weekly | groups | all]: tables made in one run. Slices rotate between the subjects, ratios are taken inside each round, the same
// subject runs twice as a control, and the worse quartile of the ratios is what is claimed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureGroups } from './groups.ts';
import type { Run } from './measure.ts';
import { measureNext } from './next-milestone.ts';
import { measureWeekly } from './weekly.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '12' },
    slice: { type: 'string', default: '700' },
    many: { type: 'string', default: '100000' },
    updates: { type: 'string', default: '1000000' },
  },
});
const [part = 'next'] = positionals;

const folder = mkdtempSync(join(tmpdir(), 'is3c-bench-'));
const ends: (() => Promise<unknown>)[] = [];
const run: Run = {
  rounds: Number(values.rounds),
  milliseconds: Number(values.slice),
  serverUrl: process.env['TEST_DATABASE_URL'],
  folder,
  later: (end) => ends.push(end),
};
const parts: Readonly<Record<string, (run: Run) => Promise<void>>> = {
  next: (run) => measureNext(run, Number(values.many)),
  weekly: (run) => measureWeekly(run, Number(values.updates)),
  groups: measureGroups,
};
if (part !== 'all' && parts[part] === undefined) throw new Error(`there is no bench "${part}": next, weekly, groups or all`);
try {
  for (const [name, measure] of Object.entries(parts)) if (part === name || part === 'all') await measure(run);
} finally {
  for (const end of ends.toReversed()) await end();
  rmSync(folder, { recursive: true, force: true });
}
