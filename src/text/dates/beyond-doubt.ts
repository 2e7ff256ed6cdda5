import { clean, fold } from './clean.ts';
import { dateWords, lexiconsFor } from './languages.ts';
import { isKnown, type Lexicon } from './lexicon.ts';
import type { Meaning } from './meaning.ts';
import { tokenize } from './tokens.ts';

/** The lexicon of all languages, in which a word is known if any of them knows it. */
function everyLanguage(): readonly Lexicon[] {
  return lexiconsFor('en').slice(-1);
}

function listOf(pick: (words: (typeof dateWords)['en']) => string): ReadonlySet<string> {
  return new Set(Object.values(dateWords).flatMap((words) => fold(pick(words)).split('|')));
}

const doubtful = listOf(({ doubtful: words }) => words);
const anchors = listOf(({ anchors: words }) => words);
const belongs = listOf(({ belongs: words }) => words);

const openers = listOf(({ openers: words }) => words);
const idle = Object.values(dateWords)
  .flatMap((words) => words.idle ?? [])
  .map((source) => new RegExp(`(?<!\\p{L})(?:${source.replaceAll(' ', '[^\\p{L}\\p{N}]+')})(?!\\p{L})`, 'gu'));

/** No word of any language, so that no date goes across it. */
const gap = '\u00F8';

/** A text of the same length without the phrases whose words are never those of a date. */
export function withoutIdle(text: string): string {
  const places = idle.flatMap((pattern) => [...fold(text).matchAll(pattern)]);
  return places.reduce((left, { 0: { length }, index }) => left.slice(0, index) + gap.repeat(length) + left.slice(index + length), text);
}

const leaning = new Set<Meaning['is']>(['which', 'count', 'ordinal', 'bound']);

/** Whether a date begins at a word of a text, and the one before it, that would lean on it, means something of its own. */
export function beginsAt(word: string, before: string, behind: string): boolean {
  const [said = ''] = wordsOf(fold(word));
  const [last = ''] = wordsOf(fold(before)).slice(-1);
  const [next = ''] = fold(behind).match(/[\p{L}\p{N}]+/u) ?? [];
  if (!openers.has(said)) return false;
  const [lexicon] = everyLanguage();
  const isPhrase = [`${last} ${said}`, `${said} ${next}`].some((phrase) => lexicon?.phrases.has(phrase));
  return !isPhrase && (lexicon?.phrases.get(last) ?? []).some(({ is }) => leaning.has(is));
}

function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** Whether every word of a part of a text can stand in a date; what cannot need not be tried. */
export function isPossible(part: string): boolean {
  const words = wordsOf(fold(part));
  return everyLanguage().some((lexicon) => words.every((word) => isKnown(word, lexicon) || word === 's'));
}

/** Whether a part of a text has something to read at all: a figure, or a word that does more than join others. */
export function hasSubstance(part: string): boolean {
  return weightsOf(part).some((weight) => weight !== 'nothing') || /\d{4}|\d[/.-]\d/.test(part);
}

const figures = [
  /^\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?$/,
  /^\d{4}[-/]\d{4}$/,
  /^\d{1,2}([/.-])\d{1,2}\1\d{2}(\d{2})?$/,
  /^\d{1,2}[/.-]\d{4}$/,
  /^\d{2}\/\d{2}$/,
  /^[\d-]{4,10}\/([\d-]{4,10}|\.\.)$/,
  /^\.\.\/[\d-]{4,10}$/,
  /^\[[\d,.\s-]+\]$/,
];

const wholeYear = /(^|\D)(19|20|21)\d\d($|\D)/;

type Weight = 'nothing' | 'something' | 'letter' | 'enough';

const telling = new Set<Meaning['is']>(['month', 'weekday', 'turn', 'unit', 'length', 'close']);

/** How much each word or phrase says for a date: nothing, something beside a sign of one, or enough by itself. */
function weightsOf(part: string): readonly Weight[] {
  const text = clean(part);
  if (text === undefined) return [];
  const tokens = everyLanguage().flatMap((lexicon) => tokenize(text, lexicon) ?? []);
  return tokens.flatMap(([longest]) => (longest === undefined ? [] : [weightOf(longest.text, longest.meanings)]));
}

function weightOf(text: string, meanings: readonly Meaning[]): Weight {
  if (doubtful.has(text)) return 'something';
  if (text.length > 2 && meanings.some(({ is }) => telling.has(is))) return 'enough';
  return meanings.some(({ is }) => is === 'letter') ? 'letter' : 'nothing';
}

/**
 * Whether a part of a free text that can be read as a date is meant as one. "May", "second", a bare number or a short name are not, unless a
 * word like "in" or a year stands beside them; a bare "the 15th" only at the end of what is said.
 */
export function isBeyondDoubt(part: string, rest: string): boolean {
  const folded = fold(part);
  const words = wordsOf(folded);
  if (words.length === 0) return figures.some((form) => form.test(folded));
  const weights = weightsOf(part);
  const isAnchored = words.some((word) => anchors.has(word));
  if (weights.includes('enough') || /(^|\P{L})q[1-4]($|\D)/u.test(folded)) return true;
  if (wholeYear.test(folded)) return isAnchored || weights.some((weight) => weight !== 'nothing');
  return isSupported(folded, weights, isAnchored, wordsOf(fold(rest)));
}

/** Whether words that may mean something else have another beside them that makes them a date. */
function isSupported(folded: string, weights: readonly Weight[], isAnchored: boolean, rest: readonly string[]): boolean {
  if (weights.includes('letter')) return isAnchored;
  if (weights.includes('something')) return /\d/.test(folded) || (isAnchored && !belongs.has(rest[0] ?? ''));
  return isAnchored && rest.length === 0 && /\d(st|nd|rd|th|er)?$/.test(folded);
}
