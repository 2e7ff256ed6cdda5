import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withFormKey, writeCustomId } from '../../../src/adapters/discord/custom-id.ts';
import { decode } from '../../../src/adapters/discord/decode.ts';
import type { Invocation } from '../../../src/chat/invocation.ts';
import { choose, command, direct, pick, ping, press, type Raw, submit, typing } from './payloads.ts';

const show = '1|milestone show|milestone=m3';
const old: Invocation = { command: 'help', options: { old: '1' } };

const invocations: readonly (readonly [name: string, raw: Raw, invoke: Invocation])[] = [
  ['a command', command('next-milestone'), { command: 'next-milestone', options: {} }],
  ['its options', command('timeline', { period: '2022', 'as-of': 'March' }), { command: 'timeline', options: { period: '2022', 'as-of': 'March' } }],
  ['a command in a group', command('milestone show', { milestone: 'm3' }), { command: 'milestone show', options: { milestone: 'm3' } }],
  ['a command that also stands alone', command('me show'), { command: 'me', options: {} }],
  ['a second word beside it', command('me language', { language: 'fr' }), { command: 'me language', options: { language: 'fr' } }],
  ['a command that is no longer registered', command('proposal approve'), { command: 'proposal approve', options: {} }],
  ['a button', press(show), { command: 'milestone show', options: { milestone: 'm3' } }],
  ['a button that shares', press('1!|timeline'), { command: 'timeline', options: {}, shared: true }],
  ['a button from before', press('v1:prop:approve:7'), old],
  ['a choice', choose(show), { command: 'milestone show', options: { milestone: 'm3' } }],
  ['a choice from before', choose('iot'), old],
  [
    'a person picked from a menu',
    pick('1|here appoint', '1400000000000000007'),
    { command: 'here appoint', options: { person: 'discord:1400000000000000007' } },
  ],
  ['a command on a message', { ...command('home'), data: { id: '1', name: 'Turn into proposal', type: 3, target_id: '2' } }, old],
  [
    'options of other kinds',
    {
      ...command('home'),
      data: {
        id: '1',
        name: 'is3c',
        type: 1,
        options: [
          {
            name: 'home',
            type: 1,
            options: [
              { name: 'a', type: 4, value: 75 },
              { name: 'b', type: 5, value: true },
              { name: 'c', type: 6, value: '7' },
            ],
          },
        ],
      },
    },
    { command: 'home', options: { a: '75', b: 'true', c: 'discord:7' } },
  ],
];

test.each(invocations)('reads %s', (_, raw, invoke) => {
  expect(decode(raw)).toMatchObject({ kind: 'act', interaction: { id: raw.id, invoke }, target: { id: raw.id, token: raw.token } });
});

test('reads who, where, in which language', () => {
  const raw = command('home');
  expect(decode(raw)).toEqual({
    kind: 'act',
    target: { id: raw.id, application: '1400000000000000001', token: raw.token },
    interaction: {
      id: raw.id,
      sender: 'discord:1400000000000000004',
      space: 'discord:1400000000000000002',
      place: { kind: 'channel', channel: '1400000000000000003' },
      locale: 'en-GB',
      standing: 'none',
      invoke: { command: 'home', options: {} },
    },
  });
});

test('a direct message belongs to no space', () => {
  const decoded = decode(command('home', {}, direct));
  expect(decoded).toMatchObject({ interaction: { sender: 'discord:1400000000000000004', place: { kind: 'direct' }, standing: 'none' } });
  expect(decoded).not.toHaveProperty('interaction.space');
});

const permissions: readonly (readonly [name: string, bits: string, standing: string])[] = [
  ['Manage Server', '32', 'admin'],
  ['Administrator', '8', 'admin'],
  ['both among much else', '2251799813685247', 'admin'],
  ['all but these two', String(0x1f_ffff_ffff_ffffn & ~0x28n), 'none'],
  ['nothing', '0', 'none'],
];

