import { setTimeout as sleep } from 'node:timers/promises';
import { addWeeks, weekIn } from '../../src/core/week.ts';
import { below, type Chance, oneOf } from './chance.ts';
import { type Seat, seats } from './furnish.ts';
import type { Peer } from './peer.ts';
import { encode, type Submission, sign } from './submissions.ts';

/** What a chair knows of an update that it sent. */
export type Sent = Submission & { state: 'under way' | 'acknowledged' | 'given up'; tries: number; last: string };

/** The world around the chairs, in which only the bot comes and goes. */
export type World = {
  readonly port: number;
  readonly peer: Peer;
  readonly chance: Chance;
  /** The machine's clock, in milliseconds. */
  readonly machine: () => number;
  /** The program's clock. */
  readonly program: () => Date;
};

/** People who send one update after the other, whatever happens to the bot. */
export type Chairs = {
  readonly sent: readonly Sent[];
  /** Lets everybody finish what is under way; false when somebody is not acknowledged in time. */
  finish(within: number): Promise<boolean>;
};

type Way = keyof typeof encode;

/** Between two updates of a chair, and before one is sent again, at most, in milliseconds. */
const pauses = { next: 200, again: 120 } as const;

/** How far back weeks are that somebody writes about. */
const weeksBack = 150;

/** What the bot says once an update is on disk. */
const recorded = /Recorded: u\d+|It is recorded: u\d+/;

export function seatChairs(world: World): Chairs {
  const sent: Sent[] = [];
  const life = { leaving: false, late: false };
  const { chance } = world;

  async function work(way: Way, next: () => Submission | undefined): Promise<void> {
    while (!life.leaving) {
      const submission = next();
      if (submission === undefined) return;
      const one: Sent = { ...submission, state: 'under way', tries: 0, last: '' };
      sent.push(one);
      await settle(way, one);
      await sleep(chance() * pauses.next);
    }
  }

  async function settle(way: Way, one: Sent): Promise<void> {
    for (const waits = () => one.state === 'under way' && !life.late; waits(); await sleep(chance() * pauses.again)) {
      one.state = (await isAcknowledged(way, one)) ? 'acknowledged' : afterSilence(way, one);
    }
    // A retry may cross the acknowledgement.
    if (one.state === 'acknowledged' && chance() < 0.1) await isAcknowledged(way, one);
  }

  /** A form is sent until it is acknowledged, since the next one builds on it; some of those who type lines give up. */
  function afterSilence(way: Way, { tries }: Sent): Sent['state'] {
    return way !== 'forms' && tries > 1 && chance() < 0.003 ? 'given up' : 'under way';
  }

  /** Some press twice. */
  async function isAcknowledged(way: Way, one: Sent): Promise<boolean> {
    const answers = await Promise.all(Array.from({ length: chance() < 0.1 ? 2 : 1 }, () => send(world, way, one)));
    const said = [...answers, world.peer.heard(one.key)];
    one.last = said.find((answer) => answer !== '') ?? one.last;
    return said.some((answer) => recorded.test(answer));
  }

  const working = [
    ...seats.forms.map((seat) => work('forms', revisions(seat, world))),
    ...seats.lines.map((seat) => work('lines', lines(seat, world, 'slack'))),
    ...seats.discord.map((seat) => work('discord', lines(seat, world, 'discord'))),
  ];
  return {
    sent,
    async finish(within) {
      life.leaving = true;
      const timer = setTimeout(() => {
        life.late = true;
      }, within);
      await Promise.all(working);
      clearTimeout(timer);
      return !life.late;
    },
  };
}

let keys = 0;

/** One revision after the other of the week in which the clock stands. */
function revisions(seat: Seat, { program }: World): () => Submission {
  const [group = ''] = seat.groups;
  let week = '';
  let revision = 0;
  return () => {
    keys += 1;
    const now = weekIn('UTC', program());
    revision = now === week ? revision + 1 : 0;
    week = now;
    return { key: `V${keys}`, seat, group, week, revision, text: textOf(keys) };
  };
}

/** First records, each of a group and a week that nobody wrote about before; undefined when there is none left. */
function lines(seat: Seat, { program, chance }: World, chat: 'slack' | 'discord'): () => Submission | undefined {
  const taken = new Set<string>();
  const draw = () => ({ group: oneOf(chance, seat.groups), week: addWeeks(weekIn('UTC', program()), chance() < 0.05 ? 0 : -below(chance, weeksBack)) });
  return () => {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const { group, week } = draw();
      if (taken.has(`${group} ${week}`)) continue;
      taken.add(`${group} ${week}`);
      keys += 1;
      const key = chat === 'slack' ? `${keys}.${seat.user}` : String(1_500_000_000_000_000_000n + BigInt(keys));
      return { key, seat, group, week, text: textOf(keys) };
    }
    return undefined;
  };
}

/** By its number it is found again; the rest is what people type. */
function textOf(number: number): string {
  return `[${number}] Read the drafts & wrote comments, 100 % of *them* – naïvely.`;
}

/** Sends it as the chat does, which hangs up after three seconds; what came back, or nothing. */
async function send({ port, peer, machine }: World, way: Way, one: Sent): Promise<string> {
  const { path, body, headers } = sign(encode[way](one, peer.port), machine(), one.tries);
  one.tries += 1;
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers, body, signal: AbortSignal.timeout(3_000) });
    return response.status === 200 ? await response.text() : '';
  } catch {
    return '';
  }
}
