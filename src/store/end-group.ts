import type { Group } from '../core/group.ts';
import type { By } from '../core/store.ts';
import { endAsking } from './end-asking.ts';
import { endProposed } from './milestone-proposals.ts';
import { leaveMembership } from './office.ts';
import type { Transaction } from './record.ts';
import { oweEach, tellPeople } from './tell.ts';

/** Whoever belongs to a group that ends is credited; nobody asks or is asked anything any more. Each of them hears of it but whoever ends it (`actor`). */
export async function endGroup(tx: Transaction, { id, leads }: Group, actor: string, by: By): Promise<void> {
  await endQuestions(tx, id, actor, by.at);
  await endProposed(tx, id, actor, by);
  const others = leads.flatMap(({ member }) => (member.id === actor ? [] : [member]));
  await oweEach(tx, others, { kind: 'group concluded', group: id }, by.at);
  await creditEverybody(tx, id, by.at);
}

/** Ends what people ask of a group, and what it asks of them. */
async function endQuestions(tx: Transaction, group: string, actor: string, now: Date): Promise<void> {
  const others = { groupId: group, memberId: { not: actor } };
  const asking = await tx.membership.findMany({ where: { ...others, state: 'asked' }, select: { memberId: true } });
  const asked = await tx.chairOffer.findMany({ where: others, select: { memberId: true } });
  await tellPeople(tx, asking.map(idOf), { kind: 'asked no more', group, what: 'join' }, now);
  await tellPeople(tx, asked.map(idOf), { kind: 'asked no more', group, what: 'chair' }, now);
  await endAsking(tx, group);
  await tx.chairOffer.deleteMany({ where: { groupId: group } });
}

function idOf({ memberId }: { readonly memberId: string }): string {
  return memberId;
}

async function creditEverybody(tx: Transaction, id: string, now: Date): Promise<void> {
  await leaveMembership(tx, id, now);
  await tx.$executeRaw`INSERT INTO membership (group_id, member_id, role, state, since)
    SELECT group_id, member_id, role, 'left', ${now} FROM lead WHERE group_id = ${id}
    ON CONFLICT (group_id, member_id) DO UPDATE SET role = excluded.role, state = 'left', since = excluded.since`;
  await tx.lead.deleteMany({ where: { groupId: id } });
}
