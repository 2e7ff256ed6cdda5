import { Prisma } from './generated/client.ts';
import type { Transaction } from './record.ts';

/** Ends what people, or one of them, ask of a group; whoever was credited before they asked again still is. Answers how many asked. */
export async function endAsking(tx: Transaction, group: string, member?: string): Promise<number> {
  const asking = Prisma.sql`group_id = ${group} AND state = 'asked' ${member === undefined ? Prisma.empty : Prisma.sql`AND member_id = ${member}::uuid`}`;
  const credited = await tx.$executeRaw`UPDATE membership SET state = 'left', role = credit, credit = NULL WHERE ${asking} AND credit IS NOT NULL`;
  return credited + (await tx.$executeRaw`DELETE FROM membership WHERE ${asking}`);
}
