import { WebClient } from '@slack/web-api';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { slackOverHttp } from '../../../src/adapters/slack/adapter.ts';
import { slackLogger } from '../../../src/adapters/slack/clients.ts';
import { outcomeOf } from '../../../src/adapters/slack/outcome.ts';
import type { Posted, Posting } from '../../../src/chat/adapter.ts';
import { anyCard } from '../../support/cards.ts';
import { botToken, serve, signingSecret } from '../../support/slack.ts';
import { faults, weigh } from './checks.ts';
import { card, createLog } from './house.ts';
import { cut, cutWithin, type Fate, json, refuses, startWebApi, type WebApi } from './web-api.ts';

let api: WebApi;
beforeEach(async () => {
  api = await startWebApi();
});

/** The adapter as jobs use it, before and beside all that people do. */
function adapterAt(apiUrl: string) {
  const log = createLog();
  return { log, ...slackOverHttp({ signingSecret, botToken, apiUrl, command: 'is3c', log }) };
}

const inChannel = (channel: string) => ({ kind: 'channel', space: 'slack:T1', channel }) as const;
const toPerson = { kind: 'person', account: 'slack:T1:U1' } as const;

function posting(to: Posting['to'] = inChannel('C1'), key = 'k1'): Posting {
  return { key, to, card: card('Digest', { audience: 'place' }) };
}

const storedIn = (channel: string) => api.stored.filter((message) => message.channel === channel).length;

const fails: readonly (readonly [string, Fate, Posted])[] = [
  [
    'is busy and says how long',
    { arrives: false, answer: json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '30' }) },
    { kind: 'later', milliseconds: 30_000, problem: 'ratelimited' },
  ],
  ['is busy', { arrives: false, answer: json({}, 429) }, { kind: 'later', milliseconds: 0, problem: 'ratelimited' }],
  [
    'is busy and says so in words',
    { arrives: false, answer: json({ ok: false, error: 'rate_limited' }, 200, { 'retry-after': '7' }) },
    { kind: 'later', milliseconds: 7_000, problem: 'rate_limited' },
  ],
  ['fails', { arrives: true, answer: json({ ok: false, error: 'internal_error' }, 500) }, { kind: 'uncertain', problem: 'http_500' }],
  ['is behind a gateway that lost it', { arrives: true, answer: json({}, 502) }, { kind: 'uncertain', problem: 'http_502' }],
  ['is down', { arrives: false, answer: json({}, 503) }, { kind: 'later', milliseconds: 0, problem: 'http_503', unreached: true }],
  ['is behind a gateway that waited in vain', { arrives: true, answer: json({}, 504) }, { kind: 'uncertain', problem: 'http_504' }],
  ['may have done a part', { arrives: true, answer: json({ ok: false, error: 'fatal_error' }) }, { kind: 'uncertain', problem: 'fatal_error' }],
  [
    'is not who answers',
    { arrives: true, answer: (response) => void response.end('<html>Please log in</html>') },
    { kind: 'uncertain', problem: 'unreadable answer' },
  ],
  ['cuts the line before it took the message', { arrives: false, answer: cut }, { kind: 'uncertain', problem: expect.any(String) }],
  ['cuts the line after it took the message', { arrives: true, answer: cut }, { kind: 'uncertain', problem: expect.any(String) }],
  ['cuts the line within its answer', { arrives: true, answer: cutWithin }, { kind: 'uncertain', problem: expect.any(String) }],
  ['has archived the channel', refuses('is_archived'), { kind: 'gone', problem: 'is_archived' }],
  ['has put the bot out', refuses('not_in_channel'), { kind: 'gone', problem: 'not_in_channel' }],
  ['lets few write there', refuses('restricted_action'), { kind: 'gone', problem: 'restricted_action' }],
  ['refuses the message', refuses('invalid_blocks'), { kind: 'refused', problem: 'invalid_blocks' }],
  ['misses a right', refuses('missing_scope'), { kind: 'refused', problem: 'missing_scope' }],
  ['refuses the token, which somebody mends', refuses('token_revoked'), { kind: 'later', milliseconds: 0, problem: 'token_revoked' }],
  ['forbids the call', { arrives: false, answer: json({}, 403) }, { kind: 'refused', problem: 'http_403' }],
];

test.each(fails)('where Slack %s, one try was made, and what came of it is told', async (_, fate, outcome) => {
  api.fates.set('C1', [fate]);
  const { adapter } = adapterAt(api.url);
  expect(await adapter.post(posting())).toEqual(outcome);
  expect(api.calls.map(({ method }) => method)).toEqual(['chat.postMessage']);
});

