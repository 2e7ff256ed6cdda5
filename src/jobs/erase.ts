import { dayIn } from '../core/calendar.ts';
import type { Job } from './job.ts';

/** Lets go once a day of what has outlived its time. */
const erase: Job = {
  name: 'erase',
  async run({ store, now, real }) {
    const at = now();
    const key = `erase ${dayIn('UTC', at)}`;
    if (await store.claimDuty({ key, at, skipped: false, messages: [] }, at)) await store.eraseDue(at, real());
  },
};

export default erase;
