import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { operator, terminalSpace } from '../core/account.ts';
import type { OpenHouse } from '../house.ts';
import { openPlan } from '../plan/choose.ts';
import { exportRecord } from '../plan/export.ts';
import { importPlan, sayDifferences } from '../plan/import.ts';
import { openAlone } from './alone.ts';
import { onlyArgument, readArguments } from './arguments.ts';
import { print, wrongUsage } from './out.ts';

/** Brings the record up to a plan of one's own, or only shows what that would change. */
export async function importFrom(args: readonly string[], config: Config): Promise<number> {
  const given = readArguments(args, { 'dry-run': { type: 'boolean' } });
  if (given === undefined || given.positionals.length === 0) return wrongUsage('import PLAN.yaml [MORE.yaml ...] [--dry-run]');
  const { values, positionals } = given;
  // A plan of one's own is not to stand beside the one that is shipped.
  return withHouse(await openAlone(config, 'stays'), async ({ store, clock }) => {
    const { milestones } = await store.readPlan();
    const plan = openPlan(positionals, milestones);
    const by = { account: operator, space: terminalSpace, at: clock(), key: `import ${randomUUID()}` };
    const done = await importPlan({ store, plan, by, dryRun: values['dry-run'] === true });
    print(sayDifferences(done.differences, done.recorded).join('\n'));
  });
}

/** Writes the plan and the record as files that an import reads back. */
export async function exportTo(args: readonly string[], config: Config): Promise<number> {
  const folder = onlyArgument(args);
  if (folder === undefined) return wrongUsage('export DIR');
  return withHouse(await openAlone(config), async ({ store }) => print((await exportRecord(store, folder)).join('\n')));
}

async function withHouse(house: OpenHouse, work: (house: OpenHouse) => Promise<void>): Promise<number> {
  try {
    await work(house);
    return 0;
  } finally {
    await house.close();
  }
}
