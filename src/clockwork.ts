import type { Adapter, Log } from './chat/adapter.ts';
import type { OpenHouse } from './house.ts';
import type { Scheduler } from './jobs/scheduler.ts';

/** The jobs of this process. */
export type Clockwork = {
  /** Never rejects: what keeps the jobs from running keeps nobody from being answered. */
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** Lets the jobs run over the house and post through the adapters. Their engine is loaded only when they start, since most programs never do. */
export function openClockwork(house: OpenHouse, adapters: readonly Adapter[], log: Log): Clockwork {
  let scheduler: Scheduler | undefined;
  let stopped = false;
  return {
    async start() {
      try {
        scheduler = await open(house, adapters, log);
        house.whenOwed(scheduler.nudge);
        if (stopped) return;
        await scheduler.start();
        log.info({}, 'the jobs run');
      } catch (error) {
        if (!stopped) log.error({ error }, 'the jobs do not run: nothing is sent by itself');
      }
    },
    async stop() {
      stopped = true;
      await scheduler?.stop();
    },
  };
}

async function open({ store, database, statements, clock, newReference }: OpenHouse, adapters: readonly Adapter[], log: Log): Promise<Scheduler> {
  const { openScheduler } = await import('./jobs/scheduler.ts');
  const byPlatform = Object.fromEntries(adapters.map((adapter) => [adapter.platform, adapter]));
  return openScheduler({ database, statements, store, adapters: byPlatform, now: clock, real: () => new Date(), newReference, log });
}
