import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReplays } from '../../../src/adapters/slack/replay.ts';
import { commandBody, payloadBody, post, postEvent, type SlackPeer, serve, signed, startSlackPeer } from '../../support/slack.ts';
import { card } from './house.ts';
import { mount } from './mount.ts';
import { commandPayload, homeOpenedPayload } from './payloads.ts';

let peer: SlackPeer;
let count = 0;

beforeAll(async () => {
  peer = await startSlackPeer();
});
afterAll(() => peer.close());

const open = () => mount(peer.apiUrl, () => card('Answered'));

/** A body that nobody sent before. */
function fresh(): string {
  count += 1;
  return commandBody(commandPayload(`line ${count}`));
}

const seconds = (): number => Date.now() / 1000;

test('a request that Slack signed is answered', async () => {
  const { url } = await open();
  expect((await post(url, fresh())).status).toBe(200);
});

test.each([
  ['without a signature', () => ({})],
  ['with a signature and no timestamp', (body: string) => ({ 'x-slack-signature': signed(body)['x-slack-signature'] ?? '' })],
  ['signed with another secret', (body: string) => signed(body, undefined, 'another secret')],
  ['signed for another body', () => signed('another body')],
  ['of six minutes ago', (body: string) => signed(body, seconds() - 360)],
  ['of an hour ahead', (body: string) => signed(body, seconds() + 3_600)],
  ['with a timestamp that is no number', (body: string) => ({ ...signed(body), 'x-slack-request-timestamp': 'now' })],
  ['with a signature in capitals', (body: string) => ({ ...signed(body), 'x-slack-signature': (signed(body)['x-slack-signature'] ?? '').toUpperCase() })],
])('a request %s is refused', async (_, headersFor) => {
  const { url, doors } = await open();
  const body = fresh();
  const headers: Record<string, string> = headersFor(body);
  expect((await post(url, body, headers)).status).toBe(401);
  expect(doors.seen).toEqual([]);
});

test('the same request again is refused, however its headers are dressed', async () => {
  const { url, doors } = await open();
  const body = fresh();
  const headers = signed(body);
  expect((await post(url, body, headers)).status).toBe(200);
  const dressings: readonly Readonly<Record<string, string>>[] = [
    {},
    { 'x-slack-signature': `${headers['x-slack-signature']}=more` },
    { 'x-slack-request-timestamp': `${headers['x-slack-request-timestamp']}.0` },
    { 'x-slack-request-timestamp': `0x${Number(headers['x-slack-request-timestamp']).toString(16)}` },
  ];
  for (const dressing of dressings) expect((await post(url, body, { ...headers, ...dressing })).status).toBe(401);
  expect(doors.seen).toHaveLength(1);
});

/** Sends the headers at once and the body when told, so that two requests are under way together. */
function begin(url: string, body: string, headers: Readonly<Record<string, string>>): { end(): void; readonly status: Promise<number | undefined> } {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) };
  const sending = request(`${url}/slack/events`, { method: 'POST', headers: { ...headers, ...type } }, (response) => resolve(response.resume().statusCode));
  sending.on('error', reject);
  sending.flushHeaders();
  return { end: () => sending.end(body), status: promise };
}

test('the same request twice at once is answered once', async () => {
  const { url, doors } = await open();
  const body = fresh();
  const headers = signed(body);
  const twins = [begin(url, body, headers), begin(url, body, headers)];
  await new Promise((done) => setTimeout(done, 100));
  for (const twin of twins) twin.end();
  expect((await Promise.all(twins.map(({ status }) => status))).sort()).toEqual([200, 401]);
  expect(doors.seen).toHaveLength(1);
});

