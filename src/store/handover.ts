import type { Handover } from '../core/membership.ts';
import type { By } from '../core/store.ts';
import type { HandedOver } from '../core/store-memberships.ts';
import { chairs, takeBackQuestions, tellAsker, tellIfNobodyIsAsked } from './group-news.ts';
import { memberActing, memberNamed, originOf } from './members.ts';
import { leaveOffice, takeOffice } from './office.ts';
import { refreshCards } from './posted-cards.ts';
import { keep, once, refuse, type Transaction, type Writing } from './record.ts';
import { beginIfForming, lockGroup, standingGroup } from './record-group.ts';
import { storable, storableText } from './storable.ts';
import { tellPeople } from './tell.ts';

/** Asks somebody to take over from the sender. Whoever they asked before is asked no more, and hears of it. */
export function handOver(writing: Writing, given: Handover, by: By): Promise<HandedOver> {
  const { group, account, note, locale } = storable(given);
  return once<HandedOver>(writing, by, {
    async first(tx) {
      const asker = await memberActing(tx, by, writing.rights);
      const member = await memberNamed(tx, account, by, locale);
      await lockGroup(tx, group);
      const hindered = await hindrance(tx, group, member, asker);
      if (hindered !== undefined) return refuse(hindered);
      await takeBackQuestions(tx, group, asker, by.at, member);
      const offer = { at: by.at, asker, askerOrigin: await originOf(tx, by), note, origin: await originOf(tx, { account }) };
      const groupId_memberId = { groupId: group, memberId: member };
      await tx.chairOffer.upsert({ where: { groupId_memberId }, create: { ...groupId_memberId, ...offer }, update: offer });
      await tellPeople(tx, [member], { kind: 'handover asked', group }, by.at);
      await keep(tx, by, asker, { act: 'handover asked', object: group, new: { member } });
      return 'asked';
    },
    again: () => 'asked',
  });
}

/** Makes the sender a chair of the group that asked them, in place of whoever hands over, who then only belongs to it. */
export function acceptChair(writing: Writing, given: string, by: By): Promise<boolean> {
  const group = storableText(given);
  return once<boolean>(writing, by, {
    async first(tx) {
      const member = await memberActing(tx, by, writing.rights);
      await lockGroup(tx, group);
      const offer = await takeOffer(tx, group, member);
      if (offer === undefined) return refuse(false);
      const old = await takeOffice(tx, { groupId: group, memberId: member }, { role: 'chair', since: by.at, origin: offer.origin });
      const from = await takeOverFrom(tx, group, offer.asker === member ? null : offer.asker, by.at);
      await beginIfForming(tx, group, member, by);
      await refreshCards(tx, group, by.at);
      const now = { member, ...(from !== undefined && { from }) };
      await keep(tx, by, member, { act: 'chair accepted', object: group, ...(old !== undefined && { old }), new: now });
      return true;
    },
    again: ({ act }) => act === 'chair accepted',
  });
}

/** The sender does not want to chair the group. Whoever asked them hears of it; leadership does where nobody is left to be asked. */
export function declineChair(writing: Writing, given: string, by: By): Promise<boolean> {
  const group = storableText(given);
  return once<boolean>(writing, by, {
    async first(tx) {
      const member = await memberActing(tx, by, writing.rights);
      await lockGroup(tx, group);
      const offer = await takeOffer(tx, group, member);
      if (offer === undefined) return refuse(false);
      await tellIfNobodyIsAsked(tx, writing.rights, group, by.at);
      await tellAsker(tx, group, offer.asker, by.at);
      await keep(tx, by, member, { act: 'chair declined', object: group, new: { member } });
      return true;
    },
    again: ({ act }) => act === 'chair declined',
  });
}

/** Nobody is asked any more to take over from the sender. */
export function recallHandover(writing: Writing, given: string, by: By): Promise<boolean> {
  const group = storableText(given);
  return once<boolean>(writing, by, {
    async first(tx) {
      const member = await memberActing(tx, by, writing.rights);
      await lockGroup(tx, group);
      if ((await takeBackQuestions(tx, group, member, by.at)) === 0) return refuse(false);
      await keep(tx, by, member, { act: 'handover taken back', object: group });
      return true;
    },
    again: () => true,
  });
}

/** Why somebody cannot be asked to take over a group that is locked. */
async function hindrance(tx: Transaction, group: string, member: string, asker: string): Promise<Exclude<HandedOver, 'asked'> | undefined> {
  if (member === asker) return 'own';
  if ((await standingGroup(tx, group)).state === 'concluded' || !(await chairs(tx, group, asker))) return 'changed';
  if (await chairs(tx, group, member)) return 'chairs already';
  return (await isAskedByAnother(tx, group, member, asker)) ? 'asked already' : undefined;
}

async function isAskedByAnother(tx: Transaction, groupId: string, memberId: string, asker: string): Promise<boolean> {
  const offer = await tx.chairOffer.findUnique({ where: { groupId_memberId: { groupId, memberId } }, select: { asker: true } });
  return offer !== null && offer.asker !== null && offer.asker !== asker;
}

async function takeOffer(tx: Transaction, groupId: string, memberId: string): Promise<{ readonly asker: string | null; readonly origin: string } | undefined> {
  const offer = await tx.chairOffer.findUnique({ where: { groupId_memberId: { groupId, memberId } }, select: { asker: true, origin: true } });
  if (offer === null) return undefined;
  await tx.chairOffer.delete({ where: { groupId_memberId: { groupId, memberId } } });
  return offer;
}

/** Ends the office of whoever hands over, where they still hold it, and tells them. */
async function takeOverFrom(tx: Transaction, groupId: string, asker: string | null, at: Date): Promise<string | undefined> {
  if (asker === null) return undefined;
  const place = { groupId, memberId: asker };
  if ((await tx.lead.count({ where: { ...place, role: 'chair' } })) === 0) return undefined;
  await leaveOffice(tx, place, 'chair', at);
  await tellPeople(tx, [asker], { kind: 'handover done', group: groupId }, at);
  return asker;
}
