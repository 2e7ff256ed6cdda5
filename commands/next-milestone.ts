import { z } from 'zod';
import { outlookCard } from '../src/cards/outlook.ts';
import { replyCommand } from '../src/chat/command.ts';
import { asOfOption } from '../src/chat/option.ts';
import { outlook } from '../src/core/milestone.ts';

export default replyCommand({
  name: 'next-milestone',
  aliases: ['next', 'next milestone', 'milestone next', 'prochain', 'prochain jalon', 'prochaine étape', 'prochaine échéance'],
  options: z.object({ 'as-of': asOfOption() }),
  shareable: true,
  read: ({ store, sender, now }) => store.readOutlook(sender, now),
  drawnFrom: ({ milestones }) => milestones,
  run({ facts, options, ...view }) {
    return outlookCard(outlook(facts.milestones, view.now, facts.missing), view, options['as-of'] !== undefined);
  },
});
