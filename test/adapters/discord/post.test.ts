import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { discordOverHttp } from '../../../src/adapters/discord/http.ts';
import type { Posted, Posting } from '../../../src/chat/adapter.ts';
import { anyCard } from '../../support/cards.ts';
import { makeSigner } from '../../support/discord.ts';
import { type Channels, cut, cutWithin, type Fate, json, refuses, startChannels } from './channels.ts';
import { faultsOfPost } from './checks.ts';
import { openLog, plainCard } from './payloads.ts';

let channels: Channels;
beforeEach(async () => {
  channels = await startChannels();
});

const { publicKey } = makeSigner();
const { log } = openLog();
const adapterAt = (apiUrl: string) => discordOverHttp({ publicKey, token: 'the-token', apiUrl, log }).adapter;

const inChannel = (channel = 'C1') => ({ kind: 'channel', space: 'discord:1', channel }) as const;
const toPerson = { kind: 'person', account: 'discord:789' } as const;
const key = '0b3f8a52-6c1d-4e7f-9a80-123456789abc';

function posting(to: Posting['to'] = inChannel(), one = key): Posting {
  return { key: one, to, card: { ...plainCard('Digest'), audience: 'place' } };
}

const paths = () => channels.calls.map(({ method, path }) => `${method} ${path}`);
const sentTo = (channel: string) => channels.stored.filter((one) => one.channel === channel && one.nonce !== '').length;
/** So long ago that no nonce holds any more. */
const longAgo = () => new Date(Date.now() - 600_000);

test('a message for a channel is sent with the token, quietly, under a nonce', async () => {
  expect(await adapterAt(channels.url).post(posting())).toEqual({ kind: 'sent', reference: `C1 ${channels.stored[0]?.id ?? ''}` });
  expect(channels.calls).toMatchObject([
    {
      method: 'POST',
      path: '/channels/C1/messages',
      authorization: 'Bot the-token',
      body: { flags: 32_768, allowed_mentions: { parse: [] }, nonce: '0b3f8a526c1d4e7f9a8012345', enforce_nonce: true, components: [{ type: 17 }] },
    },
  ]);
});

test('a message for a person goes into the direct messages', async () => {
  expect(await adapterAt(channels.url).post(posting(toPerson))).toEqual({ kind: 'sent', reference: `D1 ${channels.stored[0]?.id ?? ''}` });
  expect(channels.calls).toMatchObject([{ path: '/users/@me/channels', body: { recipient_id: '789' } }, { path: '/channels/D1/messages' }]);
});

test('a message that stands is replaced in place, quietly, and what stands in the way is told', async () => {
  channels.fates.set('C2', [refuses(10_008, 404), { arrives: true, answer: cut }]);
  const adapter = adapterAt(channels.url);
  expect(await adapter.edit('C1 77', posting())).toEqual({ kind: 'sent', reference: 'C1 77' });
  expect(channels.calls).toMatchObject([
    { method: 'PATCH', path: '/channels/C1/messages/77', authorization: 'Bot the-token', body: { flags: 32_768, allowed_mentions: { parse: [] } } },
  ]);
  expect(JSON.stringify(channels.calls)).not.toContain('nonce');
  expect(await adapter.edit('C2 77', posting(inChannel('C2')))).toEqual({ kind: 'refused', problem: 'UnknownMessage' });
  expect(await adapter.edit('C2 77', posting(inChannel('C2')))).toMatchObject({ kind: 'uncertain' });
});

test('without a token nothing is sent, and people are answered all the same', async () => {
  const { adapter } = discordOverHttp({ publicKey, apiUrl: channels.url, log });
  expect(await adapter.post(posting())).toEqual({ kind: 'refused', problem: 'no token' });
  expect(await adapter.resume(posting(), new Date())).toEqual({ kind: 'uncertain', problem: 'no token' });
  expect(await adapter.edit('C1 1', posting())).toEqual({ kind: 'refused', problem: 'no token' });
  expect(channels.calls).toEqual([]);
});

const busy = (seconds: number, headers = {}): Fate => ({
  arrives: false,
  answer: json({ message: 'slow down', retry_after: seconds, global: false }, 429, { 'retry-after': String(seconds), ...headers }),
});

