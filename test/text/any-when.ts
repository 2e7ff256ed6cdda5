import fc from 'fast-check';
import { either, type Stretch, span, type When } from '../../src/core/when.ts';

const year = fc.integer({ min: 1900, max: 2199 });
const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Any one stretch of the calendar in years that people plan in. */
export const anyStretch: fc.Arbitrary<Stretch> = fc.oneof(
  day.map((value) => ({ kind: 'day' as const, day: value })),
  day.map((value) => ({ kind: 'month' as const, month: value.slice(0, 7) })),
  fc.record({ kind: fc.constant('quarter' as const), year, quarter: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const) }),
  fc.record({ kind: fc.constant('half' as const), year, half: fc.constantFrom(1 as const, 2 as const) }),
  fc.record({ kind: fc.constant('year' as const), year }),
);

const anySpan: fc.Arbitrary<When> = fc.tuple(anyStretch, anyStretch).map(([a, b]) => span(a, b) ?? span(b, a) ?? a);

/** Any *when*: alone, a span, an alternative or unknown. */
export const anyWhen: fc.Arbitrary<When> = fc.oneof(
  { weight: 3, arbitrary: anyStretch },
  { weight: 3, arbitrary: anySpan },
  { weight: 2, arbitrary: fc.uniqueArray(anyStretch, { minLength: 2, maxLength: 4, selector: (one) => JSON.stringify(one) }).map(either) },
  { weight: 1, arbitrary: fc.constant<When>({ kind: 'unknown' }) },
);
