import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { CannotOpen } from './cannot-open.ts';
import { syncPath, syncTree } from './durable-files.ts';

/** The PostgreSQL that the embedded database is; its files are readable by this major version alone. */
export const postgresMajor = '18';

/** A migrated, empty database folder, made at installation: a first start copies it in place of a slow and hungry initdb. */
export const templateFolder = join(import.meta.dirname, '..', 'generated', 'template');

/** Makes the database folder when there is none, and refuses one of another version. A folder under its final name is always whole. Needs the lock. */
export async function prepareFolder(folder: string, options: { readonly template: boolean; readonly durable: boolean }): Promise<void> {
  if (existsSync(folder)) return refuseOtherVersion(folder);
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  if (options.template && versionOf(templateFolder) === postgresMajor) cpSync(templateFolder, part, { recursive: true });
  else await initialise(part);
  if (options.durable) await syncTree(part);
  renameSync(part, folder);
  if (options.durable) await syncPath(dirname(folder));
}

async function initialise(folder: string): Promise<void> {
  const db = await PGlite.create(folder);
  await db.close();
}

function refuseOtherVersion(folder: string): void {
  const version = versionOf(folder);
  if (version === postgresMajor) return;
  const found = version === undefined ? 'holds no database' : `holds a database of PostgreSQL ${version}`;
  throw new CannotOpen(
    'wrong version',
    `${folder} ${found}; this program reads PostgreSQL ${postgresMajor}. Export it with the program that wrote it and import it here, or set another folder.`,
  );
}

function versionOf(folder: string): string | undefined {
  const file = join(folder, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
