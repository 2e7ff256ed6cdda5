import { dayIn } from '../core/calendar.ts';
import type { Problem } from '../core/problem.ts';
import { readInstant, readWhen } from '../text/dates/read-when.ts';
import { readingBack } from '../text/turn.ts';
import type { Context, Facts, Options } from './command.ts';
import { openEnded } from './open-ended.ts';

/** The moment for which a command answers, with the other one where a date in figures is ambiguous. */
export type Moment = { readonly at: Date; readonly other?: Date };

type Reader = Context<Options, Facts>['reader'];

/** The program's clock, or the moment a reading command is asked about: a date without its year is the latest that has begun. */
export function momentAsked(said: string | undefined, clock: Date, reader: Reader): Moment | Problem {
  if (said === undefined) return { at: clock };
  const context = { ...reader, now: clock, purpose: 'asking' } as const;
  const reading = readInstant(said, { ...context, now: readingBack(said, context, dayIn(reader.zone, clock)) });
  if ('at' in reading) return reading;
  const date = readWhen(said, context);
  if (date.kind === 'open') return openEnded(said, date, reader);
  const { understood } = reading;
  return { code: 'date-unreadable', params: { said, ...(understood !== undefined && { understood }) } };
}

/** The same moment once it is known in whose zone and language it was said: the first of these readers who can read it; else it stays as it was. */
export function momentOf(said: string | undefined, before: Moment, clock: Date, readers: readonly Reader[]): Moment {
  if (said === undefined) return before;
  return readers.map((reader) => momentAsked(said, clock, reader)).find((moment) => 'at' in moment) ?? before;
}
