import type pg from 'pg';
import type { Dump, TableRow } from '../../core/store.ts';

/** A table as the database describes it; `parents` are the tables whose rows must be there first. */
type Table = { readonly name: string; readonly columns: readonly string[]; readonly key: readonly string[]; readonly parents: readonly string[] };

/** What the database itself says of its tables, so that a new one is never forgotten. The migrations' own table stays with its database. */
const describe = `SELECT class.relname::text AS name,
  (SELECT json_agg(attname ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
  (SELECT coalesce(json_agg(attname ORDER BY attnum), '[]') FROM pg_attribute JOIN pg_index ON indrelid = attrelid AND indisprimary AND attnum = ANY (indkey)
    WHERE attrelid = class.oid) AS key,
  (SELECT coalesce(json_agg(parent.relname), '[]') FROM pg_constraint JOIN pg_class AS parent ON parent.oid = confrelid
    WHERE conrelid = class.oid AND contype = 'f' AND confrelid <> conrelid) AS parents
FROM pg_class AS class
WHERE class.relkind = 'r' AND class.relnamespace = current_schema()::regnamespace AND class.relname <> '_prisma_migrations'
ORDER BY class.relname`;

/** So many rows travel at once. */
const batch = 500;

/** Lets every row be read as it stood at one moment, whatever is written meanwhile. */
export function dumpTables<T>(pool: pg.Pool, use: (dump: Dump) => Promise<T>): Promise<T> {
  return inTransaction(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async (client) => {
    const tables = parentsFirst(await readTables(client));
    return use({ migrations: await readMigrations(client), rows: () => readRows(client, tables) });
  });
}

/** Fills an empty database with a dump, all or nothing; nobody else writes meanwhile. */
export function restoreTables(pool: pg.Pool, { migrations, rows }: Dump): Promise<'restored' | 'not empty' | 'other tables'> {
  return inTransaction(pool, 'BEGIN', async (client) => {
    const tables = await readTables(client);
    await client.query(`LOCK TABLE ${tables.map(({ name }) => quoted(name)).join(', ')} IN EXCLUSIVE MODE`);
    if ((await readMigrations(client)).join() !== migrations.join()) return 'other tables';
    if (await holdsAnything(client, tables)) return 'not empty';
    for await (const { table, some } of inBatches(rows())) await insert(client, tableNamed(tables, table), some);
    for (const table of tables) await advance(client, table);
    return 'restored';
  });
}

async function inTransaction<T>(pool: pg.Pool, begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query(begin);
    const done = await work(client);
    await client.query('COMMIT');
    return done;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function readTables(client: pg.PoolClient): Promise<Table[]> {
  return (await client.query<Table>(describe)).rows;
}

async function readMigrations(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"',
  );
  return rows.map(({ name }) => name);
}

function parentsFirst(tables: readonly Table[]): Table[] {
  const ordered: Table[] = [];
  while (ordered.length < tables.length) {
    const next = tables.find((table) => !ordered.includes(table) && table.parents.every((name) => ordered.some((parent) => parent.name === name)));
    if (next === undefined) throw new Error('the tables refer to each other in a circle, so that none can be filled first');
    ordered.push(next);
  }
  return ordered;
}

async function* readRows(client: pg.PoolClient, tables: readonly Table[]): AsyncGenerator<TableRow> {
  for (const { name, key } of tables) {
    const order = key.length === 0 ? '' : ` ORDER BY ${key.map(quoted).join(', ')}`;
    await client.query(`DECLARE dumped CURSOR FOR SELECT row_to_json(given)::text AS row FROM ${quoted(name)} AS given${order}`);
    for (let rows = await fetchSome(client); rows.length > 0; rows = await fetchSome(client)) yield* rows.map(({ row }) => ({ table: name, row }));
    await client.query('CLOSE dumped');
  }
}

async function fetchSome(client: pg.PoolClient): Promise<{ row: string }[]> {
  return (await client.query<{ row: string }>(`FETCH ${batch} FROM dumped`)).rows;
}

async function holdsAnything(client: pg.PoolClient, tables: readonly Table[]): Promise<boolean> {
  const any = tables.map(({ name }) => `EXISTS (SELECT FROM ${quoted(name)})`).join(' OR ');
  const { rows } = await client.query<{ any: boolean }>(`SELECT ${any} AS any`);
  return rows[0]?.any !== false;
}

async function* inBatches(rows: AsyncIterable<TableRow>): AsyncGenerator<{ readonly table: string; readonly some: readonly string[] }> {
  let table = '';
  let some: string[] = [];
  for await (const { table: next, row } of rows) {
    if (some.length > 0 && (next !== table || some.length >= batch)) {
      yield { table, some };
      some = [];
    }
    table = next;
    some.push(row);
  }
  if (some.length > 0) yield { table, some };
}

function tableNamed(tables: readonly Table[], name: string): Table {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  return table;
}

/** The rows are JSON texts all the way, so that no number loses its end on the way through JavaScript. */
async function insert(client: pg.PoolClient, { name, columns }: Table, rows: readonly string[]): Promise<void> {
  const list = columns.map(quoted).join(', ');
  const given = `json_populate_recordset(NULL::${quoted(name)}, $1::json)`;
  await client.query(`INSERT INTO ${quoted(name)} (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM ${given}`, [`[${rows.join(',')}]`]);
}

/** Moves the numbering of rows beyond those that were restored. */
async function advance(client: pg.PoolClient, { name, columns }: Table): Promise<void> {
  for (const column of columns) {
    const { rows } = await client.query<{ sequence: string | null }>('SELECT pg_get_serial_sequence($1, $2) AS sequence', [quoted(name), column]);
    const sequence = rows[0]?.sequence;
    if (typeof sequence === 'string') await client.query(`SELECT setval($1::regclass, (SELECT max(${quoted(column)}) FROM ${quoted(name)}))`, [sequence]);
  }
}

/** A name as SQL takes it, whatever it is. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
