import { chairlessDue } from '../core/duty.ts';
import { watch } from './job.ts';

/** Tells the coordinators of a group without a chair when whoever was asked to be one has not answered, once for each question. */
export default watch(
  'chairless',
  ({ chairless }) => chairless,
  (one, { coordinators }, now) => chairlessDue(one, coordinators, now),
);
