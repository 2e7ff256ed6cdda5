import type { Account } from '../../core/account.ts';
import { countAnew } from '../balance.ts';
import { originsOf } from '../members.ts';
import { refreshCards } from '../posted-cards.ts';
import type { Line, Transaction } from '../record.ts';
import { lockGroup } from '../record-group.ts';
import { type Brought, giveBack } from './brought.ts';
import { establishedSince, shareEstablished } from './share-established.ts';

/** One member that became of two: the id of the one that is no more, and the accounts that would go back to it. */
type Merge = Pick<AliasRow, 'id' | 'at' | 'brought'> & { readonly inside: readonly string[]; readonly accounts: readonly Account[] };

type AliasRow = { readonly id: string; readonly into: string; readonly at: Date; readonly brought: Brought };

/** Who two accounts have become, and what the record says of the offices that changed hands with it. */
type Parted = { readonly from: string; readonly member: string; readonly account: Account; readonly lines: readonly Line[] };

/** Parts the accounts of a member that were linked last: the id under which they acted before is theirs again, with what they had. */
export async function part(tx: Transaction, memberId: string, at: Date): Promise<Parted | undefined> {
  await tx.$queryRaw`SELECT key FROM account WHERE member_id = ${memberId}::uuid ORDER BY key FOR UPDATE`;
  await tx.$queryRaw`SELECT id FROM member WHERE id = ${memberId}::uuid FOR UPDATE`;
  const merge = await lastMerge(tx, memberId);
  const [account] = merge?.accounts ?? [];
  if (merge === undefined || account === undefined) return undefined;
  const { id, inside, accounts, brought } = merge;
  const established = await establishedSince(tx, memberId, merge.at);
  const founded = established.map(({ group }) => group);
  const led = (await officesOf(tx, [memberId])).map(({ groupId }) => groupId);
  const objects = [...new Set([...brought.objects.map((one) => one.object), ...founded, ...led])].toSorted();
  const groups = objects.filter((object) => object.startsWith('wg'));
  for (const group of groups) await lockGroup(tx, group);
  await tx.member.create({ data: { id, created: new Date(brought.created) } });
  await tx.memberAlias.delete({ where: { id } });
  await tx.memberAlias.updateMany({ where: { id: { in: [...inside] } }, data: { memberId: id } });
  await tx.account.updateMany({ where: { key: { in: [...accounts] } }, data: { memberId: id } });
  const before = await officesOf(tx, [memberId]);
  await countAnew(tx, memberId);
  await giveBack(tx, brought, { from: memberId, to: id, origins: inside }, founded);
  const after = await officesOf(tx, [memberId, id]);
  const lines = groups.flatMap((group) => [memberId, id].flatMap((one) => lineOf(group, one, officeIn(before, group, one), officeIn(after, group, one))));
  await tx.proposal.updateMany({ where: { member: memberId, origin: { in: [...inside] } }, data: { member: id } });
  for (const one of established) await shareEstablished(tx, one, memberId, id);
  const proposals = await tx.proposal.findMany({ where: { member: { in: [memberId, id] } }, select: { id: true } });
  for (const object of new Set([...objects, ...proposals.map((one) => one.id)])) await refreshCards(tx, object, at);
  return { from: memberId, member: id, account, lines };
}

type Office = { readonly groupId: string; readonly memberId: string; readonly role: string };

function officesOf(tx: Transaction, members: readonly string[]): Promise<Office[]> {
  return tx.lead.findMany({ where: { memberId: { in: [...members] } }, select: { groupId: true, memberId: true, role: true } });
}

function officeIn(offices: readonly Office[], group: string, member: string): string | undefined {
  return offices.find(({ groupId, memberId }) => groupId === group && memberId === member)?.role;
}

/** What became of somebody's office in a group. */
function lineOf(group: string, member: string, was: string | undefined, is: string | undefined): Line[] {
  if (was === is) return [];
  const old = was === undefined ? {} : { old: { role: was } };
  const appointed = is === 'chair' ? 'chair appointed' : 'deputy appointed';
  return [{ act: is === undefined ? 'lead left' : appointed, object: group, ...old, new: { member } }];
}

/** The last merge that still has accounts on both of its sides: some may have been erased since. */
async function lastMerge(tx: Transaction, memberId: string): Promise<Merge | undefined> {
  const accounts = await tx.account.findMany({ where: { memberId }, orderBy: { key: 'asc' } });
  const aliases = await tx.$queryRaw<AliasRow[]>`
    SELECT id::text, into_id::text AS into, at, brought FROM member_alias WHERE member_id = ${memberId}::uuid ORDER BY at DESC, id`;
  const lastInto = (root: string): Merge | undefined => {
    for (const { id, at, brought } of aliases.filter(({ into }) => into === root)) {
      const inside = within(id, aliases);
      const going = accounts.filter(({ origin }) => inside.includes(origin)).map(({ key }) => key);
      if (going.length === accounts.length) return lastInto(id);
      if (going.length > 0) return { id, at, inside, accounts: going, brought };
    }
    return undefined;
  };
  return lastInto(memberId);
}

/** Forgets what the members had of whose accounts none is left: nothing can go back to them. */
export async function forgetBrought(tx: Transaction, memberId: string): Promise<void> {
  const origins = await originsOf(tx, memberId);
  const aliases = await tx.memberAlias.findMany({ where: { memberId }, select: { id: true, into: true } });
  const gone = aliases.filter(({ id }) => !within(id, aliases).some((one) => origins.includes(one))).map(({ id }) => id);
  await tx.$executeRaw`UPDATE member_alias SET brought = jsonb_build_object('created', brought -> 'created', 'objects', '[]'::jsonb, 'pointed', '[]'::jsonb)
    WHERE id = ANY (${gone}::uuid[])`;
}

/** A member that is no more, and those that had become it before. */
function within(id: string, aliases: readonly { readonly id: string; readonly into: string }[]): readonly string[] {
  return [id, ...aliases.filter(({ into }) => into === id).flatMap((one) => within(one.id, aliases))];
}