test.each(['messages_tab_disabled', 'cannot_dm_bot', 'user_disabled', 'user_not_found', 'channel_not_found', 'is_archived'])(
  'a person may be closed: %s',
  async (error) => {
    api.fates.set('U1', [refuses(error)]);
    expect(await adapterAt(api.url).adapter.post(posting(toPerson))).toEqual({ kind: 'closed', problem: error });
  },
);

test('where nobody takes the call, nothing was sent', async () => {
  const { url, close } = await serve(() => undefined);
  await close();
  for (const address of [`${url}/api/`, 'http://nobody.invalid/api/', url.replace('127.0.0.1', 'localhost')]) {
    expect(await adapterAt(address).adapter.post(posting())).toMatchObject({ kind: 'later', milliseconds: 0, unreached: true });
  }
});

test('who waits in vain does not know', async () => {
  const { url, close } = await serve(() => undefined);
  const client = new WebClient(botToken, { logger: slackLogger(createLog()), slackApiUrl: `${url}/api/`, timeout: 200, retryConfig: { retries: 0 } });
  const failed: unknown = await client.chat.postMessage({ channel: 'C1', text: 'x' }).catch((error: unknown) => error);
  expect(outcomeOf(failed, inChannel('C1'))).toEqual({ kind: 'uncertain', problem: 'timeout' });
  await close();
});

test('a busy channel holds up no other, and no message that comes later', async () => {
  api.fates.set('C1', [{ arrives: false, answer: json({}, 429, { 'retry-after': '3600' }) }]);
  const { adapter } = adapterAt(api.url);
  const before = Array.from({ length: 5 }, (_, at) => adapter.post(posting(inChannel(`C${at + 2}`))));
  expect(await adapter.post(posting())).toMatchObject({ kind: 'later', milliseconds: 3_600_000 });
  const after = await Promise.all([...before, adapter.post(posting(toPerson)), adapter.post(posting())]);
  expect(after.map(({ kind }) => kind)).toEqual(after.map(() => 'sent'));
});

describe('never twice', () => {
  const begun = new Date();

  const lost: readonly (readonly [string, Fate])[] = [
    ['the line was cut after Slack took it', { arrives: true, answer: cut }],
    ['the line was cut before', { arrives: false, answer: cut }],
    ['the answer was cut', { arrives: true, answer: cutWithin }],
    ['Slack failed', { arrives: true, answer: json({}, 502) }],
  ];

  test.each(lost)('%s: resumed, it stands there once', async (_, fate) => {
    api.fates.set('C1', [fate]);
    const { adapter } = adapterAt(api.url);
    expect(await adapter.post(posting())).toMatchObject({ kind: 'uncertain' });
    expect(await adapter.resume(posting(), begun)).toMatchObject({ kind: 'sent', reference: `C1 ${api.stored[0]?.ts ?? ''}` });
    expect(storedIn('C1')).toBe(1);
  });

  test.each(lost)('it was lost, and sent again since it was not there, %s: it is looked for once more, and stands there once', async (_, fate) => {
    api.fates.set('C1', [{ arrives: false, answer: cut }, fate]);
    const { adapter } = adapterAt(api.url);
    expect(await adapter.post(posting())).toMatchObject({ kind: 'uncertain' });
    expect(await adapter.resume(posting(), begun)).toEqual({ kind: 'unseen', milliseconds: 0, problem: expect.any(String) });
    expect(await adapter.resume(posting(), begun)).toEqual({ kind: 'sent', reference: `C1 ${api.stored[0]?.ts ?? ''}` });
    expect(storedIn('C1')).toBe(1);
  });

  test('it is found behind many others', async () => {
    const { adapter } = adapterAt(api.url);
    await adapter.post(posting());
    api.pageSize = 3;
    for (let at = 0; at < 8; at += 1) await adapter.post(posting(inChannel('C1'), `other ${at}`));
    expect(await adapter.resume(posting(), begun)).toEqual({ kind: 'sent', reference: `C1 ${api.stored[0]?.ts ?? ''}` });
    expect(api.calls.filter(({ method }) => method === 'conversations.history')).toHaveLength(3);
  });

  test('a channel that cannot be read to the end leaves it open', async () => {
    const { adapter } = adapterAt(api.url);
    api.pageSize = 1;
    for (let at = 0; at < 12; at += 1) await adapter.post(posting(inChannel('C1'), `other ${at}`));
    expect(await adapter.resume(posting(), begun)).toEqual({ kind: 'uncertain', problem: 'history too long' });
    expect(storedIn('C1')).toBe(12);
  });

  test('more that is not told leaves it open', async () => {
    api.unreadable = json({ ok: true, messages: [], has_more: true });
    expect(await adapterAt(api.url).adapter.resume(posting(), begun)).toEqual({ kind: 'uncertain', problem: 'history too long' });
    expect(storedIn('C1')).toBe(0);
  });

  test.each([
    ['without the right to', json({ ok: false, error: 'missing_scope' }), 'missing_scope'],
    ['from outside', json({ ok: false, error: 'not_in_channel' }), 'not_in_channel'],
  ])('a channel that cannot be read %s leaves it open', async (_, answer, problem) => {
    api.unreadable = answer;
    expect(await adapterAt(api.url).adapter.resume(posting(), begun)).toEqual({ kind: 'uncertain', problem });
    expect(storedIn('C1')).toBe(0);
  });

  test.each([
    ['in a rush', json({}, 429, { 'retry-after': '60' }), { milliseconds: 60_000, problem: 'ratelimited' }],
    ['over a broken line', cut, { milliseconds: 0, problem: expect.any(String) }],
    ['with a token that somebody mends', json({ ok: false, error: 'invalid_auth' }), { milliseconds: 0, problem: 'invalid_auth' }],
  ])('what cannot be looked for %s is to be looked for again', async (_, answer, facts) => {
    api.unreadable = answer;
    expect(await adapterAt(api.url).adapter.resume(posting(), begun)).toEqual({ kind: 'unseen', ...facts });
    expect(storedIn('C1')).toBe(0);
  });

  test('where nobody takes the call, nothing was seen', async () => {
    const unreached = { kind: 'unseen', milliseconds: 0, unreached: true };
    expect(await adapterAt('http://nobody.invalid/api/').adapter.resume(posting(), begun)).toMatchObject(unreached);
  });

  test('what has nothing to say any more is looked for and not sent', async () => {
    const { adapter } = adapterAt(api.url);
    const { card: _, ...wordless } = posting();
    expect(await adapter.resume(wordless, begun)).toEqual({ kind: 'absent' });
    await adapter.post(posting());
    expect(await adapter.resume(wordless, begun)).toEqual({ kind: 'sent', reference: `C1 ${api.stored[0]?.ts ?? ''}` });
    expect(storedIn('C1')).toBe(1);
  });
});

