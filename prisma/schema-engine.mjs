#!/usr/bin/env node
// Stands in for Prisma's native schema engine, whose download many networks block: the same engine compiled to WebAssembly, under the same
// command line and the same JSON-RPC over standard input and output. Development only: the program applies its migrations itself.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engineImports from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const singleByteCharOid = 18;
const varcharOid = 1043;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { datamodels: { type: 'string', multiple: true }, datasource: { type: 'string' }, version: { type: 'boolean' } },
});
const url = (flags.datasource === undefined ? {} : JSON.parse(flags.datasource)).url ?? process.env['DATABASE_URL'];

// The driver adapter refuses columns of type "char", which PostgreSQL's catalogue is full of, and the engine insists on their type:
// they pass the adapter as text and get their type back behind it.
const charColumns = new AsyncLocalStorage();

function disguiseCharColumns(result) {
  for (const one of [result].flat()) {
    one?.fields?.forEach((field, index) => {
      if (field.dataTypeID !== singleByteCharOid) return;
      field.dataTypeID = varcharOid;
      charColumns.getStore()?.add(index);
    });
  }
  return result;
}

const plainQuery = pg.Client.prototype.query;
pg.Client.prototype.query = function query(...given) {
  const done = given.at(-1);
  if (typeof done === 'function') {
    given[given.length - 1] = AsyncLocalStorage.bind((error, result) => done(error, disguiseCharColumns(result)));
    return plainQuery.apply(this, given);
  }
  const asked = plainQuery.apply(this, given);
  return typeof asked?.then === 'function' ? asked.then(disguiseCharColumns) : asked;
};

function restoringCharColumns(connection) {
  const { queryRaw, startTransaction } = connection;
  connection.queryRaw = (query) =>
    charColumns.run(new Set(), async () => {
      const result = await queryRaw.call(connection, query);
      for (const index of charColumns.getStore()) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    });
  if (startTransaction !== undefined) {
    connection.startTransaction = async (...options) => restoringCharColumns(await startTransaction.apply(connection, options));
  }
  return connection;
}

// The driver adapter cuts scripts at every semicolon, those in texts and functions too: PostgreSQL itself knows where statements end.
function sendingWholeScripts(connection) {
  connection.executeScript = async (script) => {
    try {
      await connection.client.query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}

function mended(connection) {
  return sendingWholeScripts(restoringCharColumns(connection));
}

/** A database in memory: Prisma's shadow, for which no server is asked, and the only one where no address is given. */
async function connectToMemory() {
  const db = await PGlite.create(`memory://${randomUUID()}`);
  const config = createPgConfig(db);
  const parse = config.connection.parse.bind(config.connection);
  config.connection.parse = (query) => parse({ ...query, types: Array.isArray(query.types) ? query.types : undefined });
  const pool = new pg.Pool(config);
  const connection = mended(await new PrismaPg(pool).connect());
  const { dispose } = connection;
  connection.dispose = async () => {
    await dispose.call(connection);
    await pool.end();
    await db.close();
  };
  return connection;
}

async function connect() {
  if (url === undefined) return connectToMemory();
  const schema = new URL(url).searchParams.get('schema') ?? undefined;
  return mended(await new PrismaPg({ connectionString: url }, { schema }).connect());
}

async function loadEngine() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) };
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const wasm = readFileSync(new URL('schema_engine_bg.wasm', pathToFileURL(file)));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engineImports });
  engineImports.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const factory = { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect, connectToShadowDb: connectToMemory };
  const datamodels = flags.datamodels?.map((path) => [path, readFileSync(path, 'utf8')]);
  return engineImports.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

/** `schema-engine cli can-connect-to-database | create-database | drop-database` */
async function runCliCommand(command) {
  const target = new URL(url);
  const name = pg.escapeIdentifier(target.pathname.slice(1));
  if (command !== 'can-connect-to-database') target.pathname = '/postgres';
  const client = new pg.Client({ connectionString: target.href });
  try {
    await client.connect();
    if (command === 'create-database') await client.query(`CREATE DATABASE ${name}`);
    if (command === 'drop-database') await client.query(`DROP DATABASE IF EXISTS ${name}`);
    await client.end();
    return 0;
  } catch (error) {
    const fields = { message: error.message, error_code: error.code === '3D000' ? 'P1003' : 'P1001', is_panic: false };
    process.stderr.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' })}\n`);
    return 1;
  }
}

const open = new Set();
let inputEnded = false;

function say(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

function sayError(id, error) {
  const data = { is_panic: false, message: error?.message ?? String(error), error_code: error?.code ?? null, meta: error?.meta };
  say({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
}

const own = {
  getDatabaseVersion: (engine, params) => engine.version(params),
  createDatabase: () => ({ databaseName: new URL(url).pathname.slice(1) }),
};

let engine;

async function serve(line) {
  const { id, method, params } = JSON.parse(line);
  if (method === undefined) return;
  open.add(id);
  try {
    engine ??= loadEngine();
    const ready = await engine;
    const result = await (own[method] === undefined ? ready[method](params) : own[method](ready, params));
    if (method === 'diff' && result?.stdout) say({ id: 1_000_000_000, method: 'print', params: { content: result.stdout } });
    say({ id, result: result ?? null });
  } catch (error) {
    sayError(id, error);
  } finally {
    open.delete(id);
    exitWhenDone();
  }
}

function exitWhenDone() {
  if (inputEnded && open.size === 0) process.exit(0);
}

// The CLI takes an engine that dies in mid-request for success, in silence: every open request is answered before the end.
for (const surprise of ['uncaughtException', 'unhandledRejection']) {
  process.on(surprise, (error) => {
    for (const id of open) sayError(id, error);
    open.clear();
    setTimeout(() => process.exit(1), 200);
  });
}

if (flags.version) {
  process.stdout.write('schema-engine-cli wasm\n');
} else if (positionals[0] === 'cli') {
  process.exitCode = await runCliCommand(positionals[1]);
} else {
  createInterface({ input: process.stdin })
    .on('line', (line) => void serve(line))
    .on('close', () => {
      inputEnded = true;
      exitWhenDone();
    });
}
