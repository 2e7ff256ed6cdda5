import { commands } from '../../commands/index.ts';
import { type Registered, registerDiscord } from '../adapters/discord/register.ts';
import { discordCommands, type Registrable, type Registration } from '../adapters/discord/registration.ts';
import type { Command } from '../chat/command.ts';
import { type OptionTraits, traits } from '../chat/option.ts';
import type { Config } from '../config.ts';
import { languages } from '../core/member.ts';
import { wordsFor } from '../text/words.ts';
import { readArguments } from './arguments.ts';
import { print, remark, wrongUsage } from './out.ts';

const usage = 'register discord [--guild ID] [--dry-run]';

const languageChoices = languages.map((language) => ({ label: wordsFor('en').languageNames[language], value: language }));

function registrable({ name, listed, options }: Command): Registrable {
  const shown = Object.entries(options.shape).map(([option, schema]) => ({ option, traits: traits.get(schema) ?? {} }));
  return { name, listed, options: shown.filter((one) => one.traits.hidden !== true).map(({ option, traits: given }) => describe(option, given)) };
}

function describe(name: string, { completes, literal }: OptionTraits): Registrable['options'][number] {
  if (completes === 'language') return { name, completes: false, choices: languageChoices };
  return { name, completes: completes !== undefined, ...(literal !== undefined && { limit: literal }) };
}

/** What Discord is told of the commands, in every language. */
export function discordRegistration({ IS3C_COMMAND: command }: Pick<Config, 'IS3C_COMMAND'>): Registration[] {
  return discordCommands({ command, commands: commands.map(registrable), words: { en: wordsFor('en'), fr: wordsFor('fr') } });
}

/** Registers the commands with Discord, changing only what differs. */
export async function register(args: readonly string[], config: Config): Promise<number> {
  const given = readArguments(args, { guild: { type: 'string' }, 'dry-run': { type: 'boolean' } });
  if (given?.positionals.join(' ') !== 'discord') return wrongUsage(usage);
  const { guild, 'dry-run': dryRun = false } = given.values;
  const { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId } = config;
  if (token !== undefined && applicationId !== undefined) return send(config, { token, applicationId, guild, dryRun });
  remark('DISCORD_TOKEN and DISCORD_APPLICATION_ID: set both, so that the commands can be registered.');
  return 2;
}

type Registering = { readonly token: string; readonly applicationId: string; readonly guild: string | undefined; readonly dryRun: boolean };

async function send(config: Config, { guild, dryRun, ...app }: Registering): Promise<number> {
  const { DISCORD_API_URL: apiUrl } = config;
  const optional = { ...(apiUrl !== undefined && { apiUrl }), ...(guild !== undefined && { guild }) };
  try {
    const done = await registerDiscord({ ...app, dryRun, commands: discordRegistration(config), ...optional });
    print(done.map((one) => sayStep(one, dryRun)).join('\n'));
    return 0;
  } catch (error) {
    remark(error instanceof Error ? error.message : 'Discord could not be reached.');
    return 3;
  }
}

function sayStep({ act, name }: Registered, dryRun: boolean): string {
  return `/${name}: ${dryRun && act !== 'kept' ? `would be ${act}` : act}`;
}
