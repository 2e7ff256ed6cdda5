import { casual } from 'chrono-node/en';
import { casual as casualFrench } from 'chrono-node/fr';
import { type Day, noonOf } from '../../core/calendar.ts';
import type { Language } from '../../core/member.ts';
import { bounds, type When } from '../../core/when.ts';
import { instantShown, isZone } from '../../core/zone.ts';
import { clean } from './clean.ts';
import type { Clock } from './clock.ts';
import { type DateContext, todayOf, understand } from './understand.ts';

/** An instant that a text names, and what an ambiguous date in figures would be the other way round. */
export type ReadInstant = { readonly at: Date; readonly other?: Date };

const chronos = { en: casual, fr: casualFrench } as const satisfies Record<Language, typeof casual>;

/**
 * The instant that a text names. A date without a time means its first day at 12:00 UTC; a time is one of the zone that is named, or of the
 * reader's.
 */
export function instantOf(said: string, context: DateContext): ReadInstant | undefined {
  const understood = understand(said, context);
  if (understood === undefined) return countedInstant(said, context);
  if (understood.kind === 'open') return undefined;
  const at = instantIn(understood.when, understood.clock, context);
  const other = understood.other === undefined ? undefined : instantIn(understood.other, understood.clock, context);
  return at === undefined ? undefined : { at, ...(other === undefined ? {} : { other }) };
}

function instantIn(when: When, clock: Clock | undefined, { zone }: DateContext): Date | undefined {
  const day = bounds(when)?.first;
  if (day === undefined) return undefined;
  return clock?.hour === undefined ? noonOf(day) : onClock(day, clock.hour, clock, clock.zone ?? zone);
}

function onClock(day: Day, hour: number, { minute, second }: Clock, zone: string): Date | undefined {
  const face = new Date(noonOf(day).getTime() + (((hour - 12) * 60 + minute) * 60 + second) * 1000);
  if (zone === 'UTC') return face;
  if (!isAbbreviation(zone)) return isZone(zone) ? instantShown(zone, face) : undefined;
  // Which offset an abbreviation stands for, and that people write CET in summer too, chrono knows.
  const [parsed] = casual.parse(`${day} 12:00 ${zone}`);
  const minutes = parsed?.start.get('timezoneOffset');
  return typeof minutes === 'number' ? new Date(face.getTime() - minutes * 60_000) : undefined;
}

function isAbbreviation(zone: string): boolean {
  return /^[A-Z]{2,5}$/.test(zone);
}

const counted = /\b(hours?|hrs?|minutes?|mins?|heures?)\b/iu;

/** "In two hours", "il y a 20 minutes": chrono counts these well, and all of the text must be what it read. */
function countedInstant(said: string, context: DateContext): ReadInstant | undefined {
  const text = clean(said);
  if (text === undefined || !counted.test(text)) return undefined;
  const [only] = chronos[context.language].parse(text, { instant: context.now, timezone: 0 });
  return only === undefined || only.end || only.text.length < text.length ? undefined : { at: only.start.date() };
}

/** The day on which such an instant falls for the reader. */
export function countedDay(said: string, context: DateContext): Day | undefined {
  const instant = countedInstant(said, context)?.at;
  return instant === undefined || Number.isNaN(instant.getTime()) ? undefined : todayOf({ now: instant, zone: context.zone });
}
