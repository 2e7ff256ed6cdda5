import type { Period, When } from '../../core/when.ts';
import type { Understood } from './understand.ts';

/** What could not be read; `understood` is the part of the words that could. */
export type Unreadable = { readonly kind: 'unreadable'; readonly understood?: string };

/** Days to filter by, with the words that say more than they do, and what an ambiguous date in figures would make of them the other way round. */
export type PeriodReading = { readonly period: Period; readonly wording?: string; readonly other?: Period };

/** What somebody's words mean as a date. */
export type DateReading =
  | {
      readonly kind: 'when';
      readonly when: When;
      /** The words as typed, where they say more than the date: "mid June 2022". */
      readonly wording?: string;
      /** What an ambiguous date in figures would be the other way round. */
      readonly other?: When;
    }
  /** "Since June", "until Friday": for filters, never a milestone's *when*, which may be the date at the one end. */
  | ({ readonly kind: 'open'; readonly when?: When } & PeriodReading)
  | Unreadable;

/** The reading of what was understood; a time of day is no part of it. */
export function readingOf(understood: Understood): DateReading {
  if (understood.kind === 'open') return understood;
  const { when, wording, other } = understood;
  return { kind: 'when', when, ...(wording === undefined ? {} : { wording }), ...(other === undefined ? {} : { other }) };
}
