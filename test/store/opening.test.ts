import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { postgresMajor, templateFolder } from '../../src/store/database/data-folder.ts';
import type { Database } from '../../src/store/database/embedded.ts';
import { tryLock } from '../../src/store/database/lock.ts';
import { migrate } from '../../src/store/database/migrate.ts';
import { openStore, type Place } from '../../src/store/open.ts';
import { by, databases, makeFolder, openBare, type TestPlace } from '../support/store.ts';

/** Those that stand in the repository, in their order. */
const migrations = readdirSync(join(import.meta.dirname, '..', '..', 'prisma', 'migrations'))
  .filter((name) => /^\d{14}_/.test(name))
  .toSorted();

describe.each(databases)('opening the $name database', ({ name, make }) => {
  let at: TestPlace;
  beforeEach(async () => {
    at = await make();
  });
  afterEach(() => at.remove());

  async function bare<T>(place: Place, look: (database: Database) => Promise<T>): Promise<T> {
    const database = await openBare(place);
    return look(database).finally(() => database.close());
  }

  const run = (statement: string) => bare(at.place, ({ pool }) => pool.query(statement));

  async function migrateFrom(sql: string): Promise<string[]> {
    const folder = mkdtempSync(join(tmpdir(), 'is3c-migrations-'));
    mkdirSync(join(folder, '29990101000000_later'));
    writeFileSync(join(folder, '29990101000000_later', 'migration.sql'), sql);
    try {
      return await bare(at.place, async ({ pool }) => {
        await pool.query('DELETE FROM "_prisma_migrations"');
        const client = await pool.connect();
        return migrate(client, folder).finally(() => client.release());
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** The address of a database whose own zone, and whose address, would have New York's time. */
  async function inNewYork(databaseUrl: string): Promise<Place> {
    await run(`ALTER DATABASE ${new URL(databaseUrl).pathname.slice(1)} SET TimeZone = 'America/New_York'`);
    return { databaseUrl: `${databaseUrl}?options=-c%20TimeZone%3DAmerica/New_York` };
  }

  test('what was recorded is there after a restart, and nothing is migrated twice', async () => {
    const first = await openStore(at.place, { durable: false });
    expect(first).toMatchObject({ kind: name, applied: name === 'server' ? migrations : [] });
    await first.store.setPersonal({ language: 'fr' }, by());
    await first.close();
    await first.store.close();
    const second = await openStore(at.place, { durable: false });
    expect(second.applied).toEqual([]);
    expect((await second.store.readActor(by())).language).toBe('fr');
    await second.close();
  });

  test('the record is append-only for whoever reaches the database', async () => {
    const { store, close } = await openStore(at.place, { durable: false });
    await store.setPersonal({ language: 'fr' }, by());
    await close();
    for (const statement of ["UPDATE event SET act = 'x'", 'DELETE FROM event', 'TRUNCATE event', "UPDATE event SET act = 'x' WHERE false"]) {
      await expect(run(statement)).rejects.toThrow(/append-only/);
    }
    expect((await run('SELECT FROM event')).rowCount).toBe(1);
  });

  test('times are stored in UTC, to the millisecond, whatever the zone of the database', async () => {
    const { store, close } = await openStore('databaseUrl' in at.place ? await inNewYork(at.place.databaseUrl) : at.place, { durable: false });
    const recorded = new Date('2022-06-15T23:30:00.123Z');
    const given = by({ at: recorded });
    await store.askForSpace({ ...given, account: 'discord:1', space: 'discord:2' });
    expect((await store.readRecorded(given, given.key)).event?.at).toEqual(recorded);
    expect((await store.readSetup(by())).waitingSpaces[0]?.askedAt).toEqual(recorded);
    await close();
    for (const column of ['(SELECT at FROM event)', '(SELECT asked_at FROM space)', '(SELECT created FROM member)']) {
      const { rows } = await run(`SELECT (${column} AT TIME ZONE 'UTC')::text AS stored`);
      expect(rows).toEqual([{ stored: '2022-06-15 23:30:00.123' }]);
    }
  });

  test('a migration that fails leaves nothing behind, and the next start tries again', async () => {
    await (await openStore(at.place, { durable: false })).close();
    await expect(migrateFrom('CREATE TABLE half (id int); SELECT * FROM nowhere;')).rejects.toMatchObject({
      message: expect.stringMatching(/29990101000000_later cannot be applied.*nowhere/),
      cause: expect.any(Error),
    });
    expect((await run(`SELECT to_regclass('half') AS half`)).rows).toEqual([{ half: null }]);
    expect(await migrateFrom('CREATE TABLE whole (id int);')).toEqual(['29990101000000_later']);
  });

  test('a database that Prisma left half migrated, or that a newer version wrote, is refused with the reason', async () => {
    await (await openStore(at.place, { durable: false })).close();
    await run('UPDATE "_prisma_migrations" SET finished_at = NULL');
    await expect(openStore(at.place, { durable: false })).rejects.toThrow(/20251123190000_start has failed earlier/);
    await run(`UPDATE "_prisma_migrations" SET finished_at = started_at, migration_name = '30000101000000_future'`);
    await expect(openStore(at.place, { durable: false })).rejects.toThrow(/30000101000000_future: run a newer version/);
  });
});

describe('the data folder', () => {
  let place: { readonly data: string };
  let remove: () => Promise<void>;
  beforeEach(async () => {
    const made = await makeFolder();
    if (!('data' in made.place)) throw new Error('no folder');
    ({ place, remove } = { place: made.place, remove: made.remove });
  });
  afterEach(() => remove());

  test('is one process at a time, and says so', async () => {
    const { close } = await openStore(place, { durable: false });
    expect(tryLock(place.data)).toBeUndefined();
    await expect(openStore(place)).rejects.toMatchObject({ name: 'CannotOpen', hindrance: 'in use', message: expect.stringContaining(place.data) });
    await close();
    tryLock(place.data)?.();
  });

  test.each(['/proc/is3c', '/proc', '/dev/null', '/dev/null/data'])('a folder that %s cannot be is refused at once', async (data) => {
    await expect(openStore({ data })).rejects.toMatchObject({
      hindrance: 'no folder',
      message: expect.stringMatching(/^IS3C_DATA: .*such as data$/),
      cause: expect.any(Error),
    });
  });

  test('the folders above it are made as well', () => {
    const deep = join(place.data, 'a', 'b');
    tryLock(deep)?.();
    expect(existsSync(join(deep, 'lock'))).toBe(true);
  });

  test('a lock that is held already is handed over and given back', async () => {
    const unlock = tryLock(place.data);
    const { close } = await openStore(place, { durable: false, ...(unlock && { unlock }) });
    expect(tryLock(place.data)).toBeUndefined();
    await close();
    const again = tryLock(place.data);
    expect(again).toBeDefined();
    again?.();
  });

  test('of another version of PostgreSQL is refused with both versions, and let go', async () => {
    mkdirSync(join(place.data, 'pg'));
    await expect(openStore(place)).rejects.toThrow(/holds no database/);
    writeFileSync(join(place.data, 'pg', 'PG_VERSION'), '17\n');
    await expect(openStore(place)).rejects.toThrow(new RegExp(`PostgreSQL 17; this program reads PostgreSQL ${postgresMajor}`));
    rmSync(join(place.data, 'pg'), { recursive: true });
    await (await openStore(place, { durable: false })).close();
  });

  test('whose files are damaged is refused with what to do, and let go', async () => {
    await (await openStore(place, { durable: false })).close();
    const control = join(place.data, 'pg', 'global', 'pg_control');
    const whole = readFileSync(control);
    writeFileSync(control, '');
    await expect(openStore(place)).rejects.toMatchObject({ hindrance: 'damaged', message: expect.stringContaining('restore FILE') });
    writeFileSync(control, whole);
    await (await openStore(place, { durable: false })).close();
  });

  test('what a start that was interrupted has left is made anew', async () => {
    mkdirSync(join(place.data, 'pg.part'));
    writeFileSync(join(place.data, 'pg.part', 'PG_VERSION'), '18\n');
    await (await openStore(place)).close();
    expect(existsSync(join(place.data, 'pg.part'))).toBe(false);
    expect(readFileSync(join(place.data, 'pg', 'PG_VERSION'), 'utf8').trim()).toBe(postgresMajor);
  });

  test('is made from nothing where there is no template', { timeout: 60_000 }, async () => {
    expect(existsSync(templateFolder)).toBe(true);
    const { applied, close } = await openStore(place, { template: false });
    expect(applied).toEqual(migrations);
    await close();
    expect(readFileSync(join(place.data, 'pg', 'PG_VERSION'), 'utf8').trim()).toBe(postgresMajor);
  });
});
