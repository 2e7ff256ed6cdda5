import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Chance } from './chance.ts';
import { kinds, team } from './furnish.ts';

/** A message that a chat has taken. `key` is the beginning of the message's id in the bot's queue, `title` its first line. */
export type Post = { readonly to: string; readonly key: string; readonly title: string; readonly id: string; readonly at: number; readonly blocks: unknown };

/** Both chats in one process, which keeps what it took however often the bot dies. */
export type Peer = {
  readonly port: number;
  readonly posts: readonly Post[];
  /** What came to an interaction after its first response. */
  heard(interaction: string): string;
  close(): Promise<void>;
};

type Json = Readonly<Record<string, unknown>>;

const slackBlocks = z.array(z.looseObject({ block_id: z.string().optional(), text: z.object({ text: z.string() }).optional() }));
const discordMessage = z.object({
  nonce: z.string().optional(),
  components: z.tuple([z.looseObject({ components: z.array(z.looseObject({ content: z.string().optional() })) })]),
});

/** Each request takes so long at most before it is taken, and again before it is answered, in milliseconds. */
const slowest = 120;

/** For how long Discord answers a nonce with the message that stands. */
const nonceHolds = 180_000;

const discordEpoch = 1_420_070_400_000;

/** `clock` is the one that the bot's machine shows. */
export async function startPeer(chance: Chance, clock: () => number): Promise<Peer> {
  const posts: Post[] = [];
  const late = new Map<string, string>();
  let made = 0;

  function take(post: Omit<Post, 'id'>, idAt: (at: number, number: number) => string): Post {
    made += 1;
    const taken = { ...post, id: idAt(post.at, made) };
    posts.push(taken);
    return taken;
  }

  function postToSlack(given: URLSearchParams, at: number): Json {
    const blocks = slackBlocks.parse(JSON.parse(given.get('blocks') ?? '[]'));
    const key = blocks.find((block) => block.block_id?.startsWith('is3c:'))?.block_id?.slice(5) ?? '';
    const to = given.get('channel') ?? '';
    const { id } = take({ to, key: keyOf(key), title: blocks[0]?.text?.text ?? '', at, blocks }, slackStamp);
    return { ok: true, channel: to.replace(/^U/, 'D'), ts: id };
  }

  /** Newest first, in pages; the scope for a private channel's history was not granted. */
  function readSlack(given: URLSearchParams): Json {
    const channel = given.get('channel') ?? '';
    if (!channel.startsWith(kinds.slackRead)) return { ok: false, error: 'missing_scope' };
    const from = Number(given.get('cursor') || 0);
    const until = from + Number(given.get('limit'));
    const told = posts.filter(({ to, at }) => to === channel && at >= Number(given.get('oldest')) * 1_000).toReversed();
    const more = told.length > until;
    const messages = told.slice(from, until).map(({ id, blocks }) => ({ ts: id, blocks }));
    return { ok: true, messages, has_more: more, response_metadata: { next_cursor: more ? String(until) : '' } };
  }

  function slack(method: string, given: URLSearchParams, at: number): Json {
    switch (method) {
      case 'auth.test':
        return { ok: true, team_id: team, user_id: 'U0BOT', bot_id: 'B0BOT' };
      case 'users.info':
        return { ok: true, user: { id: given.get('user'), locale: 'en-GB', tz: 'UTC', real_name: 'A Chair' } };
      case 'chat.postMessage':
        return postToSlack(given, at);
      case 'conversations.history':
        return readSlack(given);
      default:
        return { ok: false, error: 'unknown_method' };
    }
  }

  function postToDiscord(to: string, raw: unknown, at: number): Json {
    const { nonce = '', components } = discordMessage.parse(raw);
    const standing = posts.find((one) => one.to === to && one.key === nonce && at - one.at < nonceHolds);
    const title = /^#* ?(.*)/.exec(components[0].components[0]?.content ?? '')?.[1]?.replaceAll('\\', '') ?? '';
    return { id: (standing ?? take({ to, key: nonce, title, at, blocks: components }, snowflake)).id };
  }

  /** Without the right to read, Discord tells of no message and refuses nothing. */
  function readDiscord(channel: string, query: URLSearchParams): readonly Json[] {
    const before = BigInt(query.get('before') ?? '9223372036854775807');
    const told = channel.startsWith(kinds.discordUnread) ? [] : posts.filter(({ to, id }) => to === channel && BigInt(id) < before);
    return told
      .toReversed()
      .slice(0, Number(query.get('limit')))
      .map(({ id, blocks }) => ({ id, components: blocks }));
  }

  function discord(method: string, path: string, query: URLSearchParams, body: string, at: number): unknown {
    const [kind = '', id = '', token = ''] = path.split('/');
    if (kind === 'webhooks') {
      late.set(token, body);
      return { id: '1' };
    }
    if (kind === 'users') return { id: z.object({ recipient_id: z.string() }).parse(JSON.parse(body)).recipient_id.replace(/^14/, '17') };
    return method === 'GET' ? readDiscord(id, query) : postToDiscord(id, JSON.parse(body), at);
  }

  function answer(method: string, { pathname, searchParams }: URL, body: string, at: number): unknown {
    const [, place, ...rest] = pathname.split('/');
    if (place === 'slack') return slack(rest.join('/'), new URLSearchParams(body), at);
    if (place === 'discord') return discord(method, rest.slice(1).join('/'), searchParams, body, at);
    late.set(rest.join('/'), body);
    return { ok: true };
  }

  /** What arrived is taken, also when whoever sent it is dead by now and the clock of the next life is far ahead: it arrived when it did. */
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const at = clock();
    await sleep(chance() * slowest);
    const answered = answer(request.method ?? '', new URL(request.url ?? '', 'http://peer'), body, at);
    await sleep(chance() * slowest);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answered));
  }

  // A request that broke off in the middle was never sent.
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the peer has no port');
  return {
    port: address.port,
    posts,
    heard: (interaction) => late.get(interaction) ?? '',
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A message's id as it fits into Discord's nonce. */
export function keyOf(id: string): string {
  return id.replaceAll('-', '').slice(0, 25);
}

function slackStamp(at: number, number: number): string {
  return `${Math.floor(at / 1_000)}.${String(number).padStart(6, '0')}`;
}

function snowflake(at: number, number: number): string {
  return String((BigInt(at - discordEpoch) << 22n) | BigInt(number));
}
