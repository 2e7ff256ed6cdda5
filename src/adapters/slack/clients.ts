import { type Logger, LogLevel } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Adapter, Log } from '../../chat/adapter.ts';
import { deadlines } from './limits.ts';

/** Several clients: a 429 may hold up everything that its client does, and a form cannot wait behind a message. */
export type Clients = {
  /** For what a person waits for with a trigger: one try, soon over. */
  readonly interactive: WebClient;
  /** For everything else. */
  readonly bulk: WebClient;
  /** For messages of the bot's own: one try, since two could make two messages. One channel's 429 holds up no other. */
  readonly posts: WebClient;
  /** For looking whether such a message arrived, which may be repeated. */
  readonly reading: WebClient;
};

export function createClients(botToken: string, apiUrl: string | undefined, log: Log): Clients {
  const shared: WebClientOptions = { logger: slackLogger(log), ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) };
  return {
    interactive: new WebClient(botToken, { ...shared, timeout: deadlines.interactiveCall, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }),
    bulk: new WebClient(botToken, { ...shared, timeout: deadlines.bulkCall, retryConfig: { retries: 3, factor: 2 } }),
    posts: new WebClient(botToken, { ...shared, timeout: deadlines.post, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }),
    reading: new WebClient(botToken, { ...shared, timeout: deadlines.reading, retryConfig: { retries: 1 }, rejectRateLimitedCalls: true }),
  };
}

/** What went wrong in a call, as a word for the log or for a decision: never the message, which may hold what was sent. */
export function codeOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return error.data.error;
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited';
  return causeOf(error) ?? 'unknown';
}

/** The system's code of a broken line, wherever fetch put it. */
function causeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('original' in error) return causeOf(error.original);
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('E')) return error.code;
  return error.name === 'TimeoutError' || error.name === 'AbortError' ? 'timeout' : (causeOf(error.cause) ?? error.name);
}

/** Addresses, tokens and quoted pieces of payloads, which Slack's libraries put into their lines. */
const secrets = /\b(?:https?|wss?):\/\/\S+|\bx(?:ox[a-z]|app)-\S+|"[^"]*"/g;

/** Slack's libraries write into our log, without secrets; what they say to their own developers is dropped. */
export function slackLogger(log: Log): Logger {
  const said = (parts: readonly unknown[]): string =>
    parts.map((part) => (part instanceof Error ? codeOf(part) : String(part).replace(secrets, '…'))).join(' ');
  const facts = { by: 'slack' };
  return {
    debug: () => undefined,
    info: (...parts) => log.info(facts, said(parts)),
    warn: (...parts) => log.warn(facts, said(parts)),
    error: (...parts) => log.error(facts, said(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

/** The workspace or the organisation in which the bot is installed, by its id; rejects where Slack does not say. */
export async function homeOf({ bulk }: Clients): Promise<string | undefined> {
  const { team_id: team, enterprise_id: enterprise, is_enterprise_install: organised } = await bulk.auth.test();
  return organised === true ? enterprise : team;
}

/** What Slack says of the token of an app that was removed. `invalid_auth` is not among it: a token that was mistyped is no token either. */
const removed: readonly string[] = ['account_inactive', 'token_revoked'];

/** Where the bot is: a token is of one workspace or organisation. Undefined while nobody can tell; never rejects. */
export async function spacesOf(clients: Clients): ReturnType<NonNullable<Adapter['spaces']>> {
  try {
    const home = await homeOf(clients);
    return home === undefined ? undefined : [`slack:${home}`];
  } catch (error) {
    return removed.includes(codeOf(error)) ? [] : undefined;
  }
}
