import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import type { Subscription, SubscriptionFacts } from '../../src/core/subscription.ts';
import { addWeeks } from '../../src/core/week.ts';
import { planOfGroups, update } from '../support/groups.ts';
import { duty, undelivered } from '../support/messages.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const operator = { account: 'terminal:operator', space: 'terminal:local' };
const now = new Date('2022-03-15T12:00:00.000Z');
const week = '2022-03-14';
const chosen: SubscriptionFacts = { digest: true, news: true, language: 'fr', weekday: 2, hour: 9, zone: 'UTC' };

describe.each(databases)('what due times are found from on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ store, close } = await openTestStore({ coordinators: ['slack:T1:U1', 'terminal:operator', 'discord:2'] }, make));
    await store.loadFirst(planOfGroups(3), by());
  });
  afterEach(() => close());

  test('active groups come as they stand, with the weeks of the last ten that have an update, and the latest', async () => {
    await store.appoint({ group: 'wg1', account: 'slack:T1:U5', role: 'chair' }, by());
    await store.recordGroup({ act: 'group paused', id: 'wg3', revision: 1, set: { state: 'paused' }, why: '' }, by());
    for (const back of [0, 1, 10, 11]) await store.recordUpdate(update('wg1', addWeeks(week, -back)), by());
    await store.recordUpdate(update('wg2', addWeeks(week, -30)), by());
    const { groups } = await store.readDuties(now);
    expect(groups.map(({ group, told, last }) => [group.id, told, last])).toEqual([
      ['wg1', [addWeeks(week, -10), addWeeks(week, -1), week], week],
      ['wg2', [], addWeeks(week, -30)],
    ]);
    expect(groups[0]?.group).toEqual((await store.readGroup(operator, 'wg1')).group);
    expect(groups[0]?.group.leads).toMatchObject([{ role: 'chair', member: { accounts: ['slack:T1:U5'] } }]);
    expect(groups[1]).not.toHaveProperty('group.channel');
  });

  test('a group that never said anything has no latest week', async () => {
    const { groups } = await store.readDuties(now);
    expect(groups.map(({ told, last }) => [told, last])).toEqual([
      [[], undefined],
      [[], undefined],
      [[], undefined],
    ]);
  });

  test('channels that get digests come with the latest week whose digest was claimed for them, or was over when they were switched on', async () => {
    const subscribed: Subscription[] = [];
    for (const id of ['C1', 'C2', 'C3', 'C4', 'C5']) {
      subscribed.push(
        await store.subscribe({ space: 'slack:T1', channel: id }, { ...chosen, digest: id !== 'C3' }, by({ at: new Date('2021-12-21T12:00:00Z') })),
      );
    }
    await store.unsubscribe({ space: 'slack:T1', channel: 'C4' }, by());
    await store.pauseSubscription({ space: 'slack:T1', channel: 'C5' }, 'x', undelivered, now);
    for (const [index, weeks] of [
      [0, ['2021-12-27', '2022-02-28', '2022-01-03']],
      [2, ['2022-03-07']],
    ] as const) {
      const claimed = weeks.map((one) => duty({ key: `digest ${subscribed[index]?.id} ${one}` }));
      await store.claimDuties(claimed, now);
    }
    const [first, second] = subscribed;
    expect((await store.readDuties(now)).subscriptions).toEqual([
      { subscription: first, lastWeek: '2022-02-28' },
      { subscription: second, lastWeek: '2021-12-13' },
    ]);
  });

  test('coordinators are those who were appointed and those whom the configuration names, and not the operator', async () => {
    await store.appointCoordinator('discord:1', by());
    await store.setPersonal({ language: 'fr', reminders: 'never', absence: { from: '2022-03-01' } }, by({ account: 'discord:2', space: 'discord:20' }));
    await store.setPersonal({ language: 'fr' }, by({ account: 'discord:3', space: 'discord:20' }));
    const member = (account: string) => store.readActor({ account }).then((actor) => actor.member);
    const { coordinators } = await store.readDuties(now);
    expect(coordinators).toHaveLength(3);
    expect(coordinators).toEqual(
      expect.arrayContaining([
        { id: await member('discord:1'), accounts: ['discord:1'], reminders: 'direct' },
        { id: await member('discord:2'), accounts: ['discord:2'], language: 'fr', reminders: 'never', absence: { from: '2022-03-01' } },
        { id: 'slack:T1:U1', accounts: ['slack:T1:U1'], reminders: 'direct' },
      ]),
    );
  });

  test('what was claimed in the last ten weeks is named', async () => {
    const due = (text: string) => new Date(`${text}T10:00:00.000Z`);
    await store.claimDuties([duty({ key: 'prompt wg1 2022-03-07', at: due('2022-03-10') })], now);
    await store.claimDuties([duty({ key: 'prompt wg1 2022-01-03', at: due('2022-01-06') })], now);
    await store.claimDuties([duty({ key: 'prompt wg1 2021-12-27', at: due('2021-12-30') })], now);
    expect((await store.readDuties(now)).claimed).toEqual(new Set(['prompt wg1 2022-03-07', 'prompt wg1 2022-01-03']));
  });

  test('before anything was recorded there is nothing due', async () => {
    const empty = await openTestStore({}, make);
    expect(await empty.store.readDuties(now)).toEqual({ groups: [], subscriptions: [], chairless: [], coordinators: [], proposals: [], claimed: new Set() });
    await empty.close();
  });
});
