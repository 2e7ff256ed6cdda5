import { addDays, type Day, dayIn } from '../../core/calendar.ts';
import type { Language } from '../../core/member.ts';
import { type Bounds, bounds, type Period, periodToEdtf, toEdtf, type When } from '../../core/when.ts';
import { isZone } from '../../core/zone.ts';
import { clean } from './clean.ts';
import type { Clock } from './clock.ts';
import { lexiconsFor } from './languages.ts';
import type { Lexicon } from './lexicon.ts';
import type { Bound } from './meaning.ts';
import { isShortYear, isYear } from './numbers.ts';
import { figuresIn } from './numeric.ts';
import { readEdtf } from './read-edtf.ts';
import type { Budget, Input } from './rule.ts';
import { including, type Sentence, sentences } from './sentence.ts';
import { type Choice, candidates, choose, type Shape } from './shape.ts';
import { type Tokens, tokenize } from './tokens.ts';

/** Who reads, when and where, and what for. */
export type DateContext = {
  readonly now: Date;
  /** An IANA zone. */
  readonly zone: string;
  /** The reader's BCP-47 tag; it decides how 03/04 is read: month first only in en-US. */
  readonly tag: string;
  readonly language: Language;
  readonly purpose: 'adding' | 'asking';
  /** What a bare month may mean to somebody who asks. */
  readonly plan?: readonly When[];
};

/** A text understood as a date, or as a stretch of time open at one end. */
export type Understood =
  | { readonly kind: 'when'; readonly when: When; readonly wording?: string; readonly clock?: Clock; readonly other?: When }
  /** With the date at its one end, where words named it. */
  | { readonly kind: 'open'; readonly period: Period; readonly when?: When; readonly wording?: string; readonly other?: Period };

/** Far more than any date needs. */
const mostSteps = 40_000;

/** Finding out which date is meant costs more than a step of reading. */
const stepsToChoose = 50;

export function todayOf({ now, zone }: Pick<DateContext, 'now' | 'zone'>): Day {
  return dayIn(isZone(zone) ? zone : 'UTC', now);
}

/** What a text means as a date to this reader; undefined unless every word of it is accounted for. */
export function understand(said: string, context: DateContext, budget: Budget = { steps: mostSteps }): Understood | undefined {
  const text = clean(said);
  if (text === undefined) return undefined;
  const written = readEdtf(text);
  if (written !== undefined) return fromEdtf(written, text);
  for (const lexicon of lexiconsFor(context.language)) {
    const understood = inLexicon(text, lexicon, context, budget);
    if (understood !== undefined) return understood;
  }
  return undefined;
}

function fromEdtf(written: Exclude<ReturnType<typeof readEdtf>, undefined>, text: string): Understood {
  if ('period' in written) return { kind: 'open', period: written.period };
  return { kind: 'when', when: written.when, ...(written.approximate ? { wording: text } : {}) };
}

function inLexicon(text: string, lexicon: Lexicon, context: DateContext, budget: Budget): Understood | undefined {
  const tokens = tokenize(text, lexicon);
  if (tokens === undefined) return undefined;
  const [own, other] = orders[context.tag.toLowerCase() === 'en-us' ? 'month-first' : 'day-first'];
  const read = (order: Input['order'], rarely = false) =>
    firstMeaning({ tokens, order, rarely, today: todayOf(context), monthFirst: lexicon.monthFirst, budget }, text, context);
  // Only between two figures can the order of day and month matter.
  const understood = figuresIn({ tokens }) > 1 ? withOther(read(own), read(other)) : read(own);
  return understood !== undefined && hasShortYear(tokens) ? withOther(understood, read(own, true)) : understood;
}

const orders = { 'day-first': ['day-first', 'month-first'], 'month-first': ['month-first', 'day-first'] } as const;

/** A date of which only the other way to read it makes sense is that; one that both make different dates of is ambiguous. */
function withOther(own: Understood | undefined, other: Understood | undefined): Understood | undefined {
  if (own?.kind === 'open' && other?.kind === 'open') return periodToEdtf(own.period) === periodToEdtf(other.period) ? own : { other: other.period, ...own };
  if (own?.kind !== 'when' || other?.kind !== 'when') return own ?? other;
  return toEdtf(own.when) === toEdtf(other.when) ? own : { other: other.when, ...own };
}

