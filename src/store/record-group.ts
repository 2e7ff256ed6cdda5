import type { Appointment, Group, GroupChange } from '../core/group.ts';
import type { By, Recorded } from '../core/store.ts';
import type { Prisma } from './generated/client.ts';
import { type GroupRow, groupColumns, toGroup, toGroupColumns } from './group-row.ts';
import { memberActing, memberNamed, type Writing } from './members.ts';
import { keep, once, type Transaction } from './record.ts';
import { storable } from './storable.ts';

/** Records a decision about a group, unless it was made from a state that no longer stands. */
export function recordGroup({ client, rights }: Writing, { act, id, revision, set: facts, why }: GroupChange, by: By): Promise<Recorded<Group>> {
  const set = storable(facts);
  return once<Recorded<Group>>(client, by, {
    async first(tx) {
      const before = await groupBy(tx, id);
      const { count } = await tx.group.updateMany({ where: { id, revision }, data: { ...toGroupColumns(set, by.at), revision: revision + 1 } });
      const value = await groupBy(tx, id);
      if (count === 0) return { kind: 'stale', value };
      await keep(tx, by, await memberActing(tx, by, rights), { act, object: id, old: oldFacts(before, set), new: set, why });
      return { kind: 'recorded', value };
    },
    again: async ({ object }, tx) => ({ kind: 'recorded', value: await groupBy(tx, object) }),
  });
}

/** Those of a group's facts that a change replaces. */
function oldFacts(before: Group, set: GroupChange['set']): Prisma.InputJsonObject {
  const { name, charter = null, state, schedule, channel = null } = before;
  return storable(Object.fromEntries(Object.entries({ name, charter, state, schedule, channel }).filter(([fact]) => fact in set)));
}

/** Makes somebody a chair or deputy of a group, or ends that; undefined when there is no such group. */
export function appoint({ client, rights }: Writing, { group, account, role }: Appointment, by: By): Promise<Group | undefined> {
  return once<Group | undefined>(client, by, {
    async first(tx) {
      if ((await tx.group.count({ where: { id: group } })) === 0) return undefined;
      const named = await memberNamed(tx, account, by.at);
      const act = role === undefined ? await dismiss(tx, group, named) : await makeLead(tx, { group, named, role, at: by.at });
      if (act !== undefined) await keep(tx, by, await memberActing(tx, by, rights), { act, object: group, new: { member: named } });
      return groupBy(tx, group);
    },
    again: ({ object }, tx) => groupBy(tx, object),
  });
}

type NewLead = { readonly group: string; readonly named: string; readonly role: string; readonly at: Date };

/** What the record says of it; undefined when they are that already. */
async function makeLead(tx: Transaction, { group, named, role, at }: NewLead): Promise<string | undefined> {
  const key = { groupId_memberId: { groupId: group, memberId: named } };
  const before = await tx.lead.findUnique({ where: key });
  if (before?.role === role) return undefined;
  await tx.lead.upsert({ where: key, create: { groupId: group, memberId: named, role, since: at }, update: { role, since: at } });
  return `${role} appointed`;
}

async function dismiss(tx: Transaction, group: string, named: string): Promise<string | undefined> {
  const { count } = await tx.lead.deleteMany({ where: { groupId: group, memberId: named } });
  return count === 0 ? undefined : 'lead dismissed';
}

const groupQuery = `SELECT row_to_json(facts) AS "group" FROM (SELECT ${groupColumns} FROM working_group WHERE working_group.id = $1) AS facts`;

/** A group as it stands. */
export async function groupBy(tx: Transaction, id: string): Promise<Group> {
  const [row] = await tx.$queryRawUnsafe<{ readonly group: GroupRow }[]>(groupQuery, id);
  if (row === undefined) throw new Error(`there is no group ${id}`);
  return toGroup(row.group);
}
