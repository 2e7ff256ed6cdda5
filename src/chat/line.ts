import { isAccount } from '../core/account.ts';
import { type Command, named } from './command.ts';
import type { Invocation } from './invocation.ts';
import { nearest } from './nearest.ts';
import { type OptionTraits, traits } from './option.ts';

/** Longer lines come from no chat; what is beyond is left unread. */
const longestLine = 40_000;

type Token = { readonly text: string; readonly from: number; readonly to: number; readonly quoted: boolean };

/** Phones and word processors make quotation marks that nobody chose. */
function straighten(line: string): string {
  return line
    .slice(0, longestLine)
    .normalize('NFKC')
    .replace(/[“”„«»‟]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** What stands for a command without naming it. */
const shorts = new Map([
  ['', 'home'],
  ['?', 'help'],
]);

/** The words of a line, quoted ones whole; undefined when a quotation mark is never closed. */
function tokens(line: string): readonly Token[] | undefined {
  const found = [...line.matchAll(/"([^"]*)"|([^\s"]+)|(")/g)];
  if (found.some(([, , , open]) => open !== undefined)) return undefined;
  return found.map((match) => ({ text: match[1] ?? match[2] ?? '', from: match.index, to: match.index + match[0].length, quoted: match[1] !== undefined }));
}

/** The words of a line in which a quotation mark stands for itself. */
function plainTokens(line: string): readonly Token[] {
  return [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ text, from: index, to: index + text.length, quoted: false }));
}

/**
 * Reads a typed line into an invocation. What is no command is handed to help as a question, which answers it or names the nearest
 * command; what is wrong with a line travels in the option `problem`, with the whole of it in `line`, so that there is one place that refuses. What
 * only buttons carry is a word like any other, but in a spelled line: nobody is talked into typing that they are sure.
 */
export function readLine(commands: readonly Command[], typed: string, written: 'typed' | 'spelled' = 'typed'): Invocation {
  const line = withoutMark(commands, straighten(typed));
  const short = shorts.get(line);
  if (short !== undefined) return { command: short, options: {} };
  const words = tokens(line);
  const found = findCommand(commands, lowered(words ?? tokens(line.replaceAll('"', ''))));
  if (found === undefined || isMeantOtherwise(commands, words ?? [], found, line)) return asQuestion(commands, words, line);
  const { command, length } = found;
  const isText = slotsOf(command).some(({ traits: { literal } }) => literal !== undefined);
  if (words === undefined && !isText) return { command: command.name, options: { problem: 'unclosed-quote', line } };
  return { command: command.name, options: readOptions(slotsIn(command, written), (words ?? plainTokens(line)).slice(length), line) };
}

function lowered(words: readonly Token[] = []): readonly string[] {
  return words.map(({ text }) => text.toLowerCase());
}

/** A command's name that is asked is that command: `next?`. */
function withoutMark(commands: readonly Command[], line: string): string {
  const bare = line.replace(/\s*\?+$/, '');
  const words = bare.toLowerCase().split(' ');
  return bare !== line && findCommand(commands, words)?.length === words.length ? bare : line;
}

/** Help takes the moment that a question names at its end; what may be a slip stays whole, so that the command that was meant takes it. */
function asQuestion(commands: readonly Command[], words: readonly Token[] | undefined, line: string): Invocation {
  const whole: Invocation = { command: 'help', options: { question: line } };
  const help = commands.find(({ name }) => name === 'help');
  const { before, options } = (help && takeKeyword(slotsOf(help), words ?? [], line)) ?? { before: [], options: {} };
  if (before.length === 0 || nearestName(commands, line.split(' ')) !== undefined) return whole;
  return { command: 'help', options: { question: restOf(before, line), ...options } };
}

type Found = { readonly command: Command; readonly length: number };

/** Whether a line that begins with a command is none of it. */
function isMeantOtherwise(commands: readonly Command[], words: readonly Token[], found: Found, line: string): boolean {
  return isSlip(commands, words, found) || isPhrase(found, words, line);
}

/** Words of one's own that only begin with a short form of a command that takes dates alone: `next week`, but not `next March 2022`. */
function isPhrase({ command, length }: Found, words: readonly Token[], line: string): boolean {
  const [slots, behind] = [slotsOf(command), words.slice(length)];
  const isShort = restOf(words.slice(0, length), line).toLowerCase() !== command.name;
  if (!isShort || slots.some(({ traits: { keywords } }) => keywords === undefined)) return false;
  const { before, options } = takeKeyed(slots, behind, line);
  const isPlain = Object.keys(options).length === 0 && before.every((word) => namedOption(slots, word) === undefined);
  return isPlain && before.length > 0 && !/\d{4}/.test(restOf(before, line));
}

