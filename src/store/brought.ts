import { isDeepStrictEqual } from 'node:util';
import { type BroughtSettings, giveSettings } from './brought-settings.ts';
import { Prisma } from './generated/client.ts';
import { partMemberships } from './parted-memberships.ts';
import type { Transaction } from './record.ts';

/** A row by which a member is something, in a group, on a topic or for a proposal, without the member. */
type Part = { readonly table: keyof typeof objects; readonly row: Prisma.JsonObject };
type Held = Part & { readonly member: string; readonly object: string };

/** A column that named one member and names the other now, with what finds its rows. */
export type Pointed = { readonly table: string; readonly column: string; readonly key: string; readonly keys: string[] };

/** What two members had to do with one object: each before they were linked, and both together right afterwards. */
type BroughtObject = { readonly object: string; readonly mine: Part[]; readonly theirs: Part[]; readonly together: Part[] };

/** What a member had when another became of it. */
export type Brought = {
  readonly created: string;
  readonly objects: BroughtObject[];
  readonly pointed: Pointed[];
} & Partial<BroughtSettings>;

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

/** Object by object what one of two brought and what the other had, from what both had and what they have together. */
export function broughtObjects(before: readonly Held[], after: readonly Held[], from: string): BroughtObject[] {
  const own = before.filter(({ member }) => member === from);
  const others = before.filter(({ member }) => member !== from);
  const objectsOf = [...new Set(before.map((one) => one.object))];
  return objectsOf.map((id) => ({ object: id, mine: partsOf(own, id), theirs: partsOf(others, id), together: partsOf(after, id) }));
}

function partsOf(rows: readonly Held[], id: string): Part[] {
  return rows.filter((one) => one.object === id).map(({ table, row: facts }) => ({ table, row: facts }));
}

/** From whom to whom something goes back, and the origins of the accounts that go. */
type Parting = { readonly from: string; readonly to: string; readonly origins: readonly string[] };

/** Gives a member back what it brought, as far as the one that it became still has it, with what its accounts were given meanwhile. */
export async function giveBack(tx: Transaction, { objects: all, pointed: named, settings = [], chosen = {} }: Brought, parting: Parting): Promise<void> {
  const { from, to, origins } = parting;
  const now = await heldBy(tx, [from]);
  for (const one of [...all, ...givenMeanwhile(all, now)]) await giveObject(tx, one, partsOf(now, one.object), parting);
  await tx.chairOffer.updateMany({ where: { memberId: from, origin: { in: [...origins] } }, data: { memberId: to } });
  for (const { table, column, key, keys } of named) {
    const [name, pointer, id] = [Prisma.raw(table), Prisma.raw(column), Prisma.raw(key)];
    await tx.$executeRaw`UPDATE ${name} SET ${pointer} = ${to}::uuid WHERE ${pointer} = ${from}::uuid AND ${id}::text = ANY (${keys})`;
  }
  await giveSettings(tx, { settings, chosen }, from, to);
}

/** The groups in which neither had anything before they were linked, and in which they hold an office now. */
function givenMeanwhile(all: readonly BroughtObject[], now: readonly Held[]): BroughtObject[] {
  const known = new Set(all.map((one) => one.object));
  const offices = now.filter((one) => isOffice(one) && !known.has(one.object));
  return offices.map((one) => ({ object: one.object, mine: [], theirs: [], together: [] }));
}

/** What both had is put as it was, unless it has changed meanwhile: then it stays with whoever it became. What one had alone goes as it is now. */
async function giveObject(tx: Transaction, brought: BroughtObject, now: readonly Part[], parting: Parting): Promise<void> {
  const { object: id, mine, theirs, together } = brought;
  const { from, to } = parting;
  const office = now.find(isOffice);
  if (office !== undefined) return giveOffice(tx, brought, office, parting);
  if (theirs.length > 0 && !isDeepStrictEqual(now, together)) return giveMembership(tx, brought, now, parting);
  for (const { table } of now) await remove(tx, table, id, from);
  for (const one of theirs) await insert(tx, one, from);
  for (const one of theirs.length === 0 ? now : mine) await insert(tx, one, to);
}

/**
 * An office goes with the account that it was given to, and the other of the two is again what they were, an office included: nobody keeps what
 * another brought by changing something about it. But nobody becomes a chair again whom leadership has made a deputy since.
 */
async function giveOffice(tx: Transaction, { object: id, mine, theirs }: BroughtObject, office: Part, { from, to, origins }: Parting): Promise<void> {
  const goes = origins.some((origin) => origin === office.row['origin']);
  const others = goes ? theirs : mine;
  const noHigher = (one: Part): Part => (isOffice(one) && office.row['role'] === 'deputy' ? { ...one, row: { ...one.row, role: 'deputy' } } : one);
  await remove(tx, office.table, id, from);
  await insert(tx, office, goes ? to : from);
  for (const one of others) await insert(tx, noHigher(one), goes ? from : to);
}

/** Each has a membership of their own again, whatever has changed while they had one together. */
async function giveMembership(tx: Transaction, brought: BroughtObject, now: readonly Part[], { from, to }: Parting): Promise<void> {
  const { mine, theirs } = partMemberships({ ...brought, now });
  await remove(tx, 'membership', brought.object, from);
  if (theirs !== undefined) await insert(tx, { table: 'membership', row: theirs }, from);
  if (mine !== undefined) await insert(tx, { table: 'membership', row: mine }, to);
}

function isOffice({ table }: Part): boolean {
  return table === 'lead';
}

async function remove(tx: Transaction, table: Part['table'], id: string, member: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM ${Prisma.raw(table)} WHERE ${Prisma.raw(objects[table])} = ${id} AND member_id = ${member}::uuid`;
}

/** What was brought without an origin is of the member's own. */
async function insert(tx: Transaction, { table, row: facts }: Part, member: string): Promise<void> {
  const whole = JSON.stringify({ origin: member, ...facts, member_id: member });
  await tx.$executeRaw`INSERT INTO ${Prisma.raw(table)} SELECT * FROM jsonb_populate_record(null::${Prisma.raw(table)}, ${whole}::jsonb)`;
}
