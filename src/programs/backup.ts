import type { Config } from '../config.ts';
import { backUp, restoreBackup, type Summary } from '../plan/backup.ts';
import { openStore } from '../store/open.ts';
import { holdAlone, openAlone } from './alone.ts';
import { onlyArgument } from './arguments.ts';
import { print, wrongUsage } from './out.ts';

function say(act: string, file: string, { rows, created }: Summary): void {
  const counts = Object.entries(rows).filter(([, count]) => count > 0);
  print(`${act} ${file}, made ${created.toISOString()}: ${counts.map(([table, count]) => `${count} in ${table}`).join(', ')}.`);
}

/** Writes everything into one file, from a database that stands still meanwhile. */
export async function backup(args: readonly string[], config: Config): Promise<number> {
  const file = onlyArgument(args);
  if (file === undefined) return wrongUsage('backup FILE');
  const house = await openAlone(config);
  try {
    say('Wrote', file, await backUp({ store: house.store, file, at: house.clock() }));
    return 0;
  } finally {
    await house.close();
  }
}

/** Fills an empty database from such a file: the plan is not loaded first, since the file holds it. */
export async function restore(args: readonly string[], config: Config): Promise<number> {
  const file = onlyArgument(args);
  if (file === undefined) return wrongUsage('restore FILE');
  const unlock = holdAlone(config);
  const where = config.DATABASE_URL === undefined ? { data: config.IS3C_DATA } : { databaseUrl: config.DATABASE_URL };
  const { store, close } = await openStore(where, unlock === undefined ? {} : { unlock });
  try {
    say('Restored', file, await restoreBackup({ store, file }));
    return 0;
  } finally {
    await close();
  }
}
