import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { openStore, type Place } from '../../src/store/open.ts';
import { when } from '../support/milestones.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const now = new Date('2022-10-10T12:00:00.000Z');
const sender = (number: number) => ({ account: `discord:${number}`, space: 'discord:1' });

const added = (store: Store, text: string) =>
  store.recordMilestone({ act: 'added', revision: 0, set: { text, planned: { when: when('2022-11'), source: 's' }, dependsOn: [] }, why: '' }, by());

const texts = async (store: Store) => (await store.readOutlook(sender(1), now)).milestones.map(({ text }) => text);

describe.each(databases)('reading together on the $name database', ({ name, make }) => {
  let store: Store;
  let place: Place;
  let close: () => Promise<void>;
  beforeAll(async () => ({ store, place, close } = await openTestStore({ snapshot: false }, make)));
  afterAll(() => close());
  afterEach(() => vi.restoreAllMocks());

  test('those who ask at once share one trip, and each gets their own rights and language', async () => {
    await store.setPersonal({ language: 'fr' }, by(sender(7)));
    await store.acceptSpace('discord:1', by({ space: 'discord:1' }));
    await store.appointCoordinator('discord:9', by());
    await store.readOutlook(sender(1), now);
    const query = vi.spyOn(pg.Client.prototype, 'query');
    const asking = [sender(7), sender(8), { account: 'discord:9' }, { account: 'discord:7', space: 'discord:2' }, { account: 'discord:7' }];
    const answers = await Promise.all(asking.map((one) => store.readOutlook(one, now)));
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
    for (const [index, one] of asking.entries()) expect(answers[index]?.actor).toEqual(await store.readActor(one));
    expect(answers.map(({ actor }) => [actor.language, actor.coordinator, actor.spaceState])).toEqual([
      ['fr', false, 'accepted'],
      [undefined, false, 'accepted'],
      [undefined, true, 'accepted'],
      ['fr', false, 'unknown'],
      ['fr', false, 'accepted'],
    ]);
  });

  test('those who ask about other days travel by themselves', async () => {
    await added(store, 'in November');
    const [then, later] = await Promise.all([store.readOutlook(sender(1), now), store.readOutlook(sender(1), new Date('2023-10-10T12:00:00.000Z'))]);
    expect([then.missing, later.missing]).toEqual([0, 1]);
  });

  test('facts are brought only when something was written since they were read', async () => {
    const read = async () => (await store.readOutlook(sender(1), now)).milestones;
    await added(store, 'written');
    // Other programs write on the same server, and any of their transactions may come between.
    const isKept = async () => {
      const first = await read();
      return (await read()) === first;
    };
    await expect.poll(isKept).toBe(true);
    const before = await read();
    await added(store, 'written again');
    expect(await read()).not.toBe(before);
  });

  test('whatever was written before is read, whoever wrote it', async () => {
    const other = name === 'server' ? await openStore(place) : { store, close: async () => undefined };
    try {
      const { value } = await added(other.store, 'changes');
      await other.store.recordMilestone(
        { act: 'confirmed', id: value.id, revision: 1, set: { confirmed: { when: when('2022-10'), source: 's' } }, why: '' },
        by(),
      );
      for (let revision = 2; revision < 30; revision += 1) {
        await other.store.recordMilestone({ act: 'changed', id: value.id, revision, set: { text: `changed ${revision}` }, why: '' }, by());
        expect(await texts(store)).toContain(`changed ${revision}`);
      }
    } finally {
      await other.close();
    }
  });

  test('rights that are taken away are gone with the next read', async () => {
    await store.appointCoordinator('discord:11', by());
    expect((await store.readOutlook(sender(11), now)).actor.coordinator).toBe(true);
    await store.dismissCoordinator('discord:11', by());
    expect((await store.readOutlook(sender(11), now)).actor.coordinator).toBe(false);
  });
});

describe.each(databases)('writing together on the $name database', ({ make }) => {
  test('a queue of writes lets everything else take its turns', async () => {
    const { store, close } = await openTestStore({}, make);
    const queue = { ended: false };
    const writes = Array.from({ length: 30 }, (_, index) => added(store, `${index}`));
    const all = Promise.all(writes).finally(() => {
      queue.ended = true;
    });
    let turns = 0;
    for (; !queue.ended; turns += 1) await nextTurn();
    await all;
    await close();
    expect(turns).toBeGreaterThan(5);
  });
});
