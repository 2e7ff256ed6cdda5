import { afterButtons, type ProposalShown, proposalBlocks, showProposalButton } from '../../src/cards/proposal.ts';
import { whichProposalCard } from '../../src/cards/proposals.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Context, Options as Declared, ShownProblem } from '../../src/chat/command.ts';
import { menuSize, type ProposalChoice } from '../../src/core/choice.ts';
import type { Problem } from '../../src/core/problem.ts';
import { isOpen, seesVolunteers } from '../../src/core/proposal.ts';
import type { ActorFacts, Sender, Store } from '../../src/core/store.ts';
import type { ProposalFile, ProposalsFound } from '../../src/core/store-proposals.ts';
import type { CommandName, Words } from '../../src/text/words.ts';

type Options = { readonly [name: string]: string | undefined; readonly proposal?: string | undefined };

type Asked = { readonly store: Store; readonly sender: Sender; readonly options: Options };

/** The proposal that was named or is the only one to choose, or those that may be meant where none was. */
export type FoundProposal = ProposalsFound & { readonly actor: ActorFacts; readonly file: ProposalFile };

/** Finds the proposal that is meant in one trip: by its id, else among the open ones that the choice offers. */
export function readWhichProposal(choice: ProposalChoice): (asked: Asked) => Promise<FoundProposal> {
  return async ({ store, sender, options: { proposal } }) => {
    if (proposal === undefined) {
      const { proposals, anyOpen, ...file } = await store.findProposals(sender, menuSize, choice);
      return { actor: file.actor, file, proposals, anyOpen };
    }
    const file = await store.readProposal(sender, proposal);
    return { actor: file.actor, file, proposals: [], anyOpen: false };
  };
}

/** The proposal that is meant; a menu where none was named, a refusal where nothing fits. */
export function proposalMeant(
  { file, proposals, anyOpen }: FoundProposal,
  command: CommandName,
  options: Options,
  words: Words,
): ProposalShown | Card | Problem {
  const shown = shownOf(file);
  if (shown !== undefined) return shown;
  const { proposal: said, ...others } = options;
  if (proposals.length > 0) return whichProposalCard(proposals, command, others, words);
  if (said !== undefined) return { code: 'proposal-unknown', params: { said } };
  return anyOpen ? { code: 'no-proposal-for', params: { command } } : { code: 'nothing-proposed', params: {} };
}

function shownOf(file: ProposalFile): ProposalShown | undefined {
  if (file.overview === undefined) return undefined;
  const { actor: _, overview, ...others } = file;
  return { ...others, overview };
}

export function isShown(value: ProposalShown | Card | Problem): value is ProposalShown {
  return 'overview' in value;
}

type View = Pick<Context<Declared, FoundProposal>, 'now' | 'zone' | 'words' | 'actor'>;
type Asking = View & Pick<Context<Declared, FoundProposal>, 'store' | 'sender'>;

/** Refuses what was decided from another state than stands, and shows what stands now. */
export async function staleProposal({ store, sender, ...view }: Asking, id: string, refused?: Problem): Promise<ShownProblem | Problem> {
  const shown = shownOf(await store.readProposal(sender, id));
  return shown === undefined ? { code: 'proposal-unknown', params: { said: id } } : showStanding(shown, view, refused);
}

/** The same where what stands was read already. */
export function showStanding(shown: ProposalShown, view: View, refused?: Problem): ShownProblem {
  const { proposal } = shown.overview;
  const { id, state } = proposal;
  const { words } = view;
  const changed: Problem = isOpen(proposal) ? { code: 'proposal-changed', params: { id } } : { code: 'proposal-stands', params: { id, state } };
  return {
    problem: refused ?? changed,
    blocks: [{ kind: 'heading', text: words.proposal.stands }, ...proposalBlocks(shown, seesVolunteers(view.actor, proposal), [], view)],
    buttons: [...afterButtons(proposal, !view.actor.visitor, words), showProposalButton(id, words)],
  };
}
