import { recognizeDateTime } from '@microsoft/recognizers-text-date-time';
import type { ParsedComponents } from 'chrono-node';
import * as chronoEnglish from 'chrono-node/en';
import * as chronoFrench from 'chrono-node/fr';
import { z } from 'zod';
import { addDays, addMonths, dayIn, monthOf, monthsBetween } from '../../src/core/calendar.ts';
import type { Case } from './cases.ts';

/**
 * What other readers of dates make of a text, put into EDTF. Where their answer may stand for more than one date, all of these are listed, and
 * the reader is right if one is expected: a doubt is theirs.
 */
export type OtherReader = (one: Case) => readonly string[];

function chronoFor({ language, context }: Case): chronoEnglish.Chrono {
  if (language === 'fr') return chronoFrench.casual;
  return context.tag === 'en-US' ? chronoEnglish.casual : chronoEnglish.GB;
}

/** Minutes that a zone is ahead of UTC; chrono does not know zones by name. */
function minutesAhead(zone: string, now: Date): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(now);
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d+):(\d+)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** What chrono is sure of decides how fine its date is. */
function fromComponents(found: ParsedComponents): string | undefined {
  const [year = 0, month = 0, day = 0] = (['year', 'month', 'day'] as const).map((part) => found.get(part) ?? 0);
  const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  if (found.isCertain('day') || found.isCertain('weekday')) return text.join('-');
  if (found.isCertain('month')) return text.slice(0, 2).join('-');
  return found.isCertain('year') ? text[0] : undefined;
}

/** chrono-node, in the language and the order of day and month of the case, told to look ahead. */
export const chrono: OtherReader = (one) => {
  const { now, zone } = one.context;
  const [only, ...more] = chronoFor(one).parse(one.text, { instant: now, timezone: minutesAhead(zone, now) }, { forwardDate: true });
  if (only === undefined || more.length > 0) return [];
  const start = fromComponents(only.start);
  const end = only.end ? fromComponents(only.end) : undefined;
  if (start === undefined) return [];
  return [end === undefined || end === start ? start : `${start}/${end}`];
};

const value = z.object({
  timex: z.string().optional(),
  type: z.string(),
  Mod: z.string().optional(),
  value: z.string().optional(),
  start: z.string().optional(),
  end: z.string().optional(),
});
type Value = z.infer<typeof value>;

/** Bounds of a range whose end is not part of it, as whatever they may stand for. */
function fromRange(start: string, end: string): readonly string[] {
  const last = addDays(end, -1);
  return [...(start.endsWith('-01') && end.endsWith('-01') ? inMonths(monthOf(start), monthOf(end)) : []), `${start}/${last}`, `${start}/${end}`];
}

function inMonths(from: string, to: string): readonly string[] {
  const spans = [`${from}/${addMonths(to, -1)}`, `${from}/${to}`];
  const year = from.slice(0, 4);
  const named: Readonly<Record<string, string>> = {
    '01 3': `${year}-33`,
    '04 3': `${year}-34`,
    '07 3': `${year}-35`,
    '10 3': `${year}-36`,
    '01 6': `${year}-40`,
    '07 6': `${year}-41`,
    '01 12': year,
  };
  const count = monthsBetween(from, to);
  return count === 1 ? [from] : [...spans, named[`${from.slice(5)} ${count}`] ?? ''];
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

const open: Readonly<Record<string, (start: string, end: string) => readonly string[]>> = {
  since: (start) => [`${start}/..`],
  after: (start) => [`${start}/..`, isDay(start) ? `${addDays(start, 1)}/..` : ''],
  before: (_, end) => [isDay(end) ? `../${addDays(end, -1)}` : ''],
  until: (_, end) => [`../${end}`, isDay(end) ? `../${addDays(end, -1)}` : ''],
};

function fromValue({ Mod: side = '', start = '', end = '', value: instant = '' }: Value): readonly string[] {
  const day = instant.slice(0, 10);
  const bounded = open[side];
  if (bounded !== undefined) return bounded(start || day, end || day);
  if (isDay(day)) return [day];
  if (!isDay(start) || !isDay(end)) return [];
  return side === '' ? fromRange(start, end) : [monthOf(start), ...fromRange(start, end)];
}

/** Microsoft's recognizers, in the culture of the case; of a date in the past and one ahead, the one ahead. */
export const recognizers: OtherReader = ({ language, text, context: { now, zone, tag } }) => {
  const today = dayIn(zone, now);
  const culture = language === 'fr' ? 'fr-fr' : tag.toLowerCase();
  // It takes the reference as a date of this machine's zone.
  const [only, ...more] = recognizeDateTime(text, culture, undefined, new Date(`${today}T10:00:00`));
  if (only === undefined || more.length > 0) return [];
  const values = z.array(value).safeParse(only.resolution?.['values']).data ?? [];
  const ahead = values.find((one) => (one.value ?? one.end ?? '9999') >= today);
  return (ahead === undefined ? values.slice(-1) : [ahead]).flatMap(fromValue);
};
