import { isAbandoned, type ProposalShown, topicOver } from '../cards/proposal.ts';
import type { ProposalNoticeFacts } from '../cards/proposal-notices.ts';
import { operator } from '../core/account.ts';
import { type Destination, type Notice, replacedBy } from '../core/notice.ts';
import { isOpen, moveActs } from '../core/proposal.ts';
import type { Store } from '../core/store.ts';

/** Notices of topics and proposals. */
export type ProposalNotice = Extract<Notice, { kind: ProposalNoticeFacts['kind'] }>;

/** Nobody asks: the bot reads for itself. */
const reader = { account: operator };

/** What such a notice is about, as it stands now; undefined when it is there no more, or no longer so. */
export function readProposalNotice(store: Store, notice: ProposalNotice, to: Destination): Promise<ProposalNoticeFacts | undefined> {
  switch (notice.kind) {
    case 'topic reworded':
    case 'topic retired':
      return readTopic(store, notice);
    case 'topic adopted':
      return readAdopted(store, notice, to);
    default:
      return readProposal(store, notice, to);
  }
}

/** Undefined where the group is no longer there to be joined; read as whoever is told. */
async function readAdopted(
  store: Store,
  { kind, topic: id, group: taker }: Extract<ProposalNotice, { kind: 'topic adopted' }>,
  to: Destination,
): Promise<ProposalNoticeFacts | undefined> {
  const told = to.kind === 'person' ? { account: to.account } : reader;
  const [{ overview }, { group }] = await Promise.all([store.readTopic(told, id), store.readGroup(told, taker)]);
  if (overview === undefined || group === undefined || group.state === 'concluded') return undefined;
  return { kind, topic: overview.topic, group, leads: overview.mine === 'lead' };
}

/** Nobody is asked to read the words of a topic again that is closed by now. */
async function readTopic(
  store: Store,
  { kind, topic: id }: Extract<ProposalNotice, { kind: 'topic reworded' | 'topic retired' }>,
): Promise<ProposalNoticeFacts | undefined> {
  const { overview, events } = await store.readTopic(reader, id);
  const topic = overview?.topic;
  if (topic?.state !== (kind === 'topic retired' ? 'retired' : 'open')) return undefined;
  return kind === 'topic retired' ? { kind, topic, why: events.find(({ act }) => act === kind)?.why ?? '' } : { kind, topic };
}

/** Whether it still says or asks what it was to. What was decided stays so, and a card shows whatever stands. */
function isStillSo(kind: ProposalNotice['kind'], shown: ProposalShown): boolean {
  const { proposal } = shown.overview;
  if (kind === 'proposer gone') return isAbandoned(shown);
  if (kind === 'topic closed') return topicOver(shown) !== undefined;
  if (kind === 'proposal filed' || kind === 'proposal filed again') return proposal.state === 'proposed';
  return kind !== 'proposal edited' || isOpen(proposal);
}

/** What goes to a channel is for leadership, and nothing new comes there once that reads elsewhere; a card that stands is kept up to date. */
async function isReadThere(store: Store, notice: ProposalNotice, to: Destination): Promise<boolean> {
  return to.kind === 'person' || replacedBy(notice) !== undefined || (await store.readHere(reader, to)).leadership;
}

async function readProposal(store: Store, notice: Extract<ProposalNotice, { proposal: string }>, to: Destination): Promise<ProposalNoticeFacts | undefined> {
  if (!(await isReadThere(store, notice, to))) return undefined;
  const { actor: _, overview, ...others } = await store.readProposal(reader, notice.proposal);
  if (overview === undefined) return undefined;
  const shown: ProposalShown = { ...others, overview };
  if (!isStillSo(notice.kind, shown)) return undefined;
  if (notice.kind !== 'proposal moved') return { kind: notice.kind, shown };
  const why = others.events.find(({ act }) => act === moveActs[notice.move])?.why;
  const own = to.kind === 'person' && others.proposer?.accounts.includes(to.account) === true;
  return { kind: notice.kind, shown, move: notice.move, own, ...(why !== undefined && { why }) };
}
