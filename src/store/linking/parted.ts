import { isDeepStrictEqual } from 'node:util';
import type { Prisma } from '../generated/client.ts';

/** A row by which a member is something, in a group, on a topic or for a proposal, without the member. */
export type Part = { readonly table: 'lead' | 'membership' | 'interest' | 'offer'; readonly row: Prisma.JsonObject };
type Had = Part | undefined;

/** What two had to do with one object before they were linked, right afterwards, and now. */
export type Shared = { readonly mine: Had; readonly theirs: Had; readonly together: Had; readonly now: Had };

/** Of two who part whoever goes, and whoever stays, who is the older one. */
export type Side = 'mine' | 'theirs';

/** What the record tells of how it became what it is now. */
export type Told = {
  /** Whose account made that of it, as far as is known. */
  readonly by?: Side;
  /** Whether that takes belonging to the group, since it lets nobody in who has not asked. */
  readonly inside: boolean;
  /** Whether both were let in when they asked together. */
  readonly admitted: boolean;
  /** Whether it ended otherwise than by leaving. */
  readonly removed: boolean;
};

/** Each of two who part has what they had themselves, moved on by what happened to both; what one of them made of it meanwhile is theirs alone. */
export function parted(shared: Shared, told: Told): Readonly<Record<Side, Had>> {
  const { mine, theirs, together, now } = shared;
  if (isDeepStrictEqual(now, together)) return { mine, theirs };
  const both = { mine: movedOn(mine, shared, told), theirs: movedOn(theirs, shared, told) };
  const whose = now === undefined ? undefined : ownerOf(now, shared, both, told);
  return now === undefined || whose === undefined ? both : { ...both, [whose]: withOwnCredit(now, together, shared[whose]) };
}

/** Whose it is what it became: of whoever made that of it, else of whoever was more before, else of the older one; nobody's where it is what one of them has anyhow. */
function ownerOf(now: Part, shared: Shared, both: Readonly<Record<Side, Had>>, { by, inside }: Told): Side | undefined {
  if (by !== undefined && !isLeft(now)) return inside && !belongs(shared[by]) ? undefined : by;
  const isKnown = isWhat(both.mine, now) || isWhat(both.theirs, now);
  return isKnown ? undefined : heavier(shared);
}

function heavier({ mine, theirs }: Shared): Side {
  return weightOf(mine) > weightOf(theirs) ? 'mine' : 'theirs';
}

function belongs(had: Had): boolean {
  return had !== undefined && (isOffice(had) || had.row['state'] === 'in');
}

const roles: readonly unknown[] = ['observer', 'member', 'editor', 'deputy', 'chair'];
const rankOf = (role: Prisma.JsonValue | undefined): number => roles.indexOf(role);

/** Whether somebody is what it became, with the credit for it. */
function isWhat(had: Had, now: Part): boolean {
  if (had === undefined || rankOf(creditOf(had)) < rankOf(creditOf(now))) return false;
  return isLeft(now) || (had.table === now.table && ['state', 'role', 'kind', 'version'].every((fact) => had.row[fact] === now.row[fact]));
}

const states: readonly unknown[] = ['left', 'asked', 'in'];

/** An office weighs more than any membership, a higher role more than a lower one, and whoever had nothing weighs least. */
function weightOf(had: Had): number {
  if (had === undefined) return Number.NEGATIVE_INFINITY;
  return (isOffice(had) ? states.length : states.indexOf(had.row['state'])) * roles.length + rankOf(had.row['role']);
}

function isOffice({ table }: Part): boolean {
  return table === 'lead';
}

function isLeft({ row }: Part): boolean {
  return row['state'] === 'left';
}

/** As what somebody is credited should it end otherwise than by leaving. */
function creditOf(had: Had): Prisma.JsonValue {
  if (had === undefined) return null;
  return (isOffice(had) || isLeft(had) ? had.row['role'] : had.row['credit']) ?? null;
}

/** What it became with the credit that somebody had alone, where it still has the one that two had together. */
function withOwnCredit(now: Part, together: Had, had: Had): Part {
  if (now.table !== 'membership' || isLeft(now) || now.row['credit'] !== creditOf(together)) return now;
  return { ...now, row: { ...now.row, credit: creditOf(had) } };
}

/** What somebody had, once what happened to two of them has happened to them alone. */
function movedOn(had: Had, shared: Shared, told: Told): Had {
  const { now } = shared;
  if (had === undefined || isLeft(had)) return had;
  if (now === undefined) return ended(had, now, told);
  if (isOffice(now)) return besideOffice(had, shared.together, now);
  if (hasEnded(had, now)) return ended(had, now, told);
  return isOffice(had) ? belonging(had, now) : answered(had, now, told);
}

/** What somebody has beside the office of the other: their own where it was raised to that, and what they were without one. */
function besideOffice(had: Part, together: Had, now: Part): Part {
  return isOffice(had) && !isRaised(had, together, now) ? belonging(had, had) : had;
}

/** Whoever asks anew does not belong any more. */
function hasEnded(had: Part, { row: { state } }: Part): boolean {
  return state === 'left' || (state === 'asked' && had.row['state'] !== 'asked');
}

/** Who left is credited as what they were; who was removed for an office alone, or for what they were credited already. Nothing stays of a request. */
function ended(had: Part, now: Had, { removed }: Told): Had {
  const leaves = had.row['state'] === 'in' && now !== undefined && !removed;
  const credit = leaves ? had.row['role'] : creditOf(had);
  const { group_id, since } = { ...had.row, ...now?.row };
  return credit === null ? undefined : { table: 'membership', row: { group_id, role: credit, state: 'left', credit: null, since } };
}

/** Whether the office that two had together has become a higher one, given to the other. */
function isRaised(had: Part, together: Had, now: Part): boolean {
  return isDeepStrictEqual(had, together) && rankOf(had.row['role']) < rankOf(now.row['role']);
}

/** Whose office has ended still belongs to the group. */
function belonging({ row: { group_id, role } }: Part, { row: { since } }: Part): Part {
  return { table: 'membership', row: { group_id, role: 'member', state: 'in', credit: role, since } };
}

/** Whoever asked is in as what they asked, where that is no more than what both of them were let in as. */
function answered(had: Part, now: Part, { admitted }: Told): Part {
  if (!admitted || had.row['state'] !== 'asked' || rankOf(had.row['role']) > rankOf(now.row['role'])) return had;
  return { ...had, row: { ...had.row, state: now.row['state'], since: now.row['since'] } };
}