test('no posted card is more than Slack takes, however long and hostile, and each bears its mark', async () => {
  const { adapter } = adapterAt(api.url);
  await fc.assert(
    fc.asyncProperty(anyCard, fc.uuid(), fc.constantFrom(inChannel('C1'), toPerson), async (card, key, to) => {
      expect(await adapter.post({ key, to, card })).toMatchObject({ kind: 'sent' });
      const { text = '', blocks = '' } = api.calls.findLast(({ method }) => method === 'chat.postMessage')?.args ?? {};
      const drawn: unknown = JSON.parse(blocks);
      expect(faults({ blocks: drawn })).toEqual([]);
      expect(drawn).toMatchObject({ 0: { block_id: `is3c:${key}` } });
      expect(weigh(drawn) + text.length).toBeLessThanOrEqual(9_000);
      expect(blocks).not.toContain('"type":"user"');
    }),
    { endOnFailure: true, numRuns: 60 },
  );
});

test('the log holds no token, no address and nothing of the message', async () => {
  api.fates.set('C1', [{ arrives: false, answer: cut }, refuses('invalid_blocks')]);
  const { adapter, log } = adapterAt(api.url);
  const typed = { ...posting(), card: card('Typedtitle') };
  await adapter.post(typed);
  await adapter.post(typed);
  expect(JSON.stringify(log.lines)).not.toMatch(/xoxb|127\.0\.0\.1|Typedtitle/);
});

test.each([
  ['a workspace', json({ ok: true, team_id: 'T1', enterprise_id: 'E1' }), ['slack:T1']],
  ['an organisation', json({ ok: true, team_id: null, enterprise_id: 'E1', is_enterprise_install: true }), ['slack:E1']],
  ['nothing: the app was removed', json({ ok: false, error: 'account_inactive' }), []],
  ['nothing any more', json({ ok: false, error: 'token_revoked' }), []],
  ['something that Slack does not know', json({ ok: false, error: 'invalid_auth' }), undefined],
] as const)('the bot is where its token is of %s', async (_, answer, spaces) => {
  api.home = answer;
  expect(await adapterAt(api.url).adapter.spaces?.()).toEqual(spaces);
});
