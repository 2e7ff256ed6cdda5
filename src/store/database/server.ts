import pg from 'pg';
import { asArguments, planning } from '../session.ts';
import { CannotOpen } from './cannot-open.ts';
import type { Database } from './embedded.ts';

export type ServerLimits = { readonly connections: number; readonly connectTimeout: number; readonly queryTimeout: number };

/** Times are stored as they were written only in a session in UTC, since the driver adapter leaves the zone out. */
const universalTime = 'TimeZone=UTC';

/** A session's settings beside those that its address asks for, of which the driver would take one or the other. */
function settingsFor(databaseUrl: string, settings: readonly string[]): { readonly connectionString: string; readonly options: string } {
  const url = new URL(databaseUrl);
  const asked = url.searchParams.get('options') ?? '';
  url.searchParams.delete('options');
  return { connectionString: url.href, options: [asked, ...asArguments([universalTime, ...settings])].join(' ') };
}

/** A pool of connections that waits for nothing longer than its limits, in milliseconds. */
export function openServer(databaseUrl: string, limits: ServerLimits, report: (error: Error) => void): Database {
  const pool = new pg.Pool({
    ...settingsFor(databaseUrl, [...planning, 'idle_in_transaction_session_timeout=30s']),
    application_name: 'is3c',
    max: limits.connections,
    connectionTimeoutMillis: limits.connectTimeout,
    query_timeout: limits.queryTimeout,
    statement_timeout: limits.queryTimeout,
    keepAlive: true,
  });
  pool.on('error', report);
  return { pool, close: () => pool.end() };
}

/** One connection for the migrations, which may take longer than a query and wait for those of another process. */
export async function connectForMigration(databaseUrl: string, connectTimeout: number): Promise<pg.Client> {
  const client = new pg.Client({
    ...settingsFor(databaseUrl, ['lock_timeout=60s']),
    application_name: 'is3c migrations',
    connectionTimeoutMillis: connectTimeout,
  });
  try {
    await client.connect();
  } catch (error) {
    throw new CannotOpen(
      'unreachable',
      `The database at ${client.host}:${client.port} cannot be used: ${error instanceof Error ? error.message : String(error)}`,
      error,
    );
  }
  return client;
}
