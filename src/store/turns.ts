import type { Transaction } from './record.ts';

/** What no two may decide at the same time, since each decides from what the other changes. */
const turns = { leadership: 20_211_101, dependencies: 20_211_102 } as const;

/** Waits until whoever decides about the same has ended their transaction; the others wait for this one. */
export async function takeTurns(tx: Transaction, about: keyof typeof turns): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${turns[about]}::bigint)`;
}
