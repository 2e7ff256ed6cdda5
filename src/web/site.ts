import { type Context, Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Log } from '../chat/adapter.ts';
import type { Answer } from '../chat/answer.ts';
import type { Handle } from '../chat/interaction.ts';
import { within } from '../chat/within.ts';
import { nobody } from '../core/account.ts';
import type { Language } from '../core/member.ts';
import type { PersonalData } from '../core/personal.ts';
import type { StatusFacts } from '../core/store-messages.ts';
import { languageOf } from '../text/words.ts';
import { cardPage, exportPage, page } from './page.ts';

export type Site = {
  readonly handle: Handle;
  /** Rejects when the database cannot be asked. */
  readonly check: () => Promise<void>;
  /** How deliveries go. */
  readonly status: () => Promise<StatusFacts>;
  /** The data behind the address of an export; undefined once it has run out. */
  readonly personal: (token: string) => Promise<PersonalData | undefined>;
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
    // Their library is large, and nobody measures before the first answer.
    const { sayMetrics } = await import('./metrics.ts');
    const text = await sayMetrics({ version: site.version, uptime: process.uptime(), now: site.clock(), status: await statusInTime(site) });
    return context.text(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  app.get('/', async (context) => {
    const language = languageIn(context);
    const answer = await ask(site, 'timeline', language);
    return context.html(page(answer, language, site), answer.kind === 'card' ? 200 : 503);
  });
  app.get('/privacy', async (context) => {
    const language = languageIn(context);
    const answer = await ask(site, 'me privacy', language);
    return context.html(cardPage(answer, language), answer.kind === 'card' ? 200 : 503);
  });
  app.get('/export/:token', async (context) => {
    const [, token = '', json] = /^([\w-]{20,60})(\.json)?$/.exec(context.req.param('token')) ?? [];
    const data = token === '' ? undefined : await site.personal(token);
    context.header('cache-control', 'no-store');
    context.header('x-robots-tag', 'noindex');
    const status = data === undefined ? 404 : 200;
    if (json === undefined) return context.html(exportPage(data, languageIn(context)), status);
    context.header('content-disposition', 'attachment; filename="is3c-data.json"');
    return context.body(JSON.stringify(data ?? null, null, 2), status, { 'content-type': 'application/json; charset=utf-8' });
  });
  app.post('/discord/interactions', async (context) => (await site.discord)?.(context.req.raw) ?? context.notFound());
  app.notFound((context) => context.text('There is nothing at this address. The page is at /', 404));
  app.onError((error, context) => {
    site.log.error({ error, path: context.req.routePath }, 'a page failed');
    return context.text('Something went wrong that should not. Please try again.', 500);
  });
  return app;
}

function languageIn({ req }: Context): Language {
  return languageOf(req.query('lang') ?? req.header('accept-language')?.split(',')[0]) ?? 'en';
}

/** What anybody is answered, who has no account. */
function ask({ handle, newId }: Site, command: string, language: Language): Promise<Answer> {
  const reader = { sender: nobody, place: { kind: 'direct' }, standing: 'none', language } as const;
  return handle({ id: newId(), ...reader, invoke: { command, options: {} } });
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
