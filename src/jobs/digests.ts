import { digestOwed } from '../core/duty.ts';
import { watch } from './job.ts';

/** Sends each channel the digest of the week before, at the channel's own hour. */
export default watch(
  'digests',
  ({ subscriptions }) => subscriptions,
  ({ subscription, lastWeek }, _facts, now) => digestOwed(subscription, lastWeek, now),
);
