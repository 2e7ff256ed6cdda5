import { randomInt, randomUUID } from 'node:crypto';
import type { Account } from '../../core/account.ts';
import { codeLength, codeLetters, hasToPause, linkLives, readCode, wrongTries } from '../../core/link.ts';
import type { Notice } from '../../core/notice.ts';
import type { By } from '../../core/store.ts';
import type { Entered, LinkOffer } from '../../core/store-people.ts';
import { hashOf } from '../hash.ts';
import { memberActing, memberHeld } from '../members.ts';
import { oweMessages } from '../owe-messages.ts';
import { peopleBy } from '../people.ts';
import { type Answer, atOnce, keep, lineData, once, refuse, type Transaction, type Writing } from '../record.ts';
import { storableText } from '../storable.ts';
import { tellPeople } from '../tell.ts';
import { takeTurns } from '../turns.ts';
import { mergeInto } from './merge.ts';
import { part } from './part.ts';

/** Makes a code for the other account. A repeated act gets a new one, since the first is kept as a hash alone. */
export async function offerLink(writing: Writing, by: By, real: Date): Promise<LinkOffer> {
  const code = Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('');
  const until = new Date(real.getTime() + linkLives.code);
  const fresh = { id: randomUUID(), hash: hashOf(code), expires: until, enteredBy: null };
  const offer = async (tx: Transaction): Promise<void> => {
    await tx.linkCode.upsert({ where: { account: by.account }, create: { account: by.account, ...fresh }, update: fresh });
  };
  await once(writing, by, {
    async first(tx) {
      const member = await memberActing(tx, by, writing.rights);
      await offer(tx);
      await keep(tx, by, member, { act: 'link offered', object: member });
    },
    again: (_, tx) => offer(tx),
  });
  return { code, until };
}

/** Tries a code. Who tries takes turns with themselves, so that a thousand at once are counted as a thousand. */
export async function enterLink(writing: Writing, code: string, sure: boolean, by: By, real: Date): Promise<Entered> {
  const hash = hashOf(readCode(code));
  const looked = await atOnce(writing, (tx) => look(tx, hash, by, real));
  if (!sure || looked.kind !== 'found') return looked;
  return once<Entered>(writing, by, {
    first: (tx) => use(tx, writing, hash, by, real),
    again: ({ act }) => (act === 'link entered' ? { kind: 'entered', asker: looked.asker } : { kind: 'wrong' }),
  });
}

async function look(tx: Transaction, hash: string, { account }: By, real: Date): Promise<Entered> {
  await takeTurns(tx, 'link code', account);
  const from = new Date(real.getTime() - wrongTries.within);
  await tx.linkTry.deleteMany({ where: { at: { lte: from } } });
  const trying = hashOf(account);
  if (hasToPause(await tx.linkTry.count({ where: { hash: trying } }))) return { kind: 'paused' };
  const found = await find(tx, hash, real);
  // The sender's own repeated confirmation finds what they have entered themselves.
  if (found === undefined || (found.enteredBy !== null && found.enteredBy !== account)) {
    await tx.linkTry.create({ data: { hash: trying, at: real } });
    return { kind: 'wrong' };
  }
  return (await isOwn(tx, found.account, account)) ? { kind: 'own' } : { kind: 'found', asker: found.account };
}

async function find(
  tx: Transaction,
  hash: string,
  real: Date,
): Promise<{ readonly id: string; readonly account: Account; readonly enteredBy: Account | null } | undefined> {
  return (await tx.linkCode.findFirst({ where: { hash, expires: { gt: real } } })) ?? undefined;
}

async function isOwn(tx: Transaction, asker: Account, account: Account): Promise<boolean> {
  const both = await tx.account.findMany({ where: { key: { in: [asker, account] } }, select: { memberId: true } });
  return asker === account || (both.length > 1 && new Set(both.map(({ memberId }) => memberId)).size === 1);
}

/** Uses it up, once: of two who enter it at the same moment one does. */
async function use(tx: Transaction, { rights }: Writing, hash: string, by: By, real: Date): Promise<Answer<Entered>> {
  const member = await memberActing(tx, by, rights);
  const waits = new Date(real.getTime() + linkLives.entered);
  const { count } = await tx.linkCode.updateMany({ where: { hash, enteredBy: null, expires: { gt: real } }, data: { enteredBy: by.account, expires: waits } });
  const found = await find(tx, hash, real);
  if (count === 0 || found === undefined) return refuse({ kind: 'wrong' });
  // Where the code was asked for, and nowhere else: another account of theirs has not asked.
  await tellAccount(tx, found.account, { kind: 'link entered', link: found.id }, by.at);
  await keep(tx, by, member, { act: 'link entered', object: member });
  return { kind: 'entered', asker: found.account };
}

