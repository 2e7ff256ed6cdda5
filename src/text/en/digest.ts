import { count } from '../say.ts';

const tag = 'en-GB';

/** The week over all groups. */
export const digest = {
  title: (week: string): string => `Digest, ${week}`,
  soFar: 'This week is not over yet: it is told as far as it has come.',
  help: 'Help wanted',
  updates: 'Updates',
  alsoTold: (groups: string): string => `Also told: ${groups}.`,
  more: (number: number): string => count(tag, number, { one: '1 more', other: (n) => `${n} more` }),
  gaps: 'No update yet',
  gapsJoin: 'What comes later is welcome, and joins the next digest.',
  after: 'Came after the close, for the next digest',
  quiet: 'No group owed an update for this week.',
  late: 'Came later, for earlier weeks',
  ahead: 'The next milestones',
  next: (what: string): string => `next: ${what}`,
  read: 'Read the updates',
};
