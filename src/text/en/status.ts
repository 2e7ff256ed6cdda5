import { count } from '../say.ts';

const tag = 'en-GB';

/** How the bot is. */
export const status = {
  well: 'The bot is well',
  troubled: 'The bot needs somebody to look',
  version: 'Version',
  since: 'Runs since',
  tick: 'Looked for what is due',
  never: 'not yet since it was installed',
  still: 'It has not looked for ten minutes or more, so nothing is sent. Please see whether the bot runs, and what its log says.',
  waiting: 'Messages that wait',
  held: 'A message has waited for an hour or more. Please see whether its chat is connected, and what the log says.',
  oldest: (number: number): string => count(tag, number, { one: '1, waiting since', other: (n) => `${n}, the oldest waiting since` }),
  coordinators: 'Coordinators',
  noneWaiting: 'none',
  spaces: 'Deliveries',
  noDelivery: 'Nothing was delivered yet.',
  nothingYet: 'nothing was delivered yet',
  delivered: 'last delivery',
  failed: (problem: string): string => `last failure (${problem})`,
  attention: 'Needs attention',
  more: (number: number): string => count(tag, number, { one: '1 more is not shown', other: (n) => `${n} more are not shown` }),
  states: { failed: 'did not arrive', uncertain: 'may not have arrived' },
  paused: (channel: string, space: string): string => `${channel} of ${space} is paused`,
  again: 'Post again',
  owedAgain: 'It will be posted again, if what it says still holds.',
};
