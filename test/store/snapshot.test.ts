import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { withSnapshot } from '../../src/store/snapshot.ts';
import { when } from '../support/milestones.ts';
import { by, openTestStore } from '../support/store.ts';

const sender = { account: 'discord:1', space: 'discord:2' };
const now = new Date('2022-10-10T12:00:00.000Z');

let store: Store;
let close: () => Promise<void>;
beforeAll(async () => ({ store, close } = await openTestStore()));
afterAll(() => close());
afterEach(() => vi.restoreAllMocks());

const add = () =>
  store.recordMilestone({ act: 'added', revision: 0, set: { text: 't', planned: { when: when('2022-11'), source: 's' }, dependsOn: [] }, why: '' }, by());

test('what was read and has not changed since is answered from memory, until the days change', async () => {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  const first = await store.readOutlook(sender, now);
  expect(await store.readOutlook(sender, new Date('2022-10-11T09:59:59.999Z'))).toEqual(first);
  expect(query).toHaveBeenCalledTimes(1);
  await store.readOutlook(sender, new Date('2022-10-11T10:00:00.000Z'));
  await store.readOutlook(sender, new Date('2022-10-11T12:00:00.000Z'));
  await store.readOutlook({ ...sender, account: 'discord:2' }, now);
  await store.readOutlook({ ...sender, space: 'discord:3' }, now);
  expect(query).toHaveBeenCalledTimes(5);
});

test('every write is seen by the next read', async () => {
  const ids = async () => (await store.readOutlook(sender, now)).milestones.map(({ id }) => id);
  const before = await ids();
  const { value } = await add();
  expect(await ids()).toEqual([...before, value.id]);
  await store.recordMilestone({ act: 'changed', id: value.id, revision: 1, set: { text: 'changed' }, why: '' }, by());
  expect((await store.readMilestone(sender, value.id)).milestone?.text).toBe('changed');
  expect((await store.readTimeline(sender, {}, 0, 10)).milestones.at(-1)?.text).toBe('changed');
  await store.setPersonal({ language: 'fr' }, by(sender));
  expect((await store.readActor(sender)).language).toBe('fr');
  await store.acceptSpace('discord:2', by({ space: 'discord:2' }));
  expect((await store.readHome(sender, now)).actor.spaceState).toBe('accepted');
});

test('a read that began before a write has ended is not kept', async () => {
  const held = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const slow = withSnapshot({
    ...store,
    async readActor(asked) {
      const before = await store.readActor(asked);
      started.resolve();
      await held.promise;
      return before;
    },
  });
  const stranger = { account: 'discord:77', space: 'discord:2' };
  const early = slow.readActor(stranger);
  await started.promise;
  await slow.setPersonal({ language: 'fr' }, by(stranger));
  held.resolve();
  expect(await early).not.toHaveProperty('language');
  expect((await slow.readActor(stranger)).language).toBe('fr');
});

test('a write that fails lets go of what was kept as well', async () => {
  const query = vi.spyOn(pg.Client.prototype, 'query');
  await store.readActor(sender);
  await expect(store.recordMilestone({ act: 'changed', id: 'm999', revision: 1, set: { text: 'x' }, why: '' }, by())).rejects.toThrow();
  query.mockClear();
  await store.readActor(sender);
  expect(query).toHaveBeenCalledTimes(1);
});

test('memory is bounded', async () => {
  const read = vi.fn(store.readActor);
  const bounded = withSnapshot({ ...store, readActor: read });
  for (let index = 0; index <= 1000; index += 1) await bounded.readActor({ account: `discord:${index}` });
  await bounded.readActor({ account: 'discord:1000' });
  expect(read).toHaveBeenCalledTimes(1001);
  await bounded.readActor({ account: 'discord:0' });
  expect(read).toHaveBeenCalledTimes(1002);
});

test('home shows at once what the jobs have for somebody at the terminal', async () => {
  const alice = { account: 'terminal:alice' };
  const news = async () => (await store.readHome(alice, now)).news.length;
  expect(await news()).toBe(0);
  const message = { notice: { kind: 'member dismissed', group: 'wg1' }, to: { kind: 'person', ...alice } } as const;
  await store.claimDuties([{ key: 'x', at: now, skipped: false, messages: [message] }], now);
  expect(await news()).toBe(1);
});

/** What leaves everything as it was, for whoever reads from memory: the queue is read anew each time, and so are addresses of exports. */
const harmless = /^(read|find|is|check|close|dump|begin|noteTick|moveBalance|offerExport)/;

test('every method that may change what is kept in memory lets go of it', () => {
  const names = Object.keys(store).filter((name) => !harmless.test(name));
  const wrapped = withSnapshot(store);
  const methods = (one: Store) => new Map<string, unknown>(Object.entries(one));
  expect(names.filter((name) => methods(wrapped).get(name) === methods(store).get(name))).toEqual([]);
  expect(names).toContain('leave');
});
