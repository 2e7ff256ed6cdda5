import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { decodeLine, decodeWords, interactionOf, knownZone, localeOf } from '../../../src/adapters/terminal/decode.ts';
import { spell } from '../../../src/adapters/terminal/spell.ts';
import { encodeInvocation, type Invocation } from '../../../src/chat/invocation.ts';
import { terminalSpace } from '../../../src/core/account.ts';
import { nameSlashCommand } from '../../../src/text/slash.ts';
import { read } from './doors.ts';
import { hostileLine } from './hostile.ts';

const show: Invocation = { command: 'milestone show', options: { milestone: 'm3' } };

test.each([
  ['/is3c milestone show m3', show],
  ['is3c milestone show m3', show],
  ['  /IS3C   milestone show m3 ', show],
  ['/milestone show m3', show],
  ['milestone show m3', show],
  ['1|milestone show|milestone=m3', show],
  ["/is3c '1|milestone show|milestone=m3'", show],
  ['/is3c', { command: 'home', options: {} }],
  ['is3c-bot what is that', { command: 'help', options: { question: 'is3c-bot what is that' } }],
])('%j is read', (line, invocation) => {
  expect(decodeLine(line, read)).toEqual(invocation);
});

test.each([
  [['milestone', 'show', 'm3'], show],
  [['milestone show m3'], show],
  [['what happens in June 2022'], { command: 'help', options: { question: 'what happens in June 2022' } }],
  [['milestone', 'add', 'Q3 2023', 'He said "yes"'], { command: 'milestone add', options: { when: 'Q3 2023', text: "He said 'yes'" } }],
  [['timeline', 'between March and June 2022'], { command: 'timeline', options: { period: 'between March and June 2022' } }],
  [[], { command: 'home', options: {} }],
])('the words %j are read', (words, invocation) => {
  expect(decodeWords(words, read)).toEqual(invocation);
});

test.each([
  [show, '/is3c milestone show m3'],
  [{ command: 'home', options: {} }, '/is3c home'],
  [{ command: 'next-milestone', options: { 'as-of': '2022-03-15' } }, '/is3c next-milestone as of 2022-03-15'],
  [{ command: 'timeline', options: { period: 'March to June 2022', 'as-of': '2022-03-15' } }, '/is3c timeline March to June 2022 as of 2022-03-15'],
  [{ command: 'milestone add', options: { when: 'Q3 2023', text: 'Second report' } }, '/is3c milestone add "Q3 2023" "Second report"'],
])('a button that carries %j is spelt %s', (invocation, line) => {
  expect(spell(invocation, read)).toBe(line);
});

test('however a button is spelt, the line presses it', () => {
  const names = fc.constantFrom('milestone', 'period', 'as-of', 'when', 'text', 'skip', 'revision', 'language');
  const values = fc.oneof(fc.constantFrom('m3', '10', '2022-03-15', 'Q3 2023', 'fr', 'discord:789'), fc.stringMatching(/^[a-z0-9 :|%="'ö漢]{1,12}$/));
  const commands = fc.constantFrom('home', 'timeline', 'milestone show', 'milestone add', 'next-milestone', 'me language', 'gone');
  fc.assert(
    fc.property(commands, fc.dictionary(names, values, { maxKeys: 3, noNullPrototype: true }), (command, options) => {
      fc.pre(Object.values(options).every((value) => value.trim() !== ''));
      expect(decodeLine(spell({ command, options }, read), read)).toEqual({ command, options });
    }),
    { endOnFailure: true, numRuns: 500 },
  );
});

test('a deployment that renames its slash command reads its own name, and the program’s', () => {
  nameSlashCommand('coalition');
  onTestFinished(() => nameSlashCommand('is3c'));
  expect(spell(show, read)).toBe('/coalition milestone show m3');
  expect(decodeLine('/coalition milestone show m3', read)).toEqual(show);
  expect(decodeLine('/is3c milestone show m3', read)).toEqual(show);
});

test('no line breaks the reading', () => {
  fc.assert(
    fc.property(hostileLine, (line) => typeof decodeLine(line, read).command === 'string'),
    { endOnFailure: true },
  );
});

test('a shared button pressed by typing stays shared', () => {
  expect(decodeLine(encodeInvocation({ command: 'timeline', options: {}, shared: true }), read)).toEqual({ command: 'timeline', options: {}, shared: true });
});

test('an interaction tells who, where, in which zone and language, under an id of its own, and that its outcome is waited for', () => {
  const reader = { account: 'terminal:alice', zone: 'Asia/Kathmandu', locale: 'fr-FR', language: 'fr' } as const;
  const one = interactionOf(reader, show);
  expect(one).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    sender: 'terminal:alice',
    space: terminalSpace,
    place: { kind: 'channel', channel: 'prompt' },
    standing: 'none',
    zone: 'Asia/Kathmandu',
    locale: 'fr-FR',
    language: 'fr',
    waits: true,
    invoke: show,
  });
  expect(interactionOf(reader, show).id).not.toBe(one.id);
});

test.each([
  ['fr_FR.UTF-8', 'fr-FR'],
  ['en_GB', 'en-GB'],
  ['de_DE@euro', 'de-DE'],
  ['pt', 'pt'],
  ['C.UTF-8', undefined],
  ['POSIX', undefined],
  ['', undefined],
  [undefined, undefined],
  ['en_!!', undefined],
])('the locale %j is %j', (posix, tag) => {
  expect(localeOf(posix)).toBe(tag);
});

test('a zone that is unknown here is UTC', () => {
  expect(knownZone('Europe/Paris')).toBe('Europe/Paris');
  expect(knownZone('Mars/Olympus')).toBe('UTC');
  expect(knownZone('')).toBe('UTC');
});
