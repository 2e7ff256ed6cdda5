import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Log } from './chat/adapter.ts';
import { languageOf, wordsFor } from './text/words.ts';

// How a command line reaches the server that holds the data folder: through a socket in the folder, or through a port of this machine where
// no socket can be, and with a secret that only the folder's owner can read.

const requestShape = z.object({
  /** The command line, without the program's name. */
  args: z.array(z.string()),
  /** Zero where the terminal does not tell. */
  columns: z.number().int().nonnegative(),
  colours: z.boolean(),
  /** An IANA zone. */
  zone: z.string(),
  /** A BCP-47 tag. */
  locale: z.string().optional(),
});

const responseShape = z.object({ output: z.string(), error: z.string(), exit: z.literal([0, 1, 2, 3]) });

const cardShape = z.object({ secret: z.string().min(1), port: z.number().int().positive().optional() });

/** A command line and the terminal it was typed at. */
export type BridgeRequest = z.output<typeof requestShape>;

/** What to print where, and the code to end with. */
export type BridgeResponse = z.output<typeof responseShape>;

type Card = z.output<typeof cardShape>;

const largestBody = 1_000_000;

/** In milliseconds: how long a question may take to arrive, an answer to be made, and what is under way to end when the bridge closes. */
const patience = { question: 5_000, answer: 30_000, farewell: 2_000 } as const;

const cardFile = (data: string): string => join(data, 'server.json');
const socketFile = (data: string): string => join(resolve(data), 'is3c.sock');

/** Removes what an earlier server left. Only for the holder of the folder's lock, and the first thing it does. */
export function clearCard(data: string): void {
  for (const file of [cardFile(data), `${cardFile(data)}.part`, socketFile(data)]) rmSync(file, { force: true });
}

/** Opens the bridge, for the holder of the folder's lock; what it returns closes it when what was asked is answered. */
export async function openBridge(data: string, answer: (asked: BridgeRequest) => Promise<BridgeResponse>, log: Log): Promise<() => Promise<void>> {
  const secret = randomBytes(32).toString('base64url');
  const server = createServer({ requestTimeout: patience.question, headersTimeout: patience.question }, (incoming, outgoing) => {
    void reply(incoming, outgoing, { secret, answer }).catch((error: unknown) => {
      log.error({ error }, 'a command line was not answered');
      end(outgoing, 500);
    });
  });
  clearCard(data);
  const port = await listen(server, socketFile(data));
  server.on('error', (error) => log.error({ error }, 'the bridge to the command line failed'));
  writeCard(data, port === undefined ? { secret } : { secret, port });
  return () => close(server, data);
}

/** The port, or undefined where a socket could be made: its path may be some 100 bytes long, and not every mount can hold one. */
async function listen(server: Server, path: string): Promise<number | undefined> {
  if (await listenAt(server, { path })) return undefined;
  if (!(await listenAt(server, { host: '127.0.0.1', port: 0 }))) throw new Error('neither a socket nor a port can be opened for the command line');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : undefined;
}

function listenAt(server: Server, at: { readonly path: string } | { readonly host: string; readonly port: number }): Promise<boolean> {
  const { promise, resolve: settle } = Promise.withResolvers<boolean>();
  const refused = (): void => settle(false);
  server.once('error', refused);
  // The socket is made within this call: it is its owner's from its first moment, and no other file is made under this mask.
  const mask = process.umask(0o177);
  try {
    server.listen(at, () => settle(true));
  } finally {
    process.umask(mask);
  }
  return promise.finally(() => server.off('error', refused));
}

function writeCard(data: string, card: Card): void {
  const part = `${cardFile(data)}.part`;
  writeFileSync(part, JSON.stringify(card), { mode: 0o600 });
  renameSync(part, cardFile(data));
}

async function close(server: Server, data: string): Promise<void> {
  rmSync(cardFile(data), { force: true });
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), patience.farewell);
  await closed;
  clearTimeout(late);
}

type Bridge = { readonly secret: string; readonly answer: (asked: BridgeRequest) => Promise<BridgeResponse> };

async function reply(incoming: IncomingMessage, outgoing: ServerResponse, { secret, answer }: Bridge): Promise<void> {
  if (!same(incoming.headers.authorization ?? '', `Bearer ${secret}`)) return end(outgoing, 401);
  if (incoming.method !== 'POST') return end(outgoing, 405);
  const body = await read(incoming);
  if (body === undefined) return end(outgoing, 413);
  const asked = requestShape.safeParse(parse(body));
  if (!asked.success) return end(outgoing, 400);
  end(outgoing, 200, JSON.stringify(await answer(asked.data)));
}

/** Compares digests, so that neither the time nor the length tells anything. */
function same(given: string, expected: string): boolean {
  const digest = (said: string): Buffer => createHash('sha256').update(said).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function end(outgoing: ServerResponse, status: number, body = ''): void {
  if (outgoing.headersSent) return;
  outgoing.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(body);
}

/** The body, or undefined for one that is too long; it is heard to its end, so that the refusal arrives. */
async function read(incoming: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= largestBody) chunks.push(bytes);
  }
  return size > largestBody ? undefined : Buffer.concat(chunks).toString('utf8');
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/**
 * Asks the server that holds the folder. Undefined when none has put its card there, none listens, or the card is a stranger's: whoever asks
 * tries the lock again. A server that stops before it has answered is an answer too, in plain words.
 */
export async function askServer(data: string, asked: BridgeRequest): Promise<BridgeResponse | undefined> {
  const card = readCard(data);
  if (card === undefined) return undefined;
  const answered = await send(data, card, JSON.stringify(asked));
  if (answered === 'nobody') return undefined;
  const response = responseShape.safeParse(parse(answered));
  if (response.success) return response.data;
  return { output: '', error: `${wordsFor(languageOf(asked.locale) ?? 'en').surface.noAnswer}\n`, exit: 3 };
}

function readCard(data: string): Card | undefined {
  try {
    return cardShape.safeParse(parse(readFileSync(cardFile(data), 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** What came back, `nobody` when it reached none that knows the secret, and nothing when it broke off. */
function send(data: string, { secret, port }: Card, body: string): Promise<string> {
  const { promise, resolve: settle } = Promise.withResolvers<string>();
  const at = port === undefined ? { socketPath: socketFile(data) } : { host: '127.0.0.1', port };
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const asking = request({ ...at, agent: false, method: 'POST', path: '/', headers, timeout: patience.answer }, (incoming) => {
    if (incoming.statusCode === 401) settle('nobody');
    text(incoming).then(settle, () => settle(''));
  });
  asking.on('timeout', () => asking.destroy());
  asking.on('error', (error) => settle('code' in error && (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') ? 'nobody' : ''));
  asking.end(body);
  return promise;
}
