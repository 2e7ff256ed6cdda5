import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OwedMessage } from '../../src/core/notice.ts';
import type { Store } from '../../src/core/store.ts';
import { about, begin, channel, message, owe, person, tryNext } from '../support/messages.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const operator = { account: 'terminal:operator', space: 'terminal:local' };
const now = new Date('2022-03-15T12:00:00.000Z');
const real = new Date('2026-11-25T08:00:00.000Z');

function later(from: Date, seconds: number): Date {
  return new Date(from.getTime() + seconds * 1000);
}

describe.each(databases)('the queue on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeEach(async () => ({ store, close } = await openTestStore({}, make)));
  afterEach(() => close());

  const waiting = async (at = now, limit = 100): Promise<string[]> => (await store.readWaiting(at, limit)).map(about);
  const stuck = async (before: Date): Promise<string[]> => (await store.readStuck(before, now, 100)).map(about);
  const standing = async ({ id }: OwedMessage): Promise<OwedMessage | undefined> => (await store.readMessage(operator, id)).message;
  const first = async (): Promise<OwedMessage> => {
    const [one] = await store.readWaiting(now, 1);
    if (one === undefined) throw new Error('no message waits');
    return one;
  };

  test('each destination gets what waits for it in the order in which it was written', async () => {
    await owe(store, now, message('wg1', channel('C1')), message('wg2', channel('C1')), message('wg3', channel('C1')));
    const sent: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      expect(await waiting()).toHaveLength(1);
      sent.push(about(await tryNext(store, { kind: 'sent', reference: 'r' }, now)));
    }
    expect(sent).toEqual(['wg1', 'wg2', 'wg3']);
    expect(await waiting()).toEqual([]);
  });

  test('what is due later waits, and the oldest comes first', async () => {
    await owe(store, later(now, 10), message('wg1', channel('C1')));
    await owe(store, now, message('wg2', channel('C2')));
    await owe(store, later(now, -10), message('wg3', person('slack:T1:U1')), message('wg4', person('discord:1')));
    expect(await waiting(now)).toEqual(['wg3', 'wg4', 'wg2']);
    expect(await waiting(now, 1)).toEqual(['wg3', 'wg4']);
    expect(await waiting(later(now, 10))).toEqual(['wg3', 'wg4', 'wg2', 'wg1']);
  });

  test('a channel of the same name in another space is another destination', async () => {
    await owe(store, now, message('wg1', channel('C1', 'slack:T1')), message('wg2', channel('C1', 'slack:T2')), message('wg3', channel('C1', 'discord:1')));
    expect(await waiting()).toEqual(['wg1', 'wg2', 'wg3']);
  });

  test('a slow destination holds up what comes after it there, and no other one', async () => {
    await owe(store, now, message('wg1', channel('C1')), message('wg2', channel('C1')), message('wg3', channel('C2')));
    await begin(store, await first(), real);
    expect(await waiting()).toEqual(['wg3']);
  });

  test('what is to be tried again later keeps its place before what was written after it', async () => {
    await owe(store, now, message('wg1', channel('C1')), message('wg2', channel('C1')), message('wg3', channel('C2')));
    await tryNext(store, { kind: 'again', due: later(now, 30), problem: 'too many' }, now);
    expect(await waiting()).toEqual(['wg3']);
    expect(await waiting(later(now, 30))).toEqual(['wg3', 'wg1']);
  });

  test('what was only asked to be patient is no nearer to being given up', async () => {
    await owe(store, now, message('wg1', channel('C1')));
    await tryNext(store, { kind: 'again', due: now, problem: 'too many', uncounted: true }, now);
    await tryNext(store, { kind: 'again', due: now, problem: 'down' }, now);
    expect((await store.readWaiting(now, 1)).map(({ attempts, problem }) => [attempts, problem])).toEqual([[1, 'down']]);
  });

  test('a destination for which a thousand wait holds up no other one', async () => {
    await owe(store, now, ...Array.from({ length: 1000 }, (_, index) => message(`wg${index}`, channel('C1'))));
    await owe(store, later(now, 1), message('last', channel('C2')));
    expect(await waiting(later(now, 1), 2)).toEqual(['wg0', 'last']);
  });

  test('of many that begin to send the same message exactly one does', async () => {
    await owe(store, now, message('wg1', channel('C1')));
    const read = await first();
    const begun = await Promise.all(Array.from({ length: 12 }, (_, index) => store.beginSending(read, later(real, index))));
    expect(begun.filter(Boolean)).toEqual([true]);
    const since = later(real, begun.indexOf(true));
    expect(await standing(read)).toEqual({ ...read, state: 'sending', attempts: 1, sendingSince: since, begun: since });
  });

  test('a message that was tried since it was read is not begun', async () => {
    await owe(store, now, message('wg1', channel('C1')));
    const read = await tryNext(store, { kind: 'again', due: later(now, 3600), problem: 'too many' }, now);
    expect(await store.beginSending(read, real)).toBe(false);
    const [again] = await store.readWaiting(later(now, 3600), 1);
    expect(again).toEqual({ ...read, attempts: 1, due: later(now, 3600), problem: 'too many' });
    expect(again && (await store.beginSending(again, real))).toBe(true);
  });

  test('a sending that never ended is found by the real clock alone', async () => {
    await owe(store, now, message('wg1', channel('C1')), message('wg2', channel('C2')));
    const begun = await begin(store, await first(), real);
    expect(await stuck(real)).toEqual([]);
    expect(await stuck(later(real, 1))).toEqual(['wg1']);
    expect(await store.readStuck(later(real, 1), now, 10)).toEqual([{ ...begun, attempts: 1 }]);
  });

  test('a sending that was broken off more than once says when it was first begun, until it is owed again', async () => {
    await owe(store, now, message('wg1', channel('C1')));
    const sending = await begin(store, await first(), real);
    if (sending === undefined) throw new Error('it was not begun');
    const [broken] = await store.readStuck(later(real, 60), now, 1);
    expect(broken && (await store.beginSending(broken, later(real, 60)))).toBe(true);
    expect(await standing(sending)).toMatchObject({ sendingSince: later(real, 60), begun: real, attempts: 2 });
    await store.endSending({ ...sending, sendingSince: later(real, 60) }, { kind: 'again', due: now, problem: 'too many' }, now);
    expect(await standing(sending)).not.toHaveProperty('begun');
    expect(await begin(store, await first(), later(real, 90))).toMatchObject({ begun: later(real, 90) });
    expect(await standing(sending)).toMatchObject({ begun: later(real, 90) });
  });

  test('of two that take over a broken sending one does, and what the first saw of it counts only if it was sent', async () => {
    await owe(store, now, message('wg1', channel('C1')));
    const slow = await begin(store, await first(), real);
    const [found] = await store.readStuck(later(real, 60), now, 1);
    const taken = found && (await Promise.all([store.beginSending(found, later(real, 60)), store.beginSending(found, later(real, 61))]));
    expect(taken?.toSorted()).toEqual([false, true]);
    if (slow === undefined) throw new Error('it was not begun');
    await store.endSending(slow, { kind: 'again', due: now, problem: 'late' }, now);
    await store.endSending(slow, { kind: 'failed', problem: 'late' }, now);
    expect(await standing(slow)).toMatchObject({ state: 'sending', attempts: 2 });
    await store.endSending(slow, { kind: 'sent', reference: 'r' }, now);
    expect(await standing(slow)).toMatchObject({ state: 'sent', reference: 'r' });
  });

  test('what was sent says where, and is done with', async () => {
    await owe(store, now, message('wg1', channel('C1')));
    await tryNext(store, { kind: 'again', due: now, problem: 'too many' }, now);
    const read = await tryNext(store, { kind: 'sent', reference: 'slack 1.2' }, later(now, 5));
    const { problem, ...rest } = read;
    expect(problem).toBe('too many');
    expect(await standing(read)).toEqual({ ...rest, state: 'sent', attempts: 2, reference: 'slack 1.2' });
    const begun: OwedMessage = { ...read, state: 'sending', sendingSince: later(now, 5) };
    await store.endSending(begun, { kind: 'uncertain', problem: 'x' }, now);
    expect(await standing(read)).toMatchObject({ state: 'sent' });
  });

  test('what failed is owed again, once, with its place and as if it had never been tried', async () => {
    await owe(store, now, message('wg1', channel('C1')));
    const read = await tryNext(store, { kind: 'uncertain', problem: 'line broke' }, now);
    expect(await waiting()).toEqual([]);
    await owe(store, now, message('wg2', channel('C1')));
    const given = by({ at: later(now, 60) });
    expect(await store.postAgain(read.id, given)).toBe('owed');
    expect(await store.postAgain(read.id, given)).toBe('owed');
    expect(await store.postAgain(read.id, by())).toBe('unknown');
    expect(await standing(read)).toMatchObject({ state: 'owed', attempts: 0, due: later(now, 60) });
    expect(await waiting(later(now, 60))).toEqual(['wg1']);
    expect((await store.readRecorded(operator, given.key)).event).toMatchObject({ act: 'post again', object: read.id });
  });

  test('nothing else is owed again, and an id that is none names no message', async () => {
    await owe(store, now, message('wg1', channel('C1')));
    const { id } = await first();
    for (const named of [id, crypto.randomUUID(), 'm1', "'; DROP TABLE owed_message; --\0"]) expect(await store.postAgain(named, by())).toBe('unknown');
    expect(await store.readMessage(operator, 'm1')).toEqual({ actor: expect.anything() });
    expect(await store.readMessage(operator, crypto.randomUUID())).toEqual({ actor: expect.anything() });
  });
});
