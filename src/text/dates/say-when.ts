// A stand-in until the sayer arrives; to be overwritten.
import type { Day } from '../../core/calendar.ts';
import type { Language } from '../../core/member.ts';
import { type Period, toEdtf, type When } from '../../core/when.ts';

export function sayWhen(when: When, _language: Language, wording?: string): string {
  return wording ?? toEdtf(when);
}
export function sayDay(day: Day, _language: Language): string {
  return day;
}
export function sayPeriod(period: Period, _language: Language): string {
  return `${period.from ?? '..'}/${period.to ?? '..'}`;
}
