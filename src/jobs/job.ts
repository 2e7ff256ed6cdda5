import type { Adapter, Log } from '../chat/adapter.ts';
import type { Platform } from '../core/account.ts';
import type { Duty } from '../core/duty.ts';
import type { Store } from '../core/store.ts';
import type { DutyFacts } from '../core/store-messages.ts';

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

/**
 * A job that looks over everything of one sort for what has come due, and claims what nobody has claimed. One of them that fails is logged,
 * holds up no other, and is looked at again the next time.
 */
export function watch<One>(name: string, over: (facts: DutyFacts) => readonly One[], due: (one: One, facts: DutyFacts, now: Date) => Duty | undefined): Job {
  return {
    name,
    async run(context) {
      const now = context.now();
      const facts = await context.store.readDuties(now);
      const failed = `${name}: what is due could not be claimed`;
      const duties: Duty[] = [];
      for (const one of over(facts)) {
        await guarded(context, failed, () => {
          const duty = due(one, facts, now);
          if (duty !== undefined && !facts.claimed.has(duty.key)) duties.push(duty);
        });
      }
      for (let from = 0; from < duties.length; from += atOnce) await claimAll(context, duties.slice(from, from + atOnce), now, failed);
    },
  };
}

/** So many due times are claimed in one transaction, for each transaction waits for the disk. */
const atOnce = 100;

async function claimAll(context: Context, duties: readonly Duty[], now: Date, failed: string): Promise<void> {
  try {
    await claim(context, duties, now);
  } catch (error) {
    context.log.warn({ error, duties: duties.length }, 'what is due could not be claimed at once: each is tried by itself');
    for (const duty of duties) await guarded(context, failed, () => claim(context, [duty], now));
  }
}

async function claim({ store, log }: Context, duties: readonly Duty[], now: Date): Promise<void> {
  for (const { key, at, skipped, messages } of await store.claimDuties(duties, now)) {
    if (skipped) log.warn({ duty: key, due: at }, 'due while the bot was down: noted, and nothing is sent');
    else log.info({ duty: key, due: at, messages: messages.length }, 'due');
  }
}

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
