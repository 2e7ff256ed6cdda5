import type { StakeholderGroup } from '../../core/balance.ts';

const groups: Record<StakeholderGroup, string> = {
  'civil society': 'civil society',
  government: 'government',
  intergovernmental: 'intergovernmental organisations',
  'private sector': 'private sector',
  'technical community': 'technical community',
  others: 'others (academia, youth, parliamentarians)',
};

/** Stakeholder groups: a voluntary setting, and what is told of them all. */
export const balance = {
  groups,
  setting: 'Stakeholder group',
  notSaid: 'not said',
  say: 'Stakeholder group',
  ask: 'Which stakeholder group are you of?',
  why: 'You need not say. The coalition wants to know whether all sides are heard, so it counts, and nobody sees what you are.',
  how: 'Counted every Monday, in steps of three, and nothing is told of fewer than three people. What changes in between shows on a later Monday.',
  pick: 'I am of …',
  sayNone: 'Say nothing',
  set: (group: string): string => `Recorded: ${group}`,
  taken: 'Recorded: nothing is said',
  title: 'Who is interested, by stakeholder group',
  none: 'Nothing can be told yet: at least three people of a group have to say what they are, among others.',
  atLeast: (group: string, number: string): string => `${group}: about ${number}`,
  show: 'By stakeholder group',
  topics: 'All topics',
};
