import { z } from 'zod';
import { timelineCard } from '../src/cards/timeline.ts';
import { replyCommand } from '../src/chat/command.ts';
import { asOfOption, dateOption, hiddenNumber } from '../src/chat/option.ts';
import { isProblem } from '../src/core/problem.ts';
import { readPlanPage } from './parts/plan-page.ts';

export default replyCommand({
  name: 'timeline',
  aliases: ['milestones', 'plan', 'chronologie', 'jalons'],
  options: z.object({ period: dateOption(), skip: hiddenNumber(), 'as-of': asOfOption() }),
  shareable: true,
  read: (asked) => readPlanPage(asked, asked.options.period, Number(asked.options.skip ?? 0)),
  run({ facts: { page }, options, ...view }) {
    return isProblem(page) ? page : timelineCard(page, { period: options.period, 'as-of': options['as-of'] }, view);
  },
});
