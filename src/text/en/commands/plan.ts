/** The commands of the plan and its milestones. */
export const plan = {
  'next-milestone': {
    summary: 'What is under way, what comes next, and whose outcome is not recorded',
    options: { 'as-of': 'Answer as if it were then, such as 2022-03-15' },
    usage: 'next-milestone [as of WHEN]',
    examples: ['next-milestone', 'next-milestone as of March 2022'],
  },
  timeline: {
    summary: 'The whole plan, or a part of it, in words and as a drawing',
    options: {
      period: 'Which part: 2022, next quarter, between March and June 2022',
      'as-of': 'Answer as if it were then',
      skip: 'How many to leave out before the first',
    },
    usage: 'timeline [PERIOD]',
    examples: ['timeline', 'timeline 2022', 'timeline between March and June 2022', 'timeline since April 2022'],
  },
  'milestone show': {
    summary: 'One milestone: its dates, its outcome and what happened to it',
    options: { milestone: 'Which one, such as m3', 'as-of': 'Answer as if it were then' },
    usage: 'milestone show MILESTONE',
    examples: ['milestone show m3'],
  },
  'milestone add': {
    summary: 'Add a milestone to the plan',
    options: { when: 'When: a day, a month, a span, a quarter', text: 'What happens' },
    usage: 'milestone add [WHEN] [TEXT]',
    examples: ['milestone add', 'milestone add "Q3 2023" "Second report published"'],
  },
  'milestone change': {
    summary: 'Change the text or the planned date; the old one stays in the record',
    options: { milestone: 'Which one, such as m3', when: 'The planned date', revision: 'The state it was made from' },
    usage: 'milestone change MILESTONE',
    examples: ['milestone change m3'],
  },
  'milestone confirm': {
    summary: 'Say when it really is or was; the planned date stays beside it',
    options: { milestone: 'Which one, such as m3', when: 'The confirmed date', revision: 'The state it was made from' },
    usage: 'milestone confirm MILESTONE [WHEN]',
    examples: ['milestone confirm m3', 'milestone confirm m3 23 February 2022'],
  },
  'milestone done': {
    summary: 'Record what came of it',
    options: { milestone: 'Which one, such as m3', when: 'The day', revision: 'The state it was made from' },
    usage: 'milestone done MILESTONE',
    examples: ['milestone done m3'],
  },
  'milestone cancel': {
    summary: 'Cancel it, with the reason; it stays in the record',
    options: { milestone: 'Which one, such as m3', revision: 'The state it was made from' },
    usage: 'milestone cancel MILESTONE',
    examples: ['milestone cancel m3'],
  },
  'milestone accept': {
    summary: 'Accept a milestone that a chair proposes',
    options: { milestone: 'Which one, such as m9' },
    usage: 'milestone accept MILESTONE',
    examples: ['milestone accept m9'],
  },
  'milestone decline': {
    summary: 'Decline a milestone that a chair proposes, with the reason',
    options: { milestone: 'Which one, such as m9' },
    usage: 'milestone decline MILESTONE',
    examples: ['milestone decline m9'],
  },
  'milestone redate': {
    summary: 'Give a milestone that you propose the date that was meant',
    options: { milestone: 'Which one, such as m9', when: 'The date as it is meant' },
    usage: 'milestone redate MILESTONE',
    examples: [],
  },
  'milestone reopen': {
    summary: 'Take back that it is done or cancelled; the record keeps both',
    options: { milestone: 'Which one, such as m3', revision: 'The state it was made from' },
    usage: 'milestone reopen MILESTONE',
    examples: ['milestone reopen m3'],
  },
} as const;