test.each(permissions)('%s is read as a standing', (_, bits, standing) => {
  const raw = command('home');
  expect(decode({ ...raw, member: { user: { id: '4' }, permissions: bits } })).toMatchObject({ interaction: { standing } });
});

test('reads what is being typed, and a number as the text it arrives as', () => {
  expect(decode(typing('milestone show', 'milestone', 'm'))).toMatchObject({
    kind: 'completion',
    option: 'milestone',
    typed: 'm',
    interaction: { invoke: { command: 'milestone show', options: { other: 'x', milestone: 'm' } } },
  });
  expect(decode(typing('timeline', 'skip', 4))).toMatchObject({ option: 'skip', typed: '4' });
});

const key = '1500000000000000001';
const formId = writeCustomId(withFormKey({ command: 'milestone change', options: { milestone: 'm3', revision: '2' } }, key)) ?? '';

const typed = {
  when: 'June 2022',
  text: 'a\n@everyone # b',
  why: '',
  kind: { type: 3, values: ['lead'] },
  none: { type: 3, values: [] },
  person: { type: 5, values: ['1400000000000000007'] },
  radio: { type: 21, value: null },
};

test('reads a submitted form with its key, its fields and the people in it', () => {
  const fields = { when: 'June 2022', text: 'a\n@everyone # b', why: '', kind: 'lead', none: '', person: 'discord:1400000000000000007', radio: '' };
  expect(decode(submit(formId, typed))).toMatchObject({
    typed: fields,
    interaction: { fields, formKey: key, invoke: { command: 'milestone change', options: { milestone: 'm3', revision: '2' } } },
  });
});

test.each([
  ['a bot', '1400000000000000007', { bot: true }, true],
  ['not in the server', '1400000000000000008', {}, true],
  ['of the server', '1400000000000000007', {}, false],
])('knows whether somebody who is chosen is %s', async (_, id, facts, outside) => {
  const resolved = { users: { [id]: { id, ...facts } }, members: { '1400000000000000007': {} } };
  const raw = submit(formId, typed);
  const decoded = decode({ ...raw, data: { ...Object(raw['data']), resolved } });
  expect(await (decoded?.kind === 'act' ? decoded.interaction.whoIs?.(`discord:${id}`) : undefined)).toEqual({ outside });
});

test('reads a form in the rows of older clients', () => {
  expect(decode(submit(formId, { when: 'June' }, true))).toMatchObject({ interaction: { fields: { when: 'June' }, formKey: key } });
});

test('a form from before is no submission, and keeps what was typed', () => {
  const decoded = decode(submit('v1:update:iot', { done: 'much' }));
  expect(decoded).toMatchObject({ interaction: { invoke: old }, typed: { done: 'much' } });
  expect(decoded).not.toHaveProperty('interaction.fields');
});

test('a button that opens a form again brings its key and not its options', () => {
  expect(decode(press(formId, 'place'))).toMatchObject({
    reopens: key,
    pressed: 'place',
    interaction: { invoke: { options: { milestone: 'm3', revision: '2' } } },
  });
  expect(decode(press(show))).toMatchObject({ pressed: 'asker' });
});

test('reads a ping', () => {
  expect(decode(ping())).toEqual({ kind: 'ping' });
});

test('what is no interaction is nothing, whatever is missing from it', () => {
  const { member: _member, ...nobody } = command('home');
  for (const raw of [
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { ...command('home'), type: 99 },
    { ...command('home'), data: undefined },
    { ...press('x'), data: {} },
    nobody,
  ]) {
    expect(decode(raw)).toBeUndefined();
  }
  fc.assert(
    fc.property(
      fc.constantFrom(command('home'), press('x'), submit('x', typed), typing('home', 'a', 'b'), ping()),
      fc.dictionary(fc.constantFrom('data', 'member', 'type', 'message', 'channel', 'locale', 'guild_id'), fc.anything()),
      (raw, more) => {
        decode({ ...raw, ...more });
      },
    ),
  );
});
