import { reminderDue } from '../core/duty.ts';
import { watch } from './job.ts';

/** Asks once more, a working day later, where nobody has answered. */
export default watch(
  'reminders',
  ({ groups }) => groups,
  ({ group, told }, _facts, now) => reminderDue(group, told, now),
);
