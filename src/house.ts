import { randomBytes } from 'node:crypto';
import { commands } from '../commands/index.ts';
import type { Doors, Log } from './chat/adapter.ts';
import { openDoors } from './chat/dispatch.ts';
import { type Config, ConfigMistakes } from './config.ts';
import { operator, terminalSpace } from './core/account.ts';
import type { Store } from './core/store.ts';
import { PlanMistakes } from './plan/mistake.ts';
import type { Unlock } from './store/database/lock.ts';
import { type OpenedStore, openStore } from './store/open.ts';
import { version } from './version.ts';

/** The bot without a platform: its store, loaded, and its doors. */
export type OpenHouse = {
  readonly store: Store;
  readonly doors: Doors;
  readonly database: 'embedded' | 'server';
  readonly clock: () => Date;
  readonly newReference: () => string;
  /** For the job engine, which keeps tables of its own beside the record. */
  readonly statements: OpenedStore['statements'];
  /** Lets somebody hear, from now on, that messages are owed. */
  whenOwed(listen: () => void): void;
  close(): Promise<void>;
};

/** The program's clock: the machine's, or one that starts at the instant that the environment sets and then runs on. */
function clockOf({ IS3C_CLOCK: start }: Config): () => Date {
  if (start === undefined) return () => new Date();
  const from = performance.now();
  return () => new Date(start.getTime() + performance.now() - from);
}

/** Short enough to read out on the telephone, long enough to be found in a log. */
function newReference(): string {
  return randomBytes(4).toString('hex');
}

/**
 * Opens the database, migrates it, loads the plan into an empty one unless that is to stay empty, and opens the doors. The embedded database needs
 * the lock on its folder.
 */
export async function openHouse(config: Config, log: Log, unlock: Unlock | undefined, empty: 'is loaded' | 'stays' = 'is loaded'): Promise<OpenHouse> {
  const clock = clockOf(config);
  let listener = (): void => undefined;
  const where = config.DATABASE_URL === undefined ? { data: config.IS3C_DATA } : { databaseUrl: config.DATABASE_URL };
  const { store, kind, applied, statements, close } = await openStore(where, {
    coordinators: config.IS3C_COORDINATORS,
    report: (error) => log.warn({ error }, 'an idle connection broke'),
    owed: () => listener(),
    ...(unlock !== undefined && { unlock }),
  });
  if (applied.length > 0) log.info({ applied }, 'migrated');
  try {
    if (empty === 'is loaded' && !(await store.isLoaded())) await load(store, config, clock, log);
  } catch (error) {
    await close();
    throw error;
  }
  const { IS3C_PUBLIC_URL: address } = config;
  const about = { version, started: new Date(), ...(address !== undefined && { address }) };
  const doors = openDoors({ commands, store, clock, real: () => new Date(), newReference, log, about });
  const whenOwed = (listen: () => void): void => {
    listener = listen;
  };
  return { store, doors, database: kind, clock, newReference, statements, whenOwed, close };
}

/** Reading a plan takes a library that a start over a loaded database can do without. */
async function load(store: Store, { IS3C_PLAN: chosen }: Config, clock: () => Date, log: Log): Promise<void> {
  const { choosePlan } = await import('./plan/choose.ts');
  const loaded = await store.loadFirst(
    asConfigured(() => choosePlan(chosen)),
    { account: operator, space: terminalSpace, at: clock(), key: 'first plan' },
  );
  if (loaded) log.info({ plan: chosen }, 'plan loaded');
}

/** A plan that cannot be used is a wrong value of the environment like any other. */
function asConfigured<T>(choose: () => T): T {
  try {
    return choose();
  } catch (error) {
    throw error instanceof PlanMistakes ? new ConfigMistakes(error.lines) : error;
  }
}
