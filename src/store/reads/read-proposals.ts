import type { ProposalChoice } from '../../core/choice.ts';
import type { Help } from '../../core/proposal.ts';
import type { Page, Sender } from '../../core/store.ts';
import type { ProposalFile, ProposalsFound, ProposalsPage } from '../../core/store-proposals.ts';
import { ofOnly, onlyQuery } from '../only.ts';
import { pageBounds, pageColumns, pageQuery } from '../page.ts';
import { list, only, type Reading, read, statement } from '../read.ts';
import { type DraftRow, draftsColumn, toDraft } from '../rows/draft-row.ts';
import { type EventRow, historyOf, toEvent } from '../rows/event-row.ts';
import { type MemberRow, memberColumns, toMember } from '../rows/member-row.ts';
import { isOpenRow, type ProposalOverviewRow, proposalOverviewColumns, proposedOnce, standingProposals, toProposalOverview } from '../rows/proposal-row.ts';
import { type TopicRow, topicColumns, toTopic } from '../rows/topic-row.ts';
import { storableText } from '../storable.ts';

/** After $3 of them, at most $4. */
const proposalsStatement = statement('proposals', {
  queries: [pageQuery(`proposal WHERE ${isOpenRow}`)],
  columns: [
    `${list(`SELECT ${proposalOverviewColumns} FROM ${standingProposals} WHERE ${isOpenRow} ORDER BY proposal.number DESC ${pageBounds}`)} AS proposals`,
    draftsColumn,
    ...pageColumns,
  ],
});

type PageRow = Page & { readonly proposals: readonly ProposalOverviewRow[]; readonly drafts: readonly DraftRow[] };

export async function readProposals(reading: Reading, sender: Sender, skip: number, limit: number): Promise<ProposalsPage> {
  const { actor, row } = await read<PageRow>(reading, proposalsStatement, sender, [skip, limit]);
  return { actor, proposals: row.proposals.map(toProposalOverview), drafts: row.drafts.map(toDraft), skip: row.skip, total: row.total };
}

/** Whoever has `account` and is neither the proposer nor has one that was the proposer's once. */
const another = `account.member_id IS DISTINCT FROM proposal.member AND NOT ${proposedOnce('account.member_id')}`;

/** Somebody with the right on record, or whom the configuration names. */
const led = (named: '$4' | '$5'): string => `(cardinality(${named}::text[]) > 0 OR EXISTS (SELECT FROM account WHERE coordinator_since IS NOT NULL)) AS led`;

/** Somebody else with the right on record, or whom the configuration names in `named`. */
const decidable = (named: '$4' | '$5'): string => `EXISTS (SELECT FROM proposal WHERE proposal.id = $3 AND (
    EXISTS (SELECT FROM account WHERE coordinator_since IS NOT NULL AND ${another})
    OR EXISTS (SELECT FROM unnest(${named}::text[]) AS named(key) LEFT JOIN account ON account.key = named.key WHERE ${another}))) AS decidable`;

const fileColumns = (named: '$4' | '$5'): readonly string[] => [
  `${only(`SELECT ${proposalOverviewColumns} FROM ${standingProposals} WHERE proposal.id = $3`)} AS overview`,
  `${only(`SELECT ${topicColumns} FROM topic JOIN proposal ON proposal.topic_id = topic.id WHERE proposal.id = $3`)} AS topic`,
  `(SELECT working_group.name FROM proposal JOIN topic ON topic.id = proposal.topic_id
      JOIN working_group ON working_group.id = topic.group_id WHERE proposal.id = $3) AS "groupName"`,
  `EXISTS (SELECT FROM proposal JOIN topic ON topic.id = proposal.topic_id
      JOIN working_group ON working_group.id = topic.group_id WHERE proposal.id = $3 AND working_group.state = 'concluded') AS "groupEnded"`,
  `${only(`SELECT ${memberColumns} FROM member JOIN proposal ON proposal.member = member.id WHERE proposal.id = $3`)} AS proposer`,
  decidable(named),
  led(named),
  `EXISTS (SELECT FROM proposal WHERE proposal.id = $3 AND ${proposedOnce('(SELECT actor.id FROM actor)')}) AS "ownOnce"`,
  `${list(`SELECT offer.kind, ${memberColumns} FROM offer JOIN member ON member.id = offer.member_id
      WHERE offer.proposal_id = $3 ORDER BY offer.at, member.id`)} AS volunteers`,
  `(SELECT offer.kind FROM offer WHERE offer.proposal_id = $3 AND offer.member_id = (SELECT actor.id FROM actor)) AS mine`,
  `${historyOf('LIMIT 10')} AS events`,
  draftsColumn,
];

