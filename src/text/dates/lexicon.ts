import { fold } from './clean.ts';
import type { DateWords, Meaning } from './meaning.ts';

/** All that a reader knows of a language: what each word or phrase may mean, and which way round it puts a month and a day. */
export type Lexicon = {
  readonly phrases: ReadonlyMap<string, readonly Meaning[]>;
  /** Names long enough to be known by all but one letter. */
  readonly names: readonly string[];
  readonly monthFirst: boolean;
  /** Every word of every phrase. */
  readonly words: ReadonlySet<string>;
  /** Words in the longest phrase. */
  readonly longest: number;
};

/** Anywhere on earth: the zone in which a day ends last. */
export const lastZone = '-12:00';

/** Signs and abbreviations that no language owns. A full stop or a comma between words says nothing. */
const everywhere: DateWords['phrases'] = [
  [{ is: 'join', join: 'to' }, '-|\u2192|~'],
  [{ is: 'join', join: 'slash' }, '/'],
  [{ is: 'join', join: 'and' }, '&|+'],
  [{ is: 'join', join: 'list' }, ',|;'],
  [{ is: 'filler' }, ".|,|;|:|!|?|(|)|*|_|°|'"],
  [{ is: 'preposition' }, '-|/'],
  [{ is: 'tentative' }, '~'],
  [{ is: 'at' }, 't|@|,'],
  [{ is: 'unknown' }, 'xxxx|tbd|tbc|tba|n/a'],
  [{ is: 'zone', zone: 'UTC' }, 'utc|gmt|z|tu|tuc'],
  [{ is: 'zone', zone: lastZone }, 'aoe|anywhere on earth'],
  ...['cet', 'cest', 'bst', 'est', 'edt', 'cst', 'cdt', 'mst', 'mdt', 'pst', 'pdt', 'eet', 'eest', 'wet', 'west', 'msk', 'jst', 'ist', 'aest', 'aedt'].map(
    (zone) => [{ is: 'zone', zone: zone.toUpperCase() }, zone] as const,
  ),
];

/** One lexicon of several languages; where words clash, what the first says is tried first. */
export function lexiconOf(languages: readonly DateWords[]): Lexicon {
  const phrases = new Map<string, Meaning[]>();
  for (const [meaning, text] of [...languages.flatMap(entriesOf), ...everywhere]) {
    for (const spelling of text.split('|')) addTo(phrases, phraseKey(spelling), meaning);
  }
  return {
    phrases,
    names: [...phrases].filter(([spelling, meanings]) => isLongName(spelling, meanings)).map(([spelling]) => spelling),
    words: new Set([...phrases.keys()].flatMap((spelling) => spelling.split(/[ /]/))),
    monthFirst: languages.some((words) => words.monthFirst),
    longest: Math.max(...[...phrases.keys()].map((spelling) => spelling.split(' ').length)),
  };
}

function addTo(phrases: Map<string, Meaning[]>, spelling: string, meaning: Meaning): void {
  if (spelling === '') return;
  const known = phrases.get(spelling);
  if (known === undefined) phrases.set(spelling, [meaning]);
  else known.push(meaning);
}

/** Phrases are looked up without accents, and with a space where people put a hyphen, an apostrophe or nothing at all. */
function phraseKey(spelling: string): string {
  return fold(spelling);
}

function entriesOf(words: DateWords): DateWords['phrases'] {
  return [
    ...words.months.map((spellings, index) => [{ is: 'month', month: index + 1 }, spellings] as const),
    ...words.weekdays.map((spellings, index) => [{ is: 'weekday', weekday: index + 1 }, spellings] as const),
    ...words.cardinals.map((spellings, count) => [{ is: 'count', count }, spellings] as const),
    ...words.ordinals.map((spellings, index) => [{ is: 'ordinal', ordinal: index + 1 }, spellings] as const),
    ...words.century.flatMap((century) => yearsOf(words, century)),
    ...words.phrases,
    [{ is: 'opener' }, words.openers],
    [{ is: 'belongs' }, words.belongs],
  ];
}

function yearsOf({ cardinals }: DateWords, century: string): DateWords['phrases'] {
  return cardinals.map((spellings, index) => [{ is: 'year', year: 2000 + index }, spellings.replaceAll(/(^|\|)/g, `$1${century} `)] as const).slice(20);
}

const named = new Set<Meaning['is']>(['month', 'weekday']);
const counted = new Set<Meaning['is']>(['unit', 'which', 'turn', 'ordinal', 'part']);

/** Short names are too near to other words ("match", "jury", "coding") to be guessed from a slip. */
function isLongName(spelling: string, meanings: readonly Meaning[]): boolean {
  const isLong = (kinds: ReadonlySet<Meaning['is']>, letters: number) => spelling.length >= letters && meanings.some(({ is }) => kinds.has(is));
  return !spelling.includes(' ') && (isLong(named, 6) || isLong(counted, 7));
}

/** What a single word may mean; a slip of one letter in the name of a month or a weekday is forgiven. */
export function meaningsOf(word: string, { phrases, names }: Lexicon): readonly Meaning[] {
  const known = phrases.get(word);
  if (known !== undefined || word.length < 6) return known ?? [];
  const meant = names.filter((name) => isSlipOf(word, name)).map((name) => phrases.get(name) ?? []);
  return meant[0] ?? [];
}

/** Whether a word can be part of a date at all. */
export function isKnown(word: string, lexicon: Lexicon): boolean {
  return lexicon.words.has(word) || meaningsOf(word, lexicon).length > 0;
}

/** Whether one letter is missing, added or wrong, or two neighbours have changed places. A plural ("Mondays") means something else. */
function isSlipOf(word: string, name: string): boolean {
  if (Math.abs(word.length - name.length) > 1 || word === `${name}s`) return false;
  const start = alikeLetters([...word], [...name]);
  const end = alikeLetters([...word.slice(start)].toReversed(), [...name.slice(start)].toReversed());
  const wrong = word.slice(start, word.length - end);
  const right = name.slice(start, name.length - end);
  return (wrong.length <= 1 && right.length <= 1) || (wrong.length === 2 && wrong === `${right[1]}${right[0]}`);
}

/** How many letters two words have in common from their beginning. */
function alikeLetters(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((letter, index) => letter !== b[index]);
  return different === -1 ? a.length : different;
}
