import { z } from 'zod';
import { commandHelpCard, helpCard, questionCard } from '../src/cards/help.ts';
import { milestoneCard } from '../src/cards/milestone.ts';
import type { PlanPage } from '../src/cards/timeline.ts';
import { type Command, type Facts, replyCommand } from '../src/chat/command.ts';
import { isNearCommand, nearestLine } from '../src/chat/line.ts';
import { asOfOption, questionOption } from '../src/chat/option.ts';
import { isProblem } from '../src/core/problem.ts';
import { findDate } from '../src/text/dates/read-when.ts';
import { readPlanPage } from './plan-page.ts';
import { type Found, readWhich } from './which-milestone.ts';

type Answer = Facts & { readonly found?: Found; readonly page?: PlanPage };

function named(commands: readonly Command[], said: string): Command | undefined {
  const name = said.toLowerCase().trim();
  return commands.find((command) => command.name === name || command.aliases?.includes(name) === true);
}

export default replyCommand({
  name: 'help',
  options: z.object({ question: questionOption(), 'as-of': asOfOption() }),
  /** The milestone or the period that a question names decides what is read, in one trip. */
  async read(asked): Promise<Answer> {
    const { question = '' } = asked.options;
    if (isNearCommand(asked.commands, question)) return { actor: await asked.store.readActor(asked.sender) };
    const id = /(?<![\p{L}\p{N}])m\d{1,9}(?![\p{L}\p{N}])/iu.exec(question)?.[0];
    if (id !== undefined) {
      const found = await readWhich({ ...asked, options: { milestone: id.toLowerCase() } });
      return { actor: found.actor, found };
    }
    const date = named(asked.commands, question) === undefined ? findDate(question, { ...asked.reader, now: asked.now, purpose: 'asking' }) : undefined;
    if (date === undefined) return { actor: await asked.store.readActor(asked.sender) };
    const { actor, page } = await readPlanPage(asked, date.said, 0);
    return isProblem(page) ? { actor } : { actor, page };
  },
  run({ facts: { found, page }, options: { question = '', 'as-of': asOf }, actor, commands, ...view }) {
    const command = named(commands, question);
    if (command !== undefined) return commandHelpCard(command, view.words);
    if (question === '') return helpCard(commands, actor, view.words);
    if (found?.shown?.milestone !== undefined) return milestoneCard({ ...found.shown, milestone: found.shown.milestone }, actor, view);
    if (page !== undefined) return questionCard(page, asOf, view);
    const near = nearestLine(commands, question);
    return { code: 'unknown-command', params: { said: question, ...(near !== undefined && { nearest: near }) } };
  },
});
