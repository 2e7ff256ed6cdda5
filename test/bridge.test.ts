import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test, vi } from 'vitest';
import { askServer, type BridgeRequest, type BridgeResponse, clearCard, openBridge } from '../src/bridge.ts';
import { wordsFor } from '../src/text/words.ts';

const question: BridgeRequest = { args: ['next-milestone'], columns: 80, colours: false, zone: 'UTC' };
const answered: BridgeResponse = { output: 'What comes next\n', error: '', exit: 0 };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

function folder(name = ''): string {
  const made = mkdtempSync(join(tmpdir(), 'bridge-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  const data = join(made, name);
  mkdirSync(data, { recursive: true });
  return data;
}

async function serve(data: string, answer: (asked: BridgeRequest) => Promise<BridgeResponse> = async () => answered, log = quiet) {
  const close = await openBridge(data, answer, log);
  onTestFinished(close);
  return close;
}

/** A name as long as a folder may have. */
const long = 'x'.repeat(120);

type Sent = { readonly authorization?: string; readonly method?: string; readonly body?: string };

/** Sends whatever is to be sent to the bridge of a folder. */
async function send(data: string, { authorization = `Bearer ${cardOf(data).secret}`, method = 'POST', body = JSON.stringify(question) }: Sent) {
  const { port } = cardOf(data);
  const asking = request({
    ...(port === undefined ? { socketPath: join(data, 'is3c.sock') } : { port }),
    method,
    path: '/',
    agent: false,
    headers: { authorization },
  });
  // A body that is refused half-way is not written to its end.
  asking.on('error', () => undefined).end(body);
  const [incoming] = await once(asking, 'response');
  return { status: incoming.statusCode, body: await text(incoming) };
}

function cardOf(data: string): { readonly secret: string; readonly port?: number } {
  return JSON.parse(readFileSync(join(data, 'server.json'), 'utf8'));
}

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8);

test('a question goes through the socket, and its answer comes back', async () => {
  const data = folder();
  const answer = vi.fn(async () => answered);
  await serve(data, answer);
  expect(await askServer(data, { ...question, locale: 'fr-FR' })).toEqual(answered);
  expect(answer).toHaveBeenCalledExactlyOnceWith({ ...question, locale: 'fr-FR' });
});

test('socket and card are their owner’s alone, whatever the mask, and nothing else is made under theirs', async () => {
  const data = folder();
  const mask = process.umask(0);
  onTestFinished(() => void process.umask(mask));
  const opening = openBridge(data, async () => answered, quiet);
  writeFileSync(join(data, 'other'), '');
  onTestFinished(await opening);
  expect([modeOf(join(data, 'is3c.sock')), modeOf(join(data, 'server.json')), modeOf(join(data, 'other'))]).toEqual(['600', '600', '666']);
  expect(process.umask()).toBe(0);
  expect(cardOf(data).port).toBeUndefined();
  expect(cardOf(data).secret.length).toBeGreaterThanOrEqual(43);
});

test.each([[''], [long]])('nobody gets in without the secret, in a folder named %j', async (name) => {
  const data = folder(name);
  const answer = vi.fn(async () => answered);
  await serve(data, answer);
  for (const authorization of ['', 'Bearer ', 'Bearer wrong', `Bearer ${cardOf(data).secret}x`, cardOf(data).secret]) {
    expect(await send(data, { authorization })).toEqual({ status: 401, body: '' });
  }
  expect(answer).not.toHaveBeenCalled();
});

test('what is no question is refused', async () => {
  const data = folder();
  await serve(data);
  expect(await send(data, { method: 'GET', body: '' })).toMatchObject({ status: 405 });
  expect(await send(data, { body: '{"args":"next-milestone"}' })).toMatchObject({ status: 400 });
  expect(await send(data, { body: 'not JSON' })).toMatchObject({ status: 400 });
  expect(await send(data, { body: JSON.stringify({ ...question, args: ['x'.repeat(1_100_000)] }) })).toMatchObject({ status: 413 });
  expect(await send(data, {})).toMatchObject({ status: 200 });
});

test('40,000 characters go through', async () => {
  const data = folder();
  await serve(data, async ({ args }) => ({ ...answered, output: String(args[0]?.length) }));
  expect(await askServer(data, { ...question, args: ['漢'.repeat(40_000)] })).toMatchObject({ output: '40000' });
});

test('where the path is too long for a socket, a port of this machine serves', async () => {
  const data = folder(long);
  await serve(data);
  expect(existsSync(join(data, 'is3c.sock'))).toBe(false);
  expect(cardOf(data).port).toBeGreaterThan(0);
  expect(modeOf(join(data, 'server.json'))).toBe('600');
  expect(await askServer(data, question)).toEqual(answered);
});

test('three who ask at once are answered at once, each their own', async () => {
  const data = folder();
  const all = Promise.withResolvers<void>();
  let waiting = 0;
  await serve(data, async ({ args }) => {
    waiting += 1;
    if (waiting === 3) all.resolve();
    await all.promise;
    return { ...answered, output: String(args[0]) };
  });
  const said = await Promise.all(['a', 'b', 'c'].map((word) => askServer(data, { ...question, args: [word] })));
  expect(said.map((one) => one?.output)).toEqual(['a', 'b', 'c']);
});

test('without a card nobody is asked', async () => {
  const data = folder();
  expect(await askServer(data, question)).toBeUndefined();
  writeFileSync(join(data, 'server.json'), '{"secret":');
  expect(await askServer(data, question)).toBeUndefined();
});

test('the card of a server that is gone is harmless, and whoever holds the folder next removes it', async () => {
  const data = folder();
  writeFileSync(join(data, 'server.json'), '{"secret":"old"}');
  expect(await askServer(data, question)).toBeUndefined();
  writeFileSync(join(data, 'is3c.sock'), '');
  expect(await askServer(data, question)).toBeUndefined();
  clearCard(data);
  expect([existsSync(join(data, 'server.json')), existsSync(join(data, 'is3c.sock'))]).toEqual([false, false]);
  clearCard(data);
});

test('a new server takes over from one that was killed', async () => {
  const data = folder();
  const server = await child(data, 'async () => ({ output: "old", error: "", exit: 0 })');
  expect(await askServer(data, question)).toMatchObject({ output: 'old' });
  await kill(server);
  expect(existsSync(join(data, 'server.json'))).toBe(true);
  expect(await askServer(data, question)).toBeUndefined();
  await serve(data);
  expect(await askServer(data, question)).toEqual(answered);
});

test('a card whose secret is not the server’s reaches nobody, so the lock is asked again', async () => {
  const data = folder();
  await serve(data);
  writeFileSync(join(data, 'server.json'), '{"secret":"of another one"}');
  expect(await askServer(data, question)).toBeUndefined();
});

test.each([
  ['en-GB', 'en'],
  ['fr-FR', 'fr'],
] as const)('a server that is killed in the middle of its answer is told in plain words, for %s', async (locale, language) => {
  const data = folder();
  const server = await child(data, '() => { process.stdout.write("asked\\n"); return new Promise(() => undefined); }');
  const asking = askServer(data, { ...question, locale });
  await heard(server, 'asked');
  await kill(server);
  expect(await asking).toEqual({ output: '', exit: 3, error: `${wordsFor(language).surface.noAnswer}\n` });
});

test('an answer that throws is logged, and its words stay inside', async () => {
  const data = folder();
  const error = vi.fn();
  await serve(data, async () => Promise.reject(new Error('a secret of the database')), { ...quiet, error });
  expect(await askServer(data, question)).toMatchObject({ output: '', exit: 3 });
  expect(await send(data, {})).toEqual({ status: 500, body: '' });
  expect(error).toHaveBeenCalledTimes(2);
});

test('a bridge that closes removes its card, answers what was asked, and takes no more', async () => {
  const data = folder();
  const asked = Promise.withResolvers<void>();
  const pause = Promise.withResolvers<void>();
  const close = await serve(data, async () => {
    asked.resolve();
    await pause.promise;
    return answered;
  });
  const asking = askServer(data, question);
  await asked.promise;
  const closing = close();
  expect(existsSync(join(data, 'server.json'))).toBe(false);
  expect(await askServer(data, question)).toBeUndefined();
  pause.resolve();
  expect(await asking).toEqual(answered);
  await closing;
  expect(existsSync(join(data, 'is3c.sock'))).toBe(false);
});

/** Another process that serves a folder. */
async function child(data: string, answer: string): Promise<ChildProcess> {
  const bridge = new URL('../src/bridge.ts', import.meta.url).href;
  const log = '{ info() {}, warn() {}, error() {} }';
  const code = `import { openBridge } from ${JSON.stringify(bridge)}; await openBridge(${JSON.stringify(data)}, ${answer}, ${log}); process.stdout.write('ready\\n');`;
  const started = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void started.kill('SIGKILL'));
  await heard(started, 'ready');
  return started;
}

async function heard({ stdout }: ChildProcess, word: string): Promise<void> {
  const [bytes] = stdout === null ? [] : await once(stdout, 'data');
  expect(String(bytes)).toContain(word);
}

async function kill(server: ChildProcess): Promise<void> {
  const gone = once(server, 'exit');
  server.kill('SIGKILL');
  await gone;
}
