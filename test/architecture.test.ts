import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTypeScript from 'dependency-cruiser/config-utl/extract-ts-config';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

async function look(baseDir: string, folders: string[]): Promise<ICruiseResult> {
  const options = await extractOptions(join(root, '.dependency-cruiser.cjs'));
  const { output } = await cruise(folders, { ...options, baseDir }, {}, { tsConfig: extractTypeScript(join(root, 'tsconfig.json')) });
  if (typeof output === 'string') throw new Error(output);
  return output;
}

/** Every file below a path of this repository, but for what Prisma generates. */
function filesUnder(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full) || path === 'src/store/generated' || path.endsWith('/node_modules')) return [];
  return statSync(full).isDirectory() ? readdirSync(full).flatMap((name) => filesUnder(`${path}/${name}`)) : [path];
}

const code = (path: string): string[] => filesUnder(path).filter((file) => file.endsWith('.ts'));
const linesOf = (file: string): string[] => readFileSync(join(root, file), 'utf8').trimEnd().split('\n');

test('imports run only the way the rooms allow', async () => {
  const { modules, summary } = await look(root, ['src', 'commands', 'test']);
  const explained = new Map(summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment]));
  expect(summary.violations.map(({ rule, from, to }) => `${from} -> ${to}: ${rule.name}, ${explained.get(rule.name)}`)).toEqual([]);

  const seen = new Set(modules.map((module) => module.source));
  const onDisk = ['src', 'commands', 'test'].flatMap(code);
  expect(onDisk.length).toBeGreaterThan(0);
  expect(onDisk.filter((file) => !seen.has(file))).toEqual([]);
});

/** A file, what it says, and the rules that this breaks. */
const planted: readonly (readonly [file: string, text: string, breaks: readonly string[]])[] = [
  ['src/core/clock.ts', "import 'node:process';", ['only-core']],
  ['src/core/schema.ts', "import { z } from 'zod';", ['only-core']],
  ['src/core/named.ts', "import type { Words } from '../text/words.ts';", ['only-core']],
  ['src/text/words.ts', "export * from '../chat/talk.ts';", ['only-text']],
  ['src/chat/talk.ts', "import '../cards/shown.ts';", ['only-chat']],
  ['src/cards/shown.ts', "import '../chat/talk.ts';", ['no-cycle']],
  ['src/cards/kept.ts', "import '../store/kept.ts';", ['only-cards']],
  ['commands/late.ts', "export const late = () => import('../src/store/kept.ts');", ['only-commands']],
  ['commands/posted.ts', "import type { App } from '@slack/bolt';", ['only-commands', 'home-of-slack']],
  ['src/jobs/hourly.ts', "import '../adapters/discord/adapter.ts';", ['only-jobs']],
  ['src/web/page.ts', "import '../plan/read.ts';", ['only-web']],
  ['src/plan/read.ts', "import '../chat/talk.ts';", ['only-plan']],
  ['src/programs/doctor.ts', "import '../store/kept.ts';", []],
  ['src/house.ts', "import './programs/doctor.ts';", ['only-programs']],
  ['src/store/kept.ts', "import '../text/words.ts';", ['only-store']],
  ['src/adapters/slack/adapter.ts', "import '../discord/adapter.ts';", ['only-adapters-slack']],
  ['src/adapters/discord/adapter.ts', "import '../../core/when.ts';", ['only-adapters-discord']],
  ['src/adapters/terminal/adapter.ts', "import '../../cards/shown.ts';", ['only-adapters-terminal']],
  ['src/rest/anything.ts', "import '../core/when.ts';", ['unknown-room']],
  [
    'src/cli.ts',
    "import 'discord.js';\nimport '@prisma/client';\nimport 'hono';\nimport 'pino';\nimport 'pg-boss';\nimport 'prom-client';",
    ['home-of-discord', 'home-of-database', 'home-of-http', 'home-of-log', 'home-of-schedule', 'home-of-metrics'],
  ],
  [
    'src/main.ts',
    "import './gone.ts';\nimport '../test/double.ts';\nimport 'nock';\nimport 'stowaway';",
    ['no-unresolved', 'no-test-in-production', 'no-dev-package-in-production', 'no-undeclared-package'],
  ],
  ['src/core/alone.ts', 'export const alone = 1;', ['no-orphan']],
  ['src/core/when.ts', 'export const when = 1;', []],
  ['test/double.ts', "import '../src/core/when.ts';", []],
];

test('every import rule bites on a file that breaks it', async () => {
  const house = mkdtempSync(join(tmpdir(), 'house-'));
  onTestFinished(() => rmSync(house, { recursive: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), text);
  };
  const packages = ['zod', '@slack/bolt', 'discord.js', '@prisma/client', 'hono', 'pino', 'pg-boss', 'prom-client'];
  write('package.json', JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, '1'])), devDependencies: { nock: '1' } }));
  for (const name of [...packages, 'nock', 'stowaway']) write(`node_modules/${name}/index.js`, '');
  for (const [file, text] of planted) write(file, text);

  const { summary } = await look(house, ['src', 'commands', 'test']);
  const broken = (file: string): string[] => [...new Set(summary.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name))].sort();
  expect(planted.map(([file]) => [file, broken(file)])).toEqual(planted.map(([file, , breaks]) => [file, [...breaks].sort()]));

  const rules = summary.ruleSetUsed?.forbidden?.map((rule) => rule.name);
  expect(rules?.sort()).toEqual([...new Set(planted.flatMap(([, , breaks]) => breaks))].sort());
});

test('no file of code is longer than 300 lines, but for tables of words and limits', () => {
  const table = /^src\/text\/|\/limits\.ts$/;
  const long = ['src', 'commands'].flatMap(code).filter((file) => !table.test(file) && linesOf(file).length > 300);
  expect(long).toEqual([]);
});

const written = ['src', 'commands', 'test', 'prisma', '.config', '.ci', '.docker', '.github', 'README.md', 'Dockerfile', 'package.json', 'tsconfig.json'];
const looseEnd = new RegExp(
  `\\b(${[
    ['TO', 'DO'],
    ['FIX', 'ME'],
    ['HA', 'CK'],
    ['XX', 'X'],
  ]
    .map((word) => word.join(''))
    .join('|')})\\b`,
);

test('no file leaves a loose end', () => {
  const found = written
    .flatMap(filesUnder)
    .filter((file) => !file.endsWith('.png'))
    .flatMap((file) => linesOf(file).flatMap((line, index) => (looseEnd.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])));
  expect(found).toEqual([]);
});

const setAside = /\b(?:describe|it|test|suite)(?:\.\w+)*\.(?:skip|skipIf|runIf|todo|fails)\b|\.skip\(\s*\)/;
const alone = /\b(?:describe|it|test|suite)(?:\.\w+)*\.only\b/;

test('no test runs alone, and none is set aside without a reason beside it', () => {
  const found = code('test').flatMap((file) =>
    linesOf(file).flatMap((line, index, lines) => {
      const reasoned = `${lines[index - 1] ?? ''}${line}`.includes('//');
      return alone.test(line) || (setAside.test(line) && !reasoned) ? [`${file}:${index + 1} ${line.trim()}`] : [];
    }),
  );
  expect(found).toEqual([]);
});
