import { menuSize } from '../../core/choice.ts';
import type { MilestoneProposal } from '../../core/milestone-proposal.ts';
import type { MilestoneHistory, Read, Sender } from '../../core/store.ts';
import { type Reading, read, statement } from '../read.ts';
import { type EventRow, historyOf, toEvent } from '../rows/event-row.ts';
import { decidableColumn, type MilestoneProposalRow, proposalColumn, toMilestoneProposal } from '../rows/milestone-proposal-row.ts';
import { type MilestoneRow, milestoneColumns, toMilestone } from '../rows/milestone-row.ts';
import { storableText } from '../storable.ts';

/** All that is known of what has the id $3. */
export const historyColumns: readonly string[] = [
  `(SELECT row_to_json(facts) FROM (SELECT ${milestoneColumns} FROM milestone WHERE id = $3) AS facts) AS milestone`,
  proposalColumn,
  `(SELECT json_agg(row_to_json(facts)) FROM (
      SELECT ${milestoneColumns} FROM milestone
      WHERE id = ANY (ARRAY(SELECT unnest(depends_on) FROM milestone WHERE id = $3)) ORDER BY timeline_key
    ) AS facts) AS "dependsOn"`,
  `${historyOf('LIMIT 10')} AS events`,
];

const milestoneStatement = statement('milestone', { columns: historyColumns });

export type HistoryRow = {
  readonly milestone: MilestoneRow | null;
  readonly proposal: MilestoneProposalRow | null;
  readonly dependsOn: readonly MilestoneRow[] | null;
  readonly events: readonly EventRow[];
};

/** The events are those of a milestone alone: an id that names none has no history either. */
export async function readMilestone(reading: Reading, sender: Sender, id: string): Promise<MilestoneHistory> {
  const { actor, row } = await read<HistoryRow>(reading, milestoneStatement, sender, [storableText(id)]);
  return { actor, ...toHistory(row) };
}

export function toHistory({ milestone, proposal: proposed, dependsOn, events }: HistoryRow): Omit<MilestoneHistory, 'actor'> {
  const proposal = proposed === null ? {} : { proposal: toMilestoneProposal(proposed) };
  if (milestone === null) return { ...proposal, dependsOn: [], events: [] };
  return {
    ...proposal,
    milestone: toMilestone(milestone),
    dependsOn: (dependsOn ?? []).map(toMilestone),
    events: events.map(toEvent),
  };
}

/** Those that wait and are not the sender's own, the oldest first, at most $3. */
const proposedStatement = statement('proposed milestones', { columns: [decidableColumn] });

export async function readProposedMilestones(reading: Reading, sender: Sender): Promise<Read<{ readonly proposals: readonly MilestoneProposal[] }>> {
  const { actor, row } = await read<{ readonly proposals: readonly MilestoneProposalRow[] }>(reading, proposedStatement, sender, [menuSize]);
  return { actor, proposals: row.proposals.map(toMilestoneProposal) };
}