/** Whether two digits may be a year or a day. */
function hasShortYear(tokens: Tokens): boolean {
  return tokens.some(([first]) => first?.digits === 2 && isShortYear(Number(first.text)));
}

function firstMeaning(input: Input, text: string, context: DateContext): Understood | undefined {
  for (const sentence of sentences(input)) {
    input.budget.steps -= stepsToChoose;
    if (input.budget.steps <= 0) return undefined;
    const understood = meaningOf(sentence, input, text, context);
    if (understood !== undefined) return understood;
  }
  return undefined;
}

function meaningOf(sentence: Sentence, input: Input, text: string, context: DateContext): Understood | undefined {
  if (sentence.is === 'unknown') return { kind: 'when', when: { kind: 'unknown' } };
  const { shape } = sentence;
  const when = chosen(shape, sentence.is === 'open' ? choices[sentence.bound] : 'ahead', input.today, context);
  const days = when === undefined ? undefined : bounds(when);
  if (when === undefined || !isPlanned(days)) return undefined;
  const wording = saysMore(sentence) ? { wording: wordingOf(text, input.tokens) } : {};
  if (sentence.is === 'open') return { kind: 'open', period: periods[boundOf(sentence)](days), when, ...wording };
  return { kind: 'when', when, ...wording, ...(shape.clock === undefined ? {} : { clock: shape.clock }) };
}

/** Where in its month "mid June" lies nobody knows: before it and after it may be any day of that month. */
function boundOf({ bound, shape }: Sentence & { readonly is: 'open' }): Bound {
  const isVague = shape.worded === true && shape.unit !== 'span';
  return isVague ? including[bound] : bound;
}

/** Whether the words say more than the date does: "mid June", "probably June". */
function saysMore(sentence: Exclude<Sentence, { is: 'unknown' }>): boolean {
  return sentence.shape.worded === true || (sentence.is === 'date' && sentence.tentative);
}

/** A bare month is the plan's only fit when somebody asks, else the one that the words around it look for. */
function chosen(shape: Shape, choice: Choice, today: Day, { purpose, plan = [] }: DateContext): When | undefined {
  return (purpose === 'asking' ? onlyFit(shape, plan) : undefined) ?? choose(shape, choice, today);
}

function isPlanned(days: Bounds | undefined): days is Bounds {
  return days !== undefined && isYear(Number(days.first.slice(0, 4))) && isYear(Number(days.last.slice(0, 4)));
}

/** The one among the dates a shape may have that the plan speaks of. */
function onlyFit(shape: Shape, plan: readonly When[]): When | undefined {
  if (shape.turn !== undefined || shape.every !== 'year') return undefined;
  const planned = plan.map(bounds).filter((days) => days !== undefined);
  const near = planned.flatMap((days) => candidates(shape, days.first));
  const [first, ...others] = near.filter(({ days }) => planned.some((known) => days.first <= known.last && days.last >= known.first));
  return first !== undefined && others.every(({ turn }) => turn === first.turn) ? shape.at(first.turn) : undefined;
}

/** What bare dates mean behind such a word. */
const choices = { since: 'begun', after: 'begun', from: 'nearest', 'not before': 'ahead', until: 'ahead', before: 'ahead' } as const;

const periods = {
  since: ({ first }) => ({ from: first }),
  from: ({ first }) => ({ from: first }),
  'not before': ({ first }) => ({ from: first }),
  after: ({ last }) => ({ from: addDays(last, 1) }),
  until: ({ last }) => ({ to: last }),
  before: ({ first }) => ({ to: addDays(first, -1) }),
} as const satisfies Record<Bound, (days: Bounds) => Period>;

/** The words as typed, without those at the front that say nothing. */
function wordingOf(text: string, tokens: Tokens): string {
  let at = 0;
  while (tokens[at]?.[0]?.skippable === true) at = tokens[at]?.[0]?.next ?? tokens.length;
  const start = tokens[at]?.[0]?.start ?? 0;
  return text.slice(start).replace(/[\s.,;:!?]+$/, '');
}
