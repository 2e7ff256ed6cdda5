import type { MilestoneProposal, MilestoneProposalDate, MilestoneProposalDecision, MilestoneProposalFacts } from '../core/milestone-proposal.ts';
import type { By, Missing, Recorded } from '../core/store.ts';
import { toEdtf } from '../core/when.ts';
import { memberActing } from './members.ts';
import { nextNumber } from './numbers.ts';
import { coordinatorsOf } from './people.ts';
import { isSentAgain, keep, type Line, lineData, once, refuse, type Transaction, type Writing } from './record.ts';
import { factsForRecord, missingOf } from './record-milestone.ts';
import { toMilestoneProposal } from './rows/milestone-proposal-row.ts';
import { toColumns } from './rows/milestone-row.ts';
import { storable } from './storable.ts';
import { oweEach, tellPeople } from './tell.ts';

type Proposed = Recorded<MilestoneProposal> | Missing<MilestoneProposal>;

/** Gives a proposed milestone its id, and owes the coordinators a message; unless it would wait for one that there is not. */
export function proposeMilestone(writing: Writing, proposed: MilestoneProposalFacts, by: By): Promise<Proposed> {
  const { text, planned, dependsOn, group } = storable(proposed);
  const facts = { ...factsForRecord({ text, planned, dependsOn }), group };
  return once<Proposed>(writing, by, {
    async first(tx) {
      const id = `m${await nextNumber(tx, 'milestone')}`;
      const member = await memberActing(tx, by, writing.rights);
      const { when, wording, source } = planned;
      const row = { id, text, edtf: toEdtf(when), wording: wording ?? null, source, dependsOn: [...dependsOn], group, member, at: by.at, state: 'waiting' };
      const missing = await missingOf(tx, dependsOn);
      if (missing !== undefined) return refuse({ kind: 'missing', value: toMilestoneProposal(row), missing });
      await tx.milestoneProposal.create({ data: row });
      await oweEach(tx, await coordinatorsOf(tx, writing.rights), { kind: 'milestone proposed', milestone: id }, by.at);
      await keep(tx, by, member, { act: 'milestone proposed', object: id, new: facts });
      return { kind: 'recorded', value: toMilestoneProposal(row) };
    },
    // What was sent first is recorded; what its author changed meanwhile is not.
    again: async ({ object, new: sent }, tx) => ({ kind: isSentAgain(sent, facts) ? 'recorded' : 'stale', value: await current(tx, object) }),
  });
}

/** Corrects its date while it waits; the words that were typed for the other one go with it. */
export function redateMilestone(writing: Writing, { id, when }: MilestoneProposalDate, by: By): Promise<Recorded<MilestoneProposal>> {
  return once<Recorded<MilestoneProposal>>(writing, by, {
    async first(tx) {
      const member = await memberActing(tx, by, writing.rights);
      const before = await current(tx, id);
      const { count } = await tx.milestoneProposal.updateMany({ where: { id, member, state: 'waiting' }, data: { edtf: toEdtf(when), wording: null } });
      const value = await current(tx, id);
      if (count === 0) return refuse({ kind: 'stale', value });
      const line = { old: factsForRecord({ planned: before.planned }), new: factsForRecord({ planned: value.planned }) };
      await keep(tx, by, member, { act: 'milestone proposed', object: id, ...line });
      return { kind: 'recorded', value };
    },
    again: async ({ object }, tx) => ({ kind: 'recorded', value: await current(tx, object) }),
  });
}

/** Decides once: of two who decide at the same time the second finds it decided. */
export function decideMilestone(writing: Writing, { id, accepted, why }: MilestoneProposalDecision, by: By): Promise<Recorded<MilestoneProposal>> {
  return once<Recorded<MilestoneProposal>>(writing, by, {
    async first(tx) {
      const state = accepted ? 'accepted' : 'declined';
      const { count } = await tx.milestoneProposal.updateMany({ where: { id, state: 'waiting' }, data: { state } });
      const proposal = await current(tx, id);
      if (count === 0) return { kind: 'stale', value: proposal };
      const line: Line = accepted ? await addAccepted(tx, proposal) : { act: 'milestone declined', object: id };
      await tellPeople(tx, [proposal.member], { kind: 'milestone decided', milestone: id }, by.at);
      await keep(tx, by, await memberActing(tx, by, writing.rights), { ...line, why });
      return { kind: 'recorded', value: proposal };
    },
    again: async ({ object }, tx) => ({ kind: 'recorded', value: await current(tx, object) }),
  });
}

/** Ends what waits of a group that is concluded; whoever proposed it hears of it, but for whoever ends the group. */
export async function endProposed(tx: Transaction, group: string, actor: string, by: By): Promise<void> {
  const waiting = await tx.milestoneProposal.findMany({ where: { group, state: 'waiting' }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  for (const { id, member } of waiting) {
    await tx.milestoneProposal.update({ where: { id }, data: { state: 'ended' } });
    await tellPeople(tx, member === actor ? [] : [member], { kind: 'milestone ended', milestone: id }, by.at);
    await tx.event.create({ data: lineData(by, actor, { act: 'milestone ended', object: id }) });
  }
}

async function addAccepted(tx: Transaction, { id, text, planned, dependsOn, group }: MilestoneProposal): Promise<Line> {
  const facts = { text, planned, dependsOn, group };
  await tx.milestone.create({ data: toColumns({ id, revision: 1, ...facts }) });
  return { act: 'added', object: id, new: factsForRecord(facts) };
}

async function current(tx: Transaction, id: string): Promise<MilestoneProposal> {
  return toMilestoneProposal(await tx.milestoneProposal.findUniqueOrThrow({ where: { id } }));
}
