import { expect, test } from 'vitest';
import { answerArguments, programOf, readFlags } from '../../../src/flags.ts';
import { card, doorsOf } from './doors.ts';

const read = (...args: string[]) => readFlags(args, undefined);

test('words and flags may stand in any order', () => {
  expect(
    read('--json', 'next-milestone', '--as-of', '2022-03-15', 'x', '--as=alice', '--lang', 'fr', '--field', 'when=June 2022', '--field', 'text=a=b'),
  ).toEqual({
    words: ['next-milestone', 'x'],
    flags: { json: true, asOf: '2022-03-15', fields: { when: 'June 2022', text: 'a=b' } },
    account: 'terminal:alice',
    language: 'fr',
    tag: 'fr',
  });
});

test('whoever does not say who they are is the operator', () => {
  expect(read()).toEqual({ words: [], flags: { json: false, fields: {} }, account: 'terminal:operator' });
});

test.each([['--help'], ['-h']])('%s asks for help', (flag) => {
  expect(read(flag, 'timeline')).toMatchObject({ words: ['help', 'timeline'] });
});

test('what stands after -- is words', () => {
  expect(read('milestone', 'add', '--', '--json', '-1')).toMatchObject({ words: ['milestone', 'add', '--json', '-1'], flags: { json: false } });
});

test.each([
  [['--jsn'], 'There is no --jsn here.'],
  [['-x'], 'There is no -x here.'],
  [['--constructor'], 'There is no --constructor here.'],
  [['--no-json'], 'There is no --no-json here.'],
  [['--json=yes'], '--json takes no value.'],
  [['--as-of'], '--as-of needs a value, such as --as-of 2022-03-15'],
  [['--as-of', '--json'], '--as-of needs a value'],
  [['--as='], '--as needs a value, such as --as alice'],
  [['--as', 'two words'], '--as cannot use “two words”.'],
  [['--as', 'slack:T1:U2'], '--as cannot use “slack:T1:U2”.'],
  [['--field', 'when'], '--field cannot use “when”.'],
  [['--field', '=x'], '--field cannot use “=x”.'],
  [['--lang', 'tlh'], 'The bot does not speak “tlh” yet.'],
])('%j is wrong usage', (args, said) => {
  expect(readFlags(args, undefined)).toEqual({ usage: expect.stringContaining(said) });
});

test('a value that begins with a dash is written with an equals sign', () => {
  expect(read('--as-of=-1', '--as', 'terminal:bob')).toMatchObject({ flags: { asOf: '-1' }, account: 'terminal:bob' });
});

test('the last value of a field counts, whatever it is called', () => {
  expect(read('--field', 'a=1', '--field', 'a=2', '--field', '__proto__=3')).toMatchObject({
    flags: {
      fields: Object.fromEntries([
        ['a', '2'],
        ['__proto__', '3'],
      ]),
    },
  });
});

test('the programs beside the bot get their arguments untouched', () => {
  expect(programOf(['register', 'discord', '--guild', '1', '--dry-run'])).toEqual({ program: 'register', rest: ['discord', '--guild', '1', '--dry-run'] });
  expect(programOf(['next-milestone'])).toBeUndefined();
  expect(programOf([])).toBeUndefined();
});

const terminal = { columns: 0, colours: false, zone: 'Mars/Olympus', locale: 'fr-FR' };

test('a whole command line is answered', async () => {
  const doors = doorsOf(() => card('Tout va bien'));
  expect(await answerArguments({ args: ['timeline', '--as', 'alice'], ...terminal }, doors)).toEqual({ output: 'Tout va bien\n', error: '', exit: 0 });
  expect(doors.seen[0]).toMatchObject({ sender: 'terminal:alice', zone: 'UTC', locale: 'fr-FR', invoke: { command: 'timeline' } });
});

test('wrong usage asks nothing, and whatever was typed is shown harmless', async () => {
  const doors = doorsOf(() => card(''));
  const { output, error, exit } = await answerArguments({ args: ['--\u001b[2J'], ...terminal, locale: 'en' }, doors);
  expect([output, exit, doors.seen.length]).toEqual(['', 2, 0]);
  expect(error).toMatch(/^There is no --␛\[2J here/);
});
