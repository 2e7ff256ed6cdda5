import { z } from 'zod';
import { replyCommand } from '../src/chat/command.ts';
import { asOfOption, milestoneWordsOption } from '../src/chat/option.ts';
import { readNamed, showMilestone } from './parts/which-milestone.ts';

export default replyCommand({
  name: 'milestone show',
  aliases: ['milestone', 'jalon'],
  options: z.object({ milestone: milestoneWordsOption(), 'as-of': asOfOption() }),
  shareable: true,
  read: readNamed,
  run: ({ facts, options, actor, ...view }) => showMilestone(facts, options, actor, view),
});
