import type { Doors } from '../../chat/adapter.ts';
import { slashCommand } from '../../text/slash.ts';
import type { Words } from '../../text/words.ts';
import { interactionOf, type Reader, withoutSlash } from './decode.ts';

/** Completes what stands in the line: the words of a command, then the values of its options. Readline's answer: what fits, and what it replaces. */
export async function complete(line: string, words: Words, reader: Reader, doors: Doors): Promise<[string[], string]> {
  if (line !== '' && slashCommand().startsWith(line)) return [[`${slashCommand()} `], line];
  const said = withoutSlash(line).trimStart();
  const commands = commandsFor(said, words);
  return commands.length > 0 ? [commands, said] : completeOption(said, words, reader, doors);
}

/** Names that nobody types have no examples. */
function namesOf({ commands }: Words): readonly string[] {
  return Object.entries(commands)
    .filter(([, { examples }]) => examples.length > 0)
    .map(([name]) => name);
}

function commandsFor(said: string, words: Words): string[] {
  const typed = said.toLowerCase();
  return namesOf(words)
    .filter((name) => name.startsWith(typed))
    .map((name) => `${name} `);
}

/** The option is found by its place, as the line will be read. */
async function completeOption(said: string, words: Words, reader: Reader, doors: Doors): Promise<[string[], string]> {
  const command = namesOf(words)
    .filter((name) => said.toLowerCase().startsWith(`${name} `))
    .sort((a, b) => b.length - a.length)[0];
  if (command === undefined) return [[], said];
  const values = said.slice(command.length + 1).split(/ +/);
  const typed = values.at(-1) ?? '';
  const options = Object.entries(words.commands).find(([name]) => name === command)?.[1].options ?? {};
  const option = Object.keys(options)[values.length - 1];
  if (option === undefined) return [[], said];
  const invoke = { command, options: doors.readSpelled(said).options };
  return [fitting(await doors.suggest(interactionOf(reader, invoke), option, typed), typed), typed];
}

/** What begins with what was typed; where the text of the one thing found was typed instead, that thing. */
function fitting(choices: Awaited<ReturnType<Doors['suggest']>>, typed: string): string[] {
  const values = choices.map(({ value }) => value).filter((value) => !/\p{Cc}/u.test(value));
  const begun = values.filter((value) => value.toLowerCase().startsWith(typed.toLowerCase()));
  return begun.length > 0 ? begun : values.slice(0, values.length === 1 ? 1 : 0);
}
