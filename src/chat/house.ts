import type { Store } from '../core/store.ts';
import type { Log } from './adapter.ts';
import type { About, Command } from './command.ts';

/** What the dispatcher is made of. Time and ids come in as values, so that tests can set them. */
export type House = {
  readonly commands: readonly Command[];
  readonly store: Store;
  readonly clock: () => Date;
  /** The machine's clock, by which codes run out. */
  readonly real: () => Date;
  /** A short word that ties what a person is told to the line in the log. */
  readonly newReference: () => string;
  readonly log: Log;
  readonly about: About;
};
