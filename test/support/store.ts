import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { By, Store } from '../../src/core/store.ts';
import { type Database, openEmbedded } from '../../src/store/embedded.ts';
import { PrismaClient } from '../../src/store/generated/client.ts';
import { type OpenedStore, openStore, type Place, type StoreOptions } from '../../src/store/open.ts';
import { rightsOf } from '../../src/store/rights.ts';
import { openServer } from '../../src/store/server.ts';
import { storeOver } from '../../src/store/store.ts';

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
  const data = mkdtempSync(join(tmpdir(), 'is3c-test-'));
  return Promise.resolve({
    place: { data },
    async remove() {
      rmSync(data, { recursive: true, force: true });
    },
  });
}

async function makeDatabase(server: string): Promise<TestPlace> {
  const name = `is3c_store_${randomUUID().replaceAll('-', '')}`;
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

/** An empty record in a place of its own, the embedded database unless told otherwise, that goes when it closes; about half a second. */
export async function openTestStore(
  options: StoreOptions = {},
  make: () => Promise<TestPlace> = makeFolder,
): Promise<{ readonly store: Store; readonly place: Place; readonly statements: OpenedStore['statements']; close(): Promise<void> }> {
  const { place, remove } = await make();
  const { store, statements, close } = await openStore(place, { durable: false, ...options });
  return { store, place, statements, close: () => close().then(remove) };
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
  const { place, remove } = await make();
  await (await openStore(place, { durable: false })).close();
  const database = await openBare(place);
  const client = new PrismaClient({ adapter: new PrismaPg(database.pool), transactionOptions: { maxWait: 20_000, timeout: 20_000 } });
  const store = storeOver({ pool: database.pool, client, rights: rightsOf([]), close: database.close, ...(owed && { owed }) });
  return { store, client, close: () => database.close().then(remove) };
}

/** With whom and when a test records, under a key of its own. */
export function by(facts: Partial<By> = {}): By {
  return { account: 'terminal:operator', space: 'terminal:local', at: new Date('2022-03-15T12:00:00.000Z'), key: randomUUID(), ...facts };
}
