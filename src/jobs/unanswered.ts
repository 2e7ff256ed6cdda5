import { unansweredDue } from '../core/duty.ts';
import { watch } from './job.ts';

/** Lets the cards of a proposal in the channels of leadership say that it has waited four weeks without an answer, once for each time that it waits. */
export default watch(
  'unanswered',
  ({ proposals }) => proposals,
  (proposal, _facts, now) => unansweredDue(proposal, now),
);