/** Tells one account something, in the language of its member. */
async function tellAccount(tx: Transaction, account: Account, notice: Notice, now: Date): Promise<void> {
  const { memberId } = await tx.account.findUniqueOrThrow({ where: { key: account }, select: { memberId: true } });
  const [{ language } = {}] = await peopleBy(tx, [memberId]);
  await oweMessages(tx, [{ notice, to: { kind: 'person', account }, ...(language !== undefined && { language }) }], now);
}

/** Makes one person of the two accounts: of their members the older one stays. */
export function confirmLink(writing: Writing, link: string, by: By, real: Date): Promise<Account | undefined> {
  return once<Account | undefined>(writing, by, {
    async first(tx) {
      await takeTurns(tx, 'leadership');
      const taken = await tx.$queryRaw<{ readonly enterer: Account }[]>`DELETE FROM link_code
        WHERE id::text = ${storableText(link)} AND account = ${by.account} AND entered_by IS NOT NULL AND expires > ${real} RETURNING entered_by AS enterer`;
      const enterer = taken[0]?.enterer;
      if (enterer === undefined) return undefined;
      const acting = await memberActing(tx, by, writing.rights);
      const [into, from] = await olderFirst(tx, [by.account, enterer]);
      if (into !== undefined && from !== undefined) await mergeInto(tx, from, into, by.at);
      await tellAccount(tx, enterer, { kind: 'accounts linked' }, by.at);
      await keep(tx, by, into ?? acting, { act: 'accounts linked', object: into ?? acting, ...(from !== undefined && { old: { member: from } }) });
      return enterer;
    },
    again: ({ act }, tx) => (act === 'accounts linked' ? otherAccount(tx, by.account) : undefined),
  });
}

/** The members behind two accounts, held until this transaction ends; one where they are the same person's already. */
async function olderFirst(tx: Transaction, accounts: readonly Account[]): Promise<string[]> {
  await tx.$queryRaw`SELECT key FROM account WHERE member_id IN (SELECT member_id FROM account WHERE key = ANY (${[...accounts]}::text[])) ORDER BY key FOR UPDATE`;
  const members = await tx.member.findMany({
    where: { accounts: { some: { key: { in: [...accounts] } } } },
    select: { id: true },
    orderBy: [{ created: 'asc' }, { id: 'asc' }],
  });
  return members.map(({ id }) => id);
}

/** The account with which one was linked last. */
async function otherAccount(tx: Transaction, account: Account): Promise<Account | undefined> {
  const found = await tx.$queryRaw<{ readonly key: Account }[]>`SELECT other.key FROM account AS other JOIN account AS mine ON mine.member_id = other.member_id
    LEFT JOIN member_alias ON member_alias.id = other.origin WHERE mine.key = ${account} AND other.key <> mine.key
    ORDER BY member_alias.at DESC NULLS LAST, other.key LIMIT 1`;
  return found[0]?.key;
}

/** Parts the accounts that were linked last: each of the two members has back what it had. What was done meanwhile stays with the older one. */
export function unlink(writing: Writing, by: By): Promise<Account | undefined> {
  return once<Account | undefined>(writing, by, {
    async first(tx) {
      const held = await memberHeld(tx, by.account);
      const parted = held === undefined ? undefined : await part(tx, held, by.at);
      if (parted === undefined) return undefined;
      const member = await memberActing(tx, by, writing.rights);
      await tx.event.createMany({ data: parted.lines.map((line) => lineData(by, member, line)) });
      await tellPeople(tx, [member === parted.member ? parted.from : parted.member], { kind: 'accounts parted' }, by.at);
      await keep(tx, by, member, { act: 'accounts parted', object: parted.from, new: { member: parted.member } });
      return parted.account;
    },
    again: async ({ new: parted }, tx) => {
      const id = parted !== null && typeof parted === 'object' && 'member' in parted ? parted['member'] : undefined;
      const account = typeof id === 'string' ? await tx.account.findFirst({ where: { memberId: id }, select: { key: true }, orderBy: { key: 'asc' } }) : null;
      return account?.key;
    },
  });
}
