import type { Group, GroupChange, GroupFacts } from '../core/group.ts';
import type { By, Recorded } from '../core/store.ts';
import { dateOf } from './day-column.ts';
import { Prisma } from './generated/client.ts';
import { type GroupRow, groupColumns, toGroup } from './group-row.ts';
import { memberActing, type Writing } from './members.ts';
import { keep, once, rowIn, type Transaction } from './record.ts';
import { storable } from './storable.ts';

/** Records a decision about a group, unless it was made from a state that no longer stands. */
export function recordGroup({ client, rights }: Writing, change: GroupChange, by: By): Promise<Recorded<Group>> {
  const { act, id, revision, why } = change;
  const set = storable(change.set);
  return once<Recorded<Group>>(client, by, {
    async first(tx) {
      const before = await standingGroup(tx, id);
      const { count } = await tx.group.updateMany({ where: { id, revision }, data: { ...columnsOf(set, by.at), revision: revision + 1 } });
      if (count === 0) return { kind: 'stale', value: await standingGroup(tx, id) };
      await keep(tx, by, await memberActing(tx, by, rights), { act, object: id, old: oldFacts(before, set), new: { ...set }, why });
      return { kind: 'recorded', value: await standingGroup(tx, id) };
    },
    again: async (earlier, tx) => ({ kind: 'recorded', value: await standingGroup(tx, earlier.object) }),
  });
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
  };
}

/** Those of a group's facts that a change replaces. */
function oldFacts(before: Group, set: GroupFacts): Prisma.InputJsonObject {
  const { name, charter = null, state, schedule, channel = null } = before;
  return Object.fromEntries(Object.entries({ name, charter, state, schedule, channel }).filter(([fact]) => fact in set));
}
