import { randomUUID } from 'node:crypto';
import type { Doors } from '../../chat/adapter.ts';
import type { Answer, Refusal } from '../../chat/answer.ts';
import type { Form } from '../../chat/form.ts';
import type { Fields } from '../../chat/interaction.ts';
import type { Invocation } from '../../chat/invocation.ts';
import { languageOf, type Words, wordsFor } from '../../text/words.ts';
import { decodeWords, interactionOf, type Reader } from './decode.ts';
import { plain, plainJson } from './plain.ts';
import { renderCard, type Screen } from './render.ts';
import { renderForm } from './render-form.ts';

/** What one command line asks for beside its words. */
export type Flags = {
  readonly json: boolean;
  readonly asOf?: string;
  /** What to fill into the form that the command opens, by field name; empty when nothing is to be submitted. */
  readonly fields: Fields;
};

/** One command line: its words, its flags, who asks, and what the answer is drawn on. */
export type Asked = {
  readonly words: readonly string[];
  readonly flags: Flags;
  readonly reader: Reader;
  readonly columns: number;
  readonly colours: boolean;
};

/** What a command line prints, and the code that it ends with: 0, 1 for a refusal, 2 for wrong usage, 3 for a failure. */
export type Printed = { readonly output: string; readonly error: string; readonly exit: 0 | 1 | 2 | 3 };

type Code = Refusal['problem']['code'];

const wrongUsage: readonly Code[] = [
  'unknown-command',
  'question-unanswered',
  'unclosed-quote',
  'option-missing',
  'option-invalid',
  'value-unknown',
  'too-many-words',
];

/** The bot failed, the person did not: the same line may work later. */
const failures: readonly Code[] = ['unexpected', 'unavailable', 'slow-just-now', 'not-confirmed', 'may-be-done'];

/** Answers one command line. */
export async function oneShot(asked: Asked, doors: Doors): Promise<Printed> {
  const { flags, reader } = asked;
  const words = wordsFor(reader.language ?? languageOf(reader.locale) ?? 'en');
  const invoke = withAsOf(decodeWords(asked.words, doors.readSpelled), flags.asOf);
  const filling = Object.keys(flags.fields).length > 0;
  // Looked at first: what opens no form would act at once.
  if (filling && doors.opens(invoke) !== 'form') return usage(words.surface.noForm);
  const answer = await doors.handle(interactionOf(reader, invoke));
  if (!filling || answer.kind === 'refusal') return print(answer, asked, doors);
  if (answer.kind === 'card') return { ...print(answer, asked, doors), error: usage(words.surface.noFormYet).error, exit: 2 };
  return submit(answer, asked, doors);
}

function withAsOf({ command, options }: Invocation, asOf: string | undefined): Invocation {
  return asOf === undefined ? { command, options } : { command, options: { ...options, 'as-of': asOf } };
}

/** Wrong usage, in a sentence. */
export function usage(said: string): Printed {
  return { output: '', error: `${plain(said)}\n`, exit: 2 };
}

async function submit(form: Form, asked: Asked, doors: Doors): Promise<Printed> {
  const { fields } = asked.flags;
  const unknown = Object.keys(fields).find((name) => !form.fields.some((field) => field.name === name));
  if (unknown !== undefined) return usage(unknownField(unknown, form, wordsFor(form.language)));
  const filled = Object.fromEntries(form.fields.map((field) => [field.name, fields[field.name] ?? field.value ?? '']));
  const answer = await doors.handle({ ...interactionOf(asked.reader, form.invoke), fields: filled, formKey: randomUUID() });
  return print(answer, asked, doors);
}

function unknownField(name: string, form: Form, { surface }: Words): string {
  return surface.unknownField(name, form.fields.map((field) => field.name).join(', '));
}

function print(answer: Answer, asked: Asked, doors: Doors): Printed {
  const exit = exitOf(answer);
  if (asked.flags.json) return { output: `${plainJson(answer)}\n`, error: '', exit };
  const text = show(answer, asked, doors);
  return exit === 0 ? { output: text, error: '', exit } : { output: '', error: text, exit };
}

function exitOf(answer: Answer): Printed['exit'] {
  if (answer.kind !== 'refusal') return 0;
  if (wrongUsage.includes(answer.problem.code)) return 2;
  return failures.includes(answer.problem.code) ? 3 : 1;
}

function show(answer: Answer, asked: Asked, doors: Doors): string {
  const { columns, colours, reader } = asked;
  const screen: Screen = { columns, colours, zone: reader.zone, read: doors.readSpelled };
  if (answer.kind === 'form') return renderForm(answer, commandLine(asked), screen);
  return answer.kind === 'card' ? renderCard(answer, screen) : renderCard(answer.card, screen);
}

/** The command line that was typed, as a shell reads it. */
function commandLine({ words, reader }: Asked): readonly string[] {
  const name = reader.account.slice(reader.account.indexOf(':') + 1);
  const flags = [...(name === 'operator' ? [] : ['--as', name]), ...(reader.language === undefined ? [] : ['--lang', reader.language])];
  return ['npm run -s is3c --', ...words.map(forShell), ...flags.map(forShell)];
}

function forShell(word: string): string {
  return /^[\p{L}\p{N}._/:=@-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
