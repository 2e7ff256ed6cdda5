import { roleFor } from '../establish.ts';
import type { Transaction } from '../record.ts';

/** A proposal that has become a group. */
type Established = { readonly proposal: string; readonly group: string };

/** The groups that have come since of what somebody proposed or volunteers for. */
export async function establishedSince(tx: Transaction, memberId: string, since: Date): Promise<readonly Established[]> {
  const own = { groupId: { not: null }, OR: [{ member: memberId }, { offers: { some: { memberId } } }] };
  const rows = await tx.proposal.findMany({ where: own, select: { id: true, groupId: true }, orderBy: { number: 'asc' } });
  const all = rows.flatMap(({ id, groupId }) => (groupId === null ? [] : [{ proposal: id, group: groupId }]));
  const where = { act: 'group established', at: { gte: since }, object: { in: all.map(({ group }) => group) } };
  const events = await tx.event.findMany({ where, select: { object: true } });
  return all.filter(({ group }) => events.some(({ object }) => object === group));
}

/** Two who have parted belong to what was established while they were one as who proposed it or volunteers for it by themselves, unless they left it. */
export async function shareEstablished(tx: Transaction, { proposal, group }: Established, older: string, younger: string): Promise<void> {
  const [first, second] = [await roleOf(tx, proposal, older), await roleOf(tx, proposal, younger)];
  const where = { groupId: group, memberId: { in: [older, younger] } };
  if (first === undefined && second !== undefined) await tx.membership.updateMany({ where, data: { memberId: younger } });
  const held = [...(await tx.lead.findMany({ where })), ...(await tx.membership.findMany({ where }))];
  const since = held.find((one) => !('state' in one) || one.state === 'in')?.since;
  for (const [memberId, role] of [[older, first] as const, [younger, second] as const]) {
    const lacks = role !== undefined && held.every((one) => one.memberId !== memberId);
    if (since !== undefined && lacks) await tx.membership.create({ data: { groupId: group, memberId, role, state: 'in', since } });
  }
}

/** As what somebody would belong to the group that came of a proposal. */
async function roleOf(tx: Transaction, proposalId: string, memberId: string): Promise<string | undefined> {
  if ((await tx.proposal.count({ where: { id: proposalId, member: memberId } })) > 0) return roleFor('lead');
  const offer = await tx.offer.findUnique({ where: { proposalId_memberId: { proposalId, memberId } }, select: { kind: true } });
  return offer === null ? undefined : roleFor(offer.kind);
}
