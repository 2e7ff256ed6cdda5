import { type ProposalShown, proposalBlocks } from '../src/cards/proposal.ts';
import { whichProposalCard } from '../src/cards/proposals.ts';
import type { Card } from '../src/chat/card.ts';
import type { Context, Options, ShownProblem } from '../src/chat/command.ts';
import type { Problem } from '../src/core/problem.ts';
import { isOpen } from '../src/core/proposal.ts';
import type { ActorFacts, Sender, Store } from '../src/core/store.ts';
import type { ProposalFile, ProposalOverview } from '../src/core/store-proposals.ts';
import type { Words } from '../src/text/words.ts';

/** What a menu shows on the platform that shows least. */
const menuSize = 25;

type Asked = { readonly store: Store; readonly sender: Sender; readonly options: { readonly proposal?: string | undefined } };

/** The proposal that was named, or the open ones where none was. */
export type FoundProposal = { readonly actor: ActorFacts; readonly file?: ProposalFile; readonly candidates: readonly ProposalOverview[] };

export async function readWhichProposal({ store, sender, options }: Asked): Promise<FoundProposal> {
  if (options.proposal === undefined) {
    const { actor, proposals } = await store.readProposals(sender, 0, menuSize);
    return { actor, candidates: proposals };
  }
  const file = await store.readProposal(sender, options.proposal);
  return { actor: file.actor, file, candidates: [] };
}

/** The proposal that is meant; a menu where none was named, a refusal where nothing fits. */
export function proposalMeant({ file, candidates }: FoundProposal, command: string, said: string | undefined, words: Words): ProposalShown | Card | Problem {
  if (candidates.length > 0) return whichProposalCard(candidates, command, words);
  return shownOf(file) ?? { code: 'proposal-unknown', params: { said: said ?? '' } };
}

function shownOf(file: ProposalFile | undefined): ProposalShown | undefined {
  if (file?.overview === undefined) return undefined;
  const { actor: _, overview, ...others } = file;
  return { ...others, overview };
}

export function isShown(value: ProposalShown | Card | Problem): value is ProposalShown {
  return 'overview' in value;
}

type View = Pick<Context<Options, FoundProposal>, 'now' | 'zone' | 'words'>;
type Asking = View & Pick<Context<Options, FoundProposal>, 'store' | 'sender'>;

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
    blocks: [{ kind: 'heading', text: words.proposal.stands }, ...proposalBlocks(shown, false, [], view)],
    buttons: [{ kind: 'act', label: words.proposal.show(id), invoke: { command: 'proposal', options: { proposal: id } } }],
  };
}
