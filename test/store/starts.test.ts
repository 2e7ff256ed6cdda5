import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openStore, type Place } from '../../src/store/open.ts';
import { databases, makeFolder } from '../support/store.ts';

type Said = { readonly applied?: readonly string[]; readonly loaded?: boolean; readonly refused?: string };
type Start = { readonly child: ChildProcess; readonly said: Said[]; heard(...names: (keyof Said)[]): Promise<void>; readonly ended: Promise<unknown> };

const program = fileURLToPath(new URL('./start.ts', import.meta.url));

function start(place: Place, count: number, hold = 0): Start {
  const where = 'data' in place ? place.data : place.databaseUrl;
  const child = spawn(process.execPath, [program, where, String(count), String(hold)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: Said[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(JSON.parse(line)));
  const ended = Promise.all([once(child, 'exit'), once(lines, 'close')]);
  const isHeard = (names: readonly (keyof Said)[]): boolean => said.some((one) => names.some((name) => name in one));
  const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    child,
    said,
    ended,
    async heard(...names) {
      while (!isHeard(names) && !isOver()) await sleep(5);
    },
  };
}

describe.each(databases)('starts on the $name database', ({ name, make }) => {
  test('killed while the plan loads, it is loaded whole or not at all, and the next start completes it', { timeout: 120_000 }, async () => {
    const count = 1000;
    const { place, remove } = await make();
    try {
      await (await openStore(place, { durable: false })).close();
      for (const delay of [0, 80, 200, 400]) {
        const { child, heard, ended } = start(place, count, 60_000);
        await heard('applied');
        await sleep(delay);
        child.kill('SIGKILL');
        await ended;
        const { store, close } = await openStore(place, { durable: false });
        expect([0, count]).toContain((await store.readPlan()).milestones.length);
        await close();
      }
      const last = start(place, count);
      await last.ended;
      const { store, close } = await openStore(place, { durable: false });
      expect((await store.readPlan()).milestones).toHaveLength(count);
      await close();
    } finally {
      await remove();
    }
  });

  test('of three at once, one migrates and one loads', { timeout: 60_000 }, async () => {
    const { place, remove } = await make();
    try {
      const starts = Array.from({ length: 3 }, () => start(place, 100, 60_000));
      await Promise.all(starts.map(({ heard }) => heard('loaded', 'refused')));
      for (const { child } of starts) child.kill('SIGKILL');
      await Promise.all(starts.map(({ ended }) => ended));
      const all = starts.flatMap(({ said }) => said);
      const refused = all.filter((one) => one.refused !== undefined);
      expect(refused).toEqual(name === 'embedded' ? [{ refused: 'in use' }, { refused: 'in use' }] : []);
      expect(all.filter(({ loaded }) => loaded)).toHaveLength(1);
      expect(all.filter(({ applied = [] }) => applied.length > 0)).toHaveLength(name === 'embedded' ? 0 : 1);
    } finally {
      await remove();
    }
  });
});

test('the lock of a process that was killed is free at once', async () => {
  const { place, remove } = await makeFolder();
  const holder = start(place, 0, 60_000);
  await holder.heard('loaded');
  await expect(openStore(place)).rejects.toThrow(/in use by another process/);
  holder.child.kill('SIGKILL');
  await holder.ended;
  expect(holder.said).toContainEqual({ loaded: true });
  await (await openStore(place, { durable: false })).close();
  await remove();
});
