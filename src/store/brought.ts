import { isDeepStrictEqual } from 'node:util';
import { Prisma } from './generated/client.ts';
import type { Transaction } from './record.ts';

/** A row by which a member is something, in a group, on a topic or for a proposal, without the member. */
type Part = { readonly table: keyof typeof objects; readonly row: Prisma.JsonObject };
type Held = Part & { readonly member: string; readonly object: string };

/** A column that named one member and names the other now, with what finds its rows. */
export type Pointed = { readonly table: string; readonly column: string; readonly key: string; readonly keys: string[] };

/** What two members had to do with one object: each before they were linked, and both together right afterwards. All empty where one of them had nothing. */
type BroughtObject = { readonly object: string; readonly mine: Part[]; readonly theirs: Part[]; readonly together: Part[] };

/** What a member had when another became of it. */
export type Brought = {
  readonly created: string;
  readonly objects: BroughtObject[];
  readonly pointed: Pointed[];
  /** The settings that it had and the other had not, by their columns. */
  readonly settings?: string[];
  /** What it had set where the other had as well. */
  readonly chosen?: Record<string, string>;
};

const objects = { lead: 'group_id', membership: 'group_id', interest: 'topic_id', offer: 'proposal_id' } as const;

/** All that members are, row by row. */
export async function heldBy(tx: Transaction, members: readonly string[]): Promise<readonly Held[]> {
  const parts = Object.entries(objects).map(([table, column]) => {
    const [name, key] = [Prisma.raw(table), Prisma.raw(column)];
    return Prisma.sql`SELECT ${table} AS table, member_id::text AS member, ${key} AS object, to_jsonb(${name}) - 'member_id' AS row
      FROM ${name} WHERE member_id = ANY (${[...members]}::uuid[])`;
  });
  return tx.$queryRaw<Held[]>(Prisma.sql`${Prisma.join(parts, ' UNION ALL ')} ORDER BY "table", object, member`);
}

/** Object by object what one of two brought, from what both had and what they have together. Where only one had something, that it moves is enough. */
export function broughtObjects(before: readonly Held[], after: readonly Held[], from: string): BroughtObject[] {
  const own = before.filter(({ member }) => member === from);
  const others = before.filter(({ member }) => member !== from);
  return [...new Set(own.map((one) => one.object))].map((id) => {
    const theirs = partsOf(others, id);
    return theirs.length === 0
      ? { object: id, mine: [], theirs: [], together: [] }
      : { object: id, mine: partsOf(own, id), theirs, together: partsOf(after, id) };
  });
}

function partsOf(rows: readonly Held[], id: string): Part[] {
  return rows.filter((one) => one.object === id).map(({ table, row: facts }) => ({ table, row: facts }));
}

/** Gives a member back what it brought, as far as the one that it became still has it. */
export async function giveBack(
  tx: Transaction,
  { objects: all, pointed: named, settings = [], chosen = {} }: Brought,
  from: string,
  to: string,
): Promise<void> {
  const now = await heldBy(tx, [from]);
  for (const one of all) await giveObject(tx, one, partsOf(now, one.object), from, to);
  for (const { table, column, key, keys } of named) {
    const [name, pointer, id] = [Prisma.raw(table), Prisma.raw(column), Prisma.raw(key)];
    await tx.$executeRaw`UPDATE ${name} SET ${pointer} = ${to}::uuid WHERE ${pointer} = ${from}::uuid AND ${id}::text = ANY (${keys})`;
  }
  for (const setting of settings.filter((one) => one in unset)) await giveSetting(tx, setting, from, to);
  for (const [setting, value] of Object.entries(chosen)) {
    if (setting in unset) await tx.$executeRaw`UPDATE member SET ${Prisma.raw(setting)} = ${value} WHERE id = ${to}::uuid`;
  }
}

/** What a setting is until somebody chooses. */
const unset: Readonly<Record<string, string | null>> = {
  language: null,
  zone: null,
  reminders: 'direct',
  stakeholder: null,
  away_from: null,
  away_to: null,
  away_zone: null,
};

