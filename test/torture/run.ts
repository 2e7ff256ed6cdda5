// npm run torture: kills the bot at 200 random moments on each database, and prints what became of everything. A seed brings the same moments again.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { databases } from '../support/store.ts';
import { warmUp } from './bot.ts';
import { torture } from './torture.ts';

const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' }, seed: { type: 'string' }, on: { type: 'string' } } });
const seed = Number(values.seed ?? randomInt(1_000_000_000));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

say(`seed ${seed}: npm run torture -- --seed ${seed} brings the same moments again`);
const started = performance.now();
const { cache, remove: coolDown } = await warmUp();
const rows = await Promise.all(
  databases
    .filter(({ name }) => values.on === undefined || values.on === name)
    .map(async ({ name, make }) => {
      const { place, remove } = await make();
      try {
        const verdict = await torture({ place, cache, kills: Number(values.kills), seed, tell: (said) => say(`${name}: ${said}`) });
        return { name, ...verdict, seconds: Math.round((performance.now() - started) / 1_000) };
      } finally {
        await remove();
      }
    }),
);
coolDown();
const names = [...new Set(rows.flatMap(({ counts }) => Object.keys(counts)))];
say('');
say(`| | ${rows.map(({ name }) => name).join(' | ')} |`);
say(`|---|${rows.map(() => '---:|').join('')}`);
for (const name of names) say(`| ${name} | ${rows.map(({ counts }) => counts[name] ?? 0).join(' | ')} |`);
say(`| seconds | ${rows.map(({ seconds }) => seconds).join(' | ')} |`);
say(`| wrong | ${rows.map(({ wrong }) => wrong.length).join(' | ')} |`);
for (const { name, wrong } of rows) for (const one of wrong) say(`${name}: ${one}`);
process.exitCode = rows.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
