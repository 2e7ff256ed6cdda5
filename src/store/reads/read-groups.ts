import type { Account } from '../../core/account.ts';
import type { GroupChoice } from '../../core/choice.ts';
import type { Page, Sender } from '../../core/store.ts';
import type { GroupAsked, GroupFile, GroupOverview, GroupsFound, GroupsPage } from '../../core/store-groups.ts';
import { ofOnly, onlyQuery } from '../only.ts';
import { pageBounds, pageColumns, pageQuery } from '../page.ts';
import { list, only, type Reading, read, statement } from '../read.ts';
import { type EventRow, historyOf, toEvent } from '../rows/event-row.ts';
import { type GroupRow, groupColumns, toGroup } from '../rows/group-row.ts';
import { type MemberRow, memberColumns, toMember } from '../rows/member-row.ts';
import { type CountRow, countColumn, type MineRow, mineColumn, personColumn } from '../rows/membership-row.ts';
import { type MilestoneRow, milestoneColumns, toMilestone } from '../rows/milestone-row.ts';
import { toUpdate, type UpdateRow, updateColumns } from '../rows/update-row.ts';
import { storableText } from '../storable.ts';
import { choiceValues, type FoundRow, foundColumns, foundGroups } from './find-groups.ts';

/** The update of a group's newest week, as it stands. */
const last = `${only(`SELECT ${updateColumns} FROM (
    SELECT * FROM progress_update WHERE group_id = working_group.id ORDER BY week DESC LIMIT 1
  ) AS progress_update JOIN update_revision ON update_id = progress_update.id AND update_revision.revision = progress_update.revision`)} AS last`;

type OverviewRow = GroupRow & CountRow & { readonly last: UpdateRow | null };

function toOverview({ last: update, people, ...group }: OverviewRow): GroupOverview {
  return { group: toGroup(group), people, ...(update && { last: toUpdate(update) }) };
}

/** After $3 of them, at most $4. */
const groupsStatement = statement('groups', {
  queries: [pageQuery('working_group')],
  columns: [
    `${list(`SELECT ${groupColumns}, ${countColumn}, ${last} FROM working_group ORDER BY working_group.number ${pageBounds}`)} AS groups`,
    ...pageColumns,
  ],
});

export async function readGroups(reading: Reading, sender: Sender, skip: number, limit: number): Promise<GroupsPage> {
  const { actor, row } = await read<Page & { readonly groups: readonly OverviewRow[] }>(reading, groupsStatement, sender, [skip, limit]);
  return { actor, groups: row.groups.map(toOverview), skip: row.skip, total: row.total };
}

/** Those of the group $3 that nobody has said the outcome of. */
export const openMilestones = (limit: number): string =>
  `${list(`SELECT ${milestoneColumns} FROM milestone WHERE group_id = $3 AND settled_on IS NULL ORDER BY timeline_key, id LIMIT ${limit}`)} AS milestones`;

/** What is known of the group $3, and of somebody in it. */
const fileColumns = (person: string): readonly string[] => [
  `${only(`SELECT ${groupColumns}, ${countColumn}, ${last} FROM working_group WHERE working_group.id = $3`)} AS overview`,
  mineColumn,
  personColumn(person),
  `EXISTS (SELECT FROM chair_offer WHERE group_id = $3 AND member_id = (SELECT actor.id FROM actor)) AS "chairAsked"`,
  `(SELECT nullif(note, '') FROM chair_offer WHERE group_id = $3 AND member_id = (SELECT actor.id FROM actor)) AS "chairNote"`,
  openMilestones(10),
  `${list("SELECT id FROM milestone_proposal WHERE group_id = $3 AND state = 'waiting' ORDER BY at, id LIMIT 10")} AS proposed`,
  `${list(`SELECT chair_offer.asker, ${memberColumns} FROM chair_offer JOIN member ON member.id = chair_offer.member_id
      WHERE chair_offer.group_id = $3 ORDER BY chair_offer.at, member.id`)} AS "chairOffers"`,
  `${historyOf('LIMIT 10')} AS events`,
];

