import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { serve } from '../../support/slack.ts';

/** What becomes of one message: whether Slack has it, and what the bot hears. */
export type Fate = { readonly arrives: boolean; readonly answer: (response: ServerResponse) => void };

const block = z.looseObject({ block_id: z.string().optional() });
const posted = z.looseObject({ channel: z.string(), blocks: z.string().transform((blocks) => z.array(block).parse(JSON.parse(blocks))) });

type Stored = { readonly channel: string; readonly ts: string; readonly blocks: readonly z.output<typeof block>[] };

/** What the Web API does where the emulator has no word for it: refusals at will, broken lines, and channels that tell their history in pages. */
export type WebApi = {
  readonly url: string;
  /** The next messages for a channel; afterwards all go well. */
  readonly fates: Map<string, Fate[]>;
  /** What arrived, the oldest first. */
  readonly stored: Stored[];
  /** Every call by its method, in its order. */
  readonly calls: { readonly method: string; readonly args: Readonly<Record<string, string>> }[];
  /** The answer to who reads a channel, in place of its messages. */
  unreadable: Fate['answer'] | undefined;
  /** The answer to whose token it is, in place of its workspace's. */
  home: Fate['answer'] | undefined;
  /** Messages on one page of history. */
  pageSize: number;
};

export const json =
  (body: object, status = 200, headers: Readonly<Record<string, string>> = {}): Fate['answer'] =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

export const refuses = (error: string): Fate => ({ arrives: false, answer: json({ ok: false, error }) });
export const cut: Fate['answer'] = (response) => void response.destroy();
export const cutWithin: Fate['answer'] = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"ok":true,', () => response.destroy());
};

export async function startWebApi(): Promise<WebApi> {
  const api = { fates: new Map<string, Fate[]>(), stored: [] as Stored[], calls: [] as WebApi['calls'][number][] };
  let last = Math.floor(Date.now() / 1_000);

  function take(args: Readonly<Record<string, string>>): Fate['answer'] {
    const { channel, blocks } = posted.parse(args);
    last += 1;
    const ts = `${last}.000100`;
    const fate = api.fates.get(channel)?.shift() ?? { arrives: true, answer: json({ ok: true, channel, ts, message: {} }) };
    if (fate.arrives) api.stored.push({ channel, ts, blocks });
    return fate.answer;
  }

  function tell({ channel, oldest = '0', cursor = '0' }: Readonly<Record<string, string>>): Fate['answer'] {
    const from = Number(cursor);
    const all = api.stored.filter((message) => message.channel === channel && Number(message.ts) > Number(oldest)).toReversed();
    const next = from + web.pageSize;
    return json({
      ok: true,
      messages: all.slice(from, next),
      has_more: next < all.length,
      response_metadata: { next_cursor: next < all.length ? String(next) : '' },
    });
  }

  function answerTo(method: string, args: Readonly<Record<string, string>>): Fate['answer'] {
    if (method === 'chat.postMessage') return take(args);
    if (method === 'conversations.history') return web.unreadable ?? tell(args);
    if (method === 'auth.test' && web.home !== undefined) return web.home;
    return json({ ok: true, team_id: 'T000000001', user: { id: args['user'], real_name: 'Amina', profile: {} } });
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const args = Object.fromEntries(new URLSearchParams(await text(request)));
    const method = (request.url ?? '').replace('/api/', '');
    api.calls.push({ method, args });
    answerTo(method, args)(response);
  }

  const { url, close } = await serve((request, response) => void handle(request, response).catch(() => response.destroy()));
  onTestFinished(close);
  const web: WebApi = { ...api, url: `${url}/api/`, unreadable: undefined, home: undefined, pageSize: 200 };
  return web;
}
