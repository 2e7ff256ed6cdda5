import type { APIMessageTopLevelComponent, APIModalInteractionResponseCallbackComponent } from 'discord.js';
import { z } from 'zod';
import { commands } from '../../../commands/index.ts';
import { pathOf } from '../../../src/adapters/discord/names.ts';
import type { Doors } from '../../../src/chat/adapter.ts';
import { faultsOfMessage, faultsOfModal } from '../discord/checks.ts';
import { choose, command, press, type Raw, submit, typing } from '../discord/payloads.ts';
import registration from '../discord/registration.json' with { type: 'json' };
import { type Input, readComponents, type Screenful, stateOf } from './discord-screen.ts';
import { byLabel, fillIn, pick, type Role, type Seat, type Seen, seen } from './seat.ts';

export type Person = { readonly user: string; readonly name: string; readonly locale: string; readonly manages: boolean };

export const people = {
  coordinator: { user: '1400000000000000101', name: 'Amina', locale: 'en-GB', manages: true },
  rival: { user: '1400000000000000102', name: 'Bola', locale: 'en-GB', manages: true },
  member: { user: '1400000000000000103', name: 'Mei', locale: 'en-GB', manages: false },
  francophone: { user: '1400000000000000104', name: 'Fatou', locale: 'fr', manages: false },
} as const satisfies Partial<Record<Role, Person>>;

/** Manage Server, and what everybody may. */
const permissions = { manages: '2248473465835105', plain: '2248473465835073' } as const;

export function permissionsOf({ manages }: Person): string {
  return manages ? permissions.manages : permissions.plain;
}

function nameOf(user: string): string {
  return Object.values(people).find((person) => person.user === user)?.name ?? user;
}

/** How interactions reach the bot, and its answers come back. */
export type Wire = {
  /** What Discord tells of a place: a server and its channel. */
  readonly server: { readonly guild: string; readonly channel: string };
  /** The locale that is told of a person. */
  readonly localeOf: (person: Person) => string;
  /** Sends an interaction; `on` is the message whose button was pressed. */
  send(raw: Raw, person: Person, on: Message | undefined): Promise<First>;
  /** What a promise was kept with: an edit of what was promised, or a message that follows. */
  later(
    first: First,
  ): Promise<{ readonly kind: 'edit' | 'follow-up'; readonly data: object; readonly message: string; readonly files?: Readonly<Record<string, string>> }>;
  /** A message that only the asker sees was changed. */
  changed?(message: string): Promise<void>;
};

/** The first response to an interaction, and the message that it made or changed. */
export type First = { readonly token: string; readonly type: number; readonly data: object; readonly message: string };

/** What somebody looks at. */
type Message = { readonly id: string; readonly alone: boolean; readonly screen: Screenful; readonly data: object };
type Modal = { readonly id: string; readonly title: string; readonly inputs: readonly Input[]; readonly text: string };
type Surface = ({ readonly kind: 'message' } & Message) | ({ readonly kind: 'modal' } & Modal);

const messageData = z.object({
  flags: z.int().default(0),
  allowed_mentions: z.object({ parse: z.array(z.string()) }),
  components: z.array(z.custom<APIMessageTopLevelComponent>()),
});
const modalData = z.object({ custom_id: z.string(), title: z.string(), components: z.array(z.custom<APIModalInteractionResponseCallbackComponent>()) });
const choicesData = z.object({ choices: z.array(z.object({ name: z.string(), value: z.string() })) });

const types = { message: 4, promise: 5, heard: 6, change: 7, choices: 8, modal: 9 } as const;
const ephemeral = 64;

/** What was posted last for everybody in the channel. */
export type Channel = { posted?: Message };

