import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { By, Store } from '../../src/core/store.ts';
import { type Database, openEmbedded } from '../../src/store/database/embedded.ts';
import { openServer } from '../../src/store/database/server.ts';
import type { PrismaClient } from '../../src/store/generated/client.ts';
import { type Place, type StoreOptions, storeOn } from '../../src/store/open.ts';
import { type RunStatements, statementsOver } from '../../src/store/statements.ts';
import { lend } from './lend.ts';
import { databasesOfRun, folderOfRun } from './run.ts';

/** A place for a record of a test's own, which is there until it is removed. */
export type TestPlace = { readonly place: Place; remove(): Promise<void> };

/** A server whose user may create databases; the tests of the store run on it as well when it is named. */
export const serverUrl = process.env['TEST_DATABASE_URL'];

/** The databases that the store is tested on, each with a way to make a place on it. */
export const databases: readonly { readonly name: 'embedded' | 'server'; readonly make: () => Promise<TestPlace> }[] =
  serverUrl === undefined
    ? [{ name: 'embedded', make: makeFolder }]
    : [
        { name: 'embedded', make: makeFolder },
        { name: 'server', make: () => makeDatabase(serverUrl) },
      ];

export function makeFolder(): Promise<TestPlace> {
  const data = mkdtempSync(join(folderOfRun(), 'data-'));
  return Promise.resolve({
    place: { data },
    async remove() {
      rmSync(data, { recursive: true, force: true });
    },
  });
}

async function makeDatabase(server: string): Promise<TestPlace> {
  const name = `${databasesOfRun()}${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { place: { databaseUrl: url.href }, remove: () => onServer(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** An empty record, on the embedded database unless told otherwise; its database goes to the next test when it closes. */
export async function openTestStore(
  options: StoreOptions = {},
  make: () => Promise<TestPlace> = makeFolder,
): Promise<{ readonly store: Store; readonly place: Place; readonly statements: RunStatements; close(): Promise<void> }> {
  const { kind, place, database, client, giveBack } = await lend(make);
  const store = storeOn(kind, { pool: database.pool, client, close: giveBack }, options);
  return { store, place, statements: statementsOver(database.pool), close: giveBack };
}

/** The bare database of a place, to look behind the store; the embedded one needs the store to be closed. */
export function openBare(place: Place): Promise<Database> {
  if ('data' in place) return openEmbedded(place.data, { template: true, durable: false });
  return Promise.resolve(openServer(place.databaseUrl, { connections: 2, connectTimeout: 5000, queryTimeout: 5000 }, () => undefined));
}

/** An empty record as `openTestStore` makes it, with the tables behind it; without the memory that a store has otherwise. */
export async function openTables(
  make: () => Promise<TestPlace>,
  owed?: () => void,
): Promise<{ readonly store: Store; readonly client: PrismaClient; close(): Promise<void> }> {
  const { kind, database, client, giveBack } = await lend(make);
  const store = storeOn(kind, { pool: database.pool, client, close: giveBack }, { snapshot: false, ...(owed && { owed }) });
  return { store, client, close: giveBack };
}

/** How often two transactions have waited for each other in vain, which whoever acts does not see: one of the two is done again. */
export async function deadlocks(statements: RunStatements): Promise<unknown> {
  return (await statements('SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()')).rows;
}

/** With whom and when a test records, under a key of its own. */
export function by(facts: Partial<By> = {}): By {
  return { account: 'terminal:operator', space: 'terminal:local', at: new Date('2022-03-15T12:00:00.000Z'), key: randomUUID(), ...facts };
}
