// What the Prisma CLI needs to know. A bare `prisma migrate deploy` finds this file; its paths are relative to its own folder.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

// Prisma's engine is a binary from a host that many networks block. The stand-in runs the same engine, compiled to WebAssembly, from npm.
// Windows cannot start a script as a program: there Prisma fetches its own.
if (process.platform !== 'win32') {
  process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= fileURLToPath(new URL('../prisma/schema-engine.mjs', import.meta.url));
}

const url = process.env['DATABASE_URL'];

export default defineConfig({
  schema: '../prisma/schema.prisma',
  migrations: { path: '../prisma/migrations' },
  ...(url === undefined ? {} : { datasource: { url } }),
});
