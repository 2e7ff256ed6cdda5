import { setTimeout as sleep } from 'node:timers/promises';
import { clearCard } from './bridge.ts';
import { lock, tryLock, type Unlock } from './store/database/lock.ts';

/** A command in the terminal may hold the folder for a moment. */
const tries = 50;
const pause = 100;

/** Takes the lock on the data folder, waiting five seconds for a short holder, and removes the card of a server that is gone. Throws when the folder stays in use. */
export async function holdData(data: string): Promise<Unlock> {
  for (let tried = 0; tried < tries; tried += 1) {
    const unlock = tryLock(data);
    if (unlock !== undefined) return cleared(data, unlock);
    await sleep(pause);
  }
  return cleared(data, lock(data));
}

function cleared(data: string, unlock: Unlock): Unlock {
  clearCard(data);
  return unlock;
}
