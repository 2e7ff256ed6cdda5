import { PgBoss } from 'pg-boss';
import deliver from './deliver.ts';
import { type Context, guarded, type Job } from './job.ts';
import look from './look.ts';

/** Wakes the jobs. Over one database any number of processes may run one; each waking goes to one of them. */
export type Scheduler = {
  /** Rejects only where the job engine can never run as it is configured; a database that does not answer is waited for. */
  start(): Promise<void>;
  /** Says that something is owed, so that it is delivered at once. Never throws. */
  nudge(): void;
  /** Begins nothing more, and waits a few seconds for what is being delivered. */
  stop(): Promise<void>;
};

type Surroundings = Omit<Context, 'isStopping'> & {
  readonly database: 'embedded' | 'server';
  /** Runs what the engine asks of the database, where it keeps tables in a schema of its own. */
  readonly statements: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
};

/** How long what is being delivered may take to end, in milliseconds. */
const farewell = 4_000;

/** How often a start is tried against a database that does not answer, half a minute apart at last. */
const starts = 10_000;

/**
 * The engine's pace, in seconds: slow, since a minute is the grain of all that is due, and the embedded database answers everybody over one
 * session. `expireInSeconds` and the heartbeat set free what a process that died had taken.
 */
const pace = {
  cronWorkerIntervalSeconds: 5,
  flowIntervalSeconds: 3600,
  instanceHeartbeatSeconds: 60,
  monitorIntervalSeconds: 30,
  superviseIntervalSeconds: 30,
};
const queue = { retryLimit: 0, heartbeatSeconds: 20, expireInSeconds: 900, retentionSeconds: 3600, deleteAfterSeconds: 3600 };
const polling = { look: 5, deliver: 5 };

/** So far ahead is looked for what comes due next, in milliseconds, and over so many destinations: a little further than to the next look. */
const soon = 65_000;
const mostSoon = 100;

const everyMinute = '* * * * *';

/** The jobs over pg-boss. Nothing depends on it for what must happen once: claims and the states of messages see to that. */
export function openScheduler({ database, statements, ...rest }: Surroundings): Scheduler {
  const { log } = rest;
  const life: { stopping: boolean; unwell: boolean; deliverer: string; timer?: NodeJS.Timeout } = { stopping: false, unwell: false, deliverer: '' };
  const context: Context = { ...rest, isStopping: () => life.stopping };
  const boss = new PgBoss({ db: { executeSql: statements }, backend: database === 'embedded' ? 'pglite' : 'postgres', ...pace });
  // While the database is gone there are several of them each second, all for one reason.
  boss.on('error', (error) => {
    if (!life.unwell) log.warn({ error }, 'the job engine met an error, and goes on; the next one is told once a job has run');
    life.unwell = true;
  });

  const wake = (name: string) => guarded(context, `${name}: it could not be woken`, () => boss.send(name).then(() => undefined));
  const nudge = (): void => {
    if (life.deliverer !== '' && !life.stopping) void wake(deliver.name).then(() => boss.notifyWorker(life.deliverer));
  };
  /** What comes due before the next look, as the next edit of a message does, or what a platform asked to wait for, goes out at its time. */
  const wakeSoon = async (): Promise<void> => {
    const from = rest.now().getTime();
    const waiting = await rest.store.readWaiting(new Date(from + soon), mostSoon);
    const pauses = waiting.map(({ due }) => due.getTime() - from).filter((pause) => pause > 0);
    clearTimeout(life.timer);
    if (pauses.length > 0 && !life.stopping) life.timer = setTimeout(nudge, Math.min(...pauses)).unref();
  };
  const work = (job: Job, pollingIntervalSeconds: number, afterwards: () => void) =>
    boss.work(job.name, { pollingIntervalSeconds }, async () => {
      life.unwell = false;
      await job.run(context);
      afterwards();
    });

  return {
    nudge,
    async start() {
      await boss.start({ attempts: starts });
      // One may be waiting beside those that run: what a process that died was at holds up nobody else.
      await boss.createQueue(look.name, { ...queue, policy: 'short' });
      await boss.createQueue(deliver.name, { ...queue, policy: 'short' });
      await boss.schedule(look.name, everyMinute);
      await wake(look.name);
      life.deliverer = await work(deliver, polling.deliver, () => void guarded(context, 'deliver: what comes due soon could not be read', wakeSoon));
      await work(look, polling.look, nudge);
    },
    async stop() {
      life.stopping = true;
      clearTimeout(life.timer);
      await boss.stop({ graceful: true, timeout: farewell });
    },
  };
}
