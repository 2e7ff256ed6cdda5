import { expect, test } from 'vitest';
import { readPastPeriod } from '../../src/text/dates/look-back.ts';

const period = (said: string, day: string, language: 'en' | 'fr' = 'en') => {
  const tag = { en: 'en-GB', fr: 'fr-FR' }[language];
  const reading = readPastPeriod(said, { now: new Date(`${day}T12:00:00Z`), zone: 'UTC', tag, language, purpose: 'asking' });
  return 'period' in reading ? reading.period : undefined;
};

test.each([
  ['until May', '2026-11-25', { to: '2026-05-31' }],
  ['until May', '2026-05-15', { to: '2026-05-31' }],
  ['until May', '2026-04-30', { to: '2025-05-31' }],
  ['before November', '2026-11-25', { to: '2026-10-31' }],
  ['until May 2027', '2026-11-25', { to: '2027-05-31' }],
  ['since April', '2026-11-25', { from: '2026-04-01' }],
  ['since December', '2026-11-25', { from: '2025-12-01' }],
  ['December', '2026-11-25', { from: '2025-12-01', to: '2025-12-31' }],
  ['until next week', '2026-11-25', { to: '2026-12-06' }],
] as const)('%j on %s is the latest that has begun', (said, day, expected) => {
  expect(period(said, day)).toEqual(expected);
});

test.each([
  ['jusqu’en mai', { to: '2026-05-31' }],
  ['jusqu’à mai', { to: '2026-05-31' }],
  ['depuis décembre', { from: '2025-12-01' }],
] as const)('so it is in French: %j', (said, expected) => {
  expect(period(said, '2026-11-25', 'fr')).toEqual(expected);
});
