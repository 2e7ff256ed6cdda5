import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../chat/adapter.ts';
import { within } from '../../chat/within.ts';
import { codeOf, slackLogger } from './clients.ts';
import { deadlines } from './limits.ts';

/** A connection that is opened again whenever it ends, until it is told not to. */
export type Socket = {
  readonly receiver: SocketModeReceiver;
  /** Resolves once Slack has said hello, or is merely slow; rejects when Slack refuses the token. */
  connect(): Promise<void>;
  disconnect(): Promise<void>;
};

/** What Slack says of a token that will never do. */
const hopeless: readonly string[] = [
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
];

/** How long to wait before the next try at most, and how long a connection has to hold for its end to be no failure. */
const longestPause = 60_000;
const steady = 10_000;

/**
 * Socket Mode. The library's own reconnecting is off: it pauses five seconds at each of Slack's regular renewals, and once Slack refuses
 * the token it leaves a rejection that nobody catches, which would end the program.
 */
export function createSocket(appToken: string, apiUrl: string | undefined, log: Log): Socket {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: slackLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { timeout: deadlines.bulkCall, retryConfig: { retries: 0 }, ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) } },
    processEventErrorHandler: async ({ error }) => {
      log.error({ code: codeOf(error) }, 'what came over Slack’s socket could not be processed');
      return false;
    },
  });
  const { client } = receiver;
  const ending = new AbortController();

  /** Connects, stays until the connection ends, and tells how it went. */
  async function hold(greeted: () => void): Promise<'steady' | 'brief' | 'refused'> {
    const since = Date.now();
    try {
      await client.start();
    } catch (error) {
      const code = codeOf(error);
      log.error({ code }, 'Slack’s socket cannot be opened');
      return hopeless.includes(code) ? 'refused' : 'brief';
    }
    log.info({}, 'connected to Slack’s socket');
    greeted();
    await new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
    return Date.now() - since > steady ? 'steady' : 'brief';
  }

  async function keep(greeted: () => void, refused: (error: Error) => void): Promise<void> {
    for (let failures = 0; !ending.signal.aborted; ) {
      const end = await hold(greeted);
      if (end === 'refused') return refused(new Error('Slack does not accept the app token'));
      failures = end === 'steady' ? 0 : failures + 1;
      await sleep(Math.min(failures * 1_000, longestPause), undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  return {
    receiver,
    async connect() {
      const { promise, resolve, reject } = Promise.withResolvers<true>();
      void keep(() => resolve(true), reject);
      const connected = await within(deadlines.bulkCall, promise);
      if (connected === undefined) log.warn({}, 'Slack’s socket is not open yet; it is tried again until it is');
    },
    async disconnect() {
      ending.abort();
      await within(deadlines.interactiveCall, client.disconnect());
    },
  };
}
