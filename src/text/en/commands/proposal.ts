/** The commands of topics, proposals and volunteers. */
export const proposal = {
  topics: {
    summary: 'Topics that wait for a working group, word for word, with the interest in each',
    options: { skip: 'How many to leave out before the first' },
    usage: 'topics',
    examples: ['topics'],
  },
  topic: {
    summary: 'One topic: its words, the interest in it, what happened to it',
    options: { topic: 'Which one, such as t2' },
    usage: 'topic TOPIC',
    examples: ['topic t2'],
  },
  'topics add': { summary: 'Add a topic', options: { text: 'What it is about' }, usage: 'topics add [TEXT]', examples: ['topics add'] },
  'topics reword': {
    summary: 'Give a topic other words; interest is asked again',
    options: { topic: 'Which one, such as t2', version: 'The version it was made from' },
    usage: 'topics reword TOPIC',
    examples: ['topics reword t2'],
  },
  'topics retire': {
    summary: 'Take a topic off the list, with the reason',
    options: { topic: 'Which one, such as t2', version: 'The version it was made from' },
    usage: 'topics retire TOPIC',
    examples: ['topics retire t2'],
  },
  'topics interest': {
    summary: 'Say that you would join or lead a group on a topic, or take it back',
    options: { topic: 'Which one, such as t2', kind: 'join, lead or none', version: 'The version that was read' },
    usage: 'topics interest TOPIC [join|lead|none]',
    examples: ['topics interest t2 join'],
  },
  'topics balance': {
    summary: 'Who is interested in the topics, by stakeholder group',
    options: {},
    usage: 'topics balance',
    examples: ['topics balance'],
  },
  propose: {
    summary: 'Propose a working group, from a topic or new',
    options: { topic: 'From which topic, such as t2', draft: 'The draft it is filled with', like: 'The proposal whose words it starts with' },
    usage: 'propose [TOPIC]',
    examples: ['propose', 'propose t2'],
  },
  'propose edit': {
    summary: 'Edit a proposal of yours; it becomes a new version',
    options: {
      proposal: 'Which one, such as p1',
      when: 'The date as it is meant',
      version: 'The version it was made from',
      draft: 'The draft it is filled with',
    },
    usage: 'propose edit PROPOSAL',
    examples: ['propose edit p1'],
  },
  'propose discard': {
    summary: 'Throw away a proposal that was begun and not sent',
    options: { draft: 'Which one' },
    usage: 'propose discard',
    examples: ['propose discard'],
  },
  withdraw: {
    summary: 'Withdraw a proposal of yours',
    options: { proposal: 'Which one, such as p1', why: 'Why, if you like', version: 'The version that was read' },
    usage: 'withdraw PROPOSAL [WHY]',
    examples: ['withdraw p1'],
  },
  proposals: {
    summary: 'Working groups that are proposed, and how many volunteer',
    options: { skip: 'How many to leave out before the first' },
    usage: 'proposals',
    examples: ['proposals'],
  },
  proposal: {
    summary: 'One proposal: what it says, how it stands, what you can do',
    options: { proposal: 'Which one, such as p1' },
    usage: 'proposal PROPOSAL',
    examples: ['proposal p1'],
  },
  volunteer: {
    summary: 'Offer help to a proposal, change the offer or take it back',
    options: { proposal: 'Which one, such as p1', kind: 'lead, write, research, review, observe or none', version: 'The version that was read' },
    usage: 'volunteer PROPOSAL [lead|write|research|review|observe|none]',
    examples: ['volunteer p1', 'volunteer p1 write'],
  },
  review: {
    summary: 'Establish a proposed group, ask for changes, or decline, with a reason',
    options: {
      proposal: 'Which one, such as p1',
      decision: 'establish, changes or decline',
      reason: 'The reason, which the proposer and every volunteer read',
      version: 'The version that was read',
    },
    usage: 'review PROPOSAL [establish|changes|decline] [REASON]',
    examples: ['review p1', 'review p1 establish'],
  },
} as const;
