import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discordOverHttp } from '../../../src/adapters/discord/http.ts';
import { Seen } from '../../../src/adapters/discord/seen.ts';
import { makeSigner } from '../../support/discord.ts';
import { changeForm, command, direct, doors, openLog, ping, plainCard, press, refusal, submit, typing } from './payloads.ts';
import { type Peer, startPeer } from './peer.ts';

const signer = makeSigner();
const { log, lines } = openLog();
const house = doors(({ invoke }) => {
  if (invoke.command === 'milestone change') return changeForm;
  return invoke.options['old'] === undefined ? plainCard(invoke.command) : refusal({ code: 'old-button', params: {} });
});

let peer: Peer;
let server: Server;
let address: string;
let discord: ReturnType<typeof discordOverHttp>;

beforeAll(async () => {
  peer = await startPeer();
  discord = discordOverHttp({ publicKey: signer.publicKey, apiUrl: peer.url, log });
  const listener = getRequestListener(discord.route);
  server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  address = `http://127.0.0.1:${at !== null && typeof at === 'object' ? at.port : 0}/discord/interactions`;
  expect((await post(command('home'))).status).toBe(503);
  await discord.adapter.start(house);
});

afterAll(async () => {
  await discord.adapter.stop();
  server.closeAllConnections();
  server.close();
  await peer.close();
});

async function send(request: Request): Promise<Response> {
  return fetch(address, { method: request.method, headers: request.headers, ...(request.body !== null && { body: await request.arrayBuffer() }) });
}

const post = (raw: object | string, at?: Date, extra?: Readonly<Record<string, string>>) =>
  send(signer.request(typeof raw === 'string' ? raw : JSON.stringify(raw), at, extra));
const minutes = (count: number) => new Date(Date.now() + count * 60_000);

test('answers a ping', async () => {
  const response = await post(ping());
  expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([200, 'application/json', { type: 1 }]);
});

test('answers commands, presses, forms and completion in the response itself', async () => {
  const types: unknown[] = [];
  for (const raw of [
    command('home'),
    command('me show', {}, direct),
    press('1|home'),
    press('v0:old'),
    command('milestone change'),
    submit('1|home|~=1', { a: 'b' }),
    typing('home', 'a', 'b'),
  ]) {
    types.push(await (await post(raw)).json());
  }
  expect(types).toMatchObject([4, 4, 7, 4, 9, 4, 8].map((type) => ({ type })));
  expect(peer.calls).toEqual([]);
});

test('a promise is the response, and is kept over REST', async () => {
  const slow = discordOverHttp({ publicKey: signer.publicKey, apiUrl: peer.url, log });
  await slow.adapter.start(doors(() => plainCard('Late'), 1_700));
  const raw = peer.send(command('home'));
  const response = await slow.route(signer.request(JSON.stringify(raw)));
  expect(await response.json()).toEqual({ type: 5, data: { flags: 64 } });
  setTimeout(() => peer.acknowledge(raw), 400);
  await slow.adapter.stop();
  expect(peer.calls.filter(({ path }) => path.includes(raw.token)).map(({ method, body }) => [method, body.includes('## Late')])).toContainEqual([
    'PATCH',
    true,
  ]);
  expect(lines).toEqual([]);
});

test('a refused form that is too long for a message is promised, and comes with a file', async () => {
  const refusing = discordOverHttp({ publicKey: signer.publicKey, apiUrl: peer.url, log });
  await refusing.adapter.start(doors(() => refusal({ code: 'date-unreadable', params: { said: 'x' } }, { when: 'Not a date.' })));
  const raw = peer.send(submit('1|milestone change|~=1', { text: `${'*'.repeat(3_999)}!` }));
  const response = await refusing.route(signer.request(JSON.stringify(raw)));
  expect(await response.json()).toEqual({ type: 5, data: { flags: 64 } });
  peer.acknowledge(raw);
  await refusing.adapter.stop();
  const [edit] = peer.calls.filter(({ path }) => path.includes(raw.token)).slice(-1);
  expect(edit?.type).toMatch(/^multipart\/form-data/);
  expect(edit?.body).toContain(`filename="text.txt"`);
  expect(edit?.body).toContain(`${'*'.repeat(3_999)}!`);
});

test('a forged, stale or future signature is refused, and so is a copy', async () => {
  const heard = house.heard.length;
  const body = JSON.stringify(command('home'));
  const other = makeSigner().request(body);
  const statuses = [
    await send(other),
    await send(new Request(address, { method: 'POST', headers: signer.request(body).headers, body: `${body} ` })),
    await post(body, minutes(-6)),
    await post(body, minutes(6)),
    await post(body, new Date(), { 'x-signature-ed25519': 'zz' }),
    await post(body, new Date(), { 'x-signature-ed25519': '' }),
    await post(body, new Date(), { 'x-signature-timestamp': '' }),
    await post(body, new Date(), { 'x-signature-timestamp': 'NaN' }),
  ].map(({ status }) => status);
  expect(statuses).toEqual(Array(8).fill(401));
  expect(house.heard).toHaveLength(heard);

  const genuine = signer.request(body);
  expect((await send(genuine.clone())).status).toBe(200);
  expect((await send(genuine)).status).toBe(409);
  expect(house.heard).toHaveLength(heard + 1);
  expect((await post(ping(), minutes(-4))).status).toBe(200);
});

test('what is no interaction is refused in its own way', async () => {
  expect((await fetch(address)).status).toBe(405);
  expect((await post(command('home'), new Date(), { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await post('not JSON')).status).toBe(400);
  expect((await post({ type: 2 })).status).toBe(400);
  expect((await post('x'.repeat(1_048_577))).status).toBe(413);
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
  const { headers } = signer.request('');
  const cut = await discord.route(new Request(address, { method: 'POST', headers, body: endless, duplex: 'half' }));
  expect([cut.status, cut.headers.get('connection')]).toEqual([413, 'close']);
  expect((await post(ping())).status).toBe(200);
});

test('nothing that is signed can bring it down', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.record({ ...mixed(command('home')), data: fc.anything(), type: fc.integer({ min: 0, max: 6 }) }).map((raw) => JSON.stringify(raw) ?? ''),
      ),
      async (body) => {
        const { status } = await discord.route(signer.request(body));
        expect([200, 400, 409]).toContain(status);
      },
    ),
    { numRuns: 200 },
  );
});

function mixed(raw: object): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.anything() })]),
  );
}

test('a wrong public key is said in plain words', () => {
  expect(() => discordOverHttp({ publicKey: 'abc', log })).toThrow(/DISCORD_PUBLIC_KEY is not the 64 hexadecimal digits/);
});

test('it is remembered which interactions were taken, within bounds', () => {
  const seen = new Seen();
  expect([seen.take('a'), seen.take('a'), seen.take('b')]).toEqual([true, false, true]);
  for (let count = 0; count < 25_000; count += 1) seen.take(String(count));
  expect(seen.take('a')).toBe(false);
  for (let count = 25_000; count < 75_000; count += 1) seen.take(String(count));
  expect(seen.take('a')).toBe(true);
});
