import { z } from 'zod';
import { declineForm, proposalCard } from '../src/cards/milestone-proposal.ts';
import { formCommand } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { milestoneOption } from '../src/chat/option.ts';
import { decideProposal } from '../src/core/milestone-proposal.ts';
import { isProblem } from '../src/core/problem.ts';

export default formCommand({
  name: 'milestone decline',
  listed: false,
  permission: 'coordinator',
  options: z.object({ milestone: milestoneOption() }),
  opens: () => 'form',
  read: ({ store, sender, options }) => store.readMilestone(sender, options.milestone ?? ''),
  form({ facts: { proposal }, options: { milestone: said = '' }, words }) {
    return proposal === undefined ? { code: 'milestone-unknown', params: { said } } : declineForm(proposal, words);
  },
  async submit({ facts: { proposal }, options: { milestone: said = '' }, fields, actor, store, by, words }) {
    if (proposal === undefined) return { code: 'milestone-unknown', params: { said } };
    const entries = readEntries(declineForm(proposal, words), fields);
    if (isFieldProblem(entries)) return entries;
    const decision = decideProposal(actor, proposal, false, entries['why'] ?? '');
    if (isProblem(decision)) return decision;
    const { value } = await store.decideMilestone(decision, by);
    return proposalCard(value, false, words);
  },
});
