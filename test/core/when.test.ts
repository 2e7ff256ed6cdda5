import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOf } from '../../src/core/calendar.ts';
import {
  bounds,
  compareWhen,
  daysUntil,
  either,
  hasBegun,
  isOver,
  monthWithin,
  parseEdtf,
  type Stretch,
  span,
  timelineKey,
  toEdtf,
  touches,
  type When,
} from '../../src/core/when.ts';
import { when } from '../support/milestones.ts';
import { anyStretch, anyWhen } from '../text/any-when.ts';

describe('the standard’s form', () => {
  it.each([
    ['2022-12-01', '2022-12-01', '2022-12-01'],
    ['2022-02', '2022-02-01', '2022-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022-02/2022-05', '2022-02-01', '2022-05-31'],
    ['2021-12-06/2021-12-10', '2021-12-06', '2021-12-10'],
    ['2022-06-30/2022-07', '2022-06-30', '2022-07-31'],
    ['[2022-11,2022-12]', '2022-11-01', '2022-12-31'],
    ['[2022-12-01,2022-12-05]', '2022-12-01', '2022-12-05'],
    ['2023-33', '2023-01-01', '2023-03-31'],
    ['2023-35', '2023-07-01', '2023-09-30'],
    ['2022-40', '2022-01-01', '2022-06-30'],
    ['2022-41', '2022-07-01', '2022-12-31'],
    ['2022', '2022-01-01', '2022-12-31'],
    ['2022/2023', '2022-01-01', '2023-12-31'],
    ['9998-12-31', '9998-12-31', '9998-12-31'],
    ['0001', '0001-01-01', '0001-12-31'],
  ])('%s runs from %s to %s', (text, first, last) => {
    expect(bounds(when(text))).toEqual({ first, last });
    expect(toEdtf(when(text))).toBe(text);
  });

  it('knows nothing of what is unknown', () => {
    expect(parseEdtf('XXXX')).toEqual({ kind: 'unknown' });
    expect(bounds({ kind: 'unknown' })).toBeUndefined();
  });

  it.each([
    '',
    ' ',
    'June 2022',
    '2022-13',
    '2022-00',
    '2022-02-29',
    '2022-06-31',
    '2022-37',
    '2022-42',
    '2022-21',
    '22-06',
    '2022-6',
    '2022-05/2022-02',
    '2022-02/',
    '2022-02/..',
    '/2022-02',
    '2022-02/2022-03/2022-04',
    '[2022-11]',
    '[2022-11..2022-12]',
    '[2022-11,]',
    '[]',
    '2022-06~',
    '20220615',
    'xxxx',
    '2022-06-15T10:00Z',
    ' 2022-06',
    '2022-06\n',
  ])('%j is none of ours', (text) => {
    expect(parseEdtf(text)).toBeUndefined();
  });

  it('puts the options of an alternative in order', () => {
    expect(toEdtf(when('[2022-12, 2022-11]'))).toBe('[2022-11,2022-12]');
  });

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(anyWhen, (any) => {
        expect(parseEdtf(toEdtf(any))).toEqual(any);
      }),
    );
  });

  it('never throws on any text', () => {
    const looksLike = fc.stringMatching(/^[[\d]{0,4}[-/,.X\d\]]{0,16}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), looksLike), (text) => {
        const read = parseEdtf(text);
        if (read !== undefined) expect(parseEdtf(toEdtf(read))).toEqual(read);
        if (read !== undefined) expect(() => bounds(read)).not.toThrow();
      }),
    );
  });
});

/**
 * The days that the reference implementation sees. It errs on `[a..b]` and on 2022-38, which are not ours; reads no quarter inside an interval
 * or a list, and no interval whose ends begin together, so that each stretch is asked for alone.
 */
function oracle(text: string): { first: string; last: string } {
  const stretches = text
    .split(/[[\],/]/)
    .filter((part) => part !== '')
    .map((part) => edtf(part));
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  return { first: day(Math.min(...stretches.map(({ min }) => min))), last: day(Math.max(...stretches.map(({ max }) => max))) };
}

describe('beside the reference implementation', () => {
  it('every date has the same bounds', () => {
    fc.assert(
      fc.property(
        anyWhen.filter(({ kind }) => kind !== 'unknown'),
        (any) => {
          expect(bounds(any)).toEqual(oracle(toEdtf(any)));
        },
      ),
    );
  });

  it.each(['2022-02/2022-05', '2021-12-06/2021-12-10', '[2022-11,2022-12]', '2022-06-30/2022-07', '2022/2023-01'])(
    '%s has the same bounds as a whole',
    (text) => {
      const { min, max } = edtf(text);
      const days = { first: new Date(min).toISOString().slice(0, 10), last: new Date(max).toISOString().slice(0, 10) };
      expect(bounds(when(text))).toEqual(days);
    },
  );
});

describe('spans', () => {
  it('never run backwards', () => {
    fc.assert(
      fc.property(anyStretch, anyStretch, (from, to) => {
        const made = span(from, to);
        const [a, b] = [bounds(from), bounds(to)];
        const isForward = a !== undefined && b !== undefined && a.first <= b.first && a.last <= b.last;
        expect(made !== undefined).toBe(isForward);
      }),
    );
  });
});

