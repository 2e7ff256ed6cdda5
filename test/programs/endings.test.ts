import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { doctor } from '../../src/programs/doctor.ts';
import { openStore } from '../../src/store/open.ts';
import { databases } from '../support/store.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'is3c-endings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const migrations = join(import.meta.dirname, '..', '..', 'prisma', 'migrations');
const cli = join(import.meta.dirname, '..', '..', 'src', 'cli.ts');

test.each([
  ['IS3C_PLAN', '/nope.yaml'],
  ['IS3C_DATA', '/dev/null/data'],
  ['PORT', '0x10'],
])('a value of %s that cannot be used ends a program like any other wrong one', { timeout: 60_000 }, (name, value) => {
  const env = { IS3C_DATA: join(folder, name), [name]: value };
  const { status, stderr } = spawnSync(process.execPath, [cli, 'next-milestone'], { env, encoding: 'utf8' });
  expect([status, stderr]).toEqual([2, expect.stringContaining(`${name}: `)]);
});

/** What the doctor says, and how it ends. */
async function examined(environment: Readonly<Record<string, string>>): Promise<{ readonly said: string; readonly exit: number }> {
  const output = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const exit = await doctor([], readConfig(environment));
    return { said: output.mock.calls.join(''), exit };
  } finally {
    output.mockRestore();
  }
}

test('the doctor makes no data folder, and says that the first start does', async () => {
  const data = join(folder, 'new');
  expect(await examined({ IS3C_DATA: data })).toEqual({ said: expect.stringContaining(`Database: ${data} holds none yet; the first start makes it`), exit: 0 });
  expect(existsSync(data)).toBe(false);
});

test.each(['/dev/null', '/dev/null/data', '/proc/nope/data'])('the doctor finds that %s cannot be the data folder', async (data) => {
  expect(await examined({ IS3C_DATA: data })).toEqual({
    said: expect.stringContaining(`mend Database: IS3C_DATA: ${data} cannot be used as a folder`),
    exit: 1,
  });
});

describe.each(databases)('on the $name database', ({ name, make }) => {
  test('the doctor changes nothing, and says what the next start does', { timeout: 60_000 }, async () => {
    const { place, remove } = await make();
    const environment = 'data' in place ? { IS3C_DATA: place.data } : { DATABASE_URL: place.databaseUrl };
    for (const again of [1, 2])
      expect(await examined(environment), `look ${again}`).toEqual({ said: expect.stringMatching(/none yet|no tables yet/), exit: 0 });
    const { statements, close } = await openStore(place);
    const newest =
      readdirSync(migrations)
        .toSorted()
        .findLast((one) => /^\d/.test(one)) ?? '';
    await statements('DELETE FROM "_prisma_migrations" WHERE migration_name = $1', [newest]);
    await close();
    const older = { said: expect.stringContaining(`${name}, answers, is older than this program; the next start applies ${newest}`), exit: 0 };
    for (const again of [1, 2]) expect(await examined(environment), `look ${again}`).toEqual(older);
    await remove();
  });
});

test('the doctor finds a plan that cannot be used', async () => {
  const found = await examined({ IS3C_DATA: join(folder, 'new'), IS3C_PLAN: '/nope.yaml' });
  expect(found).toEqual({ said: expect.stringContaining('mend IS3C_PLAN: /nope.yaml: there is no such file.'), exit: 1 });
});

test('the doctor knows Discord over HTTP without a token, and what variables do nothing', async () => {
  const { said } = await examined({ IS3C_DATA: join(folder, 'new'), DISCORD_PUBLIC_KEY: 'a'.repeat(64), SLACK_CLIENT_ID: '1.2' });
  expect(said).toContain('Discord: answers over HTTP; without DISCORD_TOKEN it cannot write by itself');
  expect(said).toContain('SLACK_CLIENT_ID does nothing yet: the bot cannot be installed into many workspaces over OAuth.');
});

test.each(['999.1.1.1', '192.0.2.1'])('a server that cannot listen on %s says so in one line', { timeout: 60_000 }, (host) => {
  const env = { IS3C_DATA: join(folder, host), PORT: '0', HOST: host };
  const { status, stderr } = spawnSync(process.execPath, [join(cli, '..', 'main.ts')], { env, encoding: 'utf8' });
  expect([status, stderr.trim().split('\n').at(-1)]).toEqual([2, expect.stringMatching(/^HOST: this machine has no such address/)]);
  expect(stderr).not.toContain('    at ');
});

test.each(['SIGTERM', 'SIGINT'] as const)('a server that hears %s while it starts ends well', { timeout: 60_000 }, async (signal) => {
  const data = join(folder, signal);
  const server = spawn(process.execPath, [join(cli, '..', 'main.ts')], { env: { IS3C_DATA: data, PORT: '0' }, stdio: 'ignore' });
  const ended = once(server, 'exit');
  while (!existsSync(join(data, 'lock'))) await sleep(5);
  server.kill(signal);
  expect(await ended).toEqual([0, null]);
});
