import { wordsFor } from '../../text/words.ts';

/** Discord cannot call a group by itself: a command that stands alone and with a second word is this second word. */
const alone = 'show';

const names: readonly string[] = Object.keys(wordsFor('en').commands);

/** The words under which Discord shows a command among others: `milestone`, `show`; and `me`, `show` for the command `me`. */
export function pathOf(command: string, among: readonly string[]): readonly string[] {
  return among.some((other) => other.startsWith(`${command} `)) ? [command, alone] : command.split(' ');
}

/** The command behind the words that Discord sends. */
export function commandAt(path: readonly string[]): string {
  const command = path.join(' ');
  const [group] = path;
  return names.includes(command) || path[1] !== alone || group === undefined ? command : group;
}
