import type { KeptDraft } from '../../core/proposal.ts';
import { cannotPropose, type TopicState } from '../../core/topic.ts';
import { list } from '../read.ts';
import { isOpenRow } from './proposal-row.ts';

/** What was typed into a form that was not taken, as the database holds it, with how that stands from which it comes. */
export type DraftRow = {
  readonly id: string;
  readonly about: string | null;
  readonly proposalId: string | null;
  readonly topicId: string | null;
  readonly topicState: TopicState | null;
  readonly groupEnded: boolean | null;
  readonly name: string;
  readonly problem: string;
  readonly deliverable: string;
  readonly ending: string;
  readonly milestone: string;
};

/** So many are read at most; older ones come up once these are gone. */
const most = 20;

/** What the sender has begun, the latest first. Only a proposal of theirs that is open can be edited. */
export const draftsColumn = `${list(`SELECT proposal_draft.id, proposal.id AS about, proposal_draft.proposal_id AS "proposalId", proposal_draft.topic_id AS "topicId",
    topic.state AS "topicState", working_group.state = 'concluded' AS "groupEnded", proposal_draft.name, proposal_draft.problem, proposal_draft.deliverable, proposal_draft.ending, proposal_draft.milestone
  FROM proposal_draft
  LEFT JOIN proposal ON proposal.id = proposal_draft.proposal_id AND proposal.member = proposal_draft.member_id AND ${isOpenRow}
  LEFT JOIN topic ON topic.id = proposal_draft.topic_id
  LEFT JOIN working_group ON working_group.id = topic.group_id
  WHERE proposal_draft.member_id = (SELECT actor.id FROM actor) ORDER BY proposal_draft.at DESC, proposal_draft.id LIMIT ${most}`)} AS drafts`;

export function toDraft({ about, proposalId, topicId, topicState, groupEnded, ...row }: DraftRow): KeptDraft {
  const topic = topicId !== null && topicState !== null && canPropose(topicId, topicState, groupEnded === true) ? topicId : null;
  const origin = proposalId ?? topicId;
  const over = origin === about || origin === topic ? null : origin;
  return { ...row, ...(about !== null && { about }), ...(topic !== null && { topic }), ...(over !== null && { over }) };
}

function canPropose(id: string, state: TopicState, groupEnded: boolean): boolean {
  return cannotPropose({ id, state }, undefined, groupEnded) === undefined;
}
