import { platformOf } from '../../core/account.ts';
import type { Act } from '../../core/act.ts';
import { Prisma } from '../generated/client.ts';
import type { Transaction } from '../record.ts';
import type { Part, Side, Told } from './parted.ts';

/** Two who have parted: who stays, who goes, and the origins of the accounts that go. */
export type Parting = { readonly from: string; readonly to: string; readonly origins: readonly string[] };

/** A line of the record about what two had together; `chosen` is as what they joined, or what they say; `asks` whether the group asks before it lets people in. */
type Deed = { readonly object: string; readonly act: Act; readonly space: string | null; readonly chosen: string | null; readonly asks: boolean };

type Place = { readonly memberId: string; readonly key: string; readonly space: string | null; readonly actedIn: string | null };

const chosenBy: readonly Act[] = ['member joined', 'member role changed', 'join asked', 'join changed', 'interest said'];
const leftBy: readonly Act[] = ['member left', 'lead left', 'group concluded'];
const removedBy: readonly Act[] = ['member dismissed', 'join declined', 'join taken back'];
const admittedBy: Act = 'member admitted';
const officeBy: readonly Act[] = ['deputy appointed', 'chair appointed', 'chair accepted'];

/** Tells of an object, as it is now, how it became that. */
export type Telling = (object: string, now: Part | undefined) => Told;

/** Tells what the record knows of how each of the objects became what it is since two were linked. */
export async function toldOf(tx: Transaction, parting: Parting, objects: readonly string[]): Promise<Telling> {
  const { from, to, origins } = parting;
  const acts = await tx.$queryRaw<Deed[]>`
    SELECT object, act, space, coalesce(new->>'role', new->>'kind') AS chosen,
      EXISTS (SELECT FROM working_group WHERE working_group.id = event.object AND joining = 'asked') AS asks
    FROM event
    WHERE object = ANY (${[...objects]}::text[]) AND act = ANY (${[...chosenBy, ...leftBy, ...removedBy, admittedBy]}::text[])
      AND (member = ${from}::uuid OR new->>'member' = ${from} OR act = 'group concluded') AND id > ${linking(parting)}
    ORDER BY id DESC`;
  const places = await tx.account.findMany({
    where: { memberId: { in: [from, to] } },
    select: { memberId: true, key: true, space: true, actedIn: true },
  });
  return (object, now) => {
    const own = acts.filter((one) => one.object === object);
    const last = own.find(({ act }) => leftBy.includes(act) || removedBy.includes(act));
    const chosen = own.find(({ act }) => chosenBy.includes(act));
    const by = now === undefined ? undefined : (sideOfOrigin(now, origins) ?? sideOfSpace(spaceOf(chosen, now), places, to));
    return {
      inside: now?.table === 'membership' && chosen?.act === 'member role changed' && chosen.asks,
      admitted: own.some(({ act }) => act === admittedBy),
      removed: last !== undefined && removedBy.includes(last.act),
      ...(by !== undefined && { by }),
    };
  };
}

/** The line since which two were one. */
function linking({ from, to }: Parting): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT max(id) FROM event WHERE act = 'accounts linked' AND old->>'member' = ${to}
    AND object IN (SELECT ${from} UNION SELECT id::text FROM member_alias WHERE member_id = ${from}::uuid)), 0)`;
}

type Stood = { readonly group: string; readonly role: string; readonly state: string; readonly since: string };

/** What two who were one belonged to groups as when an office ended that, from when on. */
export async function stoodBefore(tx: Transaction, parting: Parting, groups: readonly string[]): Promise<ReadonlyMap<string, Part>> {
  const { from } = parting;
  const rows = await tx.$queryRaw<Stood[]>`
    SELECT DISTINCT ON (object) object AS group, old->>'role' AS role, old->>'state' AS state, to_jsonb(coalesce(
      (SELECT max(at) FROM event AS made WHERE made.object = event.object AND made.id < event.id
        AND made.act = ANY (${[...chosenBy, ...leftBy, admittedBy]}::text[]) AND (made.member = ${from}::uuid OR made.new->>'member' = ${from})), at))#>>'{}' AS since
    FROM event
    WHERE object = ANY (${[...groups]}::text[]) AND act = ANY (${officeBy}::text[]) AND new->>'member' = ${from}
      AND old->>'state' IS NOT NULL AND id > ${linking(parting)}
    ORDER BY object, id DESC`;
  return new Map(rows.map(({ group, role, state, since }) => [group, { table: 'membership', row: { group_id: group, role, state, credit: null, since } }]));
}

/** What has an origin is of the account that it was given to, or that made it. */
function sideOfOrigin({ row: { origin } }: Part, origins: readonly string[]): Side | undefined {
  if (origin === undefined) return undefined;
  return origins.some((one) => one === origin) ? 'mine' : 'theirs';
}

/** From where somebody chose what it is now. */
function spaceOf(chosen: Deed | undefined, { row: { role, kind } }: Part): string | null {
  return chosen !== undefined && chosen.chosen === (role ?? kind) ? chosen.space : null;
}

/** Whose accounts alone act in a space, else on its platform. */
function sideOfSpace(space: string | null, places: readonly Place[], to: string): Side | undefined {
  if (space === null) return undefined;
  const near = places.filter((place) => place.space === space || place.actedIn === space);
  const all = near.length > 0 ? near : places.filter(({ key }) => platformOf(key) === platformOf(space));
  const members = new Set(all.map(({ memberId }) => memberId));
  if (members.size !== 1) return undefined;
  return members.has(to) ? 'mine' : 'theirs';
}
