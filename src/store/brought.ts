import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { Prisma } from './generated/client.ts';
import type { Transaction } from './record.ts';

const row = z.record(z.string(), z.json());
const part = z.object({ table: z.enum(['lead', 'membership', 'interest', 'offer']), row });
const held = part.extend({ member: z.string(), object: z.string() });
const pointed = z.object({ table: z.string(), column: z.string(), key: z.string(), keys: z.array(z.string()) });

/** What two members had to do with one object: each before they were linked, and both together right afterwards. All empty where one of them had nothing. */
const object = z.object({ object: z.string(), mine: z.array(part), theirs: z.array(part), together: z.array(part) });
const brought = z.object({ created: z.string(), objects: z.array(object), pointed: z.array(pointed) });

/** A row by which a member is something: in a group, on a topic, for a proposal. */
type Held = z.output<typeof held>;
/** The same without the member and the object. */
type Part = z.output<typeof part>;
/** A column that named one member and names the other now, with what finds its rows. */
export type Pointed = z.output<typeof pointed>;
/** What a member had when another became of it. */
export type Brought = z.output<typeof brought>;
type BroughtObject = z.output<typeof object>;

export function toBrought(value: unknown): Brought {
  return brought.parse(value);
}

/** All that members are, row by row. */
export async function heldBy(tx: Transaction, members: readonly string[]): Promise<readonly Held[]> {
  const parts = Object.entries(objects).map(([table, column]) => {
    const [name, key] = [Prisma.raw(table), Prisma.raw(column)];
    return Prisma.sql`SELECT ${table} AS table, member_id::text AS member, ${key} AS object, to_jsonb(${name}) - 'member_id' AS row
      FROM ${name} WHERE member_id = ANY (${[...members]}::uuid[])`;
  });
  return z.array(held).parse(await tx.$queryRaw(Prisma.sql`${Prisma.join(parts, ' UNION ALL ')} ORDER BY "table", object, member`));
}

const objects = { lead: 'group_id', membership: 'group_id', interest: 'topic_id', offer: 'proposal_id' } as const satisfies Record<Held['table'], string>;

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
export async function giveBack(tx: Transaction, { objects: all, pointed: named }: Brought, from: string, to: string): Promise<void> {
  const now = await heldBy(tx, [from]);
  for (const one of all) await giveObject(tx, one, partsOf(now, one.object), from, to);
  for (const { table, column, key, keys } of named) {
    const [name, pointer, id] = [Prisma.raw(table), Prisma.raw(column), Prisma.raw(key)];
    await tx.$executeRaw`UPDATE ${name} SET ${pointer} = ${to}::uuid WHERE ${pointer} = ${from}::uuid AND ${id}::text = ANY (${keys})`;
  }
}

/** What both had is put as it was, unless it has changed meanwhile: then it stays with whoever it became. */
async function giveObject(
  tx: Transaction,
  { object: id, mine, theirs, together }: BroughtObject,
  now: readonly Part[],
  from: string,
  to: string,
): Promise<void> {
  if (theirs.length > 0 && !isDeepStrictEqual(now, together)) return;
  for (const { table } of now) {
    await tx.$executeRaw`DELETE FROM ${Prisma.raw(table)} WHERE ${Prisma.raw(objects[table])} = ${id} AND member_id = ${from}::uuid`;
  }
  for (const one of theirs) await insert(tx, one, from);
  for (const one of theirs.length === 0 ? now : mine) await insert(tx, one, to);
}

async function insert(tx: Transaction, { table, row: facts }: Part, member: string): Promise<void> {
  const whole = JSON.stringify({ ...facts, member_id: member });
  await tx.$executeRaw`INSERT INTO ${Prisma.raw(table)} SELECT * FROM jsonb_populate_record(null::${Prisma.raw(table)}, ${whole}::jsonb)`;
}
