import type { Sender } from '../core/store.ts';
import type { MembershipStore, PackFacts, PeoplePage } from '../core/store-memberships.ts';
import { type GroupRow, groupColumns, toGroup } from './group-row.ts';
import { type MemberRow, memberColumns, standing, toMember } from './member-row.ts';
import { type MembershipRow, membershipColumns, membershipOrder, toMembership } from './membership-row.ts';
import { type MilestoneRow, toMilestone } from './milestone-row.ts';
import { list, only, type Reading, read, statement } from './read.ts';
import { openMilestones } from './read-groups.ts';
import { storableText } from './storable.ts';
import { standingUpdates, toUpdate, type UpdateRow, updateColumns } from './update-row.ts';

const group = `${only(`SELECT ${groupColumns} FROM working_group WHERE working_group.id = $3`)} AS "group"`;

const memberships = `SELECT ${membershipColumns} FROM membership JOIN member ON member.id = membership.member_id WHERE membership.group_id = $3`;

/** After $4 of them, at most $5. */
const peopleStatement = statement('people', {
  columns: [group, `${list(`${memberships} ORDER BY ${membershipOrder} OFFSET $4::int LIMIT $5::int`)} AS people`],
});

type PeopleRow = { readonly group: GroupRow | null; readonly people: readonly MembershipRow[] };

/** One more is fetched than is shown, so that it is known whether there are more. */
export async function readPeople(reading: Reading, sender: Sender, id: string, skip: number, limit: number): Promise<PeoplePage> {
  const { actor, row } = await read<PeopleRow>(reading, peopleStatement, sender, [storableText(id), skip, limit + 1]);
  const people = row.people.slice(0, limit).map(toMembership);
  return { actor, ...(row.group !== null && { group: toGroup(row.group) }), people, more: row.people.length > limit };
}

const askingStatement = statement('asking', {
  columns: [
    group,
    `${only(`${memberships} AND membership.state = 'asked'
    AND membership.member_id = coalesce(${standing('$4::uuid')}, (SELECT member_id FROM account WHERE key = $5))`)} AS asking`,
  ],
});

type AskingRow = { readonly group: GroupRow | null; readonly asking: MembershipRow | null };

export async function readAsking(
  reading: Reading,
  sender: Sender,
  id: string,
  asker: Parameters<MembershipStore['readAsking']>[2],
): ReturnType<MembershipStore['readAsking']> {
  const who = 'member' in asker ? [asker.member, null] : [null, storableText(asker.account)];
  const { actor, row } = await read<AskingRow>(reading, askingStatement, sender, [storableText(id), ...who]);
  return { actor, ...(row.group !== null && { group: toGroup(row.group) }), ...(row.asking !== null && { asking: toMembership(row.asking) }) };
}

const packStatement = statement('pack', {
  columns: [
    group,
    `${list(`SELECT ${updateColumns} FROM ${standingUpdates} WHERE progress_update.group_id = $3 ORDER BY progress_update.week DESC LIMIT 4`)} AS updates`,
    openMilestones(20),
    `${list(`${memberships} AND membership.state = 'in' ORDER BY ${membershipOrder} LIMIT 50`)} AS people`,
    `${list(`SELECT coalesce(chair_offer.note, '') AS note, ${memberColumns} FROM chair_offer JOIN member ON member.id = chair_offer.member_id
      WHERE chair_offer.group_id = $3 ORDER BY chair_offer.at, member.id`)} AS offers`,
  ],
});

type PackRow = {
  readonly group: GroupRow | null;
  readonly updates: readonly UpdateRow[];
  readonly milestones: readonly MilestoneRow[];
  readonly people: readonly MembershipRow[];
  readonly offers: readonly (MemberRow & { readonly note: string })[];
};

export async function readPack(reading: Reading, sender: Sender, id: string): Promise<PackFacts> {
  const { actor, row } = await read<PackRow>(reading, packStatement, sender, [storableText(id)]);
  if (row.group === null) return { actor, offers: [] };
  return {
    actor,
    pack: {
      group: toGroup(row.group),
      updates: row.updates.map(toUpdate),
      milestones: row.milestones.map(toMilestone),
      people: row.people.map(toMembership),
    },
    offers: row.offers.map(({ note, ...member }) => ({ member: toMember(member), note })),
  };
}
