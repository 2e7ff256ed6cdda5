import { randomUUID } from 'node:crypto';
import { type Account, platformOf, type SpaceKey } from '../core/account.ts';
import type { By } from '../core/store.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Transaction } from './record.ts';
import type { Rights } from './rights.ts';
import { storableText } from './storable.ts';

/** The member behind whoever acts; an account's first write makes it one, and each says that its member is reached there. */
export async function memberActing(tx: Transaction, by: By, rights: Rights): Promise<string> {
  await noteBack(tx, by);
  const known = await tx.account.findUnique({ where: { key: by.account } });
  const told = { acted: by.at, ...(by.locale !== undefined && { locale: storableText(by.locale) }) };
  if (known === null) return addMember(tx, { key: by.account, space: by.space ?? null, actedIn: by.space ?? null, ...told }, by.at);
  const moves = by.space !== undefined && known.space !== by.space && !(await isAccepted(tx, known.space, rights));
  // Linked meanwhile, it is somebody else's by now: what the update finds is right.
  const { memberId } = await tx.account.update({
    where: { key: by.account },
    data: { ...told, ...(by.space !== undefined && { actedIn: by.space }), ...(moves && { space: by.space }) },
  });
  return memberId;
}

/** Whoever acts from a space shows that the bot is there again: its people are reached there from now on, and none of them is forgotten with it. */
async function noteBack(tx: Transaction, { space, at }: Pick<By, 'space' | 'at'>): Promise<void> {
  if (space !== undefined) await tx.space.updateMany({ where: { key: storableText(space), goneAt: { lt: at } }, data: { goneAt: null } });
}

/** The member behind an account, which stays theirs until this transaction ends: nobody links or parts it meanwhile. */
export async function memberHeld(tx: Transaction, account: Account): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ readonly member: string }[]>`SELECT member_id::text AS member FROM account WHERE key = ${account} FOR UPDATE`;
  return rows[0]?.member;
}

/** The member that the account of whoever acts made when it was new: that stays, however accounts are linked and parted. */
export async function originOf(tx: Transaction, { account }: Pick<By, 'account'>): Promise<string> {
  return (await tx.account.findUniqueOrThrow({ where: { key: account }, select: { origin: true } })).origin;
}

/** The origins of all accounts of a member. */
export async function originsOf(tx: Transaction, memberId: string): Promise<string[]> {
  const accounts = await tx.account.findMany({ where: { memberId }, select: { origin: true }, orderBy: { origin: 'asc' } });
  return accounts.map(({ origin }) => origin);
}

async function isAccepted(tx: Transaction, space: SpaceKey | null, rights: Rights): Promise<boolean> {
  if (space === null || rights.accepts(space)) return space !== null;
  return (await tx.space.count({ where: { key: space, state: 'accepted', goneAt: null } })) > 0;
}

/** The member behind an account that somebody else names, from a space of the same platform as far as is known. What is told of their language counts until they act. */
export async function memberNamed(tx: Transaction, account: Account, { space, at }: Pick<By, 'space' | 'at'>, locale?: string): Promise<string> {
  const known = await tx.account.findUnique({ where: { key: account } });
  const told = locale === undefined ? {} : { locale: storableText(locale) };
  if (known !== null && known.acted === null) await tx.account.updateMany({ where: { key: account, acted: null }, data: told });
  const near = space !== undefined && platformOf(space) === platformOf(account) ? space : null;
  return known?.memberId ?? addMember(tx, { key: account, space: near, acted: null, actedIn: null, ...told }, at);
}

type AccountFacts = {
  readonly key: Account;
  readonly space: SpaceKey | null;
  readonly acted: Date | null;
  readonly actedIn: SpaceKey | null;
  readonly locale?: string;
};

async function addMember(tx: Transaction, account: AccountFacts, at: Date): Promise<string> {
  const id = randomUUID();
  await tx.member.create({ data: { id, created: at } });
  await tx.account.create({ data: { ...account, platform: platformOf(account.key), memberId: id, origin: id } });
  // Whoever left and is back decides no more than before on what they had proposed.
  await tx.proposal.updateMany({ where: { fingerprints: { has: fingerprintOf(account.key) } }, data: { origins: { push: id } } });
  return id;
}
