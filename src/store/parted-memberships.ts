import type { Prisma } from './generated/client.ts';

type Part = { readonly table: string; readonly row: Prisma.JsonObject };
type Row = Prisma.JsonObject | undefined;

/** What two had to do with one group before they were linked, right afterwards, and now. */
type Shared = { readonly mine: readonly Part[]; readonly theirs: readonly Part[]; readonly together: readonly Part[]; readonly now: readonly Part[] };

/** As what each of two belongs to a group once they have parted. */
export type PartedMemberships = { readonly mine: Row; readonly theirs: Row };

/**
 * What they became together is of whoever was more before, or asked for what they were let in as; else of the older one. The other is again what they
 * were, unless that is more than both are by now, and has their credit in any case.
 */
export function partMemberships({ mine, theirs, together, now }: Shared): PartedMemberships {
  const is = membershipOf(now);
  const [own, others] = [membershipOf(mine), membershipOf(theirs)];
  const become = (had: Row): Row => withOwnCredit(is, membershipOf(together), had);
  const isMine = weightOf(mine) > weightOf(theirs) || (isAnswered(own, is) && !isAnswered(others, is));
  return isMine ? { mine: become(own), theirs: againAs(others, is) } : { mine: againAs(own, is), theirs: become(others) };
}

function membershipOf(parts: readonly Part[]): Row {
  return parts.find(({ table }) => table === 'membership')?.row;
}

const states: readonly unknown[] = ['left', 'asked', 'in'];

/** An office weighs more than any membership, and whoever left weighs least of those who were something. */
function weightOf(parts: readonly Part[]): number {
  return parts.some(({ table }) => table === 'lead') ? states.length : states.indexOf(membershipOf(parts)?.['state']);
}

/** Whether somebody was let in as what they asked. */
function isAnswered(had: Row, is: Row): boolean {
  return had?.['state'] === 'asked' && is?.['state'] === 'in' && had['role'] === is['role'];
}

/** What somebody was. Where both asked for the same, both have the answer. */
function againAs(had: Row, is: Row): Row {
  if (isAnswered(had, is)) return { ...had, state: 'in', since: is?.['since'] };
  const isMore = states.indexOf(had?.['state']) > states.indexOf(is?.['state']);
  return isMore && had?.['state'] !== 'left' ? undefined : had;
}

function creditOf(row: Row): Prisma.JsonValue {
  return (row?.['state'] === 'left' ? row['role'] : row?.['credit']) ?? null;
}

/** A membership with the credit that somebody had alone, where it still has the one that two had together. */
function withOwnCredit(is: Row, together: Row, had: Row): Row {
  const own = creditOf(had);
  if (is?.['state'] !== 'left') return is?.['credit'] === creditOf(together) ? { ...is, credit: own } : is;
  if (!isCreditAlone(is, together)) return is;
  return own === null ? undefined : { ...is, role: own };
}

/** Whether nothing is left but the credit that two had together: they did not leave, they were declined or dismissed. */
function isCreditAlone(is: Prisma.JsonObject, together: Row): boolean {
  const leftAs = together?.['state'] !== 'left' && together?.['role'] === is['role'] && together?.['since'] !== is['since'];
  return is['role'] === creditOf(together) && !leftAs;
}
