import { bounds, toEdtf } from '../../core/when.ts';
import { beginsAt, hasSubstance, isBeyondDoubt, isPossible, withoutIdle } from './beyond-doubt.ts';
import { type DateReading, readingOf } from './reading.ts';
import type { Budget } from './rule.ts';
import { type DateContext, type Understood, understand } from './understand.ts';

/** A word of a text as typed, with its place. */
type Chunk = { readonly start: number; readonly end: number };

/** A part of a text that can be read as a date, the reading, and where it stands, together with the words that only lead to it: "du", "in". */
export type FoundDate = { readonly said: string; readonly reading: DateReading; readonly start: number; readonly end: number };

type Accepts = (part: string, rest: string) => boolean;

/** Where a date is looked for, how many words it may have, and how much work that may be, whatever is typed. */
const mostText = 400;
const mostWords = 14;
const mostSteps = 60_000;

const outside = /^[\s"'“”‘’«»()<>*_,;:!?]+|[\s"'“”‘’«»()<>*_,;:!?]+$/gu;

/** The longest part of a text that is a date beyond doubt; a word that only may be one ("may", "second") is left alone. */
export function findDate(text: string, context: DateContext): FoundDate | undefined {
  return longest(text.slice(0, mostText), context, isBeyondDoubt);
}

/** The longest part of an unreadable date that could be read. */
export function understoodPart(said: string, context: DateContext): string | undefined {
  return said.length > mostText ? undefined : longest(said, context, hasSubstance)?.said;
}

function longest(text: string, context: DateContext, accepts: Accepts): FoundDate | undefined {
  const budget = { steps: mostSteps };
  const runs = runsOf(text);
  const counts = Array.from({ length: mostWords }, (_, index) => mostWords - index);
  for (const part of counts.flatMap((count) => runs.flatMap((run) => partsOf(run, count)))) {
    const found = budget.steps > 0 ? readPart(text, part, context, accepts, budget) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The words of a text that can belong to dates, in unbroken runs. */
function runsOf(text: string): readonly (readonly Chunk[])[] {
  const runs: Chunk[][] = [[]];
  const words = [...withoutIdle(text).matchAll(/[^\s\p{Cc}]+/gu)];
  for (const [index, { 0: word, index: start }] of words.entries()) {
    const isApart = !isPossible(word);
    if (isApart || beginsAt(word, words[index - 1]?.[0] ?? '', words[index + 1]?.[0] ?? '')) runs.push([]);
    if (!isApart) runs.at(-1)?.push({ start, end: start + word.length });
  }
  return runs;
}

/** Every so many words in a row. */
function partsOf(run: readonly Chunk[], count: number): readonly (readonly Chunk[])[] {
  return run.slice(count - 1).map((_, first) => run.slice(first, first + count));
}

function readPart(text: string, chunks: readonly Chunk[], context: DateContext, accepts: Accepts, budget: Budget): FoundDate | undefined {
  const said = saidIn(text, chunks);
  const understood = said === '' || !accepts(said, text.slice(chunks.at(-1)?.end)) ? undefined : understand(said, context, budget);
  if (understood === undefined || meaningOf(understood) === '') return undefined;
  const kept = shortened(text, chunks, meaningOf(understood), context);
  return { said: saidIn(text, kept), reading: readingOf(understood), start: chunks[0]?.start ?? 0, end: kept.at(-1)?.end ?? 0 };
}

function saidIn(text: string, chunks: readonly Chunk[]): string {
  return text.slice(chunks[0]?.start, chunks.at(-1)?.end).replaceAll(outside, '');
}

/** Without the words at either end that add nothing, neither a meaning nor a name. */
function shortened(text: string, chunks: readonly Chunk[], meaning: string, context: DateContext): readonly Chunk[] {
  const shorter = [
    { dropped: chunks.slice(0, 1), kept: chunks.slice(1) },
    { dropped: chunks.slice(-1), kept: chunks.slice(0, -1) },
  ];
  const spared = shorter.find(({ dropped, kept }) => kept.length > 0 && !hasSubstance(saidIn(text, dropped)) && keeps(saidIn(text, kept), meaning, context));
  return spared === undefined ? chunks : shortened(text, spared.kept, meaning, context);
}

function keeps(said: string, meaning: string, context: DateContext): boolean {
  const understood = understand(said, context);
  return understood !== undefined && meaningOf(understood) === meaning;
}

/** A text that is the same for readings that mean the same, and empty for what is unknown. */
function meaningOf(understood: Understood): string {
  if (understood.kind === 'open') return `${understood.period.from}/${understood.period.to}`;
  const { when, wording, clock } = understood;
  return bounds(when) === undefined ? '' : JSON.stringify([toEdtf(when), wording !== undefined, clock]);
}
