import { z } from 'zod';
import { recordedCard } from '../src/cards/milestone.ts';
import { proposalCard } from '../src/cards/milestone-proposal.ts';
import { replyCommand } from '../src/chat/command.ts';
import { milestoneOption } from '../src/chat/option.ts';
import { decideProposal } from '../src/core/milestone-proposal.ts';
import { isProblem } from '../src/core/problem.ts';

export default replyCommand({
  name: 'milestone accept',
  listed: false,
  permission: 'coordinator',
  options: z.object({ milestone: milestoneOption() }),
  read: ({ store, sender, options }) => store.readMilestone(sender, options.milestone ?? ''),
  async run({ facts: { proposal }, options: { milestone: said = '' }, actor, store, by, now, words }) {
    if (proposal === undefined) return { code: 'milestone-unknown', params: { said } };
    const decision = decideProposal(actor, proposal, true, '');
    if (isProblem(decision)) return decision;
    const { kind, value } = await store.decideMilestone(decision, by);
    if (kind === 'stale') return proposalCard(value, false, words);
    return recordedCard({ ...value, revision: 1 }, { words, now }, [], []);
  },
});
