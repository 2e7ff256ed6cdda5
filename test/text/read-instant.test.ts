import { describe, expect, it } from 'vitest';
import { type DateContext, readInstant } from '../../src/text/dates/read-when.ts';

const context: DateContext = { now: new Date('2022-06-15T10:00:00Z'), zone: 'UTC', tag: 'en-GB', language: 'en', purpose: 'asking' };

function at(text: string, reader: Partial<DateContext> = {}): string {
  const read = readInstant(text, { ...context, ...reader });
  return 'at' in read ? read.at.toISOString() : read.kind;
}

describe('a moment to look from', () => {
  it.each([
    ['2022-03-15', '2022-03-15T12:00:00.000Z'],
    ['15 March 2022', '2022-03-15T12:00:00.000Z'],
    ['December 2022', '2022-12-01T12:00:00.000Z'],
    ['Q3 2022', '2022-07-01T12:00:00.000Z'],
    ['2022', '2022-01-01T12:00:00.000Z'],
    ['yesterday', '2022-06-14T12:00:00.000Z'],
    ['today', '2022-06-15T12:00:00.000Z'],
    ['now', '2022-06-15T10:00:00.000Z'],
    ['tomorrow morning', '2022-06-16T12:00:00.000Z'],
  ])('%s without a time is noon in UTC of its first day', (text, expected) => {
    expect(at(text)).toBe(expected);
    expect(at(text, { zone: 'America/New_York' })).toBe(expected);
  });

  it.each([
    ['2022-12-31 23:00 UTC', '2022-12-31T23:00:00.000Z'],
    ['2022-12-31T23:00Z', '2022-12-31T23:00:00.000Z'],
    ['2022-12-31T23:00:15.250Z', '2022-12-31T23:00:15.000Z'],
    ['2022-06-15T10:00:00+0530', '2022-06-15T04:30:00.000Z'],
    ['15 June 2022 14:00 +02:00', '2022-06-15T12:00:00.000Z'],
    ['15 June 2022 at 2 pm UTC-3', '2022-06-15T17:00:00.000Z'],
    ['tomorrow 5pm CET', '2022-06-16T15:00:00.000Z'],
    ['15 December 2022 5pm CET', '2022-12-15T16:00:00.000Z'],
    ['tomorrow at noon EST', '2022-06-16T17:00:00.000Z'],
    ['tomorrow 17:00 Europe/Berlin', '2022-06-16T15:00:00.000Z'],
    ['June 15, 2022 5:30 pm America/New_York', '2022-06-15T21:30:00.000Z'],
  ])('%s is that time, wherever the reader is', (text, expected) => {
    expect(at(text)).toBe(expected);
    expect(at(text, { zone: 'Asia/Tokyo' })).toBe(expected);
  });

  it.each([
    ['tomorrow 17:00', 'America/New_York', '2022-06-16T21:00:00.000Z'],
    ['15 January 2022 17:00', 'America/New_York', '2022-01-15T22:00:00.000Z'],
    ['2022-03-27 02:30', 'Europe/Berlin', '2022-03-27T01:00:00.000Z'],
    ['2022-10-30 03:30', 'Europe/Berlin', '2022-10-30T02:30:00.000Z'],
    ['midnight 15 June 2022', 'Asia/Kolkata', '2022-06-14T18:30:00.000Z'],
    ['15 June 2022 24:00', 'UTC', '2022-06-16T00:00:00.000Z'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(at(text, { zone })).toBe(expected);
  });

  it.each([
    ['in 2 hours', 'en', '2022-06-15T12:00:00.000Z'],
    ['half an hour ago', 'en', '2022-06-15T09:30:00.000Z'],
    ['il y a 2 heures', 'fr', '2022-06-15T08:00:00.000Z'],
    ['demain à 17h', 'fr', '2022-06-16T17:00:00.000Z'],
    ['hier à 9 h 30', 'fr', '2022-06-14T09:30:00.000Z'],
  ] as const)('%s is counted from now', (text, language, expected) => {
    expect(at(text, { language })).toBe(expected);
  });

  it('has another reading where a date in figures is ambiguous', () => {
    expect(readInstant('03/04/2022 10:00', context)).toEqual({ at: new Date('2022-04-03T10:00:00Z'), other: new Date('2022-03-04T10:00:00Z') });
  });

  it.each(['since June', 'until Friday', 'TBD', 'soon', '', '5pm', 'June 2022 5pm', 'in 2 hours maybe not'])('%j is none', (text) => {
    expect(at(text)).toBe('unreadable');
  });
});
