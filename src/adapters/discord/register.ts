import { DiscordAPIError, type REST } from '@discordjs/rest';
import { type APIApplicationCommand, ApplicationCommandType, Routes } from 'discord-api-types/v10';
import type { Registration } from './registration.ts';
import { openRest } from './rest.ts';

type Settings = {
  readonly token: string;
  readonly applicationId: string;
  readonly apiUrl?: string;
  /** One server, where changes show at once; every server otherwise. */
  readonly guild?: string;
  /** Says what would be done, and does nothing. */
  readonly dryRun: boolean;
  readonly commands: readonly Registration[];
};

export type Registered = { readonly act: 'created' | 'changed' | 'deleted' | 'kept'; readonly name: string };

/** Compares what is registered with what should be, and changes only what differs; a bulk write would use up the creates of the day. */
export async function registerDiscord({ token, applicationId, apiUrl, guild, dryRun, commands }: Settings): Promise<readonly Registered[]> {
  const rest = openRest(apiUrl).setToken(token);
  const place = placeOf(applicationId, guild);
  try {
    const steps = planSteps(await readRegistered(rest, place), guild === undefined ? commands : commands.map(forGuild));
    if (!dryRun) for (const step of steps) await take(rest, place, step);
    return steps.map(({ act, name }) => ({ act, name }));
  } catch (error) {
    throw new Error(whyNot(error, guild));
  }
}

type Place = { readonly all: `/${string}`; readonly one: (id: string) => `/${string}` };

function placeOf(application: string, guild: string | undefined): Place {
  if (guild === undefined) return { all: Routes.applicationCommands(application), one: (id) => Routes.applicationCommand(application, id) };
  return { all: Routes.applicationGuildCommands(application, guild), one: (id) => Routes.applicationGuildCommand(application, guild, id) };
}

/** A command of one server has neither contexts nor kinds of installation. */
function forGuild({ contexts: _contexts, integration_types: _types, ...command }: Registration): Registration {
  return command;
}

function isCommands(raw: unknown): raw is APIApplicationCommand[] {
  return Array.isArray(raw) && raw.every((one) => typeof one === 'object' && one !== null && 'id' in one && 'name' in one);
}

async function readRegistered(rest: REST, place: Place): Promise<APIApplicationCommand[]> {
  const found = await rest.get(place.all, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (!isCommands(found)) throw new TypeError('no list of commands');
  return found;
}

type Step = Registered & { readonly id?: string; readonly body?: Registration };

/** Only slash commands are ours; what else the application has stays. */
function planSteps(registered: readonly APIApplicationCommand[], wanted: readonly Registration[]): readonly Step[] {
  const ours = registered.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  const steps = wanted.map((body): Step => {
    const found = ours.find(({ name }) => name === body.name);
    if (found === undefined) return { act: 'created', name: body.name, body };
    return { act: isSame(found, body) ? 'kept' : 'changed', name: body.name, id: found.id, body };
  });
  const gone = ours.filter(({ name }) => !wanted.some((body) => body.name === name));
  return [...steps, ...gone.map(({ id, name }): Step => ({ act: 'deleted', name, id }))];
}

async function take(rest: REST, place: Place, { act, id = '', body }: Step): Promise<void> {
  if (act === 'created') await rest.post(place.all, { body });
  if (act === 'changed') await rest.patch(place.one(id), { body });
  if (act === 'deleted') await rest.delete(place.one(id));
}

/** What Discord adds by itself. */
const added: readonly string[] = ['id', 'application_id', 'guild_id', 'version', 'dm_permission', 'handler', 'name_localized', 'description_localized'];

/** Whether two commands are the same but for what Discord adds, and for things that are empty on one side and missing on the other. */
export function isSame(registered: unknown, wanted: unknown): boolean {
  if (isEmpty(registered) && isEmpty(wanted)) return true;
  if (!isTree(registered) || !isTree(wanted)) return registered === wanted;
  const [left, right] = [entriesOf(registered), entriesOf(wanted)];
  return [...new Set([...left.keys(), ...right.keys()])].every((name) => isSame(left.get(name), right.get(name)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false) return true;
  return isTree(value) && entriesOf(value).size === 0;
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function entriesOf(tree: object): Map<string, unknown> {
  return new Map(Object.entries(tree).filter(([name]) => !added.includes(name)));
}

/** Discord's own errors carry what was sent. */
function whyNot(error: unknown, guild: string | undefined): string {
  if (!(error instanceof DiscordAPIError)) return 'Discord could not be reached.';
  if (error.status === 401) return 'Discord refuses DISCORD_TOKEN. Copy the token of the bot again from the Discord portal, under Bot.';
  if (error.status === 404) return 'Discord knows no such application: DISCORD_APPLICATION_ID is not the one the token belongs to.';
  if (error.status === 403)
    return `The bot may not register commands ${guild === undefined ? 'for this application' : `in the server ${guild}: invite it there first`}.`;
  return `Discord did not take the commands (code ${error.code}, status ${error.status}).`;
}
