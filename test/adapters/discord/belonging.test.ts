import { afterAll, beforeAll, expect, test } from 'vitest';
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
