import { type Day, dayIn, noonOf } from './calendar.ts';

const known = new Map<string, boolean>();

/** As many answers as are kept; asking costs more than all other reading of a date. */
const mostKnown = 1000;

/** Whether the text names a time zone of the IANA data base that this machine knows. */
export function isZone(text: string): boolean {
  const answer = known.get(text) ?? hasZone(text);
  if (known.size < mostKnown) known.set(text, answer);
  return answer;
}

function hasZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The instant at which clocks in a zone show a full hour of a day; `instantShown` says what becomes of hours that are skipped or come twice. */
export function hourIn(zone: string, day: Day, hour: number): Date {
  return instantShown(zone, new Date(noonOf(day).getTime() + (hour - 12) * 3_600_000));
}

/**
 * The instant at which clocks in a zone show a time, which is given as a date in UTC that shows the same. Of a time that comes twice it is
 * the first; for one that the clock skips it is the first instant after the gap.
 */
export function instantShown(zone: string, face: Date): Date {
  const [early, late] = [-1, 1].map((days) => offsetAt(zone, new Date(face.getTime() + days * dayLength)));
  const candidates = [early, late].map((offset = 0) => face.getTime() - offset).toSorted((a, b) => a - b);
  const [first = 0, second = 0] = candidates;
  const shown = candidates.find((instant) => instant + offsetAt(zone, new Date(instant)) === face.getTime());
  return new Date(shown ?? afterGap(zone, face.getTime(), first, second));
}

const dayLength = 86_400_000;

/** The instant, between two, from which on clocks show a time after the one that they skip. */
function afterGap(zone: string, face: number, before: number, after: number): number {
  let [low, high] = [before, after];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (middle + offsetAt(zone, new Date(middle)) > face) high = middle;
    else low = middle;
  }
  return high;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const kept = clocks.get(zone);
  if (kept !== undefined) return kept;
  const clock = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', second: '2-digit' });
  clocks.set(zone, clock);
  return clock;
}

/** How far clocks in a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, instant: Date): number {
  const shown = Date.parse(`${dayIn(zone, instant)}T${clockOf(zone).format(instant)}Z`);
  return shown - Math.floor(instant.getTime() / 1000) * 1000;
}
