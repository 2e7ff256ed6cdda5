/** The commands of working groups. */
export const group = {
  groups: {
    summary: 'The working groups, with the state and the last update of each',
    options: { skip: 'How many to leave out before the first' },
    usage: 'groups',
    examples: ['groups'],
  },
  group: {
    summary: 'One working group: who speaks for it, when it is asked, what it told last',
    options: { group: 'Which one: wg1, or a part of its name' },
    usage: 'group GROUP',
    examples: ['group wg1', 'group education'],
  },
  'group settings': {
    summary: 'When a group is asked for updates, and what it is for',
    options: { group: 'Which one, such as wg1', revision: 'The state it was made from' },
    usage: 'group settings GROUP',
    examples: ['group settings wg1'],
  },
  'group channel': {
    summary: 'Ask and announce in the channel where this is typed',
    options: { group: 'Which one, such as wg1' },
    usage: 'group channel GROUP',
    examples: ['group channel wg1'],
  },
  'group pause': {
    summary: 'Ask a group for no more updates',
    options: { group: 'Which one, such as wg1' },
    usage: 'group pause GROUP',
    examples: ['group pause wg1'],
  },
  'group resume': {
    summary: 'Ask a paused group for updates again',
    options: { group: 'Which one, such as wg1' },
    usage: 'group resume GROUP',
    examples: ['group resume wg1'],
  },
  'group appoint': {
    summary: 'Make somebody a chair or a deputy of a group',
    options: { group: 'Which one, such as wg1', person: 'Who', role: 'chair or deputy' },
    usage: 'group appoint GROUP [PERSON] [chair|deputy]',
    examples: ['group appoint wg1'],
  },
  'group dismiss': {
    summary: 'End somebody’s office in a group, or your own',
    options: { group: 'Which one, such as wg1', person: 'Who' },
    usage: 'group dismiss GROUP [PERSON]',
    examples: ['group dismiss wg1'],
  },
  'group chair': {
    summary: 'Accept to chair a group that asked you',
    options: { group: 'Which one, such as wg4' },
    usage: 'group chair GROUP',
    examples: ['group chair wg4'],
  },
} as const;
