import type { Role } from '../core/group.ts';
import { Prisma } from './generated/client.ts';
import type { Transaction } from './record.ts';

/** Somebody in a group. */
type Place = { readonly groupId: string; readonly memberId: string };

/** What somebody was in a group, as a line of the record keeps it: an office, else what they belonged to it as. */
type Was = { readonly role: string; readonly state?: string };

/** An office from an instant on, and the origin of the account that it is given to. */
type Office = { readonly role: Role; readonly since: Date; readonly origin: string };

/** Makes somebody a chair or deputy, and answers what they were; undefined where they were nothing. */
export async function takeOffice(tx: Transaction, place: Place, office: Office): Promise<Was | undefined> {
  const held = await tx.lead.findUnique({ where: { groupId_memberId: place }, select: { role: true } });
  const belonged = await tx.membership.findUnique({ where: { groupId_memberId: place }, select: { role: true, state: true } });
  await tx.lead.upsert({ where: { groupId_memberId: place }, create: { ...place, ...office }, update: office });
  await tx.membership.deleteMany({ where: place });
  return held ?? belonged ?? undefined;
}

/** Whoever leaves an office still belongs to the group, and is credited for the office whatever comes of that. */
export async function leaveOffice(tx: Transaction, place: Place, role: string, since: Date): Promise<void> {
  await tx.lead.delete({ where: { groupId_memberId: place } });
  const belongs = { role: 'member', state: 'in', credit: role, since };
  await tx.membership.upsert({ where: { groupId_memberId: place }, create: { ...place, ...belongs }, update: belongs });
}

/** Whoever belongs to a group, or one of them, leaves it: credited for an office that they held, else as what they are. */
export async function leaveMembership(tx: Transaction, group: string, at: Date, member?: string): Promise<void> {
  const who = member === undefined ? Prisma.empty : Prisma.sql`AND member_id = ${member}::uuid`;
  await tx.$executeRaw`UPDATE membership SET state = 'left', role = CASE WHEN credit IN ('chair', 'deputy') THEN credit ELSE role END, credit = NULL, since = ${at}
    WHERE group_id = ${group} AND state = 'in' ${who}`;
}
