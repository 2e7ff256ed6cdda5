import type { ProposalShown } from '../cards/proposal.ts';
import type { ProposalNoticeFacts } from '../cards/proposal-notices.ts';
import { operator } from '../core/account.ts';
import type { Notice } from '../core/notice.ts';
import { moveActs } from '../core/proposal.ts';
import type { Store } from '../core/store.ts';

/** Notices of topics and proposals. */
export type ProposalNotice = Extract<Notice, { kind: ProposalNoticeFacts['kind'] }>;

/** Nobody asks: the bot reads for itself. */
const reader = { account: operator };

/** What such a notice is about, as it stands now; undefined when it is there no more. */
export async function readProposalNotice(store: Store, notice: ProposalNotice): Promise<ProposalNoticeFacts | undefined> {
  switch (notice.kind) {
    case 'topic reworded': {
      const { overview } = await store.readTopic(reader, notice.topic);
      return overview && { kind: notice.kind, topic: overview.topic };
    }
    default:
      return readProposal(store, notice);
  }
}

async function readProposal(store: Store, notice: Extract<ProposalNotice, { proposal: string }>): Promise<ProposalNoticeFacts | undefined> {
  const { actor: _, overview, ...others } = await store.readProposal(reader, notice.proposal);
  if (overview === undefined) return undefined;
  const shown: ProposalShown = { ...others, overview };
  if (notice.kind !== 'proposal moved') return { kind: notice.kind, shown };
  const why = others.events.find(({ act }) => act === moveActs[notice.move])?.why;
  return { kind: notice.kind, shown, move: notice.move, ...(why !== undefined && { why }) };
}
