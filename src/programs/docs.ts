import { commands } from '../../commands/index.ts';
import { typed } from '../text/slash.ts';
import { wordsFor } from '../text/words.ts';
import { print, wrongUsage } from './out.ts';

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** The table of commands that README shows, made from the commands and their words. */
export function commandTable(): string {
  const words = wordsFor('en');
  const rows = commands
    .filter(({ listed }) => listed)
    .map(
      ({ name, permission }) =>
        `| \`${typed(cell(words.commands[name].usage))}\` | ${words.permissions[permission].toLowerCase()} | ${cell(words.commands[name].summary)} |`,
    );
  return ['| command | who | what |', '|---|---|---|', ...rows].join('\n');
}

/** Prints the table. */
export async function docs(args: readonly string[]): Promise<number> {
  if (args.length > 0) return wrongUsage('docs');
  print(commandTable());
  return 0;
}
