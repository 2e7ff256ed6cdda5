import { commands } from '../../commands/index.ts';
import type { Doors, Log } from '../../src/chat/adapter.ts';
import { openDoors } from '../../src/chat/dispatch.ts';
import type { Interaction } from '../../src/chat/interaction.ts';
import { operator } from '../../src/core/account.ts';
import type { Store } from '../../src/core/store.ts';
import { choosePlan } from '../../src/plan/choose.ts';
import type { Place } from '../../src/store/open.ts';
import { makeFolder, openTestStore } from './store.ts';

export type Logged = { readonly level: 'info' | 'warn' | 'error'; readonly facts: object; readonly said: string };

/** A log that a test reads. */
export function listeningLog(): Log & { readonly lines: readonly Logged[] } {
  const lines: Logged[] = [];
  const at = (level: Logged['level']) => (facts: object, said: string) => void lines.push({ level, facts, said });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

export type TestHouse = {
  readonly store: Store;
  readonly place: Place;
  readonly doors: Doors;
  readonly log: ReturnType<typeof listeningLog>;
  /** The program's clock, and the machine's. */
  readonly clock: { now: Date; real: Date };
  close(): Promise<void>;
};

type Furnishing = {
  /** What the clock shows until the test sets it. */
  readonly now?: string;
  readonly plan?: string;
  /** When it was loaded. */
  readonly loaded?: string;
  /** Stands between the doors and the store, to slow or break it. */
  readonly behind?: (store: Store) => Store;
  /** On which database; the embedded one where a test does not say. */
  readonly make?: typeof makeFolder;
};

/** The whole bot without a platform: the real doors over the real store, loaded with the plan, and a clock that the test sets. */
export async function openTestHouse({
  now = '2022-10-10T12:00:00Z',
  plan = 'plan,record',
  loaded = '2021-10-01T12:00:00Z',
  behind = (store) => store,
  make = makeFolder,
}: Furnishing = {}): Promise<TestHouse> {
  const { store, place, close } = await openTestStore({}, make);
  const clock = { now: new Date(now), real: new Date(now) };
  await store.loadFirst(choosePlan(plan), { account: operator, space: 'terminal:local', at: new Date(loaded), key: 'first plan' });
  const log = listeningLog();
  let references = 0;
  const newReference = (): string => {
    references += 1;
    return `reference-${references}`;
  };
  return {
    store,
    place,
    log,
    clock,
    doors: openDoors({
      commands,
      store: behind(store),
      clock: () => clock.now,
      real: () => clock.real,
      newReference,
      log,
      about: { version: '0.0.0', started: new Date() },
    }),
    close,
  };
}

let interactions = 0;

/** Something the operator did at the terminal, with what a test wants otherwise. */
export function act(command: string, options: Readonly<Record<string, string>> = {}, otherwise: Partial<Interaction> = {}): Interaction {
  interactions += 1;
  return {
    id: `act-${interactions}`,
    sender: operator,
    space: 'terminal:local',
    place: { kind: 'channel', channel: 'prompt' },
    standing: 'none',
    invoke: { command, options },
    ...otherwise,
  };
}
