import { setTimeout as sleep } from 'node:timers/promises';
import { platformOf } from '../core/account.ts';
import { type Destination, type OwedMessage, platformFor } from '../core/notice.ts';
import { type Context, guarded, type Job } from './job.ts';
import { send } from './send.ts';

/** So many messages are under way at once on each platform, each to another destination: one that is slow holds up no other. */
const atOnce = 20;

/** A sending that was begun so long ago and never ended was broken off, in milliseconds. */
const stuckAfter = 60_000;

/** While a slow destination keeps the job busy, it looks so often for what others are owed, in milliseconds. */
const pause = 1_000;

/** Sends what waits until nothing does. A destination gets one message after the other, and holds up no other one. */
const deliver: Job = {
  name: 'deliver',
  async run(context) {
    await guarded(context, 'deliver: what waits could not be read', () => deliverAll(context));
  },
};

export default deliver;

/** What goes on during one run; destinations that rest had a failure, and are left alone until the next run. */
type Round = { readonly underWay: Map<string, Promise<void>>; readonly resting: Set<string> };

async function deliverAll(context: Context): Promise<void> {
  const round: Round = { underWay: new Map(), resting: new Set() };
  try {
    while (!context.isStopping()) {
      for (const message of await nextOnes(context, round)) begin(context, message, round);
      if (round.underWay.size === 0) return;
      await Promise.race([...round.underWay.values(), sleep(pause, undefined, { ref: false })]);
    }
  } finally {
    await Promise.all(round.underWay.values());
  }
}

/** What may be begun now, broken off sendings first. */
async function nextOnes({ store, now, real }: Context, { underWay, resting }: Round): Promise<readonly OwedMessage[]> {
  const limit = atOnce + underWay.size + resting.size;
  const at = now();
  const stuck = await store.readStuck(new Date(real().getTime() - stuckAfter), at, limit);
  const waiting = await store.readWaiting(at, limit);
  const taken = new Set([...underWay.keys(), ...resting]);
  const begun = [...underWay.keys()].map(platformOf);
  return [...stuck, ...waiting].filter(({ to }) => {
    const platform = platformFor(to);
    if (taken.has(keyOf(to)) || begun.filter((one) => one === platform).length >= atOnce) return false;
    taken.add(keyOf(to));
    begun.push(platform);
    return true;
  });
}

function begin(context: Context, message: OwedMessage, { underWay, resting }: Round): void {
  const key = keyOf(message.to);
  const work = async (): Promise<void> => {
    if (!(await send(context, message))) resting.add(key);
  };
  const sending = guarded(context, 'deliver: what came of a message could not be noted', work).then((well) => {
    if (!well) resting.add(key);
    underWay.delete(key);
  });
  underWay.set(key, sending);
}

function keyOf(to: Destination): string {
  return to.kind === 'person' ? to.account : `${to.space} ${to.channel}`;
}
