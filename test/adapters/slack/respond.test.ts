import nock from 'nock';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Message, respond } from '../../../src/adapters/slack/respond.ts';
import { createLog } from './house.ts';

const url = 'https://hooks.slack.com/commands/T1/1/secretpath';
const message: Message = {
  response_type: 'ephemeral',
  replace_original: false,
  text: 'x',
  blocks: [],
  mrkdwn: false,
  unfurl_links: false,
  unfurl_media: false,
};
const shared: Message = { ...message, response_type: 'in_channel' };

beforeAll(() => nock.disableNetConnect());
afterAll(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});
beforeEach(() => nock.cleanAll());

const slack = () => nock('https://hooks.slack.com').post('/commands/T1/1/secretpath');

async function send(what: Message): Promise<{ taken: boolean; took: number; log: string }> {
  const log = createLog();
  const began = Date.now();
  const taken = await respond(url, what, log);
  return { taken, took: Date.now() - began, log: JSON.stringify(log.lines) };
}

test.each([
  ['ok', 200, 'ok'],
  ['JSON', 200, { ok: true }],
])('an answer that Slack takes with %s is sent once', async (_, status, body) => {
  slack().reply(status, body);
  expect(await send(message)).toMatchObject({ taken: true, log: '[]' });
});

test('Slack’s pause is kept before the next try', async () => {
  slack().reply(429, '', { 'retry-after': '1' });
  slack().reply(200, 'ok');
  const { taken, took } = await send(message);
  expect(taken).toBe(true);
  expect(took).toBeGreaterThanOrEqual(950);
});

test('Slack’s own failures are tried again, three times in all', async () => {
  slack().times(3).reply(500);
  const { taken, log } = await send(message);
  expect([taken, nock.isDone()]).toEqual([false, true]);
  expect(log).toContain('http_500');
  expect(log).not.toContain('secretpath');
});

test.each([
  ['used up', 404, 'used_url'],
  ['refused with a word', 200, { ok: false, error: 'invalid_blocks' }],
])('a response_url that is %s is not tried again', async (_, status, body) => {
  slack().reply(status, body);
  slack().reply(200, 'ok');
  expect(await send(message)).toMatchObject({ taken: false });
  expect(nock.pendingMocks()).toHaveLength(1);
});

test('after a broken line, what one person sees is sent again and what a channel sees is not', async () => {
  slack().replyWithError('socket hang up');
  slack().reply(200, 'ok');
  expect(await send(message)).toMatchObject({ taken: true });
  slack().replyWithError('socket hang up');
  slack().reply(200, 'ok');
  expect(await send(shared)).toMatchObject({ taken: false });
  expect(nock.pendingMocks()).toHaveLength(1);
});
