import { fold } from './clean.ts';
import { dateWords, lexiconsFor } from './languages.ts';
import { isKnown, type Lexicon } from './lexicon.ts';

/** The lexicon of all languages, in which a word is known if any of them knows it. */
function everyLanguage(): Lexicon | undefined {
  return lexiconsFor('en').at(-1);
}

function listOf(pick: (words: (typeof dateWords)['en']) => string): ReadonlySet<string> {
  return new Set(Object.values(dateWords).flatMap((words) => fold(pick(words)).split('|')));
}

const doubtful = listOf(({ doubtful: words }) => words);
const anchors = listOf(({ anchors: words }) => words);

/** Whether every word of a part of a text can stand in a date; what cannot need not be tried. */
export function isPossible(part: string): boolean {
  const lexicon = everyLanguage();
  return lexicon !== undefined && (fold(part).match(/[\p{L}\p{M}]+/gu) ?? []).every((word) => isKnown(word, lexicon) || word === 's');
}

const figures = [
  /^\d{4}[-/.]\d{1,2}([-/.]\d{1,2})?$/,
  /^\d{4}[-/]\d{4}$/,
  /^\d{1,2}([/.-])\d{1,2}\1\d{2}(\d{2})?$/,
  /^\d{1,2}[/.-]\d{4}$/,
  /^\d{2}\/\d{2}$/,
  /^[\d-]{4,10}\/[\d-]{4,10}$/,
  /^[\d-]{4,10}\/\.\.$/,
  /^\.\.\/[\d-]{4,10}$/,
  /^\[[\d,.\s-]+\]$/,
];

const wholeYear = /(^|\D)(19|20|21)\d\d($|\D)/;

/** How much a word says for a date: nothing, something beside a sign of one, or enough by itself. */
function weightOf(word: string, lexicon: Lexicon): 'nothing' | 'something' | 'enough' {
  if (doubtful.has(word)) return 'something';
  const kinds = (lexicon.phrases.get(word) ?? []).map(({ is }) => is);
  const says = kinds.some((is) => is === 'month' || is === 'weekday' || is === 'turn' || is === 'unit');
  if (says && word.length > 2) return 'enough';
  return kinds.includes('letter') ? 'something' : 'nothing';
}

/**
 * Whether a part of a free text that can be read as a date is meant as one. "May", "second", a bare number or a short name are not, unless a
 * word like "in" or a year stands beside them; a bare "the 15th" only at the end of what is said.
 */
export function isBeyondDoubt(part: string, rest: string): boolean {
  const words = part.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return figures.some((form) => form.test(part));
  const lexicon = everyLanguage();
  if (lexicon === undefined) return false;
  const weights = words.map((word) => weightOf(word, lexicon));
  if (weights.includes('enough') || /(^|\P{L})q[1-4]($|\D)/u.test(part)) return true;
  const anchored = words.some((word) => anchors.has(word)) || wholeYear.test(part);
  if (weights.includes('something')) return anchored || /\d/.test(part);
  return anchored && (wholeYear.test(part) || (/\d(st|nd|rd|th|er)?$/.test(part) && /^\P{L}*$/u.test(rest)));
}
