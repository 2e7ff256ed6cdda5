import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEdtf, toEdtf } from '../../src/core/when.ts';
import { type DateContext, type DateReading, readPeriod, readWhen } from '../../src/text/dates/read-when.ts';
import { plan } from '../support/milestones.ts';
import { anyWhen } from './any-when.ts';
import { answerOf, type Case, cases, otherOf } from './cases.ts';
import { english, french } from './more-cases.ts';
import * as near from './near-cases.ts';

/** Frozen cases that we read otherwise on purpose, and why. */
const declared: Readonly<Record<string, string>> = {};

const context: DateContext = { now: new Date('2022-06-15T10:00:00Z'), zone: 'UTC', tag: 'en-GB', language: 'en', purpose: 'adding' };
const inFrench: DateContext = { ...context, tag: 'fr', language: 'fr' };

function summary(reading: DateReading): string {
  if (reading.kind !== 'when') return answerOf(reading) ?? 'unreadable';
  const { wording, other } = reading;
  return [toEdtf(reading.when), ...(wording === undefined ? [] : [`(${wording})`]), ...(other === undefined ? [] : [`or ${toEdtf(other)}`])].join(' ');
}

describe('the frozen cases', () => {
  it('are 300 for each language, and more', () => {
    for (const language of ['en', 'fr']) expect(cases.filter((one) => one.language === language).length).toBeGreaterThan(300);
  });

  it.each(cases.filter(({ text }) => declared[text] === undefined).map((one) => [one.language, one.kind, one.text, one] as const))(
    '%s, %s: %j',
    (_language, _kind, text, one) => {
      const reading = readWhen(text, one.context);
      expect(answerOf(reading)).toBe(one.expect);
      expect(otherOf(reading)).toBe(one.other);
    },
  );

  it('are not declared otherwise without need', () => {
    for (const text of Object.keys(declared)) {
      const one = cases.find((other) => other.text === text);
      expect(one === undefined || answerOf(readWhen(text, one.context)) === one.expect, text).toBe(false);
    }
  });
});

describe('what else people type', () => {
  it.each(english)('%j', (text, expected) => {
    expect(summary(readWhen(text, context))).toBe(expected);
  });

  it.each(french)('%j in French', (text, expected) => {
    expect(summary(readWhen(text, inFrench))).toBe(expected);
  });
});

describe('what is easily taken for something else', () => {
  it.each(near.english)('%j', (text, expected) => {
    expect(summary(readWhen(text, context))).toBe(expected);
  });

  it.each(near.american)('%j in the United States', (text, expected) => {
    expect(summary(readWhen(text, { ...context, tag: 'en-US' }))).toBe(expected);
  });

  it.each(near.french)('%j in French', (text, expected) => {
    expect(summary(readWhen(text, inFrench))).toBe(expected);
  });
});

/** What phones, keyboards and other people’s editors make of a text. */
const disguises: Readonly<Record<string, (text: string) => string>> = {
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'with more spaces': (text) => `  ${text.replaceAll(' ', '   ')} `,
  'with unbreakable spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'with thin spaces': (text) => text.replaceAll(' ', '\u202f'),
  'in full width': (text) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  'without accents': (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, ''),
  'with accents apart': (text) => text.normalize('NFD'),
  'with an en dash': (text) => text.replaceAll('-', '–'),
  'with an unbreakable hyphen': (text) => text.replaceAll('-', '\u2011'),
  'with round quotes': (text) => text.replaceAll("'", '’'),
  'in quotes': (text) => `“${text}”`,
  'in brackets': (text) => `(${text})`,
  'in bold': (text) => `*${text}*`,
  'as code': (text) => `\`${text}\``,
  'with an exclamation mark': (text) => `${text} !`,
  'with a question mark': (text) => `${text}?`,
  'with a comma': (text) => `${text},`,
  'from right to left': (text) => `\u200f${text}\u200e`,
};

