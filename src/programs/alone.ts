import { clearCard } from '../bridge.ts';
import type { Config } from '../config.ts';
import { type OpenHouse, openHouse } from '../house.ts';
import { createLog } from '../log.ts';
import { lock, type Unlock } from '../store/database/lock.ts';

/** Takes the embedded database for a program that needs it to itself; throws in plain words while a server holds it. */
export function holdAlone(config: Config): Unlock | undefined {
  if (config.DATABASE_URL !== undefined) return undefined;
  const unlock = lock(config.IS3C_DATA);
  clearCard(config.IS3C_DATA);
  return unlock;
}

/** Opens the house for such a program. */
export function openAlone(config: Config, empty: 'is loaded' | 'stays' = 'is loaded'): Promise<OpenHouse> {
  return openHouse(config, createLog(config.LOG_LEVEL ?? 'warn'), holdAlone(config), empty);
}
