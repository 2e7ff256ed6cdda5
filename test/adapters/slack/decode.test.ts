import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCommand, decodeHomeOpened, decodePress, decodeSubmission, decodeUninstalled } from '../../../src/adapters/slack/decode.ts';
import { decodeText } from '../../../src/adapters/slack/decode-text.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Invocation } from '../../../src/chat/invocation.ts';
import { button, choice, commandPayload, homeOpenedPayload, pressPayload, submissionPayload, typed, viewPressPayload } from './payloads.ts';

const read = (line: string): Invocation => ({ command: 'read', options: { line } });
const old: Invocation = { command: 'help', options: { old: '1' } };
const organisation = { is_enterprise_install: true, enterprise: { id: 'E1', name: 'Org' } };

type Case = readonly [name: string, arrived: { readonly interaction: Interaction } | undefined, expected: Partial<Interaction>];

const person = (team_id: string, id = 'U1') => ({ id, name: 'n', username: 'n', team_id });

const table: readonly Case[] = [
  [
    'a command in a channel',
    decodeCommand(commandPayload('timeline'), read),
    {
      sender: 'slack:T000000001:U000000001',
      space: 'slack:T000000001',
      place: { kind: 'channel', channel: 'C000000001' },
      standing: 'none',
      invoke: read('timeline'),
    },
  ],
  ['a command in a direct message', decodeCommand(commandPayload('', { channel_id: 'D1' }), read), { place: { kind: 'direct' }, invoke: read('') }],
  ['a command of a W… person', decodeCommand(commandPayload('', { user_id: 'W012A3CDE' }), read), { sender: 'slack:T000000001:W012A3CDE' }],
  [
    'a command where an organisation installed the bot',
    decodeCommand(commandPayload('', { is_enterprise_install: 'true', enterprise_id: 'E1' }), read),
    { sender: 'slack:E1:U000000001', space: 'slack:E1' },
  ],
  [
    'a command in a workspace of an organisation that did not',
    decodeCommand(commandPayload('', { enterprise_id: 'E1' }), read),
    { sender: 'slack:T000000001:U000000001' },
  ],
  [
    'a pressed button',
    decodePress(pressPayload(button('1|milestone show|milestone=m3'))),
    { sender: 'slack:T000000001:U000000001', invoke: { command: 'milestone show', options: { milestone: 'm3' } } },
  ],
  ['a pressed Share button', decodePress(pressPayload(button('1!|timeline'))), { invoke: { command: 'timeline', options: {}, shared: true } }],
  ['a button of an older version', decodePress(pressPayload(button('v1|ms|42', 'milestone.join'))), { invoke: old }],
  [
    'a chosen option',
    decodePress(pressPayload(choice('menu.2|1|milestone confirm|milestone=m', '~3'))),
    { invoke: { command: 'milestone confirm', options: { milestone: 'm3' } } },
  ],
  ['an option of an older version', decodePress(pressPayload(choice('wg.pick', 'iot'))), { invoke: old }],
  ['an element that nobody here makes', decodePress(pressPayload({ type: 'datepicker', action_id: 'x', selected_date: '2026-01-05' })), { invoke: old }],
  [
    'a press where an organisation installed the bot',
    decodePress(pressPayload(button('1|home'), { ...organisation, team: null, user: person('T7') })),
    { sender: 'slack:E1:U1', space: 'slack:E1', standing: 'none' },
  ],
  [
    'a press of another organisation there',
    decodePress(pressPayload(button('1|home'), { ...organisation, team: null, user: person('E9') })),
    { sender: 'slack:E9:U1', standing: 'visitor' },
  ],
  [
    'a press there from the workspace that Slack names',
    decodePress(pressPayload(button('1|home'), { ...organisation, team: { id: 'T1' }, user: person('T1') })),
    { sender: 'slack:E1:U1', standing: 'none' },
  ],
  [
    'a press there from another workspace than Slack names',
    decodePress(pressPayload(button('1|home'), { ...organisation, team: { id: 'T1' }, user: person('T999') })),
    { sender: 'slack:T999:U1', space: 'slack:E1', standing: 'visitor' },
  ],
  [
    'a press of somebody whom Slack knows under the organisation of the workspace',
    decodePress(pressPayload(button('1|home'), { enterprise: { id: 'E1' }, user: person('E1') }), 'T000000001'),
    { sender: 'slack:T000000001:U1', standing: 'none' },
  ],
  [
    'a press where Slack names the visitor’s workspace as the team, and their organisation',
    decodePress(pressPayload(button('1|home'), { user: person('E9'), team: { id: 'T9' }, enterprise: { id: 'E9' } }), 'T000000001'),
    { sender: 'slack:E9:U1', space: 'slack:T000000001', standing: 'visitor' },
  ],
  [
    'a press in a shared channel, from another workspace',
    decodePress(pressPayload(button('1|home'), { user: person('T9') })),
    { sender: 'slack:T9:U1', space: 'slack:T000000001', standing: 'visitor' },
  ],
  [
    'a press where Slack names the visitor’s workspace as the team',
    decodePress(pressPayload(button('1|home'), { user: person('T9'), team: { id: 'T9' } }), 'T000000001'),
    { sender: 'slack:T9:U1', space: 'slack:T000000001', standing: 'visitor' },
  ],
  ['a press in the home tab', decodePress(viewPressPayload(button('1|me'), 'home')), { place: { kind: 'direct' }, invoke: { command: 'me', options: {} } }],
  [
    'a submitted form',
    decodeSubmission(submissionPayload('1|milestone add', { when: typed('June 2022'), text: typed('a\0b\ud800') })),
    { formKey: 'V0FORM', invoke: { command: 'milestone add', options: {} }, fields: { when: 'June 2022', text: 'ab�' } },
  ],
  ['an emptied field', decodeSubmission(submissionPayload('1|x', { why: typed(null) })), { fields: { why: '' } }],
  [
    'a chosen option of a form',
    decodeSubmission(submissionPayload('1|x', { kind: { answer: { type: 'static_select', selected_option: { value: '~lead' } } } })),
    { fields: { kind: 'lead' } },
  ],
  [
    'a chosen person',
    decodeSubmission(submissionPayload('1|x', { person: { answer: { type: 'users_select', selected_user: 'U2' } } })),
    { fields: { person: 'slack:T000000001:U2' } },
  ],
  [
    'nobody chosen',
    decodeSubmission(submissionPayload('1|x', { person: { answer: { type: 'users_select', selected_user: null } } })),
    { fields: { person: '' } },
  ],
  ['a form of an older version', decodeSubmission(submissionPayload('{"v":1}', { done: typed('x') })), { invoke: old, fields: { done: 'x' } }],
  [
    'a form submitted where an organisation installed the bot',
    decodeSubmission(submissionPayload('1|x', {}, { ...organisation, team: null })),
    { sender: 'slack:E1:U000000001', space: 'slack:E1' },
  ],
  [
    'the home tab',
    decodeHomeOpened(homeOpenedPayload()),
    { sender: 'slack:T000000001:U000000001', invoke: { command: 'home', options: {} }, place: { kind: 'direct' } },
  ],
];

