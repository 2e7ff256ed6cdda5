import { stakeholderGroups } from '../../core/balance.ts';
import type { Sender } from '../../core/store.ts';
import type { Link, MeFacts, PeopleStore } from '../../core/store-people.ts';
import { list, only, type Reading, read, statement } from '../read.ts';
import { belongingQuery, chairAskedQuery, joinAskedQuery } from '../rows/membership-row.ts';
import { isOpenRow, type ProposalOverviewRow, proposalOverviewColumns, standingProposals, toProposalOverview } from '../rows/proposal-row.ts';
import { type DeskRow, deskQuery, toDesk } from './read-desks.ts';

export const linkColumns = 'link_code.id, link_code.account AS asker, link_code.entered_by AS enterer';

const offered = `${standingProposals} JOIN offer ON offer.proposal_id = proposal.id
      WHERE offer.member_id = (SELECT actor.id FROM actor) AND ${isOpenRow}`;

/** $3 is the machine's clock; $4 says whether the sender is a coordinator without a row. */
const meStatement = statement('me', {
  columns: [
    `(SELECT stakeholder FROM member WHERE id = (SELECT actor.id FROM actor)) AS stakeholder`,
    `ARRAY(SELECT account.key FROM account WHERE account.member_id = (SELECT actor.id FROM actor) ORDER BY account.key) AS accounts`,
    `(SELECT count(*) FROM account WHERE account.member_id = (SELECT actor.id FROM actor)) > 1 AS linked`,
    `${deskQuery('working_group.id IN (SELECT group_id FROM lead WHERE member_id = (SELECT actor.id FROM actor))', "'infinity'::date")} AS desks`,
    `${list(belongingQuery)} AS memberships`,
    `${list(chairAskedQuery)} AS "chairAsked"`,
    `${list(joinAskedQuery('$4'))} AS "joinAsked"`,
    `${list(`SELECT ${proposalOverviewColumns} FROM ${standingProposals} WHERE proposal.member = (SELECT actor.id FROM actor)
      ORDER BY proposal.state <> 'changes asked', proposal.number DESC LIMIT 10`)} AS proposals`,
    `${list(`SELECT proposal.id, proposal_version.name, offer.kind FROM ${offered} ORDER BY proposal.number DESC LIMIT 10`)} AS offers`,
    `${only(`SELECT count(*) FILTER (WHERE state = 'changes asked')::int AS changes, count(*) FILTER (WHERE state <> 'changes asked')::int AS proposals,
      (SELECT count(*)::int FROM ${offered}) AS offers FROM proposal WHERE member = (SELECT actor.id FROM actor)`)} AS numbers`,
    `${only(`SELECT ${linkColumns} FROM link_code WHERE account = $1 AND entered_by IS NOT NULL AND expires > $3::timestamptz`)} AS link`,
  ],
});

type MeRow = Pick<MeFacts, 'accounts' | 'linked' | 'memberships' | 'chairAsked' | 'joinAsked' | 'offers'> & {
  readonly desks: readonly DeskRow[];
  readonly proposals: readonly ProposalOverviewRow[];
  /** How many there are of each. */
  readonly numbers: MeFacts['more'];
  readonly stakeholder: string | null;
  readonly link: Link | null;
};

export async function readMe(reading: Reading, sender: Sender, real: Date): Promise<MeFacts> {
  const { actor, row } = await read<MeRow>(reading, meStatement, sender, [real, reading.rights.isCoordinator(sender.account)]);
  const { accounts, linked, memberships, chairAsked, joinAsked, offers, link } = row;
  const stakeholder = stakeholderGroups.find((one) => one === row.stakeholder);
  const own = { desks: row.desks.map(toDesk), proposals: row.proposals.map(toProposalOverview), offers, more: moreOf(row) };
  const known = { ...(stakeholder && { stakeholder }), ...(link !== null && { link }) };
  return { actor, accounts, linked, memberships, chairAsked, joinAsked, ...own, ...known };
}

function moreOf({ proposals, offers, numbers }: MeRow): MeFacts['more'] {
  const changes = proposals.filter(({ state }) => state === 'changes asked').length;
  return { changes: numbers.changes - changes, proposals: numbers.proposals - (proposals.length - changes), offers: numbers.offers - offers.length };
}

const linkStatement = statement('link', {
  columns: [`${only(`SELECT ${linkColumns} FROM link_code WHERE id::text = $3 AND entered_by IS NOT NULL`)} AS link`],
});

export async function readLink(reading: Reading, sender: Sender, id: string): ReturnType<PeopleStore['readLink']> {
  const { actor, row } = await read<{ readonly link: Link | null }>(reading, linkStatement, sender, [id]);
  return { actor, ...(row.link !== null && { link: row.link }) };
}
