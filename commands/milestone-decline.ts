import { z } from 'zod';
import { declineForm, milestoneProposalCard } from '../src/cards/milestone-proposal.ts';
import { formCommand } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { milestoneOption } from '../src/chat/option.ts';
import { decideMilestoneProposal } from '../src/core/milestone-proposal.ts';
import { isProblem } from '../src/core/problem.ts';
import { chosenProposed, isProposed, readWhichProposed } from './parts/which-milestone.ts';

export default formCommand({
  name: 'milestone decline',
  listed: false,
  permission: 'coordinator',
  options: z.object({ milestone: milestoneOption() }),
  opens: () => 'form',
  read: readWhichProposed,
  form({ facts, options, actor, ...view }) {
    const proposal = chosenProposed(facts, 'milestone decline', options.milestone, view);
    if (!isProposed(proposal)) return proposal;
    const refused = decideMilestoneProposal(actor, proposal, false, '');
    return isProblem(refused) ? refused : declineForm(proposal, view.words);
  },
  async submit({ facts, options, fields, actor, store, by, ...view }) {
    const { words } = view;
    const proposal = chosenProposed(facts, 'milestone decline', options.milestone, view);
    if (!isProposed(proposal)) return proposal;
    const entries = readEntries(declineForm(proposal, words), fields);
    if (isFieldProblem(entries)) return entries;
    const decision = decideMilestoneProposal(actor, proposal, false, entries['why'] ?? '');
    if (isProblem(decision)) return decision;
    const { value } = await store.decideMilestone(decision, by);
    return milestoneProposalCard(value, false, words);
  },
});
