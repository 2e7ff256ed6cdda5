import { isOpen, moveActs, moves, type Proposal, type ProposalChange, type ProposalState } from '../core/proposal.ts';
import type { By } from '../core/store.ts';
import type { Moved } from '../core/store-proposals.ts';
import { establish } from './establish.ts';
import { memberActing, originsOf } from './members.ts';
import { peopleBy } from './people.ts';
import { refreshCards } from './posted-cards.ts';
import { closedTopic, lockedProposal, standingProposal, volunteersOf } from './propose.ts';
import { type Answer, keep, once, refuse, type Transaction, type Writing } from './record.ts';
import type { Rights } from './rights.ts';
import { storable } from './storable.ts';
import { tellPeople } from './tell.ts';

/** Moves a proposal where the table still allows it and the same version stands; of two at the same time one wins. */
export function moveProposal(writing: Writing, change: ProposalChange, by: By): Promise<Moved> {
  return once<Moved>(writing, by, {
    first: (tx) => moveIn(tx, writing.rights, storable(change), by),
    again: async ({ object }, tx) => ({ kind: 'recorded', value: await standingProposal(tx, object) }),
  });
}

async function moveIn(tx: Transaction, rights: Rights, { move, id, version, why }: ProposalChange, by: By): Promise<Answer<Moved>> {
  const member = await memberActing(tx, by, rights);
  const before = await lockedProposal(tx, id);
  if (move !== 'withdraw' && (await isOwn(tx, before, member))) return refuse({ kind: 'own' });
  const state = moves[before.state][move];
  if (before.version !== version || state === undefined) return refuse({ kind: 'stale', value: before });
  const hindered = await hindrance(tx, before, move);
  if (hindered !== undefined) return refuse(hindered);
  // Before whoever offered to lead is asked to chair what comes of it.
  await tellOfMove(tx, before, move, by.at);
  const group = move === 'establish' ? { groupId: await establish(tx, rights, before, member, by) } : {};
  await tx.proposal.update({ where: { id }, data: { state, ...group, ...withoutProposer(state) } });
  await endOffers(tx, id, move);
  await refreshCards(tx, id, by.at);
  await keep(tx, by, member, { act: moveActs[move], object: id, old: { state: before.state }, new: { state, ...group }, why });
  return { kind: 'recorded', value: await standingProposal(tx, id) };
}

/** What stands against a move meanwhile: the topic is closed, or nobody is there any more to make the changes that are asked for. */
async function hindrance(tx: Transaction, { topic, member: proposer }: Proposal, move: ProposalChange['move']): Promise<Moved | undefined> {
  if (move === 'establish' && topic !== undefined) return closedTopic(tx, topic);
  return move === 'ask' && (await peopleBy(tx, [proposer])).length === 0 ? { kind: 'proposer gone' } : undefined;
}

/** What is decided can be decided on by nobody, and need not say whose accounts it came from. */
function withoutProposer(state: ProposalState): { readonly origins?: string[]; readonly fingerprints?: string[] } {
  return isOpen({ state }) ? {} : { origins: [], fingerprints: [] };
}

/** Whether whoever acts proposed it, as who they are now or with any account that was the proposer's once. */
async function isOwn(tx: Transaction, { id, member: proposer }: Proposal, member: string): Promise<boolean> {
  const own = await tx.proposal.count({ where: { id, origins: { hasSome: await originsOf(tx, member) } } });
  return proposer === member || own > 0;
}

/** Nothing can be offered to what has come to nothing. What was offered stays in the record, and where a group came of it beside its proposal. */
async function endOffers(tx: Transaction, proposalId: string, move: ProposalChange['move']): Promise<void> {
  if (move === 'decline' || move === 'withdraw') await tx.offer.deleteMany({ where: { proposalId } });
}

/** The proposer and every volunteer, each once; proposers know what they withdraw. */
async function tellOfMove(tx: Transaction, { id, member }: Proposal, move: ProposalChange['move'], now: Date): Promise<void> {
  const told = new Set([member, ...(await volunteersOf(tx, id))]);
  if (move === 'withdraw') told.delete(member);
  await tellPeople(tx, [...told], { kind: 'proposal moved', proposal: id, move }, now);
}
