import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Log } from '../chat/adapter.ts';
import type { Handle } from '../chat/interaction.ts';
import { within } from '../chat/within.ts';
import type { StatusFacts } from '../core/store-messages.ts';
import { languageOf } from '../text/words.ts';
import { sayMetrics } from './metrics.ts';
import { page } from './page.ts';

export type Site = {
  readonly handle: Handle;
  /** Rejects when the database cannot be asked. */
  readonly check: () => Promise<void>;
  /** How deliveries go. */
  readonly status: () => Promise<StatusFacts>;
  /** The program's clock. */
  readonly clock: () => Date;
  /** Why the program cannot serve yet or any more; undefined while it can. */
  readonly notServing: () => string | undefined;
  /** What runs: the version, and the platforms that are connected. */
  readonly version: string;
  readonly platforms: readonly string[];
  readonly newId: () => string;
  /** Takes Discord's interactions, where they come over HTTP; it may still be loading. */
  readonly discord: Promise<((request: Request) => Promise<Response>) | undefined>;
  readonly log: Log;
};

const patience = 3_000;

/** The pages for readers without an account: what runs and the plan in words, and what a supervisor asks. */
export function createSite(site: Site): Hono {
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"], imgSrc: ["'self'"] } }));
  app.get('/healthz', (context) => context.text('alive'));
  app.get('/readyz', async (context) => {
    const reason = site.notServing() ?? (await reasonNotReady(site));
    return reason === undefined ? context.text('ready') : context.text(`not ready: ${reason}`, 503);
  });
  app.get('/metrics', async (context) => {
    const text = await sayMetrics({ version: site.version, uptime: process.uptime(), now: site.clock(), status: await statusInTime(site) });
    return context.text(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  app.get('/', async (context) => {
    const language = languageOf(context.req.query('lang') ?? context.req.header('accept-language')?.split(',')[0]) ?? 'en';
    const answer = await site.handle({
      id: site.newId(),
      sender: 'terminal:reader',
      place: { kind: 'direct' },
      standing: 'none',
      language,
      invoke: { command: 'timeline', options: {} },
    });
    return context.html(page(answer, language, site), answer.kind === 'card' ? 200 : 503);
  });
  app.post('/discord/interactions', async (context) => (await site.discord)?.(context.req.raw) ?? context.notFound());
  app.notFound((context) => context.text('There is nothing at this address. The page is at /', 404));
  app.onError((error, context) => {
    site.log.error({ error, path: context.req.path }, 'a page failed');
    return context.text('Something went wrong that should not. Please try again.', 500);
  });
  return app;
}

async function reasonNotReady({ check, log }: Site): Promise<string | undefined> {
  try {
    return (await within(
      patience,
      check().then(() => true),
    )) === true
      ? undefined
      : 'the database does not answer in time';
  } catch (error) {
    log.warn({ error }, 'not ready');
    return 'the database cannot be reached';
  }
}

async function statusInTime({ status, log }: Site): Promise<StatusFacts | undefined> {
  try {
    return await within(patience, status());
  } catch (error) {
    log.warn({ error }, 'not measured');
    return undefined;
  }
}
