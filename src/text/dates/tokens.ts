import { isZone } from '../../core/calendar.ts';
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
};

type Piece = { readonly text: string; readonly start: number; readonly end: number; readonly kind: 'number' | 'word' | 'zone' | 'sign' };

/** More than any date needs; a bound on the work, whatever is typed. */
const most = 48;

/** The text in tokens of a lexicon, longest phrases first; undefined when there are too many. */
export function tokenize(text: string, lexicon: Lexicon): readonly Token[] | undefined {
  const pieces = piecesOf(fold(text));
  if (pieces.length > most) return undefined;
  const tokens: Token[] = [];
  let index = 0;
  while (index < pieces.length) {
    const phrase = phraseAt(pieces, index, lexicon);
    const before = pieces[index - 1];
    tokens.push(tokenOf(phrase, before));
    index = phrase.next;
  }
  return tokens.filter(({ text: said }) => said !== "'");
}

const pattern = /(?<number>\d+)|(?<possessive>'s(?![\p{L}\p{N}]))|(?<zone>[a-z]+(?:\/[a-z_-]+){1,2})|(?<word>[\p{L}\p{M}]+)|(?<sign>\S)/gu;

function piecesOf(folded: string): readonly Piece[] {
  return [...folded.matchAll(pattern)].flatMap((match) => {
    const { number, possessive, zone } = match.groups ?? {};
    const [text] = match;
    const piece = { text, start: match.index, end: match.index + text.length };
    if (possessive !== undefined) return [];
    if (number !== undefined) return [{ ...piece, kind: 'number' as const }];
    if (zone !== undefined) return slashed(piece);
    return [{ ...piece, kind: /^[\p{L}\p{M}]/u.test(text) ? ('word' as const) : ('sign' as const) }];
  });
}

/** Words with a slash between are a time zone if there is one of that name, and words otherwise. */
function slashed({ text, start, end }: Omit<Piece, 'kind'>): readonly Piece[] {
  if (isZone(text)) return [{ text, start, end, kind: 'zone' }];
  return [...text.matchAll(/[a-z]+|./g)].map(({ 0: part, index }) => ({
    text: part,
    start: start + index,
    end: start + index + part.length,
    kind: /^[a-z]/.test(part) ? ('word' as const) : ('sign' as const),
  }));
}

type Phrase = { readonly pieces: readonly Piece[]; readonly meanings: readonly Meaning[]; readonly next: number };

/** The longest phrase that begins at a piece, or the piece alone. */
function phraseAt(pieces: readonly Piece[], at: number, lexicon: Lexicon): Phrase {
  const first = pieces[at];
  let found: Phrase = { pieces: pieces.slice(at, at + 1), meanings: first === undefined ? [] : ownMeanings(first, lexicon), next: at + 1 };
  if (first?.kind !== 'word') return found;
  let key = first.text;
  let words = 1;
  for (let index = at + 1; index < pieces.length && words < lexicon.longest; index++) {
    const piece = pieces[index];
    const joint = piece === undefined ? undefined : jointOf(piece, pieces[index - 1]);
    if (piece === undefined || joint === undefined) break;
    key += joint;
    if (joint === '' || joint === '/') continue;
    words++;
    const meanings = lexicon.phrases.get(key);
    if (meanings !== undefined) found = { pieces: pieces.slice(at, index + 1), meanings, next: index + 1 };
  }
  return found;
}

/** What a further piece adds to a phrase: a word or number of it, a slash, nothing for a hyphen, an apostrophe or a full stop; undefined ends it. */
function jointOf(piece: Piece, before: Piece | undefined): string | undefined {
  if (piece.kind === 'word' || piece.kind === 'number') return before?.text === '/' ? piece.text : ` ${piece.text}`;
  if (piece.kind === 'zone') return undefined;
  if (piece.text === '/') return '/';
  return /^[-'.°]$/.test(piece.text) ? '' : undefined;
}

function ownMeanings(piece: Piece, lexicon: Lexicon): readonly Meaning[] {
  if (piece.kind === 'zone') return [{ is: 'zone', zone: piece.text }];
  if (piece.kind === 'sign') return lexicon.phrases.get(piece.text) ?? [];
  return piece.kind === 'number' ? [] : meaningsOf(piece.text, lexicon);
}

function tokenOf({ pieces, meanings }: Phrase, before: Piece | undefined): Token {
  const text = pieces.map((piece) => piece.text).join(' ');
  const start = pieces[0]?.start ?? 0;
  const token = {
    text,
    start,
    end: pieces.at(-1)?.end ?? start,
    glued: before?.end === start,
    meanings,
    skippable: meanings.some(({ is }) => is === 'filler' || is === 'the'),
  };
  if (pieces[0]?.kind !== 'number' || pieces.length > 1) return token;
  return { ...token, digits: text.length, short: before?.text === "'" };
}
