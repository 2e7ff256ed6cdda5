import type { MilestoneHistory, Sender } from '../core/store.ts';
import { type EventRow, historyOf, toEvent } from './event-row.ts';
import { type ProposalRow, proposalColumn, toProposal } from './milestone-proposal-row.ts';
import { type MilestoneRow, milestoneColumns, toMilestone } from './milestone-row.ts';
import { type Reading, read, statement } from './read.ts';
import { storableText } from './storable.ts';

const milestoneStatement = statement('milestone', {
  columns: [
    `(SELECT row_to_json(facts) FROM (SELECT ${milestoneColumns} FROM milestone WHERE id = $3) AS facts) AS milestone`,
    proposalColumn,
    `(SELECT json_agg(row_to_json(facts)) FROM (
      SELECT ${milestoneColumns} FROM milestone
      WHERE id = ANY (ARRAY(SELECT unnest(depends_on) FROM milestone WHERE id = $3)) ORDER BY timeline_key
    ) AS facts) AS "dependsOn"`,
    `${historyOf('LIMIT 10')} AS events`,
  ],
});

type HistoryRow = {
  readonly milestone: MilestoneRow | null;
  readonly proposal: ProposalRow | null;
  readonly dependsOn: readonly MilestoneRow[] | null;
  readonly events: readonly EventRow[];
};

/** The events are those of a milestone alone: an id that names none has no history either. */
export async function readMilestone(reading: Reading, sender: Sender, id: string): Promise<MilestoneHistory> {
  const { actor, row } = await read<HistoryRow>(reading, milestoneStatement, sender, [storableText(id)]);
  const proposal = row.proposal === null ? {} : { proposal: toProposal(row.proposal) };
  if (row.milestone === null) return { actor, ...proposal, dependsOn: [], events: [] };
  return {
    actor,
    ...proposal,
    milestone: toMilestone(row.milestone),
    dependsOn: (row.dependsOn ?? []).map(toMilestone),
    events: row.events.map(toEvent),
  };
}
