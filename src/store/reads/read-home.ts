import { terminalSpace } from '../../core/account.ts';
import { type News, newsKinds } from '../../core/notice.ts';
import { retention } from '../../core/personal.ts';
import type { HomeFacts, Sender } from '../../core/store.ts';
import type { Link } from '../../core/store-people.ts';
import { earthDaysAt } from '../earth-days.ts';
import { type OfferingsRow, offeringColumns, toOfferings } from '../offer-chair.ts';
import { list, only, type Reading, read, statement } from '../read.ts';
import { isChairlessRow } from '../rows/group-row.ts';
import { belongingQuery, chairAskedQuery, joinAskedQuery } from '../rows/membership-row.ts';
import { type MilestoneProposalRow, toMilestoneProposal, waitingProposalsColumns } from '../rows/milestone-proposal-row.ts';
import { type ProposalOverviewRow, proposalOverviewColumns, proposedOnce, standingProposals, toProposalOverview } from '../rows/proposal-row.ts';
import { toWaitingSpaces, type WaitingSpaceRow, waitingSpacesColumn } from '../waiting-spaces.ts';
import { type DeskRow, deskQuery, toDesk } from './read-desks.ts';
import { linkColumns } from './read-me.ts';
import { type OutlookRow, outlookColumns, outlookQueries, outlookValues, toOutlook } from './read-outlook.ts';

const kinds = newsKinds.map((kind) => `'${kind}'`).join(', ');

const leads = '($8::boolean OR (SELECT actor.coordinator FROM actor))';
const holds = `EXISTS (SELECT FROM lead WHERE group_id = notice ->> 'group' AND role = notice ->> 'role' AND member_id = (SELECT actor.id FROM actor))`;

/** An office or a right that was given or ended is told of while that stands, once. */
const stillSo = `CASE notice ->> 'kind' WHEN 'lead appointed' THEN ${holds} WHEN 'lead dismissed' THEN NOT ${holds}
    WHEN 'coordinator appointed' THEN ${leads} WHEN 'coordinator dismissed' THEN NOT ${leads} ELSE TRUE END`;

/** Whether the same was said later. */
const saidLater = `EXISTS (SELECT FROM owed_message AS later WHERE later.space = '${terminalSpace}' AND later.state IN ('owed', 'skipped')
    AND later.target = owed_message.target AND later.notice = owed_message.notice AND later.number > owed_message.number)`;

/** What was owed since $9 to the sender, at a terminal: to a chat it is written. */
const newsQuery = `SELECT notice, owed AS at FROM owed_message WHERE space = '${terminalSpace}' AND state IN ('owed', 'skipped') AND due > $9::timestamptz
    AND owed_message."to" ->> 'account' = $1 AND notice ->> 'kind' IN (${kinds}) AND ${stillSo}
    AND NOT (notice ->> 'kind' IN ('lead appointed', 'lead dismissed', 'coordinator appointed', 'coordinator dismissed') AND ${saidLater}) ORDER BY number DESC LIMIT 5`;

/** A proposal that waits for the sender, who leads: for an answer, or for changes that nobody is there to make. */
const waits = `(proposal.state = 'proposed' OR proposal.state = 'changes asked' AND NOT EXISTS (SELECT FROM member WHERE member.id = proposal.member))
      AND ${leads} AND proposal.member IS DISTINCT FROM (SELECT actor.id FROM actor)
      AND NOT ${proposedOnce('(SELECT actor.id FROM actor)')}`;

/** What the sender is asked to change. */
const isToChange = "proposal.state = 'changes asked' AND proposal.member = (SELECT actor.id FROM actor)";

/** A group without a chair, for the sender who leads. */
const lacksChair = `${leads} AND ${isChairlessRow}`;

/** $8 says whether the sender is a coordinator without a row. */
const homeStatement = statement('home', {
  queries: outlookQueries,
  columns: [
    ...outlookColumns,
    waitingSpacesColumn('$8'),
    ...waitingProposalsColumns('$8'),
    `(SELECT json_agg(row_to_json(waiting)) FROM (
      SELECT ${proposalOverviewColumns} FROM ${standingProposals}
      WHERE ${waits} ORDER BY proposal.waiting_since, proposal.number LIMIT 20
    ) AS waiting) AS "waitingProposals"`,
    `(SELECT greatest(count(*) - 20, 0)::int FROM proposal WHERE ${waits}) AS "moreProposals"`,
    `(SELECT json_agg(row_to_json(waiting)) FROM (
      SELECT ${proposalOverviewColumns} FROM ${standingProposals}
      WHERE ${isToChange} ORDER BY proposal.number LIMIT 20
    ) AS waiting) AS "changesAsked"`,
    `(SELECT greatest(count(*) - 20, 0)::int FROM proposal WHERE ${isToChange}) AS "moreChanges"`,
    `${deskQuery('working_group.id IN (SELECT group_id FROM lead WHERE member_id = (SELECT actor.id FROM actor))', "'infinity'::date")} AS desks`,
    `${list(belongingQuery)} AS memberships`,
    `${list(chairAskedQuery)} AS "chairAsked"`,
    `${only(`SELECT ${linkColumns}, expires AS until FROM link_code WHERE account = $1 AND entered_by IS NOT NULL`)} AS link`,
    `${list(newsQuery)} AS news`,
    `${list(joinAskedQuery('$8'))} AS "joinAsked"`,
    `${list(`SELECT id, name FROM working_group WHERE ${lacksChair} ORDER BY number LIMIT 10`)} AS chairless`,
    `(SELECT greatest(count(*) - 10, 0)::int FROM working_group WHERE ${lacksChair}) AS "moreChairless"`,
    ...offeringColumns(lacksChair),
  ],
});

type HomeRow = OutlookRow &
  WaitingSpaceRow &
  OfferingsRow &
  Pick<HomeFacts, 'moreProposed' | 'moreProposals' | 'moreChanges' | 'memberships' | 'chairAsked' | 'joinAsked' | 'chairless' | 'moreChairless'> & {
    readonly link: (Link & { readonly until: string }) | null;
    readonly news: readonly { readonly notice: News; readonly at: string }[];
    readonly proposed: readonly MilestoneProposalRow[] | null;
    readonly waitingProposals: readonly ProposalOverviewRow[] | null;
    readonly changesAsked: readonly ProposalOverviewRow[] | null;
    readonly desks: readonly DeskRow[];
  };

export async function readHome(reading: Reading, sender: Sender, now: Date): Promise<HomeFacts> {
  const since = new Date(now.getTime() - retention.messages);
  const values = [...outlookValues(earthDaysAt(now)), reading.rights.isCoordinator(sender.account), since];
  const { actor, row } = await read<HomeRow>(reading, homeStatement, sender, values);
  return {
    actor,
    ...toOutlook(row),
    waitingSpaces: toWaitingSpaces(row),
    proposed: (row.proposed ?? []).map(toMilestoneProposal),
    moreProposed: row.moreProposed,
    waitingProposals: (row.waitingProposals ?? []).map(toProposalOverview),
    moreProposals: row.moreProposals,
    changesAsked: (row.changesAsked ?? []).map(toProposalOverview),
    moreChanges: row.moreChanges,
    desks: row.desks.map(toDesk),
    memberships: row.memberships,
    chairAsked: row.chairAsked,
    ...(row.link !== null && { link: { ...row.link, until: new Date(row.link.until) } }),
    news: row.news.map(({ notice, at }) => ({ notice, at: new Date(at) })),
    joinAsked: row.joinAsked,
    chairless: row.chairless,
    moreChairless: row.moreChairless,
    ...toOfferings(row),
  };
}
