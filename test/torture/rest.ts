import { setTimeout as sleep } from 'node:timers/promises';
import { wordsFor } from '../../src/text/words.ts';
import { askTerminal, type Life, type Setting, startBot } from './bot.ts';
import type { Chairs } from './chairs.ts';

/** How the last life went: what it left undone, how many messages `status` calls uncertain, by name or counted, and the errors that it logged. */
export type Rest = { readonly wrong: readonly string[]; readonly shown: number; readonly errors: readonly string[] };

/** How long a start may take, and each of the things that the last life has to finish, in milliseconds. */
const patience = { start: 60_000, settle: 120_000 } as const;

/** A life that nobody ends before all that was typed is acknowledged, all that is due was looked for, and nothing waits any more. */
export async function rest(setting: Setting, chairs: Chairs, machine: () => number): Promise<Rest> {
  const from = machine();
  const life = startBot(setting);
  try {
    const undone = (await settleChairs(life, chairs)) ?? (await settleQueue(setting, machine, from));
    const shown = uncertainIn(await askTerminal(setting, ['status', '--json']));
    const exit = await life.stop();
    const wrong = [...(undone === undefined ? [] : [undone]), ...(exit === 0 ? [] : [`the last life ended with ${exit}`])];
    return { wrong, shown, errors: life.errors };
  } finally {
    await life.stop();
  }
}

async function settleChairs(life: Life, chairs: Chairs): Promise<string | undefined> {
  if (!(await life.said('the jobs run', patience.start))) return 'the last life did not begin';
  return (await chairs.finish(patience.settle)) ? undefined : 'not every update was acknowledged in the last life';
}

async function settleQueue({ port }: Setting, machine: () => number, from: number): Promise<string | undefined> {
  let shown = '';
  for (const until = machine() + patience.settle; machine() < until; await sleep(200)) {
    shown = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const looked = numberIn(shown, 'is3c_last_tick_timestamp_seconds') * 1_000 > from;
    if (looked && numberIn(shown, 'is3c_messages{state="waiting"}') === 0) return undefined;
  }
  return `the last life did not come to rest: ${shown}`;
}

function numberIn(metrics: string, name: string): number {
  const line = metrics.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? Number.NaN : Number(line.slice(name.length));
}

function uncertainIn(shown: string): number {
  const named = shown.split(wordsFor('en').status.states.uncertain).length - 1;
  return named + Number(/(\d+) more (?:is|are) not shown/.exec(shown)?.[1] ?? 0);
}
