import type { Job } from './job.ts';

/** Lets go once an hour of what has outlived its time. */
const erase: Job = {
  name: 'erase',
  async run({ store, now, real }) {
    const at = now();
    const key = `erase ${at.toISOString().slice(0, 'YYYY-MM-DDTHH'.length)}`;
    const claimed = await store.claimDuties([{ key, at, skipped: false, messages: [] }], at);
    if (claimed.length > 0) await store.eraseDue(at, real());
  },
};

export default erase;
