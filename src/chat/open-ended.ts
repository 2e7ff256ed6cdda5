import type { Language } from '../core/member.ts';
import type { Problem } from '../core/problem.ts';
import type { DateReading } from '../text/dates/read-when.ts';
import { sayWhen } from '../text/dates/say-when.ts';

type OpenReading = Extract<DateReading, { kind: 'open' }>;

/** Says which end is missing, and offers the date that is probably meant: "by June 2027" is how people name a deadline. */
export function openEnded(said: string, { period, when }: OpenReading, { language }: { readonly language: Language }): Problem {
  const likely = when === undefined ? {} : { likely: sayWhen(when, language) };
  return { code: 'date-open-ended', params: { said, missing: period.to === undefined ? 'end' : 'beginning', ...likely } };
}
