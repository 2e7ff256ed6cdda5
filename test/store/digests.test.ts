import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOf } from '../../src/core/digest.ts';
import type { GroupChange } from '../../src/core/group.ts';
import type { Store } from '../../src/core/store.ts';
import { weeksOpen } from '../../src/core/update.ts';
import { facts, planOfGroups, update } from '../support/groups.ts';
import { when } from '../support/milestones.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const reader = { account: 'discord:1', space: 'discord:2' };
const week = '2022-03-14';
const close = new Date('2022-03-21T12:00:00.000Z');
const afterwards = new Date('2022-06-01T00:00:00.000Z');
const justBefore = (instant: Date): Date => new Date(instant.getTime() - 1);

describe.each(databases)('digests on the $name database', ({ make }) => {
  let store: Store;
  let end: () => Promise<void>;
  beforeAll(async () => {
    ({ store, close: end } = await openTestStore({}, make));
    const milestones = [
      { id: 'm1', when: when('2022-03-20'), text: 'A meeting.', dependsOn: [] },
      { id: 'm2', when: when('2022-05'), text: 'A report.', dependsOn: [] },
      { id: 'm3', when: when('2022-09'), text: 'Another.', dependsOn: [] },
    ];
    await store.loadFirst({ ...planOfGroups(12), milestones }, by({ at: new Date('2022-01-03T00:00:00.000Z') }));
  });
  afterAll(() => end());

  const record = (group: string, of: string, at: Date, revision = 0, done = facts.done) =>
    store.recordUpdate(update(group, of, { revision, facts: { ...facts, done } }), by({ at }));
  const told = async (of: string, now: Date) => {
    const { updates, late } = await store.readDigest(reader, of, now);
    return { updates: updates.map(({ group, done }) => [group, done]), late: late.map(({ group, week: earlier }) => [group, earlier]) };
  };

  test('a week is told as it stood at its close, and what comes later joins the next', async () => {
    await record('wg10', week, new Date('2022-03-18T12:00:00.000Z'));
    await record('wg2', week, new Date('2022-03-17T12:00:00.000Z'), 0, 'First words.');
    await record('wg2', week, justBefore(close), 1, 'Second words.');
    await record('wg2', week, close, 2, 'Words after the close.');
    await record('wg1', week, justBefore(close));
    await record('wg3', week, close);
    await record('wg3', '2022-02-28', close);
    await record('wg4', '2022-03-07', new Date('2022-03-28T11:59:59.999Z'));
    await record('wg5', '2022-03-21', justBefore(close));
    const stood = {
      updates: [
        ['wg1', facts.done],
        ['wg2', 'Second words.'],
        ['wg10', facts.done],
      ],
      late: [],
    };
    expect(await told(week, afterwards)).toEqual(stood);
    expect(await told(week, close)).toEqual(stood);
    expect(await told('2022-03-21', afterwards)).toEqual({
      updates: [['wg5', facts.done]],
      late: [
        ['wg3', '2022-02-28'],
        ['wg3', week],
        ['wg4', '2022-03-07'],
      ],
    });
    expect(await told('2022-03-28', afterwards)).toEqual({ updates: [], late: [] });
    expect(await told('2022-02-28', afterwards)).toEqual({ updates: [], late: [] });
  });

  test('a week that is not over is told as it stands', async () => {
    expect((await told(week, new Date('2022-03-17T11:59:59.999Z'))).updates).toEqual([]);
    expect((await told(week, new Date('2022-03-17T12:00:00.000Z'))).updates).toEqual([['wg2', 'First words.']]);
    expect(await told('2022-03-21', close)).toEqual({
      updates: [['wg5', facts.done]],
      late: [
        ['wg3', '2022-02-28'],
        ['wg3', week],
      ],
    });
    expect(await told('2022-04-04', close)).toEqual({ updates: [], late: [] });
  });

  test('the groups are those that were active and those that wrote, in the order of their numbers, whatever was set since', async () => {
    for (const id of ['wg2', 'wg12']) {
      await store.recordGroup({ act: 'group paused', id, revision: 1, set: { state: 'paused' }, why: '' }, by({ at: afterwards }));
    }
    const fortnightly = { rhythm: 'fortnightly', weekday: 4, hour: 10, zone: 'UTC', since: '2022-05-30' } as const;
    await store.recordGroup({ act: 'group changed', id: 'wg11', revision: 1, set: { schedule: fortnightly }, why: '' }, by({ at: afterwards }));
    const { actor, ...read } = await store.readDigest(reader, week, afterwards);
    expect(read.groups.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, index) => `wg${index + 1}`));
    const digest = digestOf(week, read, afterwards);
    expect(digest.gaps.map(({ id }) => id)).toEqual(['wg4', 'wg5', 'wg6', 'wg7', 'wg8', 'wg9', 'wg11', 'wg12']);
    expect(digest.after.map(({ id }) => id)).toEqual(['wg3']);
    const later = await store.readDigest(reader, '2022-06-06', new Date('2022-06-14T00:00:00.000Z'));
    expect(later.groups.map(({ id }) => id)).not.toContain('wg12');
    expect(actor.coordinator).toBe(false);
  });

  test('of a group that was paused all the week and resumed before its close no gap is told', async () => {
    const [paused, resumed] = [new Date('2022-07-03T00:00:00.000Z'), new Date('2022-07-11T08:00:00.000Z')];
    await store.recordGroup({ act: 'group paused', id: 'wg9', revision: 1, set: { state: 'paused' }, why: '' }, by({ at: paused }));
    await store.recordGroup({ act: 'group resumed', id: 'wg9', revision: 2, set: { state: 'active' }, why: '' }, by({ at: resumed }));
    const gaps = async (of: string) => {
      const then = new Date('2022-07-30T00:00:00.000Z');
      return digestOf(of, await store.readDigest(reader, of, then), then).gaps.map(({ id }) => id);
    };
    expect(await gaps('2022-06-20')).toContain('wg9');
    expect(await gaps('2022-07-04')).not.toContain('wg9');
    expect(await gaps('2022-07-11')).toContain('wg9');
  });

  test('of a group that came after the question of its first week no gap is told for it, whatever was set since', async () => {
    const came = new Date('2022-09-09T00:00:00.000Z');
    await store.importPlan({ ...planOfGroups(0), groups: [{ id: 'wg13', name: 'Group 13' }] }, by({ at: came }));
    const gaps = async (of: string) => {
      const then = new Date('2022-09-30T00:00:00.000Z');
      return digestOf(of, await store.readDigest(reader, of, then), then)
        .gaps.map(({ id }) => id)
        .includes('wg13');
    };
    expect([await gaps('2022-09-05'), await gaps('2022-09-12')]).toEqual([false, true]);
    const paused = by({ at: new Date('2022-09-25T00:00:00.000Z') });
    await store.recordGroup({ act: 'group paused', id: 'wg13', revision: 1, set: { state: 'paused' }, why: '' }, paused);
    expect([await gaps('2022-09-05'), await gaps('2022-09-12')]).toEqual([false, true]);
  });

  test('a group is named as it was named at the close', async () => {
    const renamed: GroupChange = { act: 'group changed', id: 'wg8', revision: 1, set: { name: 'Another name' }, why: '' };
    await store.recordGroup(renamed, by({ at: new Date('2022-08-03T00:00:00.000Z') }));
    const nameIn = async (of: string) => (await store.readDigest(reader, of, new Date('2022-08-30T00:00:00.000Z'))).groups.find(({ id }) => id === 'wg8')?.name;
    expect([await nameIn('2022-07-18'), await nameIn('2022-08-01')]).toEqual(['Group 8', 'Another name']);
  });

  test('a change of its hour leaves a group owing what it owed', async () => {
    const schedule = { rhythm: 'weekly', weekday: 4, hour: 12, zone: 'UTC', since: '2022-01-03' } as const;
    const changed = new Date('2022-08-30T00:00:00.000Z');
    await store.recordGroup({ act: 'group changed', id: 'wg7', revision: 1, set: { schedule }, why: '' }, by({ at: changed }));
    const { group } = await store.readGroup(reader, 'wg7');
    expect(group).toMatchObject({ settled: changed, stateSince: by({ at: new Date('2022-01-03T00:00:00.000Z') }).at });
    expect(group && weeksOpen(group, [], changed)).toEqual(['2022-08-22', '2022-08-29']);
  });

  test('a group stands in every past digest however people come to it and go', async () => {
    const join = (role: 'member' | 'editor', at: string) => store.join({ group: 'wg6', role, joining: 'open' }, by({ at: new Date(at) }));
    const gaps = async (of: string) => {
      const then = new Date('2022-12-31T00:00:00.000Z');
      return digestOf(of, await store.readDigest(reader, of, then), then).gaps.map(({ id }) => id);
    };
    await join('member', '2022-10-05T00:00:00.000Z');
    await join('editor', '2022-10-10T12:30:00.000Z');
    expect(await gaps('2022-10-03')).toContain('wg6');
    await store.leave('wg6', by({ at: new Date('2022-10-10T12:40:00.000Z') }));
    await join('member', '2022-10-12T00:00:00.000Z');
    await store.recordGroup(
      { act: 'group paused', id: 'wg6', revision: 1, set: { state: 'paused' }, why: '' },
      by({ at: new Date('2022-10-20T00:00:00.000Z') }),
    );
    expect([await gaps('2022-09-26'), await gaps('2022-10-03')].map((ids) => ids.includes('wg6'))).toEqual([true, true]);
    expect(await gaps('2022-10-17')).not.toContain('wg6');
  });

  test('milestones are those of an outlook at the close', async () => {
    const { milestones } = await store.readDigest(reader, week, afterwards);
    expect(milestones).toEqual((await store.readOutlook(reader, close)).milestones);
    expect(milestones.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3']);
    expect((await store.readDigest(reader, '2022-05-23', afterwards)).milestones).toEqual(
      (await store.readOutlook(reader, new Date('2022-05-30T12:00:00.000Z'))).milestones,
    );
  });

  test('milestones that came after its close are in no digest of a week, and hide none that stood', async () => {
    const before = (await store.readDigest(reader, week, afterwards)).milestones;
    for (const [edtf, on] of [
      ['2022-04', '2022-09-20T00:00:00.000Z'],
      ['2022-10', '2022-09-20T00:00:00.000Z'],
      ['2022-04', '2022-09-20T00:00:00.000Z'],
    ] as const) {
      const set = { text: 'A workshop.', planned: { when: when(edtf), source: 'a plan' }, dependsOn: [] };
      await store.recordMilestone({ act: 'added', revision: 0, set, why: '' }, by({ at: new Date(on) }));
    }
    await store.recordMilestone(
      { act: 'changed', id: 'm2', revision: 1, set: { dependsOn: ['m4'] }, why: '' },
      by({ at: new Date('2022-09-20T00:00:00.000Z') }),
    );
    const ids = async (of: string) => (await store.readDigest(reader, of, new Date('2022-12-31T00:00:00.000Z'))).milestones.map(({ id }) => id);
    expect(await ids(week)).toEqual(before.map(({ id }) => id));
    expect((await ids('2022-09-12')).includes('m5')).toBe(false);
    expect((await ids('2022-09-19')).includes('m5')).toBe(true);
    expect(await ids('2021-10-04')).toEqual(['m1', 'm2']);
  });
});