/** A setting that one of them had alone goes with them as it is now. */
async function giveSetting(tx: Transaction, setting: string, from: string, to: string): Promise<void> {
  const column = Prisma.raw(setting);
  await tx.$executeRaw`UPDATE member SET ${column} = (SELECT kept.${column} FROM member AS kept WHERE kept.id = ${from}::uuid) WHERE id = ${to}::uuid`;
  await tx.$executeRaw`UPDATE member SET ${column} = ${unset[setting] ?? null} WHERE id = ${from}::uuid`;
}

/** What a member has set: alone, or beside another who has as well. The end of an absence goes with its beginning. */
export async function settingsOf(tx: Transaction, from: string, into: string): Promise<Required<Pick<Brought, 'settings' | 'chosen'>>> {
  const rows = await tx.$queryRaw<{ readonly id: string; readonly row: Readonly<Record<string, string | null>> }[]>`
    SELECT id::text, to_jsonb(member) AS row FROM member WHERE id IN (${from}::uuid, ${into}::uuid)`;
  const setAs = (id: string, setting: string): string | null => rows.find((one) => one.id === id)?.row[setting] ?? null;
  const isSet = (id: string, setting: string): boolean => setAs(id, setting) !== unset[setting];
  const isOthers = (setting: string): boolean => isSet(into, setting === 'away_to' ? 'away_from' : setting);
  const own = Object.keys(unset).filter((setting) => isSet(from, setting));
  const chosen = own.filter(isOthers).map((setting) => [setting, setAs(from, setting) ?? ''] as const);
  return { settings: own.filter((setting) => !isOthers(setting)), chosen: Object.fromEntries(chosen) };
}

/** Somebody who says no more to which stakeholder group they belong has not said it with another account either. */
export async function forgetStakeholder(tx: Transaction, memberId: string): Promise<void> {
  await tx.$executeRaw`UPDATE member_alias SET brought = brought #- '{chosen,stakeholder}' WHERE member_id = ${memberId}::uuid`;
}

/**
 * What both had is put as it was, unless it has changed meanwhile: then it stays with whoever it became. An office goes back in any case, as long
 * as one is held at all: nobody keeps what another brought by changing something about it. But nobody becomes a chair again whom leadership has
 * made a deputy since.
 */
async function giveObject(
  tx: Transaction,
  { object: id, mine, theirs, together }: BroughtObject,
  now: readonly Part[],
  from: string,
  to: string,
): Promise<void> {
  const office = holdsOffice(mine) && holdsOffice(now);
  if (theirs.length > 0 && !office && !isDeepStrictEqual(now, together)) return giveMembership(tx, mine, now, to);
  for (const { table } of now) {
    await tx.$executeRaw`DELETE FROM ${Prisma.raw(table)} WHERE ${Prisma.raw(objects[table])} = ${id} AND member_id = ${from}::uuid`;
  }
  const deputy = now.some(({ table, row: facts }) => table === 'lead' && facts['role'] === 'deputy');
  const noHigher = (one: Part): Part => (deputy && one.table === 'lead' ? { ...one, row: { ...one.row, role: 'deputy' } } : one);
  for (const one of theirs) await insert(tx, noHigher(one), from);
  for (const one of theirs.length === 0 ? now : mine) await insert(tx, noHigher(one), to);
}

/** Of those who still belong to a group together each belongs to it by themselves, whatever has changed: who goes does as they did. */
async function giveMembership(tx: Transaction, mine: readonly Part[], now: readonly Part[], to: string): Promise<void> {
  const belong = now.some(({ table, row: facts }) => table === 'lead' || (table === 'membership' && facts['state'] === 'in'));
  for (const one of mine) if (belong && one.table === 'membership') await insert(tx, one, to);
}

function holdsOffice(parts: readonly Part[]): boolean {
  return parts.some(({ table }) => table === 'lead');
}

async function insert(tx: Transaction, { table, row: facts }: Part, member: string): Promise<void> {
  const whole = JSON.stringify({ ...facts, member_id: member });
  await tx.$executeRaw`INSERT INTO ${Prisma.raw(table)} SELECT * FROM jsonb_populate_record(null::${Prisma.raw(table)}, ${whole}::jsonb)`;
}
