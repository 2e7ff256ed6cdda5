import { canMove, moveActs, type Proposal, type ProposalEdit, type ProposalText } from '../core/proposal.ts';
import type { By, Recorded } from '../core/store.ts';
import type { Adopting, ProposalOrigin } from '../core/store-proposals.ts';
import { cannotPropose, type Topic } from '../core/topic.ts';
import { dropRecorded } from './drafts.ts';
import { Prisma } from './generated/client.ts';
import { tellBeside, tellLeadership } from './leadership.ts';
import { memberActing, originOf, originsOf } from './members.ts';
import { nextNumber } from './numbers.ts';
import { leadershipChannels, oweCard, refreshCards } from './posted-cards.ts';
import { type Earlier, isSentAgain, keep, once, rowIn, type Transaction, type Writing } from './record.ts';
import { lockedTopic } from './record-topic.ts';
import type { Rights } from './rights.ts';
import { type ProposalRow, proposalColumns, standingProposals, textForRecord, toProposal, versionColumns } from './rows/proposal-row.ts';
import { storable, storableText } from './storable.ts';
import { tellPeople } from './tell.ts';

/** Files a proposal: it gets its id, and leadership its card. A topic that is no longer open takes none. */
export function propose(writing: Writing, given: ProposalText, { topic, draft }: ProposalOrigin, by: By): Promise<Adopting<Proposal>> {
  const text = storable(given);
  return once<Adopting<Proposal>>(writing, by, {
    async first(tx) {
      const closed = topic === undefined ? undefined : await closedTopic(tx, storableText(topic));
      if (closed !== undefined) return closed;
      const member = await memberActing(tx, by, writing.rights);
      const number = await nextNumber(tx, 'proposal');
      const id = `p${number}`;
      const from = { member, origin: await originOf(tx, by), origins: await originsOf(tx, member) };
      await tx.proposal.create({ data: { id, number, state: 'proposed', topicId: topic ?? null, ...from, at: by.at, waitingSince: by.at } });
      await tx.proposalVersion.create({ data: { proposalId: id, version: 1, ...versionColumns(text), member, at: by.at } });
      await dropRecorded(tx, member, draft, by);
      await bringToLeadership(tx, writing.rights, id, by.at);
      await keep(tx, by, member, { act: moveActs.propose, object: id, new: { ...textForRecord(text), topic: topic ?? null, state: 'proposed' } });
      return { kind: 'recorded', value: await standingProposal(tx, id) };
    },
    again: (earlier, tx) => sentAgain(tx, writing.rights, { text, why: '', ...(draft !== undefined && { draft }) }, earlier, by),
  });
}

/** The topic, where nothing can be proposed on it, with the name of the group that has it. */
export async function closedTopic(tx: Transaction, id: string): Promise<{ kind: 'topic closed'; topic: Topic; groupName?: string } | undefined> {
  const topic = await lockedTopic(tx, id);
  const group = topic.group === undefined ? null : await tx.group.findUnique({ where: { id: topic.group }, select: { name: true, state: true } });
  if (cannotPropose(topic, group?.name, group?.state === 'concluded') === undefined) return undefined;
  return { kind: 'topic closed', topic, ...(group !== null && { groupName: group.name }) };
}

/** In its channels by a card that is kept up to date, and directly in a chat without one. */
async function bringToLeadership(tx: Transaction, rights: Rights, id: string, now: Date): Promise<void> {
  const channels = await leadershipChannels(tx, rights);
  for (const channel of channels) await oweCard(tx, id, channel, now);
  await tellBeside(tx, rights, channels, { kind: 'proposal filed', proposal: id }, now);
}

/** Adds a version. An answer to what was asked is told to leadership and begins to wait anew; what waited already waits on. From a topic that is closed by now it no longer comes. */
export function editProposal(writing: Writing, edit: ProposalEdit, by: By): Promise<Recorded<Proposal>> {
  const { id, version, ...given } = storable(edit);
  return once<Recorded<Proposal>>(writing, by, {
    async first(tx) {
      const before = await lockedProposal(tx, id);
      return before.version === version ? addVersion(tx, writing.rights, before, given, by) : { kind: 'stale', value: before };
    },
    again: (earlier, tx) => sentAgain(tx, writing.rights, given, earlier, by),
  });
}

