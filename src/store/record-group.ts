import { type Group, type GroupChange, type GroupFacts, type GroupState, groupActs, groupTable, stillHolds } from '../core/group.ts';
import type { By, Recorded } from '../core/store.ts';
import { admitWaiting } from './admit-waiting.ts';
import { dateOf } from './day-column.ts';
import { endGroup } from './end-group.ts';
import { Prisma } from './generated/client.ts';
import { oweNews, tellIfChairless } from './group-news.ts';
import { memberActing } from './members.ts';
import { refreshCards, refreshProposals } from './posted-cards.ts';
import { keep, lineData, once, refuse, rowIn, type Transaction, type Writing } from './record.ts';
import type { Rights } from './rights.ts';
import { type GroupRow, groupColumns, toGroup } from './rows/group-row.ts';
import { type PlainFacts, storable } from './storable.ts';
import { oweEach } from './tell.ts';

/** Records a decision about a group, unless it was made from a state that no longer stands. */
export function recordGroup(writing: Writing, change: GroupChange, by: By): Promise<Recorded<Group>> {
  const { act, id, revision, why } = change;
  const set = storable(change.set);
  return once<Recorded<Group>>(writing, by, {
    async first(tx) {
      const actor = await memberActing(tx, by, writing.rights);
      await lockGroup(tx, id);
      const before = await standingGroup(tx, id);
      if (!isMadeFrom(before, change, actor)) return refuse({ kind: 'stale', value: before });
      await tx.group.update({ where: { id }, data: { ...columnsOf(set, by.at), revision: revision + 1 } });
      if (set.state !== undefined) await follow(tx, writing.rights, before, set.state, actor, by);
      if (set.joining === 'open') await admitWaiting(tx, id, actor, by);
      await refreshCards(tx, id, by.at);
      await keep(tx, by, actor, { act, object: id, old: oldFacts(before, set), new: { ...set }, why });
      return { kind: 'recorded', value: await standingGroup(tx, id) };
    },
    again: async (earlier, tx) => ({ kind: 'recorded', value: await standingGroup(tx, earlier.object) }),
  });
}

/** Whether a change was made from the group as it stands, by somebody who still holds the office by whose right they made it. */
function isMadeFrom(group: Group, change: GroupChange, actor: string): boolean {
  return group.revision === change.revision && stillHolds(change, actor, group);
}

/** What follows from a new state. */
async function follow(tx: Transaction, rights: Rights, group: Group, state: GroupState, actor: string, by: By): Promise<void> {
  const { id, channel } = group;
  if (state === 'active') await tellIfChairless(tx, rights, id, by.at);
  if (state === 'dormant') await tellLeads(tx, group, 'group put to rest', actor, by.at);
  if (group.state === 'dormant' && state === 'active') await tellLeads(tx, group, 'group woken', actor, by.at);
  if (state !== 'concluded') return;
  await endGroup(tx, group, actor, by);
  await refreshProposals(tx, { groupId: id }, by.at);
  await oweNews(tx, { kind: 'group concluded', group: id }, channel, by.at);
}

async function tellLeads(tx: Transaction, { id, leads }: Group, kind: 'group put to rest' | 'group woken', actor: string, now: Date): Promise<void> {
  const others = leads.flatMap(({ member }) => (member.id === actor ? [] : [member]));
  await oweEach(tx, others, { kind, group: id }, now);
}

/** Lets nobody else change a group, or whoever speaks for it, until this transaction has ended. */
export async function lockGroup(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM working_group WHERE id = ${id} FOR UPDATE`;
}

/** A group that forms begins once it has a chair; from then on it is asked. */
export async function beginIfForming(tx: Transaction, id: string, member: string, by: By): Promise<void> {
  const state = groupTable.forming.begin;
  const { count } = await tx.group.updateMany({
    where: { id, state: 'forming' },
    data: { state, settled: by.at, stateSince: by.at, revision: { increment: 1 } },
  });
  if (count === 0) return;
  const begun = { act: groupActs.begin, object: id, old: { state: 'forming' }, new: { state } };
  await tx.event.create({ data: lineData(by, member, begun) });
}

/** A group as it stands, which is there. */
export async function standingGroup(tx: Transaction, id: string): Promise<Group> {
  const group = await findGroup(tx, id);
  if (group === undefined) throw new Error(`there is no group ${id}`);
  return group;
}

export async function findGroup(tx: Transaction, id: string): Promise<Group | undefined> {
  const row = await rowIn<GroupRow>(tx, Prisma.sql`SELECT ${Prisma.raw(groupColumns)} FROM working_group WHERE working_group.id = ${id}`);
  return row && toGroup(row);
}

/** From a new state or schedule on, nothing is asked for that was due before. */
function columnsOf({ schedule, channel, ...others }: GroupFacts, at: Date): Prisma.GroupUpdateManyMutationInput {
  return {
    ...others,
    ...(schedule && { ...schedule, since: dateOf(schedule.since) }),
    ...(channel !== undefined && { space: channel?.space ?? null, channel: channel?.channel ?? null }),
    ...((schedule !== undefined || others.state !== undefined) && { settled: at }),
    ...(others.state !== undefined && { stateSince: at }),
  };
}

/** Those of a group's facts that a change replaces. */
function oldFacts(before: Group, set: GroupFacts): PlainFacts {
  const { name, charter = null, state, schedule, channel = null, joining } = before;
  return Object.fromEntries(Object.entries({ name, charter, state, schedule, channel, joining }).filter(([fact]) => fact in set));
}
