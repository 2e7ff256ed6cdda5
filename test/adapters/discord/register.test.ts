import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isSame, registerDiscord } from '../../../src/adapters/discord/register.ts';
import { discordCommands } from '../../../src/adapters/discord/registration.ts';
import { wordsFor } from '../../../src/text/words.ts';

type Kept = Record<string, unknown> & { id: string };

/** Discord's list of commands, on a socket: it adds what Discord adds, and knows one token. */
let server: Server;
let apiUrl: string;
let kept: Kept[] = [];
let asked: string[] = [];

const writers: Readonly<Record<string, (id: string, body: object) => void>> = {
  POST: (_, body) =>
    void kept.push({
      ...body,
      id: String(900_000_000_000_000_000n + BigInt(asked.length)),
      application_id: '7',
      version: '1',
      default_member_permissions: null,
      nsfw: false,
      dm_permission: true,
      name_localizations: null,
    }),
  PATCH: (id, body) => {
    kept = kept.map((one) => (one.id === id ? { ...one, ...body, version: '2' } : one));
  },
  DELETE: (id) => {
    kept = kept.filter((one) => one.id !== id);
  },
};

function statusOf({ method, url = '', headers }: IncomingMessage): number {
  if (headers.authorization !== 'Bot good') return 401;
  if (url.includes('/guilds/13/')) return 403;
  return method === 'DELETE' ? 204 : 200;
}

function take(request: IncomingMessage, body: string, response: ServerResponse): void {
  const { method = '', url = '' } = request;
  const { pathname } = new URL(url, 'http://discord');
  asked.push(`${method} ${pathname.replace('/api/v10/applications/7/', '')}`);
  const status = statusOf(request);
  if (status < 300) writers[method]?.(pathname.split('/').at(-1) ?? '', JSON.parse(body || '{}'));
  response.writeHead(status, status === 204 ? {} : { 'content-type': 'application/json' });
  response.end(status === 204 ? undefined : JSON.stringify(status === 200 ? kept : { code: 50_001, message: 'Missing Access' }));
}

beforeAll(async () => {
  server = createServer((request, response) => void text(request).then((body) => take(request, body, response)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  apiUrl = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/api`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  kept = [];
  asked = [];
});

const words = { en: wordsFor('en'), fr: wordsFor('fr') };
const make = (...names: string[]) => discordCommands({ command: 'is3c', commands: names.map((name) => ({ name, listed: true, options: [] })), words });
const register = (commands: ReturnType<typeof make>, more: { guild?: string; dryRun?: boolean; token?: string } = {}) =>
  registerDiscord({ token: 'good', applicationId: '7', apiUrl, dryRun: false, commands, ...more });

test('registers once, and asks no more than to compare after that', async () => {
  expect(await register(make('home'))).toEqual([{ act: 'created', name: 'is3c' }]);
  expect(await register(make('home'))).toEqual([{ act: 'kept', name: 'is3c' }]);
  expect(asked).toEqual(['GET commands', 'POST commands', 'GET commands']);
});

test('changes what differs, and takes away only slash commands of its own that are gone', async () => {
  await register(make('home'));
  kept.push({ id: '801', type: 1, name: 'is3c-old', description: 'x' }, { id: '802', type: 3, name: 'A menu' });
  expect(await register(make('home', 'timeline'))).toEqual([
    { act: 'changed', name: 'is3c' },
    { act: 'deleted', name: 'is3c-old' },
  ]);
  expect(asked.slice(2)).toEqual(['GET commands', `PATCH commands/${kept[0]?.id}`, 'DELETE commands/801']);
  expect(kept.map(({ name }) => name)).toEqual(['is3c', 'A menu']);
  expect(await register(make('home', 'timeline'))).toEqual([{ act: 'kept', name: 'is3c' }]);
});

test('a dry run says what would be done and does nothing', async () => {
  expect(await register(make('home'), { dryRun: true })).toEqual([{ act: 'created', name: 'is3c' }]);
  expect(asked).toEqual(['GET commands']);
});

test('one server has its own list, without what only the whole application has', async () => {
  await register(make('home'), { guild: '12' });
  expect(asked).toEqual(['GET guilds/12/commands', 'POST guilds/12/commands']);
  expect(kept[0]).not.toHaveProperty('contexts');
  expect(await register(make('home'), { guild: '12' })).toEqual([{ act: 'kept', name: 'is3c' }]);
});

test('a refusal is said in plain words, without the token', async () => {
  await expect(register(make('home'), { token: 'bad' })).rejects.toThrow(/^Discord refuses DISCORD_TOKEN\./);
  await expect(register(make('home'), { guild: '13' })).rejects.toThrow('The bot may not register commands in the server 13: invite it there first.');
  await expect(registerDiscord({ token: 'good', applicationId: '7', apiUrl: 'http://127.0.0.1:9/api', dryRun: true, commands: [] })).rejects.toThrow(
    'Discord could not be reached.',
  );
});

const [command] = make('home', 'milestone show', 'milestone add');
const changes: readonly (readonly [name: string, change: object, same: boolean])[] = [
  [
    'what Discord adds',
    { id: '1', version: '2', application_id: '7', dm_permission: false, default_member_permissions: null, nsfw: false, name_localizations: null },
    true,
  ],
  ['another description', { description: 'x' }, false],
  ['a language more', { description_localizations: { fr: 'x', de: 'y' } }, false],
  ['another context', { contexts: [0] }, false],
  ['an option less', { options: command?.options?.slice(1) }, false],
  ['another order', { options: [...(command?.options ?? [])].reverse() }, false],
  ['a permission', { default_member_permissions: '0' }, false],
];

test.each(changes)('%s is compared', (_, change, same) => {
  expect(isSame({ ...command, ...change }, command)).toBe(same);
});