test.each(table)('%s is decoded', (_, arrived, expected) => {
  expect(arrived?.interaction).toMatchObject(expected);
});

test.each([
  ['a link that answers itself', () => decodePress(pressPayload(button('', 'open.card.1')))],
  ['the messages tab', () => decodeHomeOpened(homeOpenedPayload({ event: { type: 'app_home_opened', user: 'U1', tab: 'messages' } }))],
  ['a press without an action', () => decodePress(pressPayload({}, { actions: [] }))],
  ['a person without an id', () => decodeCommand(commandPayload('', { user_id: '<!channel>' }), read)],
  ['nothing at all', () => decodeSubmission(undefined)],
])('%s is no interaction', (_, decode) => {
  expect(decode()).toBeUndefined();
});

test.each([
  ['a workspace', {}, 'slack:T1'],
  ['a whole organisation', { authorizations: [{ enterprise_id: 'E1', team_id: null, is_enterprise_install: true }] }, 'slack:E1'],
  ['one workspace of an organisation', { authorizations: [{ enterprise_id: 'E1', team_id: 'T1', is_enterprise_install: false }] }, 'slack:T1'],
])('the bot is removed from %s', (_, facts, space) => {
  expect(decodeUninstalled({ team_id: 'T1', enterprise_id: 'E1', event: { type: 'app_uninstalled' }, ...facts })).toBe(space);
});

