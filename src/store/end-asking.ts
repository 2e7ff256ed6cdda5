import { Prisma } from './generated/client.ts';
import type { Transaction } from './record.ts';

/** Ends what somebody belongs to a group as, and answers what that was; undefined where they do not. Whoever was credited before they came back still is. */
export async function endBelonging(tx: Transaction, groupId: string, memberId: string, at: Date): Promise<{ readonly role: string } | undefined> {
  const place = Prisma.sql`group_id = ${groupId} AND member_id = ${memberId}::uuid`;
  const found = await tx.$queryRaw<{ readonly role: string; readonly credit: string | null }[]>`
    SELECT role, credit FROM membership WHERE ${place} AND state = 'in' FOR UPDATE`;
  const [before] = found;
  if (before === undefined) return undefined;
  if (before.credit === null) await tx.$executeRaw`DELETE FROM membership WHERE ${place}`;
  else await tx.$executeRaw`UPDATE membership SET state = 'left', role = credit, credit = NULL, since = ${at} WHERE ${place}`;
  return { role: before.role };
}

/** Ends what people, or one of them, ask of a group; whoever was credited before they asked again still is. Answers how many asked. */
export async function endAsking(tx: Transaction, group: string, member?: string): Promise<number> {
  const asking = Prisma.sql`group_id = ${group} AND state = 'asked' ${member === undefined ? Prisma.empty : Prisma.sql`AND member_id = ${member}::uuid`}`;
  const credited = await tx.$executeRaw`UPDATE membership SET state = 'left', role = credit, credit = NULL WHERE ${asking} AND credit IS NOT NULL`;
  return credited + (await tx.$executeRaw`DELETE FROM membership WHERE ${asking}`);
}
