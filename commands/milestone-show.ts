import { z } from 'zod';
import { milestoneCard } from '../src/cards/milestone.ts';
import { proposalCard } from '../src/cards/milestone-proposal.ts';
import { replyCommand } from '../src/chat/command.ts';
import { asOfOption, milestoneOption } from '../src/chat/option.ts';
import { chosen, isChosen, readWhich } from './which-milestone.ts';

export default replyCommand({
  name: 'milestone show',
  aliases: ['milestone'],
  options: z.object({ milestone: milestoneOption(), 'as-of': asOfOption() }),
  shareable: true,
  read: readWhich,
  run({ facts, options, actor, ...view }) {
    const proposal = facts.shown?.milestone === undefined ? facts.shown?.proposal : undefined;
    if (proposal !== undefined) return proposalCard(proposal, actor.coordinator && proposal.member !== actor.member, view.words);
    const found = chosen(facts, 'milestone show', options.milestone, view);
    return isChosen(found) ? milestoneCard(found, actor, view) : found;
  },
});