const fails: readonly (readonly [string, Fate, Posted])[] = [
  ['is busy', busy(3_600), { kind: 'later', milliseconds: expect.closeTo(3_600_000, -3), problem: 'ratelimited' }],
  ['is busy everywhere', busy(60, { 'x-ratelimit-global': 'true' }), { kind: 'later', milliseconds: expect.closeTo(60_000, -3), problem: 'ratelimited' }],
  ['fails', { arrives: false, answer: json({}, 500) }, { kind: 'uncertain', problem: 'http_500' }],
  ['fails after it took the message', { arrives: true, answer: json({}, 502) }, { kind: 'uncertain', problem: 'http_502' }],
  [
    'is not reached by the gateway before it',
    { arrives: false, answer: json({}, 521) },
    { kind: 'later', milliseconds: 0, problem: 'http_521', unreached: true },
  ],
  ['cuts the line before it took the message', { arrives: false, answer: cut }, { kind: 'uncertain', problem: expect.any(String) }],
  ['cuts the line after it took the message', { arrives: true, answer: cut }, { kind: 'uncertain', problem: expect.any(String) }],
  ['cuts the line within its answer', { arrives: true, answer: cutWithin }, { kind: 'uncertain', problem: expect.any(String) }],
  ['is not who answers', { arrives: true, answer: (response) => void response.end('<html>') }, { kind: 'uncertain', problem: 'unreadable answer' }],
  ['knows no such channel', refuses(10_003, 404), { kind: 'gone', problem: 'UnknownChannel' }],
  ['knows no such server', refuses(10_004, 404), { kind: 'gone', problem: 'UnknownGuild' }],
  ['does not let the bot in', refuses(50_001), { kind: 'gone', problem: 'MissingAccess' }],
  ['does not let the bot write', refuses(50_013), { kind: 'gone', problem: 'MissingPermissions' }],
  ['refuses the message', refuses(50_035, 400), { kind: 'refused', problem: 'InvalidFormBodyOrContentType' }],
  ['forbids the call', { arrives: false, answer: json({}, 403) }, { kind: 'refused', problem: 'http_403' }],
  ['refuses the token, which somebody mends', refuses(0, 401), { kind: 'later', milliseconds: 0, problem: 'http_401' }],
];

test.each(fails)('where Discord %s, one try was made, and what came of it is told', async (_, fate, outcome) => {
  channels.fates.set('C1', [fate]);
  expect(await adapterAt(channels.url).post(posting())).toEqual(outcome);
  expect(paths()).toEqual(['POST /channels/C1/messages']);
});

test('a person may take no direct messages', async () => {
  const adapter = adapterAt(channels.url);
  channels.fates.set('D1', [refuses(50_007), refuses(50_278)]);
  expect(await adapter.post(posting(toPerson))).toEqual({ kind: 'closed', problem: 'CannotSendMessagesToThisUser' });
  expect(await adapter.post(posting(toPerson))).toEqual({ kind: 'closed', problem: 'CannotSendMessagesToThisUserDueToHavingNoMutualGuilds' });
  channels.unopened = json({ code: 10_013, message: 'Unknown User' }, 404);
  expect(await adapter.post(posting(toPerson))).toEqual({ kind: 'closed', problem: 'UnknownUser' });
});

test('where the direct messages do not open, nothing was sent', async () => {
  const adapter = adapterAt(channels.url);
  for (const [answer, problem] of [
    [cut, expect.any(String)],
    [json({}, 500), 'http_500'],
    [json({ code: 40_003, message: 'too fast' }, 400), 'OpeningDirectMessagesTooFast'],
  ] as const) {
    channels.unopened = answer;
    expect(await adapter.post(posting(toPerson))).toEqual({ kind: 'later', milliseconds: 0, problem });
  }
  expect(sentTo('D1')).toBe(0);
});

test('where nobody takes the call, nothing was sent', async () => {
  for (const address of ['http://127.0.0.1:1/api', 'http://localhost:1/api', 'http://nobody.invalid/api']) {
    expect(await adapterAt(address).post(posting())).toMatchObject({ kind: 'later', milliseconds: 0, unreached: true });
  }
});

