import type { Account } from '../core/account.ts';
import { lacksChair } from '../core/group.ts';
import type { Member } from '../core/member.ts';
import type { Notice } from '../core/notice.ts';
import type { By, Sender } from '../core/store.ts';
import type { ChairOffered, MembershipStore, Offering } from '../core/store-memberships.ts';
import { Prisma } from './generated/client.ts';
import { chairlessEnds, lastChaired } from './group-news.ts';
import { memberActing, memberHeld, originOf } from './members.ts';
import { targetOf } from './owe-messages.ts';
import { coordinatorsOf } from './people.ts';
import { list, only, type Reading, read, statement } from './read.ts';
import { keep, type Line, once, refuse, type Transaction, type Writing } from './record.ts';
import { lockGroup, standingGroup } from './record-group.ts';
import type { Rights } from './rights.ts';
import type { GroupRow } from './rows/group-row.ts';
import { groupColumns, toGroup } from './rows/group-row.ts';
import { type MemberRow, memberColumns, standing, toMember } from './rows/member-row.ts';
import { storableText } from './storable.ts';
import { oweEach } from './tell.ts';

/** Tells whoever leads, each once until the group has had a chair, that the sender would chair it. */
export function offerChair(writing: Writing, given: string, by: By): Promise<ChairOffered> {
  const group = storableText(given);
  return once<ChairOffered>(writing, by, {
    async first(tx) {
      const member = await memberActing(tx, by, writing.rights);
      await lockGroup(tx, group);
      if (!lacksChair(await standingGroup(tx, group))) return refuse('changed');
      const { others, heard } = await hearersOf(tx, writing.rights, by);
      const origin = await originOf(tx, by);
      const stands = await isOffered(tx, group, member);
      await tellOnce(tx, others, { group, member, origin, stands }, by.at);
      if (!stands) await keep(tx, by, member, { act: 'chair offered', object: group, new: { origins: [origin] } });
      return heard;
    },
    again: async (_, tx) => (await hearersOf(tx, writing.rights, by)).heard,
  });
}

type Hearers = { readonly others: readonly Member[]; readonly heard: Exclude<ChairOffered, 'changed'> };

/** Who hears of what is said from an account: also whoever says it, on another account of theirs, where that one leads and theirs does not. */
async function hearersOf(tx: Transaction, rights: Rights, { account }: By): Promise<Hearers> {
  const leading = await coordinatorsOf(tx, rights);
  const others = leading.filter(({ accounts }) => !accounts.includes(account));
  const nobody = leading.length > 0 ? 'nobody else' : 'nobody';
  return { others, heard: others.length > 0 ? 'told' : nobody };
}

/** Who would chair a group, and the origin of the account from which they say so: where it goes once linked accounts have parted; `stands` where they say so already. */
type Offerer = { readonly group: string; readonly member: string; readonly origin: string; readonly stands: boolean };

/** Owes the news to those who have not been told it, or are not to be, since the group last had a chair. */
async function tellOnce(tx: Transaction, leading: readonly Member[], { group, member, origin, stands }: Offerer, now: Date) {
  const end = await lastChaired(tx, group);
  const about = (id: string): Notice => ({ kind: 'chair offered', group, member: id });
  const news = (await idsOf(tx, member)).map((id) => ({ notice: { equals: about(id) } }));
  // What was taken back before it was sent has told nobody.
  const untelling = stands ? ['failed'] : ['failed', 'skipped'];
  const told = await tx.message.findMany({
    where: { OR: news, state: { notIn: untelling }, ...(end !== null && { owed: { gt: end.at } }) },
    select: { target: true },
  });
  const reached = (account: Account): boolean => told.some(({ target }) => target === targetOf({ kind: 'person', account }));
  const untold = leading.filter(({ accounts }) => !accounts.some(reached));
  await oweEach(tx, untold, about(origin), now);
}

/** The sender would not chair a group any more; false where they do not say that they would. Whoever was told reads it where it stood. */
export function takeBackChair(writing: Writing, given: string, by: By): Promise<boolean> {
  const group = storableText(given);
  return once<boolean>(writing, by, {
    async first(tx) {
      const member = await memberHeld(tx, by.account);
      if (member === undefined) return false;
      await lockGroup(tx, group);
      if (!(await isOffered(tx, group, member))) return false;
      const line: Line = { act: 'chair offer taken back', object: group, new: { origins: await idsOf(tx, member) } };
      await keep(tx, by, await memberActing(tx, by, writing.rights), line);
      return true;
    },
    again: ({ act }) => act === 'chair offer taken back',
  });
}