type NewVersion = Omit<ProposalEdit, 'id' | 'version'>;

/** The next version of a proposal that is locked, where the table allows one. */
async function addVersion(tx: Transaction, rights: Rights, before: Proposal, { text, why, draft }: NewVersion, by: By): Promise<Recorded<Proposal>> {
  if (canMove(before, 'edit') !== undefined) return { kind: 'stale', value: before };
  const { id, version } = before;
  const member = await memberActing(tx, by, rights);
  const over = await topicOver(tx, before);
  await tx.proposalVersion.create({ data: { proposalId: id, version: version + 1, ...versionColumns(text), member, at: by.at } });
  await tx.proposal.update({ where: { id }, data: { version: version + 1, state: 'proposed', ...waits(before, by), ...(over && { topicId: null }) } });
  await dropRecorded(tx, member, draft, by);
  await tellVolunteers(tx, id, version + 1, member, by.at);
  await refreshCards(tx, id, by.at);
  if (before.state === 'changes asked') await tellLeadership(tx, rights, { kind: 'proposal filed again', proposal: id }, by.at);
  const old = { ...textForRecord(before), version, state: before.state, ...(over && { topic: over }) };
  const now = { ...textForRecord(text), version: version + 1, state: 'proposed', ...(over && { topic: null }) };
  await keep(tx, by, member, { act: moveActs.edit, object: id, old, new: now, why });
  return { kind: 'recorded', value: await standingProposal(tx, id) };
}

/** A form that is sent once more, unchanged, is answered as before; what its author changed meanwhile is the next version, where nothing else has happened. */
async function sentAgain(tx: Transaction, rights: Rights, given: NewVersion, { object, new: sent }: Earlier, by: By): Promise<Recorded<Proposal>> {
  const standing = await lockedProposal(tx, object);
  const text = textForRecord(given.text);
  if (isSentAgain(sent, text) || isSentAgain(textForRecord(standing), text)) return { kind: 'recorded', value: standing };
  const isLast = standing.state === 'proposed' && (isSentAgain(sent, { version: standing.version }) || standing.version === 1);
  if (!isLast) return { kind: 'stale', value: standing };
  return addVersion(tx, rights, standing, given, { ...by, key: `${by.key} after version ${standing.version}` });
}

/** The topic of a proposal where it is no longer open. */
async function topicOver(tx: Transaction, { topic }: Proposal): Promise<string | undefined> {
  return topic === undefined ? undefined : (await closedTopic(tx, topic))?.topic.id;
}

function waits({ state }: Proposal, { at }: By): { readonly waitingSince?: Date } {
  return state === 'proposed' ? {} : { waitingSince: at };
}

async function tellVolunteers(tx: Transaction, proposal: string, version: number, author: string, now: Date): Promise<void> {
  const others = (await volunteersOf(tx, proposal)).filter((id) => id !== author);
  await tellPeople(tx, others, { kind: 'proposal edited', proposal, version }, now);
}

/** The surrogate ids of whoever offers help. */
export async function volunteersOf(tx: Transaction, proposal: string): Promise<string[]> {
  const rows = await tx.offer.findMany({ where: { proposalId: proposal }, select: { memberId: true }, orderBy: [{ at: 'asc' }, { memberId: 'asc' }] });
  return rows.map(({ memberId }) => memberId);
}

/** A proposal that nobody else changes until this transaction has ended. */
export async function lockedProposal(tx: Transaction, id: string): Promise<Proposal> {
  await tx.$queryRaw`SELECT id FROM proposal WHERE id = ${id} FOR UPDATE`;
  return standingProposal(tx, id);
}

export async function standingProposal(tx: Transaction, id: string): Promise<Proposal> {
  const query = Prisma.sql`SELECT ${Prisma.raw(proposalColumns)} FROM ${Prisma.raw(standingProposals)} WHERE proposal.id = ${id}`;
  const row = await rowIn<ProposalRow>(tx, query);
  if (row === undefined) throw new Error(`there is no proposal ${id}`);
  return toProposal(row);
}
