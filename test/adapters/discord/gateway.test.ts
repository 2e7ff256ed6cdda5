import { InteractionType } from 'discord.js';
import type { DiscordGateway } from 'discord-digital-twin';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { discordOverGateway } from '../../../src/adapters/discord/gateway.ts';
import type { Adapter, Posting } from '../../../src/chat/adapter.ts';
import type { Answer } from '../../../src/chat/answer.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { startTwin, type Twin } from '../../support/discord.ts';
import { faultsOfMessage, faultsOfModal } from './checks.ts';
import { changeForm, doors, openLog, plainCard, refusal } from './payloads.ts';

const show = (milestone: string) => ({ kind: 'act', label: 'Show', invoke: { command: 'milestone show', options: { milestone } } }) as const;

/** A small house: a card with a button and a menu, a form, a page, and something to share. */
function answer({ invoke, fields, sender }: Interaction): Answer {
  if (fields !== undefined)
    return fields['when'] === ''
      ? refusal({ code: 'field-missing', params: { field: 'When' } }, { when: 'When: please fill this in.' })
      : plainCard(`Recorded by ${sender}`);
  if (invoke.command === 'milestone change') return changeForm;
  if (invoke.shared === true) return { ...plainCard('Shared'), audience: 'place' };
  const menu = { kind: 'menu', label: 'Which one?', choices: [{ label: 'm3', invoke: { command: 'milestone show', options: { milestone: 'm3' } } }] } as const;
  return plainCard(`${invoke.command} ${invoke.options['milestone'] ?? ''}`, [menu], [show('m1')]);
}

const house = doors(answer);
const { log, lines } = openLog();
let twin: Twin;
let adapter: Adapter;

beforeAll(async () => {
  twin = await startTwin();
  adapter = discordOverGateway({ token: twin.discord.botToken, apiUrl: twin.discord.restUrl, log });
  await adapter.start(house);
});

afterAll(async () => {
  await adapter.stop();
  await twin.discord.stop();
  expect(lines).toEqual([]);
});

const channel = () => twin.discord.channel(twin.channelId);
const reader = () => channel().user(twin.userId);

/** What the bot answered to an interaction, as Discord keeps it. */
async function answerTo({ id }: { id: string }) {
  const { type, messageId } = await channel().waitForInteractionAck({ interactionId: id, timeout: 5_000 });
  const kept = await channel().getInteractionResponse(id);
  const data: unknown = JSON.parse(kept?.data ?? 'null');
  return { type, messageId: messageId ?? '', data };
}

async function home() {
  return answerTo(
    await reader().runSlashCommand({
      name: 'is3c',
      options: [{ name: 'milestone', type: 2, options: [{ name: 'show', type: 1, options: [{ name: 'milestone', type: 3, value: 'm2' }] }] }],
    }),
  );
}

test('a slash command gets its card, over the real gateway and the real REST', async () => {
  const { type, data } = await home();
  expect(type).toBe(4);
  expect(data).toMatchObject({ flags: 32_832 });
  expect(JSON.stringify(data)).toContain('## milestone show m2');
  expect(faultsOfMessage(data)).toEqual([]);
  expect(house.heard.at(-1)).toMatchObject({
    sender: `discord:${twin.userId}`,
    space: `discord:${twin.discord.guildId}`,
    place: { kind: 'channel', channel: twin.channelId },
    locale: 'en-US',
    standing: 'admin',
  });
});

test('a button and a choice change the message they stand on', async () => {
  // The twin forgets with a change that only the asker sees a message, so each begins anew.
  const [first, second] = [await home(), await home()];
  const pressed = await answerTo(await reader().clickButton({ messageId: first.messageId, customId: '1|milestone show|milestone=m1' }));
  const chosen = await answerTo(await reader().selectMenu({ messageId: second.messageId, customId: 'menu 1', values: ['1|milestone show|milestone=m3'] }));
  expect([pressed.type, chosen.type]).toEqual([7, 7]);
  const messages = await channel().getMessages();
  const shown = (wanted: string) => JSON.stringify(messages.find(({ id }) => id === wanted)?.components);
  expect(shown(first.messageId)).toContain('## milestone show m1');
  expect(shown(second.messageId)).toContain('## milestone show m3');
});

test('a shared answer is there for everybody', async () => {
  const { messageId } = await home();
  const shared = await answerTo(await reader().clickButton({ messageId, customId: '1!|timeline' }));
  expect(shared).toMatchObject({ type: 4, data: { flags: 32_768 } });
  expect(shared.messageId).not.toBe(messageId);
});

