import { Prisma } from '../generated/client.ts';
import type { Transaction } from '../record.ts';

/** What a member had set when another became of it. */
export type BroughtSettings = {
  /** What it had set and the other had not, each setting by its first column. */
  readonly settings: string[];
  /** What it had set where the other had as well, column by column. */
  readonly chosen: Record<string, string>;
};

type Columns = Readonly<Record<string, string | null>>;

/** Each setting by its first column, with all of its columns and what they are until somebody chooses: an absence is set and ended as one. */
const unset: Readonly<Record<string, Columns>> = {
  language: { language: null },
  zone: { zone: null },
  reminders: { reminders: 'direct' },
  stakeholder: { stakeholder: null },
  away_from: { away_from: null, away_to: null, away_zone: null },
};

/** What a member has set: alone, or beside another who has as well. */
export async function settingsOf(tx: Transaction, from: string, into: string): Promise<BroughtSettings> {
  const rows = await tx.$queryRaw<{ readonly id: string; readonly row: Columns }[]>`
    SELECT id::text, to_jsonb(member) AS row FROM member WHERE id IN (${from}::uuid, ${into}::uuid)`;
  const setAs = (id: string, column: string): string | null => rows.find((one) => one.id === id)?.row[column] ?? null;
  const isSet = (id: string, setting: string): boolean => setAs(id, setting) !== unset[setting]?.[setting];
  const own = Object.keys(unset).filter((setting) => isSet(from, setting));
  const columns = own.filter((setting) => isSet(into, setting)).flatMap((setting) => Object.keys(unset[setting] ?? {}));
  const chosen = columns.flatMap((column) => entryOf(column, setAs(from, column)));
  return { settings: own.filter((setting) => !isSet(into, setting)), chosen: Object.fromEntries(chosen) };
}

function entryOf(column: string, value: string | null): (readonly [string, string])[] {
  return value === null ? [] : [[column, value]];
}

/** Gives a member back what it had set: as it is now where it had set it alone, else as it was. */
export async function giveSettings(tx: Transaction, { settings, chosen }: BroughtSettings, from: string, to: string): Promise<void> {
  const known = Object.values(unset).flatMap((columns) => Object.keys(columns));
  const alone = settings.flatMap((setting) => Object.entries(unset[setting] ?? {}));
  for (const [column, value] of alone) await giveColumn(tx, column, value, from, to);
  for (const [column, value] of Object.entries(chosen)) {
    if (known.includes(column)) await tx.$executeRaw`UPDATE member SET ${Prisma.raw(column)} = ${value} WHERE id = ${to}::uuid`;
  }
}

async function giveColumn(tx: Transaction, name: string, otherwise: string | null, from: string, to: string): Promise<void> {
  const column = Prisma.raw(name);
  await tx.$executeRaw`UPDATE member SET ${column} = (SELECT kept.${column} FROM member AS kept WHERE kept.id = ${from}::uuid) WHERE id = ${to}::uuid`;
  await tx.$executeRaw`UPDATE member SET ${column} = ${otherwise} WHERE id = ${from}::uuid`;
}

/** Somebody who says no more to which stakeholder group they belong, or anew when they are away, has not said otherwise with another account. */
export async function forgetChosen(tx: Transaction, memberId: string, setting: 'stakeholder' | 'away_from'): Promise<void> {
  const columns = Object.keys(unset[setting] ?? {});
  await tx.$executeRaw`UPDATE member_alias SET brought = jsonb_set(brought, '{chosen}', (brought -> 'chosen') - ${columns}::text[])
    WHERE member_id = ${memberId}::uuid AND brought ? 'chosen'`;
}
