// Lines as wide as the terminal, counted in the columns that characters really take there.

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What takes two columns: East Asian letters and signs, full-width forms, and what is drawn as an emoji. */
const wide =
  /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}|.*\uFE0F|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6])/su;

const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

function graphemeWidth(grapheme: string): number {
  if (invisible.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}

/** How many columns a text takes; terminals disagree about a few emoji. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += graphemeWidth(segment);
  return width;
}

/** Text of one look. `spaces` keeps it on one line where it fits, such as something to type; `all` never breaks it, such as an address. */
export type Piece<Look> = { readonly text: string; readonly look: Look; readonly keep?: 'spaces' | 'all' };

/** A part of a piece; parts of the same piece that meet on a line are one run. */
export type Part<Look> = { readonly text: string; readonly width: number; readonly of: Piece<Look> };

type Word<Look> = { readonly gap: Part<Look> | undefined; readonly parts: readonly Part<Look>[] };

type Row<Look> = { readonly parts: Part<Look>[]; width: number };

/** Breaks pieces into lines of so many columns, between words where that can be. */
export function wrap<Look>(pieces: readonly Piece<Look>[], columns: number): readonly (readonly Part<Look>[])[] {
  const rows: Row<Look>[] = [];
  for (const word of wordsOf(pieces).flatMap((one) => cutLong(one, columns))) {
    const parts = word.gap === undefined ? word.parts : [word.gap, ...word.parts];
    const last = rows.at(-1);
    // Only the first line keeps the spaces that it begins with.
    if ((last?.width ?? 0) + widthOfParts(parts) <= columns) add(last ?? begin(rows), parts);
    else add(begin(rows), word.parts);
  }
  return rows.map(({ parts }) => joinRuns(parts));
}

function begin<Look>(rows: Row<Look>[]): Row<Look> {
  const row: Row<Look> = { parts: [], width: 0 };
  rows.push(row);
  return row;
}

function add<Look>(row: Row<Look>, parts: readonly Part<Look>[]): void {
  row.parts.push(...parts);
  row.width += widthOfParts(parts);
}

function widthOfParts(parts: readonly Part<unknown>[]): number {
  return parts.reduce((sum, { width }) => sum + width, 0);
}

function partsOf<Look>(piece: Piece<Look>): readonly Part<Look>[] {
  const texts = piece.keep === undefined ? piece.text.split(/( +)/) : [piece.text];
  return texts.filter((text) => text !== '').map((text) => ({ text, width: widthOf(text), of: piece }));
}

function isGap(part: Part<unknown> | undefined): boolean {
  return part?.of.keep === undefined && part?.text.startsWith(' ') === true;
}

/** Words with the spaces before them; a word may have several looks. */
function wordsOf<Look>(pieces: readonly Piece<Look>[]): readonly Word<Look>[] {
  const words: { gap: Part<Look> | undefined; parts: Part<Look>[] }[] = [];
  let before: Part<Look> | undefined;
  for (const part of pieces.flatMap(partsOf)) {
    if (joins(before, part)) words.at(-1)?.parts.push(part);
    else if (!isGap(part)) words.push({ gap: isGap(before) ? before : undefined, parts: [part] });
    before = part;
  }
  return words;
}

/** Whether two parts belong to one word. What is never broken stands alone, or data beside it would not be broken either. */
function joins(before: Part<unknown> | undefined, part: Part<unknown>): boolean {
  return [before, part].every((one) => one !== undefined && !isGap(one) && one.of.keep !== 'all');
}

/** A word that is wider than a line, cut between whole characters. */
function cutLong<Look>(word: Word<Look>, columns: number): readonly Word<Look>[] {
  if (widthOfParts(word.parts) <= columns || word.parts.some(({ of }) => of.keep === 'all')) return [word];
  const rows: Row<Look>[] = [];
  for (const part of word.parts.flatMap(characters)) {
    const last = rows.at(-1);
    add(last === undefined || last.width + part.width > columns ? begin(rows) : last, [part]);
  }
  return rows.map(({ parts }, index) => ({ gap: index === 0 ? word.gap : undefined, parts: joinRuns(parts) }));
}

function characters<Look>({ text, of }: Part<Look>): readonly Part<Look>[] {
  return Array.from(graphemes.segment(text), ({ segment }) => ({ text: segment, width: graphemeWidth(segment), of }));
}

function joinRuns<Look>(parts: readonly Part<Look>[]): readonly Part<Look>[] {
  const runs: Part<Look>[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.of === part.of) runs[runs.length - 1] = { text: last.text + part.text, width: last.width + part.width, of: last.of };
    else runs.push(part);
  }
  return runs;
}