describe('a text in disguise means the same', () => {
  // A prime step, so that every kind and every disguise is met.
  const some = cases.filter((_, index) => index % 13 === 0);

  it.each(Object.entries(disguises))('%s', (_name, disguise) => {
    const readings = (change: (text: string) => string) => some.map(({ text, context: own }) => [text, answerOf(readWhen(change(text), own))]);
    expect(readings(disguise)).toEqual(readings((text) => text));
  });
});

describe('day and month in figures', () => {
  it.each([
    ['en-GB', '2022-04-03', '2022-03-04'],
    ['en', '2022-04-03', '2022-03-04'],
    ['en-AU', '2022-04-03', '2022-03-04'],
    ['fr-CA', '2022-04-03', '2022-03-04'],
    ['en-US', '2022-03-04', '2022-04-03'],
  ])('are read by %s as %s, perhaps %s', (tag, expected, other) => {
    expect(summary(readWhen('03/04/2022', { ...context, tag }))).toBe(`${expected} or ${other}`);
  });

  it.each([
    ['15/06/2022', '2022-06-15'],
    ['06/15/2022', '2022-06-15'],
    ['04/04/2022', '2022-04-04'],
    ['03/04/2022 - 15/04/2022', '2022-04-03/2022-04-15'],
    ['04/03/2022 - 04/15/2022', '2022-04-03/2022-04-15'],
    ['15/04/2022 - 04/16/2022', 'unreadable'],
  ])('of %s mean %s alone where only one order is possible', (text, expected) => {
    for (const tag of ['en-GB', 'en-US']) expect(summary(readWhen(text, { ...context, tag }))).toBe(expected);
  });
});

describe('a bare month', () => {
  const whens = plan.map(({ planned }) => planned.when);

  it.each([
    ['January', '2023-01', '2023-01'],
    ['November', '2022-11', '2022-11'],
    ['February', '2023-02', '2022-02'],
    ['June', '2022-06', '2022-06'],
    ['March', '2023-03', '2022-03'],
    ['Q1', '2023-33', '2023-33'],
    ['July', '2022-07', '2022-07'],
    ['23 February', '2023-02-23', '2022-02-23'],
    ['February to May', '2023-02/2023-05', '2022-02/2022-05'],
    ['next February', '2023-02', '2023-02'],
    ['June 2023', '2023-06', '2023-06'],
  ])('%s is %s when adding, and %s when asking about the plan', (text, adding, asking) => {
    expect(summary(readWhen(text, { ...context, plan: whens }))).toBe(adding);
    expect(summary(readWhen(text, { ...context, plan: whens, purpose: 'asking' }))).toBe(asking);
    expect(summary(readWhen(text, { ...context, purpose: 'asking' }))).toBe(adding);
  });
});

describe('the reader’s own day', () => {
  it.each([
    ['Pacific/Kiritimati', '2022-07-01'],
    ['UTC', '2022-06-30'],
    ['nowhere at all', '2022-06-30'],
  ])('in %s is %s', (zone, expected) => {
    expect(summary(readWhen('today', { ...context, zone, now: new Date('2022-06-30T12:00:00Z') }))).toBe(expected);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['June 2022 or so, soonish', 'June 2022 or so'],
    ['Monday 15 June 2022', '15 June 2022'],
    ['summer 2022', '2022'],
    ['31 February 2022', 'February 2022'],
    ['the MAG meeting of next month', 'next month'],
    ['soon', undefined],
    ['', undefined],
    ['5', undefined],
  ])('of %j is answered with %j', (text, understood) => {
    const reading = readWhen(text, context);
    expect(reading.kind).toBe('unreadable');
    expect(reading.kind === 'unreadable' ? reading.understood : '').toBe(understood);
  });
});