test('a refused token is not forgotten, and a busy channel holds up no other', async () => {
  channels.fates.set('C1', [refuses(0, 401), busy(3_600)]);
  const adapter = adapterAt(channels.url);
  const first = [await adapter.post(posting()), await adapter.post(posting())];
  expect(first).toMatchObject([{ problem: 'http_401' }, { problem: 'ratelimited' }]);
  const others = await Promise.all([adapter.post(posting(inChannel('C2'))), adapter.post(posting(toPerson)), adapter.post(posting())]);
  expect(others.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent']);
});

describe('never twice', () => {
  const lost: readonly (readonly [string, Fate])[] = [
    ['the line was cut after Discord took it', { arrives: true, answer: cut }],
    ['the line was cut before', { arrives: false, answer: cut }],
    ['the answer was cut', { arrives: true, answer: cutWithin }],
    ['Discord failed', { arrives: true, answer: json({}, 500) }],
  ];

  test.each(lost)('%s: resumed later, it stands there once', async (_, fate) => {
    channels.nonceHolds = 0;
    channels.write('C1');
    channels.fates.set('C1', [fate]);
    const adapter = adapterAt(channels.url);
    expect(await adapter.post(posting())).toMatchObject({ kind: 'uncertain' });
    expect(await adapter.resume(posting(), longAgo())).toEqual({ kind: 'sent', reference: `C1 ${channels.stored[1]?.id ?? ''}` });
    expect(sentTo('C1')).toBe(1);
  });

  test.each(lost)('it was lost, and sent again since it was not there, %s: it is looked for once more, and stands there once', async (_, fate) => {
    channels.nonceHolds = 0;
    channels.write('C1');
    channels.fates.set('C1', [{ arrives: false, answer: cut }, fate]);
    const adapter = adapterAt(channels.url);
    expect(await adapter.post(posting())).toMatchObject({ kind: 'uncertain' });
    expect(await adapter.resume(posting(), longAgo())).toEqual({ kind: 'unseen', milliseconds: 0, problem: expect.any(String) });
    expect(await adapter.resume(posting(), longAgo())).toEqual({ kind: 'sent', reference: `C1 ${channels.stored[1]?.id ?? ''}` });
    expect(sentTo('C1')).toBe(1);
  });

  test.each(lost)('%s: resumed soon, it stands there once though the channel cannot be read', async (_, fate) => {
    channels.unreadable = json({ code: 50_001, message: 'Missing Access' }, 403);
    channels.fates.set('C1', [fate]);
    const adapter = adapterAt(channels.url);
    const begun = new Date();
    expect(await adapter.post(posting())).toMatchObject({ kind: 'uncertain' });
    expect(await adapter.resume(posting(), begun)).toEqual({ kind: 'sent', reference: `C1 ${channels.stored[0]?.id ?? ''}` });
    expect(sentTo('C1')).toBe(1);
  });

  test.each([
    ['the bot is not let in', json({ code: 50_001, message: 'Missing Access' }, 403), 'MissingAccess'],
    ['Discord tells of no message, as it does without the right to read', undefined, 'no history'],
  ])('a channel is not read since %s: later on it is left open', async (_, answer, problem) => {
    channels.unreadable = answer;
    expect(await adapterAt(channels.url).resume(posting(), longAgo())).toEqual({ kind: 'uncertain', problem });
    expect(sentTo('C1')).toBe(0);
  });

  test.each([
    ['Discord is busy', json({}, 429, { 'retry-after': '60' }), { milliseconds: expect.closeTo(60_000, -3), problem: 'ratelimited' }],
    ['the line is cut', cut, { milliseconds: 0, problem: expect.any(String) }],
  ])('a channel is not read since %s: it is to be looked for again', async (_, answer, facts) => {
    channels.unreadable = answer;
    expect(await adapterAt(channels.url).resume(posting(), longAgo())).toEqual({ kind: 'unseen', ...facts });
    channels.fates.set('C1', [{ arrives: false, answer: cut }]);
    expect(await adapterAt(channels.url).resume(posting(), new Date())).toEqual({ kind: 'unseen', ...facts });
    expect(sentTo('C1')).toBe(0);
  });

  test('what has nothing to say any more is looked for and not sent, also while its nonce holds', async () => {
    const adapter = adapterAt(channels.url);
    const { card: _, ...wordless } = posting();
    channels.write('C1');
    expect(await adapter.resume(wordless, longAgo())).toEqual({ kind: 'absent' });
    channels.unreadable = json({ code: 50_001, message: 'Missing Access' }, 403);
    expect(await adapter.resume(wordless, new Date())).toEqual({ kind: 'uncertain', problem: 'MissingAccess' });
    expect(sentTo('C1')).toBe(0);
    channels.unreadable = undefined;
    await adapter.post(posting());
    expect(await adapter.resume(wordless, longAgo())).toEqual({ kind: 'sent', reference: `C1 ${channels.stored[1]?.id ?? ''}` });
  });

  test('what is sent again by its nonce alone and does not arrive is left open, since the first may have', async () => {
    channels.unreadable = json({ code: 50_001, message: 'Missing Access' }, 403);
    channels.fates.set('C1', [busy(60)]);
    expect(await adapterAt(channels.url).resume(posting(), new Date())).toEqual({ kind: 'uncertain', problem: 'ratelimited' });
  });

  test('an empty conversation with a person has nothing in it', async () => {
    const adapter = adapterAt(channels.url);
    expect(await adapter.resume(posting(toPerson), longAgo())).toMatchObject({ kind: 'sent' });
    expect(await adapter.resume(posting(toPerson), longAgo())).toMatchObject({ kind: 'sent' });
    expect(sentTo('D1')).toBe(1);
    channels.unopened = json({}, 500);
    expect(await adapter.resume(posting(toPerson), longAgo())).toEqual({ kind: 'unseen', milliseconds: 0, problem: 'http_500' });
  });

  test('it is found behind many others, and no further back than it can be', async () => {
    channels.nonceHolds = 0;
    const adapter = adapterAt(channels.url);
    await adapter.post(posting());
    const later = Date.now() + 60_000;
    for (let at = 0; at < 250; at += 1) channels.write('C1', new Date(later + at));
    expect(await adapter.resume(posting(), longAgo())).toMatchObject({ kind: 'sent', reference: `C1 ${channels.stored[0]?.id ?? ''}` });
    expect(paths().filter((path) => path.startsWith('GET'))).toHaveLength(3);
    for (let at = 0; at < 350; at += 1) channels.write('C2', new Date(Date.now() - at * 60_000));
    expect(await adapter.resume(posting(inChannel('C2')), longAgo())).toMatchObject({ kind: 'sent' });
    expect(paths().filter((path) => path.startsWith('GET /channels/C2'))).toHaveLength(1);
  });

  test('a channel that cannot be read to the end is left open', async () => {
    for (let at = 0; at < 1_100; at += 1) channels.write('C1', new Date(Date.now() - at));
    expect(await adapterAt(channels.url).resume(posting(), longAgo())).toEqual({ kind: 'uncertain', problem: 'history too long' });
    expect(sentTo('C1')).toBe(0);
  });
});

test('Discord would take any posted card, however long and hostile', async () => {
  await fc.assert(
    fc.asyncProperty(anyCard, fc.uuid(), fc.constantFrom(inChannel(), toPerson), async (card, one, to) => {
      // One client makes fifty calls a second, and puts off the next one.
      expect(await adapterAt(channels.url).post({ key: one, to, card })).toMatchObject({ kind: 'sent' });
      expect(faultsOfPost(channels.calls.at(-1)?.body)).toEqual([]);
    }),
    { endOnFailure: true, numRuns: 60 },
  );
});

test('all the servers are told in which the bot is, and none where Discord does not say', async () => {
  const { spaces } = adapterAt(channels.url);
  channels.servers = Array.from({ length: 401 }, (_, index) => String(1000 + index));
  expect(await spaces?.()).toEqual(channels.servers.map((id) => `discord:${id}`));
  expect(paths()).toHaveLength(3);
  channels.servers = [];
  expect(await spaces?.()).toEqual([]);
  for (const fate of [refuses(0, 401).answer, json({ message: 'unwell' }, 503), json({}), cut]) {
    channels.servers = fate;
    expect(await spaces?.()).toBeUndefined();
  }
  expect(discordOverHttp({ publicKey, apiUrl: channels.url, log }).adapter.spaces).toBeUndefined();
});
