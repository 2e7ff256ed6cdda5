import { type GroupChoice, menuSize } from '../../core/choice.ts';
import type { Sender } from '../../core/store.ts';
import type { GroupsFound } from '../../core/store-groups.ts';
import type { MembershipStore, PackFacts, PeoplePage } from '../../core/store-memberships.ts';
import { ofOnly } from '../only.ts';
import { list, only, type Reading, read, statement } from '../read.ts';
import { type GroupRow, groupColumns, toGroup } from '../rows/group-row.ts';
import { type MemberRow, memberColumns, standing, toMember } from '../rows/member-row.ts';
import { type MembershipRow, membershipColumns, membershipOrder, toMembership } from '../rows/membership-row.ts';
import { type MilestoneRow, toMilestone } from '../rows/milestone-row.ts';
import { standingUpdates, toUpdate, type UpdateRow, updateColumns } from '../rows/update-row.ts';
import { storableText } from '../storable.ts';
import { choiceValues, type FoundRow, foundColumns, foundGroups } from './find-groups.ts';
import { openMilestones } from './read-groups.ts';

const group = `${only(`SELECT ${groupColumns} FROM working_group WHERE working_group.id = $3`)} AS "group"`;

const memberships = `SELECT ${membershipColumns} FROM membership JOIN member ON member.id = membership.member_id WHERE membership.group_id = $3`;

const peopleColumns = (skip: string, limit: string): readonly string[] => [
  group,
  `${list(`${memberships} ORDER BY ${membershipOrder} OFFSET ${skip}::int LIMIT ${limit}::int`)} AS people`,
];

/** After $4 of them, at most $5. */
const peopleStatement = statement('people', { columns: peopleColumns('$4', '$5') });

/** The first ones of the only group that may be meant, at most $8. */
const findPeopleStatement = statement('find people', { queries: foundGroups, columns: [...foundColumns, ...ofOnly(peopleColumns('0', '$8'))] });

type PeopleRow = { readonly group: GroupRow | null; readonly people: readonly MembershipRow[] };

/** One more is fetched than is shown, so that it is known whether there are more. */
export async function readPeople(reading: Reading, sender: Sender, id: string, skip: number, limit: number): Promise<PeoplePage> {
  const { actor, row } = await read<PeopleRow>(reading, peopleStatement, sender, [storableText(id), skip, limit + 1]);
  return { actor, ...toPage(row, limit) };
}

function toPage({ group: row, people }: PeopleRow, limit: number): Omit<PeoplePage, 'actor'> {
  return { ...(row !== null && { group: toGroup(row) }), people: people.slice(0, limit).map(toMembership), more: people.length > limit };
}

export async function findPeople(reading: Reading, sender: Sender, typed: string, choice: GroupChoice, limit: number): Promise<PeoplePage & GroupsFound> {
  const values = [...choiceValues(reading, sender, typed, choice, menuSize), limit + 1];
  const { actor, row } = await read<FoundRow & PeopleRow>(reading, findPeopleStatement, sender, values);
  return { actor, groups: row.groups, named: row.named, ...toPage(row, limit) };
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

const packColumns: readonly string[] = [
  group,
  `${list(`SELECT ${updateColumns} FROM ${standingUpdates} WHERE progress_update.group_id = $3 ORDER BY progress_update.week DESC LIMIT 4`)} AS updates`,
  openMilestones(20),
  `${list(`${memberships} AND membership.state = 'in' ORDER BY ${membershipOrder} LIMIT 50`)} AS people`,
  "(SELECT count(*)::int FROM membership WHERE membership.group_id = $3 AND membership.state = 'in') AS belonging",
  `${list(`SELECT coalesce(chair_offer.note, '') AS note,
      EXISTS (SELECT FROM lead WHERE lead.group_id = $3 AND lead.role = 'chair' AND lead.member_id = chair_offer.asker) AS chairs, ${memberColumns} FROM chair_offer JOIN member ON member.id = chair_offer.member_id
      WHERE chair_offer.group_id = $3 ORDER BY chair_offer.at, member.id`)} AS offers`,
];

const packStatement = statement('pack', { columns: packColumns });
const findPackStatement = statement('find pack', { queries: foundGroups, columns: [...foundColumns, ...ofOnly(packColumns)] });

type PackRow = {
  readonly belonging: number;
  readonly group: GroupRow | null;
  readonly updates: readonly UpdateRow[];
  readonly milestones: readonly MilestoneRow[];
  readonly people: readonly MembershipRow[];
  readonly offers: readonly (MemberRow & Omit<PackFacts['offers'][number], 'member'>)[];
};

export async function readPack(reading: Reading, sender: Sender, id: string): Promise<PackFacts> {
  const { actor, row } = await read<PackRow>(reading, packStatement, sender, [storableText(id)]);
  return { actor, ...toPack(row) };
}

export async function findPack(reading: Reading, sender: Sender, typed: string, choice: GroupChoice): Promise<PackFacts & GroupsFound> {
  const { actor, row } = await read<FoundRow & PackRow>(reading, findPackStatement, sender, choiceValues(reading, sender, typed, choice, menuSize));
  return { actor, groups: row.groups, named: row.named, ...toPack(row) };
}

function toPack({ group: row, updates, milestones, people, belonging, offers }: PackRow): Omit<PackFacts, 'actor'> {
  if (row === null) return { offers: [] };
  return {
    pack: {
      group: toGroup(row),
      updates: updates.map(toUpdate),
      milestones: milestones.map(toMilestone),
      people: people.map(toMembership),
      others: belonging - people.length,
    },
    offers: offers.map(({ note, chairs, ...member }) => ({ member: toMember(member), note, chairs })),
  };
}
