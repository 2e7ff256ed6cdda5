import type { By } from '../core/store.ts';
import { endAsking } from './end-asking.ts';
import { askNoMore, tellOfGoing } from './group-news.ts';
import { memberActing, memberHeld } from './members.ts';
import { leaveMembership } from './office.ts';
import { refreshCards } from './posted-cards.ts';
import { keep, type Line, once, type Transaction, type Writing } from './record.ts';
import { lockGroup } from './record-group.ts';
import { storableText } from './storable.ts';

/** Ends whatever the sender is in a group, with the credit for it, or takes back what they asked. Where they were its last chair leadership is told. */
export function leave(writing: Writing, given: string, by: By): Promise<boolean> {
  const group = storableText(given);
  return once<boolean>(writing, by, {
    async first(tx) {
      const memberId = await memberHeld(tx, by.account);
      if (memberId === undefined) return false;
      await lockGroup(tx, group);
      const office = await leaveOffice(tx, group, memberId, by.at);
      const line = office?.line ?? (await leaveBelonging(tx, group, memberId, by.at));
      if (line === undefined) return false;
      await tellOfGoing(tx, writing.rights, group, { chaired: office?.role === 'chair', asked: await askNoMore(tx, group, memberId, by.at) }, by.at);
      await refreshCards(tx, group, by.at);
      await keep(tx, by, await memberActing(tx, by, writing.rights), line);
      return true;
    },
    again: () => true,
  });
}

type LeftOffice = { readonly role: string; readonly line: Line };

async function leaveOffice(tx: Transaction, group: string, memberId: string, at: Date): Promise<LeftOffice | undefined> {
  const groupId_memberId = { groupId: group, memberId };
  const lead = await tx.lead.findUnique({ where: { groupId_memberId } });
  if (lead === null) return undefined;
  const { role } = lead;
  await tx.lead.delete({ where: { groupId_memberId } });
  const left = { role, state: 'left', credit: null, since: at };
  await tx.membership.upsert({ where: { groupId_memberId }, create: { ...groupId_memberId, ...left }, update: left });
  return { role, line: { act: 'lead left', object: group, old: { role } } };
}

async function leaveBelonging(tx: Transaction, groupId: string, memberId: string, at: Date): Promise<Line | undefined> {
  const groupId_memberId = { groupId, memberId };
  const before = await tx.membership.findUnique({ where: { groupId_memberId } });
  if (before === null || before.state === 'left') return undefined;
  const old = { role: before.role, state: before.state };
  if (before.state === 'in') await leaveMembership(tx, groupId, at, memberId);
  else await endAsking(tx, groupId, memberId);
  return { act: before.state === 'in' ? 'member left' : 'join taken back', object: groupId, old };
}
