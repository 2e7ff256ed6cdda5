import { z } from 'zod';
import { canDecide, type ProposalShown, proposalCard, standsAgainst } from '../src/cards/proposal.ts';
import { decisionWords, reviewForm } from '../src/cards/proposal-forms.ts';
import { valueUnknown } from '../src/cards/which-value.ts';
import type { Card } from '../src/chat/card.ts';
import { type Context, formCommand, type Options, type ShownProblem } from '../src/chat/command.ts';
import { isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { hiddenNumber, proposalOption, textOption, wordOption } from '../src/chat/option.ts';
import type { Actor } from '../src/core/member.ts';
import type { Problem } from '../src/core/problem.ts';
import { canMove, type Decision, decisions, isOpen, mayMove } from '../src/core/proposal.ts';
import { readValue } from '../src/text/read-value.ts';
import type { Words } from '../src/text/words.ts';
import { recordMove } from './parts/record-move.ts';
import { type FoundProposal, isShown, proposalMeant, readWhichProposal, showStanding } from './parts/which-proposal.ts';

export default formCommand({
  name: 'review',
  permission: 'coordinator',
  options: z.object({ proposal: proposalOption('others'), decision: wordOption(), reason: textOption(500), version: hiddenNumber() }),
  opens: ({ proposal, decision, reason }) => (proposal !== undefined && decisionIn(decision) !== undefined && reason === undefined ? 'form' : 'card'),
  read: readWhichProposal('others'),
  form(context) {
    const { facts, options, actor, words } = context;
    const shown = proposalMeant(facts, 'review', options, words);
    const decision = decisionIn(options.decision);
    if (!isShown(shown)) return shown;
    const { proposal } = shown.overview;
    if (decision === undefined) return whichDecision(shown, options, words);
    const refused = refusal(actor, decision, shown) ?? canMove(proposal, decision);
    if (refused !== undefined) return refused;
    return Number(options.version ?? proposal.version) === proposal.version ? reviewForm(proposal, decision, words) : showStanding(shown, context);
  },
  async submit(context) {
    const { facts, options, words, fields } = context;
    const shown = proposalMeant(facts, 'review', options, words);
    if (!isShown(shown)) return shown;
    const { proposal } = shown.overview;
    const decision = decisionIn(options.decision);
    if (decision === undefined) return options.decision === undefined ? toReview(shown, context) : whichDecision(shown, options, words);
    const entries = options.reason === undefined ? readEntries(reviewForm(proposal, decision, words), fields) : { why: options.reason };
    if (isFieldProblem(entries)) return entries;
    const refused = refusal(context.actor, decision, shown);
    if (refused !== undefined) return refused;
    return recordMove(context, proposal, decision, options.version, entries['why'] ?? '');
  },
});

/** Why the reader cannot decide so, by right or by how things stand. */
function refusal(actor: Actor, decision: Decision, shown: ProposalShown): Problem | undefined {
  return mayMove(actor, decision, shown.overview.proposal, shown) ?? standsAgainst(shown, decision);
}

/** The proposal with the buttons to decide, or why the reader has none. */
function toReview(shown: ProposalShown, context: Context<Options, FoundProposal>): Card | ShownProblem {
  const { proposal } = shown.overview;
  const refused = isOpen(proposal) ? mayMove(context.actor, 'establish', proposal, shown) : undefined;
  return refused === undefined ? proposalCard(shown, context.actor, context) : showStanding(shown, context, refused);
}

type Typed = { readonly [name: string]: string | undefined; readonly decision?: string | undefined };

function whichDecision(shown: ProposalShown, options: Typed, { proposal: labels }: Words): ShownProblem {
  const values = decisions.filter((decision) => canDecide(shown, decision));
  const choosing = (decision: Decision) => ({ ...options, proposal: shown.overview.proposal.id, decision: decisionWords[decision] });
  return valueUnknown(options.decision ?? '', { command: 'review', values, labels, options: choosing });
}

function decisionIn(said = ''): Decision | undefined {
  return readValue(said, decisions, (all) => all.decisions);
}
