import type { Language } from '../core/member.ts';
import { parseEdtf, toEdtf, type When } from '../core/when.ts';
import { type DateReading, readWhen } from '../text/dates/read-when.ts';
import { quoted } from './mistake.ts';

/** A plan's date, with its words where they say more than the date does; or why it cannot be used. */
export type PlanDate = { readonly when: When; readonly wording?: string } | { readonly said: string };

const examples = 'write it like "February-May 2022" or "2022-02/2022-05"';

/** Reads a date in EDTF, in English or in French. A plan means the same whenever it is read, so a date that hangs on today is refused. */
export function readPlanDate(text: string): PlanDate {
  if (/(?<!\d)(0000|9999)(?!\d)/.test(text)) return { said: `${quoted(text)} lies in a year that no plan reaches` };
  const when = parseEdtf(text);
  if (when !== undefined) return { when };
  if (looksEdtf.test(text)) return { said: `${quoted(text)} is no date that exists, or it ends before it begins; ${examples}` };
  return choose(
    text,
    readers.map((reader) => readTwice(text, reader)),
  );
}

const looksEdtf = /^\[?\d{4}(-\d{2}){0,2}(\s*[/,]\s*\d{4}(-\d{2}){0,2})*\]?$/;

const readers: readonly { readonly language: Language; readonly tag: string }[] = [
  { language: 'en', tag: 'en-GB' },
  { language: 'fr', tag: 'fr-FR' },
];

/** Two days that share nothing: what both read alike does not hang on the day of reading. */
const days = [new Date('2001-02-03T12:00:00.000Z'), new Date('2033-10-19T12:00:00.000Z')];

type Found =
  | { readonly kind: 'certain'; readonly when: When; readonly wording?: string }
  | { readonly kind: 'two ways'; readonly whens: readonly When[] }
  | { readonly kind: 'relative' | 'open' | 'unreadable' };

function readTwice(text: string, reader: (typeof readers)[number]): Found {
  const [first, second] = days.map((now) => readWhen(text, { ...reader, now, zone: 'UTC', purpose: 'adding' }));
  if (first?.kind === 'when' && second?.kind === 'when') return compare(first, second);
  return { kind: first?.kind === 'open' ? 'open' : 'unreadable' };
}

function compare(first: Extract<DateReading, { kind: 'when' }>, second: Extract<DateReading, { kind: 'when' }>): Found {
  const { when, wording, other } = first;
  if (toEdtf(when) !== toEdtf(second.when)) return { kind: 'relative' };
  if (other !== undefined) return { kind: 'two ways', whens: [when, other] };
  return { kind: 'certain', when, ...(wording !== undefined && { wording }) };
}

/** What English and French both leave open is never guessed, and neither is what they read differently. */
function choose(text: string, found: readonly Found[]): PlanDate {
  const [certain, ...others] = found.filter((one) => one.kind === 'certain');
  const twoWays = found.find((one) => one.kind === 'two ways')?.whens ?? whensThatDiffer(certain, others);
  if (twoWays.length > 0) return { said: `${quoted(text)} can be read in two ways; write ${twoWays.map((when) => toEdtf(when)).join(' or ')}` };
  if (certain !== undefined) return { when: certain.when, ...(certain.wording !== undefined && { wording: certain.wording }) };
  if (found.some(({ kind }) => kind === 'open')) return { said: `${quoted(text)} has no end or no beginning, which a milestone needs; ${examples}` };
  if (found.some(({ kind }) => kind === 'relative')) return { said: `${quoted(text)} means another date on another day; write the year as well` };
  return { said: `${quoted(text)} cannot be read as a date; ${examples}` };
}

type Certain = Extract<Found, { kind: 'certain' }>;

function whensThatDiffer(certain: Certain | undefined, others: readonly Certain[]): readonly When[] {
  const other = others.find(({ when }) => certain !== undefined && toEdtf(when) !== toEdtf(certain.when));
  return certain === undefined || other === undefined ? [] : [certain.when, other.when];
}
