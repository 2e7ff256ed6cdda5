import { type APIMessageTopLevelComponent, ChannelType } from 'discord.js';
import { DigitalDiscord } from 'discord-digital-twin';
import { z } from 'zod';
import { discordOverGateway } from '../../../src/adapters/discord/gateway.ts';
import type { TestHouse } from '../../support/house.ts';
import { people, permissionsOf, type Wire } from './discord-client.ts';
import { keptFrom, seatAll, withoutFiles } from './discord-people.ts';
import { readComponents } from './discord-screen.ts';
import { openDoor, type Passed } from './door.ts';
import type { Platform, Post } from './seat.ts';

const roles = ['coordinator', 'rival', 'member'] as const;
const ephemeral = 64;
const called = z.object({ type: z.int(), data: z.looseObject({}).default({}) });
const made = z.object({ id: z.string() });
const posted = z.object({ components: z.array(z.custom<APIMessageTopLevelComponent>()) });

/** What the twin leaves out: conversations with one person, whose channel is here called by the person. */
function directly({ method, path, body }: Pick<Passed, 'method' | 'path' | 'body'>): object | undefined {
  if (method !== 'POST') return undefined;
  if (path.endsWith('/users/@me/channels')) return { id: `9${made.parse({ id: JSON.parse(body).recipient_id }).id}`, type: 1 };
  return /\/channels\/91400000\d+\/messages$/.test(path) ? { id: '1' } : undefined;
}

/** A call that posts a message. */
function postOf({ method, path, body, status }: Passed): readonly Post[] {
  const [, to] = /\/channels\/(\d+)\/messages$/.exec(path) ?? [];
  if (method !== 'POST' || to === undefined || status >= 400) return [];
  const { text } = readComponents(posted.parse(JSON.parse(body)).components, String);
  return [{ to: to.replace(/^9(?=1400000)/, ''), title: text.trim().split('\n')[0] ?? '', text }];
}

/** Discord over the gateway: the real discord.js, logged in to a Discord in small, with its REST interface behind a door. */
export async function discordGateway(house: TestHouse): Promise<Platform> {
  const users = roles.map((role) => ({ id: people[role].user, username: people[role].name }));
  const twin = new DigitalDiscord({ channels: [{ name: 'general', type: ChannelType.GuildText }], users });
  await twin.start();
  for (const role of roles)
    await twin.prisma.guildMember.updateMany({ where: { userId: people[role].user }, data: { permissions: permissionsOf(people[role]) } });
  const { id: channel } = await twin.prisma.channel.findFirstOrThrow();
  const { origin, pathname } = new URL(twin.restUrl);
  const door = await openDoor(origin, { translate: withoutFiles, answer: directly });
  const adapter = discordOverGateway({ token: twin.botToken, apiUrl: door.url + pathname, log: house.log });
  await adapter.start(house.doors);

  const wire: Wire = {
    server: { guild: twin.guildId, channel },
    // The twin tells the same of everybody.
    localeOf: () => 'en-US',
    async send(raw, { user }, on) {
      const after = door.count();
      const { type, data } = z.object({ type: z.int(), data: z.record(z.string(), z.unknown()) }).parse(raw);
      const { id, token } = await twin.simulateInteraction({ type, channelId: channel, userId: user, data, ...(on !== undefined && { messageId: on.id }) });
      const { body, status } = await door.first(({ path }) => path.includes(`/interactions/${id}/`), after);
      if (status >= 400) throw new Error(`the twin refused the first response: ${status}`);
      const kept = await twin.channel(channel).getInteractionResponse(id);
      return { token, ...called.parse(JSON.parse(body)), message: kept?.messageId ?? '' };
    },
    async later({ token, message }) {
      const call = await door.first(({ path, status }) => path.includes('/webhooks/') && path.includes(`/${token}`) && status === 200, 0);
      const kept = keptFrom(call);
      return { ...kept, message: kept.kind === 'edit' && message !== '' ? message : made.parse(JSON.parse(call.answer)).id };
    },
    // Discord keeps it ephemeral; the twin takes the flags of a change for all the flags there are.
    async changed(message) {
      const { flags } = await twin.prisma.message.findUniqueOrThrow({ where: { id: message } });
      await twin.prisma.message.update({ where: { id: message }, data: { flags: flags | ephemeral } });
    },
  };
  return {
    ...seatAll(roles, wire, house.doors),
    adapter,
    posts: () => door.all().flatMap(postOf),
    stop: () => adapter.stop(),
    async close() {
      await adapter.stop();
      await door.close();
      await twin.stop();
    },
  };
}
