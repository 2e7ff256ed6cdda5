import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noonOf } from '../../src/core/calendar.ts';
import { type DateContext, findDate, readInstant, readPeriod, readWhen } from '../../src/text/dates/read-when.ts';
import { answerOf, cases, otherOf } from './cases.ts';

const context: DateContext = { now: new Date('2022-06-15T10:00:00Z'), zone: 'UTC', tag: 'en-GB', language: 'en', purpose: 'asking' };

describe('what people write', () => {
  it('there are 300 cases for each language, and more', () => {
    for (const language of ['en', 'fr']) expect(cases.filter((one) => one.language === language).length).toBeGreaterThan(300);
  });

  it.each(cases.map((one) => [one.language, one.kind, one.text, one] as const))('%s, %s: %j', (_language, _kind, text, one) => {
    const reading = readWhen(text, one.context);
    expect(answerOf(reading)).toBe(one.expect);
    if (one.other !== undefined) expect(otherOf(reading)).toBe(one.other);
  });

  it('may be anything, of any length, and is read or refused without a throw', () => {
    const piece = fc.constantFrom(
      'June',
      '2022',
      'to',
      '/',
      '-',
      'Q3',
      'mid',
      'since',
      'le',
      '1er',
      'juin',
      '\u202e',
      '\u0000',
      '\ud800',
      '06',
      ',',
      'next',
      'W23',
      '[',
      ']',
      '..',
      "'21",
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' ')),
    );
    fc.assert(
      fc.property(typed, (said) => {
        expect(['when', 'open', 'unreadable']).toContain(readWhen(said, context).kind);
        findDate(said, context);
        readInstant(said, context);
      }),
      { numRuns: 300 },
    );
    expect(readWhen('June '.repeat(8_000), context).kind).toBe('unreadable');
  });
});

describe('a bare month, when asking', () => {
  it('is the plan’s only fit, else the nearest ahead', () => {
    const plan = [{ kind: 'month', month: '2022-01' }] as const;
    expect(readPeriod('January', { ...context, plan })).toMatchObject({ period: { from: '2022-01-01', to: '2022-01-31' } });
    expect(readPeriod('January', context)).toMatchObject({ period: { from: '2023-01-01', to: '2023-01-31' } });
  });
});

describe('a moment to look back from', () => {
  it.each([
    ['2022-03-15', noonOf('2022-03-15')],
    ['March 2022', noonOf('2022-03-01')],
    ['2022-12-31 23:00 UTC', new Date('2022-12-31T23:00:00Z')],
    ['2022-12-31T23:00Z', new Date('2022-12-31T23:00:00Z')],
  ])('%s', (said, at) => {
    expect(readInstant(said, context)).toMatchObject({ at });
  });
});

describe('a date inside a question', () => {
  it.each([
    ['what happens in June 2022?', 'when'],
    ['que se passe-t-il en juin 2022', 'when'],
    ['may I ask a second question', undefined],
    ['tell me about m3', undefined],
  ])('%s', (said, kind) => {
    expect(findDate(said, context)?.reading.kind).toBe(kind);
  });
});