describe('the way back', () => {
  const back = (payload: unknown) => decodePress(payload)?.back;
  const press = button('1|home');

  test('is the response_url of a message, and only a message that one person sees is replaced', () => {
    expect(back(pressPayload(press))).toMatchObject({ kind: 'message', alone: true, responseUrl: expect.stringContaining('hooks.slack.com') });
    expect(back(pressPayload(press, { container: { type: 'message', is_ephemeral: false } }))).toMatchObject({ kind: 'message', alone: false });
  });

  test('is the view for a press in one', () => {
    expect(back(viewPressPayload(press, 'home'))).toMatchObject({ kind: 'home' });
    expect(back(viewPressPayload(press, 'modal', 'V7'))).toMatchObject({ kind: 'modal', view: 'V7' });
  });

  test('takes no response_url that is no web address', () => {
    expect(back(pressPayload(press, { response_url: 'file:///etc/passwd' }))).not.toHaveProperty('responseUrl');
  });
});

test('the id is the same for the same trigger and tells nothing of it', () => {
  const trigger = '1000000000002.2000000000003.secret';
  const [one, two] = [0, 1].map(() => decodeCommand(commandPayload('', { trigger_id: trigger }), read)?.interaction.id);
  expect(one).toBe(two);
  expect(one).toMatch(/^[\w-]{22}$/);
  expect(decodeCommand(commandPayload('', { trigger_id: 'another' }), read)?.interaction.id).not.toBe(one);
});

test.each([
  ['appoint <@U0FAKE0002|bo.li>', 'appoint slack:T1:U0FAKE0002'],
  ['appoint <@W0FAKE0002>', 'appoint slack:T1:W0FAKE0002'],
  ['in <#C0FAKE0002|wg-iot> and <#C0FAKE0009|>', 'in C0FAKE0002 and C0FAKE0009'],
  ['see <https://example.org/a?b=1&amp;c=2>', 'see https://example.org/a?b=1&c=2'],
  ['see <https://example.org/a|example.org>', 'see https://example.org/a'],
  ['<!channel> <!here|here> <!subteam^S1|@team>', '@channel here @team'],
  ['R&amp;D &lt;labels&gt;', 'R&D <labels>'],
  ['&amp;lt;!channel&amp;gt;', '&lt;!channel&gt;'],
  ['a < b and <no such> > c', 'a < b and <no such> > c'],
  ['<@not-an-id>', '<@not-an-id>'],
  ['“Hello world” —status', '“Hello world” —status'],
  ['half \ud800', 'half �'],
])('%s reads as %s', (text, expected) => {
  expect(decodeText(text, 'T1')).toBe(expected);
});

test('a mention within other words is what its author saw, and one that stands alone is whom it names', () => {
  const typed = 'update wg1 Met <@U1|bola> and <@U12|R&amp;D> in <#C0FAKE0002|general>, not <@U3>';
  const reading = (line: string) => ({ command: 'update', options: { text: line, person: 'slack:T000000001:U1' } });
  expect(decodeCommand(commandPayload(typed), reading)?.interaction.invoke).toEqual({
    command: 'update',
    options: { text: 'update wg1 Met @bola and @R&D in #general, not slack:T000000001:U3', person: 'slack:T000000001:U1' },
  });
});

test('forty thousand characters are read, and what follows is theirs who read', () => {
  const text = 'x'.repeat(40_000);
  expect(decodeCommand(commandPayload(text), read)?.interaction.invoke.options['line']).toHaveLength(40_000);
});

test('nothing that Slack could send makes decoding throw', () => {
  const bodies = fc.oneof(
    fc.anything(),
    fc.dictionary(fc.constantFrom(...Object.keys({ ...commandPayload(''), ...pressPayload({}), ...submissionPayload('', {}) })), fc.anything()),
    fc.anything().map((value) => pressPayload(button('1|x'), { actions: [value] })),
    fc.anything().map((value) => submissionPayload('1|x', { field: value })),
  );
  fc.assert(
    fc.property(bodies, (body) => {
      for (const decode of [() => decodeCommand(body, read), () => decodePress(body), () => decodeSubmission(body), () => decodeHomeOpened(body)])
        expect(decode).not.toThrow();
    }),
    { numRuns: 1_000 },
  );
});
