import { z } from 'zod';
import { groupCard } from '../src/cards/groups.ts';
import { commandHelpCard, fittingCard, helpCard, questionCard } from '../src/cards/help.ts';
import type { PlanPage } from '../src/cards/timeline.ts';
import type { Card } from '../src/chat/card.ts';
import { type Command, type Facts, named, readActor, replyCommand } from '../src/chat/command.ts';
import { isNearCommand, isSlipOfCommand, nearestLine } from '../src/chat/line.ts';
import { asOfOption, questionOption } from '../src/chat/option.ts';
import { groupChoices } from '../src/core/choice.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import { type DateContext, readPeriod } from '../src/text/dates/read-when.ts';
import type { Words } from '../src/text/words.ts';
import { readPlanPage } from './parts/plan-page.ts';
import { dateIn, idIn, type Showing, showingIn } from './parts/question.ts';
import { chosenGroup, type FoundGroup, isChosenGroup, readGroupAsked, readWhichGroup } from './parts/which-group.ts';

type Answer = Facts & {
  readonly group?: FoundGroup;
  readonly page?: PlanPage;
  readonly shown?: Showing & { readonly facts: Facts };
};

function askedFor(commands: readonly Command[], said: string): Command | undefined {
  return named(commands, said.toLowerCase().replace(/\?+$/, '').trim());
}

/** Whether a question is none, but a command, or a line that was meant for one. */
function isCommand(commands: readonly Command[], said: string): boolean {
  return said === '' || askedFor(commands, said) !== undefined || isNearCommand(commands, said);
}

/** Whether a line asks nothing that could be read. A date is no slip: the French June is near to "join". */
function isMeantForCommand(commands: readonly Command[], said: string, context: DateContext): boolean {
  if (isCommand(commands, said)) return true;
  return isSlipOfCommand(commands, said) && !('period' in readPeriod(said, context));
}

function unknown(commands: readonly Command[], said: string): Problem {
  const near = nearestLine(commands, said);
  return { code: 'unknown-command', params: { said, ...(near !== undefined && { nearest: near }) } };
}

/** The other commands that are listed and whose first word was asked about alone. */
function familyOf(commands: readonly Command[], said: string, asked: Command): readonly Command[] {
  const word = `${said.toLowerCase().trim()} `;
  return commands.filter((command) => command !== asked && command.listed && command.name.startsWith(word));
}

/** Whether a line was typed in words of one's own, and not for a command. */
function isFree(question: string): boolean {
  return question.trim().includes(' ');
}

/** The listed commands of whose name, summary and examples a question holds most words, at most five; none where it holds no word of any. */
function fitting(commands: readonly Command[], question: string, words: Words): readonly Command[] {
  const asked = wordsOf(question);
  const rated = commands
    .filter(({ listed }) => listed)
    .map((command) => {
      const { summary, examples } = words.commands[command.name];
      const own = wordsOf([command.name, ...(command.aliases ?? []), summary, ...examples].join(' '));
      return { command, weight: asked.filter((word) => own.includes(word)).length + (asked.includes(command.name) ? 1 : 0) };
    });
  const most = Math.max(1, ...rated.map(({ weight }) => weight));
  return rated.flatMap(({ command, weight }) => (weight === most ? [command] : [])).slice(0, 5);
}

/** Shorter words stand everywhere. */
function wordsOf(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])];
}

/** A slip gets the nearest command, and free words those that fit. */
function withoutAnswer(commands: readonly Command[], question: string, words: Words): Card | Problem {
  if (!isFree(question) || nearestLine(commands, question) !== undefined) return unknown(commands, question);
  const fit = fitting(commands, question, words);
  return fit.length === 0 ? { code: 'question-unanswered', params: { said: question } } : fittingCard(fit, words);
}

async function readShown(showing: Showing, asked: Parameters<Showing['command']['read']>[0]): Promise<Answer> {
  const facts = await showing.command.read({ ...asked, options: showing.options });
  return { actor: facts.actor, shown: { ...showing, facts } };
}

export default replyCommand({
  name: 'help',
  aliases: ['aide'],
  options: z.object({ question: questionOption(), 'as-of': asOfOption() }),
  /** The milestone, the group or the period that a question names decides what is read, in one trip. */
  async read(asked): Promise<Answer> {
    const { question = '' } = asked.options;
    const context = { ...asked.reader, now: asked.now, purpose: 'asking' } as const;
    if (isMeantForCommand(asked.commands, question, context)) return readActor(asked);
    const showing = showingIn(asked.commands, question, context);
    if (showing !== undefined) return readShown(showing, asked);
    const group = idIn(question, 'wg');
    const date = group === undefined ? dateIn(question, context) : undefined;
    if (date === undefined) {
      const found = group === undefined ? await readGroupAsked(asked, question) : await readWhichGroup(groupChoices.read)({ ...asked, options: { group } });
      return { actor: found.actor, group: found };
    }
    const { actor, page } = await readPlanPage(asked, date, 0);
    return isProblem(page) ? { actor } : { actor, page };
  },
  run({ facts: { group, page, shown }, options: { question = '', 'as-of': asOf }, actor, commands, ...view }) {
    const command = askedFor(commands, question);
    if (command !== undefined) return commandHelpCard(command, familyOf(commands, question, command), view.words);
    if (question === '') return helpCard(commands, actor, view.words);
    if (shown !== undefined) return shown.command.run({ ...view, actor, commands, facts: shown.facts, options: shown.options });
    if (page !== undefined) return questionCard(page, asOf, view);
    if (group === undefined) return unknown(commands, question);
    const found = chosenGroup(group, 'group', { group: idIn(question, 'wg') }, view.words);
    if (isChosenGroup(found)) return groupCard(found, actor, view);
    return isProblem(found) && idIn(question, 'wg') === undefined ? withoutAnswer(commands, question, view.words) : found;
  },
});
