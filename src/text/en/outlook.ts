import { count } from '../say.ts';
import { typed } from '../slash.ts';

const tag: string = 'en-GB';

const days = (number: number): string => count(tag, number, { one: '1 day', other: (n) => `${n} days` });

/** What comes next. */
export const outlook = {
  title: 'What comes next',
  underWay: 'Under way',
  today: 'Today',
  thisMonth: 'This month',
  next: 'Next',
  afterNext: 'Then',
  awaiting: 'Outcome not recorded',
  asOf: 'As of',
  planned: (when: string): string => `planned ${when}`,
  monthOnly: 'month only, no day announced',
  oneOfThem: 'one of the two',
  monthOf: (month: number, of: number): string => `month ${month} of ${of}`,
  inDays: (number: number): string => (number === 1 ? 'tomorrow' : `in ${days(number)}`),
  earliestInDays: (number: number): string => (number === 1 ? 'tomorrow at the earliest' : `earliest in ${days(number)}`),
  dependsOn: (id: string, what: string, when: string): string => `It depends on ${id} (${when}: ${what}), of which no outcome is recorded.`,
  andMore: (number: number, atLeast: boolean): string => `${atLeast ? 'at least ' : ''}${number} more`,
  nothingAhead: 'No milestone lies ahead.',
  last: 'The last one',
  nothingRecorded: 'Nothing is recorded about what came of it.',
  outcomesMissing: (number: number, atLeast: boolean): string =>
    `${atLeast ? 'At least ' : ''}${count(tag, number, { one: '1 outcome is not recorded', other: (n) => `${n} outcomes are not recorded` })}.`,
  proposeNext: (): string => `A coordinator can add the milestones of the next phase: ${typed('milestone add')}`,
  empty: 'The plan holds no milestone yet.',
};
