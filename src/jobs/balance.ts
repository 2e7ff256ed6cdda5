import { weekIn } from '../core/week.ts';
import type { Job } from './job.ts';

/** Moves the numbers of stakeholder groups once a week. Each remembers its week, and a look after one that failed moves what still stands. */
const balance: Job = {
  name: 'balance',
  run: ({ store, now }) => store.moveBalance(weekIn('UTC', now())),
};

export default balance;
