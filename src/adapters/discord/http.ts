import { InteractionResponseType } from 'discord-api-types/v10';
import type { Adapter, Log } from '../../chat/adapter.ts';
import { belongsOver } from './belonging.ts';
import { type Act, type Completion, type Decoded, decode } from './decode.ts';
import { Desk } from './desk.ts';
import { limits } from './limits.ts';
import { openPosts } from './post.ts';
import { openRest } from './rest.ts';
import { isGenuine, readPublicKey } from './verify.ts';

type Settings = {
  readonly publicKey: string;
  /** The bot's token; without one nothing is sent but answers. */
  readonly token?: string;
  readonly apiUrl?: string;
  readonly log: Log;
};

export type DiscordOverHttp = {
  readonly adapter: Adapter;
  /** Answers `POST /discord/interactions`, whoever serves it. */
  readonly route: (request: Request) => Promise<Response>;
};

/** Discord over HTTP interactions: it posts each one here, signed, and reads the first response from the answer. Answering needs no token of the bot. */
export function discordOverHttp({ publicKey, token, apiUrl, log }: Settings): DiscordOverHttp {
  const key = readPublicKey(publicKey);
  const desk = new Desk(openRest(apiUrl), log, token === undefined ? undefined : belongsOver(token, apiUrl));

  async function route(request: Request): Promise<Response> {
    const refused = refuseUnread(request);
    if (refused !== undefined) return refused;
    const body = await readBody(request);
    // What was not read is in the way of the next request.
    if (body === undefined) return say(413, 'That is more than an interaction.', { connection: 'close' });
    const { headers } = request;
    const signed = { signature: headers.get('x-signature-ed25519'), timestamp: headers.get('x-signature-timestamp'), body };
    return isGenuine(key, signed) ? answer(desk, decode(parse(body))) : say(401, 'The signature is not valid.');
  }

  const adapter: Adapter = {
    name: 'discord over HTTP',
    platform: 'discord',
    ...openPosts(token, apiUrl),
    start: async (doors) => desk.open(doors),
    stop: () => desk.close(),
  };
  return { adapter, route };
}

function refuseUnread({ method, headers }: Request): Response | undefined {
  if (method !== 'POST') return say(405, 'Interactions are posted here.', { allow: 'POST' });
  return /^application\/json\b/i.test(headers.get('content-type') ?? '') ? undefined : say(415, 'An interaction is JSON.');
}

async function answer(desk: Desk, decoded: Decoded | undefined): Promise<Response> {
  if (decoded === undefined) return say(400, 'That is no interaction.');
  if (decoded.kind === 'ping') return Response.json({ type: InteractionResponseType.Pong });
  return desk.isOpen ? firstResponse(desk, decoded) : say(503, 'Not ready, or closing.');
}

async function firstResponse(desk: Desk, one: Act | Completion): Promise<Response> {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const work = desk.take(one, (response) => resolve(Response.json(response)));
  if (work === undefined) return say(409, 'This interaction was answered before.');
  // Only what could not be answered at all comes to its end without a response.
  void work.then(() => resolve(say(500, 'No answer could be given.')));
  return promise;
}

function say(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
}

/** The bytes that were signed; undefined when there are too many. */
async function readBody(request: Request): Promise<Buffer | undefined> {
  const announced = request.headers.get('content-length');
  if (announced !== null) return Number(announced) <= limits.body ? Buffer.from(await request.arrayBuffer()) : undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limits.body) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
