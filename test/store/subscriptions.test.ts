import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import type { SubscriptionFacts } from '../../src/core/subscription.ts';
import type { RunStatements } from '../../src/store/statements.ts';
import { about, channel, drain, message, owe, tryNext, undelivered } from '../support/messages.ts';
import { file, leadIn, person } from '../support/proposals.ts';
import { by, databases, deadlocks, openTestStore } from '../support/store.ts';

const chosen: SubscriptionFacts = { digest: true, news: false, language: 'fr', weekday: 2, hour: 9, zone: 'Europe/Paris' };
const someone = { account: 'discord:9', space: 'discord:90' };
const other = { account: 'discord:8', space: 'discord:90' };
const general = { space: 'discord:90', channel: '900' };
const now = by().at;
const tomorrow = new Date('2022-03-16T12:00:00.000Z');

describe.each(databases)('what channels get on the $name database', ({ make }) => {
  let store: Store;
  let statements: RunStatements;
  let close: () => Promise<void>;
  beforeEach(async () => ({ store, statements, close } = await openTestStore({}, make)));
  afterEach(() => close());

  const eventOf = async (key: string) => (await store.readRecorded(someone, key)).event;
  const memberOf = async ({ account }: typeof someone) => (await store.readActor({ account })).member;

  test('a channel that was never spoken of gets nothing', async () => {
    expect(await store.readHere(someone, general)).toEqual({ actor: expect.anything(), leadership: false });
    expect(await store.unsubscribe(general, by(someone))).toBeUndefined();
    expect((await store.readActor(someone)).member).toBeUndefined();
  });

  test('one that is switched on reads as it was chosen, and the record keeps who chose it', async () => {
    expect((await store.readActor(someone)).member).toBeUndefined();
    const given = by(someone);
    const subscription = await store.subscribe(channel('900', 'discord:90'), chosen, given);
    const member = await memberOf(someone);
    expect(subscription).toEqual({ id: expect.any(String), ...general, ...chosen, state: 'on', configuredBy: member, since: now });
    expect(await store.readHere(someone, general)).toEqual({
      actor: expect.objectContaining({ member }),
      subscription,
      configuredBy: someone.account,
      lastWeek: '2022-03-07',
      leadership: false,
    });
    expect(await eventOf(given.key)).toEqual({
      at: now,
      member,
      space: 'discord:90',
      act: 'subscribed',
      object: 'discord:90 900',
      new: { ...chosen, state: 'on' },
    });
    expect(await store.subscribe(general, { ...chosen, hour: 10 }, given)).toEqual(subscription);
  });

  test('a change keeps the old facts in the record, and who made it', async () => {
    const first = await store.subscribe(general, chosen, by(someone));
    const given = by({ ...other, at: tomorrow });
    const second = await store.subscribe(general, { ...first, hour: 10 }, given);
    expect(second).toEqual({ ...first, hour: 10, configuredBy: await memberOf(other), since: tomorrow });
    expect(await eventOf(given.key)).toMatchObject({ old: { ...chosen, state: 'on' }, new: { ...chosen, hour: 10, state: 'on' } });
  });

  test('a digest that has just come due stays owed when something else is changed', async () => {
    await store.subscribe(general, chosen, by(someone));
    expect((await store.subscribe(general, { ...chosen, language: 'en', news: true }, by({ ...someone, at: tomorrow }))).since).toEqual(now);
    expect((await store.subscribe(general, { ...chosen, weekday: 3 }, by({ ...someone, at: tomorrow }))).since).toEqual(tomorrow);
  });

  test('it is switched off in one press, and nothing that waits there is sent any more', async () => {
    const digest = { notice: { kind: 'digest', week: '2022-03-07', missed: false, skipped: [] }, to: channel('900', 'discord:90') } as const;
    const first = await store.subscribe(general, chosen, by(someone));
    await owe(store, now, digest, message('wg1', channel('900', 'discord:90')));
    const given = by({ ...other, at: tomorrow });
    const off = { ...first, state: 'off', configuredBy: expect.any(String), since: tomorrow };
    expect(await store.unsubscribe(general, given)).toEqual(off);
    expect(await store.unsubscribe(general, given)).toEqual(off);
    expect(await store.unsubscribe(general, by(other))).toBeUndefined();
    expect(await store.readHere(someone, general)).toMatchObject({ subscription: off });
    expect(await eventOf(given.key)).toMatchObject({ act: 'unsubscribed', object: 'discord:90 900', old: { state: 'on' }, new: { state: 'off' } });
    expect((await store.readWaiting(tomorrow, 10)).map(about)).toEqual(['wg1']);
  });

  test('what failed before it was switched off is not posted again by a press, but for what its group tells it', async () => {
    const to = channel('900', 'discord:90');
    await store.subscribe(general, chosen, by(someone));
    await owe(store, now, { notice: { kind: 'digest', week: '2022-03-07' }, to }, message('wg1', to));
    const ids = [await tryNext(store, { kind: 'failed', problem: 'x' }, now), await tryNext(store, { kind: 'failed', problem: 'x' }, now)].map(({ id }) => id);
    const again = async () => Promise.all(ids.map((id) => store.postAgain(id, by(someone))));
    await store.unsubscribe(general, by(someone));
    expect(await again()).toEqual(['off', 'owed']);
    await store.subscribe(general, chosen, by(someone));
    expect(await again()).toEqual(['owed', 'unknown']);
  });

  test('what has not been sent there yet is told in the language that is chosen meanwhile, but for what is in that of leadership', async () => {
    const to = channel('900', 'discord:90');
    const digest = { notice: { kind: 'digest', week: '2022-03-07' }, to, language: 'fr' } as const;
    await store.subscribe(general, chosen, by(someone));
    await owe(store, now, digest);
    const { id } = await tryNext(store, { kind: 'failed', problem: 'x' }, now);
    await owe(store, now, message('wg1', to), { notice: { kind: 'update late', update: 'u1' }, to, language: 'fr' });
    await owe(store, now, { notice: { kind: 'proposal card', proposal: 'p1' }, to }, { ...digest, to: channel('901', 'discord:90') });
    await store.subscribe(general, { ...chosen, language: 'en' }, by(someone));
    expect(await store.postAgain(id, by(someone))).toBe('owed');
    const told: (readonly unknown[])[] = [];
    while ((await store.readWaiting(now, 1)).length > 0) {
      const { notice, language, to: where } = await tryNext(store, { kind: 'sent', reference: 'r' }, now);
      if (where.kind === 'channel') told.push([notice.kind, language]);
    }
    expect(told).toEqual([
      ['digest', 'en'],
      ['handover done', 'en'],
      ['update late', 'en'],
      ['proposal card', 'fr'],
      ['digest', 'fr'],
    ]);
  });

  describe('where news of a group stand', () => {
    const joining = (name: string) => store.join({ group: 'wg1', role: 'member', joining: 'open' }, person(name));
    const news = { space: 'slack:T1', channel: 'C1' };
    const speaking = (language: 'en' | 'fr') => store.subscribe(news, { ...chosen, news: true, language }, person('lead'));
    beforeEach(async () => {
      await leadIn(store, 'C9');
      await speaking('en');
      await store.moveProposal({ move: 'establish', id: await file(store), version: 1, why: '' }, person('lead'));
    });

    test('an edit of them that waits is in the language that is chosen meanwhile', async () => {
      await drain(store, now);
      await joining('a');
      await speaking('fr');
      expect(await store.readWaiting(tomorrow, 10)).toMatchObject([{ notice: { kind: 'group established', replaces: expect.any(String) }, language: 'fr' }]);
    });

    test('the language is chosen while people join, and nobody waits for anybody in vain', async () => {
      await tryNext(store, { kind: 'uncertain', problem: 'x' }, now);
      const before = await deadlocks(statements);
      for (const round of [1, 2, 3, 4, 5, 6]) await Promise.all([joining(`a${round}`), speaking(round % 2 === 0 ? 'en' : 'fr'), joining(`b${round}`)]);
      expect(await deadlocks(statements)).toEqual(before);
    });
  });

  test('one that was switched off or paused is switched on again from then on', async () => {
    const first = await store.subscribe(general, chosen, by(someone));
    await store.unsubscribe(general, by(someone));
    expect(await store.subscribe(general, chosen, by({ ...someone, at: tomorrow }))).toEqual({ ...first, since: tomorrow });
    await store.pauseSubscription(general, 'is_archived', undelivered, tomorrow);
    const again = await store.subscribe(general, chosen, by({ ...someone, at: new Date('2022-03-17T12:00:00.000Z') }));
    expect(again).toEqual({ ...first, since: new Date('2022-03-17T12:00:00.000Z') });
  });

  test('a paused one can be switched off', async () => {
    await store.subscribe(general, chosen, by(someone));
    await store.pauseSubscription(general, 'is_archived', undelivered, now);
    const off = await store.unsubscribe(general, by(someone));
    expect([off?.state, off?.reason]).toEqual(['off', undefined]);
  });

  test('two who switch on the same channel at once make one of it', async () => {
    const both = await Promise.all([someone, other].map((one) => store.subscribe(general, chosen, by(one))));
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  });
});
