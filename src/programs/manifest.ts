import { commands } from '../../commands/index.ts';
import { slackManifest } from '../adapters/slack/manifest.ts';
import type { Config } from '../config.ts';
import { wordsFor } from '../text/words.ts';
import { readArguments } from './arguments.ts';
import { print, wrongUsage } from './out.ts';

const usage = 'manifest slack [--socket]';

/** The manifest of the Slack app, made from the commands. */
export function slackManifestText(
  { IS3C_COMMAND: command, IS3C_PUBLIC_URL: publicUrl }: Pick<Config, 'IS3C_COMMAND' | 'IS3C_PUBLIC_URL'>,
  socket: boolean,
): string {
  const words = wordsFor('en');
  const described = commands.map(({ name, listed }) => ({ name, listed, usage: words.commands[name].usage }));
  const requestUrl = `${publicUrl ?? 'https://bot.example.org'}/slack/events`;
  return `${JSON.stringify(slackManifest({ command, socket, commands: described, words, ...(socket ? {} : { requestUrl }) }), null, 2)}\n`;
}

/** Prints the manifest, to be pasted where Slack asks for one. */
export async function manifest(args: readonly string[], config: Config): Promise<number> {
  const given = readArguments(args, { socket: { type: 'boolean' } });
  if (given?.positionals.join(' ') !== 'slack') return wrongUsage(usage);
  print(slackManifestText(config, given.values.socket === true));
  return 0;
}
