import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import type { TableRow } from '../core/store.ts';
import { PlanMistakes, shown } from './mistake.ts';

// A backup is one gzip file of lines: a header, every row as `["table",{...}]`, and an end that counts the rows of each table. What is cut
// off has no end, and gzip's own checksum finds what was changed on the way.

/** Why a backup cannot be made or restored, in lines for whoever asked for it. */
export class BackupRefused extends PlanMistakes {}

const format = 'is3c backup';
const version = 1;

const headerShape = z.object({ format: z.literal(format), version: z.number().int(), created: z.iso.datetime(), migrations: z.array(z.string()) });
const endShape = z.strictObject({ end: z.record(z.string(), z.number().int().positive()) });
const rowShape = z.tuple([z.string(), z.record(z.string(), z.unknown())]);

export type BackupHeader = { readonly created: Date; readonly migrations: readonly string[] };

/** How many rows of each table there are. */
export type RowCounts = Readonly<Record<string, number>>;

export function headerLine({ created, migrations }: BackupHeader): string {
  return `${JSON.stringify({ format, version, created: created.toISOString(), migrations })}\n`;
}

export function rowLine({ table, row }: TableRow): string {
  return `[${JSON.stringify(table)},${row}]\n`;
}

export function endLine(counts: RowCounts): string {
  return `${JSON.stringify({ end: counts })}\n`;
}

/** An open backup: what it says of itself, and its rows. */
export type Backup = { readonly header: BackupHeader; readonly rows: AsyncGenerator<TableRow, RowCounts> };

/** Opens a backup and reads its header. Reading the rows throws `BackupRefused` unless the file is whole to its last byte. */
export async function openBackup(file: string): Promise<Backup> {
  const lines = readLines(file);
  const first = await lines.next();
  const header = headerShape.safeParse(first.done === true ? undefined : parsed(first.value));
  if (!header.success) throw foreign(file);
  const { version: found, created, migrations } = header.data;
  if (found !== version) throw refused(file, `this backup is written in a newer way (${found}); restore it with the version of this program that made it`);
  return { header: { created: new Date(created), migrations }, rows: readRows(lines, file) };
}

async function* readRows(lines: AsyncGenerator<string>, file: string): AsyncGenerator<TableRow, RowCounts> {
  const counts = new Map<string, number>();
  for await (const line of lines) {
    const value = parsed(line);
    const end = endShape.safeParse(value);
    if (end.success) return finish(lines, file, end.data.end, Object.fromEntries(counts));
    const row = rowShape.safeParse(value);
    if (!row.success) throw damaged(file);
    const [table] = row.data;
    counts.set(table, (counts.get(table) ?? 0) + 1);
    yield { table, row: line.slice(JSON.stringify(table).length + 2, -1) };
  }
  throw cutOff(file);
}

async function finish(lines: AsyncGenerator<string>, file: string, announced: RowCounts, counts: RowCounts): Promise<RowCounts> {
  const more = await lines.next();
  if (more.done !== true || !sameCounts(announced, counts)) throw damaged(file);
  return counts;
}

function sameCounts(a: RowCounts, b: RowCounts): boolean {
  return Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([table, count]) => b[table] === count);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** No row is as long; a file without line ends must not fill the memory. */
const longestLine = 64_000_000;

/** The lines of a gzip file; throws `BackupRefused` where it cannot be read as one, or is cut off. */
async function* readLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  gunzip.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of gunzip) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) throw foreign(file);
      yield* lines;
    }
  } catch (error) {
    throw readError(file, error);
  } finally {
    source.destroy();
  }
  if (rest !== '') yield rest;
}

function readError(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') return cutOff(file);
  if (code === 'Z_DATA_ERROR') return foreign(file);
  if (code === 'ENOENT') return refused(file, 'there is no such file');
  return code === 'EISDIR' || code === 'EACCES' ? refused(file, 'this cannot be read as a file') : error;
}

function refused(file: string, said: string): BackupRefused {
  return new BackupRefused([`${shown(file)}: ${said}.`]);
}

function foreign(file: string): BackupRefused {
  return refused(file, 'this is no backup of this program, or it is damaged');
}

function damaged(file: string): BackupRefused {
  return refused(file, 'this backup is damaged: its rows are not those that were written');
}

function cutOff(file: string): BackupRefused {
  return refused(file, 'this backup is cut off; it was not written, or not copied, to its end');
}