test('the same bytes as a retry of Slack’s are acknowledged and run nothing', async () => {
  const { url, doors } = await open();
  const body = JSON.stringify(homeOpenedPayload());
  const headers = signed(body);
  await postEvent(url, homeOpenedPayload(), headers);
  const again = await postEvent(url, homeOpenedPayload(), { ...headers, 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
  expect([again.status, await again.text()]).toEqual([200, '']);
  expect(doors.seen).toHaveLength(1);
});

test('a forged request does not use up the signature of a true one', async () => {
  const { url } = await open();
  const body = fresh();
  const headers = signed(body);
  expect((await post(url, `${body}&more=1`, headers)).status).toBe(401);
  expect((await post(url, body, headers)).status).toBe(200);
});

test('Slack’s probe needs no signature and smuggles nothing in', async () => {
  const { url, doors } = await open();
  const response = await post(url, `ssl_check=1&${fresh()}`, {});
  expect([response.status, await response.text()]).toEqual([200, '']);
  expect(doors.seen).toEqual([]);
});

test('the challenge is echoed to Slack alone', async () => {
  const { url } = await open();
  const challenge = { type: 'url_verification', token: 'x', challenge: '3eZbrw1aBm2rZgRNFdxV' };
  expect(await (await postEvent(url, challenge)).json()).toEqual({ challenge: '3eZbrw1aBm2rZgRNFdxV' });
  expect((await postEvent(url, challenge, {})).status).toBe(401);
});

test.each([
  ['no JSON', 'payload=%7Bbroken', 'application/x-www-form-urlencoded', 400],
  ['null', 'null', 'application/json', 400],
  ['a number', '7', 'application/json', 400],
  ['an array', '[]', 'application/json', 200],
  ['JSON in a form', payloadBody({}), 'application/json', 400],
  ['a form of another kind', 'a=b', 'multipart/form-data; boundary=x', 400],
  ['plain text', 'hello', 'text/plain', 400],
  ['nothing', '', 'application/json', 400],
  ['an event that is a text', '{"event":"x"}', 'application/json', 500],
  ['an event that is null', '{"event":null}', 'application/json', 500],
  ['a press without anything', '{"actions":[],"type":"block_actions"}', 'application/json', 500],
])('a signed body that is %s is answered, and the program lives on', async (_, body, type, status) => {
  const { url, doors } = await open();
  expect((await post(url, body, signed(body), type)).status).toBe(status);
  expect((await post(url, fresh())).status).toBe(200);
  expect(doors.seen).toHaveLength(1);
});

test('a body beyond a megabyte is refused, and the next request is answered', async () => {
  const { url } = await open();
  const body = `text=${'x'.repeat(1_100_000)}`;
  expect((await post(url, body)).status).toBe(413);
  expect((await post(url, fresh())).status).toBe(200);
});

test.each([
  ['GET', '/slack/events', 405],
  ['POST', '/slack/elsewhere', 404],
  ['POST', '//', 404],
])('%s %s is %i', async (method, path, status) => {
  const { url } = await open();
  expect((await fetch(`${url}${path}`, { method })).status).toBe(status);
});

test('nothing is taken before the start', async () => {
  const { slackOverHttp } = await import('../../../src/adapters/slack/adapter.ts');
  const { signingSecret, botToken } = await import('../../support/slack.ts');
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const { listener } = slackOverHttp({ signingSecret, botToken, apiUrl: peer.apiUrl, command: 'is3c', log });
  const { url, close } = await serve(listener);
  expect((await post(url, fresh())).status).toBe(503);
  await close();
});

test('signatures are remembered as long as they could be repeated, and no longer', () => {
  let now = 1_000_000;
  const replays = createReplays(() => now);
  const headers = (stamp: number, digit: string) => ({ 'x-slack-request-timestamp': String(stamp), 'x-slack-signature': `v0=${digit.repeat(64)}` });
  const early = headers(now + 300, 'a');
  expect(replays.check(early)).toBe('fresh');
  expect(replays.remember(early)).toBe(true);
  expect(replays.remember(early)).toBe(false);
  now += 599;
  expect(replays.check(early)).toBe('refused');
  expect(replays.remember(headers(now, 'b'))).toBe(true);
  now += 2;
  expect(replays.remember(headers(now, 'c'))).toBe(true);
  expect(replays.remember(early)).toBe(true);
});

test('a flood of signatures is forgotten from the oldest on', () => {
  const replays = createReplays(() => 1_000_000);
  const headers = (index: number) => ({ 'x-slack-request-timestamp': '1000000', 'x-slack-signature': `v0=${index.toString(16).padStart(64, '0')}` });
  for (let index = 0; index < 50_001; index += 1) replays.remember(headers(index));
  expect([replays.check(headers(0)), replays.check(headers(1)), replays.check(headers(50_000))]).toEqual(['fresh', 'refused', 'refused']);
});
