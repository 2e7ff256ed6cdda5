import type { Forgotten } from '../core/personal.ts';
import type { By } from '../core/store.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Going, tellAsker, tellOfGoing } from './group-news.ts';
import { tellLeadership } from './leadership.ts';
import { memberHeld } from './members.ts';
import { targetOf } from './owe-messages.ts';
import { refreshCards } from './posted-cards.ts';
import { lineData, once, type Transaction, type Writing } from './record.ts';
import { lockGroup } from './record-group.ts';
import type { Rights } from './rights.ts';
import { openOnes } from './rows/proposal-row.ts';
import { storableText } from './storable.ts';
import { takeTurns } from './turns.ts';

/** Forgets whoever acts from an account, with all their accounts. */
export function forget(writing: Writing, by: By): Promise<Forgotten> {
  return once<Forgotten>(writing, by, {
    async first(tx) {
      await takeTurns(tx, 'leadership');
      const member = await memberHeld(tx, by.account);
      if (member === undefined) return forgetNobody(tx, by.account);
      // Whoever got a coordinator to link an account must not be able to leave the coalition without one.
      const others = await tx.account.findMany({ where: { memberId: member, key: { not: by.account } }, select: { key: true, coordinatorSince: true } });
      if (others.some(({ key, coordinatorSince }) => coordinatorSince !== null || writing.rights.isCoordinator(key))) return { kind: 'coordinates' };
      await eraseMember(tx, writing.rights, member, by.at, by.key);
      return { kind: 'forgotten', proposals: await stillOpen(tx, member, [by.account, ...others.map(({ key }) => key)]) };
    },
    again: async ({ object }, tx) => ({ kind: 'forgotten', proposals: await stillOpen(tx, object, [by.account]) }),
  });
}

/** Forgets what was sent to somebody who is nobody, or no longer anybody. */
async function forgetNobody(tx: Transaction, account: string): Promise<Forgotten> {
  const messages = await forgetMessages(tx, [account]);
  const proposals = await stillOpen(tx, null, [account]);
  return messages + proposals.length > 0 ? { kind: 'forgotten', proposals } : { kind: 'nobody' };
}

/** The open proposals of somebody who has left. */
async function stillOpen(tx: Transaction, member: string | null, accounts: readonly string[]): Promise<readonly string[]> {
  const known = { fingerprints: { hasSome: accounts.map(fingerprintOf) } };
  const where = { ...openOnes, OR: member === null ? [known] : [known, { member }] };
  const found = await tx.proposal.findMany({ where, select: { id: true }, orderBy: { number: 'asc' } });
  return found.map(({ id }) => id);
}

/**
 * Erases a member with all that hangs on them. What they did stays under a number that leads to nobody from now on. Whoever erases takes turns about
 * leadership, before they hold anything: each holds their own member, and tells the others who lead.
 */
export async function eraseMember(tx: Transaction, rights: Rights, id: string, at: Date, key?: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM member WHERE id = ${id}::uuid FOR UPDATE`;
  const groups = await groupsOf(tx, id);
  for (const group of groups) await lockGroup(tx, group);
  const offices = await tx.lead.findMany({ where: { memberId: id }, select: { groupId: true, role: true }, orderBy: { groupId: 'asc' } });
  const asked = await tx.chairOffer.findMany({ where: { memberId: id }, select: { groupId: true, asker: true } });
  const cards = await cardsNaming(tx, id);
  const accounts = await tx.account.findMany({ where: { memberId: id }, select: { key: true, origin: true } });
  await tx.chairOffer.updateMany({ where: { asker: id }, data: { asker: null, askerOrigin: null, note: null } });
  await tx.member.delete({ where: { id } });
  // Whoever owed them something held their account until it was written, and so did whoever proposed from it.
  const keys = accounts.map((account) => account.key);
  await forgetMessages(tx, keys);
  for (const account of accounts) await leaveFingerprint(tx, account);
  for (const { groupId, asker } of asked) await tellAsker(tx, groupId, asker, at);
  for (const group of groups) await tellOfGoing(tx, rights, group, goingFrom(group, offices, asked), at);
  for (const object of cards) await refreshCards(tx, object, at);
  await tellOfAbandoned(tx, rights, id, at);
  const left = offices.map(({ groupId, role }) => lineData({ at }, id, { act: 'lead left', object: groupId, old: { role } }));
  await tx.event.createMany({ data: left });
  const line = lineData({ at }, null, { act: 'member forgotten', object: id });
  await tx.event.create({ data: { ...line, ...(key !== undefined && { key: storableText(key) }) } });
}

/** Forgets what was sent to accounts, and answers how much that was; whom the configuration names is sent messages also before they ever act. */
async function forgetMessages(tx: Transaction, accounts: readonly string[]): Promise<number> {
  const { count } = await tx.message.deleteMany({ where: { target: { in: accounts.map((account) => targetOf({ kind: 'person', account })) } } });
  return count;
}

/** The groups and proposals whose cards may name somebody. */
export async function cardsNaming(tx: Transaction, memberId: string): Promise<string[]> {
  const offers = await tx.offer.findMany({ where: { memberId }, select: { proposalId: true } });
  const proposals = await tx.proposal.findMany({ where: { member: memberId }, select: { id: true } });
  return [...new Set([...(await groupsOf(tx, memberId)), ...offers.map(({ proposalId }) => proposalId), ...proposals.map(({ id }) => id)])];
}

/** Nobody can make the changes that leadership asked them for. */
async function tellOfAbandoned(tx: Transaction, rights: Rights, member: string, at: Date): Promise<void> {
  const asked = await tx.proposal.findMany({ where: { member, state: 'changes asked' }, select: { id: true }, orderBy: { number: 'asc' } });
  for (const { id } of asked) await tellLeadership(tx, rights, { kind: 'proposer gone', proposal: id }, at);
}

type In = { readonly groupId: string };

/** What somebody leaves open in a group. */
function goingFrom(group: string, offices: readonly (In & { readonly role: string })[], asked: readonly In[]): Going {
  const here = ({ groupId }: In): boolean => groupId === group;
  return { chaired: offices.some((one) => here(one) && one.role === 'chair'), asked: asked.some(here) };
}

/** An account that is erased, and who it was when it was new. */
type Erased = { readonly key: string; readonly origin: string };

/** Nobody decides on what they proposed, also not as somebody new: while it is open, their account is known again. */
export async function leaveFingerprint(tx: Transaction, { key, origin }: Erased): Promise<void> {
  const fingerprint = fingerprintOf(key);
  const where = { ...openOnes, origins: { has: origin }, NOT: { fingerprints: { has: fingerprint } } };
  await tx.proposal.updateMany({ where, data: { fingerprints: { push: fingerprint } } });
}

/** The groups that they are anything in, or are asked to chair, in the order in which everybody locks them. */
async function groupsOf(tx: Transaction, memberId: string): Promise<string[]> {
  const where = { where: { memberId }, select: { groupId: true } } as const;
  const rows = [...(await tx.lead.findMany(where)), ...(await tx.membership.findMany(where)), ...(await tx.chairOffer.findMany(where))];
  return [...new Set(rows.map(({ groupId }) => groupId))].toSorted();
}