/** Whether somebody says, since a group last had a chair, that they would chair it. */
export async function isOffered(tx: Transaction, group: string, member: string): Promise<boolean> {
  const said = await tx.$queryRaw<unknown[]>`SELECT said.id FROM working_group CROSS JOIN LATERAL (${Prisma.raw(offersOfGroup)}) AS said
    WHERE working_group.id = ${group} AND ${Prisma.raw(standing('said.origin'))} = ${member}::uuid LIMIT 1`;
  return said.length > 0;
}

/** All ids under which the record knows a member. */
async function idsOf(tx: Transaction, memberId: string): Promise<string[]> {
  const aliases = await tx.memberAlias.findMany({ where: { memberId }, select: { id: true } });
  return [memberId, ...aliases.map(({ id }) => id)];
}

/** The line by which each says that they would chair a group, since it last had a chair, and whose word it is: they have not taken it back since. */
const offersOfGroup = `SELECT last.id, last.origin FROM (
    SELECT DISTINCT ON (origin) event.id, event.act, said.origin::uuid AS origin
    FROM event CROSS JOIN LATERAL jsonb_array_elements_text(coalesce(event.new -> 'origins', jsonb_build_array(event.member))) AS said(origin)
    WHERE event.object = working_group.id AND event.act IN ('chair offered', 'chair offer taken back')
      AND event.id > coalesce((SELECT max(ended.id) FROM event AS ended WHERE ended.object = working_group.id
        AND ended.act IN (${chairlessEnds.map((act) => `'${act}'`).join(', ')})), 0)
    ORDER BY origin, event.id DESC) AS last WHERE last.act = 'chair offered'`;

const offerings = `SELECT DISTINCT working_group.id AS "group", working_group.number, ${standing('said.origin')} AS person
  FROM working_group CROSS JOIN LATERAL (${offersOfGroup} ORDER BY last.id LIMIT 1000) AS said`;

/** Who would chair the groups for which a condition holds, at most ten, and how many more do; nobody who has left. */
export function offeringColumns(condition: string): readonly string[] {
  const open = `(${offerings} WHERE ${condition}) AS offering JOIN member ON member.id = offering.person`;
  return [
    `${list(`SELECT offering."group", ${memberColumns} FROM ${open} ORDER BY offering.number, member.created, member.id LIMIT 10`)} AS offerings`,
    `(SELECT greatest(count(*) - 10, 0)::int FROM ${open}) AS "moreOfferings"`,
  ];
}

/** Those of `offeringColumns`. */
export type OfferingsRow = { readonly offerings: readonly (MemberRow & { readonly group: string })[]; readonly moreOfferings: number };

export function toOfferings({ offerings: rows, moreOfferings }: OfferingsRow): { readonly offerings: readonly Offering[]; readonly moreOfferings: number } {
  return { offerings: rows.map(({ group, ...member }) => ({ group, person: toMember(member) })), moreOfferings };
}

const offeringStatement = statement('offering', {
  columns: [
    `${only(`SELECT ${groupColumns} FROM working_group WHERE working_group.id = $3`)} AS "group"`,
    `${only(`SELECT ${memberColumns} FROM member WHERE member.id = ${standing('$4::uuid')}
      AND EXISTS (SELECT FROM working_group CROSS JOIN LATERAL (${offersOfGroup}) AS said
        WHERE working_group.id = $3 AND ${standing('said.origin')} = member.id)`)} AS person`,
  ],
});

type OfferingRow = { readonly group: GroupRow | null; readonly person: MemberRow | null };

export async function readOffering(reading: Reading, sender: Sender, group: string, member: string): ReturnType<MembershipStore['readOffering']> {
  const { actor, row } = await read<OfferingRow>(reading, offeringStatement, sender, [storableText(group), member]);
  return { actor, ...(row.group !== null && { group: toGroup(row.group) }), ...(row.person !== null && { person: toMember(row.person) }) };
}
