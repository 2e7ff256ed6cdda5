import { z } from 'zod';
import { proposalCard } from '../src/cards/proposal.ts';
import { decisionWords, reviewForm } from '../src/cards/proposal-forms.ts';
import { formCommand } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { hiddenNumber, proposalOption, textOption, wordOption } from '../src/chat/option.ts';
import { canMove, type Decision, decisions, mayMove } from '../src/core/proposal.ts';
import { recordMove } from './record-move.ts';
import { isShown, proposalMeant, readWhichProposal, showStanding } from './which-proposal.ts';

export default formCommand({
  name: 'review',
  permission: 'coordinator',
  options: z.object({ proposal: proposalOption(), decision: wordOption(), reason: textOption(500), version: hiddenNumber() }),
  opens: ({ proposal, decision, reason }) => (proposal !== undefined && decisionIn(decision) !== undefined && reason === undefined ? 'form' : 'card'),
  read: readWhichProposal,
  form(context) {
    const { facts, options, actor, words } = context;
    const shown = proposalMeant(facts, 'review', options.proposal, words);
    const decision = decisionIn(options.decision);
    if (!isShown(shown) || decision === undefined) return isShown(shown) ? invalid : shown;
    const { proposal } = shown.overview;
    const refused = mayMove(actor, decision, proposal) ?? canMove(proposal, decision);
    if (refused !== undefined) return refused;
    return Number(options.version ?? proposal.version) === proposal.version ? reviewForm(proposal, decision, words) : showStanding(shown, context);
  },
  async submit(context) {
    const { facts, options, words, fields, actor } = context;
    const shown = proposalMeant(facts, 'review', options.proposal, words);
    if (!isShown(shown)) return shown;
    const { proposal } = shown.overview;
    const decision = decisionIn(options.decision);
    if (decision === undefined) return options.decision === undefined ? proposalCard(shown, actor, context) : invalid;
    const entries = options.reason === undefined ? readEntries(reviewForm(proposal, decision, words), fields) : { why: options.reason };
    if (isFieldProblem(entries)) return entries;
    return recordMove(context, proposal, decision, options.version, entries['why'] ?? '');
  },
});

const invalid = { code: 'option-invalid', params: { command: 'review', option: 'decision' } } as const;

function decisionIn(said: string | undefined): Decision | undefined {
  return decisions.find((decision) => decisionWords[decision] === said?.toLowerCase());
}
