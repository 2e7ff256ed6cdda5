import { isZone } from '../../core/zone.ts';
import { fold } from './clean.ts';
import { type Lexicon, meaningsOf } from './lexicon.ts';
import type { Meaning } from './meaning.ts';

/** A number, a sign, a word or a phrase, with all it may mean. */
export type Token = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Stands right behind the one before it. */
  readonly glued: boolean;
  readonly digits?: number;
  /** Follows an apostrophe, as in '22. */
  readonly short?: boolean;
  readonly meanings: readonly Meaning[];
  /** May be passed over. */
  readonly skippable: boolean;
  /** May be passed over where nothing follows. */
  readonly ending: boolean;
  /** The place behind it. */
  readonly next: number;
};

/** At each place the tokens that begin there. */
export type Tokens = readonly (readonly Token[])[];

type Piece = { readonly text: string; readonly start: number; readonly end: number; readonly kind: 'number' | 'word' | 'zone' | 'sign' };

/** More than any date needs; a bound on the work, whatever is typed. */
const most = 60;

/**
 * The text cut at every place in every way: at each word or sign the tokens that begin there, longest first. "Au mois de" is a phrase that says
 * nothing, but its "au" may also be the "to" of a range. Undefined when there are too many words.
 */
export function tokenize(text: string, lexicon: Lexicon): Tokens | undefined {
  const pieces = piecesOf(fold(text));
  return pieces.length > most ? undefined : pieces.map((_, index) => tokensAt(pieces, index, lexicon));
}

const pattern = /(?<number>\d+)|(?<possessive>'s(?![\p{L}\p{N}]))|(?<zone>[a-z]+(?:\/[a-z_-]+){1,2})|(?<word>[\p{L}\p{M}]+)|(?<sign>\/\.\.|\.\.\/|\S)/gu;

function piecesOf(folded: string): readonly Piece[] {
  return [...folded.matchAll(pattern)].flatMap(({ 0: text, index, groups }) => {
    const place = { text, start: index, end: index + text.length };
    if (groups?.['possessive'] !== undefined) return [];
    return groups?.['zone'] === undefined ? [{ ...place, kind: kindOf(text) }] : slashed(place);
  });
}

function kindOf(text: string): Piece['kind'] {
  if (/^\d/.test(text)) return 'number';
  return /^[\p{L}\p{M}]/u.test(text) ? 'word' : 'sign';
}

/** Words with a slash between are a time zone if there is one of that name, and words otherwise. */
function slashed({ text, start, end }: Omit<Piece, 'kind'>): readonly Piece[] {
  if (isZone(text)) return [{ text, start, end, kind: 'zone' }];
  return [...text.matchAll(/[a-z]+|./g)].map(({ 0: part, index }) => ({
    text: part,
    start: start + index,
    end: start + index + part.length,
    kind: kindOf(part),
  }));
}

/** The tokens that begin at a piece: every known phrase, then the piece alone. */
function tokensAt(pieces: readonly Piece[], at: number, lexicon: Lexicon): readonly Token[] {
  const piece = pieces[at];
  if (piece === undefined) return [];
  const before = pieces[at - 1];
  const glued = before?.end === piece.start;
  const alone = { ...tokenOf(piece.text, piece, piece.end, ownMeanings(piece, lexicon), at + 1), glued };
  if (piece.kind === 'number') return [{ ...alone, digits: piece.text.length, short: before?.text === "'" && at > 1 }];
  if (piece.kind !== 'word') return [alone];
  const phrases = phrasesAt(pieces, at, lexicon).map((phrase) => ({ ...phrase, glued }));
  // The "au" of "au plus tard" is not nothing: only the longest phrase is passed over.
  const [longest, ...shorter] = [...phrases, alone];
  return longest === undefined ? [] : [longest, ...shorter.map((token) => ({ ...token, skippable: false, ending: false }))];
}

/** The phrases that begin at a piece, longest first. */
function phrasesAt(pieces: readonly Piece[], at: number, lexicon: Lexicon): readonly Omit<Token, 'glued'>[] {
  const [first, ...rest] = pieces.slice(at, at + lexicon.longest * 2);
  if (first === undefined) return [];
  const found: Omit<Token, 'glued'>[] = [];
  let key = first.text;
  for (const [index, piece] of rest.entries()) {
    const joint = jointOf(piece, rest[index - 1]);
    if (joint === undefined) break;
    key += joint;
    const meanings = piece.kind === 'sign' ? undefined : lexicon.phrases.get(key);
    if (meanings !== undefined) found.unshift(tokenOf(key, first, piece.end, meanings, at + index + 2));
  }
  return found;
}

/** What a further piece adds to a phrase: a word or number of it, a slash, nothing for a hyphen, an apostrophe or a full stop; undefined ends it. */
function jointOf(piece: Piece, before: Piece | undefined): string | undefined {
  if (piece.kind === 'word' || piece.kind === 'number') return before?.text === '/' ? piece.text : ` ${piece.text}`;
  if (piece.kind === 'zone') return undefined;
  if (piece.text === '/') return '/';
  return /^[-'.]$/.test(piece.text) ? '' : undefined;
}

function ownMeanings(piece: Piece, lexicon: Lexicon): readonly Meaning[] {
  if (piece.kind === 'zone') return [{ is: 'zone', zone: piece.text }];
  if (piece.kind === 'sign') return lexicon.phrases.get(piece.text) ?? [];
  return piece.kind === 'number' ? [] : meaningsOf(piece.text, lexicon);
}

function tokenOf(text: string, first: Piece, end: number, meanings: readonly Meaning[], next: number): Omit<Token, 'glued'> {
  const ending = meanings.some(({ is }) => is === 'filler');
  return { text, start: first.start, end, meanings, next, ending, skippable: ending || meanings.some(({ is }) => is === 'preposition' || is === 'the') };
}
