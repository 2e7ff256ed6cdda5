import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from '../../src/store/open.ts';
import { freePort, type Life, type Setting, startBot } from './bot.ts';
import { type Chairs, seatChairs, type World } from './chairs.ts';
import { below, type Chance, chanceOf } from './chance.ts';
import { judge, readRecord, type Verdict } from './check.ts';
import { beginning, furnish } from './furnish.ts';
import { startPeer } from './peer.ts';
import { type Rest, rest } from './rest.ts';

export type Torture = {
  readonly place: Place;
  /** What Node has compiled already. */
  readonly cache: string;
  readonly kills: number;
  readonly seed: number;
  readonly tell?: (said: string) => void;
};

/** So long at most between what is waited for and the kill, in milliseconds. */
const after = { started: 2_500, ready: 800, 'the jobs run': 1_500, due: 1_200 } as const;

type Moment = keyof typeof after;

/** How long is waited for what comes before a kill: a bot that does not start is a failure, one for which nothing falls due is killed all the same. */
const patience = { start: 60_000, due: 5_000, dueAtLast: 120_000 } as const;

/** After so many lives in which nothing fell due, one lasts until something does. */
const mostIdle = 5;

/** For so long a broken sending is left alone, in milliseconds, and a little longer. */
const stuckAfter = 61_000;

/** How far the bot's machine jumps ahead between two lives, at most, in milliseconds: longer than a nonce holds. */
const longestGap = 200_000;

/**
 * How far the program's clock goes between two lives, in hours, and in all of them: `status` shows what is at most thirty days old, and a digest
 * that is not looked for until the next one is due is left out.
 */
const longestStep = 12;
const span = 26 * 24;

const hour = 3_600_000;

/** The two clocks of a bot, which go on between its lives. */
type Clocks = { ahead: number; program: Date; begun: number };

type Run = Omit<Torture, 'seed' | 'tell'> & {
  readonly chance: Chance;
  readonly clocks: Clocks;
  readonly world: World;
  readonly chairs: Chairs;
  readonly tell: (said: string) => void;
  readonly moments: Map<Moment, number>;
  readonly errors: string[];
};

/** Kills the real bot at random moments while people write and messages fall due, lets it come to rest, and judges what stands and what arrived. */
export async function torture({ seed, tell = () => undefined, ...torture }: Torture): Promise<Verdict & { readonly errors: readonly string[] }> {
  await furnish(torture.place);
  const clocks: Clocks = { ahead: 0, program: beginning, begun: performance.now() };
  const machine = (): number => Date.now() + clocks.ahead;
  const program = (): Date => new Date(clocks.program.getTime() + performance.now() - clocks.begun);
  const peer = await startPeer(chanceOf(seed + 1), machine);
  const world: World = { port: await freePort(), peer, chance: chanceOf(seed + 2), machine, program };
  const run: Run = { ...torture, chance: chanceOf(seed), clocks, world, chairs: seatChairs(world), tell, moments: new Map(), errors: [] };
  try {
    await killOften(run);
    clocks.ahead += stuckAfter;
    return verdictOf(run, await rest(settingOf(run), run.chairs, machine));
  } finally {
    await run.chairs.finish(0);
    await peer.close();
  }
}

function settingOf({ place, cache, world, clocks }: Run): Setting {
  return { place, cache, port: world.port, peer: world.peer.port, now: clocks.program, ahead: clocks.ahead };
}

async function killOften(run: Run): Promise<void> {
  const { kills, chairs, world, clocks, chance, tell } = run;
  let idle = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    idle = (await killOnce(run, idle > mostIdle)) ? 0 : idle + 1;
    passTime(clocks, chance, Math.min(longestStep, Math.max(1, Math.floor(span / kills))));
    if (kill % 10 === 0) tell(`${kill} kills, ${chairs.sent.length} updates sent, ${world.peer.posts.length} messages arrived`);
  }
}

/** One life; answers whether something fell due in it. */
async function killOnce(run: Run, atLast: boolean): Promise<boolean> {
  const { chance, moments, errors } = run;
  const life = startBot(settingOf(run));
  const moment = atLast ? 'due' : momentFor(chance());
  try {
    await awaitMoment(life, moment, atLast);
    await sleep(chance() * after[moment]);
  } finally {
    await life.kill();
  }
  moments.set(moment, (moments.get(moment) ?? 0) + 1);
  errors.push(...life.errors);
  return life.said('due', 0);
}

/** Some kills hit a start, some a bot that has just begun to answer, and most of them one that sends. */
function momentFor(drawn: number): Moment {
  if (drawn < 0.35) return drawn < 0.15 ? 'started' : 'ready';
  return drawn < 0.7 ? 'the jobs run' : 'due';
}

async function awaitMoment(life: Life, moment: Moment, atLast: boolean): Promise<void> {
  if (moment === 'started') return;
  await mustSay(life, moment === 'due' ? 'the jobs run' : moment, patience.start);
  if (atLast) await mustSay(life, 'due', patience.dueAtLast);
  else if (moment === 'due') await life.said('due', patience.due);
}

async function mustSay(life: Life, words: string, within: number): Promise<void> {
  if (!(await life.said(words, within))) throw new Error(`the bot did not say "${words}" within ${within} ms:\n${life.errors.join('\n')}`);
}

/** Between two lives hours pass for the program, and for the machine nothing, or seconds, or minutes. */
function passTime(clocks: Clocks, chance: Chance, hours: number): void {
  clocks.ahead += chance() < 0.3 ? 0 : below(chance, longestGap);
  const shown = clocks.program.getTime() + performance.now() - clocks.begun;
  clocks.program = new Date(Math.floor(shown / hour) * hour + hours * hour + hour / 2);
  clocks.begun = performance.now();
}

async function verdictOf({ place, kills, chairs, world, moments, errors }: Run, rested: Rest): ReturnType<typeof torture> {
  const { counts, wrong } = judge({ sent: chairs.sent, posts: world.peer.posts, record: await readRecord(place), until: world.program() });
  const named = Object.fromEntries([...moments].map(([moment, count]) => [`killed after "${moment}"`, count]));
  const shown = counts['uncertain'] === rested.shown ? [] : [`${counts['uncertain']} messages are uncertain, and status shows ${rested.shown}`];
  return {
    counts: { kills, ...named, ...counts, 'shown in status': rested.shown, 'errors logged': errors.length + rested.errors.length },
    wrong: [...rested.wrong, ...shown, ...wrong],
    errors: [...errors, ...rested.errors],
  };
}
