import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { databases } from '../support/store.ts';

const project = join(import.meta.dirname, '..', '..');
const cli = join(project, 'node_modules', 'prisma', 'build', 'index.js');

/** What the Prisma CLI says; its exit code alone proves nothing, since it takes an engine that dies for success. */
async function prisma(words: readonly string[], databaseUrl?: string): Promise<string> {
  const env = {
    PATH: `${join(process.execPath, '..')}:/usr/bin:/bin`,
    HOME: '/nonexistent',
    CI: '1',
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  };
  const { stdout } = await promisify(execFile)(process.execPath, [cli, ...words], { cwd: project, env });
  return stdout;
}

/** The names of the migrations, oldest first. */
async function migrations(): Promise<string[]> {
  const entries = await readdir(join(project, 'prisma', 'migrations'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

test('the migrations make exactly what the schema says', { timeout: 120_000 }, async () => {
  const said = await prisma(['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma', '--exit-code']);
  expect(said).toContain('No difference detected.');
});

const servers = databases.filter(({ name }) => name === 'server');

describe.each(servers)('on the $name database', ({ make }) => {
  test.each(['start', 'prisma'])('Prisma and a start agree, when the %s comes first', { timeout: 120_000 }, async (first) => {
    const { place, remove } = await make();
    const url = 'databaseUrl' in place ? place.databaseUrl : '';
    if (first === 'prisma') expect(await prisma(['migrate', 'deploy'], url)).toContain('All migrations have been successfully applied.');
    const { applied, close } = await openStore(place);
    expect(applied).toEqual(first === 'start' ? await migrations() : []);
    expect(await prisma(['migrate', 'status'], url)).toContain('Database schema is up to date!');
    await close();
    await remove();
  });
});
