import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bounds, toEdtf } from '../../src/core/when.ts';
import { type DateContext, readWhen } from '../../src/text/dates/read-when.ts';
import { sayDay, sayPeriod, sayWhen } from '../../src/text/dates/say-when.ts';
import { when } from '../support/milestones.ts';
import { anyWhen } from './any-when.ts';

describe('a date in words', () => {
  it.each([
    ['2021-11', 'November 2021', 'novembre 2021'],
    ['2022-12-01', '1 December 2022', '1er décembre 2022'],
    ['2022-02-23', '23 February 2022', '23 février 2022'],
    ['2021-12-06/2021-12-10', '6-10 December 2021', '6-10 décembre 2021'],
    ['2022-12-01/2022-12-03', '1-3 December 2022', '1er-3 décembre 2022'],
    ['2021-11-29/2021-12-10', '29 November - 10 December 2021', '29 novembre - 10 décembre 2021'],
    ['2021-12-29/2022-01-10', '29 December 2021 - 10 January 2022', '29 décembre 2021 - 10 janvier 2022'],
    ['2022-02/2022-05', 'February-May 2022', 'février-mai 2022'],
    ['2022-11/2023-02', 'November 2022 - February 2023', 'novembre 2022 - février 2023'],
    ['2022-06-30/2022-07', '30 June 2022 - July 2022', '30 juin 2022 - juillet 2022'],
    ['[2022-11,2022-12]', 'November or December 2022', 'novembre ou décembre 2022'],
    ['[2022-12,2023-01]', 'December 2022 or January 2023', 'décembre 2022 ou janvier 2023'],
    ['[2022-10,2022-11,2022-12]', 'October, November or December 2022', 'octobre, novembre ou décembre 2022'],
    ['[2022-12-01,2022-12-06]', '1 or 6 December 2022', '1er ou 6 décembre 2022'],
    ['2023-35', 'third quarter of 2023', '3e trimestre 2023'],
    ['2023-33', 'first quarter of 2023', '1er trimestre 2023'],
    ['2022-40', 'first half of 2022', '1er semestre 2022'],
    ['2022-41', 'second half of 2022', '2e semestre 2022'],
    ['2022', '2022', '2022'],
    ['2022/2023', '2022-2023', '2022-2023'],
    ['[2022,2023]', '2022 or 2023', '2022 ou 2023'],
    ['XXXX', 'date not known yet', 'date pas encore connue'],
  ])('%s is “%s”, “%s”', (edtf, english, french) => {
    expect(sayWhen(when(edtf), 'en')).toBe(english);
    expect(sayWhen(when(edtf), 'fr')).toBe(french);
  });

  it('never says a day of a date that has none', () => {
    const months = ['2022-06', '2022-02/2022-05', '[2022-11,2022-12]', '2023-35', '2022-41', '2022'];
    for (const edtf of months) expect(sayWhen(when(edtf), 'en')).not.toMatch(/\b\d{1,2}\b/);
  });

  it.each([
    ['2022-06', 'mid June 2022', 'mid June 2022', 'juin 2022 (« mid June 2022 »)'],
    ['2022-06', 'June 2022', 'June 2022', 'juin 2022 (« June 2022 »)'],
    ['2022-06', 'mi-juin 2022', 'June 2022 (“mi-juin 2022”)', 'mi-juin 2022'],
    ['2022-06', 'early June', 'June 2022 (“early June”)', 'juin 2022 (« early June »)'],
    ['2022-01/2022-04', 'early 2022', 'January-April 2022 (“early 2022”)', 'janvier-avril 2022 (« early 2022 »)'],
  ])('%s announced as “%s” is “%s”, “%s”', (edtf, wording, english, french) => {
    expect(sayWhen(when(edtf), 'en', wording)).toBe(english);
    expect(sayWhen(when(edtf), 'fr', wording)).toBe(french);
  });
});

describe('what is said', () => {
  const reader: DateContext = { now: new Date('2024-06-15T10:00:00Z'), zone: 'UTC', tag: 'en-GB', language: 'en', purpose: 'adding' };

  it('can be read back, in either language', () => {
    const readers = fc.constantFrom(reader, { ...reader, tag: 'fr', language: 'fr' } as const);
    fc.assert(
      fc.property(anyWhen, fc.constantFrom('en', 'fr'), readers, (any, language, own) => {
        const reading = readWhen(sayWhen(any, language), own);
        const read = reading.kind === 'when' ? reading.when : undefined;
        expect(read && bounds(read)).toEqual(bounds(any));
        // Of a span the ends may be read more plainly: from a quarter as from its first month, from a day to itself as that day.
        if (any.kind !== 'span') expect(read && toEdtf(read)).toBe(toEdtf(any));
      }),
      { numRuns: 300 },
    );
  });

  it('can be read back with its wording, though the wording alone would mean another year by now', () => {
    for (const language of ['en', 'fr'] as const) {
      const said = sayWhen(when('2022-06'), language, 'early June');
      expect(readWhen(said, { ...reader, language })).toEqual({ kind: 'when', when: when('2022-06'), wording: 'early June' });
    }
  });
});

describe('a day', () => {
  it('is said with its weekday if wanted', () => {
    expect(sayDay('2022-12-01', 'en', 'with weekday')).toBe('Thursday 1 December 2022');
    expect(sayDay('2022-12-01', 'fr', 'with weekday')).toBe('jeudi 1er décembre 2022');
    expect(sayDay('2022-12-01', 'fr')).toBe('1er décembre 2022');
  });
});

describe('a filter in words', () => {
  it.each([
    [{ from: '2022-04-01' }, 'from 1 April 2022 on', 'à partir du 1er avril 2022'],
    [{ to: '2022-09-30' }, 'until 30 September 2022', 'jusqu’au 30 septembre 2022'],
    [{ from: '2022-03-01', to: '2022-06-30' }, 'March-June 2022', 'mars-juin 2022'],
    [{ from: '2022-06-01', to: '2022-06-30' }, 'June 2022', 'juin 2022'],
    [{ from: '2022-01-01', to: '2022-12-31' }, '2022', '2022'],
    [{ from: '2022-01-01', to: '2023-12-31' }, '2022-2023', '2022-2023'],
    [{ from: '2022-06-06', to: '2022-06-12' }, '6-12 June 2022', '6-12 juin 2022'],
    [{ from: '2022-06-06', to: '2022-06-06' }, '6 June 2022', '6 juin 2022'],
    [{}, 'any time', 'toutes les dates'],
  ])('%j is “%s”, “%s”', (period, english, french) => {
    expect(sayPeriod(period, 'en')).toBe(english);
    expect(sayPeriod(period, 'fr')).toBe(french);
  });
});
