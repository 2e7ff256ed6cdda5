import { silenceDue } from '../core/duty.ts';
import { watch } from './job.ts';

/** Tells the coordinators of a group that has said nothing for four weeks, once for each silence. */
export default watch(
  'silence',
  ({ groups }) => groups,
  ({ group, told, last }, { coordinators }, now) => silenceDue(group, told, last, coordinators, now),
);
