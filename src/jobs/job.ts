import type { Adapter, Log } from '../chat/adapter.ts';
import type { Platform } from '../core/account.ts';
import type { Store } from '../core/store.ts';

/** What a job works with: values and ports, so that tests can set the clock and stand in for the platforms. */
export type Context = {
  readonly store: Store;
  /** Those that are set up. */
  readonly adapters: Readonly<Partial<Record<Platform, Adapter>>>;
  /** The program's clock, by which everything is due. */
  readonly now: () => Date;
  /** The machine's clock, by which a sending that never ended is noticed. */
  readonly real: () => Date;
  /** A short word that ties a failure to its line in the log. */
  readonly newReference: () => string;
  /** Whether the program is told to stop, so that nothing more is begun. */
  readonly isStopping: () => boolean;
  readonly log: Log;
};

/** What the clock asks for. It is idempotent: it may be run at any time, again, and by several processes at once. */
export type Job = { readonly name: string; run(context: Context): Promise<void> };

/** Whether the work was done; a failure is logged with a reference and goes no further. */
export async function guarded({ log, newReference }: Context, said: string, work: () => Promise<void> | void): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    log.error({ error, reference: newReference() }, said);
    return false;
  }
}
