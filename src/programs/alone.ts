import { clearCard } from '../bridge.ts';
import type { Config } from '../config.ts';
import { type OpenHouse, openHouse } from '../house.ts';
import { createLog } from '../log.ts';
import { lock } from '../store/lock.ts';

/** Opens the house for a program that needs the database to itself; throws in plain words while a server holds the embedded one. */
export async function openAlone(config: Config): Promise<OpenHouse> {
  const unlock = config.DATABASE_URL === undefined ? lock(config.IS3C_DATA) : undefined;
  if (unlock !== undefined) clearCard(config.IS3C_DATA);
  return openHouse(config, createLog(config.LOG_LEVEL ?? 'warn'), unlock);
}
