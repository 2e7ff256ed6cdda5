import { parseArgs } from 'node:util';
import { knownZone, type Reader } from './adapters/terminal/decode.ts';
import { type Flags, oneShot, usage } from './adapters/terminal/one-shot.ts';
import type { BridgeRequest, BridgeResponse } from './bridge.ts';
import type { Doors } from './chat/adapter.ts';
import { type Account, isAccount, operator, platformOf } from './core/account.ts';
import type { Language } from './core/member.ts';
import { languageOf, sayProblem, type Words, wordsFor } from './text/words.ts';

/** What the command line does beside asking the bot. */
export const programs = ['manifest', 'register', 'docs', 'doctor', 'backup', 'restore', 'export', 'import', 'seed'] as const;
export type Program = (typeof programs)[number];

/** The program that the first argument names, with its own arguments untouched; undefined for a question to the bot. */
export function programOf(args: readonly string[]): { readonly program: Program; readonly rest: readonly string[] } | undefined {
  const program = programs.find((name) => name === args[0]);
  return program === undefined ? undefined : { program, rest: args.slice(1) };
}

const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  as: { type: 'string' },
  'as-of': { type: 'string' },
  field: { type: 'string', multiple: true },
  lang: { type: 'string' },
} as const;

/** What each flag looks like, said when it is got wrong. */
const examples: ReadonlyMap<string, string> = new Map([
  ['json', '--json'],
  ['help', '--help'],
  ['as', '--as alice'],
  ['as-of', '--as-of 2022-03-15'],
  ['field', "--field when='June 2022'"],
  ['lang', '--lang fr'],
]);

/** A command line that was understood. */
export type CommandLine = {
  readonly words: readonly string[];
  readonly flags: Flags;
  readonly account: Account;
  readonly language?: Language;
  readonly tag?: string;
};

/** Reads a command line; wrong usage comes back as a sentence. `locale` is the terminal's, for when `--lang` is missing or wrong. */
export function readFlags(args: readonly string[], locale: string | undefined): CommandLine | { readonly usage: string } {
  // Strictness is our own, so that every mistake is said in the reader's language.
  const { values, positionals, tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const language = languageOf(text(values.lang));
  const words = wordsFor(language ?? languageOf(locale) ?? 'en');
  const fields = readFields(tokens);
  const account = accountOf(text(values.as));
  const wrong = tokens.map((token) => (token.kind === 'option' ? mistakeIn(token, words) : undefined)).find((said) => said !== undefined);
  if (wrong !== undefined) return { usage: wrong };
  const asOf = text(values['as-of']);
  return {
    words: values.help === true ? ['help', ...positionals] : positionals,
    flags: { json: values.json === true, fields, ...(asOf !== undefined && { asOf }) },
    account,
    ...(language !== undefined && { language }),
    ...(language !== undefined && { tag: text(values.lang) ?? language }),
  };
}

type Tokens = NonNullable<ReturnType<typeof parseArgs>['tokens']>;
type Option = Extract<Tokens[number], { kind: 'option' }>;

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Checks one flag by itself. */
function mistakeIn(option: Option, words: Words): string | undefined {
  const example = examples.get(option.name);
  if (example === undefined) return words.surface.unknownFlag(option.rawName, [...examples.values()].join('  '));
  if (option.name === 'json' || option.name === 'help') return option.value === undefined ? undefined : words.surface.flagAlone(option.rawName);
  return mistakeInValue(option, example, words);
}

function mistakeInValue({ name, rawName, value, inlineValue }: Option, example: string, words: Words): string | undefined {
  // `--as-of --json` forgot its value; one that really begins with a dash is written `--as-of=-1`.
  const missing = value === undefined || value === '' || (value.startsWith('-') && inlineValue !== true);
  if (missing) return words.surface.flagNeeds(rawName, example);
  if (fits(name, value)) return undefined;
  return name === 'lang' ? sayProblem(words, { code: 'language-unknown', params: { said: value } }) : words.surface.flagCannot(rawName, value, example);
}

function fits(name: string, value: string): boolean {
  if (name === 'lang') return languageOf(value) !== undefined;
  if (name === 'field') return value.indexOf('=') > 0;
  if (name === 'as') return isAccount(accountOf(value)) && platformOf(accountOf(value)) === 'terminal';
  return true;
}

/** `alice` and `terminal:alice` are the same; whoever runs this without saying who they are owns the database. */
function accountOf(said: string | undefined): Account {
  if (said === undefined) return operator;
  return said.includes(':') ? said : `terminal:${said}`;
}

/** `NAME=VALUE`, the last of a name counting. */
function readFields(tokens: Tokens): Flags['fields'] {
  const given = tokens.flatMap((token) => (token.kind === 'option' && token.name === 'field' && token.value !== undefined ? [token.value] : []));
  return Object.fromEntries(given.map((said) => [said.slice(0, said.indexOf('=')), said.slice(said.indexOf('=') + 1)]));
}

/** Answers a whole command line, whether it was typed here or came over the bridge. */
export async function answerArguments({ args, columns, colours, zone, locale }: BridgeRequest, doors: Doors): Promise<BridgeResponse> {
  const line = readFlags(args, locale);
  if ('usage' in line) return usage(line.usage);
  const { words, flags, account, language, tag = locale } = line;
  const reader: Reader = { account, zone: knownZone(zone), ...(tag !== undefined && { locale: tag }), ...(language !== undefined && { language }) };
  return oneShot({ words, flags, reader, columns, colours }, doors);
}
