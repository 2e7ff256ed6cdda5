import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LastLine } from './support/reporter.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    globalSetup: ['test/support/run.ts'],
    reporters: ['default', new LastLine()],
    projects: [
      {
        // A worker keeps its modules from file to file, and with them its one embedded database.
        extends: true,
        test: {
          name: 'rooms',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'test/adapters/**', 'test/torture/**', 'test/bench/**'],
          isolate: false,
        },
      },
      {
        // Here the platforms' libraries are loaded, the network is intercepted and the bot is killed: each file gets a process of its own.
        extends: true,
        test: { name: 'platforms', include: ['test/adapters/**/*.test.ts', 'test/torture/*.test.ts'], isolate: true },
      },
    ],
  },
});