describe('a date as a filter', () => {
  it.each([
    ['2022', { from: '2022-01-01', to: '2022-12-31' }],
    ['next quarter', { from: '2022-07-01', to: '2022-09-30' }],
    ['between March and June 2022', { from: '2022-03-01', to: '2022-06-30' }],
    ['November or December 2022', { from: '2022-11-01', to: '2022-12-31' }],
    ['since April', { from: '2022-04-01' }],
    ['until September 2022', { to: '2022-09-30' }],
    ['before June 2022', { to: '2022-05-31' }],
    ['after June 2022', { from: '2022-07-01' }],
    ['2022-04/..', { from: '2022-04-01' }],
  ])('%s', (text, period) => {
    expect(readPeriod(text, context)).toEqual({ period });
  });

  it.each([
    ['03/04/2022', { period: { from: '2022-04-03', to: '2022-04-03' }, other: { from: '2022-03-04', to: '2022-03-04' } }],
    ['since 03/04/2022', { period: { from: '2022-04-03' }, other: { from: '2022-03-04' } }],
    ['since 06/22', { period: { from: '2021-06-22' }, other: { from: '2022-06-01' } }],
    ['until 15/04/2022', { period: { to: '2022-04-15' } }],
    ['since 04/04/2022', { period: { from: '2022-04-04' } }],
    ['early 2022', { period: { from: '2022-01-01', to: '2022-04-30' }, wording: 'early 2022' }],
    ['since mid June 2022', { period: { from: '2022-06-01' }, wording: 'since mid June 2022' }],
  ])('%s, with what it leaves open', (text, reading) => {
    expect(readPeriod(text, context)).toEqual(reading);
  });

  it.each([
    ['since April', { from: '2022-04-01' }],
    ['until June', { to: '2022-06-30' }],
    ['after March', { from: '2022-04-01' }],
    ['since January', { from: '2026-01-01' }],
  ])('%s is what the plan knows only once, whatever the words look for', (text, period) => {
    const spoken = ['2022-04', '2022-06', '2022-03', '2022-01', '2023-01'].map((edtf) => parseEdtf(edtf)).filter((when) => when !== undefined);
    expect(readPeriod(text, { ...context, now: new Date('2026-11-25T12:00:00Z'), purpose: 'asking', plan: spoken })).toEqual({ period });
  });

  it('is none when nothing is known', () => {
    for (const text of ['TBD', 'soon', '']) expect(readPeriod(text, context)).not.toHaveProperty('period');
  });
});

describe('the standard’s form', () => {
  it('is read as it is, in any language', () => {
    fc.assert(
      fc.property(anyWhen, fc.constantFrom(context, inFrench), (when, reader) => {
        expect(summary(readWhen(toEdtf(when), reader))).toBe(toEdtf(when));
      }),
    );
  });
});

/** Words of dates, signs and poison, in any order. */
const pieces = [
  ...['June', 'juin', '2022', '15', '1er', '15th', 'Q3', 'T3', 'W23', 'to', 'à', 'or', 'and', 'since', 'until', 'next', 'last', 'mid', 'fin', 'end of'],
  ...[
    'the',
    'le',
    'de',
    'la',
    'in',
    'week',
    'month',
    'Friday',
    '10:00',
    '/',
    '-',
    ',',
    '[',
    ']',
    '..',
    "'21",
    '06',
    'a',
    '\u202e',
    '\u0000',
    '\ud800',
    '‑',
    '½',
  ],
];

describe('anything at all', () => {
  it('is read or refused, without a throw, before the test runs out of time', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(typed, fc.constantFrom(context, inFrench), (text, reader) => {
        const reading = readWhen(text, reader);
        expect(['when', 'open', 'unreadable']).toContain(reading.kind);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['a ', 'June or ', 'de la ', '1/2/', '\u0000', 'x', '[', '2022-', '\ud800', ' '])(
    '%j ten thousand times over is refused before the test runs out of time',
    (piece) => {
      expect(readWhen(piece.repeat(10_000), context)).toEqual({ kind: 'unreadable' });
    },
  );

  it('is never read finer than what was said', () => {
    const months: readonly Case[] = cases.filter(({ kind, expect: answer }) => kind === 'month' && answer !== null);
    for (const { text, context: own } of months) {
      const reading = readWhen(text, own);
      expect(reading.kind === 'when' ? reading.when.kind : reading.kind, text).not.toBe('day');
    }
  });
});
