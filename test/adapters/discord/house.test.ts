import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { discordOverHttp } from '../../../src/adapters/discord/http.ts';
import { pathOf } from '../../../src/adapters/discord/names.ts';
import { makeSigner } from '../../support/discord.ts';
import { openTestHouse, type TestHouse } from '../../support/house.ts';
import { faultsOfMessage, faultsOfModal } from './checks.ts';
import { command, direct, openLog, press, type Raw, submit, typing } from './payloads.ts';

const signer = makeSigner();
const { log, lines } = openLog();
const discord = discordOverHttp({ publicKey: signer.publicKey, log });
let house: TestHouse;

beforeAll(async () => {
  house = await openTestHouse();
  await discord.adapter.start(house.doors);
});

afterAll(async () => {
  await discord.adapter.stop();
  await house.close();
  expect(lines).toEqual([]);
});

const manager = { member: { user: { id: '1400000000000000004' }, permissions: '32' } };

/** The first response to a signed interaction, which Discord would take. */
async function ask(raw: Raw): Promise<{ readonly type: number; readonly text: string; readonly id: string }> {
  const response: { type: number; data: { custom_id?: string } } = JSON.parse(await (await discord.route(signer.request(JSON.stringify(raw)))).text());
  const { type, data } = response;
  expect(type === 9 ? faultsOfModal(data) : faultsOfMessage(data)).toEqual([]);
  return { type, text: JSON.stringify(data).replaceAll('\\\\', ''), id: data.custom_id ?? '' };
}

test('next-milestone is answered with the facts, the share button and the buttons of each milestone', async () => {
  const { type, text } = await ask(command('next-milestone'));
  expect(type).toBe(4);
  expect(text).toMatch(/m7 · .*m8 · .*depends on m6/);
  expect(text).toContain('"custom_id":"1!|next-milestone"');
});

const names = commands.filter(({ listed }) => listed).map(({ name }) => name);

test.each(names)('/is3c %s is answered in a server, in a direct message and in French, with what Discord would take', async (name) => {
  const words = pathOf(name, names).join(' ');
  const some = { milestone: 'm3', period: '2022', 'as-of': '2022-03-15', question: 'what happens in June 2022' };
  await ask(command(words));
  await ask(command(words, some));
  await ask(command(words, {}, direct));
  await ask(command(words, some, { locale: 'fr' }));
});

test('a coordinator changes a milestone through a form, once, however often it is sent', async () => {
  await ask(command('here setup', {}, manager));
  const { type, id } = await ask(command('milestone change', { milestone: 'm8' }));
  expect(type).toBe(9);
  const refused = await ask(submit(id, { when: 'soonish', text: 'A new text', 'depends-on': '', why: 'a test' }));
  expect(refused.text).toMatch(/soonish.*What you typed.*> A new text.*Open the form again/);
  expect((await ask(press(id))).text).toContain('"value":"A new text"');
  const typed = { when: 'March 2023', text: 'A new text', 'depends-on': '', why: 'a test' };
  expect((await ask(submit(id, typed))).text).toContain('m8');
  expect((await ask(submit(id, typed))).text).toContain('m8');
  const history = await ask(command('milestone show', { milestone: 'm8' }));
  expect(history.text).toContain('A new text');
});

test('milestones are completed as they are typed', async () => {
  const response = await discord.route(signer.request(JSON.stringify(typing('milestone show', 'milestone', 'm'))));
  expect(await response.json()).toMatchObject({ type: 8, data: { choices: { length: 8 } } });
});
