import { Prisma } from '../generated/client.ts';
import type { Transaction } from '../record.ts';
import { type BroughtSettings, giveSettings } from './brought-settings.ts';
import { type Part, parted } from './parted.ts';
import { type Parting, stoodBefore, type Telling, toldOf } from './told.ts';

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

/** Gives a member back what it brought, as far as the one that it became still has it, with what its accounts were given meanwhile; who belongs to what was `established` is settled elsewhere. */
export async function giveBack(
  tx: Transaction,
  { objects: all, pointed: named, settings = [], chosen = {} }: Brought,
  parting: Parting,
  established: readonly string[],
): Promise<void> {
  const { from, to, origins } = parting;
  const now = await heldBy(tx, [from]);
  const ids = all.map(({ object }) => object);
  const told = await toldOf(tx, parting, ids);
  const offices = givenMeanwhile(all, now);
  const stood = await stoodBefore(
    tx,
    parting,
    offices.filter((group) => !established.includes(group)),
  );
  for (const one of [...all, ...offices.map((group) => besideGiven(group, stood.get(group)))])
    await giveObject(tx, one, partsOf(now, one.object), told, parting);
  await tx.offer.updateMany({ where: { memberId: from, proposalId: { notIn: ids }, origin: { in: [...origins] } }, data: { memberId: to } });
  await tx.chairOffer.updateMany({ where: { memberId: from, origin: { in: [...origins] } }, data: { memberId: to } });
  for (const { table, column, key, keys } of named) {
    const [name, pointer, id] = [Prisma.raw(table), Prisma.raw(column), Prisma.raw(key)];
    await tx.$executeRaw`UPDATE ${name} SET ${pointer} = ${to}::uuid WHERE ${pointer} = ${from}::uuid AND ${id}::text = ANY (${keys})`;
  }
  await giveQuestions(tx, parting);
  await giveSettings(tx, { settings, chosen }, from, to);
}

/** Whoever asked somebody to take over is who asks them, whatever else of the group is whose; where that is not known it stays as it is. */
async function giveQuestions(tx: Transaction, { from, to, origins }: Parting): Promise<void> {
  await tx.chairOffer.updateMany({ where: { asker: from, askerOrigin: { in: [...origins] } }, data: { asker: to } });
  await tx.chairOffer.updateMany({ where: { asker: to, askerOrigin: { notIn: [...origins] } }, data: { asker: from } });
}

/** The groups in which neither had anything before they were linked, and in which they hold an office now. */
function givenMeanwhile(all: readonly BroughtObject[], now: readonly Held[]): string[] {
  const known = new Set(all.map((one) => one.object));
  return now.filter((one) => isOffice(one) && !known.has(one.object)).map((one) => one.object);
}

/** What they belonged to it as before one of them was given the office is the older one's. */
function besideGiven(object: string, stood: Part | undefined): BroughtObject {
  const theirs = stood === undefined ? [] : [stood];
  return { object, mine: [], theirs, together: theirs };
}

async function giveObject(tx: Transaction, { object, ...had }: BroughtObject, is: readonly Part[], told: Telling, { from, to }: Parting): Promise<void> {
  const shared = { mine: oneOf(had.mine), theirs: oneOf(had.theirs), together: oneOf(had.together), now: oneOf(is) };
  const { mine, theirs } = parted(shared, told(object, shared.now));
  for (const { table } of is) await remove(tx, table, object, from);
  if (theirs !== undefined) await insert(tx, theirs, from);
  if (mine !== undefined) await insert(tx, mine, to);
}

/** A member is one thing to an object, and nothing beside an office. */
function oneOf(parts: readonly Part[]): Part | undefined {
  return parts.find(isOffice) ?? parts[0];
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
