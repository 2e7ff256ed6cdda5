/** What help, the Slack manifest and the Discord registration say of each command. */
export const commands = {
  home: {
    summary: 'A short personal home: what is next, and what waits for you',
    options: { 'as-of': 'Answer as if it were then' },
    usage: 'home',
    examples: ['home'],
  },
  help: {
    summary: 'What the bot can do, or an answer to a question with a date in it',
    options: { question: 'A command, a milestone or a question', 'as-of': 'Answer as if it were then' },
    usage: 'help [QUESTION]',
    examples: ['help', 'help timeline', 'what happens in June 2022'],
  },
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
    options: { milestone: 'Which one, such as m3', revision: 'The state it was made from' },
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
  'milestone reopen': {
    summary: 'Take back that it is done or cancelled; the record keeps both',
    options: { milestone: 'Which one, such as m3', revision: 'The state it was made from' },
    usage: 'milestone reopen MILESTONE',
    examples: ['milestone reopen m3'],
  },
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
  'me zone': {
    summary: 'Your time zone',
    options: { zone: 'Europe/Paris, or a city such as Nairobi' },
    usage: 'me zone [ZONE]',
    examples: ['me zone', 'me zone Europe/Paris'],
  },
  'me reminders': {
    summary: 'How the bot asks you for updates: direct message, channel, or never',
    options: { way: 'direct, channel or never' },
    usage: 'me reminders [direct|channel|never]',
    examples: ['me reminders', 'me reminders never'],
  },
  'me away': {
    summary: 'When you are away, so that nobody asks you',
    options: { days: 'From when to when; back ends it' },
    usage: 'me away [FROM-TO]',
    examples: ['me away', 'me away 3 to 14 August', 'me away back'],
  },
  here: {
    summary: 'What this channel gets: the weekly digest, news, when and in which language',
    options: { channel: 'Another channel, by its id' },
    usage: 'here',
    examples: ['here'],
  },
  'here digest': {
    summary: 'Switch on, or change, what this channel gets',
    options: { channel: 'Another channel, by its id' },
    usage: 'here digest',
    examples: ['here digest'],
  },
  'here preview': {
    summary: 'How the digest would look in this channel',
    options: { channel: 'Another channel, by its id' },
    usage: 'here preview',
    examples: ['here preview'],
  },
  'here off': {
    summary: 'Send nothing more to this channel',
    options: { channel: 'Another channel, by its id' },
    usage: 'here off',
    examples: ['here off'],
  },
  status: {
    summary: 'Is the bot well: its clock, its queue, the last deliveries',
    options: {},
    usage: 'status',
    examples: ['status'],
  },
  'status again': {
    summary: 'Post a message again that did not arrive, or may not have',
    options: { message: 'Which one' },
    usage: 'status again MESSAGE',
    examples: [],
  },
  me: { summary: 'What the bot knows of you, and how to change it', options: {}, usage: 'me', examples: ['me'] },
  'me language': {
    summary: 'The language the bot speaks to you',
    options: { language: 'English or French' },
    usage: 'me language [LANGUAGE]',
    examples: ['me language fr', 'language fr'],
  },
  'me link': {
    summary: 'One person, two accounts: get a code here, type it on the other account',
    options: { code: 'The code that the other account got', sure: 'That the account is yours' },
    usage: 'me link [CODE]',
    examples: ['me link', 'me link ABCD-2345'],
  },
  'me confirm': {
    summary: 'Confirm that the account that entered your code is yours as well',
    options: {},
    usage: 'me confirm',
    examples: ['me confirm'],
  },
  'me unlink': {
    summary: 'Part the account that was linked last; it begins anew',
    options: {},
    usage: 'me unlink',
    examples: ['me unlink'],
  },
  'here setup': {
    summary: 'First set-up: claim a new deployment, or ask for this space to be accepted',
    options: {},
    usage: 'here setup',
    examples: ['here setup'],
  },
  'here accept': {
    summary: 'Accept a space that asks',
    options: { space: 'Which space, as home shows it' },
    usage: 'here accept SPACE',
    examples: ['here accept discord:789'],
  },
  'here appoint': {
    summary: 'Appoint another coordinator',
    options: { person: 'Who: a mention, or an account such as slack:T123:U456' },
    usage: 'here appoint PERSON',
    examples: ['here appoint slack:T123:U456'],
  },
  'here dismiss': {
    summary: 'Take the coordinator role back from somebody',
    options: { person: 'Who: a mention, or an account such as slack:T123:U456' },
    usage: 'here dismiss PERSON',
    examples: ['here dismiss slack:T123:U456'],
  },
  topics: {
    summary: 'Topics that wait for a working group, word for word, with the interest in each',
    options: {},
    usage: 'topics',
    examples: ['topics'],
  },
  topic: {
    summary: 'One topic: its words, the interest in it, what happened to it',
    options: { topic: 'Which one, such as t2' },
    usage: 'topic TOPIC',
    examples: ['topic t2'],
  },
  'topics add': { summary: 'Add a topic', options: {}, usage: 'topics add', examples: ['topics add'] },
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
  propose: {
    summary: 'Propose a working group, from a topic or new',
    options: { topic: 'From which topic, such as t2' },
    usage: 'propose [TOPIC]',
    examples: ['propose', 'propose t2'],
  },
  'propose edit': {
    summary: 'Edit a proposal of yours; it becomes a new version',
    options: { proposal: 'Which one, such as p1', version: 'The version it was made from' },
    usage: 'propose edit PROPOSAL',
    examples: ['propose edit p1'],
  },
  'propose discard': {
    summary: 'Throw away a proposal that was begun and not sent',
    options: {},
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
  'here leadership': {
    summary: 'Leadership reads proposals in this channel; off ends it',
    options: { off: 'off, to end it' },
    usage: 'here leadership [off]',
    examples: ['here leadership', 'here leadership off'],
  },
  'group chair': {
    summary: 'Accept to chair a group that asked you',
    options: { group: 'Which one, such as wg4' },
    usage: 'group chair GROUP',
    examples: ['group chair wg4'],
  },
  check: {
    summary: 'Whether a form was recorded',
    options: { key: 'The key of the form' },
    usage: 'check KEY',
    examples: [],
  },
} as const;

/** A command without words does not compile. */
export type CommandName = keyof typeof commands;

/** What help and the platforms' registrations say of one command. */
export type CommandWords = {
  /** One line, at most 100 characters. */
  readonly summary: string;
  /** What each option is, at most 100 characters each. */
  readonly options: Readonly<Record<string, string>>;
  /** What may be typed after the slash command, as help shows it. */
  readonly usage: string;
  readonly examples: readonly string[];
};
