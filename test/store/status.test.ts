import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { about, begin, channel, message, owe, person, tryNext, undelivered } from '../support/messages.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const operator = { account: 'terminal:operator', space: 'terminal:local' };
const now = new Date('2022-03-15T12:00:00.000Z');
const day = 86_400_000;

function days(count: number): Date {
  return new Date(now.getTime() + count * day);
}

describe.each(databases)('the status on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeEach(async () => ({ store, close } = await openTestStore({}, make)));
  afterEach(() => close());

  test('of a bot that has done nothing yet is empty', async () => {
    expect(await store.readStatus(operator, now)).toEqual({
      actor: expect.objectContaining({ coordinator: true }),
      waiting: 0,
      troubled: [],
      uncertain: 0,
      failed: 0,
      spaces: [],
      paused: [],
      coordinators: [],
      moreCoordinators: 0,
    });
  });

  test('says when the jobs last looked', async () => {
    await Promise.all([1, 2, 3].map(() => store.noteTick(days(1))));
    expect((await store.readStatus(operator, now)).tick).toEqual(days(1));
    await store.noteTick(days(2));
    expect((await store.readStatus(operator, now)).tick).toEqual(days(2));
  });

  test('counts what waits, with what is being sent, and says since when', async () => {
    await owe(store, now, message('wg1', channel('C1')), message('wg2', channel('C1')));
    await owe(store, days(-1), message('wg3', channel('C2')));
    await begin(store, (await store.readWaiting(now, 1))[0], now);
    expect(await store.readStatus(operator, now)).toMatchObject({ waiting: 3, oldest: days(-1) });
    await tryNext(store, { kind: 'sent', reference: 'r' }, now);
    expect(await store.readStatus(operator, now)).toMatchObject({ waiting: 2, oldest: days(-1) });
  });

  test('says since when a message is owed, however often it was put off', async () => {
    await owe(store, days(-1), message('wg1', channel('C1')));
    await tryNext(store, { kind: 'again', due: days(1), problem: 'not connected', uncounted: true }, now);
    expect(await store.readStatus(operator, now)).toMatchObject({ waiting: 1, oldest: days(-1) });
  });

  test('counts up to a thousand', async () => {
    await owe(store, now, ...Array.from({ length: 1100 }, (_, index) => message(`wg${index}`, channel('C1'))));
    expect((await store.readStatus(operator, now)).waiting).toBe(1000);
  });

  test('shows the newest that failed or are uncertain, for thirty days', async () => {
    for (let index = 0; index < 12; index += 1) {
      await owe(store, days(index), message(`wg${index}`, person('discord:1')));
      await tryNext(store, { kind: index % 3 === 0 ? 'failed' : 'uncertain', problem: `p${index}` }, days(index));
    }
    const status = await store.readStatus(operator, days(11));
    expect(status.troubled.map(about)).toEqual(['wg11', 'wg10', 'wg9', 'wg8', 'wg7', 'wg6', 'wg5', 'wg4', 'wg3', 'wg2']);
    expect(status.troubled[0]).toMatchObject({ state: 'uncertain', problem: 'p11', to: person('discord:1') });
    expect(status).toMatchObject({ uncertain: 8, failed: 4 });
    expect(await store.readStatus(operator, days(30))).toMatchObject({ uncertain: 8, failed: 4 });
    expect(await store.readStatus(operator, days(39))).toMatchObject({ uncertain: 2, failed: 1 });
    expect(await store.readStatus(operator, days(42))).toMatchObject({ troubled: [], uncertain: 0, failed: 0 });
  });

  test('says of each space when something was last delivered there, and what went wrong last', async () => {
    await owe(store, now, message('wg1', channel('C1')), message('wg2', channel('C2')), message('wg3', person('slack:T1:U1')));
    await tryNext(store, { kind: 'sent', reference: 'r' }, days(1));
    await tryNext(store, { kind: 'failed', problem: 'is_archived' }, days(2));
    await tryNext(store, { kind: 'uncertain', problem: 'line broke' }, days(3));
    await owe(store, now, message('wg4', channel('1', 'discord:1')), message('wg5', channel('1', 'slack:T0')));
    await tryNext(store, { kind: 'sent', reference: 'r' }, days(4));
    expect((await store.readStatus(operator, now)).spaces).toEqual([
      { space: 'discord:1', delivered: days(4) },
      { space: 'slack:T0' },
      { space: 'slack:T1', delivered: days(1), failure: { at: days(3), problem: 'line broke' } },
    ]);
  });

  test('names the channels that the bot has paused', async () => {
    const facts = { digest: true, news: true, language: 'en', weekday: 2, hour: 9, zone: 'UTC' } as const;
    await store.subscribe(channel('C1'), facts, by());
    await store.subscribe(channel('C2'), facts, by());
    await store.pauseSubscription(channel('C2'), 'is_archived', undelivered, now);
    const { paused } = await store.readStatus(operator, now);
    expect(paused.map(({ channel: id, state, reason }) => [id, state, reason])).toEqual([['C2', 'paused', 'is_archived']]);
  });
});
