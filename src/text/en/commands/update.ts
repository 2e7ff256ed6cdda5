/** The commands of progress updates and digests. */
export const update = {
  update: {
    summary: 'Write your group’s progress update of the week, in a form or in one line',
    options: {
      group: 'Which group, such as wg1; needed only where you speak for several',
      text: 'What was done; recorded at once. Without it the form opens',
      week: 'The week it is for',
      revision: 'The state it was made from',
    },
    usage: 'update [GROUP] [TEXT]',
    examples: ['update', 'update wg1', 'update wg1 finished the draft of the second report'],
  },
  'update nothing': {
    summary: 'Record that there is nothing new this week; what was to come stays to come',
    options: { group: 'Which group, such as wg1', text: 'More words, which are then recorded as they stand', week: 'The week it is for' },
    usage: 'update nothing [GROUP]',
    examples: ['update nothing', 'update nothing wg1'],
  },
  'update show': {
    summary: 'One update with its revisions: who wrote it, when and from which chat',
    options: { update: 'Which one, such as u142', revision: 'Which of its revisions' },
    usage: 'update show UPDATE',
    examples: ['update show u142'],
  },
  updates: {
    summary: 'Past updates of a group or of all, newest first',
    options: {
      group: 'Which group, such as wg1',
      period: 'Which part: last month, since April, 2026',
      skip: 'How many to leave out before the first',
    },
    usage: 'updates [GROUP] [PERIOD]',
    examples: ['updates', 'updates wg1', 'updates wg1 since April', 'updates last month'],
  },
  digest: {
    summary: 'The week over all groups: help wanted, updates, gaps and milestones ahead',
    options: { week: 'Which week: last week, 2026-W48, a day in it', 'as-of': 'Answer as if it were then' },
    usage: 'digest [WEEK]',
    examples: ['digest', 'digest this week', 'digest 2026-W48', 'digest the week of 6 June'],
  },
} as const;
