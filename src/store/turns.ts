import type { Prisma } from './generated/client.ts';

/** What no two may do at the same time, since each decides from what the other changes: a number for each. */
const turns = { act: 20_211_101, leadership: 20_211_102, dependencies: 20_211_103, 'link code': 20_211_104, destination: 20_211_105 } as const;

/** Waits until whoever does the same, with the same thing where one is named, has ended their transaction; the others wait for this one. */
export async function takeTurns(tx: Prisma.TransactionClient, about: keyof typeof turns, thing = ''): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${turns[about]}::int, hashtext(${thing}))`;
}
