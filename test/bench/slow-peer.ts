import { createServer, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';

/** Slack's pace for messages: one a second in a channel, several hundred a minute in a workspace (docs: /apis/web-api/rate-limits). */
export const pace = { perChannel: 1_000, perMinute: 300 } as const;

/** Slack as far as it takes messages, at its own pace and in real time: beyond it answers 429 with `Retry-After` in whole seconds. */
export type SlowPeer = {
  readonly apiUrl: string;
  /** Resolves once so many messages were taken. */
  taken(messages: number): Promise<Taken>;
  close(): void;
};

/** In milliseconds from the first call on, whatever came of it, to the last message that was taken. */
export type Taken = { readonly milliseconds: number; readonly refused: number; readonly twice: number };

export async function slowPeer(): Promise<SlowPeer> {
  const times: { readonly channel: string; readonly at: number }[] = [];
  const done = Promise.withResolvers<void>();
  const seen = { first: Number.NaN, refused: 0, wanted: Number.POSITIVE_INFINITY };

  function post(channel: string, response: ServerResponse): void {
    const now = performance.now();
    if (Number.isNaN(seen.first)) seen.first = now;
    const wait = waitFor(channel, now);
    if (wait > 0) {
      seen.refused += 1;
      response.writeHead(429, { 'retry-after': String(Math.ceil(wait / 1000)) }).end();
      return;
    }
    times.push({ channel, at: now });
    json(response, { ok: true, channel, ts: `${times.length}.000001` });
    if (times.length >= seen.wanted) done.resolve();
  }

  /** How long until a message would be taken, in milliseconds. */
  function waitFor(channel: string, now: number): number {
    const oldest = times.at(-pace.perMinute);
    const latest = times.findLast((one) => one.channel === channel);
    return Math.max(0, (oldest?.at ?? Number.NEGATIVE_INFINITY) + 60_000 - now, (latest?.at ?? Number.NEGATIVE_INFINITY) + pace.perChannel - now);
  }

  const server = createServer((request, response) => {
    void text(request).then((body) => {
      if (request.url?.endsWith('/chat.postMessage') === true) post(new URLSearchParams(body).get('channel') ?? '', response);
      else json(response, { ok: true, team_id: 'T0001BENCH' });
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    async taken(messages) {
      seen.wanted = messages;
      if (times.length < messages) await done.promise;
      const twice = times.length - new Set(times.map(({ channel }) => channel)).size;
      return { milliseconds: (times.at(-1)?.at ?? Number.NaN) - seen.first, refused: seen.refused, twice };
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function json(response: ServerResponse, answer: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

/** The least time that the pace allows for so many messages to as many channels of one workspace, in milliseconds. */
export function leastTime(messages: number): number {
  return Math.floor((messages - 1) / pace.perMinute) * 60_000;
}