describe('beginning and end, anywhere on Earth', () => {
  it.each([
    ['2023-01', '2022-12-31T09:59:59.999Z', false, false],
    ['2023-01', '2022-12-31T10:00:00.000Z', true, false],
    ['2022-12', '2023-01-01T11:59:59.999Z', true, false],
    ['2022-12', '2023-01-01T12:00:00.000Z', true, true],
    ['2022-12-01', '2022-11-30T10:00:00.000Z', true, false],
    ['2022-12-01', '2022-12-02T12:00:00.000Z', true, true],
    ['[2022-11,2022-12]', '2022-12-31T23:00:00.000Z', true, false],
    ['[2022-11,2022-12]', '2022-12-01T12:00:00.000Z', true, false],
    ['2022-02/2022-05', '2022-03-15T12:00:00.000Z', true, false],
    ['XXXX', '2999-01-01T00:00:00.000Z', false, false],
    ['9998-12-31', '2022-01-01T00:00:00.000Z', false, false],
    ['9998-12-31', '9999-01-01T12:00:00.000Z', true, true],
    ['0001-01-01', '2022-01-01T00:00:00.000Z', true, true],
  ])('%s at %s: begun %s, over %s', (text, now, begun, over) => {
    expect(hasBegun(when(text), new Date(now))).toBe(begun);
    expect(isOver(when(text), new Date(now))).toBe(over);
  });

  it('a day lasts fifty hours from the first clock to the last', () => {
    const days = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const any = when(date.toISOString().slice(0, 10));
        const midnight = Date.parse(`${toEdtf(any)}T00:00:00Z`);
        const at = (hours: number, milliseconds = 0) => new Date(midnight + hours * 3_600_000 + milliseconds);
        expect([hasBegun(any, at(-14, -1)), hasBegun(any, at(-14))]).toEqual([false, true]);
        expect([isOver(any, at(36, -1)), isOver(any, at(36))]).toEqual([false, true]);
      }),
    );
  });

  it('nothing is over before it began', () => {
    const instant = fc.date({ min: new Date('1890-01-01T00:00:00Z'), max: new Date('2210-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(anyWhen, instant, (any, now) => {
        expect(isOver(any, now) && !hasBegun(any, now)).toBe(false);
      }),
    );
  });
});

describe('the order of a timeline', () => {
  it.each([
    [
      ['2022-06', '2022-01', 'XXXX', '2021-12'],
      ['2021-12', '2022-01', '2022-06', 'XXXX'],
    ],
    [
      ['2022-02/2022-05', '2022-02-23'],
      ['2022-02-23', '2022-02/2022-05'],
    ],
    [
      ['2023-01', '[2022-11,2022-12]'],
      ['[2022-11,2022-12]', '2023-01'],
    ],
    [
      ['2022', '2022-01', '2022-33', '2022-40'],
      ['2022-01', '2022-33', '2022-40', '2022'],
    ],
    [
      ['2021-12-10', '2021-12-06/2021-12-10', '2021-12'],
      ['2021-12-06/2021-12-10', '2021-12-10', '2021-12'],
    ],
  ])('of %j is %j', (given, sorted) => {
    expect(given.map(when).toSorted(compareWhen).map(toEdtf)).toEqual(sorted);
  });

  it('is the order of the keys', () => {
    fc.assert(
      fc.property(anyWhen, anyWhen, (a, b) => {
        expect(Math.sign(compareWhen(a, b))).toBe(-Math.sign(compareWhen(b, a)) || 0);
        expect(compareWhen(a, b) < 0).toBe(timelineKey(a) < timelineKey(b));
      }),
    );
  });
});

describe('beside a filter', () => {
  it.each([
    ['2022-06', { from: '2022-06-30' }, true],
    ['2022-06', { from: '2022-07-01' }, false],
    ['2022-06', { to: '2022-06-01' }, true],
    ['2022-06', { to: '2022-05-31' }, false],
    ['2022-02/2022-05', { from: '2022-03-01', to: '2022-03-31' }, true],
    ['2022-06', {}, true],
    ['XXXX', {}, false],
  ])('%s and %j touch: %s', (text, period, expected) => {
    expect(touches(when(text), period)).toBe(expected);
  });
});

describe('how far off it is', () => {
  it.each([
    ['2021-11', '2021-10-05', 27],
    ['2022-01', '2021-12-20', 12],
    ['2022-02-23', '2021-12-20', 65],
    ['2022-06', '2022-06-15', -14],
    ['XXXX', '2022-06-15', undefined],
  ])('%s from %s: %s days', (text, today, expected) => {
    expect(daysUntil(when(text), today)).toBe(expected);
  });

  it.each([
    ['2022-02/2022-05', '2022-03-15', { month: 2, of: 4 }],
    ['2022-02/2022-05', '2022-01-31', { month: 1, of: 4 }],
    ['2022-02/2022-05', '2022-06-01', { month: 4, of: 4 }],
    ['2022-33', '2022-02-01', { month: 2, of: 3 }],
    ['2022-02', '2022-02-10', undefined],
    ['2021-12-06/2021-12-10', '2021-12-07', undefined],
    ['2021-11-29/2021-12-10', '2021-12-07', undefined],
    ['[2022-11,2022-12]', '2022-11-10', undefined],
    ['XXXX', '2022-11-10', undefined],
  ])('%s on %s is in month %j', (text, today, expected) => {
    expect(monthWithin(when(text), today)).toEqual(expected);
  });
});

describe('an alternative', () => {
  it('reaches from its earliest to its latest', () => {
    const options: readonly Stretch[] = [
      { kind: 'month', month: '2022-12' },
      { kind: 'day', day: '2022-02-03' },
      { kind: 'quarter', year: 2022, quarter: 2 },
    ];
    const any: When = either(options);
    expect(bounds(any)).toEqual({ first: '2022-02-03', last: lastDayOf('2022-12') });
    expect(toEdtf(any)).toBe('[2022-02-03,2022-34,2022-12]');
  });
});
