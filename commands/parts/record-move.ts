import { afterButtons, nextOf, showProposalButton } from '../../src/cards/proposal.ts';
import { type Card, card, paragraph } from '../../src/chat/card.ts';
import type { Context, Options, ShownProblem } from '../../src/chat/command.ts';
import { isProblem, type Problem } from '../../src/core/problem.ts';
import { moveProposal, type Proposal, type ProposalChange } from '../../src/core/proposal.ts';
import type { Moved } from '../../src/core/store-proposals.ts';
import { cannotEstablish } from '../../src/core/topic.ts';
import type { FoundProposal } from './which-proposal.ts';
import { staleProposal } from './which-proposal.ts';

type Moving = Pick<Context<Options, FoundProposal>, 'facts' | 'actor' | 'store' | 'sender' | 'by' | 'now' | 'zone' | 'words'>;

/** Refusals that come from reading what no longer stands. */
const stale: readonly Problem['code'][] = ['proposal-stands', 'proposal-changed'];

/** Decides on a proposal or withdraws it, and says what comes of it; where something else stands by now, that is shown. */
export async function recordMove(
  context: Moving,
  proposal: Proposal,
  move: ProposalChange['move'],
  version: string | undefined,
  why: string,
): Promise<Card | Problem | ShownProblem> {
  const change = moveProposal(context.actor, proposal, move, Number(version ?? proposal.version), why);
  if (isProblem(change)) return stale.includes(change.code) ? staleProposal(context, proposal.id, change) : change;
  const moved = await context.store.moveProposal(change, context.by);
  return moved.kind === 'recorded' ? movedCard(moved.value, move, context) : notMoved(moved, proposal.id, context);
}

/** Why it was not done, from what stands by now. */
function notMoved(moved: Exclude<Moved, { readonly kind: 'recorded' }>, id: string, context: Moving): Promise<Problem | ShownProblem> | Problem {
  switch (moved.kind) {
    case 'own':
      return { code: 'own-proposal', params: { id } };
    case 'proposer gone':
      return { code: 'proposer-gone', params: { id } };
    case 'topic closed':
      return cannotEstablish(id, moved.topic, moved.groupName, false) ?? { code: 'topic-changed', params: { id: moved.topic.id } };
    default:
      return staleProposal(context, id);
  }
}

function movedCard(proposal: Proposal, move: ProposalChange['move'], { facts, words }: Moving): Card {
  const { id, name } = proposal;
  return card(words, {
    title: words.proposal.movedTitles[move](id),
    tone: 'good',
    blocks: [paragraph({ kind: 'bold', text: name }), paragraph(nextOf(move, facts.file.proposer, words))],
    buttons: [...afterButtons(proposal, true, words), showProposalButton(id, words)],
  });
}
