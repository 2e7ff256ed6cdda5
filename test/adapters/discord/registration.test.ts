import { expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { commandAt, pathOf } from '../../../src/adapters/discord/names.ts';
import { discordCommands, type Registrable, sizeOf } from '../../../src/adapters/discord/registration.ts';
import { discordRegistration } from '../../../src/programs/register.ts';
import { wordsFor } from '../../../src/text/words.ts';
import { faultsOfCommand } from './checks.ts';

const words = { en: wordsFor('en'), fr: wordsFor('fr') };
const one: Registrable = { name: 'timeline', listed: true, options: [] };
const register = (all: readonly Registrable[]) => discordCommands({ command: 'is3c', commands: all, words });

const registered = discordRegistration({ IS3C_COMMAND: 'is3c' });

test('what is committed is what would be registered', async () => {
  // As Biome writes it, with short lists of numbers in one line. `vitest -u` writes it anew.
  const json = JSON.stringify(registered, null, 2).replace(/\[[\s\d,]+\]/g, (list) => list.replace(/\s+/g, '').replaceAll(',', ', '));
  await expect(`${json}\n`).toMatchFileSnapshot('./registration.json');
});

test('Discord would take it, with room for the commands to come', () => {
  expect(registered.flatMap(faultsOfCommand)).toEqual([]);
  expect(registered.map(sizeOf)[0]).toBeLessThan(8_000);
  expect(registered[0]?.options?.length).toBeLessThanOrEqual(22);
});

test('every listed command is there under words that lead back to it, and no other', () => {
  const listed = commands.filter((command) => command.listed).map(({ name }) => name);
  expect(listed.map((name) => commandAt(pathOf(name, listed)))).toEqual(listed);
  const leaves = (registered[0]?.options ?? []).flatMap((entry) =>
    'options' in entry && entry.type === 2 ? (entry.options ?? []).map(({ name }) => [entry.name, name]) : [[entry.name]],
  );
  expect(leaves.map(commandAt).sort()).toEqual([...listed].sort());
});

test('it works in servers and in direct messages, installed in servers, described in every language', () => {
  expect(registered[0]).toMatchObject({ name: 'is3c', contexts: [0, 1], integration_types: [0], description_localizations: { fr: words.fr.help.title } });
});

test('a command that also stands alone is shown as a second word', () => {
  const [{ options = [] } = {}] = register([
    { ...one, name: 'me' },
    { ...one, name: 'me language' },
    { ...one, name: 'home' },
  ]);
  expect(options).toMatchObject([
    {
      type: 2,
      name: 'me',
      description: 'me: show, language',
      options: [{ type: 1, name: 'show', description: words.en.commands.me.summary }, { name: 'language' }],
    },
    { type: 1, name: 'home' },
  ]);
});

test('options come with completion or choices where there are any', () => {
  const options = [
    { name: 'period', completes: true },
    { name: 'language', completes: false, choices: [{ label: 'français', value: 'fr' }] },
  ];
  expect(register([{ ...one, options }])[0]?.options).toMatchObject([
    {
      options: [
        { name: 'period', required: false, autocomplete: true },
        { name: 'language', required: false, choices: [{ name: 'français', value: 'fr' }] },
      ],
    },
  ]);
});

test('what Discord would refuse is refused here, and said why', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...one, name: `word${index}` }));
  expect(() => register(many(25))).not.toThrow();
  expect(() => register(many(26))).toThrow('/is3c: is3c has 26 entries; Discord takes 25.');
  expect(() => register([{ ...one, name: 'Word!' }])).toThrow('Discord takes no command or option named “Word!”.');
  const choices = Array.from({ length: 25 }, (_, index) => ({ label: 'x'.repeat(90), value: `${index}${'y'.repeat(90)}` }));
  const heavy = {
    ...one,
    options: [
      { name: 'a', completes: false, choices },
      { name: 'b', completes: false, choices },
    ],
  };
  expect(() => register([heavy])).toThrow(/^\/is3c is described in 9\d{3} characters; Discord takes 8000\.$/);
});