test('a form opens, is refused with what was typed, opens again with it, and is recorded', async () => {
  const opened = await answerTo(
    await reader().runSlashCommand({ name: 'is3c', options: [{ name: 'milestone', type: 2, options: [{ name: 'change', type: 1 }] }] }),
  );
  expect([opened.type, faultsOfModal(opened.data)]).toEqual([9, []]);
  const customId = opened.data instanceof Object && 'custom_id' in opened.data ? String(opened.data.custom_id) : '';

  const refused = await answerTo(
    await reader().submitModal({
      customId,
      fields: [
        { customId: 'when', value: '' },
        { customId: 'text', value: 'A better text' },
      ],
    }),
  );
  expect(refused.type).toBe(4);
  expect(JSON.stringify(refused.data)).toMatch(/When\\\\: please fill this in.*\*\*What happens\*\*\\n> A better text.*Open the form again/);

  const again = await answerTo(await reader().clickButton({ messageId: refused.messageId, customId }));
  expect(again).toMatchObject({ type: 9, data: { custom_id: customId, components: { 2: { component: { value: 'A better text' } } } } });

  const recorded = await answerTo(
    await reader().submitModal({
      customId,
      fields: [
        { customId: 'when', value: 'June 2022' },
        { customId: 'text', value: 'A better text' },
      ],
    }),
  );
  expect(JSON.stringify(recorded.data)).toContain('## Recorded by');
  const keys = house.heard.filter(({ fields }) => fields !== undefined).map(({ formKey }) => formKey);
  expect(keys).toEqual([customId.split('~=')[1], customId.split('~=')[1]]);
});

test('what is typed is completed', async () => {
  const options = [{ name: 'milestone', type: 2, options: [{ name: 'show', type: 1, options: [{ name: 'milestone', type: 3, value: 'm', focused: true }] }] }];
  const raw = await twin.discord.simulateInteraction({
    type: InteractionType.ApplicationCommandAutocomplete,
    channelId: twin.channelId,
    userId: twin.userId,
    data: { id: '1', name: 'is3c', type: 1, options },
  });
  expect(await answerTo(raw)).toMatchObject({ type: 8, data: { choices: [{ name: 'milestone m', value: 'm' }] } });
});

test('a message of the bot stands in the channel, is found again, and its buttons work for anybody there', async () => {
  const posting = (key: string): Posting => ({
    key,
    to: { kind: 'channel', space: `discord:${twin.discord.guildId}`, channel: twin.channelId },
    card: { ...plainCard('Digest', [], [show('m5')]), audience: 'place' },
  });
  const begun = new Date();
  const posted = await adapter.post(posting('k1'));
  const stands = await channel().waitForMessage({ timeout: 5_000, predicate: ({ components }) => JSON.stringify(components).includes('## Digest') });
  expect(posted).toEqual({ kind: 'sent', reference: `${twin.channelId} ${stands.id}` });
  expect(await adapter.resume(posting('k1'), begun)).toEqual(posted);
  expect(await adapter.resume(posting('k2'), begun)).toMatchObject({ kind: 'sent' });
  expect(await adapter.resume(posting('k2'), begun)).toMatchObject({ kind: 'sent' });
  const messages = await channel().getMessages();
  expect(messages.filter(({ components }) => JSON.stringify(components).includes('## Digest'))).toHaveLength(2);

  const pressed = await answerTo(await reader().clickButton({ messageId: stands.id, customId: '1|milestone show|milestone=m5' }));
  expect(pressed).toMatchObject({ type: 4, data: { flags: 32_832 } });
  expect(await adapter.post({ ...posting('k3'), to: { kind: 'channel', space: 'discord:1', channel: '404' } })).toEqual({
    kind: 'gone',
    problem: 'UnknownChannel',
  });
  expect(adapter.platform).toBe('discord');
});

test('a server from which the bot was removed is told, and one that is unavailable for a while is not', async () => {
  const { gateway }: { readonly gateway: DiscordGateway } = Reflect.get(twin.discord, 'server');
  gateway.broadcast('GUILD_DELETE', { id: '1', unavailable: true });
  gateway.broadcast('GUILD_DELETE', { id: '2' });
  await vi.waitFor(() => expect(house.gone).toEqual(['discord:2']), 3_000);
});

test('a slow answer is promised, and comes as an edit', async () => {
  const slow = discordOverGateway({ token: twin.discord.botToken, apiUrl: twin.discord.restUrl, log });
  await adapter.stop();
  await slow.start(doors(() => plainCard('Late'), 1_800));
  const raw = await reader().runSlashCommand({ name: 'is3c', options: [{ name: 'home', type: 1 }] });
  expect(await answerTo(raw)).toMatchObject({ type: 5, data: { flags: 64 } });
  const late = await channel().waitForMessage({ timeout: 5_000, predicate: ({ components }) => JSON.stringify(components).includes('## Late') });
  expect(late.flags).toBe(32_768);
  await slow.stop();
});

test('a wrong token and an unreachable Discord are said in plain words', async () => {
  const wrong = openLog();
  const refused = discordOverGateway({ token: 'wrong', apiUrl: twin.discord.restUrl, log: wrong.log });
  await expect(refused.start(house)).rejects.toThrow('Discord refuses DISCORD_TOKEN. Copy the token of the bot again from the Discord portal, under Bot.');
  const away = discordOverGateway({ token: 'a', apiUrl: 'http://127.0.0.1:9', log: wrong.log });
  await expect(away.start(house)).rejects.toThrow(/^Discord could not be reached\./);
});
