import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Dump, Store, TableRow } from '../core/store.ts';
import { type BackupHeader, BackupRefused, endLine, headerLine, openBackup, type RowCounts, rowLine } from './backup-file.ts';
import { shown } from './mistake.ts';

/** What a backup holds: how many rows of each table, and when it was made. */
export type Summary = { readonly rows: RowCounts; readonly created: Date };

type BackingUp = { readonly store: Pick<Store, 'dump'>; readonly file: string; readonly at: Date };

/**
 * Writes everything that the store keeps, as it stands at one moment, into one file that only its owner can read. It holds what people said
 * and their accounts, but neither the environment nor the key. Throws `BackupRefused` rather than write over a file.
 */
export async function backUp({ store, file, at }: BackingUp): Promise<Summary> {
  if (existsSync(file)) throw new BackupRefused([`${shown(file)} is there already: name a new file.`]);
  const part = `${file}.${process.pid}.part`;
  const counts = new Map<string, number>();
  try {
    await store.dump((dump) => write(part, linesOf(dump, at, counts)));
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw unwritable(file, error);
  }
  return { rows: Object.fromEntries(counts), created: at };
}

function write(part: string, lines: AsyncIterable<string>): Promise<void> {
  return pipeline(Readable.from(lines), createGzip(), createWriteStream(part, { mode: 0o600, flush: true }));
}

async function* linesOf({ migrations, rows }: Dump, created: Date, counts: Map<string, number>): AsyncGenerator<string> {
  const header: BackupHeader = { created, migrations };
  yield headerLine(header);
  for await (const row of rows()) {
    counts.set(row.table, (counts.get(row.table) ?? 0) + 1);
    yield rowLine(row);
  }
  yield endLine(Object.fromEntries(counts));
}

function unwritable(file: string, error: unknown): unknown {
  const isOfFiles = error instanceof Error && 'syscall' in error;
  return isOfFiles ? new BackupRefused([`${shown(file)} cannot be written: ${error.message}`]) : error;
}

type Restoring = { readonly store: Pick<Store, 'restore'>; readonly file: string };

/** Fills an empty database from a backup, whole or not at all. Throws `BackupRefused`; the file is read to its end before anything is changed. */
export async function restoreBackup({ store, file }: Restoring): Promise<Summary> {
  const { header, rows } = await readThrough(file);
  const outcome = await store.restore({ migrations: header.migrations, rows: () => rowsOf(file) });
  if (outcome === 'not empty') throw new BackupRefused(['The database holds something already: restore into a new, empty one, and keep this one.']);
  if (outcome === 'other tables') throw new BackupRefused([otherTables(header)]);
  return { rows, created: header.created };
}

function otherTables({ migrations }: BackupHeader): string {
  return `This backup was made by another version of this program, whose latest migration is ${shown(migrations.at(-1) ?? 'none')}: restore it with that version.`;
}

/** Reads a backup to its end, so that what is wrong anywhere is known before anything is changed. */
async function readThrough(file: string): Promise<{ readonly header: BackupHeader; readonly rows: RowCounts }> {
  const { header, rows } = await openBackup(file);
  let step = await rows.next();
  while (step.done !== true) step = await rows.next();
  return { header, rows: step.value };
}

async function* rowsOf(file: string): AsyncGenerator<TableRow> {
  yield* (await openBackup(file)).rows;
}
