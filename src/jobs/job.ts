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
      for (const one of over(facts)) {
        await guarded(context, `${name}: what is due could not be claimed`, async () => {
          const duty = due(one, facts, now);
          if (duty !== undefined && !facts.claimed.has(duty.key)) await claim(context, duty, now);
        });
      }
    },
  };
}

async function claim({ store, log }: Context, duty: Duty, now: Date): Promise<void> {
  if (!(await store.claimDuty(duty, now))) return;
  const { key, at, skipped, messages } = duty;
  if (skipped) log.warn({ duty: key, due: at }, 'due while the bot was down: noted, and nothing is sent');
  else log.info({ duty: key, due: at, messages: messages.length }, 'due');
}

/** Whether the work was done; a failure is logged with a reference and goes no further. */
export async function guarded({ log, newReference }: Context, said: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    log.error({ error, reference: newReference() }, said);
    return false;
  }
}
