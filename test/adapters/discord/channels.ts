import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { SnowflakeUtil } from 'discord.js';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

type Answer = (response: ServerResponse) => void;

/** What becomes of one message: whether Discord has it, and what the bot hears. */
export type Fate = { readonly arrives: boolean; readonly answer: Answer };

const message = z.looseObject({ nonce: z.string(), enforce_nonce: z.literal(true), components: z.array(z.looseObject({ id: z.int() })) });

type Stored = z.output<typeof message> & { readonly id: string; readonly channel: string; readonly at: number };

/** Discord's channels, where the twin has no word for them: refusals at will, broken lines, nonces and direct messages. */
export type Channels = {
  readonly url: string;
  /** The next messages for a channel; afterwards all go well. */
  readonly fates: Map<string, Fate[]>;
  /** What arrived, the oldest first. */
  readonly stored: Stored[];
  readonly calls: { readonly method: string; readonly path: string; readonly authorization: string | undefined; readonly body: unknown }[];
  /** The answer to who opens direct messages, or reads a channel, in place of what would be said. */
  unopened: Answer | undefined;
  unreadable: Answer | undefined;
  /** The servers in which the bot is, or the answer in place of their list. */
  servers: readonly string[] | Answer;
  /** How long ago Discord forgot nonces, in milliseconds. */
  nonceHolds: number;
  /** Puts a message of somebody else there. */
  write(channel: string, at?: Date): void;
};

export const json =
  (body: object, status = 200, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

export const refuses = (code: number, status = 403): Fate => ({ arrives: false, answer: json({ code, message: 'refused' }, status) });
export const cut: Answer = (response) => void response.destroy();
export const cutWithin: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"id":"1",', () => response.destroy());
};

/** The channel and, where one is named, the message that an address is about. */
function placeIn(pathname: string): { readonly channel: string; readonly id: string } {
  const [, channel = '', id = ''] = /^\/api\/v10\/channels\/(\w+)\/messages(?:\/(\w+))?$/.exec(pathname) ?? [];
  return { channel, id };
}

export async function startChannels(): Promise<Channels> {
  const kept = { fates: new Map<string, Fate[]>(), stored: [] as Stored[], calls: [] as Channels['calls'][number][] };
  const newId = (at: number): string => String(SnowflakeUtil.generate({ timestamp: at }));

  function store(channel: string, body: unknown): Stored {
    const parsed = message.parse(body);
    const same = kept.stored.find((one) => one.channel === channel && one.nonce === parsed.nonce && Date.now() - one.at < channels.nonceHolds);
    const stored = same ?? { ...parsed, id: newId(Date.now()), channel, at: Date.now() };
    if (same === undefined) kept.stored.push(stored);
    return stored;
  }

  function take(channel: string, body: unknown): Answer {
    const fate = kept.fates.get(channel)?.shift();
    if (fate?.arrives === false) return fate.answer;
    const { id } = store(channel, body);
    return fate?.answer ?? json({ id, channel_id: channel });
  }

  function tell(channel: string, query: URLSearchParams): Answer {
    const before = BigInt(query.get('before') ?? '9223372036854775807');
    const told = kept.stored.filter((one) => one.channel === channel && BigInt(one.id) < before).toSorted((a, b) => Number(BigInt(b.id) - BigInt(a.id)));
    return json(told.slice(0, Number(query.get('limit'))));
  }

  function change(channel: string, id: string): Answer {
    return kept.fates.get(channel)?.shift()?.answer ?? json({ id, channel_id: channel });
  }

  function list(query: URLSearchParams): Answer {
    if (typeof channels.servers === 'function') return channels.servers;
    const after = channels.servers.filter((id) => BigInt(id) > BigInt(query.get('after') ?? '0'));
    return json(after.slice(0, Number(query.get('limit'))).map((id) => ({ id, name: 'A server' })));
  }

  function answerTo(method: string, { pathname, searchParams }: URL, body: unknown): Answer {
    if (pathname === '/api/v10/users/@me/channels') return channels.unopened ?? json({ id: 'D1', type: 1 });
    return pathname === '/api/v10/users/@me/guilds' ? list(searchParams) : answerIn(placeIn(pathname), method, searchParams, body);
  }

  function answerIn({ channel, id }: ReturnType<typeof placeIn>, method: string, searchParams: URLSearchParams, body: unknown): Answer {
    if (method === 'PATCH') return change(channel, id);
    return method === 'POST' ? take(channel, body) : (channels.unreadable ?? tell(channel, searchParams));
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const said = await text(request);
    const body: unknown = said === '' ? undefined : JSON.parse(said);
    kept.calls.push({ method, path: url.replace('/api/v10', ''), authorization: headers.authorization, body });
    answerTo(method, new URL(url, 'http://peer'), body)(response);
  }

  const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the peer has no port');
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const channels: Channels = {
    ...kept,
    url: `http://127.0.0.1:${address.port}/api`,
    unopened: undefined,
    unreadable: undefined,
    servers: [],
    nonceHolds: 300_000,
    write: (channel, at = new Date()) =>
      void kept.stored.push({ nonce: '', enforce_nonce: true, components: [{ id: 1 }], id: newId(at.getTime()), channel, at: at.getTime() }),
  };
  return channels;
}
