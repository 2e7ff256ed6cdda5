import { createServer, type ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { team } from './load.ts';

/** Slack's pace for messages: one a second in a channel, several hundred a minute in a workspace (docs: /apis/web-api/rate-limits). */
export const pace = { perChannel: 1_000, perMinute: 300 } as const;

/** Slack as far as it takes messages, at its own pace and in real time: beyond it answers 429 with `Retry-After` in whole seconds. */
export type SlowPeer = {
  readonly apiUrl: string;
  readonly responseUrl: string;
  /** What was taken, in the order of coming. */
  readonly messages: readonly Taken[];
  /** How many private answers came. */
  readonly answers: () => number;
  /** Resolves once so many messages were taken. */
  taken(messages: number): Promise<Pace>;
  close(): void;
};

/** A message as it is shown now, when it came and when it was edited, in milliseconds. */
type Taken = { readonly channel: string; readonly at: number; blocks: string; readonly edits: number[] };

/** In milliseconds from the first call on, whatever came of it, to the last message that was taken. */
type Pace = { readonly milliseconds: number; readonly refused: number; readonly twice: number };

export async function slowPeer(): Promise<SlowPeer> {
  const messages: Taken[] = [];
  const done = Promise.withResolvers<void>();
  const seen = { first: Number.NaN, refused: 0, answers: 0, wanted: Number.POSITIVE_INFINITY };

  function post(given: URLSearchParams, response: ServerResponse): void {
    const channel = given.get('channel') ?? '';
    const now = performance.now();
    if (Number.isNaN(seen.first)) seen.first = now;
    const wait = waitFor(channel, now);
    if (wait > 0) {
      seen.refused += 1;
      response.writeHead(429, { 'retry-after': String(Math.ceil(wait / 1000)) }).end();
      return;
    }
    messages.push({ channel, at: now, blocks: given.get('blocks') ?? '', edits: [] });
    json(response, { ok: true, channel, ts: `${messages.length}.000001` });
    if (messages.length >= seen.wanted) done.resolve();
  }

  function edit(given: URLSearchParams, response: ServerResponse): void {
    const ts = given.get('ts') ?? '';
    const message = messages[Number.parseInt(ts, 10) - 1];
    if (message === undefined) {
      json(response, { ok: false, error: 'message_not_found' });
      return;
    }
    message.blocks = given.get('blocks') ?? '';
    message.edits.push(performance.now());
    json(response, { ok: true, channel: message.channel, ts });
  }

  /** How long until a message would be taken, in milliseconds. */
  function waitFor(channel: string, now: number): number {
    const oldest = messages.at(-pace.perMinute);
    const latest = messages.findLast((one) => one.channel === channel);
    return Math.max(0, (oldest?.at ?? Number.NEGATIVE_INFINITY) + 60_000 - now, (latest?.at ?? Number.NEGATIVE_INFINITY) + pace.perChannel - now);
  }

  function answer(method: string, given: URLSearchParams, response: ServerResponse): void {
    if (method === 'response') seen.answers += 1;
    if (method === 'chat.postMessage') post(given, response);
    else if (method === 'chat.update') edit(given, response);
    else json(response, { ok: true, team_id: team });
  }

  const server = createServer((request, response) => {
    const { url = '' } = request;
    void text(request).then((body) => answer(url.slice(url.lastIndexOf('/') + 1), new URLSearchParams(body), response));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    responseUrl: `http://127.0.0.1:${port}/response`,
    messages,
    answers: () => seen.answers,
    async taken(wanted) {
      seen.wanted = wanted;
      if (messages.length < wanted) await done.promise;
      const twice = messages.length - new Set(messages.map(({ channel }) => channel)).size;
      return { milliseconds: (messages.at(-1)?.at ?? Number.NaN) - seen.first, refused: seen.refused, twice };
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
