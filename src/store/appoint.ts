import type { Appointment, Group } from '../core/group.ts';
import type { By } from '../core/store.ts';
import { memberActing, memberNamed, type Writing } from './members.ts';
import { keep, once, type Transaction } from './record.ts';
import { findGroup, standingGroup } from './record-group.ts';

const acts = { chair: 'chair appointed', deputy: 'deputy appointed' } as const;

/** Makes the person behind an account a chair or deputy of a group, or ends that; what is so already is not recorded again. */
export function appoint({ client, rights }: Writing, appointment: Appointment, by: By): Promise<Group | undefined> {
  return once<Group | undefined>(client, by, {
    async first(tx) {
      if ((await findGroup(tx, appointment.group)) === undefined) return undefined;
      const done = await settle(tx, appointment, by.at);
      if (done !== undefined) {
        const { act, member } = done;
        await keep(tx, by, await memberActing(tx, by, rights), { act, object: appointment.group, new: { member } });
      }
      return standingGroup(tx, appointment.group);
    },
    again: (earlier, tx) => findGroup(tx, earlier.object),
  });
}

type Done = { readonly act: string; readonly member: string };

/** What was changed; undefined when nothing was. */
function settle(tx: Transaction, { group, account, role }: Appointment, at: Date): Promise<Done | undefined> {
  return role === undefined ? dismiss(tx, group, account) : give(tx, { group, account, role }, at);
}

async function give(tx: Transaction, { group, account, role }: Required<Appointment>, at: Date): Promise<Done | undefined> {
  const member = await memberNamed(tx, account, at);
  const groupId_memberId = { groupId: group, memberId: member };
  const before = await tx.lead.findUnique({ where: { groupId_memberId } });
  if (before?.role === role) return undefined;
  await tx.lead.upsert({ where: { groupId_memberId }, create: { ...groupId_memberId, role, since: at }, update: { role, since: at } });
  return { act: acts[role], member };
}

async function dismiss(tx: Transaction, group: string, account: string): Promise<Done | undefined> {
  const lead = await tx.lead.findFirst({ where: { groupId: group, member: { accounts: { some: { key: account } } } } });
  if (lead === null) return undefined;
  const { count } = await tx.lead.deleteMany({ where: { groupId: group, memberId: lead.memberId } });
  return count === 0 ? undefined : { act: 'lead dismissed', member: lead.memberId };
}