/** The command that the first words name, the longest name first, aliases included. */
function findCommand(commands: readonly Command[], words: readonly string[]): Found | undefined {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = words.length < length ? undefined : named(commands, name);
    if (command !== undefined) return { command, length };
  }
  return undefined;
}

/** A second word that is nearly one of those that follow the first, as in `milestone shwo m3`; a text of one's own may hold any word. */
function isSlip(commands: readonly Command[], [first, second]: readonly Token[], { command, length }: Found): boolean {
  if (length > 1 || first === undefined || second === undefined || second.quoted) return false;
  if (slotsOf(command).some(({ traits: { literal } }) => literal !== undefined)) return false;
  return nearest(second.text, secondWords(commands, first.text.toLowerCase())) !== undefined;
}

function secondWords(commands: readonly Command[], first: string): string[] {
  return commands.flatMap(({ name }) => (name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : []));
}

/** The command that was probably meant, with the words behind it; undefined where nothing is near enough. */
export function nearestLine(commands: readonly Command[], typed: string): Invocation | undefined {
  const words = straighten(typed).split(' ');
  const near = nearestName(commands, words);
  return near === undefined ? undefined : readShort(commands, near.name, words.slice(near.length).join(' '));
}

/** The name that the first words nearly are, and how many they are. */
function nearestName(commands: readonly Command[], words: readonly string[]): { readonly name: string; readonly length: number } | undefined {
  for (const length of [2, 1]) {
    const names = commands.filter(({ listed }) => listed || length === 2).flatMap(({ name, aliases = [] }) => [name, ...aliases]);
    const said = words.slice(0, length).join(' ');
    const alike = names.filter((one) => one.split(' ').length === length);
    const name = words.length < length ? undefined : nearest(said, alike);
    if (name !== undefined) return { name, length };
  }
  return undefined;
}

/** Words that a button could not carry are left to be typed again. */
function readShort(commands: readonly Command[], name: string, behind: string): Invocation {
  const read = readLine(commands, behind.length > longestBehind ? name : `${name} ${behind}`);
  return read.options['problem'] === undefined && read.command !== 'help' ? read : readLine(commands, name);
}

const longestBehind = 40;

/** Whether a line begins with a slip of a command's name, and what follows is what that command takes: "jion wg1", but not "where is wg1". */
export function isSlipOfCommand(commands: readonly Command[], typed: string): boolean {
  return Object.keys(nearestLine(commands, typed)?.options ?? {}).length > 0;
}

/** Whether a line was meant for a command of a family that its first word names, whatever else it holds. */
export function isNearCommand(commands: readonly Command[], typed: string): boolean {
  const [first = '', second = ''] = straighten(typed).toLowerCase().split(' ');
  return nearest(second, secondWords(commands, first)) !== undefined;
}

type Slot = { readonly name: string; readonly traits: OptionTraits };

function slotsOf(command: Command): readonly Slot[] {
  return Object.entries(command.options.shape).map(([name, schema]) => ({ name, traits: traits.get(schema) ?? {} }));
}

/** The options that a line can hold. */
function slotsIn(command: Command, written: 'typed' | 'spelled'): readonly Slot[] {
  return slotsOf(command).filter(({ traits: { hidden, typeable } }) => written === 'spelled' || hidden !== true || typeable === true);
}

function readOptions(slots: readonly Slot[], words: readonly Token[], line: string): Record<string, string> {
  const person = slots.find(({ traits }) => traits.person === true);
  const last = words.at(-1)?.text ?? '';
  if (person !== undefined && (isPerson(last) || standsBehindGroup(words)))
    return {
      ...readOptions(
        slots.filter((slot) => slot !== person),
        words.slice(0, -1),
        line,
      ),
      [person.name]: last,
    };
  const keyed = takeKeyed(slots, words, line);
  return { ...takeInOrder(slots, keyed.before, line), ...keyed.options };
}

/** Whether a word is meant for somebody: an account, or a mention, also one that the platform does not know. */
function isPerson(word: string): boolean {
  return isAccount(word) || /^<?@./.test(word);
}

/** Whether a word can be nothing but somebody, since the only one before it is the id of a group. */
function standsBehindGroup([first, second, ...others]: readonly Token[]): boolean {
  return second !== undefined && others.length === 0 && /^wg\d+$/i.test(first?.text ?? '');
}

type Keyed = { readonly before: readonly Token[]; readonly options: Record<string, string> };

function takeKeyed(slots: readonly Slot[], words: readonly Token[], line: string): Keyed {
  return takeKeyword(slots, words, line) ?? takeFlag(slots, words, line) ?? takeOpened(slots, words, line);
}

