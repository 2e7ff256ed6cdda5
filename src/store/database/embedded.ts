import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import pg from 'pg';
import { asArguments, planning } from '../session.ts';
import { CannotOpen } from './cannot-open.ts';
import { prepareFolder } from './data-folder.ts';
import { DurableFiles } from './durable-files.ts';

/** A database as everything in this room reaches it: one pool, whichever database stands behind it. */
export type Database = { readonly pool: pg.Pool; close(): Promise<void> };

const quick = [...PGlite.defaultStartParams, ...asArguments(['shared_buffers=8MB', ...planning])];

/** Without PGlite's `-F`, which would leave out every fsync, and with the one way of syncing that its files have. */
const durable = [...quick.filter((argument) => argument !== '-F'), ...asArguments(['wal_sync_method=fsync'])];

/** Opens the embedded database of a data folder. Needs the lock: two writers would lose data without an error. */
export async function openEmbedded(data: string, options: { readonly template: boolean; readonly durable: boolean }): Promise<Database> {
  const folder = join(data, 'pg');
  await prepareFolder(folder, options);
  const files = options.durable ? new DurableFiles(folder) : new NodeFS(folder);
  const db = await PGlite.create({ fs: files, startParams: options.durable ? durable : quick }).catch((error: unknown) => {
    throw new CannotOpen('damaged', damaged(folder), error);
  });
  const pool = new pg.Pool(configOf(takingTurns(db)));
  return {
    pool,
    async close() {
      await pool.end();
      await db.close();
    },
  };
}

function damaged(folder: string): string {
  return `The database in ${folder} does not start: its files are damaged, or not all there. Start once more; if it stays so, move the folder away and put a backup in its place: npm run -s is3c -- restore FILE`;
}

/** For so long, in milliseconds, statements may follow each other while nothing else gets its turn. */
const longestTurn = 5;

/** PGlite never leaves the turn of the event loop in which it is asked: behind a queue of statements nobody's request would be read or acknowledged. */
function takingTurns(db: PGlite): PGlite {
  const run = db.execProtocolStream.bind(db);
  let begun = performance.now();
  db.execProtocolStream = async (message, options) => {
    if (performance.now() - begun > longestTurn) {
      await nextTurn();
      begun = performance.now();
    }
    return run(message, options);
  };
  return db;
}

/** The driver's configuration; PGlite would take the driver's own parsers of results, given as an object, for a list of parameter types. */
function configOf(db: PGlite): pg.PoolConfig {
  const config = createPgConfig(db);
  const parse = config.connection.parse.bind(config.connection);
  config.connection.parse = (query: { readonly types?: unknown }) => parse({ ...query, types: Array.isArray(query.types) ? query.types : undefined });
  return config;
}
