import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';

/** How the processes of one run know each other, and what they leave behind. */
const variable = 'IS3C_TEST_RUN';

/** Where this run keeps its databases' folders; whoever runs outside of the test command cleans up after themselves. */
export function folderOfRun(): string {
  return process.env[variable] ?? tmpdir();
}

/** How the names of this run's databases on the server begin. */
export function databasesOfRun(): string {
  return `is3c_${basename(folderOfRun()).toLowerCase().replaceAll(/\W/g, '')}_`;
}

/** Makes a place for the run's databases. */
export function setup(): void {
  process.env[variable] = mkdtempSync(join(tmpdir(), 'is3c-run-'));
}

/** Takes it away with all that is still in it: workers keep their databases from test to test, to the end. */
export async function teardown(): Promise<void> {
  rmSync(folderOfRun(), { recursive: true, force: true });
  const server = process.env['TEST_DATABASE_URL'];
  if (server !== undefined) await dropDatabases(server);
}

async function dropDatabases(server: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rows } = await client.query<{ name: string }>('SELECT datname::text AS name FROM pg_database WHERE starts_with(datname, $1)', [databasesOfRun()]);
  for (const { name } of rows) await client.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  await client.end();
}
