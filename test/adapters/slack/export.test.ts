import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { commandBody, home, payloadBody, post, type SlackPeer, startSlackPeer } from '../../support/slack.ts';
import { card } from './house.ts';
import { mount } from './mount.ts';
import { button, commandPayload, pressPayload } from './payloads.ts';

const data = { updates: [{ done: `“Déjà” <!channel> ${'x'.repeat(20_000)}` }] };
const readable = `Your updates\n\n- done: “Déjà” <!channel> ${'x'.repeat(20_000)}`;
const answer = card('Your data', { blocks: [{ kind: 'data', readable, data }] });

const whole = [readable, JSON.stringify(data, null, 2)];

const completed = z.object({ files: z.array(z.object({ id: z.string() })).length(2), channel_id: z.string().startsWith('D') });

let peer: SlackPeer;
afterEach(() => peer.close());

async function open(...scopes: string[]) {
  peer = await startSlackPeer(undefined, scopes);
  return mount(peer.apiUrl, () => answer);
}

const told = () => vi.waitFor(() => expect(peer.responses).toHaveLength(1), 5_000).then(() => peer.responses[0]);
const messages = () => peer.calls.filter(({ method }) => method === 'chat.postMessage');

/** What Slack keeps of the files that were sent. */
async function sent(): Promise<readonly string[]> {
  const { args } = peer.calls.find(({ method }) => method === 'files.completeUploadExternal') ?? { args: {} };
  const { files, channel_id: channel } = completed.parse(args);
  expect(messages()).toMatchObject([{ args: { channel: home.user }, answer: { ok: true, channel } }]);
  return Promise.all(files.map(({ id }) => peer.fileOf(id)));
}

test('data that somebody asks for come whole, to read and as JSON, as files in their direct messages', async () => {
  const { url } = await open('files:write', 'files:read');
  const said = await post(url, commandBody(commandPayload('me export', { response_url: peer.responseUrl, trigger_id: await peer.trigger() })));
  expect(await said.json()).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('One moment …') });
  expect(await told()).toMatchObject({ response_type: 'ephemeral', text: 'Your data\nThey stand as files in your direct messages with the bot.' });
  expect(await sent()).toEqual(whole);
});

test('so do they at the press of a button', async () => {
  const { url } = await open('files:write', 'files:read');
  await post(url, payloadBody(pressPayload(button('1|me export'), { response_url: peer.responseUrl, trigger_id: await peer.trigger() })));
  expect(await told()).toMatchObject({ text: expect.stringContaining('as files') });
  expect(await sent()).toEqual(whole);
});

test('where the bot may send no files, the person is told, and the log knows', async () => {
  const { url, log } = await open();
  await post(url, commandBody(commandPayload('me export', { response_url: peer.responseUrl, trigger_id: await peer.trigger() })));
  expect(await told()).toMatchObject({ text: expect.stringContaining('has no right to send files') });
  expect(log.lines).toContainEqual({ level: 'error', facts: { code: 'missing_scope' }, said: 'files were not sent; the scope files:write is needed' });
});

test('a typed text that no message holds comes back whole, as a file', async () => {
  const typed = `update wg1 ${'A long word and “another” & more. '.repeat(400)}the end`;
  const refusal = { kind: 'refusal', problem: { code: 'too-long', params: { field: 'x', limit: 2000 } }, fields: {} } as const;
  peer = await startSlackPeer(undefined, ['files:write', 'files:read']);
  const said = card('That cannot be done', {
    blocks: [
      { kind: 'paragraph', text: ['What you typed:'] },
      { kind: 'quote', text: typed },
    ],
  });
  const { url } = await mount(peer.apiUrl, () => ({ ...refusal, card: said }));
  await post(url, commandBody(commandPayload(typed, { response_url: peer.responseUrl, trigger_id: await peer.trigger() })));
  expect(await told()).toMatchObject({ text: expect.stringContaining('as files in your direct messages') });
  const { args } = peer.calls.find(({ method }) => method === 'files.completeUploadExternal') ?? { args: {} };
  const { files } = z.object({ files: z.array(z.object({ id: z.string() })).length(1) }).parse(args);
  expect(await peer.fileOf(files[0]?.id ?? '')).toBe(`What you typed:\n\n${typed}`);
});
