import { type Help, helps, openStates, type Proposal, type ProposalText } from '../../core/proposal.ts';
import type { HelpCounts, ProposalOverview } from '../../core/store-proposals.ts';
import { parseEdtf, toEdtf } from '../../core/when.ts';

/** A proposal at the version that stands, as the database holds it. */
export type ProposalRow = {
  readonly id: string;
  readonly version: number;
  readonly state: Proposal['state'];
  readonly topic: string | null;
  readonly member: string;
  readonly at: string;
  readonly waitingSince: string;
  readonly group: string | null;
  readonly name: string;
  readonly problem: string;
  readonly deliverable: string;
  readonly ending: string;
  readonly milestone: string;
  readonly edtf: string;
  readonly wording: string | null;
};

/** The columns of a `ProposalRow` under its names, from `standingProposals`. */
export const proposalColumns = `proposal.id, proposal.version, proposal.state, proposal.topic_id AS topic, proposal.member, proposal.at,
  proposal.waiting_since AS "waitingSince", proposal.group_id AS "group", proposal_version.name, proposal_version.problem, proposal_version.deliverable,
  proposal_version.ending, proposal_version.milestone, proposal_version.edtf, proposal_version.wording`;

/** Whether a proposal in a statement waits for something. */
export const isOpenRow = `proposal.state IN (${openStates.map((state) => `'${state}'`).join(', ')})`;

/** Those that wait for something. */
export const openOnes = { state: { in: openStates } };

/** Proposals beside the version that stands. */
export const standingProposals = `proposal
  JOIN proposal_version ON proposal_version.proposal_id = proposal.id AND proposal_version.version = proposal.version`;

export function toProposal({ topic, group, edtf, wording, at, waitingSince, ...row }: ProposalRow): Proposal {
  const when = parseEdtf(edtf);
  if (when === undefined) throw new Error(`${row.id} holds a date that is none: ${edtf}`);
  return {
    ...row,
    when,
    ...(wording !== null && { wording }),
    ...(topic !== null && { topic }),
    ...(group !== null && { group }),
    at: new Date(at),
    waitingSince: new Date(waitingSince),
  };
}

/** Whether a member has an account that was the proposer's once, however it was linked, parted or forgotten since. */
export function proposedOnce(member: string): string {
  return `EXISTS (SELECT FROM account AS theirs WHERE theirs.member_id = ${member} AND theirs.origin = ANY (proposal.origins))`;
}

/** A proposal with how many people offer which kind of help. */
export type ProposalOverviewRow = ProposalRow & { readonly offers: Readonly<Partial<Record<Help, number>>> | null };

/** The columns of a `ProposalOverviewRow`. */
export const proposalOverviewColumns = `${proposalColumns},
  (SELECT json_object_agg(kind, number) FROM (
    SELECT kind, count(*)::int AS number FROM offer WHERE proposal_id = proposal.id GROUP BY kind
  ) AS counted) AS offers`;

export function toProposalOverview({ offers, ...row }: ProposalOverviewRow): ProposalOverview {
  const counts: HelpCounts = { lead: 0, write: 0, research: 0, review: 0, observe: 0, ...offers };
  return { proposal: toProposal(row), counts };
}

/** A kind of help as the database holds it. */
export function helpOf(text: string): Help {
  return helps.find((help) => help === text) ?? 'observe';
}

/** What a version says, as its row holds it. */
export function versionColumns({ when, wording, name, problem, deliverable, ending, milestone }: ProposalText) {
  return { name, problem, deliverable, ending, milestone, edtf: toEdtf(when), wording: wording ?? null };
}

/** The same as the record keeps it: under the core's names, its date in EDTF. */
export function textForRecord({ when, ...text }: ProposalText) {
  return { ...text, when: toEdtf(when) };
}
