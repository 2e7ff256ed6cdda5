import { lastZone } from './lexicon.ts';
import { after, any, both, followed, map, maybe, type Rule, three, token, word, wordWhere } from './rule.ts';

/** A time of day as it was said; a *when* drops it, an instant needs it. No hour means a part of the day only. */
export type Clock = { readonly hour?: number; readonly minute: number; readonly second: number; readonly zone?: string };

type Face = Omit<Clock, 'zone'>;

function sign(text: string): Rule<true> {
  return token((here) => (here.text === text ? true : undefined));
}

/** Digits that may stand on a clock, up to a number. */
function digits(most: number, glued = false): Rule<number> {
  return token((here) =>
    here.digits !== undefined && here.digits <= 2 && Number(here.text) <= most && (here.glued || !glued) ? Number(here.text) : undefined,
  );
}

const minute = digits(59, true);
const hour = digits(24);
const half = wordWhere('half-day', (meaning) => meaning.half);
const fraction = both(
  sign('.'),
  token((here) => (here.digits === undefined ? undefined : true)),
  () => true,
);
const seconds = both(after(sign(':'), minute), maybe(fraction), (second) => second);

function face(hours: number | undefined, minutes = 0, second = 0): Face {
  return { ...(hours === undefined ? {} : { hour: hours }), minute: minutes, second };
}

/** Hours as people count to twelve; undefined where no such hour is on the clock. */
function twelve(hours: number, part: 'am' | 'pm' | undefined): number | undefined {
  if (part === undefined) return hours;
  if (hours > 12) return part === 'pm' && hours < 24 ? hours : undefined;
  return (hours % 12) + (part === 'pm' ? 12 : 0);
}

function inHalf(time: Face, part: 'am' | 'pm' | undefined): Face | undefined {
  const hours = time.hour === undefined ? undefined : twelve(time.hour, part);
  return hours === undefined ? undefined : { ...time, hour: hours };
}

const faces: Rule<Face> = any(
  // 10:30, 10:30:15, 10.30 pm
  both(
    three(hour, sign(':'), minute, (hours, _, minutes) => ({ hours, minutes })),
    maybe(seconds),
    ({ hours, minutes }, second) => face(hours, minutes, second),
  ),
  // 14h30, 14 h 30, 14 o'clock
  three(hour, word('o’clock'), maybe(digits(59)), (hours, _, minutes) => face(hours, minutes)),
  both(word('hour'), maybe(digits(59)), ({ hour: hours }, minutes) => face(hours, minutes)),
);

const dotted: Rule<Face> = three(hour, sign('.'), minute, (hours, _, minutes) => face(hours, minutes));

const daypart = word('part of day');

const time: Rule<Face> = any(
  both(faces, maybe(half), inHalf),
  both(hour, half, (hours, part) => inHalf(face(hours), part)),
  // With a full stop between it is a time only if more says so: 10.30 may be the 10th of a month that does not exist.
  both(dotted, half, inHalf),
  followed(dotted, word('o’clock')),
  map(daypart, () => face(undefined)),
);

const signedOffset = three(
  token((here) => (here.text === '+' || here.text === '-' ? here.text : undefined)),
  digits(14),
  maybe(both(sign(':'), minute, (_, minutes) => minutes)),
  (side, hours, minutes) => offsetZone(side, hours, minutes),
);

const compactOffset = both(
  token((here) => (here.text === '+' || here.text === '-' ? here.text : undefined)),
  token((here) => (here.digits === 4 && Number(here.text) <= 1459 ? here.text : undefined)),
  (side, text) => offsetZone(side, Number(text.slice(0, 2)), Number(text.slice(2))),
);

function offsetZone(side: string, hours: number, minutes = 0): string {
  return `${side}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

const zone: Rule<string> = any(
  after(
    wordWhere('zone', (meaning) => (meaning.zone === 'UTC' ? true : undefined)),
    any(signedOffset, compactOffset),
  ),
  wordWhere('zone', (meaning) => meaning.zone),
  signedOffset,
  compactOffset,
);

const until = any<unknown>(
  wordWhere('join', ({ join }) => (join === 'to' ? true : undefined)),
  wordWhere('bound', ({ bound }) => (bound === 'until' ? true : undefined)),
);

// "10-12h": the first hour borrows what the second one says.
const borrowed: Rule<Face> = three(hour, until, time, (hours, _, to) => (to.hour === undefined || to.hour < hours ? undefined : face(hours)));
const ranged: Rule<Face> = any(
  borrowed,
  both(time, maybe(both(until, time, () => true)), (from) => from),
);

const opening = maybe(any<unknown>(word('at'), word('from'), word('between')));

/** A time of day, or a stretch of it of which the beginning counts, with its zone: "at 5 pm CET", "14h-16h", "T10:00Z". */
const timeOfDay: Rule<Clock> = both(
  after(
    opening,
    any(
      ranged,
      both(ranged, maybe(daypart), (from) => from),
    ),
  ),
  maybe(zone),
  (from, named) => (named === undefined ? from : { ...from, zone: named }),
);

/** A time of day, or the end of the day anywhere on earth, which is what a day is to us. */
export const clock: Rule<Clock> = any(
  timeOfDay,
  wordWhere('zone', ({ zone: named }) => (named === lastZone ? face(undefined) : undefined)),
);
