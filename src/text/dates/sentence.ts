import { type Clock, clock } from './clock.ts';
import type { Bound } from './meaning.ts';
import { qualifiedShape, rarelyInYear, wholeShape } from './qualified.ts';
import { relativeShape, sinceThen, untilThen } from './relative.ts';
import { after, any, both, emptyRests, followed, type Input, map, maybe, once, type Rule, some, three, word, wordWhere } from './rule.ts';
import { datesShape, series } from './series.ts';
import type { Shape } from './shape.ts';
import { dayShape } from './weekdays.ts';

/** What a text says: nothing known, a date, or a date from which or up to which something runs. */
export type Sentence =
  | { readonly is: 'unknown' }
  | { readonly is: 'date'; readonly shape: Shape; readonly tentative: boolean }
  | { readonly is: 'open'; readonly bound: Bound; readonly shape: Shape };

const plain: Rule<Shape> = once(any(rarelyInYear, dayShape, qualifiedShape, relativeShape, wholeShape));

/** A time of day belongs to a day. */
function timed(shape: Shape, time: Clock): Shape | undefined {
  return shape.unit === 'day' || shape.unit === 'span' ? { ...shape, clock: time } : undefined;
}

const point: Rule<Shape> = once(
  any(
    plain,
    both(plain, clock, timed),
    both(clock, plain, (time, shape) => timed(shape, time)),
  ),
);

const several: Rule<Shape> = once(any(map(series(point), datesShape), both(map(series(dayShape), datesShape), clock, timed)));

const date: Rule<Shape> = any(point, several);

const tentative = word('tentative');
const bound = wordWhere('bound', (meaning) => meaning.bound);
const boundAfter = wordWhere('bound after', (meaning) => meaning.bound);
const opening = any<Bound>(
  bound,
  map(word('from'), () => 'from' as const),
);

/** The same bounds with what they name. */
export const including = {
  since: 'since',
  from: 'from',
  'not before': 'not before',
  until: 'until',
  before: 'until',
  after: 'from',
} as const satisfies Record<Bound, Bound>;

function open(side: Bound, shape: Shape): Sentence {
  return { is: 'open', bound: side, shape };
}

const sentence: Rule<Sentence> = any<Sentence>(
  map(followed(after(maybe(tentative), word('unknown')), maybe(tentative)), () => ({ is: 'unknown' })),
  three(maybe(some(tentative, 3)), date, maybe(some(tentative, 3)), (before, shape, behind) => ({
    is: 'date',
    shape,
    tentative: before !== undefined || behind !== undefined,
  })),
  map(untilThen, (shape) => open('until', shape)),
  map(sinceThen, (shape) => open('since', shape)),
  three(bound, date, word('inclusive'), (side, shape) => open(including[side], shape)),
  both(opening, date, (side, shape) => open(side, shape)),
  three(maybe(opening), date, boundAfter, (_, shape, side) => open(side, shape)),
);

/** Every way in which all the tokens can be read, the likeliest first. */
export function* sentences(input: Input): Generator<Sentence> {
  const empty = emptyRests(input.tokens);
  for (const { value, next } of sentence(input, 0)) {
    if (empty[next] === true) yield value;
  }
}