const proposalStatement = statement('proposal', { columns: fileColumns('$4') });

/** Open proposals, the newest first, at most $3; $4 is the choice among them, $5 whom the configuration names. */
const findStatement = statement('find proposals', {
  queries: [
    `found AS MATERIALIZED (
  SELECT id FROM proposal WHERE ${isOpenRow}
    AND ($4 = 'all' OR ($4 = 'own') = (member IS NOT DISTINCT FROM (SELECT actor.id FROM actor)))
    AND NOT ($4 = 'others' AND ${proposedOnce('(SELECT actor.id FROM actor)')}) ORDER BY number DESC LIMIT $3::int
)`,
    onlyQuery,
  ],
  columns: [
    `${list(`SELECT ${proposalOverviewColumns} FROM ${standingProposals} WHERE proposal.id IN (SELECT found.id FROM found) ORDER BY proposal.number DESC`)} AS proposals`,
    `EXISTS (SELECT FROM proposal WHERE ${isOpenRow}) AS "anyOpen"`,
    ...ofOnly(fileColumns('$5')),
  ],
});

type FoundRow = FileRow & { readonly proposals: readonly ProposalOverviewRow[]; readonly anyOpen: boolean };

export async function findProposals(reading: Reading, sender: Sender, limit: number, choice: ProposalChoice): Promise<ProposalFile & ProposalsFound> {
  const { actor, row } = await read<FoundRow>(reading, findStatement, sender, [limit, choice, reading.rights.named]);
  return { actor, ...toFile(row), proposals: row.proposals.map(toProposalOverview), anyOpen: row.anyOpen };
}

type FileRow = {
  readonly overview: ProposalOverviewRow | null;
  readonly topic: TopicRow | null;
  readonly groupName: string | null;
  readonly groupEnded: boolean;
  readonly proposer: MemberRow | null;
  readonly decidable: boolean;
  readonly led: boolean;
  readonly ownOnce: boolean;
  readonly volunteers: readonly (MemberRow & { readonly kind: Help })[];
  readonly mine: Help | null;
  readonly events: readonly EventRow[];
  readonly drafts: readonly DraftRow[];
};

/** The events are those of a proposal alone: an id that names none has no history either. */
export async function readProposal(reading: Reading, sender: Sender, id: string): Promise<ProposalFile> {
  const { actor, row } = await read<FileRow>(reading, proposalStatement, sender, [storableText(id), reading.rights.named]);
  return { actor, ...toFile(row) };
}

function toFile(row: FileRow): Omit<ProposalFile, 'actor'> {
  if (row.overview === null) return { groupEnded: false, decidable: false, led: row.led, ownOnce: false, volunteers: [], events: [], drafts: [] };
  return {
    overview: toProposalOverview(row.overview),
    ...(row.topic && { topic: toTopic(row.topic) }),
    ...(row.groupName !== null && { groupName: row.groupName }),
    groupEnded: row.groupEnded,
    ...(row.proposer && { proposer: toMember(row.proposer) }),
    decidable: row.decidable,
    led: row.led,
    ownOnce: row.ownOnce,
    volunteers: row.volunteers.map(({ kind, ...member }) => ({ member: toMember(member), kind })),
    ...(row.mine !== null && { mine: row.mine }),
    events: row.events.map(toEvent),
    drafts: row.drafts.map(toDraft),
  };
}
