import { idOfSpace, type Platform, platformOf } from '../../core/account.ts';
import type { Language, Permission } from '../../core/member.ts';
import type { MilestoneState } from '../../core/milestone.ts';
import { list } from '../say.ts';
import { typed } from '../slash.ts';
import { acts } from './acts.ts';
import { balance } from './balance.ts';
import { type CommandName, type CommandWords, commands } from './commands.ts';
import { digest } from './digest.ts';
import { exported } from './exported.ts';
import { group } from './group.ts';
import { here } from './here.ts';
import { link } from './link.ts';
import { me } from './me.ts';
import { membership } from './membership.ts';
import { milestone } from './milestone.ts';
import { milestoneProposal } from './milestone-proposal.ts';
import { notices } from './notices.ts';
import { outlook } from './outlook.ts';
import { personal } from './personal.ts';
import { problems } from './problems.ts';
import { proposal } from './proposal.ts';
import { status } from './status.ts';
import { surface } from './surface.ts';
import { topic } from './topic.ts';
import { update } from './update.ts';
import { values } from './values.ts';

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

const spaces: Record<Platform, string> = { slack: 'A Slack workspace', discord: 'A Discord server', terminal: 'A terminal' };

const languageNames: Record<Language, string> = { en: 'English', fr: 'français' };

const permissions: Record<Permission, string> = {
  anyone: 'Anyone',
  member: 'Members',
  lead: 'Chairs, deputies and coordinators',
  chair: 'Chairs',
  coordinator: 'Coordinators',
};

export const en = {
  language: language(),
  tag,
  states,
  acts,
  languageNames,
  permissions,
  list: (items: readonly string[]): string => list(tag, items, 'conjunction'),
  commands,
  here,
  me,
  balance,
  membership,
  personal,
  exported,
  milestone,
  outlook,
  surface,
  problems,
  update,
  digest,
  milestoneProposal,
  link,
  topic,
  proposal,
  group,
  status,
  notices,
  values,

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

  home: {
    title: 'Welcome to the IS3C bot',
    waits: 'Waiting for you',
    news: 'News for you',
    askedBy: 'asked by',
    spaceWaits: (space: string): string => `${spaces[platformOf(space)]} (${idOfSpace(space)}) asks to be accepted`,
    accept: 'Accept',
    next: 'What comes next',
    timeline: 'Timeline',
    me: 'Me',
    groups: 'My groups',
    owed: (week: string): string => `no update for ${week} yet`,
    told: (week: string): string => `update for ${week} is recorded`,
  },

  help: {
    title: 'What the bot can do',
    intro: (): string => `Type a command, or ask about a date, a milestone or a group: ${typed('help what happens in June 2022')}`,
    usage: 'How to type it',
    options: 'Options',
    examples: 'Examples',
    others: 'With another word',
    fits: 'Perhaps one of these helps',
    fitting: 'What can be typed',
    who: 'Who',
    didYouMean: (command: string): string => `Did you mean ${command}?`,
    nearest: (command: string): string => typed(command),
    all: 'All commands',
    answerFor: (period: string): string => `In the plan, ${period}`,
  },

  check: {
    title: 'Checked',
    recorded: (act: string, object: string): string => `It is recorded: ${object}, ${act}.`,
    changedSince: 'It stands as you sent it first. If you typed something else meanwhile, please change it there.',
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
    idle: (variables: string): string => `${variables} does nothing yet: the bot cannot be installed into many workspaces over OAuth.`,
    prompt: (): string => `Type ${typed('next-milestone')} here, or Ctrl-D to stop.`,
    noPrompt: 'Another terminal can ask: npm run -s is3c -- next-milestone',
  },
};

/** Every word that people read, in one language. English is the source; the others are checked against its shape. */
export type Words = Omit<typeof en, 'commands'> & { readonly commands: Readonly<Record<CommandName, CommandWords>> };
