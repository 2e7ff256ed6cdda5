import { promptDue } from '../core/duty.ts';
import { watch } from './job.ts';

/** Asks those who speak for a group for its update, on the group's day and hour. */
export default watch(
  'prompts',
  ({ groups }) => groups,
  ({ group, told }, _facts, now) => promptDue(group, told, now),
);
