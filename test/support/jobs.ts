import type { Adapter, Begun, Posted, Posting, Resumed } from '../../src/chat/adapter.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Platform } from '../../src/core/account.ts';
import type { Destination } from '../../src/core/notice.ts';
import deliver from '../../src/jobs/deliver.ts';
import type { Context } from '../../src/jobs/job.ts';
import look from '../../src/jobs/look.ts';
import { openTestHouse, type TestHouse } from './house.ts';
import { by } from './store.ts';

/** One call that the jobs made to a platform. */
export type Call = {
  readonly how: 'post' | 'resume' | 'edit';
  readonly posting: Posting;
  readonly begun?: Date;
  readonly reference?: string;
  readonly at: Date;
};

/** What stands for the card of a message that has nothing to say any more. */
const wordless: Card = { kind: 'card', language: 'en', title: 'nothing', tone: 'plain', blocks: [], buttons: [], audience: 'place' };

export type TestPlatform = Adapter & {
  readonly calls: Call[];
  answer: (posting: Posting, how: Call['how']) => Promise<Posted>;
  /** What looking for a message tells that was broken off; what a posting answers where no test says it. */
  found: ((posting: Begun) => Promise<Resumed>) | undefined;
};

/** A platform that remembers what was posted, and takes everything until a test tells it otherwise. */
export function testPlatform(platform: Platform, clock: () => Date): TestPlatform {
  const calls: Call[] = [];
  const one: TestPlatform = {
    name: `${platform} in a test`,
    platform,
    calls,
    found: undefined,
    answer: ({ key }) => Promise.resolve({ kind: 'sent', reference: `sent ${key}` }),
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    post(posting) {
      calls.push({ how: 'post', posting, at: clock() });
      return one.answer(posting, 'post');
    },
    resume(posting, begun) {
      calls.push({ how: 'resume', posting: { ...posting, card: posting.card ?? wordless }, begun, at: clock() });
      if (one.found !== undefined) return one.found(posting);
      return posting.card === undefined ? Promise.resolve({ kind: 'absent' }) : one.answer({ ...posting, card: posting.card }, 'resume');
    },
    edit(reference, posting) {
      calls.push({ how: 'edit', posting, reference, at: clock() });
      return one.answer(posting, 'edit');
    },
  };
  return one;
}

export type TestJobs = TestHouse & {
  readonly context: Context;
  readonly slack: TestPlatform;
  readonly terminal: TestPlatform;
  /** The machine's clock. */
  readonly real: { now: Date };
  /** Lets the program's clock show an instant, looks for what is due and delivers what is owed. */
  tick(instant: string): Promise<void>;
  /** The same at every so many hours from one instant to another. */
  simulate(from: string, to: string, hours: number): Promise<void>;
};

/** The jobs over a house of their own, a clock that the test sets, and platforms that remember. */
export async function openTestJobs(now: string): Promise<TestJobs> {
  const house = await openTestHouse({ now });
  const { clock, store, log } = house;
  const real = { now: new Date('2030-01-01T00:00:00Z') };
  const show = () => clock.now;
  const [slack, terminal] = [testPlatform('slack', show), testPlatform('terminal', show)];
  const context: Context = {
    store,
    adapters: { slack, terminal },
    now: show,
    real: () => real.now,
    newReference: () => 'reference',
    isStopping: () => false,
    log,
  };
  const tick = async (instant: string): Promise<void> => {
    clock.now = new Date(instant);
    await look.run(context);
    await deliver.run(context);
  };
  return {
    ...house,
    context,
    slack,
    terminal,
    real,
    tick,
    async simulate(from, to, hours) {
      for (let at = Date.parse(from); at <= Date.parse(to); at += hours * 3_600_000) await tick(new Date(at).toISOString());
    },
  };
}

/** Makes somebody the chair of a group. */
export async function appointChair({ store, clock }: TestHouse, group: string, account: string): Promise<void> {
  await store.appoint({ group, account, role: 'chair' }, by({ at: clock.now, account }));
}

/** A destination as one short text. */
export function placeOf(to: Destination): string {
  return to.kind === 'person' ? to.account : `${to.space}/${to.channel}`;
}

/** What a platform was asked to post, a line each: when, where, and the title. */
export function posted({ calls }: TestPlatform): string[] {
  return calls.map(({ at, posting: { to, card } }) => `${at.toISOString().slice(0, 16)} ${placeOf(to)}: ${card.title}`);
}
