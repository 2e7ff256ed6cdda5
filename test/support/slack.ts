import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEmulator } from 'emulate';
import { z } from 'zod';

export const signingSecret = '0123456789abcdef0123456789abcdef';
export const botToken = 'xoxb-111111111111-222222222222-thebotofthetests';
export const appToken = 'xapp-1-A0000000001-111111111111-theappofthetests';

/** The emulator's own workspace, person and channel. */
export const home = { team: 'T000000001', user: 'U000000001', channel: 'C000000001' } as const;

const app = { app_id: 'A000000001', bot_id: 'B000000001', bot_user_id: 'U000000B01', bot_name: 'is3c' } as const;

/** Listens on a free port of this machine. */
export async function serve(listener: RequestListener): Promise<{ readonly url: string; readonly server: Server; close(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, server, close };
}

/** The headers with which Slack signs a body. */
export function signed(body: string, at = Date.now() / 1000, secret = signingSecret): Record<string, string> {
  const stamp = String(Math.floor(at));
  const hash = createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': stamp, 'x-slack-signature': `v0=${hash}` };
}

type Payload = Readonly<Record<string, unknown>>;

const json = z.record(z.string(), z.unknown());

/** A slash command as Slack encodes it. */
export function commandBody(payload: Readonly<Record<string, string>>): string {
  return new URLSearchParams(payload).toString();
}

/** A press or a submission as Slack encodes it. */
export function payloadBody(payload: Payload): string {
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}

const form = 'application/x-www-form-urlencoded';

/** Posts a body as Slack does: signed, and gone after three seconds. */
export function post(url: string, body: string, headers: Readonly<Record<string, string>> = signed(body), type = form): Promise<Response> {
  return fetch(`${url}/slack/events`, { method: 'POST', headers: { 'content-type': type, ...headers }, body, signal: AbortSignal.timeout(3_000) });
}

export function postEvent(url: string, event: Payload, headers?: Readonly<Record<string, string>>): Promise<Response> {
  const body = JSON.stringify(event);
  return post(url, body, headers ?? signed(body), 'application/json');
}

/** One call of the Web API: its method and its arguments, JSON parsed. */
type Call = { readonly method: string; readonly args: Payload };

export type SlackPeer = {
  readonly url: string;
  readonly apiUrl: string;
  readonly server: Server;
  /** What reached the Web API, and what it answered. */
  readonly calls: (Call & { readonly answer: Payload })[];
  /** What was posted to response_urls. */
  readonly responses: Payload[];
  readonly responseUrl: string;
  /** What the next calls of a method, or posts to the response_url (`response`), wait in milliseconds. */
  readonly delays: Map<string, number>;
  /** What was uploaded as a file. */
  fileOf(id: string): Promise<string>;
  /** A trigger as it comes with a command, or with a press in a view. */
  trigger(view?: string): Promise<string>;
  close(): Promise<void>;
};

/**
 * A Slack on real sockets: the emulator's Web API with strict scopes, behind a door that notes what passes and adds what the emulator
 * leaves out, which are response_urls, languages and time zones.
 */
export async function startSlackPeer(socketUrl?: () => string, moreScopes: readonly string[] = []): Promise<SlackPeer> {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        strict_scopes: true,
        oauth_apps: [{ ...app, client_id: '1.2', client_secret: 'secret', name: 'IS3C bot', redirect_uris: [] }],
        tokens: [{ ...app, token: botToken, type: 'bot', scopes: ['commands', 'chat:write', 'users:read', ...moreScopes], user_id: app.bot_user_id }],
      },
    },
  });
  const calls: SlackPeer['calls'] = [];
  const responses: Payload[] = [];
  const delays = new Map<string, number>();

  async function api(method: string, body: string, authorization: string): Promise<Payload> {
    // The emulator takes any token for its first person's; Slack does not.
    const needed = method === 'apps.connections.open' ? appToken : botToken;
    if (authorization !== `Bearer ${needed}`) return refused;
    if (needed === appToken) return { ok: true, url: socketUrl?.() };
    const response = await fetch(`${emulator.url}/api/${method}`, { method: 'POST', headers: { authorization, 'content-type': form }, body });
    const answer = json.parse(await response.json());
    return method === 'users.info' ? withLocale(answer) : answer;
  }

  /** What the door answers to a post at a path; undefined where nothing stands. */
  async function answerTo(path: string, body: string, authorization: string): Promise<Payload | undefined> {
    if (path === '/response') {
      responses.push(json.parse(JSON.parse(body)));
      return { ok: true };
    }
    if (!path.startsWith('/api/')) return undefined;
    const method = path.slice('/api/'.length);
    const answer = await api(method, body, authorization);
    calls.push({ method, args: argumentsOf(body), answer });
    return answer;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', headers } = request;
    const body = await text(request);
    await sleep(delays.get(url.slice(url.lastIndexOf('/') + 1)) ?? 0);
    // Whoever gave up meanwhile has gone, and what they asked for is nobody's call any more.
    if (response.destroyed) return;
    const answer = await answerTo(url, body, headers.authorization ?? '');
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  const door = await serve((request, response) => void handle(request, response).catch(() => response.destroy()));
  return {
    url: door.url,
    apiUrl: `${door.url}/api/`,
    server: door.server,
    calls,
    responses,
    responseUrl: `${door.url}/response`,
    delays,
    async fileOf(id) {
      const { file } = z.object({ file: z.object({ url_private: z.string() }) }).parse(await api('files.info', `file=${id}`, `Bearer ${botToken}`));
      return (await fetch(file.url_private, { headers: { authorization: `Bearer ${botToken}` } })).text();
    },
    async trigger(view) {
      const asked = new URLSearchParams({ user_id: home.user, ...(view !== undefined && { view_id: view }) });
      const { trigger_id: trigger } = await api('views.generateTriggerId', asked.toString(), `Bearer ${botToken}`);
      return String(trigger);
    },
    async close() {
      await door.close();
      await emulator.close();
    },
  };
}

function argumentsOf(body: string): Payload {
  return Object.fromEntries([...new URLSearchParams(body)].map(([name, value]) => [name, /^[[{]/.test(value) ? JSON.parse(value) : value]));
}

function withLocale(answer: Payload): Payload {
  return answer['ok'] === true ? { ...answer, user: { ...json.parse(answer['user']), locale: 'fr-FR', tz: 'Africa/Nairobi' } } : answer;
}

const refused: Payload = { ok: false, error: 'invalid_auth' };

/** Sends a request and hangs up after so long, as Slack does; tells whether an answer came. */
export function hangUp(url: string, body: string, after = 3_000): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const headers = { host: hostname, 'content-type': form, 'content-length': String(Buffer.byteLength(body)), ...signed(body) };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((done) => {
    const socket = connect(Number(port), hostname);
    const timer = setTimeout(() => {
      socket.destroy();
      done(false);
    }, after);
    socket.once('data', () => {
      clearTimeout(timer);
      socket.destroy();
      done(true);
    });
    socket.on('error', () => undefined);
    socket.write(`POST /slack/events HTTP/1.1\r\n${head.join('')}\r\n${body}`);
  });
}
