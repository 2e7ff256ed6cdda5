import { InteractionType } from 'discord.js';
import type { Doors, Log } from '../../../src/chat/adapter.ts';
import type { Answer, Refusal } from '../../../src/chat/answer.ts';
import type { Block, Button, Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { sayProblem, wordsFor } from '../../../src/text/words.ts';

/** What Discord sends, as objects; ids, names and tokens are invented. */
export type Raw = Readonly<Record<string, unknown>> & { readonly id: string; readonly token: string };

let last = 1_500_000_000_000_000_000n;

const person = '1400000000000000004';

function user(id: string): object {
  return { id, username: 'reader', discriminator: '0', global_name: 'A Reader', avatar: null, public_flags: 0 };
}

function interaction(type: InteractionType, data: object | undefined, more: object = {}): Raw {
  last += 1n;
  return {
    id: String(last),
    token: `token-of-${last}`,
    application_id: '1400000000000000001',
    type,
    version: 1,
    ...(data !== undefined && { data }),
    guild_id: '1400000000000000002',
    guild: { id: '1400000000000000002', features: [], locale: 'en-US' },
    channel_id: '1400000000000000003',
    channel: { id: '1400000000000000003', type: 0, name: 'general' },
    member: { user: user(person), roles: [], permissions: '2248473465835073', nick: null, joined_at: '2025-06-01T12:00:00.000000+00:00', flags: 0 },
    locale: 'en-GB',
    guild_locale: 'en-US',
    app_permissions: '2251799813685247',
    entitlements: [],
    authorizing_integration_owners: { 0: '1400000000000000002' },
    context: 0,
    attachment_size_limit: 10_485_760,
    ...more,
  };
}

export const ping = (): Raw => interaction(InteractionType.Ping, undefined, { user: user(person) });

/** The options of a command below its words: `milestone show`, or `me show` for `me`. */
function below(words: string, options: readonly object[]): object[] {
  const [last = '', ...groups] = words.split(' ').reverse();
  return groups.reduce<object[]>((inner, name) => [{ name, type: 2, options: inner }], [{ name: last, type: 1, options }]);
}

function data(words: string, options: readonly object[]): object {
  return { id: '1400000000000000005', name: 'is3c', type: 1, options: below(words, options) };
}

export function command(words: string, options: Readonly<Record<string, string>> = {}, more: object = {}): Raw {
  const typed = Object.entries(options).map(([name, value]) => ({ name, type: 3, value }));
  return interaction(InteractionType.ApplicationCommand, data(words, typed), more);
}

/** What makes a message direct: no server, and a user instead of a member. */
export const direct = {
  guild_id: undefined,
  guild: undefined,
  member: undefined,
  user: user(person),
  channel: { id: '1400000000000000020', type: 1 },
  context: 1,
};

export function typing(words: string, option: string, value: string | number): Raw {
  return interaction(
    InteractionType.ApplicationCommandAutocomplete,
    data(words, [
      { name: 'other', type: 3, value: 'x' },
      { name: option, type: 3, value, focused: true },
    ]),
  );
}

function message(flags: number): object {
  return { id: '1400000000000000008', type: 20, channel_id: '1400000000000000003', content: '', flags, components: [], attachments: [], embeds: [] };
}

const seenBy = { asker: 32_832, place: 32_768 };

export function press(id: string, by: keyof typeof seenBy = 'asker'): Raw {
  return interaction(InteractionType.MessageComponent, { component_type: 2, custom_id: id, id: 2 }, { message: message(seenBy[by]) });
}

export function choose(value: string, by: keyof typeof seenBy = 'asker'): Raw {
  return interaction(InteractionType.MessageComponent, { component_type: 3, custom_id: 'menu 0', id: 2, values: [value] }, { message: message(seenBy[by]) });
}

export function pick(id: string, userId: string): Raw {
  return interaction(
    InteractionType.MessageComponent,
    { component_type: 5, custom_id: id, id: 2, values: [userId], resolved: {} },
    { message: message(seenBy.asker) },
  );
}

/** A submitted form: a text for a text input, and objects for everything else. */
export function submit(id: string, fields: Readonly<Record<string, string | object>>, legacy = false, more: object = {}): Raw {
  const inputs = Object.entries(fields).map(([name, value]) =>
    typeof value === 'string' ? { type: 4, custom_id: name, value } : { custom_id: name, ...value },
  );
  const components = inputs.map((input) => (legacy ? { type: 1, components: [input] } : { type: 18, component: input }));
  return interaction(InteractionType.ModalSubmit, { custom_id: id, components: [{ type: 10, id: 1 }, ...components] }, more);
}

/** A card with as little as a card can have. */
export function plainCard(title: string, blocks: readonly Block[] = [], buttons: readonly Button[] = []): Card {
  return { kind: 'card', language: 'en', title, tone: 'plain', blocks, buttons, audience: 'asker' };
}

export function refusal(problem: Refusal['problem'], fields: Refusal['fields'] = {}): Refusal {
  const said = sayProblem(wordsFor('en'), problem);
  return { kind: 'refusal', problem, fields, card: { ...plainCard('That did not work', [{ kind: 'paragraph', text: [said] }]), tone: 'problem' } };
}

export const changeForm: Form = {
  kind: 'form',
  language: 'en',
  title: 'Change m3',
  submit: 'Change',
  invoke: { command: 'milestone change', options: { milestone: 'm3', revision: '2' } },
  note: 'Everybody who can call the bot can read it.',
  fields: [
    { kind: 'line', name: 'when', label: 'When', hint: 'A day, a month', required: true, limit: 150, value: 'January 2022' },
    { kind: 'text', name: 'text', label: 'What happens', required: true, limit: 2_000, value: 'A report' },
  ],
};

type Heard = Doors & { readonly heard: Interaction[]; readonly gone: string[] };

/** A house that answers as the test says, after so many milliseconds; `heard` is what came through its first door. */
export function doors(answer: (interaction: Interaction) => Answer, after = 0): Heard {
  const heard: Interaction[] = [];
  const gone: string[] = [];
  return {
    heard,
    gone,
    left: async (space) => void gone.push(space),
    handle: async (one) => {
      heard.push(one);
      if (after > 0) await new Promise((resolve) => setTimeout(resolve, after));
      return answer(one);
    },
    suggest: async (_, option, typed) => [{ label: `${option} ${typed}`, value: typed }],
    opens: ({ command: name }) => (name === 'milestone change' ? 'form' : name === 'update' ? 'submission' : 'card'),
    read: () => ({ command: 'help', options: {} }),
    readSpelled: () => ({ command: 'help', options: {} }),
  };
}

export type Line = { readonly level: keyof Log; readonly facts: object; readonly said: string };

/** Keeps what would be logged. */
export function openLog(): { readonly log: Log; readonly lines: Line[] } {
  const lines: Line[] = [];
  const write = (level: keyof Log) => (facts: object, said: string) => void lines.push({ level, facts, said });
  return { log: { info: write('info'), warn: write('warn'), error: write('error') }, lines };
}
