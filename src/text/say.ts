import { type Day, noonOf } from '../core/calendar.ts';
import { conjunction, dateFormat, disjunction, instantFormat, numberFormat, pluralRules } from './formats.ts';

/** `one` is written out where the singular is for 1 alone, as in English, and takes the number where it is not: 0 and 1,5 in French. */
type Forms = { readonly one: string | ((number: string) => string); readonly other: (number: string) => string };

/** A count in words, in the plural form and the digits of the language. */
export function count(tag: string, number: number, { one, other }: Forms): string {
  const said = numberFormat(tag).format(number);
  if (pluralRules(tag).select(number) !== 'one') return other(said);
  if (typeof one === 'function') return one(said);
  return number === 1 ? one : other(said);
}

/** Items in a row, as the language joins them. */
export function list(tag: string, items: readonly string[], type: 'conjunction' | 'disjunction'): string {
  return (type === 'conjunction' ? conjunction : disjunction)(tag).format(items);
}

/** An instant with its clock face, zone and year; a dash for one that is none. */
export function sayInstant(tag: string, instant: Date, zone: string): string {
  if (Number.isNaN(instant.getTime())) return '–';
  const parts = instantFormat(tag, zone).formatToParts(instant);
  // Intl leaves out the ordinal that French gives to the first day of a month.
  const first = tag.startsWith('fr') ? '1er' : '1';
  return parts.map(({ type, value }) => (type === 'day' && value === '1' ? first : value)).join('');
}

/** The name of the day of the week that a calendar day is. */
export function weekdayName(tag: string, day: Day): string {
  return dateFormat(tag, 'weekday').format(noonOf(day));
}
