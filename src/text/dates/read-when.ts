// A stand-in until the reader arrives; to be overwritten.
import { bounds, parseEdtf, type Period, type When } from '../../core/when.ts';
import { noonOf } from '../../core/calendar.ts';
import type { Language } from '../../core/member.ts';

export type DateContext = { readonly now: Date; readonly zone: string; readonly tag: string; readonly language: Language; readonly purpose: 'adding' | 'asking'; readonly plan?: readonly When[] };
type Unreadable = { readonly kind: 'unreadable'; readonly understood?: string };
export type DateReading = { readonly kind: 'when'; readonly when: When; readonly wording?: string; readonly other?: When } | { readonly kind: 'open'; readonly period: Period } | Unreadable;
export function readWhen(said: string, _context: DateContext): DateReading {
  const when = parseEdtf(said.trim());
  return when === undefined ? { kind: 'unreadable' } : { kind: 'when', when };
}
export function readPeriod(said: string, context: DateContext): { readonly period: Period } | Unreadable {
  const reading = readWhen(said, context);
  if (reading.kind === 'when') {
    const days = bounds(reading.when);
    return { period: days === undefined ? {} : { from: days.first, to: days.last } };
  }
  return reading.kind === 'open' ? { period: reading.period } : reading;
}
export function readInstant(said: string, context: DateContext): { readonly at: Date; readonly other?: Date } | Unreadable {
  const reading = readPeriod(said, context);
  return 'period' in reading ? { at: noonOf(reading.period.from ?? '2022-01-01') } : reading;
}
export function findDate(text: string, context: DateContext): { readonly said: string; readonly reading: DateReading } | undefined {
  const said = /\d{4}(-\d{2}(-\d{2})?)?/.exec(text)?.[0];
  return said === undefined ? undefined : { said, reading: readWhen(said, context) };
}
