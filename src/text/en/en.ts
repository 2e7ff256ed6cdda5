import type { Language, Permission } from '../../core/member.ts';
import type { MilestoneAct, MilestoneState } from '../../core/milestone.ts';
import type { UpdateAct } from '../../core/update.ts';
import { count, list } from '../say.ts';
import { typed } from '../slash.ts';
import { type CommandName, type CommandWords, commands } from './commands.ts';
import { digest } from './digest.ts';
import { milestoneProposal } from './milestone-proposal.ts';
import { notices } from './notices.ts';
import { problems } from './problems.ts';
import { update } from './update.ts';

/** Day first, as most of the world writes English dates. */
const tag: string = 'en-GB';

/** Widened, so that the other languages fit the same shape. */
const language = (): Language => 'en';

const states: Record<MilestoneState, string> = {
  ahead: 'ahead',
  today: 'today',
  'this month': 'this month',
  'under way': 'under way',
  'outcome not recorded': 'outcome not recorded',
  done: 'done',
  cancelled: 'cancelled',
};

const acts: Record<MilestoneAct | UpdateAct | 'imported' | 'milestone proposed' | 'milestone declined', string> = {
  added: 'added',
  changed: 'changed',
  confirmed: 'confirmed',
  done: 'outcome recorded',
  cancelled: 'cancelled',
  reopened: 'reopened',
  imported: 'loaded from the plan',
  'update recorded': 'update recorded',
  'update revised': 'update revised',
  'milestone proposed': 'proposed',
  'milestone declined': 'declined',
};

const languageNames: Record<Language, string> = { en: 'English', fr: 'français' };

const permissions: Record<Permission, string> = { anyone: 'Anyone', member: 'Members', lead: 'Chairs and coordinators', coordinator: 'Coordinators' };

const days = (number: number): string => count(tag, number, { one: '1 day', other: (n) => `${n} days` });

