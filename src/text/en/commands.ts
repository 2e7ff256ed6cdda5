import { group } from './commands/group.ts';
import { here } from './commands/here.ts';
import { me } from './commands/me.ts';
import { plan } from './commands/plan.ts';
import { proposal } from './commands/proposal.ts';
import { update } from './commands/update.ts';

/** What help, the Slack manifest and the Discord registration say of each command. */
export const commands = {
  home: {
    summary: 'A short personal home: what is next, and what waits for you',
    options: { 'as-of': 'Answer as if it were then' },
    usage: 'home',
    examples: ['home'],
  },
  help: {
    summary: 'What the bot can do, or the answer to a question about a date, a milestone or a group',
    options: { question: 'A command, a milestone or a question', 'as-of': 'Answer as if it were then' },
    usage: 'help [QUESTION]',
    examples: ['help', 'help timeline', 'help what happens in June 2022'],
  },
  history: {
    summary: 'All that happened to a milestone, a topic, a proposal or a group',
    options: { of: 'Which one, such as wg1', skip: 'How many to leave out before the first' },
    usage: 'history ID',
    examples: ['history wg1'],
  },
  check: {
    summary: 'Whether a form was recorded',
    options: { key: 'The key of the form' },
    usage: 'check KEY',
    examples: [],
  },
  ...plan,
  ...update,
  ...group,
  ...proposal,
  ...me,
  ...here,
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
