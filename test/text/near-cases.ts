// What lies near to something else and is easily taken for it, on Wednesday 15 June 2022: days and years of two digits, weeks and days, spans and
// their weekdays. A wording that is kept stands in brackets. Every line was judged by its meaning before it was written down.

export const english: readonly (readonly [string, string])[] = [
  // Days and years of two digits.
  ['June 20-24', '2022-06-20/2022-06-24'],
  ['June 20–24', '2022-06-20/2022-06-24'],
  ['June 20 - 24', '2022-06-20/2022-06-24'],
  ['June 23-25', '2022-06-23/2022-06-25'],
  ['June 18-19', '2022-06-18/2022-06-19'],
  ['June 19-20', '2022-06-19/2022-06-20'],
  ['Nov 28-30', '2022-11-28/2022-11-30'],
  ['Sept 26-30', '2022-09-26/2022-09-30'],
  ['July 18-22', '2022-07-18/2022-07-22'],
  ['October 17-21', '2022-10-17/2022-10-21'],
  ['Jan 23-24', '2023-01-23/2023-01-24'],
  ['July 25 - 29', '2022-07-25/2022-07-29'],
  ['June 20th-24', '2022-06-20/2022-06-24'],
  ['June 20-24, 2022', '2022-06-20/2022-06-24'],
  ['June 20-24, 22', '2022-06-20/2022-06-24'],
  ['June 20-24 22', '2022-06-20/2022-06-24'],
  ['20-24 June 22', '2022-06-20/2022-06-24'],
  ['20-24 June', '2022-06-20/2022-06-24'],
  ['Jul 26/27', '[2022-07-26,2022-07-27]'],
  ['Aug 22/23', '[2022-08-22,2022-08-23]'],
  ['June 29/30', '[2022-06-29,2022-06-30]'],
  ['July 21, 22', '2022-07-21/2022-07-22'],
  ['July 20, 21, 22', '2022-07-20/2022-07-22'],
  ['June 20, 22', 'unreadable'],
  ['June 15, 22', 'unreadable'],
  ['June 22, 22', '2022-06-22'],
  ['June 24, 22', '2022-06-24'],
  ['June 20 24', '2024-06-20'],
  ['June 24-20', 'unreadable'],
  ['June 20-35', 'unreadable'],
  ['June 28-32', 'unreadable'],
  ['June 24/22', 'unreadable'],
  ['Jun-20-24', '2024-06-20'],
  ['Jun/20/24', '2024-06-20'],
  ['20-Jun-24', '2024-06-20'],
  ['20/Jun/24', '2024-06-20'],
  ['20 June 24', '2024-06-20'],
  ['20 June, 24', '2024-06-20'],
  ['20 June - 24', '2022-06-20/2022-06-24'],
  ['20 June to 24', '2022-06-20/2022-06-24'],
  ['20 June-24', 'unreadable'],
  ['20 June/24', 'unreadable'],
  ['June 20-July 24', '2022-06-20/2022-07-24'],
];

export const american: readonly (readonly [string, string])[] = [];

export const french: readonly (readonly [string, string])[] = [
  // Days and years of two digits.
  ['juin 20-24', '2022-06-20/2022-06-24'],
  ['20-24 juin', '2022-06-20/2022-06-24'],
  ['20-24 juin 22', '2022-06-20/2022-06-24'],
  ['20 juin 24', '2024-06-20'],
  ['20-juin-24', '2024-06-20'],
  ['20 juin-24', 'unreadable'],
  ['20 juin - 24', '2022-06-20/2022-06-24'],
  ['juin-22', '2022-06'],
];
