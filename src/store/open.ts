import { PrismaPg } from '@prisma/adapter-pg';
import type { Account } from '../core/account.ts';
import type { Store } from '../core/store.ts';
import { type Database, openEmbedded } from './database/embedded.ts';
import { lock, type Unlock } from './database/lock.ts';
import { migrate } from './database/migrate.ts';
import { connectForMigration, openServer } from './database/server.ts';
import { PrismaClient } from './generated/client.ts';
import { rightsOf } from './rights.ts';
import { withSnapshot } from './snapshot.ts';
import { type RunStatements, statementsOver } from './statements.ts';
import { storeOver } from './store.ts';

/** Where the record is kept: the embedded database of a data folder, or a PostgreSQL server. */
export type Place = { readonly data: string } | { readonly databaseUrl: string };

export type StoreOptions = {
  /** Those whom the configuration makes coordinators, beside the operator. */
  readonly coordinators?: readonly Account[];
  /** The lock on the data folder when the caller holds it already; the store gives it back when it closes. */
  readonly unlock?: Unlock;
  /** Off, a new data folder is made from nothing. */
  readonly template?: boolean;
  /** Off, for tests: what is recorded would not survive a power cut. */
  readonly durable?: boolean;
  /** Off, every read asks the database. */
  readonly snapshot?: boolean;
  /** How many connections to a server. */
  readonly connections?: number;
  /** In milliseconds, after which a server counts as one that does not answer. */
  readonly connectTimeout?: number;
  readonly queryTimeout?: number;
  /** Hears of idle connections that broke. */
  readonly report?: (error: Error) => void;
  /** Hears that messages are owed, once the transaction that owed them has committed. */
  readonly owed?: () => void;
};

export type OpenedStore = {
  readonly store: Store;
  readonly kind: 'embedded' | 'server';
  /** The migrations that this start applied. */
  readonly applied: readonly string[];
  /** For a library that keeps tables of its own in a schema of its own. */
  readonly statements: RunStatements;
  close(): Promise<void>;
};

/** Opens the record, bringing its tables up to date; rejects with `CannotOpen` where its words are for whoever starts the program. */
export function openStore(place: Place, options: StoreOptions = {}): Promise<OpenedStore> {
  return 'data' in place ? openFolder(place.data, options) : openAddress(place.databaseUrl, options);
}

async function openFolder(data: string, options: StoreOptions): Promise<OpenedStore> {
  const unlock = options.unlock ?? lock(data);
  try {
    const database = await openEmbedded(data, { template: options.template ?? true, durable: options.durable ?? true });
    const applied = await migrateEmbedded(database);
    return opened('embedded', database, applied, options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Over the one session that there is, so that nothing else can come between. */
async function migrateEmbedded({ pool, close }: Database): Promise<string[]> {
  const client = await pool.connect();
  try {
    return await migrate(client).finally(() => client.release());
  } catch (error) {
    await close();
    throw error;
  }
}

async function openAddress(databaseUrl: string, options: StoreOptions): Promise<OpenedStore> {
  const { connections = 10, connectTimeout = 5000, queryTimeout = 5000, report = () => undefined } = options;
  const client = await connectForMigration(databaseUrl, connectTimeout);
  const applied = await migrate(client).finally(() => client.end());
  return opened('server', openServer(databaseUrl, { connections, connectTimeout, queryTimeout }, report), applied, options, () => undefined);
}

function opened(kind: OpenedStore['kind'], database: Database, applied: readonly string[], options: StoreOptions, unlock: Unlock): OpenedStore {
  const client = clientOf(kind, database);
  const close = once(async () => {
    await client.$disconnect();
    await database.close();
    unlock();
  });
  return { store: storeOn(kind, { pool: database.pool, client, close }, options), kind, applied, statements: statementsOver(database.pool), close };
}

/** Prisma over a database's own pool. */
export function clientOf(kind: OpenedStore['kind'], { pool }: Database): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: patience[kind] });
}

/** The port over a database that is open and up to date. */
export function storeOn(
  kind: OpenedStore['kind'],
  parts: { readonly pool: Database['pool']; readonly client: PrismaClient; readonly close: () => Promise<void> },
  { coordinators = [], owed, snapshot = true }: StoreOptions,
): Store {
  const store = storeOver({ ...parts, rights: rightsOf(coordinators), ...(owed && { owed }) });
  return kind === 'embedded' && snapshot ? withSnapshot(store) : store;
}

/** In milliseconds; the embedded database has one session, for which transactions queue. */
const patience = { embedded: { maxWait: 20_000, timeout: 20_000 }, server: { maxWait: 5000, timeout: 10_000 } };

function once(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined;
  return () => {
    closed ??= close();
    return closed;
  };
}
