import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { abreast, type Slice, sliceOf } from './measure.ts';

/** What signs the requests of a run: the secret that Slack would share, and the key that Discord would hold. */
export const slackSecret = 'bench-signing-secret';
const pair = generateKeyPairSync('ed25519');
export const discordPublicKey: string = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const discordKey: KeyObject = pair.privateKey;

export type Kind = 'slack' | 'discord';

/** A signed request. */
export type Message = { readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: string };

let made = 0;

/** The workspace and the server that requests come from. */
export const team = 'T0001BENCH';
export const guild = '100000000000000002';

/** Who sends, on either platform; coordinators where the bot is told so. */
export const senders = `slack:${team}:U0001,discord:100000000000000004`;

/** Where nobody listens. */
const nowhere = 'http://127.0.0.1:9/response';

/** One person in each chat. */
const somebody: Readonly<Record<Kind, string>> = { slack: 'U0001', discord: '100000000000000004' };

/** One request as Slack sends it, each with an id of its own and its own signature. */
function slackCommand(text: string, user: string): Message {
  made += 1;
  return slackMessage({
    token: 'gone',
    team_id: team,
    team_domain: 'bench',
    channel_id: 'C0001',
    channel_name: 'general',
    user_id: user,
    user_name: 'bench',
    command: '/is3c',
    text,
    api_app_id: 'A0001',
    is_enterprise_install: 'false',
    response_url: nowhere,
    trigger_id: `${made}.1`,
  });
}

/** A press of a button in a message that everybody in a channel sees. */
export function slackPress(button: object, { user, channel, responseUrl = nowhere }: { user: string; channel: string; responseUrl?: string }): Message {
  made += 1;
  const payload = {
    type: 'block_actions',
    team: { id: team, domain: 'bench' },
    user: { id: user, name: 'bench', team_id: team },
    api_app_id: 'A0001',
    is_enterprise_install: false,
    container: { type: 'message', message_ts: '1.000001', channel_id: channel, is_ephemeral: false },
    channel: { id: channel, name: 'news' },
    state: { values: {} },
    trigger_id: `${made}.1`,
    response_url: responseUrl,
    actions: [{ ...button, block_id: 'b', action_ts: `${made}.1` }],
  };
  return slackMessage({ payload: JSON.stringify(payload) });
}

function slackMessage(fields: Readonly<Record<string, string>>): Message {
  const body = new URLSearchParams(fields).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac('sha256', slackSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  return {
    path: '/slack/events',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature },
    body,
  };
}

/** One request as Discord sends it: a command with its options. */
function discordCommand(name: string, options: Options, user: string): Message {
  made += 1;
  const body = JSON.stringify({
    id: String(1_000_000_000_000_000_000n + BigInt(made)),
    application_id: '100000000000000001',
    type: 2,
    token: `bench-${made}`,
    version: 1,
    guild_id: guild,
    channel_id: '100000000000000003',
    channel: { id: '100000000000000003', type: 0 },
    member: {
      user: { id: user, username: 'bench', discriminator: '0', global_name: 'Bench', avatar: null },
      roles: [],
      permissions: '0',
      joined_at: '2021-01-01T00:00:00Z',
      deaf: false,
      mute: false,
      flags: 0,
    },
    locale: 'en-GB',
    guild_locale: 'en-GB',
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: {},
    context: 0,
    data: {
      id: '100000000000000005',
      name: 'is3c',
      type: 1,
      options: [{ type: 1, name, options: Object.entries(options).map(([option, value]) => ({ type: 3, name: option, value })) }],
    },
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  return {
    path: '/discord/interactions',
    headers: {
      'content-type': 'application/json',
      'x-signature-timestamp': timestamp,
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), discordKey).toString('hex'),
    },
    body,
  };
}

type Options = Readonly<Record<string, string>>;

/** A command with options as either platform carries them: Slack as a line, in their order, the last one without its name. */
export function command(kind: Kind, name: string, options: Options = {}, user: string = somebody[kind]): Message {
  if (kind === 'discord') return discordCommand(name, options, user);
  const entries = Object.entries(options);
  return slackCommand([name, ...entries.map(([option, value], index) => (index === entries.length - 1 ? value : `${option}:${value}`))].join(' '), user);
}

/** What is sent, one request after the other, and how a good answer is told. */
export type Load = { readonly kind: Kind; next(): Message; isGood(answer: string): boolean };

/** Sends signed commands for so many milliseconds, each as soon as an earlier one is answered. Rejects when an answer is not a good one. */
export function slice(port: number, load: Load, milliseconds: number): Promise<Slice> {
  const agent = new Agent({ keepAlive: true, maxSockets: abreast });
  return sliceOf(() => send(agent, port, load), milliseconds).finally(() => agent.destroy());
}

function send(agent: Agent, port: number, load: Load): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const { path, headers, body } = load.next();
  const from = performance.now();
  const sent = request(
    { agent, host: '127.0.0.1', port, path, method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
    (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const taken = performance.now() - from;
        const said = Buffer.concat(chunks).toString();
        if (answer.statusCode === 200 && load.isGood(said)) resolve(taken);
        else reject(new Error(`${path} answered ${answer.statusCode} with ${said.slice(0, 600)}`));
      });
    },
  );
  sent.on('error', (cause) => reject(new Error(`${path} at ${port} broke off after ${Math.round(performance.now() - from)} ms`, { cause })));
  sent.end(body);
  return promise;
}

/** Sends one request and gives back the body, so that a run can show that it measures true answers. */
export async function askOnce(port: number, { path, headers, body }: Message): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}
