import type { Draft } from '../core/proposal.ts';

/** What was typed into a form that was not taken, as the database holds it. */
export type DraftRow = {
  readonly about: string;
  readonly topic: string | null;
  readonly name: string;
  readonly problem: string;
  readonly deliverable: string;
  readonly ending: string;
  readonly milestone: string;
};

/** The columns of a `DraftRow` under its names. */
export const draftColumns = `proposal_draft.about, proposal_draft.topic_id AS topic, proposal_draft.name, proposal_draft.problem, proposal_draft.deliverable,
  proposal_draft.ending, proposal_draft.milestone`;

export function toDraft({ about, topic, ...row }: DraftRow): Draft {
  return { ...row, ...(/^p\d/.test(about) && { about }), ...(topic !== null && { topic }) };
}
