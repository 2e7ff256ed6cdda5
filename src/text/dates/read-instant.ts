import { casual } from 'chrono-node';
import { casual as casualFrench } from 'chrono-node/fr';
import { type Day, isZone, noonOf } from '../../core/calendar.ts';
import type { Language } from '../../core/member.ts';
import { bounds, type When } from '../../core/when.ts';
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

function onClock(day: Day, hour: number, { minute, second }: Clock, zone: string): Date {
  const face = new Date(noonOf(day).getTime() + (((hour - 12) * 60 + minute) * 60 + second) * 1000);
  return new Date(face.getTime() - offsetOf(zone, day, face));
}

/** How far clocks in a zone are ahead of UTC when they show a time, in milliseconds. */
function offsetOf(zone: string, day: Day, face: Date): number {
  if (zone === 'UTC') return 0;
  if (isZone(zone) && (/[/+-]/.test(zone) || !isAbbreviation(zone))) return zoneOffset(zone, face);
  // Which offset an abbreviation stands for, and that CET is CEST in summer, chrono knows.
  const [parsed] = casual.parse(`${day} 12:00 ${zone}`);
  return (parsed?.start.get('timezoneOffset') ?? 0) * 60_000;
}

function isAbbreviation(zone: string): boolean {
  return /^[A-Z]{2,4}$/.test(zone) && zone !== 'UTC';
}

/** The offset is first taken at the instant as if it were UTC, then at the instant that this gives, which settles all but skipped hours. */
function zoneOffset(zone: string, face: Date): number {
  const first = shownIn(zone, face) - face.getTime();
  return shownIn(zone, new Date(face.getTime() - first)) - (face.getTime() - first);
}

/** What clocks in a zone show at an instant, as milliseconds of a UTC date that shows the same. */
function shownIn(zone: string, instant: Date): number {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '00';
  return Date.parse(`${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`);
}

const counted = /\b(hours?|hrs?|minutes?|mins?|heures?)\b/iu;

/** "In two hours", "il y a 20 minutes": chrono counts these well, and all of the text must be what it read. */
function countedInstant(said: string, context: DateContext): ReadInstant | undefined {
  const text = clean(said);
  if (text === undefined || !counted.test(text)) return undefined;
  const [only] = chronos[context.language].parse(text, { instant: context.now, timezone: 0 });
  const isAll = only !== undefined && only.text.length === text.length && only.end === null;
  return isAll ? { at: only.start.date() } : undefined;
}

/** The day on which such an instant falls for the reader. */
export function countedDay(said: string, context: DateContext): Day | undefined {
  const instant = countedInstant(said, context)?.at;
  return instant === undefined || Number.isNaN(instant.getTime()) ? undefined : todayOf({ now: instant, zone: context.zone });
}
