import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { slackOverSocket } from '../../../src/adapters/slack/adapter.ts';
import type { Posting } from '../../../src/chat/adapter.ts';
import { appToken, botToken, home, payloadBody, post, type SlackPeer, startSlackPeer } from '../../support/slack.ts';
import { card, createLog } from './house.ts';
import { mount } from './mount.ts';
import { button, pressPayload } from './payloads.ts';

let peer: SlackPeer;
/** The same without the optional scopes. */
let narrow: SlackPeer;

beforeAll(async () => {
  [peer, narrow] = await Promise.all([startSlackPeer(undefined, ['channels:history', 'groups:history']), startSlackPeer()]);
});
afterAll(() => Promise.all([peer.close(), narrow.close()]));
beforeEach(() => {
  peer.calls.length = 0;
  narrow.calls.length = 0;
});

const inChannel = { kind: 'channel', space: `slack:${home.team}`, channel: home.channel } as const;
const toPerson = { kind: 'person', account: `slack:${home.team}:${home.user}` } as const;

function posting(key: string, to: Posting['to'] = inChannel, more: Partial<Posting['card']> = {}): Posting {
  return { key, to, card: card('Digest', { audience: 'place', ...more }) };
}

const posts = (from: SlackPeer) => from.calls.filter(({ method }) => method === 'chat.postMessage');
const written = (from: SlackPeer) => JSON.stringify(posts(from).map(({ args }) => args));

test('a message for a channel stands there, quiet and marked, and its reference tells where', async () => {
  const { adapter } = await mount(peer.apiUrl, () => card('x'));
  const sent = await adapter.post(posting('k1'));
  expect(posts(peer)).toMatchObject([
    {
      args: {
        channel: home.channel,
        text: 'Digest',
        blocks: [{ type: 'header', block_id: 'is3c:k1' }],
        mrkdwn: 'false',
        parse: 'none',
        unfurl_links: 'false',
        unfurl_media: 'false',
      },
    },
  ]);
  expect(sent).toEqual({ kind: 'sent', reference: `${home.channel} ${String(posts(peer)[0]?.answer['ts'])}` });
});

test('a message for a person goes into the direct messages', async () => {
  const { adapter } = await mount(peer.apiUrl, () => card('x'));
  expect(await adapter.post(posting('k2', toPerson))).toMatchObject({ kind: 'sent', reference: expect.stringMatching(/^D\w+ \d+\.\d+$/) });
  expect(posts(peer)).toMatchObject([{ args: { channel: home.user } }]);
});

test('a message that stands is replaced in place, quietly and marked as before; one that is gone is told', async () => {
  const { adapter } = await mount(peer.apiUrl, () => card('x'));
  const sent = await adapter.post(posting('k8'));
  const reference = sent.kind === 'sent' ? sent.reference : '';
  expect(await adapter.edit(reference, posting('k8', inChannel, { title: 'Decided' }))).toEqual({ kind: 'sent', reference });
  const [update] = peer.calls.filter(({ method }) => method === 'chat.update');
  expect(update).toMatchObject({ args: { channel: home.channel, ts: reference.split(' ')[1], text: 'Decided', parse: 'none' }, answer: { ok: true } });
  expect(JSON.stringify(update?.args)).toContain('is3c:k8');
  expect(await adapter.edit(`${home.channel} 1.000100`, posting('k8'))).toEqual({ kind: 'refused', problem: 'message_not_found' });
});

