import {
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { Fields, Interaction } from '../../chat/interaction.ts';
import type { Invocation } from '../../chat/invocation.ts';
import { type Carried, readCustomId } from './custom-id.ts';
import { fieldsOf } from './decode-fields.ts';
import { commandAt } from './names.ts';

/** Where the answer to an interaction goes. The token is a secret for the fifteen minutes it lives. */
export type Target = { readonly id: string; readonly application: string; readonly token: string };

/** A command, a press, a choice or a submitted form. */
export type Act = {
  readonly kind: 'act';
  readonly target: Target;
  readonly interaction: Interaction;
  /** Who sees the message whose button was pressed; missing where nothing was pressed. */
  readonly pressed?: 'asker' | 'place';
  /** The key of the form that a button opens again. */
  readonly reopens?: string;
  /** What a form brought, also one that is too old to be submitted. */
  readonly typed?: Fields;
};

export type Completion = {
  readonly kind: 'completion';
  readonly target: Target;
  readonly interaction: Interaction;
  readonly option: string;
  readonly typed: string;
};

export type Decoded = Act | Completion | { readonly kind: 'ping' };

type Heard = Exclude<APIInteraction, { type: InteractionType.Ping }>;

/** Whether the frame of an interaction is there; what is inside is Discord's word. */
function isInteraction(raw: unknown): raw is APIInteraction {
  return hasText(raw, 'id') && hasText(raw, 'token') && hasText(raw, 'application_id') && 'type' in raw && typeof raw.type === 'number';
}

export function hasText<Name extends string>(raw: unknown, name: Name): raw is Readonly<Record<Name, string>> {
  return typeof raw === 'object' && raw !== null && typeof Object.entries(raw).find(([key]) => key === name)?.[1] === 'string';
}

/** Reads Discord's interaction object, the same over the gateway and over HTTP; undefined for what is none. */
export function decode(raw: unknown): Decoded | undefined {
  try {
    return isInteraction(raw) ? decodeInteraction(raw) : undefined;
  } catch {
    // A frame without its contents; Discord sends none such.
    return undefined;
  }
}

function decodeInteraction(raw: APIInteraction): Decoded | undefined {
  if (raw.type === InteractionType.Ping) return { kind: 'ping' };
  const target = { id: raw.id, application: raw.application_id, token: raw.token };
  switch (raw.type) {
    case InteractionType.ApplicationCommand:
      return act(raw, target, raw.data.type === ApplicationCommandType.ChatInput ? { invoke: typedCommand(raw.data.options) } : readCustomId(''));
    case InteractionType.ApplicationCommandAutocomplete:
      return completion(raw, target, raw.data.options);
    case InteractionType.MessageComponent: {
      const { invoke, formKey } = chosen(raw);
      const pressed = ((raw.message.flags ?? 0) & MessageFlags.Ephemeral) === 0 ? 'place' : 'asker';
      return { ...act(raw, target, { invoke }), pressed, ...(formKey !== undefined && { reopens: formKey }) };
    }
    case InteractionType.ModalSubmit:
      return submission(raw, target, readCustomId(raw.data.custom_id), fieldsOf(raw.data.components));
    default:
      return undefined;
  }
}

function act(raw: Heard, target: Target, { invoke }: Carried): Act {
  return { kind: 'act', target, interaction: { ...sent(raw), invoke } };
}

/** A form from an older version is no submission: it is answered as an old button, with what was typed handed back. */
function submission(raw: Heard, target: Target, { invoke, formKey }: Carried, typed: Fields): Act {
  const one = act(raw, target, { invoke });
  return formKey === undefined ? { ...one, typed } : { ...one, interaction: { ...one.interaction, fields: typed, formKey }, typed };
}

/** Who, where, in which language, with which standing. */
function sent(raw: Heard): Omit<Interaction, 'invoke'> {
  const user = raw.member?.user ?? raw.user;
  if (user === undefined) throw new TypeError('an interaction of nobody');
  const channel = raw.guild_id === undefined ? undefined : raw.channel?.id;
  return {
    id: raw.id,
    sender: `discord:${user.id}`,
    ...(raw.guild_id !== undefined && { space: `discord:${raw.guild_id}` }),
    place: channel === undefined ? { kind: 'direct' } : { kind: 'channel', channel },
    locale: raw.locale,
    standing: manages(raw.member?.permissions) ? 'admin' : 'none',
    ...strangersIn(raw),
  };
}

/** Discord tells beside each person who is chosen whether they are a bot, and in a server what they are there. */
function strangersIn({ data }: Heard): Pick<Interaction, 'whoIs'> {
  const resolved = 'resolved' in data ? data.resolved : undefined;
  if (resolved === undefined || !('users' in resolved)) return {};
  const { users = {} } = resolved;
  const members = 'members' in resolved ? resolved.members : undefined;
  const outside = Object.values(users).filter(({ id, bot }) => bot === true || (members !== undefined && !(id in members)));
  return { whoIs: (account) => Promise.resolve({ outside: outside.some(({ id }) => account === `discord:${id}`) }) };
}

/** The permissions are those of the channel, owner and overwrites counted in, as a number too large for a number. */
function manages(permissions: string | undefined): boolean {
  return (BigInt(permissions ?? 0) & (PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator)) !== 0n;
}

type TypedOptions = readonly APIApplicationCommandInteractionDataOption<InteractionType>[] | undefined;

/** Walks down group and subcommand to the options. */
function walk(options: TypedOptions, path: readonly string[] = []): { readonly path: readonly string[]; readonly leaves: NonNullable<TypedOptions> } {
  const [first] = options ?? [];
  if (first?.type === ApplicationCommandOptionType.Subcommand || first?.type === ApplicationCommandOptionType.SubcommandGroup) {
    return walk(first.options, [...path, first.name]);
  }
  return { path, leaves: options ?? [] };
}

function typedCommand(options: TypedOptions): Invocation {
  const { path, leaves } = walk(options);
  return { command: commandAt(path), options: Object.fromEntries(leaves.map((option) => [option.name, textOf(option)])) };
}

function textOf(option: APIApplicationCommandInteractionDataOption<InteractionType>): string {
  if (!('value' in option)) return '';
  return option.type === ApplicationCommandOptionType.User ? `discord:${option.value}` : String(option.value);
}

function completion(raw: Heard, target: Target, options: TypedOptions): Completion {
  const focused = walk(options).leaves.find((option) => 'focused' in option && option.focused === true);
  const typed = focused === undefined ? '' : textOf(focused);
  return { kind: 'completion', target, interaction: { ...sent(raw), invoke: typedCommand(options) }, option: focused?.name ?? '', typed };
}

/** A button carries its invocation, a menu's choices carry theirs; a person picked from a menu completes the menu's. */
function chosen({ data }: APIMessageComponentInteraction): Carried {
  if (data.component_type === ComponentType.StringSelect) return readCustomId(data.values[0] ?? '');
  const carried = readCustomId(data.custom_id);
  if (data.component_type !== ComponentType.UserSelect) return carried;
  const [person] = data.values;
  return person === undefined ? carried : { ...carried, invoke: { ...carried.invoke, options: { ...carried.invoke.options, person: `discord:${person}` } } };
}

/** The server from which the bot was removed; one that is only unavailable for a while is none. */
export function decodeRemoved(raw: unknown): string | undefined {
  if (!hasText(raw, 'id') || ('unavailable' in raw && raw.unavailable === true)) return undefined;
  return `discord:${raw.id}`;
}
