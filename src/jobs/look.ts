import balance from './balance.ts';
import due from './due.ts';
import erase from './erase.ts';
import { guarded, type Job } from './job.ts';
import presence from './presence.ts';

/** What is looked after, in this order. */
const watches: readonly Job[] = [due, presence, erase, balance];

/** Looks once for everything that has come due. That it did is noted only when every look went well, so that `status` shows one that keeps failing. */
const look: Job = {
  name: 'look',
  async run(context) {
    let well = true;
    for (const { name, run } of watches) well = (await guarded(context, `${name}: the look failed`, () => run(context))) && well;
    if (well) await guarded(context, 'look: it could not be noted', () => context.store.noteTick(context.real()));
  },
};

export default look;
