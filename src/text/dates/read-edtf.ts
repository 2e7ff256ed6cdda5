import { bounds, type Period, parseEdtf, unknownEdtf, type When } from '../../core/when.ts';
import { rangeMark } from './clean.ts';
import { isYear } from './numbers.ts';

/** What was written in EDTF: a date, or an interval with one end open. */
export type EdtfReading = { readonly when: When; readonly approximate: boolean } | { readonly period: Period };

/** What people put around a date without meaning anything by it. */
const around = /^[\s("'*_]+|(?<=[\d\]])\.$|[\s)"'*_,;:!]+$/g;

/**
 * Reads a date in the standard's own form, of which people write more than we store: marks of doubt and unspecified digits say no more than
 * the month or the year does, and of `[a..b]` every month is an option.
 */
export function readEdtf(text: string): EdtfReading | undefined {
  const compact = text.replaceAll(around, '').replaceAll(' ', '').replaceAll(rangeMark, '..').toUpperCase();
  const ends = compact.split('/');
  if (ends.length === 2 && ends.some((end) => /^(\.\.)?$/.test(end.replace('?', '')))) return openInterval(ends[0] ?? '', (ends[1] ?? '').replace('?', ''));
  const sure = compact.replaceAll(/[?~%]/g, '');
  const when = parseEdtf(sure.replaceAll(/(?<=\d{4})(-XX){1,2}(?!\d)/g, '').replaceAll(/(?<=\d{4}-\d{2})-XX(?!\d)/g, '')) ?? expanded(sure);
  return when !== undefined && isWritten(when, compact) ? { when, approximate: sure !== compact } : undefined;
}

/** A bare number is a year only if people plan in it. */
function isWritten(when: When, text: string): boolean {
  const days = bounds(when);
  return days === undefined ? text === unknownEdtf : isYear(Number(days.first.slice(0, 4))) && isYear(Number(days.last.slice(0, 4)));
}

function openInterval(from: string, to: string): EdtfReading | undefined {
  const first = from === '' || from === '..' ? undefined : daysOf(from)?.first;
  const last = to === '' || to === '..' ? undefined : daysOf(to)?.last;
  if ((first === undefined) === (last === undefined)) return undefined;
  return { period: { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) } };
}

function daysOf(text: string): ReturnType<typeof bounds> {
  const when = parseEdtf(text);
  const days = when === undefined ? undefined : bounds(when);
  return when !== undefined && days !== undefined && isWritten(when, text) ? days : undefined;
}

const mostOptions = 12;

/** `[2022-11..2023-01]`: one of these months. */
function expanded(text: string): When | undefined {
  const [, year = '', first = '', lastYear = '', last = ''] = /^\[(\d{4})-(\d{2})\.\.(\d{4})-(\d{2})\]$/.exec(text) ?? [];
  const from = Number(year) * 12 + Number(first) - 1;
  const count = Number(lastYear) * 12 + Number(last) - from;
  if (year === '' || count < 2 || count > mostOptions) return undefined;
  const months = Array.from({ length: count }, (_, index) => monthText(from + index));
  return parseEdtf(`[${months.join(',')}]`);
}

function monthText(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
