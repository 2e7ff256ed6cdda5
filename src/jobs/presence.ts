import { dayIn } from '../core/calendar.ts';
import type { Job } from './job.ts';

/** Asks once a day in which spaces the bot still is: it may have been removed while nobody could tell it. */
const presence: Job = {
  name: 'presence',
  async run({ store, adapters, now, log }) {
    const at = now();
    const asked = Object.values(adapters).filter(({ spaces }) => spaces !== undefined);
    if (asked.length === 0) return;
    const claimed = await store.claimDuties([{ key: `presence ${dayIn('UTC', at)}`, at, skipped: false, messages: [] }], at);
    if (claimed.length === 0) return;
    for (const { platform, spaces } of asked) {
      const present = await spaces?.();
      if (present === undefined) log.warn({ platform }, 'the platform does not say where the bot is');
      else await store.noteSpaces(platform, present, at);
    }
  },
};

export default presence;
