import { isOpen, type Proposal, type VolunteerOffer } from '../core/proposal.ts';
import type { By, Recorded } from '../core/store.ts';
import { memberActing, originOf } from './members.ts';
import { refreshCards } from './posted-cards.ts';
import { lockedProposal, standingProposal } from './propose.ts';
import { keep, type Line, once, type Transaction, type Writing } from './record.ts';
import { storable } from './storable.ts';

/** Notes one offer a person, changes it or takes it back; where nothing is different nothing is recorded. */
export function volunteer(writing: Writing, given: VolunteerOffer, by: By): Promise<Recorded<Proposal>> {
  const offer = storable(given);
  return once<Recorded<Proposal>>(writing, by, {
    async first(tx) {
      const proposal = await lockedProposal(tx, offer.proposal);
      if (!isOpen(proposal) || proposal.version !== offer.version) return { kind: 'stale', value: proposal };
      const member = await memberActing(tx, by, writing.rights);
      const line = await note(tx, offer, member, by);
      if (line === undefined) return { kind: 'recorded', value: proposal };
      await refreshCards(tx, proposal.id, by.at);
      await keep(tx, by, member, line);
      return { kind: 'recorded', value: proposal };
    },
    again: async ({ object }, tx) => ({ kind: 'recorded', value: await standingProposal(tx, object) }),
  });
}

async function note(tx: Transaction, { proposal, version, kind }: VolunteerOffer, memberId: string, by: By): Promise<Line | undefined> {
  const proposalId_memberId = { proposalId: proposal, memberId };
  const before = await tx.offer.findUnique({ where: { proposalId_memberId } });
  if (before?.kind === kind) return undefined;
  const old = before === null ? {} : { old: { kind: before.kind } };
  if (kind === undefined) {
    await tx.offer.delete({ where: { proposalId_memberId } });
    return { act: 'offer taken back', object: proposal, ...old };
  }
  const said = { kind, origin: await originOf(tx, by) };
  await tx.offer.upsert({ where: { proposalId_memberId }, create: { ...proposalId_memberId, ...said, at: by.at }, update: said });
  return { act: before === null ? 'help offered' : 'offer changed', object: proposal, ...old, new: { kind, version } };
}
