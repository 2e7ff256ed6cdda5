import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { belongsOver } from '../../../src/adapters/discord/belonging.ts';
import { discordOverHttp } from '../../../src/adapters/discord/http.ts';
import { makeSigner, startTwin, type Twin } from '../../support/discord.ts';
import { openTestHouse, type TestHouse } from '../../support/house.ts';
import { by } from '../../support/store.ts';
import { command, direct, openLog } from './payloads.ts';

const signer = makeSigner();
const { log } = openLog();
let twin: Twin;
let house: TestHouse;
let guild: string;
let discord: ReturnType<typeof discordOverHttp>;

beforeAll(async () => {
  twin = await startTwin();
  guild = (await twin.discord.prisma.guild.findFirstOrThrow()).id;
  house = await openTestHouse();
  await house.store.acceptSpace(`discord:${guild}`, by({ account: 'discord:1', space: `discord:${guild}` }));
  discord = discordOverHttp({ publicKey: signer.publicKey, token: twin.discord.botToken, apiUrl: twin.discord.restUrl.replace(/\/v10$/, ''), log });
  await discord.adapter.start(house.doors);
});

afterAll(async () => {
  await discord.adapter.stop();
  await twin.discord.stop();
  await house.close();
});

const user = () => ({ id: twin.userId, username: 'reader' });
const inServer = () => ({ guild_id: guild, member: { user: user(), permissions: '0' } });

async function join(group: string, where: object): Promise<string> {
  const response = await discord.route(signer.request(JSON.stringify(command('join', { group }, where))));
  return response.text();
}

test('somebody who is banned from the server writes directly as from nowhere, and whoever is in it as from there', async () => {
  const privately = { ...direct, user: user() };
  expect(await join('wg1', inServer())).toContain('You belong to wg1');
  expect(await join('wg2', privately)).toContain('You belong to wg2');
  await twin.discord.prisma.guildMember.delete({ where: { guildId_userId: { guildId: guild, userId: twin.userId } } });
  expect(await join('wg3', privately)).toContain('does not show that you belong to it');
  expect((await house.store.readGroup(by(), 'wg3')).people.member).toBe(0);
});

/** An update of wg2 for this week. */
async function tell(text: string, where: object): Promise<string> {
  const response = await discord.route(signer.request(JSON.stringify(command('update', { group: 'wg2', week: '2022-W41', text }, where))));
  return response.text();
}

test('a chair appointed from another platform answers directly, for Discord says that they are in the server, and is known from then on', async () => {
  const privately = { ...direct, user: user() };
  const { guildMember } = twin.discord.prisma;
  await house.store.acceptSpace('discord:99', by({ account: 'discord:1', space: 'discord:99' }));
  await house.store.forget(by({ account: `discord:${twin.userId}`, space: `discord:${guild}` }));
  await house.store.appoint({ group: 'wg2', account: `discord:${twin.userId}`, role: 'chair' }, by({ account: 'slack:T1:U1', space: 'slack:T1' }));
  const home = async () => (await house.store.readActor({ account: `discord:${twin.userId}` })).home;
  expect(await tell('Done.', privately)).toContain('does not show that you belong to it');
  expect(await home()).toBeUndefined();
  await guildMember.create({ data: { guildId: guild, userId: twin.userId } });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6 * 60_000 });
  try {
    expect(await tell('Done.', privately)).toContain('Recorded');
    expect(await home()).toBe(`discord:${guild}`);
  } finally {
    vi.useRealTimers();
  }
});

/** Discord's answers about a member, one after the other, by status. */
async function startMembers(answers: readonly (200 | 404 | 500)[]) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const status = answers[asked.length] ?? 500;
    asked.push(request.url ?? '');
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(status === 404 ? { message: 'Unknown Member', code: 10_007 } : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return { asked, belongs: belongsOver('token', `http://127.0.0.1:${address.port}`), close: () => server.close() };
}

test('what Discord said last stands while it cannot be asked, and a "no" is not asked for again at once, however fast somebody presses', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T12:00:00Z') });
  const { asked, belongs, close } = await startMembers([500, 404, 500, 200, 500]);
  try {
    expect(await belongs('discord:5', 'discord:9')).toBeUndefined();
    expect(await Promise.all([belongs('discord:5', 'discord:9'), belongs('discord:5', 'discord:9')])).toEqual([false, false]);
    expect(await belongs('discord:5', 'discord:9')).toBe(false);
    expect(asked).toHaveLength(2);
    vi.setSystemTime(new Date('2026-11-24T12:05:01Z'));
    expect(await belongs('discord:5', 'discord:9')).toBe(false);
    expect(await belongs('discord:5', 'discord:9')).toBe(true);
    expect(await belongs('discord:5', 'discord:9')).toBeUndefined();
    expect(asked).toHaveLength(5);
  } finally {
    vi.useRealTimers();
    close();
  }
});
