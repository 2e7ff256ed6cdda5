import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../hash.ts';
import { CannotOpen } from './cannot-open.ts';

/** The one connection that migrations run over. */
export type Connection = {
  query(text: string): Promise<unknown>;
  query<Row extends object>(text: string, values: unknown[]): Promise<{ rows: Row[] }>;
};

type Migration = { readonly name: string; readonly sql: string };
type Applied = { readonly name: string; readonly failed: boolean };

const migrationsFolder = join(import.meta.dirname, '..', '..', '..', 'prisma', 'migrations');

/** The key under which Prisma Migrate locks a database, so that it and any number of starting processes take turns. */
const prismaLock = 72_707_369;

/** Prisma's own table, so that `prisma migrate deploy` and `status` agree with what is done here. */
const prismaTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Applies the migrations that the database lacks, each whole or not at all, and answers their names. */
export async function migrate(connection: Connection, folder: string = migrationsFolder): Promise<string[]> {
  await connection.query(`SELECT pg_advisory_lock(${prismaLock})`);
  try {
    await connection.query(prismaTable);
    const missing = missingOf(readMigrations(folder), await readApplied(connection));
    for (const migration of missing) await apply(connection, migration);
    return missing.map(({ name }) => name);
  } finally {
    await connection.query(`SELECT pg_advisory_unlock(${prismaLock})`);
  }
}

/** The migrations that the database lacks, of which a new one has none; nothing is written. */
export async function lacking(connection: Connection, folder: string = migrationsFolder): Promise<{ readonly isNew: boolean; readonly missing: string[] }> {
  const { rows } = await connection.query<{ known: boolean }>(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS known`, []);
  const isNew = rows[0]?.known !== true;
  const missing = missingOf(readMigrations(folder), isNew ? [] : await readApplied(connection));
  return { isNew, missing: missing.map(({ name }) => name) };
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({ name, file: join(folder, name, 'migration.sql') }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, sql: readFileSync(file, 'utf8') }));
}

async function readApplied(connection: Connection): Promise<Applied[]> {
  const { rows } = await connection.query<Applied>(
    'SELECT migration_name AS name, finished_at IS NULL AS failed FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    [],
  );
  return rows;
}

function missingOf(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const failed = applied.find((row) => row.failed);
  if (failed !== undefined) {
    throw new CannotOpen('migration', `The migration ${failed.name} has failed earlier: resolve it first, see "prisma migrate resolve".`);
  }
  const foreign = applied.find((row) => migrations.every(({ name }) => name !== row.name));
  if (foreign !== undefined)
    throw new CannotOpen('migration', `The database has a migration that this program does not know, ${foreign.name}: run a newer version.`);
  return migrations.filter(({ name }) => applied.every((row) => row.name !== name));
}

/** Its row is written in its own transaction: a process that dies in the middle leaves nothing to be resolved by hand. */
async function apply(connection: Connection, { name, sql }: Migration): Promise<void> {
  const checksum = hashOf(sql);
  const started = new Date();
  try {
    await connection.query('BEGIN');
    await connection.query(sql);
    await connection.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, $4, $5, 1)',
      [randomUUID(), checksum, name, started, new Date()],
    );
    await connection.query('COMMIT');
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => undefined);
    throw new CannotOpen('migration', `The migration ${name} cannot be applied: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}
