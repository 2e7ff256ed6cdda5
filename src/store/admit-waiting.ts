import type { By } from '../core/store.ts';
import { lineData, type Transaction } from './record.ts';
import { tellPeople } from './tell.ts';

/** Lets in whoever waits to belong to a group, now that it is open, and tells them. */
export async function admitWaiting(tx: Transaction, group: string, actor: string, by: By): Promise<void> {
  const asked = { groupId: group, state: 'asked' };
  const waiting = (await tx.membership.findMany({ where: asked, select: { memberId: true }, orderBy: { since: 'asc' } })).map(({ memberId }) => memberId);
  await tx.membership.updateMany({ where: asked, data: { state: 'in', since: by.at } });
  await tellPeople(tx, waiting, { kind: 'join answered', group, admitted: true }, by.at);
  await tx.event.createMany({ data: waiting.map((member) => lineData(by, actor, { act: 'member admitted', object: group, new: { member } })) });
}
