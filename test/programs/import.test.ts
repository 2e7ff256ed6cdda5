import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Config, readConfig } from '../../src/config.ts';
import { importFrom } from '../../src/programs/plan.ts';
import { openStore } from '../../src/store/open.ts';
import { databases } from '../support/store.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'is3c-import-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What an import says, and how it ends. */
async function run(args: readonly string[], config: Config): Promise<{ readonly said: string; readonly exit: number }> {
  const output = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    const exit = await importFrom(args, config);
    return { said: output.mock.calls.join(''), exit };
  } finally {
    output.mockRestore();
  }
}

describe.each(databases)('an import into an empty record on the $name database', ({ make }) => {
  test('loads the plan that it names and no other, and a dry run loads none', { timeout: 60_000 }, async () => {
    const { place, remove } = await make();
    const config = readConfig('data' in place ? { IS3C_DATA: place.data } : { DATABASE_URL: place.databaseUrl });
    const mine = join(folder, 'mine.yaml');
    writeFileSync(mine, 'source: Our plan\nmilestones:\n  - id: m3\n    when: June 2027\n    text: Our workshop\n');
    const standing = async () => {
      const { store, close } = await openStore(place);
      const found = { loaded: await store.isLoaded(), milestones: (await store.readPlan()).milestones.map(({ id, text }) => `${id} ${text}`) };
      await close();
      return found;
    };
    expect(await run([mine, '--dry-run'], config)).toEqual({ said: expect.stringContaining('1 milestone would be added.'), exit: 0 });
    expect(await standing()).toEqual({ loaded: false, milestones: [] });
    expect(await run([mine], config)).toEqual({ said: expect.stringContaining('1 milestone added.'), exit: 0 });
    expect(await standing()).toEqual({ loaded: true, milestones: ['m3 Our workshop'] });
    await remove();
  });
});
