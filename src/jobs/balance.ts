import { weekIn, weekName } from '../core/week.ts';
import type { Job } from './job.ts';

/** Moves the numbers of stakeholder groups once a week. */
const balance: Job = {
  name: 'balance',
  async run({ store, now }) {
    const at = now();
    const week = weekIn('UTC', at);
    if (await store.claimDuty({ key: `balance ${weekName(week)}`, at, skipped: false, messages: [] }, at)) await store.moveBalance(week);
  },
};

export default balance;