/** Discord's app in the hands of one person. */
export function sit(person: Person, wire: Wire, channel: Channel, doors: Doors, as: Seat['as']): Seat {
  const { user, name, manages } = person;
  let before: Surface | undefined;
  let sent: Modal | undefined;

  function present(): Surface {
    if (before === undefined) throw new Error('nothing is seen yet');
    return before;
  }

  function look(message: Message, replaced = false): Seen {
    before = { kind: 'message', ...message };
    if (!message.alone) channel.posted = message;
    const { screen, alone, data } = message;
    const quiet = messageData.parse(data).allowed_mentions.parse.length === 0;
    return seen({ kind: 'message', text: screen.text, alone, replaced, ...labelsOf(screen), pings: quiet ? [] : screen.mentions });
  }

  function open(data: object): Seen {
    faultless(faultsOfModal(data));
    const { custom_id: id, title, components } = modalData.parse(data);
    const { inputs, text } = readComponents(components, nameOf);
    before = { kind: 'modal', id, title, inputs, text };
    return seen({ kind: 'form', text: `${title}\n${text}`, alone: true, fields: byLabel(inputs) });
  }

  function read(id: string, alone: boolean, data: object, files?: Readonly<Record<string, string>>): Message {
    // An edit says neither who sees it nor that it is in components: that was settled before.
    faultless(faultsOfMessage(data));
    return { id, alone, data, screen: readComponents(messageData.parse(data).components, nameOf, files) };
  }

  async function act(raw: Raw, on?: Message): Promise<Seen> {
    const first = await wire.send({ ...raw, ...tellOf(person, wire) }, person, on);
    const { type, data, message } = first;
    if (type === types.modal) return open(data);
    if (type === types.message) return look(read(message, isEphemeral(data), data));
    if (type !== types.change) return awaitPromised(first);
    await wire.changed?.(message);
    return look(read(message, on?.alone === true, data), true);
  }

  /** What was promised changes the pressed message or becomes a message; what follows a press that was heard says itself who sees it. */
  async function awaitPromised(first: First): Promise<Seen> {
    const heard = first.type === types.heard;
    const { kind, data, message, files } = await wire.later(first);
    const alone = isEphemeral(kind === 'edit' ? first.data : data) || (heard && kind === 'edit');
    return look(read(message, alone, data, files), heard && kind === 'edit');
  }

  function pressing(id: string): Promise<Seen> {
    const surface = present();
    if (surface.kind !== 'message') throw new Error('a form has no buttons but its own');
    return act(press(id, surface.alone ? 'asker' : 'place'), surface);
  }

  function send(modal: Modal): Promise<Seen> {
    return act(submit(modal.id, Object.fromEntries(modal.inputs.map(stateOf))));
  }

  return {
    account: `discord:${user}`,
    name,
    told: {
      sender: `discord:${user}`,
      space: `discord:${wire.server.guild}`,
      place: { kind: 'channel', channel: wire.server.channel },
      standing: manages ? 'admin' : 'none',
      locale: wire.localeOf(person),
    },
    as,
    async type(line) {
      const { command: name, options } = doors.read(line);
      const path = pathOf(name, listed);
      checkOffered(line, path, Object.keys(options));
      return act(command(path.join(' '), options));
    },
    press: async (button) => pressing(pick(screenOf(present()).buttons, button).id),
    async choose(label) {
      const surface = present();
      const { id } = pick(screenOf(surface).choices, label);
      if (surface.kind !== 'message') throw new Error('a form has no menu');
      return act(choose(id, surface.alone ? 'asker' : 'place'), surface);
    },
    async fill(typed) {
      const surface = present();
      if (surface.kind !== 'modal') throw new Error('no form is open');
      const inputs = fillIn(surface.inputs, typed).map((input) => ({ ...input, value: valueFor(input) }));
      sent = { ...surface, inputs };
      return send(sent);
    },
    async again() {
      if (sent === undefined) throw new Error('no form was sent');
      return send(sent);
    },
    async complete(line) {
      const { command: name, options } = doors.read(line);
      const [option = '', value = ''] = Object.entries(options).at(-1) ?? [];
      const first = await wire.send({ ...typing(pathOf(name, listed).join(' '), option, value), ...tellOf(person, wire) }, person, undefined);
      return choicesData.parse(first.data).choices.map((choice) => choice.value);
    },
    async pressOld(carried) {
      const own = await this.type('me');
      if (!own.alone) throw new Error('this has to be a message of their own');
      return pressing(carried);
    },
    look() {
      if (channel.posted === undefined) throw new Error('nothing was posted for everybody');
      return look(channel.posted);
    },
  };
}

const listed = commands.filter((one) => one.listed).map(({ name }) => name);

type Entry = { readonly name: string; readonly options?: readonly Entry[] };

/** Discord lets nobody type what is not registered. */
function checkOffered(line: string, path: readonly string[], options: readonly string[]): void {
  let entries: readonly Entry[] | undefined = registration[0]?.options;
  for (const name of path) entries = entries?.find((entry) => entry.name === name)?.options ?? (entries?.some((entry) => entry.name === name) ? [] : undefined);
  if (entries === undefined || options.some((name) => !entries.some((entry) => entry.name === name))) {
    throw new Error(`“${line}” cannot be typed on Discord`);
  }
}

function tellOf(person: Person, wire: Wire): object {
  const { user, name } = person;
  const { guild, channel } = wire.server;
  return {
    guild_id: guild,
    channel_id: channel,
    channel: { id: channel, type: 0, name: 'general' },
    locale: wire.localeOf(person),
    member: {
      user: { id: user, username: name.toLowerCase(), global_name: name, discriminator: '0', avatar: null },
      roles: [],
      permissions: permissionsOf(person),
    },
  };
}

function faultless(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`Discord would refuse this: ${faults.join('; ')}`);
}

function isEphemeral(data: object): boolean {
  return ('flags' in data && typeof data.flags === 'number' ? data.flags & ephemeral : 0) !== 0;
}

/** A person is picked from a list, by whatever name. */
function valueFor({ kind, value }: Input): string {
  return kind === 'person' ? value.replace('discord:', '') : value;
}

function screenOf(surface: Surface): Screenful {
  if (surface.kind !== 'message') throw new Error('a form is open');
  return surface.screen;
}

function labelsOf({ buttons, choices }: Screenful): Pick<Seen, 'buttons' | 'choices'> {
  return { buttons: buttons.map(({ label }) => label), choices: choices.map(({ label }) => label) };
}
