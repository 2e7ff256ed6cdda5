import { z } from 'zod';
import { recordedCard } from '../src/cards/milestone.ts';
import { milestoneProposalCard } from '../src/cards/milestone-proposal.ts';
import { replyCommand } from '../src/chat/command.ts';
import { milestoneOption } from '../src/chat/option.ts';
import { decideMilestoneProposal } from '../src/core/milestone-proposal.ts';
import { isProblem } from '../src/core/problem.ts';
import { chosenProposed, isProposed, readWhichProposed } from './parts/which-milestone.ts';

export default replyCommand({
  name: 'milestone accept',
  listed: false,
  permission: 'coordinator',
  options: z.object({ milestone: milestoneOption() }),
  read: readWhichProposed,
  async run({ facts, options, actor, store, by, ...view }) {
    const { now, words } = view;
    const proposal = chosenProposed(facts, 'milestone accept', options.milestone, view);
    if (!isProposed(proposal)) return proposal;
    const decision = decideMilestoneProposal(actor, proposal, true, '');
    if (isProblem(decision)) return decision;
    const { kind, value } = await store.decideMilestone(decision, by);
    if (kind === 'stale') return milestoneProposalCard(value, false, words);
    return recordedCard({ ...value, revision: 1 }, { words, now }, [], []);
  },
});
