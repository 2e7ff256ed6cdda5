import type { MilestoneProposal } from '../../core/milestone-proposal.ts';
import { parseEdtf } from '../../core/when.ts';
import { list } from '../read.ts';

export type MilestoneProposalRow = {
  readonly id: string;
  readonly text: string;
  readonly edtf: string;
  readonly wording: string | null;
  readonly source: string;
  readonly dependsOn: readonly string[];
  readonly group: string;
  readonly member: string;
  readonly at: string | Date;
  readonly state: string;
};

const columns = `milestone_proposal.id, milestone_proposal.text, milestone_proposal.edtf, milestone_proposal.wording, milestone_proposal.source,
  milestone_proposal.depends_on AS "dependsOn", milestone_proposal.group_id AS "group", milestone_proposal.member, milestone_proposal.at, milestone_proposal.state`;

/** The proposal with the id $3. */
export const proposalColumn = `(SELECT row_to_json(facts) FROM (SELECT ${columns} FROM milestone_proposal WHERE id = $3) AS facts) AS proposal`;

/** Those that wait and are not the sender's own, at most $3. */
export const decidableColumn = `${list(`SELECT ${columns} FROM milestone_proposal
  WHERE state = 'waiting' AND member IS DISTINCT FROM (SELECT actor.id FROM actor) ORDER BY at, id LIMIT $3::int`)} AS proposals`;

/** Those that wait, for coordinators alone, at most twenty, and how many more there are; the parameter says whether the sender is one without a row. */
export function waitingProposalsColumns(parameter: string): readonly string[] {
  const waiting = `FROM milestone_proposal WHERE state = 'waiting' AND (${parameter}::boolean OR (SELECT actor.coordinator FROM actor))`;
  return [
    `(SELECT json_agg(row_to_json(waiting)) FROM (SELECT ${columns} ${waiting} ORDER BY at, id LIMIT 20) AS waiting) AS proposed`,
    `(SELECT greatest(count(*) - 20, 0)::int ${waiting}) AS "moreProposed"`,
  ];
}

const decided = ['accepted', 'declined', 'ended'] as const;

export function toMilestoneProposal({ edtf, wording, source, at, state, ...row }: MilestoneProposalRow): MilestoneProposal {
  const when = parseEdtf(edtf);
  if (when === undefined) throw new Error(`${row.id} holds a date that is none: ${edtf}`);
  return {
    ...row,
    planned: { when, source, ...(wording !== null && { wording }) },
    at: new Date(at),
    state: decided.find((one) => one === state) ?? 'waiting',
  };
}
