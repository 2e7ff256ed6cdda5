import { bounds, toEdtf } from '../../core/when.ts';
import { isBeyondDoubt, isPossible } from './beyond-doubt.ts';
import { fold } from './clean.ts';
import { type DateReading, readingOf } from './reading.ts';
import { type DateContext, type Understood, understand } from './understand.ts';

/** A word of a text as typed, with its place. */
type Chunk = { readonly start: number; readonly end: number };

/** A part of a text that can be read as a date, and the reading. */
export type FoundDate = { readonly said: string; readonly reading: DateReading };

type Accepts = (part: string, rest: string) => boolean;

/** Where a date is looked for, and how many words it may have; bounds on the work, whatever is typed. */
const mostText = 600;
const mostWords = 14;

const outside = /^[\s"'“”‘’«»()<>*_,;:!?]+|[\s"'“”‘’«»()<>*_,;:!?]+$/gu;

/** The longest part of a text that is a date beyond doubt; a word that only may be one ("may", "second") is left alone. */
export function findDate(text: string, context: DateContext): FoundDate | undefined {
  return longest(text, context, isBeyondDoubt);
}

/** The longest part of an unreadable date that could be read. */
export function understoodPart(said: string, context: DateContext): string | undefined {
  return longest(said, context, (part) => /\p{L}|\d{4}|\d[/.-]\d/u.test(part))?.said;
}

function longest(text: string, context: DateContext, accepts: Accepts): FoundDate | undefined {
  const runs = runsOf(text.slice(0, mostText));
  for (let count = mostWords; count > 0; count--) {
    for (const run of runs) {
      const found = inRun(text, run, count, context, accepts);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function inRun(text: string, run: readonly Chunk[], count: number, context: DateContext, accepts: Accepts): FoundDate | undefined {
  for (let first = 0; first + count <= run.length; first++) {
    const found = readPart(text, run.slice(first, first + count), context, accepts);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The words of a text that can belong to dates, in unbroken runs. */
function runsOf(text: string): readonly (readonly Chunk[])[] {
  const runs: Chunk[][] = [[]];
  for (const match of text.matchAll(/[^\s\p{Cc}]+/gu)) {
    if (isPossible(match[0])) runs.at(-1)?.push({ start: match.index, end: match.index + match[0].length });
    else runs.push([]);
  }
  return runs;
}

function readPart(text: string, chunks: readonly Chunk[], context: DateContext, accepts: Accepts): FoundDate | undefined {
  const said = partOf(text, chunks);
  const understood = said === '' || !accepts(fold(said), fold(text.slice(chunks.at(-1)?.end))) ? undefined : understand(said, context);
  if (understood === undefined || sameness(understood) === 'XXXX') return undefined;
  return { said: partOf(text, shortened(text, chunks, understood, context)), reading: readingOf(understood) };
}

function partOf(text: string, chunks: readonly Chunk[]): string {
  return text.slice(chunks[0]?.start, chunks.at(-1)?.end).replaceAll(outside, '');
}

/** Without the words at either end that add nothing. */
function shortened(text: string, chunks: readonly Chunk[], understood: Understood, context: DateContext): readonly Chunk[] {
  const meaning = sameness(understood);
  for (const fewer of chunks.length > 1 ? [chunks.slice(1), chunks.slice(0, -1)] : []) {
    const same = understand(partOf(text, fewer), context);
    if (same !== undefined && sameness(same) === meaning) return shortened(text, fewer, understood, context);
  }
  return chunks;
}

function sameness(understood: Understood): string {
  if (understood.kind === 'open') return `${understood.period.from}/${understood.period.to}`;
  const { when, wording, clock } = understood;
  return bounds(when) === undefined ? 'XXXX' : `${toEdtf(when)} ${wording === undefined ? '' : 'worded'} ${clock === undefined ? '' : JSON.stringify(clock)}`;
}
