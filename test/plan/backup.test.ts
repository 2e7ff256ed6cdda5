import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store, TableRow } from '../../src/core/store.ts';
import { backUp, restoreBackup } from '../../src/plan/backup.ts';
import { BackupRefused, openBackup } from '../../src/plan/backup-file.ts';
import { choosePlan } from '../../src/plan/choose.ts';
import { when } from '../support/milestones.ts';
import { by, databases, openBare, openTestStore } from '../support/store.ts';

/** In milliseconds; each test opens databases of its own, and other tests run beside it. */
const patient = { timeout: 60_000 };

const folder = mkdtempSync(join(tmpdir(), 'is3c-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const operator = { account: 'terminal:operator', space: 'terminal:local' };
const at = new Date('2022-03-15T12:00:00.123Z');
let files = 0;

function newFile(): string {
  files += 1;
  return join(folder, `${files}.backup`);
}

/** A record with something in every table, and with texts that are hard to carry. */
async function fill(store: Store): Promise<void> {
  await store.loadFirst(choosePlan('plan,record'), by({ key: 'first plan' }));
  await store.setPersonal({ language: 'fr' }, by({ account: 'slack:T1:U1', space: 'slack:T1' }));
  await store.claim(by({ account: 'discord:1', space: 'discord:9' }));
  await store.askForSpace(by({ account: 'discord:2', space: 'discord:10' }));
  const text = 'NUL-free\u0001\u2028 \\ " \u{1F600} \n\r\t \\u0000 é';
  const set = { text, planned: { when: when('2023-35'), wording: "in '23", source: 's' }, dependsOn: ['m1', 'm2'] };
  await store.recordMilestone({ act: 'added', revision: 0, set, why: text }, by({ key: 'added' }));
  await store.recordMilestone({ act: 'confirmed', id: 'm1', revision: 1, set: { confirmed: null }, why: '' }, by({ at: new Date('2022-07-07T07:07:07.777Z') }));
}

async function collect(rows: AsyncIterable<TableRow>): Promise<TableRow[]> {
  const all: TableRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** Every row, under its table. */
function everything(store: Store): Promise<TableRow[]> {
  return store.dump(({ rows }) => collect(rows()));
}

async function isEmpty(store: Store): Promise<boolean> {
  return (await everything(store)).length === 0;
}

const pairs = databases.flatMap((from) => databases.map((to) => ({ from, to, of: `${from.name} to ${to.name}` })));

describe.each(pairs)('a backup from $of', patient, ({ from, to }) => {
  test('restores every row of every table, and the record goes on from there', async () => {
    const file = newFile();
    const source = await openTestStore({}, from.make);
    const target = await openTestStore({}, to.make);
    try {
      await fill(source.store);
      const made = await backUp({ store: source.store, file, at });
      expect(await target.store.readActor(operator)).not.toHaveProperty('member');
      expect(await restoreBackup({ store: target.store, file })).toEqual(made);

      const rows = await everything(source.store);
      expect(await everything(target.store)).toEqual(rows);
      expect(made).toEqual({
        rows: Object.fromEntries([...Map.groupBy(rows, ({ table }) => table)].map(([table, some]) => [table, some.length])),
        created: at,
      });
      expect(Object.keys(made.rows).toSorted()).toEqual([
        'account',
        'counter',
        'event',
        'member',
        'milestone',
        'setting',
        'space',
        'topic',
        'topic_wording',
        'working_group',
      ]);

      expect(await target.store.readActor(operator)).toHaveProperty('member');
      expect(await target.store.readActor({ account: 'slack:T1:U1', space: 'slack:T1' })).toMatchObject({ language: 'fr' });
      expect(await target.store.readMilestone(operator, 'm1')).toEqual(await source.store.readMilestone(operator, 'm1'));
      const addition = { act: 'added' as const, revision: 0, set: { text: 'a', planned: { when: when('2024'), source: 's' }, dependsOn: [] }, why: '' };
      expect((await target.store.recordMilestone(addition, by())).value.id).toBe('m10');
      expect((await target.store.recordMilestone(addition, by({ key: 'added' }))).value.id).toBe('m9');
      expect(await target.store.loadFirst(choosePlan('plan'), by())).toBe(false);
      expect(await target.store.claim(by({ account: 'discord:3', space: 'discord:9' }))).toBe(false);
      expect((await everything(target.store)).length).toBe(rows.length + 2);
    } finally {
      await source.close();
      await target.close();
    }
  });
});

describe.each(databases)('restoring into the $name database', patient, ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  let file: string;
  beforeAll(async () => {
    ({ store, close } = await openTestStore({}, make));
    const source = await openTestStore();
    await fill(source.store);
    file = newFile();
    await backUp({ store: source.store, file, at });
    await source.close();
  });
  afterAll(() => close());

  async function refusal(path: string): Promise<string> {
    const error: unknown = await restoreBackup({ store, file: path }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BackupRefused);
    expect(await isEmpty(store)).toBe(true);
    return error instanceof BackupRefused ? error.lines.join('\n').replace(path, 'FILE') : '';
  }

  function lines(change: (given: string[]) => string[]): string {
    const path = newFile();
    writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')).join('\n')));
    return path;
  }

  const cutOff = 'FILE: this backup is cut off; it was not written, or not copied, to its end.';
  const foreign = 'FILE: this is no backup of this program, or it is damaged.';
  const damaged = 'FILE: this backup is damaged: its rows are not those that were written.';

  test('a file that is cut off anywhere is refused, and nothing is changed', async () => {
    const whole = readFileSync(file);
    const path = newFile();
    const said = new Set<string>();
    for (const length of [0, 1, 2, 5, 9, 10, 11, 50, 200, 1000, whole.length - 9, whole.length - 8, whole.length - 4, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, length));
      said.add(await refusal(path));
    }
    expect([...said]).toEqual([cutOff]);
  });

  test('a byte that was changed on the way is found', async () => {
    const path = newFile();
    const whole = readFileSync(file);
    for (const place of [whole.length >> 1, whole.length - 6, 3]) {
      const changed = Buffer.from(whole);
      changed[place] = (changed[place] ?? 0) ^ 0xff;
      writeFileSync(path, changed);
      if (place > 3) expect([foreign, cutOff, damaged]).toContain(await refusal(path));
    }
  });

  test.each([
    ['a row too few', (given: string[]) => given.toSpliced(3, 1), damaged],
    ['a row too many', (given: string[]) => given.toSpliced(3, 0, given[3] ?? ''), damaged],
    ['no end', (given: string[]) => given.slice(0, -1), cutOff],
    ['something behind its end', (given: string[]) => [...given, '["topic",{}]'], damaged],
    ['a line that is no row', (given: string[]) => given.toSpliced(3, 0, '{}'), damaged],
    ['another header', () => ['{"format":"other"}'], foreign],
    ['no line', () => [], foreign],
  ])('a file with %s is refused', async (_what, change, said) => {
    expect(await refusal(lines(change))).toBe(said);
  });

  test('a file that is no backup is refused', async () => {
    const path = newFile();
    writeFileSync(path, 'source: IS3C work plan\n');
    expect(await refusal(path)).toBe(foreign);
    writeFileSync(path, gzipSync('source: IS3C work plan\n'));
    expect(await refusal(path)).toBe(foreign);
    writeFileSync(path, gzipSync(Buffer.alloc(3_000_000, 'a')));
    expect(await refusal(path)).toBe(foreign);
    expect(await refusal(join(folder, 'none'))).toBe('FILE: there is no such file.');
    expect(await refusal(folder)).toBe('FILE: this cannot be read as a file.');
  });

  test('a backup of another version is refused, be its form newer or its tables others', async () => {
    const header = (change: object) => (given: string[]) => given.with(0, JSON.stringify({ ...JSON.parse(given[0] ?? ''), ...change }));
    expect(await refusal(lines(header({ version: 2 })))).toContain('written in a newer way (2)');
    expect(await refusal(lines(header({ migrations: ['20990101000000_later'] })))).toContain('whose latest migration is 20990101000000_later');
  });

  test('a row that the tables do not take undoes all the others', async () => {
    const forged = (row: string) => lines((given) => given.toSpliced(-1, 1, row, (given.at(-1) ?? '').replace(/"topic":\d+/, '"topic":5')));
    await expect(restoreBackup({ store, file: forged('["topic",{"id":"t9","text":null,"state":"open"}]') })).rejects.toThrow();
    expect(await isEmpty(store)).toBe(true);
    const unknown = lines((given) => given.toSpliced(-1, 1, '["pg_authid",{"rolname":"x"}]', (given.at(-1) ?? '').replace('}}', ',"pg_authid":1}}')));
    await expect(restoreBackup({ store, file: unknown })).rejects.toThrow('there is no table pg_authid');
    expect(await isEmpty(store)).toBe(true);
  });

  test('rows that stop coming leave nothing behind', async () => {
    const { header } = await openBackup(file);
    async function* rows(): AsyncGenerator<TableRow> {
      for await (const row of (await openBackup(file)).rows) {
        yield row;
        if (row.table === 'event') throw new Error('the disk is gone');
      }
    }
    await expect(store.restore({ migrations: header.migrations, rows })).rejects.toThrow('the disk is gone');
    expect(await isEmpty(store)).toBe(true);
    await store.check();
  });

  test('a database that holds anything is left as it is', async () => {
    const { store: used, close: done } = await openTestStore({}, make);
    try {
      await used.setPersonal({ language: 'fr' }, by());
      const before = await everything(used);
      await expect(restoreBackup({ store: used, file })).rejects.toThrow('The database holds something already');
      expect(await everything(used)).toEqual(before);
    } finally {
      await done();
    }
  });
});

describe.each(databases)('making a backup of the $name database', patient, ({ make }) => {
  test('gives one file for its owner alone, leaves no other, and writes over none', async () => {
    const { store, close } = await openTestStore({}, make);
    const own = mkdtempSync(join(folder, 'own-'));
    try {
      const file = join(own, 'a.backup');
      await fill(store);
      await backUp({ store, file, at });
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const [header] = gunzipSync(readFileSync(file)).toString().split('\n');
      expect(JSON.parse(header ?? '')).toEqual({ format: 'is3c backup', version: 1, created: at.toISOString(), migrations: readMigrations() });
      await expect(backUp({ store, file, at })).rejects.toThrow(`${file} is there already`);
      await expect(backUp({ store, file: join(own, 'none', 'a.backup'), at })).rejects.toThrow(BackupRefused);
      expect(readdirSync(own)).toEqual(['a.backup']);
      await store.check();
    } finally {
      await close();
    }
  });

  test('carries a record of many rows', async () => {
    const from = await openTestStore({}, make);
    const to = await openTestStore({}, make);
    const file = newFile();
    try {
      const milestones = Array.from({ length: 1100 }, (_, index) => ({ id: `m${index + 1}`, when: when('2022'), text: 'é'.repeat(500), dependsOn: [] }));
      await from.store.importPlan({ source: 's', milestones, topics: [], groups: [], confirmations: [] }, by());
      await backUp({ store: from.store, file, at });
      await restoreBackup({ store: to.store, file });
      expect(await everything(to.store)).toEqual(await everything(from.store));
    } finally {
      await from.close();
      await to.close();
    }
  });
});

test('a backup that breaks in the middle leaves no file', async () => {
  const own = mkdtempSync(join(folder, 'broken-'));
  async function* rows(): AsyncGenerator<TableRow> {
    yield { table: 'topic', row: '{}' };
    throw new Error('the database is gone');
  }
  const broken: Pick<Store, 'dump'> = { dump: (use) => use({ migrations: [], rows }) };
  await expect(backUp({ store: broken, file: join(own, 'a.backup'), at })).rejects.toThrow('the database is gone');
  expect(readdirSync(own)).toEqual([]);
});

function readMigrations(): string[] {
  return readdirSync('prisma/migrations')
    .filter((name) => !name.includes('.'))
    .toSorted();
}

describe.each(databases.filter(({ name }) => name === 'server'))('a $name database that others write to', patient, ({ make }) => {
  test('what is written while a backup is made is not in it, and numbers keep every digit', async () => {
    const { store, close, place } = await openTestStore({}, make);
    const file = newFile();
    try {
      await fill(store);
      const before = await everything(store);
      await store.dump(async ({ rows }) => {
        await store.setPersonal({ language: 'en' }, by({ account: 'slack:T1:U5', space: 'slack:T1' }));
        expect(await collect(rows())).toEqual(before);
      });
      expect((await everything(store)).length).toBeGreaterThan(before.length);

      const bare = await openBare(place);
      await bare.pool.query(`INSERT INTO event (at, act, object, new) VALUES ('2022-01-01', 'a', 'b', '{"big": 123456789012345678901234567890.5}')`);
      await bare.close();
      await backUp({ store, file, at });
      const copy = await openTestStore({}, make);
      try {
        await restoreBackup({ store: copy.store, file });
        expect(await everything(copy.store)).toEqual(await everything(store));
        expect(JSON.stringify(await everything(copy.store))).toContain('123456789012345678901234567890.5');
      } finally {
        await copy.close();
      }
    } finally {
      await close();
    }
  });
});
