import type { ProposalStore } from '../core/store-proposals.ts';
import { moveBalance, readBalance } from './balance.ts';
import { dropDraft, keepDraft } from './drafts.ts';
import { leadFrom, leadNoMore } from './leadership.ts';
import { moveProposal } from './move-proposal.ts';
import { editProposal, propose } from './propose.ts';
import type { Reading } from './read.ts';
import { findProposals, readProposal, readProposals } from './reads/read-proposals.ts';
import { findTopics, readTopic, readTopics } from './reads/read-topics.ts';
import type { Writing } from './record.ts';
import { recordTopic, sayInterest } from './record-topic.ts';
import { guarded } from './unavailable.ts';
import { volunteer } from './volunteer.ts';

/** The part of the port that knows topics, proposals and volunteers. */
export function proposalStore(reading: Reading, writing: Writing): ProposalStore {
  return {
    readTopics: guarded((sender, skip, limit) => readTopics(reading, sender, skip, limit)),
    readTopic: guarded((sender, id) => readTopic(reading, sender, id)),
    readProposals: guarded((sender, skip, limit) => readProposals(reading, sender, skip, limit)),
    readProposal: guarded((sender, id) => readProposal(reading, sender, id)),
    findProposals: guarded((sender, limit, choice) => findProposals(reading, sender, limit, choice)),
    findTopics: guarded((sender, typed, limit) => findTopics(reading, sender, typed, limit)),
    readBalance: guarded((sender) => readBalance(reading, sender)),
    moveBalance: guarded((week) => moveBalance(writing, week)),
    recordTopic: guarded((change, by) => recordTopic(writing, change, by)),
    sayInterest: guarded((change, by) => sayInterest(writing, change, by)),
    keepDraft: guarded((draft, filledWith, by) => keepDraft(writing, draft, filledWith, by)),
    dropDraft: guarded((id, by) => dropDraft(writing, id, by)),
    propose: guarded((text, from, by) => propose(writing, text, from, by)),
    editProposal: guarded((edit, by) => editProposal(writing, edit, by)),
    moveProposal: guarded((change, by) => moveProposal(writing, change, by)),
    volunteer: guarded((offer, by) => volunteer(writing, offer, by)),
    leadFrom: guarded((leadership, by) => leadFrom(writing, leadership, by)),
    leadNoMore: guarded((by) => leadNoMore(writing, by)),
  };
}
