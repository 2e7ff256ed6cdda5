import { charterOf, type Help, type Proposal } from '../core/proposal.ts';
import type { By } from '../core/store.ts';
import { weekIn } from '../core/week.ts';
import { dateOf } from './day-column.ts';
import { newsChannels, tellIfNobodyIsAsked } from './group-news.ts';
import { nextNumber } from './numbers.ts';
import { oweCard, refreshProposals } from './posted-cards.ts';
import { volunteersOf } from './propose.ts';
import { type Line, lineData, type Transaction } from './record.ts';
import { factsForRecord } from './record-milestone.ts';
import type { Rights } from './rights.ts';
import { toColumns } from './rows/milestone-row.ts';
import { helpOf } from './rows/proposal-row.ts';
import { tellInterested, tellOfClosing, tellPeople } from './tell.ts';

/** Whoever only observes stays an observer; everybody else is a member, and whoever would lead is asked to chair. */
const roles: Readonly<Record<Help, string>> = { lead: 'member', write: 'member', research: 'member', review: 'member', observe: 'observer' };

/** As what somebody belongs to the group who volunteered for it. */
export function roleFor(kind: string): string {
  return roles[helpOf(kind)];
}

/** Makes the working group of a proposal with its charter, its first milestone and its members, and adopts the topic; answers the group's id. */
export async function establish(tx: Transaction, rights: Rights, proposal: Proposal, member: string, by: By): Promise<string> {
  const number = await nextNumber(tx, 'group');
  const group = `wg${number}`;
  const charter = charterOf(proposal);
  const data = { id: group, number, name: proposal.name, charter, state: 'forming', since: dateOf(weekIn('UTC', by.at)), settled: by.at, stateSince: by.at };
  await tx.group.create({ data });
  const milestone = await addMilestone(tx, proposal, group);
  await addMembers(tx, proposal, group, by.at);
  const adopted = await adoptTopic(tx, proposal, group, member, by.at);
  for (const channel of await newsChannels(tx)) await oweCard(tx, group, channel, by.at);
  await tellIfNobodyIsAsked(tx, rights, group, by.at);
  const made: Line = { act: 'group established', object: group, new: { name: proposal.name, charter, state: 'forming', proposal: proposal.id } };
  await tx.event.createMany({ data: [made, milestone, ...adopted].map((line) => lineData(by, member, line)) });
  return group;
}

async function addMilestone(tx: Transaction, { id: proposal, milestone: text, when, wording }: Proposal, group: string): Promise<Line> {
  const id = `m${await nextNumber(tx, 'milestone')}`;
  const facts = { text, planned: { when, ...(wording !== undefined && { wording }), source: proposal }, dependsOn: [] };
  await tx.milestone.create({ data: toColumns({ id, revision: 1, ...facts, group }) });
  return { act: 'added', object: id, new: { ...factsForRecord(facts), group } };
}

async function addMembers(tx: Transaction, { id, member: proposer }: Proposal, group: string, now: Date): Promise<void> {
  const offers = await tx.offer.findMany({ where: { proposalId: id } });
  const rows = offers.map(({ memberId, kind }) => ({ memberId, role: roleFor(kind) }));
  const others = rows.filter(({ memberId }) => memberId !== proposer);
  const known = (await tx.member.count({ where: { id: proposer } })) > 0 ? [{ memberId: proposer, role: 'member' }] : [];
  await tx.membership.createMany({ data: [...known, ...others].map((row) => ({ ...row, groupId: group, state: 'in', since: now })) });
  const leading = offers.filter(({ kind }) => kind === 'lead');
  await tx.chairOffer.createMany({ data: leading.map(({ memberId, origin }) => ({ groupId: group, memberId, origin, at: now })) });
  const asked = leading.map(({ memberId }) => memberId);
  await tellPeople(tx, asked, { kind: 'chair asked', group }, now);
}

/** Whoever was interested hears of it, but those who decided on it, proposed it or volunteered for it. */
async function adoptTopic(tx: Transaction, { id, topic, member: proposer }: Proposal, group: string, member: string, now: Date): Promise<Line[]> {
  if (topic === undefined) return [];
  const { state, groupId } = await tx.topic.findUniqueOrThrow({ where: { id: topic } });
  await tx.topic.update({ where: { id: topic }, data: { state: 'adopted', groupId: group } });
  const others = await tellOfClosing(tx, topic, id, now);
  const told = [member, proposer, ...(await volunteersOf(tx, id)), ...others];
  await tellInterested(tx, topic, told, { kind: 'topic adopted', topic, group }, now);
  await refreshProposals(tx, { id: topic }, now);
  return [{ act: 'topic adopted', object: topic, old: { state, ...(groupId !== null && { group: groupId }) }, new: { state: 'adopted', group } }];
}