/** An option introduced by its keyword takes everything after it: `timeline 2022 as of March 2022`, `timeline 2022 as of: March 2022`. */
function takeKeyword(slots: readonly Slot[], words: readonly Token[], line: string): Keyed | undefined {
  const keyed = slots.flatMap(({ name, traits: { keywords = [] } }) => keywords.flatMap(spellingsOf).map((parts) => ({ name, parts })));
  for (const { name, parts } of keyed) {
    const at = words.findIndex((_, index) => standsAt(parts, words, index));
    const value = at < 0 ? '' : restOf(words.slice(at + parts.length), line);
    if (value !== '') return { before: words.slice(0, at), options: { [name]: value } };
  }
  return undefined;
}

/** The words of a keyword, and the one that a command line has for it: "as of", "--as-of". */
function spellingsOf(keyword: string): readonly (readonly string[])[] {
  return [keyword.split(' '), [flagOf(keyword)]];
}

function flagOf(keyword: string): string {
  return `--${keyword.replaceAll(' ', '-')}`;
}

/** The flag of a command line with its value right behind it: `--as-of=2022-07-01`. */
function takeFlag(slots: readonly Slot[], words: readonly Token[], line: string): Keyed | undefined {
  const flags = slots.flatMap(({ name, traits: { keywords = [] } }) => keywords.map((keyword) => ({ name, flag: `${flagOf(keyword)}=` })));
  for (const { name, flag } of flags) {
    const at = words.findIndex(({ text, quoted }) => !quoted && text.toLowerCase().startsWith(flag));
    const value = at < 0 ? '' : restOf(words.slice(at), line).slice(flag.length);
    if (value !== '') return { before: words.slice(0, at), options: { [name]: value } };
  }
  return undefined;
}

/** How many words at most stand before free ones; an id is none of them. */
function orderedIn(slots: readonly Slot[], words: readonly Token[]): number {
  const inOrder = slots.filter(({ traits: { hidden, keywords } }) => hidden !== true && keywords === undefined);
  const free = inOrder.findIndex(({ traits: { rest } }) => rest === true);
  if (free < 0) return inOrder.length;
  const isNamed = inOrder[free]?.traits.completes !== undefined && /^#?[a-z]{0,2}\d{1,9}$/i.test(words[free]?.text ?? '');
  return isNamed ? free + 1 : free;
}

/** A word that introduces an option only in front of free words: `milestone show m3 au 15 mars 2022`, but not `timeline du 6 au 10 juin`. */
function takeOpened(slots: readonly Slot[], words: readonly Token[], line: string): Keyed {
  const places = words.slice(0, orderedIn(slots, words) + 1).map((_, index) => index);
  for (const { name, traits } of slots) {
    const { opening } = traits;
    const at = opening === undefined ? undefined : places.find((index) => new RegExp(opening, 'i').test(restOf(words.slice(index), line)));
    if (at !== undefined) return { before: words.slice(0, at), options: { [name]: restOf(words.slice(at + 1), line) } };
  }
  return { before: words, options: {} };
}

function standsAt(parts: readonly string[], words: readonly Token[], index: number): boolean {
  return parts.every((part, offset) => {
    const word = words[index + offset];
    return word !== undefined && !word.quoted && word.text.toLowerCase().replace(/:$/, '') === part;
  });
}

/**
 * The other options go by their order; `name:value`, as Discord people type it, names its option, and is the only way to type what buttons
 * carry. Where a command has nothing but options with a keyword, the keyword may be left out.
 */
function takeInOrder(slots: readonly Slot[], words: readonly Token[], line: string): Record<string, string> {
  const visible = slots.filter((slot) => slot.traits.hidden !== true);
  const plain = visible.filter((slot) => slot.traits.keywords === undefined);
  const ordered = plain.length === 0 ? visible : plain;
  const options: Record<string, string> = {};
  for (const [index, word] of words.entries()) {
    const { slot, value } = namedOption(slots, word) ?? { slot: ordered.find(({ name }) => options[name] === undefined), value: word.text };
    if (slot === undefined) return { ...options, problem: 'too-many-words', line };
    if (takesRest(slot, ordered, word)) return { ...options, [slot.name]: `${value} ${restOf(words.slice(index + 1), line)}`.trim() };
    options[slot.name] = value;
  }
  return options;
}

/** The last option may take all the words that are left, unless quotation marks say where it ends. */
function takesRest(slot: Slot, ordered: readonly Slot[], word: Token): boolean {
  return slot === ordered.at(-1) && slot.traits.rest === true && !word.quoted;
}

function namedOption(slots: readonly Slot[], word: Token): { slot: Slot; value: string } | undefined {
  const cut = word.text.indexOf(':');
  const slot = cut < 1 || word.quoted ? undefined : slots.find(({ name }) => name === word.text.slice(0, cut).toLowerCase());
  return slot === undefined ? undefined : { slot, value: word.text.slice(cut + 1) };
}

/** Words in a row as they were typed, the spaces and quotation marks between them too. */
function restOf(words: readonly Token[], line: string): string {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return '';
  return words.length === 1 ? first.text : line.slice(first.from, last.to);
}
