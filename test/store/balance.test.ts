import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StakeholderGroup } from '../../src/core/balance.ts';
import type { By, Store } from '../../src/core/store.ts';
import { addWeeks } from '../../src/core/week.ts';
import type { PrismaClient } from '../../src/store/generated/client.ts';
import { confirmLink } from '../support/links.ts';
import { by, databases, openTables } from '../support/store.ts';

const real = new Date('2026-11-24T12:00:00.000Z');
const firstWeek = '2026-11-23';
const secondWeek = addWeeks(firstWeek, 1);

/** Every other one is on Slack. Who has the lower number came first. */
function account(one: number): By {
  const at = new Date(real.getTime() + one);
  return one % 2 === 0 ? by({ account: `slack:T1:U${one}`, space: 'slack:T1', at }) : by({ account: `discord:${one}`, space: 'discord:9', at });
}

describe.each(databases)('the numbers of stakeholder groups on the $name database', ({ make }) => {
  let store: Store;
  let client: PrismaClient;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ store, client, close } = await openTables(make));
    await store.loadFirst({ source: 'a plan', milestones: [], topics: [{ id: 't1', text: 'One.' }], groups: [], confirmations: [] }, by());
    await store.acceptSpace('slack:T1', by());
    await store.acceptSpace('discord:9', by());
  });
  afterEach(() => close());

  const say = (one: number, stakeholder: StakeholderGroup | null) => store.setPersonal({ stakeholder }, account(one));
  const come = (one: number, version = 1) => store.sayInterest({ topic: 't1', version, kind: 'join' }, account(one));
  const go = (one: number, version = 1) => store.sayInterest({ topic: 't1', version }, account(one));
  const forget = (one: number) => store.forget(account(one));
  const part = (one: number) => store.unlink(account(one));
  const reword = (version: number) => store.recordTopic({ act: 'topic reworded', id: 't1', version, text: `Words ${version + 1}.`, why: 'clearer' }, by());

  async function link(one: number, other: number): Promise<void> {
    const { code } = await store.offerLink(account(one), real);
    await store.enterLink(code, true, account(other), real);
    await confirmLink(store, account(one), real);
  }

  const shown = async () => (await store.readBalance(by())).balances.flatMap((one) => one.shown);

  /** So many of each come, who are counted then: those of civil society first. */
  async function crowd(civil: number, government: number, first = 0): Promise<void> {
    for (let index = 0; index < civil + government; index += 1) {
      await say(first + index, index < civil ? 'civil society' : 'government');
      await come(first + index);
    }
    await store.moveBalance(firstWeek);
  }

  const both = [
    ['civil society', 3],
    ['government', 3],
  ];

  test('stand until Monday when everybody behind one is forgotten, and it is gone then', async () => {
    await crowd(3, 6);
    const before = [
      ['government', 6],
      ['civil society', 3],
    ];
    expect(await shown()).toEqual(before);
    for (const one of [0, 1, 2]) await forget(one);
    await store.moveBalance(firstWeek);
    expect(await shown()).toEqual(before);
    await store.moveBalance(secondWeek);
    expect(await shown()).toEqual([['government', 3]]);
  });

  test('go down when everybody behind one takes back what they said', async () => {
    await crowd(3, 3);
    for (const one of [0, 1, 2]) await say(one, null);
    await store.moveBalance(secondWeek);
    expect(await shown()).toEqual([['government', 3]]);
  });

  test('count two people as two, who were five accounts', async () => {
    await crowd(5, 4);
    expect(await shown()).toEqual(both);
    for (const [one, other] of [
      [0, 1],
      [0, 3],
      [2, 4],
    ] as const)
      await link(one, other);
    await store.moveBalance(secondWeek);
    expect(await shown()).toEqual([['government', 3]]);
  });

  test('do not go on counting on what somebody had from an account that is parted again', async () => {
    await come(0);
    await say(99, 'civil society');
    await link(0, 99);
    await crowd(2, 3, 1);
    expect(await shown()).toEqual(both);
    await part(0);
    await store.moveBalance(secondWeek);
    expect(await shown()).toEqual([]);
  });

  test('do not go on counting on whoever becomes somebody who came before them and is something else', async () => {
    await say(0, 'others');
    await crowd(3, 3, 1);
    await link(0, 1);
    await store.moveBalance(secondWeek);
    expect(await shown()).toEqual([]);
  });

  const ways = {
    'takes their interest back': (one: number) => go(one),
    'is forgotten': forget,
    'takes back what they said': (one: number) => say(one, null),
    'says something else': (one: number) => say(one, 'others'),
    'is linked with another': (one: number) => link(one, one + 1),
  };
  const ofEither = Object.entries(ways).flatMap(([what, act]) => [0, 3].map((one) => ({ what, act, one })));
  test.each(ofEither)('are all hidden on the Monday after person $one $what, behind whichever they stood', async ({ act, one }) => {
    await crowd(3, 3);
    await act(one);
    expect(await shown()).toEqual(both);
    await store.moveBalance(secondWeek);
    expect(await shown()).toEqual([]);
  });

  test('tell nothing of other words before people are interested in these and a Monday has come', async () => {
    await crowd(3, 3);
    await reword(1);
    expect(await shown()).toEqual([]);
    for (const one of [0, 1, 2, 3, 4, 5]) await come(one, 2);
    await store.moveBalance(firstWeek);
    expect(await shown()).toEqual([]);
    await store.moveBalance(secondWeek);
    expect(await shown()).toEqual(both);
  });

  type Doing = { readonly one: number; readonly other: number; readonly kind: StakeholderGroup | null };
  const doings = {
    come: ({ one }: Doing, version: number) => come(one, version),
    go: ({ one }: Doing, version: number) => go(one, version),
    say: ({ one, kind }: Doing) => say(one, kind),
    forget: ({ one }: Doing) => forget(one),
    link: ({ one, other }: Doing) => link(one, other),
    part: ({ one }: Doing) => part(one),
  };
  const one = fc.nat({ max: 19 });
  const kind = fc.constantFrom('civil society' as const, 'government' as const, null);
  const what = fc.constantFrom('come' as const, 'come' as const, 'go' as const, 'say' as const, 'forget' as const, 'link' as const, 'part' as const);
  const done = fc.array(fc.record({ what, one, other: one, kind }), { maxLength: 4, size: 'max' });

  /** How many numbers are shown, each with three people behind it. */
  async function told(version: number): Promise<number> {
    const numbers = await shown();
    for (const [stakeholder] of numbers) {
      const where = { stakeholder, interests: { some: { topicId: 't1', version } } };
      expect(await client.member.count({ where })).toBeGreaterThanOrEqual(3);
    }
    return numbers.length;
  }

  async function rewordAndAsk(version: number): Promise<void> {
    await reword(version);
    expect(await shown()).toEqual([]);
    for (let one = 0; one < 20; one += 1) await come(one, version + 1);
  }

  async function pass(week: readonly (Doing & { readonly what: keyof typeof doings })[], version: number): Promise<void> {
    const before = await shown();
    for (const { what, ...doing } of week) await doings[what](doing, version);
    expect(await shown()).toEqual(before);
  }

  test('have three people behind them every Monday, whatever people do, and move on no other day', { timeout: 120_000 }, async () => {
    let sum = 0;
    const history = fc.asyncProperty(fc.array(done, { minLength: 45, maxLength: 45 }), async (weeks) => {
      await crowd(8, 12);
      for (const [index, week] of weeks.entries()) {
        const version = 1 + Math.floor(index / 15);
        await pass(week, version);
        await store.moveBalance(addWeeks(secondWeek, index));
        sum += await told(version);
        if (index % 15 === 14) await rewordAndAsk(version);
      }
    });
    await fc.assert(history, { numRuns: 1, endOnFailure: true });
    // Numbers that are never shown would be true as well.
    expect(sum).toBeGreaterThan(5);
  });
});
