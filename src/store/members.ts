import { randomUUID } from 'node:crypto';
import { type Account, platformOf, type SpaceKey } from '../core/account.ts';
import type { Language } from '../core/member.ts';
import type { By } from '../core/store.ts';
import type { PrismaClient } from './generated/client.ts';
import { keep, once, type Transaction } from './record.ts';
import type { Rights } from './rights.ts';

export type Writing = {
  readonly client: PrismaClient;
  readonly rights: Rights;
  /** To be called once a transaction that owed messages has committed. */
  readonly owed: () => void;
};

/** The member behind whoever acts; an account's first write makes it one. */
export async function memberActing(tx: Transaction, by: By, rights: Rights): Promise<string> {
  const known = await tx.account.findUnique({ where: { key: by.account } });
  if (known === null) return addMember(tx, by.account, by.at, by.space);
  if (by.space !== undefined && known.space !== by.space && !(await isAccepted(tx, known.space, rights))) {
    await tx.account.update({ where: { key: by.account }, data: { space: by.space } });
  }
  return known.memberId;
}

async function isAccepted(tx: Transaction, space: SpaceKey | null, rights: Rights): Promise<boolean> {
  if (space === null || rights.accepts(space)) return space !== null;
  return (await tx.space.count({ where: { key: space, state: 'accepted' } })) > 0;
}

/** The member behind an account that somebody else names. */
export async function memberNamed(tx: Transaction, account: Account, at: Date): Promise<string> {
  const known = await tx.account.findUnique({ where: { key: account } });
  return known?.memberId ?? addMember(tx, account, at, undefined);
}

async function addMember(tx: Transaction, account: Account, at: Date, space: SpaceKey | undefined): Promise<string> {
  const id = randomUUID();
  await tx.member.create({ data: { id, created: at } });
  await tx.account.create({ data: { key: account, platform: platformOf(account), space: space ?? null, memberId: id } });
  return id;
}

/** Old values of personal settings are not kept, and the record cannot forget: it says that there was a choice, not which. */
export async function setLanguage({ client, rights }: Writing, language: Language, by: By): Promise<void> {
  await once(client, by, {
    async first(tx) {
      const member = await memberActing(tx, by, rights);
      await tx.member.update({ where: { id: member }, data: { language } });
      await keep(tx, by, member, { act: 'language set', object: member });
    },
    again: () => undefined,
  });
}
