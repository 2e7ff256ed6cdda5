// A process that starts on a place and loads a plan, for tests that start several at once or kill one in the middle.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Plan } from '../../src/core/plan.ts';
import { CannotOpen } from '../../src/store/database/cannot-open.ts';
import { openStore, type Place } from '../../src/store/open.ts';

const [place = '', count = '0', hold = '0'] = process.argv.slice(2);

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Long enough to be killed in. */
function longPlan(length: number): Plan {
  const milestones = Array.from({ length }, (_, index) => ({
    id: `m${index + 1}`,
    when: { kind: 'year', year: 2020 + (index % 10) } as const,
    text: `Milestone ${index + 1}.`,
    dependsOn: [],
  }));
  return { source: 's', milestones, topics: [], groups: [], confirmations: [] };
}

function placeOf(text: string): Place {
  return text.startsWith('postgres') ? { databaseUrl: text } : { data: text };
}

try {
  const { store, applied, close } = await openStore(placeOf(place), { durable: false });
  say({ applied });
  const loaded = await store.loadFirst(longPlan(Number(count)), { account: 'terminal:operator', at: new Date('2022-01-01'), key: `start ${process.pid}` });
  say({ loaded });
  await sleep(Number(hold));
  await close();
} catch (error) {
  say({ refused: error instanceof CannotOpen ? error.hindrance : String(error) });
}
