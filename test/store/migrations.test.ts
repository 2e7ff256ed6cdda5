import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../src/store/database/migrate.ts';
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

  test('a group of an older record is in its state since its last line that named one, else since it came', { timeout: 120_000 }, async () => {
    const { place, remove } = await make();
    const client = new pg.Client({ connectionString: 'databaseUrl' in place ? place.databaseUrl : '' });
    await client.connect();
    const older = await mkdtemp(join(tmpdir(), 'migrations-'));
    const all = join(project, 'prisma', 'migrations');
    for (const name of (await migrations()).filter((one) => one < '20251201160000')) await symlink(join(all, name), join(older, name));
    await migrate(client, older);
    await client.query(`INSERT INTO working_group (id, number, name, since, settled)
      SELECT 'wg' || number, number, 'A name', '2022-10-03', '2022-10-03' FROM generate_series(1, 5) AS number`);
    await client.query(`INSERT INTO event (at, act, object, new) VALUES
      ('2022-10-05 10:00Z', 'imported', 'wg1', '{"name": "A name"}'),
      ('2022-10-07 10:00Z', 'imported', 'wg1', '{"name": "Another"}'),
      ('2022-10-05 10:00Z', 'imported', 'wg2', '{"name": "A name"}'),
      ('2022-10-09 10:00Z', 'joined', 'wg2', '{"state": "in"}'),
      ('2022-10-05 10:00Z', 'group established', 'wg3', '{"state": "forming"}'),
      ('2022-10-08 10:00Z', 'group begun', 'wg3', '{"state": "active"}'),
      ('2022-10-09 10:00Z', 'joined', 'wg3', '{"state": "in"}'),
      ('2022-10-05 10:00Z', 'group established', 'wg4', '{"name": "A name"}')`);
    await migrate(client, all);
    const { rows } = await client.query<{ readonly id: string; readonly since: string }>(
      `SELECT id, to_char(state_since AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24') AS since FROM working_group ORDER BY id`,
    );
    expect(rows.map(({ id, since }) => [id, since])).toEqual([
      ['wg1', '2022-10-05 10'],
      ['wg2', '2022-10-05 10'],
      ['wg3', '2022-10-08 10'],
      ['wg4', '2022-10-05 10'],
      ['wg5', '2022-10-03 00'],
    ]);
    await client.end();
    await rm(older, { recursive: true });
    await remove();
  });
});
