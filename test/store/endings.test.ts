import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewMessage, OwedMessage } from '../../src/core/notice.ts';
import type { Store } from '../../src/core/store.ts';
import { about, begin, channel, drain, message, owe, person, tryNext, undelivered } from '../support/messages.ts';
import { person as acting, file, leadIn } from '../support/proposals.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const operator = { account: 'terminal:operator', space: 'terminal:local' };
const now = new Date('2022-03-15T12:00:00.000Z');
const digest: NewMessage = { notice: { kind: 'digest', week: '2022-03-07' }, to: channel('C1'), language: 'fr' };
const facts = { digest: true, news: true, language: 'fr', weekday: 2, hour: 9, zone: 'Europe/Paris' } as const;

describe.each(databases)('what follows from a try on the $name database', ({ make }) => {
  let store: Store;
  let owed: number;
  let close: () => Promise<void>;
  beforeEach(async () => {
    owed = 0;
    ({ store, close } = await openTestStore({ coordinators: ['slack:T1:U1'], owed: () => (owed += 1) }, make));
  });
  afterEach(() => close());

  const waiting = (): Promise<readonly OwedMessage[]> => store.readWaiting(now, 100);
  const whither = async () => (await waiting()).map((one) => [about(one), one.to]);
  const standing = async ({ id }: OwedMessage): Promise<OwedMessage | undefined> => (await store.readMessage(operator, id)).message;

  test('somebody who takes no direct messages is written to in the other way', async () => {
    await owe(store, now, message('wg1', person('discord:1'), { language: 'fr', otherwise: channel('C1') }));
    const read = await tryNext(store, { kind: 'closed', problem: 'cannot_dm' }, now);
    expect(await standing(read)).toMatchObject({ state: 'skipped', problem: 'closed', to: person('discord:1') });
    expect(await waiting()).toEqual([{ id: expect.any(String), notice: read.notice, to: channel('C1'), language: 'fr', state: 'owed', due: now, attempts: 0 }]);
    expect(owed).toBe(2);
  });

  test('a channel that stands behind several closed doors is asked once', async () => {
    const groups = ['wg1', 'wg2', 'wg3', 'wg4', 'wg5'];
    const otherwise = channel('C1');
    for (const group of groups) {
      await owe(store, now, ...Array.from({ length: 8 }, (_, index) => message(group, person(`discord:${index}`), { otherwise })));
      const people = (await waiting()).filter(({ to }) => to.kind === 'person');
      const begun = await Promise.all(people.map((one) => begin(store, one, now)));
      await Promise.all(begun.map((one) => one && store.endSending(one, { kind: 'closed', problem: 'x' }, now)));
    }
    const asked: string[] = [];
    while ((await waiting()).length > 0) asked.push(about(await tryNext(store, { kind: 'sent', reference: 'r' }, now)));
    expect(asked).toEqual(groups);
  });

  test('another question is asked there all the same', async () => {
    const otherwise = channel('C1');
    await owe(store, now, message('wg1', person('discord:1'), { otherwise }), message('wg2', person('discord:2'), { otherwise }));
    await tryNext(store, { kind: 'closed', problem: 'x' }, now);
    await tryNext(store, { kind: 'closed', problem: 'x' }, now);
    expect(await whither()).toEqual([['wg1', channel('C1')]]);
    await tryNext(store, { kind: 'sent', reference: 'r' }, now);
    expect(await whither()).toEqual([['wg2', channel('C1')]]);
  });

  test('where there is no other way it failed, and nobody is told', async () => {
    await owe(store, now, message('wg1', person('discord:1')));
    const read = await tryNext(store, { kind: 'closed', problem: 'cannot_dm' }, now);
    expect(await standing(read)).toMatchObject({ state: 'failed', problem: 'closed' });
    expect(await waiting()).toEqual([]);
    expect((await store.readStatus(operator, now)).failed).toBe(1);
  });

  test('at a terminal where nobody sits nothing has failed', async () => {
    await owe(store, now, message('wg1', person('terminal:alice')));
    const read = await tryNext(store, { kind: 'closed', problem: 'nobody there' }, now);
    expect(await standing(read)).toMatchObject({ state: 'skipped', problem: 'closed' });
    expect(await store.readStatus(operator, now)).toMatchObject({ troubled: [], failed: 0, waiting: 0 });
  });

  test('what has happened is told in the home of whoever sits at a terminal, whether it was tried or not, for thirty days', async () => {
    const notice = { kind: 'proposal moved', proposal: 'p1', move: 'decline' } as const;
    const other = { kind: 'join answered', group: 'wg1', admitted: false } as const;
    const to = person('terminal:alice');
    await owe(store, now, { notice, to });
    await tryNext(store, { kind: 'closed', problem: 'nobody there' }, now);
    const later = { kind: 'handover done', group: 'wg2' } as const;
    await owe(
      store,
      now,
      { notice: later, to },
      { notice: { kind: 'prompt', group: 'wg1', week: '2022-03-14' }, to },
      { notice: other, to: person('terminal:bob') },
    );
    const newsOf = async (account: string, at = now) => (await store.readHome({ account, space: 'terminal:local' }, at)).news.map((one) => one.notice);
    expect(await newsOf('terminal:alice')).toEqual([later, notice]);
    expect(await newsOf('terminal:bob')).toEqual([other]);
    expect(await newsOf('terminal:alice', new Date(now.getTime() + 30 * 86_400_000))).toEqual([]);
    await owe(store, now, { notice, to: person('slack:T1:U9') });
    expect((await store.readHome({ account: 'slack:T1:U9', space: 'slack:T1' }, now)).news).toEqual([]);
  });

  test.each(['failed', 'uncertain'] as const)('what is %s for good is told to those who coordinate, also to one who never wrote', async (kind) => {
    await store.appointCoordinator('discord:7', by());
    await store.setPersonal({ language: 'fr' }, by({ account: 'discord:7', space: 'discord:70' }));
    await owe(store, now, message('wg1', person('discord:1')));
    const read = await tryNext(store, { kind, problem: 'not_found' }, now);
    expect(await standing(read)).toMatchObject({ state: kind, problem: 'not_found' });
    const notice = { kind: 'not delivered', message: read.id };
    const told = (await waiting()).filter((one) => one.notice.kind === notice.kind);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatchObject({ notice, to: person('discord:7'), language: 'fr' });
    expect(told[1]).toMatchObject({ notice, to: person('slack:T1:U1') });
    expect(owed).toBe(3);
  });

  test('what failed in a channel is told to whoever configured it', async () => {
    await store.subscribe(channel('C1'), facts, by({ account: 'discord:9', space: 'discord:90' }));
    await owe(store, now, digest);
    await tryNext(store, { kind: 'failed', problem: 'x' }, now);
    expect(await whither()).toEqual([['not delivered', person('discord:9')]]);
  });

  test('in a channel that nobody configured, to those who coordinate', async () => {
    await owe(store, now, message('wg1', channel('C2')));
    await tryNext(store, { kind: 'failed', problem: 'x' }, now);
    expect(await whither()).toEqual([['not delivered', person('slack:T1:U1')]]);
  });

  test('a failure to tell of a failure is told to nobody', async () => {
    await owe(store, now, message('wg1', channel('C2')));
    await tryNext(store, { kind: 'failed', problem: 'x' }, now);
    await tryNext(store, { kind: 'failed', problem: 'x' }, now);
    expect(await waiting()).toEqual([]);
    expect((await store.readStatus(operator, now)).failed).toBe(2);
  });

  test.each([
    ['failed', { kind: 'failed', problem: 'account_inactive' }],
    ['finds a closed door', { kind: 'closed', problem: 'cannot_dm' }],
  ] as const)('a note about it that %s is told to the other coordinators, once', async (_, tried) => {
    await store.appointCoordinator('discord:7', by());
    await store.subscribe(channel('C1'), facts, by({ account: 'discord:9', space: 'discord:90' }));
    await drain(store, now);
    await owe(store, now, digest);
    const { id } = await tryNext(store, { kind: 'failed', problem: 'x' }, now);
    await tryNext(store, tried, now);
    const notice = { kind: 'not delivered', message: id };
    expect(await waiting()).toMatchObject([
      { notice, to: person('discord:7') },
      { notice, to: person('slack:T1:U1') },
    ]);
    for (const _one of [1, 2]) await tryNext(store, tried, now);
    expect(await waiting()).toEqual([]);
  });

  test('what fails anew after it was posted again is told to them anew, where whoever configured the channel takes no messages', async () => {
    const tomorrow = new Date(now.getTime() + 86_400_000);
    await store.subscribe(channel('C1'), facts, by({ account: 'discord:9', space: 'discord:90' }));
    await owe(store, now, digest);
    const told = async (at: Date) => {
      const { id } = await tryNext(store, { kind: 'failed', problem: 'x' }, at);
      await tryNext(store, { kind: 'closed', problem: 'cannot_dm' }, at);
      const others = await drain(store, at);
      expect(await store.postAgain(id, by({ at }))).toBe('owed');
      return others;
    };
    expect(await told(now)).toEqual([['not delivered', 'slack:T1:U1']]);
    expect(await told(tomorrow)).toEqual([['not delivered', 'slack:T1:U1']]);
  });

  test('a card that fails with every change is told of once, and anew where somebody wanted it posted again', async () => {
    const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
    await leadIn(store, 'C1');
    const proposal = await file(store);
    const told = async (at: Date) => {
      const { id } = await tryNext(store, { kind: 'failed', problem: 'x' }, at);
      return { id, others: await drain(store, at) };
    };
    const { id, others } = await told(now);
    expect(others).toEqual([['not delivered', 'slack:T1:U1']]);
    const change = (name: string, at: Date) => store.volunteer({ proposal, version: 1, kind: 'write' }, acting(name, { at }));
    await change('a', minutes(1));
    expect(await told(minutes(1))).toEqual({ id, others: [] });
    expect(await store.postAgain(id, by({ at: minutes(2) }))).toBe('owed');
    expect(await told(minutes(2))).toEqual({ id, others });
    await change('b', minutes(3));
    expect(await told(minutes(3))).toEqual({ id, others: [] });
  });

  test('of two ends of one try the first counts, and is told once', async () => {
    await owe(store, now, message('wg1', channel('C2')));
    const begun = await begin(store, (await waiting())[0], now);
    const ends = Array.from({ length: 4 }, () => begun && store.endSending(begun, { kind: 'uncertain', problem: 'x' }, now));
    await Promise.all(ends);
    expect(await whither()).toHaveLength(1);
  });

  describe('a channel that cannot be written to any more', () => {
    const subscriber = { account: 'discord:9', space: 'discord:90' };
    const pausedIn = async () => (await store.readHere(operator, channel('C1'))).subscription;

    test('is paused once, which the record says, and whoever configured it is told', async () => {
      const subscribed = await store.subscribe(channel('C1'), facts, by(subscriber));
      const pauses = Array.from({ length: 4 }, () => store.pauseSubscription(channel('C1'), 'is_archived', undelivered, now));
      await Promise.all(pauses);
      expect(await pausedIn()).toEqual({ ...subscribed, state: 'paused', reason: 'is_archived', since: now });
      const [told, ...others] = await waiting();
      expect(others).toEqual([]);
      expect(told).toMatchObject({ notice: { kind: 'channel paused', subscription: subscribed.id, message: undelivered }, to: person('discord:9') });
      expect(told && (await store.readMessage(operator, told.id)).subscription).toEqual(await pausedIn());
      expect(owed).toBe(1);
      await tryNext(store, { kind: 'failed', problem: 'x' }, now);
      expect(await whither()).toEqual([['channel paused', person('slack:T1:U1')]]);
      await tryNext(store, { kind: 'failed', problem: 'x' }, now);
      expect(await waiting()).toEqual([]);
    });

    test('is told of anew to the coordinators where it is paused anew, and whoever configured it takes no messages', async () => {
      for (const at of [now, new Date(now.getTime() + 86_400_000)]) {
        await store.subscribe(channel('C1'), facts, by({ ...subscriber, at }));
        await store.pauseSubscription(channel('C1'), 'space left', undelivered, at);
        await tryNext(store, { kind: 'closed', problem: 'cannot_dm' }, at);
        expect(await drain(store, at)).toEqual([['channel paused', 'slack:T1:U1']]);
      }
    });

    test.each([digest, message('wg1', channel('C1'))])(
      'is told of anew where somebody wants $notice.kind posted again that fails for the same',
      async (one) => {
        await store.subscribe(channel('C1'), facts, by(subscriber));
        await owe(store, now, one);
        const tries = async (at: Date): Promise<OwedMessage> => {
          const begun = await begin(store, (await store.readWaiting(at, 1))[0], at);
          if (begun === undefined) throw new Error('no message waits');
          await store.pauseSubscription(channel('C1'), 'is_archived', begun.id, at);
          await store.endSending(begun, { kind: 'failed', problem: 'is_archived' }, at);
          return begun;
        };
        const { id } = await tries(now);
        expect(await drain(store, now)).toEqual([['channel paused', 'discord:9']]);
        for (const minutes of [1, 2]) {
          const at = new Date(now.getTime() + minutes * 60_000);
          expect(await store.postAgain(id, by({ at }))).toBe('owed');
          await tries(at);
          expect(await drain(store, at)).toEqual([['not delivered', 'discord:9']]);
        }
        const later = new Date(now.getTime() + 600_000);
        await owe(store, later, message('wg2', channel('C1')));
        await tries(later);
        expect(await drain(store, later)).toEqual([]);
        expect(await store.postAgain(id, by({ at: later }))).toBe('owed');
        await store.subscribe(channel('C1'), facts, by({ ...subscriber, at: later }));
        await tries(later);
        expect(await drain(store, later)).toEqual([['channel paused', 'discord:9']]);
      },
    );

    test('and gets nothing more that was owed because it was switched on, but what its group tells it', async () => {
      await store.subscribe(channel('C1'), facts, by(subscriber));
      await owe(store, now, digest, { notice: { kind: 'update late', update: 'u1' }, to: channel('C1') }, message('wg1', channel('C1')), {
        ...digest,
        to: channel('C2'),
      });
      await store.pauseSubscription(channel('C1'), 'is_archived', undelivered, now);
      expect(await whither()).toEqual([
        ['wg1', channel('C1')],
        ['digest', channel('C2')],
        ['channel paused', person('discord:9')],
      ]);
    });

    test('is not paused where nothing is on', async () => {
      await store.pauseSubscription(channel('C1'), 'is_archived', undelivered, now);
      await store.subscribe(channel('C1'), facts, by(subscriber));
      await store.unsubscribe(channel('C1'), by(subscriber));
      await store.pauseSubscription(channel('C1'), 'is_archived', undelivered, now);
      expect(await pausedIn()).toMatchObject({ state: 'off' });
      expect(await waiting()).toEqual([]);
      expect(owed).toBe(0);
    });
  });
});
