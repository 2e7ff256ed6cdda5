import { z } from 'zod';
import { replyCommand } from '../src/chat/command.ts';
import { asOfOption, milestoneOption } from '../src/chat/option.ts';
import { readWhich, showMilestone } from './which-milestone.ts';

export default replyCommand({
  name: 'milestone show',
  aliases: ['milestone', 'jalon'],
  options: z.object({ milestone: milestoneOption(), 'as-of': asOfOption() }),
  shareable: true,
  read: readWhich('all'),
  run: ({ facts, options, actor, ...view }) => showMilestone(facts, options, actor, view),
});