const groupStatement = statement('group', { columns: fileColumns('$4') });

type FileRow = MineRow & {
  readonly overview: OverviewRow | null;
  readonly chairAsked: boolean;
  readonly chairNote: string | null;
  readonly milestones: readonly MilestoneRow[];
  readonly proposed: readonly { readonly id: string }[];
  readonly chairOffers: readonly (MemberRow & { readonly asker: string | null })[];
  readonly events: readonly EventRow[];
};

const nobody = { editor: 0, member: 0, observer: 0, asked: 0, left: 0 };

/** The events are those of a group alone: an id that names none has no history either. */
export async function readGroup(reading: Reading, sender: Sender, id: string, person?: Account): Promise<GroupFile> {
  const { actor, row } = await read<FileRow>(reading, groupStatement, sender, [storableText(id), person ?? null]);
  return { actor, ...toFile(row) };
}

function toFile({ overview, mine, person, chairAsked, chairNote, milestones, proposed, chairOffers, events }: FileRow): Omit<GroupFile, 'actor'> {
  if (overview === null) return { people: nobody, chairAsked: false, milestones: [], proposed: [], chairOffers: [], events: [] };
  const own = { ...(mine !== null && { mine }), ...(person !== null && { person }), ...(chairNote !== null && { chairNote }) };
  return {
    ...toOverview(overview),
    ...own,
    chairAsked,
    milestones: milestones.map(toMilestone),
    proposed: proposed.map(({ id }) => id),
    chairOffers: chairOffers.map(({ asker, ...member }) => ({ member: toMember(member), ...(asker !== null && { asker }) })),
    events: events.map(toEvent),
  };
}

/** A name that the question $3 holds, or is a part of, fits better than any number of words that it shares with $4. */
const fit = `CASE
    WHEN strpos($3, lower(name)) > 0 THEN 1001
    WHEN length($3) > 3 AND strpos(lower(name), $3) > 0 THEN 1000
    ELSE (SELECT count(*) FROM unnest($4::text[]) AS telling WHERE telling = ANY (regexp_split_to_array(lower(name), '[[:space:][:punct:]]+')))
  END`;

/** At most $5 of those that fit best. */
const askedStatement = statement('group asked', {
  queries: [
    `fitting AS (SELECT id, rank() OVER (ORDER BY ${fit} DESC) AS place FROM working_group WHERE ${fit} > 0)`,
    'found AS MATERIALIZED (SELECT id FROM fitting WHERE place = 1)',
    onlyQuery,
  ],
  columns: [
    ...ofOnly(fileColumns('NULL')),
    `${list(`SELECT ${groupColumns} FROM working_group WHERE working_group.id IN (SELECT found.id FROM found) ORDER BY working_group.number LIMIT $5::int`)} AS candidates`,
  ],
});

export async function readGroupAsked(reading: Reading, sender: Sender, question: string, telling: readonly string[], limit: number): Promise<GroupAsked> {
  const values = [storableText(question).toLowerCase(), telling.map(storableText), limit];
  const { actor, row } = await read<FileRow & { readonly candidates: readonly GroupRow[] }>(reading, askedStatement, sender, values);
  return { file: { actor, ...toFile(row) }, candidates: row.candidates.map(toGroup) };
}

const findStatement = statement('find groups', { queries: foundGroups, columns: [...foundColumns, ...ofOnly(fileColumns('$8'))] });

export async function findGroups(
  reading: Reading,
  sender: Sender,
  typed: string,
  limit: number,
  choice: GroupChoice,
  person?: Account,
): Promise<GroupFile & GroupsFound> {
  const values = [...choiceValues(reading, sender, typed, choice, limit), person ?? null];
  const { actor, row } = await read<FoundRow & FileRow>(reading, findStatement, sender, values);
  return { actor, groups: row.groups, named: row.named, ...toFile(row) };
}
