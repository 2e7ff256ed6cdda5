import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Duty } from '../../src/core/duty.ts';
import type { Store } from '../../src/core/store.ts';
import { openStore } from '../../src/store/open.ts';
import { planOfGroups } from '../support/groups.ts';
import { about, channel, duty, message } from '../support/messages.ts';
import { by, databases, openBare, openTestStore } from '../support/store.ts';

const operator = { account: 'terminal:operator', space: 'terminal:local' };
const now = new Date('2022-03-15T12:00:00.000Z');

describe.each(databases)('due times on the $name database', ({ make }) => {
  let store: Store;
  let owed: number;
  let close: () => Promise<void>;
  beforeEach(async () => {
    owed = 0;
    ({ store, close } = await openTestStore({ owed: () => (owed += 1) }, make));
    await store.loadFirst(planOfGroups(2), by());
  });
  afterEach(() => close());

  const waiting = async (): Promise<string[]> => (await store.readWaiting(now, 100)).map(about);

  test('a claimed one owes its messages, and says so once they are there', async () => {
    const claimed = duty({ messages: [message('wg1', channel('C1')), message('wg2', channel('C2'), { language: 'fr' })] });
    expect(await store.claimDuties([claimed], now)).toEqual([claimed]);
    expect(owed).toBe(1);
    expect(await store.readWaiting(now, 10)).toEqual([
      { id: expect.any(String), notice: claimed.messages[0]?.notice, to: channel('C1'), state: 'owed', due: now, attempts: 0 },
      { id: expect.any(String), notice: claimed.messages[1]?.notice, to: channel('C2'), language: 'fr', state: 'owed', due: now, attempts: 0 },
    ]);
  });

  test('one that was claimed before owes nothing more', async () => {
    const claimed = duty({ messages: [message('wg1', channel('C1'))] });
    await store.claimDuties([claimed], now);
    expect(await store.claimDuties([{ ...claimed, messages: [message('wg2', channel('C2'))] }], now)).toEqual([]);
    expect(await waiting()).toEqual(['wg1']);
    expect(owed).toBe(1);
  });

  test('of several those are claimed that nobody had claimed, and their messages are owed in their order', async () => {
    const asked = (group: string): Duty => duty({ key: `prompt ${group} 2022-03-14`, messages: [message(group, channel(group))] });
    const [first, second, third] = [asked('wg1'), asked('wg2'), asked('wg3')] as const;
    await store.claimDuties([second], now);
    expect(await store.claimDuties([third, second, first], now)).toEqual([third, first]);
    expect(await waiting()).toEqual(['wg2', 'wg3', 'wg1']);
    expect(owed).toBe(2);
  });

  test('of many that claim the same at once exactly one does', async () => {
    const key = 'prompt wg1 2022-03-14';
    const claims = Array.from({ length: 12 }, (_, index) => duty({ key, messages: [message(`wg${index}`, channel(`C${index}`))] }));
    const won = await Promise.all(claims.map((one) => store.claimDuties([one], now)));
    const claimed = won.flat();
    expect(claimed).toHaveLength(1);
    expect(await waiting()).toEqual(claimed.flatMap(({ messages }) => messages.map(about)));
  });

  test('where its messages cannot be written nothing is claimed', async () => {
    const unwritable = {
      kind: 'prompt',
      group: 'wg1',
      get week(): string {
        throw new Error('there is no such week');
      },
    } as const;
    const claimed = duty({ messages: [message('wg1', channel('C1')), { notice: unwritable, to: channel('C2') }] });
    const other = duty({ key: 'prompt wg2 2022-03-14', messages: [message('wg2', channel('C3'))] });
    await expect(store.claimDuties([other, claimed], now)).rejects.toThrow('there is no such week');
    expect(await waiting()).toEqual([]);
    expect(await store.claimDuties([{ ...claimed, messages: [] }, other], now)).toHaveLength(2);
  });

  test('a question that came too late is noted in the record of its group, once, and nobody is asked', async () => {
    const skipped = duty({ key: 'prompt wg2 2022-03-07', at: new Date('2022-03-10T10:00:00.000Z'), skipped: true });
    await Promise.all([store.claimDuties([skipped], now), store.claimDuties([skipped], now)]);
    const { events } = await store.readGroup(operator, 'wg2');
    expect(events.filter(({ act }) => act === 'prompt skipped')).toEqual([
      { at: now, act: 'prompt skipped', object: 'wg2', new: { duty: 'prompt wg2 2022-03-07', due: '2022-03-10T10:00:00.000Z' } },
    ]);
    expect(await waiting()).toEqual([]);
    expect(owed).toBe(0);
  });

  test('a question that a clock a day ahead found too late is asked at its hour, once', async () => {
    const key = 'prompt wg1 2022-03-14';
    const asked = duty({ key, messages: [message('wg1', channel('C1'))] });
    const passed = duty({ key: 'prompt wg2 2022-03-14', skipped: true });
    await store.claimDuties([duty({ key, skipped: true })], new Date('2022-03-16T12:05:00.000Z'));
    await store.claimDuties([passed], new Date(now.getTime() + 60_000));
    expect([...(await store.readDuties(now)).claimed]).toEqual([passed.key]);
    const again = { ...passed, skipped: false, messages: [message('wg2', channel('C2'))] };
    const won = await Promise.all(Array.from({ length: 5 }, () => store.claimDuties([asked, again], now)));
    expect(won.flat()).toEqual([asked]);
    expect(await waiting()).toEqual(['wg1']);
    expect([...(await store.readDuties(now)).claimed].toSorted()).toEqual([key, passed.key]);
    expect(await store.claimDuties([asked], new Date('2022-03-15T12:05:00.000Z'))).toEqual([]);
  });
});

describe.each(databases.filter(({ name }) => name === 'server'))('several processes over one $name', ({ make }) => {
  test.each(['read committed', 'serializable'])('of all that claim the same exactly one does, where transactions are %s', async (isolation) => {
    const { place, remove } = await make();
    await (await openStore(place)).close();
    const bare = await openBare(place);
    const { rows } = await bare.pool.query('SELECT current_database() AS name');
    await bare.pool.query(`ALTER DATABASE ${rows[0].name} SET default_transaction_isolation = '${isolation}'`);
    await bare.close();
    const opened = await Promise.all([openStore(place), openStore(place)]);
    for (let round = 0; round < 10; round += 1) {
      const claimed = duty({ messages: [message('wg1', channel(`C${round}`))] });
      const claims = opened.flatMap(({ store }) => [store, store, store, store]).map((store) => store.claimDuties([claimed], now));
      expect((await Promise.all(claims)).flat()).toEqual([claimed]);
    }
    expect(await opened[0].store.readWaiting(now, 100)).toHaveLength(10);
    await Promise.all(opened.map(({ close }) => close()));
    await remove();
  });
});
