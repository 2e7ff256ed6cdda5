import { z } from 'zod';
import { milestoneProposalCard, proposedCard } from '../src/cards/milestone-proposal.ts';
import { replyCommand } from '../src/chat/command.ts';
import { hiddenWord, milestoneOption } from '../src/chat/option.ts';
import { redateMilestoneProposal } from '../src/core/milestone-proposal.ts';
import { isProblem } from '../src/core/problem.ts';
import { parseEdtf } from '../src/core/when.ts';

export default replyCommand({
  name: 'milestone redate',
  listed: false,
  permission: 'member',
  options: z.object({ milestone: milestoneOption(), when: hiddenWord() }),
  read: ({ store, sender, options }) => store.readMilestone(sender, options.milestone ?? ''),
  async run({ facts: { proposal }, options: { milestone: said = '', when: typed = '' }, actor, store, by, words }) {
    if (proposal === undefined) return { code: 'milestone-unknown', params: { said } };
    const when = parseEdtf(typed);
    if (when === undefined) return { code: 'date-unreadable', params: { said: typed } };
    const date = redateMilestoneProposal(actor, proposal, when);
    if (isProblem(date)) return date;
    const { kind, value } = await store.redateMilestone(date, by);
    return kind === 'stale' ? milestoneProposalCard(value, false, words) : proposedCard(value, [], undefined, words);
  },
});
