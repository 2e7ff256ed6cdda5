import type { Account } from '../core/account.ts';
import { languageOf, type Member, type ReminderWay, reminderWays } from '../core/member.ts';
import { Prisma } from './generated/client.ts';
import type { Transaction } from './record.ts';
import type { Rights } from './rights.ts';
import { isCutOff } from './rows/member-row.ts';

/** What is read of a person to ask or tell them something. */
const personFields = {
  id: true,
  language: true,
  zone: true,
  reminders: true,
  awayFrom: true,
  awayTo: true,
  awayZone: true,
  accounts: { select: { key: true, locale: true }, orderBy: [{ acted: { sort: 'desc', nulls: 'last' } }, { key: 'asc' }] },
} as const satisfies Prisma.MemberSelect;

type PersonRow = Prisma.MemberGetPayload<{ select: typeof personFields }>;

/** Which of these accounts nobody can write to, since the bot has left their spaces. */
export async function accountsCutOff(tx: Transaction, keys: readonly Account[]): Promise<ReadonlySet<Account>> {
  const rows = await tx.$queryRaw<{ readonly key: Account }[]>`SELECT account.key FROM (
    SELECT named.key, account.space, account.acted_in FROM unnest(${[...keys]}::text[]) AS named(key) LEFT JOIN account ON account.key = named.key
  ) AS account WHERE ${Prisma.raw(isCutOff)}`;
  return new Set(rows.map(({ key }) => key));
}

async function toPeople(tx: Transaction, rows: readonly PersonRow[]): Promise<Member[]> {
  const cutOff = await accountsCutOff(
    tx,
    rows.flatMap(({ accounts }) => accounts.map(({ key }) => key)),
  );
  return rows.map((row) => toPerson(row, cutOff));
}

function toPerson({ id, accounts, language, zone, reminders, awayFrom, awayTo, awayZone }: PersonRow, cutOff: ReadonlySet<Account>): Member {
  const reached = nearestFirst(accounts, cutOff);
  const tongue = languageOf(language) ?? languageOf(reached[0]?.locale);
  return {
    id,
    accounts: reached.map(({ key }) => key),
    ...(tongue && { language: tongue }),
    ...(zone !== null && { zone }),
    reminders: wayOf(reminders),
    ...(awayFrom !== null && { absence: { from: awayFrom, ...(awayTo !== null && { to: awayTo }), ...(awayZone !== null && { zone: awayZone }) } }),
  };
}

/** Nobody sits at a terminal all day, and what the bot has left reaches nobody. */
function nearestFirst(accounts: PersonRow['accounts'], cutOff: ReadonlySet<Account>): PersonRow['accounts'] {
  const distance = ({ key }: PersonRow['accounts'][number]): number => (cutOff.has(key) ? 2 : Number(key.startsWith('terminal:')));
  return accounts.toSorted((one, other) => distance(one) - distance(other));
}

function wayOf(text: string): ReminderWay {
  return reminderWays.find((way) => way === text) ?? 'direct';
}

/**
 * Everybody who leads: those appointed or by claim, and those whom the configuration names. They are reached on the accounts that hold the right, and
 * none of them is forgotten until this transaction ends.
 */
export async function coordinatorsOf(tx: Transaction, rights: Rights): Promise<Member[]> {
  const leading = { OR: [{ coordinatorSince: { not: null } }, { key: { in: [...rights.named] } }] };
  // Where accounts are being linked or parted this waits, and finds whose they are by then.
  const found = await tx.$queryRaw<{ readonly member: string }[]>`SELECT member_id::text AS member FROM account
    WHERE coordinator_since IS NOT NULL OR key = ANY (${[...rights.named]}::text[]) ORDER BY key FOR KEY SHARE`;
  const ids = await hold(
    tx,
    found.map(({ member }) => member),
  );
  const rows = await tx.member.findMany({
    where: { id: { in: [...ids] }, accounts: { some: leading } },
    select: { ...personFields, accounts: { ...personFields.accounts, where: leading } },
    orderBy: [{ created: 'asc' }, { id: 'asc' }],
  });
  const known = await toPeople(tx, rows);
  const accounts = new Set(known.flatMap((member) => member.accounts));
  const strangers = rights.named.filter((account) => !accounts.has(account));
  return [...known, ...strangers.map((account): Member => ({ id: '', accounts: [account], reminders: 'direct' }))];
}

/** People by their surrogate ids, in no order, as whom they have become; whoever left is not among them, and nobody is forgotten until this transaction ends. */
export async function peopleBy(tx: Transaction, ids: readonly string[]): Promise<Member[]> {
  const held = await hold(tx, ids);
  const rows = await tx.member.findMany({ where: { id: { in: [...held] } }, select: personFields });
  return toPeople(tx, rows);
}

/** Whoever is forgotten takes with them what is owed to them, which must stand by then; whoever is linked meanwhile is held as whom they become. */
async function hold(tx: Transaction, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ readonly id: string }[]>`SELECT id::text FROM member WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR KEY SHARE`;
  const held = rows.map(({ id }) => id);
  const gone = ids.filter((id) => !held.includes(id));
  const become = gone.length === 0 ? [] : await tx.memberAlias.findMany({ where: { id: { in: gone } }, select: { memberId: true } });
  if (become.length === 0) return held;
  return [
    ...held,
    ...(await hold(
      tx,
      become.map(({ memberId }) => memberId),
    )),
  ];
}
