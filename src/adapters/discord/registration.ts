import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandGroupOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Card } from '../../chat/card.ts';
import type { Words } from '../../text/words.ts';
import { cutTo } from './escape.ts';
import { limits } from './limits.ts';
import { pathOf } from './names.ts';

/** A command as far as it is registered; `options` leaves out what only buttons carry. */
export type Registrable = {
  readonly name: string;
  readonly listed: boolean;
  readonly options: readonly {
    readonly name: string;
    /** Values are offered while it is typed. */
    readonly completes: boolean;
    /** How many characters it takes at most, where it is free text. */
    readonly limit?: number;
    readonly choices?: readonly { readonly label: string; readonly value: string }[];
  }[];
};

export type Registration = RESTPostAPIChatInputApplicationCommandsJSONBody;

type Languages = Readonly<Record<Card['language'], Words>>;

type Settings = { readonly command: string; readonly commands: readonly Registrable[]; readonly words: Languages };

type Entry = APIApplicationCommandSubcommandOption | APIApplicationCommandSubcommandGroupOption;

/** What Discord is told of the commands: one slash command, its listed commands below it, names in English and descriptions in every language. */
export function discordCommands({ command, commands, words }: Settings): Registration[] {
  const listed = commands.filter((one) => one.listed);
  const names = listed.map(({ name }) => name);
  const entries = new Map<string, Entry>();
  for (const one of listed) {
    const [first = one.name, second] = pathOf(one.name, names);
    if (second === undefined) entries.set(first, subcommand(first, one, words));
    else addTo(groupOf(entries, first), subcommand(second, one, words));
  }
  const registration: Registration = {
    type: ApplicationCommandType.ChatInput,
    name: command,
    ...described(words, ({ help }) => help.title),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [...entries.values()],
  };
  check(registration);
  return [registration];
}

/** A group has no words of its own, since nobody can call it: it says what is in it. */
function groupOf(entries: Map<string, Entry>, name: string): APIApplicationCommandSubcommandGroupOption {
  const found = entries.get(name);
  if (found?.type === ApplicationCommandOptionType.SubcommandGroup) return found;
  const group: APIApplicationCommandSubcommandGroupOption = { type: ApplicationCommandOptionType.SubcommandGroup, name, description: name, options: [] };
  entries.set(name, group);
  return group;
}

function addTo(group: APIApplicationCommandSubcommandGroupOption, added: APIApplicationCommandSubcommandOption): void {
  group.options = [...(group.options ?? []), added];
  group.description = cutTo(limits.command.description, `${group.name}: ${group.options.map(({ name }) => name).join(', ')}`);
}

function subcommand(name: string, { name: command, options }: Registrable, words: Languages): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    ...described(words, (said) => wordsOf(said, command)?.summary ?? command),
    ...(options.length > 0 && { options: options.map((option) => describeOption(command, option, words)) }),
  };
}

/** None is required: what is missing is asked for with a menu. */
function describeOption(
  command: string,
  { name, completes, choices, limit }: Registrable['options'][number],
  words: Languages,
): APIApplicationCommandBasicOption {
  const base = {
    type: ApplicationCommandOptionType.String as const,
    name,
    required: false,
    ...described(words, (said) => wordsOf(said, command)?.options[name] ?? name),
  };
  if (choices !== undefined) return { ...base, choices: choices.map(({ label, value }) => ({ name: label, value })) };
  if (limit !== undefined) return { ...base, max_length: limit };
  return completes ? { ...base, autocomplete: true } : base;
}

function wordsOf(words: Words, command: string): Words['commands'][keyof Words['commands']] | undefined {
  return Object.entries(words.commands).find(([name]) => name === command)?.[1];
}

type Description = { readonly description: string; readonly description_localizations?: LocalizationMap };

function described({ en, ...others }: Languages, say: (words: Words) => string): Description {
  const said = Object.entries(others).map(([language, words]) => [language, cutTo(limits.command.description, say(words))]);
  return { description: cutTo(limits.command.description, say(en)), description_localizations: Object.fromEntries(said) };
}

/** Discord would refuse the whole registration; here it is said why. */
function check(registration: Registration): void {
  const { entries, characters } = limits.command;
  for (const one of withOptions(registration)) {
    const { name } = one;
    const { length } = optionsOf(one);
    if (!limits.command.name.test(name) || name !== name.toLowerCase()) throw new Error(`Discord takes no command or option named “${name}”.`);
    if (length > entries) throw new Error(`/${registration.name}: ${name} has ${length} entries; Discord takes ${entries}.`);
  }
  const size = sizeOf(registration);
  if (size > characters) throw new Error(`/${registration.name} is described in ${size} characters; Discord takes ${characters}.`);
}

type Described = Registration | APIApplicationCommandOption;

function optionsOf(one: Described): readonly APIApplicationCommandOption[] {
  return 'options' in one ? (one.options ?? []) : [];
}

function withOptions(one: Described): readonly Described[] {
  return [one, ...optionsOf(one).flatMap(withOptions)];
}

/** How Discord counts: names, descriptions and values, each in its longest language. */
export function sizeOf(registration: Registration): number {
  return withOptions(registration).reduce((sum, one) => sum + one.name.length + longestDescription(one) + choicesSize(one), 0);
}

function longestDescription({ description, description_localizations: others }: Described): number {
  return Math.max(...[description, ...Object.values(others ?? {})].map((text) => text?.length ?? 0));
}

function choicesSize(one: Described): number {
  const choices = 'choices' in one ? (one.choices ?? []) : [];
  return choices.reduce((sum, { name, value }) => sum + name.length + String(value).length, 0);
}
