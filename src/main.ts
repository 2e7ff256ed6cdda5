import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { localeOf } from './adapters/terminal/decode.ts';
import { type Prompt, terminalPrompt } from './adapters/terminal/prompt.ts';
import { openBridge } from './bridge.ts';
import type { Adapter, Log } from './chat/adapter.ts';
import { within } from './chat/within.ts';
import { type Clockwork, openClockwork } from './clockwork.ts';
import { type Config, readConfig } from './config.ts';
import { operator } from './core/account.ts';
import { answerArguments } from './flags.ts';
import { giveUp } from './give-up.ts';
import { holdData } from './hold-data.ts';
import { type OpenHouse, openHouse } from './house.ts';
import { leave } from './leave.ts';
import { createLog } from './log.ts';
import { loadPlatforms, type Platforms, platformNames } from './platforms.ts';
import { stayAwake } from './stay-awake.ts';
import { nameSlashCommand } from './text/slash.ts';
import { wordsFor } from './text/words.ts';
import { version } from './version.ts';
import { createWebServer } from './web/serve.ts';
import { createSite } from './web/site.ts';

/** How long what was acknowledged may take to finish once the program is told to stop, in milliseconds. */
const farewell = 5_000;

/** How long the jobs wait for slow platforms, in milliseconds; what they deliver meanwhile is tried again. */
const connecting = 10_000;

const words = wordsFor('en');
const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;

/** What the program holds while it runs. */
type Running = {
  readonly server: Server;
  readonly adapters: readonly Adapter[];
  readonly clockwork: Clockwork;
  readonly house: OpenHouse;
  readonly log: Log;
  closeBridge(): Promise<void>;
};

async function run(config: Config): Promise<void> {
  nameSlashCommand(config.IS3C_COMMAND);
  const log = createLog(config.LOG_LEVEL ?? (interactive ? 'warn' : 'info'));
  const embedded = config.DATABASE_URL === undefined;
  const house = await openHouse(config, log, embedded ? await holdData(config.IS3C_DATA) : undefined);
  const life = { stopping: false };
  const loading = Promise.withResolvers<Platforms>();
  const server = await listen(config, house, loading.promise, log, life);
  // Their libraries are slower to load than the page is to show: it is there already, and their requests wait.
  loadPlatforms(config, log, words).then(loading.resolve, loading.reject);
  const platforms = await loading.promise;
  const closeBridge = embedded ? await openBridge(config.IS3C_DATA, (asked) => answerArguments(asked, house.doors), log) : async () => undefined;
  const prompt = openPrompt(config, log, () => stop('the prompt was left'));
  const adapters = [...platforms.adapters, prompt];
  const clockwork = openClockwork(house, adapters, log);
  const running: Running = { server, adapters, clockwork, house, log, closeBridge };
  const stop = (reason: string): void => {
    if (life.stopping) return;
    life.stopping = true;
    log.info({ reason }, 'stopping');
    close(running).then(
      () => process.exit(0),
      (error: unknown) => giveUp(error),
    );
  };
  process.off('SIGTERM', leave).off('SIGINT', leave);
  process.on('SIGTERM', stop).on('SIGINT', stop);
  prompt.print(`${startLines(config, house, platforms, server).join('\n')}\n`);
  log.info({ version, database: house.database, milliseconds: Math.round(performance.now()) }, 'ready');
  await within(connecting, Promise.all(adapters.map((adapter) => begin(adapter, house, log))));
  if (!life.stopping) await clockwork.start();
}

async function listen(config: Config, house: OpenHouse, platforms: Promise<Platforms>, log: Log, life: { readonly stopping: boolean }): Promise<Server> {
  const site = createSite({
    handle: house.doors.handle,
    check: () => house.store.check(),
    status: () => house.store.readStatus({ account: operator }, house.clock()),
    personal: (token) => house.store.readExport(token, new Date()),
    clock: house.clock,
    notServing: () => (life.stopping ? 'stopping' : undefined),
    version,
    platforms: platformNames(config),
    newId: randomUUID,
    log,
    discord: quietly(platforms.then(({ discord }) => discord)),
  });
  const server = createWebServer(site, quietly(platforms.then(({ slack }) => slack)));
  server.listen(config.PORT, config.HOST);
  await once(server, 'listening');
  return server;
}

/** What cannot be loaded ends the program in one place, which says why. */
function quietly<T>(loading: Promise<T>): Promise<T> {
  loading.catch(() => undefined);
  return loading;
}

function openPrompt(config: Config, log: Log, left: () => void): Prompt {
  const locale = localeOf(config.LANG);
  return terminalPrompt({
    input: process.stdin,
    output: process.stdout,
    reader: { account: operator, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...(locale !== undefined && { locale }) },
    historyFile: join(config.IS3C_DATA, 'history'),
    columns: () => process.stdout.columns ?? 80,
    colours: interactive && config.NO_COLOR === undefined,
    interactive,
    left,
    log,
  });
}

/** The five lines of the start: what runs, where, what is missing for each platform, and what to type. */
function startLines(config: Config, house: OpenHouse, { said }: Platforms, server: Server): readonly string[] {
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : config.PORT;
  const host = config.HOST === '127.0.0.1' || config.HOST === '0.0.0.0' ? 'localhost' : config.HOST;
  const page = config.IS3C_PUBLIC_URL ?? `http://${host}:${port}`;
  return [words.start.runs(version, words.start[house.database]), words.start.page(page), ...said, interactive ? words.start.prompt() : words.start.noPrompt];
}

/** A platform that cannot be reached does not keep the others from serving. */
async function begin(adapter: Adapter, { doors }: OpenHouse, log: Log): Promise<void> {
  try {
    await adapter.start(doors);
    log.info({ adapter: adapter.name }, 'started');
  } catch (error) {
    log.error({ adapter: adapter.name, error }, 'not connected: the platform refused the tokens, or cannot be reached');
  }
}

/** Takes no more work, finishes what was acknowledged and what is being delivered, closes the database. */
async function close({ server, adapters, clockwork, house, closeBridge, log }: Running): Promise<void> {
  const answered = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // What is being delivered needs the platforms.
  const delivered = clockwork.stop().then(() => Promise.allSettled(adapters.map((adapter) => adapter.stop())));
  const stopped = Promise.allSettled([answered, closeBridge(), delivered]);
  await Promise.race([stopped, sleep(farewell, undefined, { ref: false })]);
  server.closeAllConnections();
  await house.close();
  log.info({}, 'stopped');
}

try {
  await stayAwake(() => run(readConfig()));
} catch (error) {
  giveUp(error);
}
