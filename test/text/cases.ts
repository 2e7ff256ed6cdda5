import type { Language } from '../../src/core/member.ts';
import { bounds, type Period, parseEdtf, toEdtf } from '../../src/core/when.ts';
import type { DateContext, DateReading } from '../../src/text/dates/read-when.ts';
import english from './when-cases.en.json' with { type: 'json' };
import french from './when-cases.fr.json' with { type: 'json' };

/** One text that somebody may type, and what it means; written before the reader was, by people who did not see it. */
export type Case = {
  readonly language: Language;
  readonly kind: string;
  readonly text: string;
  readonly context: DateContext;
  /** EDTF, an open interval by its days; null where it must not be read. */
  readonly expect: string | null;
  readonly other?: string;
};

type Written = {
  readonly kind: string;
  readonly text: string;
  readonly now: string;
  readonly expect: string | null;
  readonly other?: string | null;
  readonly tag?: string;
  readonly zone?: string;
  readonly for?: string;
};

function caseOf(written: Written, language: Language, ownTag: string): Case {
  const { kind, text, now, expect, other, tag = ownTag, zone = 'UTC' } = written;
  const context: DateContext = { now: new Date(now), zone, tag, language, purpose: written.for === 'asking' ? 'asking' : 'adding' };
  return { language, kind, text, context, expect: expect === null ? null : inDays(expect), ...(other ? { other } : {}) };
}

/** "2022-04/.." and "2022-04-01/.." mean the same: a filter has days. */
function inDays(edtf: string): string {
  const [from = '', to = ''] = edtf.split('/');
  if (from !== '..' && to !== '..') return edtf;
  const days = (end: string) => bounds(parseEdtf(end) ?? { kind: 'unknown' });
  return to === '..' ? `${days(from)?.first}/..` : `../${days(to)?.last}`;
}

function inText({ from = '..', to = '..' }: Period): string {
  return `${from}/${to}`;
}

/** A reading as the cases write it. */
export function answerOf(reading: DateReading): string | null {
  if (reading.kind === 'unreadable') return null;
  return reading.kind === 'open' ? inText(reading.period) : toEdtf(reading.when);
}

/** What an ambiguous date in figures would be otherwise, as the cases write it. */
export function otherOf(reading: DateReading): string | undefined {
  return reading.kind === 'when' && reading.other !== undefined ? toEdtf(reading.other) : undefined;
}

export const cases: readonly Case[] = [...english.map((written) => caseOf(written, 'en', 'en-GB')), ...french.map((written) => caseOf(written, 'fr', 'fr-FR'))];