test.each([inChannel, toPerson])('nobody is called by what a message says, and who is known is named', async (to) => {
  const { adapter } = await mount(peer.apiUrl, () => card('x'));
  const named = { kind: 'mention', account: toPerson.account } as const;
  const blocks: Posting['card']['blocks'] = [
    { kind: 'paragraph', text: [named, ' <!channel> <@U000000001> @here'] },
    { kind: 'note', text: ['by ', named] },
    { kind: 'facts', facts: [{ label: 'By', value: [named] }] },
    { kind: 'list', items: [{ text: [named] }] },
    { kind: 'list', items: [{ text: [{ kind: 'mention', account: 'discord:789' }] }] },
  ];
  expect(await adapter.post(posting(`k3 ${to.kind}`, to, { blocks, audience: 'asker' }))).toMatchObject({ kind: 'sent' });
  expect(written(peer)).not.toMatch(/"type":"(user|usergroup|broadcast|channel)"/);
  expect(posts(peer)[0]?.args['text']).not.toMatch(/[<>]/);
  expect(written(peer).match(/admin/g)?.length).toBeGreaterThanOrEqual(4);
  expect(written(peer)).toContain('somebody on Discord');
});

test('a button of a posted card works for anybody there', async () => {
  const { adapter, url, doors } = await mount(peer.apiUrl, () => card('Shown'));
  const invoke = { command: 'milestone show', options: { milestone: 'm3' } };
  await adapter.post(posting('k4', inChannel, { buttons: [{ kind: 'act', label: 'Show', invoke }] }));
  const pressed = /"type":"actions","elements":\[\{[^\]]*"value":"([^"]+)"/.exec(written(peer))?.[1] ?? '';
  const other = { id: 'U000000077', username: 'b', name: 'b', team_id: home.team };
  const container = { type: 'message', message_ts: '1767625000.000100', channel_id: home.channel, is_ephemeral: false };
  await post(url, payloadBody(pressPayload(button(pressed), { user: other, container, response_url: peer.responseUrl })));
  expect(doors.seen).toMatchObject([{ sender: `slack:${home.team}:U000000077`, invoke }]);
});

test('a channel that is not there is gone', async () => {
  const { adapter } = await mount(peer.apiUrl, () => card('x'));
  expect(await adapter.post(posting('k5', { ...inChannel, channel: 'C404' }))).toEqual({ kind: 'gone', problem: 'channel_not_found' });
});

test('what arrived before a crash is found in the channel and not sent again', async () => {
  const { adapter } = await mount(peer.apiUrl, () => card('x'));
  const begun = new Date();
  const sent = await adapter.post(posting('k6'));
  await adapter.post(posting('k7'));
  expect(await adapter.resume(posting('k6'), begun)).toEqual(sent);
  expect(posts(peer)).toHaveLength(2);
});

test('what did not arrive before a crash is sent, once', async () => {
  const { adapter } = await mount(peer.apiUrl, () => card('x'));
  await adapter.post(posting('k8'));
  expect(await adapter.resume(posting('k9'), new Date())).toMatchObject({ kind: 'sent' });
  expect(await adapter.resume(posting('k9'), new Date())).toMatchObject({ kind: 'sent' });
  expect(posts(peer)).toMatchObject([{ args: { blocks: [{ block_id: 'is3c:k8' }] } }, { args: { blocks: [{ block_id: 'is3c:k9' }] } }]);
});

test('without the optional scopes nobody can tell, and nothing is sent', async () => {
  const { adapter } = await mount(narrow.apiUrl, () => card('x'));
  await adapter.post(posting('k10'));
  expect(await adapter.resume(posting('k10'), new Date())).toEqual({ kind: 'uncertain', problem: 'missing_scope' });
  expect(posts(narrow)).toHaveLength(1);
});

test('what was for a person is not looked for, and not sent again', async () => {
  const { adapter } = await mount(peer.apiUrl, () => card('x'));
  expect(await adapter.resume(posting('k11', toPerson), new Date())).toEqual({ kind: 'uncertain', problem: 'direct messages are not read' });
  expect(posts(peer)).toEqual([]);
});

test('over a socket it is the same', async () => {
  const adapter = slackOverSocket({ appToken, botToken, apiUrl: peer.apiUrl, command: 'is3c', log: createLog() });
  const begun = new Date();
  const sent = await adapter.post(posting('k12'));
  expect(await adapter.resume(posting('k12'), begun)).toEqual(sent);
  expect(posts(peer)).toHaveLength(1);
  expect(adapter.platform).toBe('slack');
});
