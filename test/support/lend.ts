import type pg from 'pg';
import { type Database, openEmbedded } from '../../src/store/database/embedded.ts';
import { openServer } from '../../src/store/database/server.ts';
import type { PrismaClient } from '../../src/store/generated/client.ts';
import { clientOf, openStore, type Place } from '../../src/store/open.ts';

type Kind = 'embedded' | 'server';
type Ready = { readonly kind: Kind; readonly place: Place; readonly database: Database; readonly client: PrismaClient };

/** Databases that tests gave back, empty again: opening one costs half a second and emptying it a few milliseconds. */
const idle = new Map<Make, Ready[]>();

type Make = () => Promise<{ readonly place: Place }>;

/** An open, migrated, empty database, which its borrower alone uses until giving it back. */
export async function lend(make: Make): Promise<Ready & { giveBack(): Promise<void> }> {
  const ready = idle.get(make)?.pop() ?? (await open(make));
  let given: Promise<void> | undefined;
  return {
    ...ready,
    giveBack() {
      given ??= empty(ready.database.pool).then(() => keep(make, ready));
      return given;
    },
  };
}

function keep(make: Make, ready: Ready): void {
  idle.set(make, [...(idle.get(make) ?? []), ready]);
}

async function open(make: Make): Promise<Ready> {
  const { place } = await make();
  await (await openStore(place, { durable: false })).close();
  const kind = 'data' in place ? 'embedded' : 'server';
  const database = await openDatabase(place);
  return { kind, place, database, client: clientOf(kind, database) };
}

async function openDatabase(place: Place): Promise<Database> {
  if ('data' in place) return openEmbedded(place.data, { template: true, durable: false });
  return openServer(place.databaseUrl, { connections: 10, connectTimeout: 5000, queryTimeout: 20_000 }, () => undefined);
}

const guarded = `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE NOT tgisinternal`;

const tables = `SELECT quote_ident(relname) AS name FROM pg_class
  WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname <> '_prisma_migrations'`;

/** To take the rows of all tables away costs a few milliseconds, to make their files anew a hundred: that is done with those that have grown. */
const grown = `${tables} AND pg_relation_size(oid) > 1000000`;

const restarted = `SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S' AND relnamespace = current_schema()::regnamespace`;

/** Takes every row away, also those that a trigger protects, and the tables of a job engine. */
async function empty(pool: pg.Pool): Promise<void> {
  const [all, large, protectedOnes] = [await namesOf(pool, tables), await namesOf(pool, grown), await namesOf(pool, guarded)];
  const triggers = (state: string): string[] => protectedOnes.map((name) => `ALTER TABLE ${name} ${state} TRIGGER USER`);
  const truncated = large.length === 0 ? [] : [`TRUNCATE ${large.join(', ')} CASCADE`];
  // As one statement, so that no row misses another that it refers to.
  const away = `WITH ${all.map((name, index) => `gone${index} AS (DELETE FROM ${name})`).join(', ')} SELECT`;
  const statements = ['BEGIN', ...triggers('DISABLE'), ...truncated, away, ...triggers('ENABLE'), restarted, 'DROP SCHEMA IF EXISTS pgboss CASCADE', 'COMMIT'];
  await pool.query(statements.join(';'));
}

async function namesOf(pool: pg.Pool, statement: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(statement);
  return rows.map(({ name }) => name);
}
