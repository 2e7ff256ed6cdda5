import type { Transaction } from './record.ts';

/** What carries a short permanent id. */
export type Numbered = 'milestone' | 'topic' | 'group' | 'update' | 'proposal';

/** The next number for a permanent id; others wait for it until this transaction has ended, and it is never given twice. */
export async function nextNumber(tx: Transaction, kind: Numbered): Promise<number> {
  const { last } = await tx.counter.upsert({ where: { kind }, create: { kind, last: 1 }, update: { last: { increment: 1 } } });
  return last;
}

/** Moves the numbering beyond ids that came from elsewhere. */
export async function numberBeyond(tx: Transaction, kind: Numbered, ids: readonly string[]): Promise<void> {
  const last = ids.reduce((highest, id) => Math.max(highest, numberIn(id)), 0);
  await tx.counter.upsert({ where: { kind }, create: { kind, last }, update: {} });
  await tx.counter.updateMany({ where: { kind, last: { lt: last } }, data: { last } });
}

/** The number in a permanent id: 3 in `wg3`. */
export function numberIn(id: string): number {
  return Number(/\d+/.exec(id)?.[0] ?? 0);
}