export const en = {
  language: language(),
  tag,
  states,
  acts,
  languageNames,
  permissions,
  list: (items: readonly string[]): string => list(tag, items, 'conjunction'),
  commands,
  problems,
  update,
  digest,
  milestoneProposal,
  notices,

  /** What the adapters say by themselves. */
  surface: {
    cancel: 'Close',
    refused: 'That did not work',
    tryAgain: 'Try again',
    share: 'Share',
    choose: 'Choose',
    leftOut: (number: number): string => count(tag, number, { one: '1 more is not shown', other: (n) => `${n} more are not shown` }),
    cut: 'shortened',
    sharedBy: 'Shared by',
    working: 'One moment …',
    typed: 'What you typed',
    reopen: 'Open the form again',
    forgotten: 'The text is no longer in memory: please paste it from the message above.',
    /** A label before its value. */
    labelled: (label: string): string => `${label}:`,
    optional: 'optional',
    aMember: 'a member',
    notPosted: 'This could not be posted in the channel. Please look there, and share it again if it is missing.',
    notOpened: 'The form did not open in time. Nothing was changed; please try again.',
    /** Under a prompt, before the fields of a form are asked one by one. */
    formHint: 'Enter keeps what stands in brackets; Ctrl-C leaves the form and changes nothing.',
    goodbye: 'Goodbye.',
    textHint: 'Several lines may follow each other; an empty line ends them.',
    emptyHint: 'A single - empties an optional field.',
    formLeft: 'The form was left; nothing was changed.',
    sendAgain: 'Enter sends it again; Ctrl-C leaves the form.',
    leaveHint: 'Ctrl-C once more leaves; so does Ctrl-D.',
    fillIn: 'To fill it in:',
    noForm: 'This opens no form that --field could fill. Without --field it shows what is missing, or acts at once.',
    unknownField: (name: string, known: string): string => `The form has no field “${name}”. It has: ${known}`,
    unknownFlag: (flag: string, known: string): string => `There is no ${flag} here. There is: ${known}`,
    flagNeeds: (flag: string, example: string): string => `${flag} needs a value, such as ${example}`,
    flagCannot: (flag: string, said: string, example: string): string => `${flag} cannot use “${said}”. It takes a value such as ${example}`,
    flagAlone: (flag: string): string => `${flag} takes no value.`,
    noAnswer: 'The running bot did not answer to the end. If something was to be recorded, look whether it is there before sending it again.',
    reference: (reference: string): string => `Reference ${reference}`,
  },

  outlook: {
    title: 'What comes next',
    underWay: 'Under way',
    today: 'Today',
    thisMonth: 'This month',
    next: 'Next',
    afterNext: 'Then',
    awaiting: 'Outcome not recorded',
    asOf: (instant: string): string => `As of ${instant}`,
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
  },

  timeline: {
    title: 'Timeline',
    titleFor: (period: string): string => `Timeline, ${period}`,
    nothing: (period: string): string => `Nothing in the plan touches ${period}.`,
    shown: (from: number, to: number, total: number): string => `${from}-${to} of ${total}`,
    earlier: 'Earlier',
    later: 'Later',
    whole: 'Whole timeline',
    drawingIs: (lines: readonly string[]): string => `A drawing of the plan over its months. ${lines.join('. ')}.`,
    legend: {
      '●': 'the date that counts',
      '○': 'planned before',
      '━': 'a span',
      '◌': 'one of these',
      '?': 'outcome not recorded',
      '✓': 'done',
      '×': 'cancelled',
    },
    undated: 'date not known yet',
  },

  milestone: {
    planned: 'Planned',
    confirmed: 'Confirmed',
    state: 'State',
    outcome: 'Outcome',
    cancelledBecause: 'Cancelled because',
    dependsOn: 'Depends on',
    source: (source: string): string => `source: ${source}`,
    notConfirmed: 'not confirmed',
    history: 'What happened to it',
    why: (why: string): string => `because: ${why}`,
    by: 'by',
    show: 'Show',
    add: 'Add a milestone',
    change: 'Change',
    confirm: 'Confirm a date',
    done: 'Record an outcome',
    cancel: (id: string): string => `Cancel ${id}`,
    reopen: 'Reopen',
    whichOne: 'Which milestone?',
    pick: 'Pick a milestone',
    search: 'Type part of its text, or its id',
    added: (id: string): string => `Recorded: ${id} is in the plan.`,
    recorded: (id: string): string => `Recorded: ${id}.`,
    understoodAs: (said: string, when: string): string => `“${said}” is understood as ${when}.`,
    otherReading: (when: string): string => `It is ${when}`,
    stands: 'This is what stands now:',
    slowNote: 'The database is slow just now, so nothing could be filled in for you.',
    titles: {
      add: (_id: string): string => 'Add a milestone',
      change: (id: string): string => `Change ${id}`,
      confirm: (id: string): string => `Confirm date of ${id}`,
      done: (id: string): string => `Outcome of ${id}`,
      cancel: (id: string): string => `Cancel ${id}`,
      reopen: (id: string): string => `Reopen ${id}`,
    },
    submits: { add: 'Add', change: 'Change', confirm: 'Confirm', done: 'Record', cancel: 'Cancel it', reopen: 'Reopen' },
    fields: {
      when: 'When',
      whenHint: 'A day, a month, a span, a quarter: 6 July 2022, Nov/Dec 2022, Q3 2023',
      text: 'What happens',
      textHint: 'Public: everybody who can call the bot can read it',
      dependsOn: 'Depends on',
      dependsOnHint: 'Ids of other milestones, such as m6',
      source: 'Source',
      sourceHint: 'Who announced it, or an https address',
      outcome: 'What came of it',
      outcomeHint: 'Public: everybody who can call the bot can read it',
      dated: 'On which day',
      datedHint: 'Empty means today',
      why: 'Why',
      whyHint: 'Kept in the record beside the change',
      reason: 'Why it is cancelled',
    },
    defaultSource: 'added by a coordinator',
  },

  home: {
    title: 'Welcome to the IS3C bot',
    waits: 'Waiting for you',
    spaceWaits: (space: string): string => `${space} asks to be accepted`,
    accept: 'Accept',
    next: 'What comes next',
    timeline: 'Timeline',
    me: 'Me',
  },

  help: {
    title: 'What the bot can do',
    intro: (): string => `Type a command, or ask with a date in it: ${typed('what happens in June 2022')}`,
    usage: 'How to type it',
    options: 'Options',
    examples: 'Examples',
    who: 'Who',
    didYouMean: (command: string): string => `Did you mean ${command}?`,
    nearest: (command: string): string => typed(command),
    all: 'All commands',
    answerFor: (period: string): string => `In the plan, ${period}`,
  },

  me: {
    title: 'You',
    language: 'Language',
    fromPlatform: 'as your app is set',
    zone: 'Time zone',
    zoneUnknown: 'not known: days are counted in UTC',
    accounts: 'Account',
    roles: 'Role',
    coordinator: 'coordinator',
    member: 'member',
    nobody: 'nothing is stored about you',
    stored: 'What you set here is stored with a number of its own, not with your name.',
    languageSet: (language: string): string => `From now on in ${language}.`,
    pickLanguage: 'Which language?',
  },

  here: {
    title: 'Set-up of this space',
    claimed: 'You are now the coordinator of this deployment, and this space is accepted.',
    nextStep: 'Appoint a second coordinator soon, so that the coalition never depends on one person.',
    accepted: 'This space is accepted: its people can read and act.',
    asked: 'The coordinators can now accept this space.',
    untilThen: 'Until one does, everybody here can read the plan, and nobody here can change it.',
    alreadyAsked: 'This space has already asked. A coordinator has to accept it.',
    spaceAccepted: (space: string): string => `${space} is accepted.`,
    appoint: 'Appoint a coordinator',
    appointTitle: 'Appoint a coordinator',
    appointSubmit: 'Appoint',
    person: 'Who',
    personHint: 'They lead the coalition in every space',
    appointed: 'is now a coordinator.',
    dismissed: 'is no longer a coordinator.',
  },

  check: {
    title: 'Checked',
    recorded: (act: string, object: string): string => `It is recorded: ${object}, ${act}.`,
    notRecorded: 'It is not recorded. Please send the form again.',
    again: 'Check again',
  },

  page: {
    title: 'IS3C timeline',
    runs: 'What runs',
    plan: 'The plan',
    serves: (platforms: string): string => `It serves ${platforms}.`,
    lead: 'The Internet Standards, Security and Safety Coalition is a Dynamic Coalition of the UN Internet Governance Forum.',
  },

  start: {
    runs: (version: string, database: string): string => `IS3C bot ${version} runs on ${database}.`,
    embedded: 'the embedded database',
    server: 'PostgreSQL',
    page: (address: string): string => `Page: ${address}`,
    connected: (platform: string, how: string): string => `${platform}: set up (${how}).`,
    missing: (platform: string, variables: string): string => `${platform}: not set up. Set ${variables}; README.md says where to find them.`,
    prompt: (): string => `Type ${typed('next-milestone')} here, or Ctrl-D to stop.`,
    noPrompt: 'Another terminal can ask: npm run -s is3c -- next-milestone',
  },
};

/** Every word that people read, in one language. English is the source; the others are checked against its shape. */
export type Words = Omit<typeof en, 'commands'> & { readonly commands: Readonly<Record<CommandName, CommandWords>> };
