import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import type { Update } from '../../src/core/update.ts';
import { addWeeks } from '../../src/core/week.ts';
import { facts, planOfGroups, update } from '../support/groups.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const operator = { account: 'terminal:operator', space: 'terminal:local' };
const now = new Date('2022-03-15T12:00:00.000Z');
const full = { status: 'at risk', done: 'Read the drafts.', next: 'Answer them.', help: 'A reader, from anyone.', milestone: 'm3' } as const;

describe.each(databases)('progress updates on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  let groups = 0;
  beforeAll(async () => {
    ({ store, close } = await openTestStore({}, make));
    await store.loadFirst({ ...planOfGroups(80), source: 'a plan' }, by());
  });
  afterAll(() => close());

  /** A group that no other test writes for. */
  const freshGroup = (): string => {
    groups += 1;
    return `wg${groups}`;
  };

  test('an update is recorded with who wrote it, when and from which chat', async () => {
    const group = freshGroup();
    const given = by({ account: 'slack:T1:U1', space: 'slack:T1' });
    const { kind, value } = await store.recordUpdate(update(group, '2022-03-14', { facts: full }), given);
    const { actor, event } = await store.readRecorded(given, given.key);
    expect({ kind, value }).toEqual({
      kind: 'recorded',
      value: { ...full, id: value.id, group, week: '2022-03-14', revision: 1, member: actor.member, platform: 'slack', at: given.at, first: given.at },
    });
    expect(value.id).toMatch(/^u[1-9]\d*$/);
    expect(event).toEqual({
      at: given.at,
      member: actor.member,
      space: 'slack:T1',
      act: 'update recorded',
      object: value.id,
      new: { group, week: '2022-03-14', revision: 1 },
    });
    const file = await store.readUpdate(operator, value.id);
    expect(file).toMatchObject({ group: { id: group }, revisions: [value] });
  });

  test('a revision stands beside the one before, and texts are kept as the database can hold them', async () => {
    const group = freshGroup();
    const { value: first } = await store.recordUpdate(update(group, '2022-03-14', { facts: full }), by());
    const later = by({ account: 'discord:7', space: 'discord:9', at: new Date('2022-03-16T08:00:00.000Z') });
    const { value: second } = await store.recordUpdate(
      update(group, '2022-03-14', { revision: 1, facts: { status: 'blocked', done: 'half \ud800\0 done' } }),
      later,
    );
    expect(second).toMatchObject({
      id: first.id,
      revision: 2,
      status: 'blocked',
      done: 'half \ufffd done',
      platform: 'discord',
      at: later.at,
      first: now,
    });
    expect(second).not.toHaveProperty('help');
    expect((await store.readUpdate(operator, first.id)).revisions).toEqual([second, first]);
    expect((await store.readRecorded(later, later.key)).event).toMatchObject({ act: 'update revised', new: { group, week: '2022-03-14', revision: 2 } });
    expect(JSON.stringify((await store.readRecorded(later, later.key)).event)).not.toContain('half');
    expect((await store.readGroup(operator, group)).last).toEqual(second);
  });

  test('the same key again changes nothing and answers what it recorded, whatever was revised since', async () => {
    const group = freshGroup();
    const given = by();
    const recorded = await store.recordUpdate(update(group, '2022-03-14'), given);
    expect(await store.recordUpdate(update(group, '2022-03-14'), { ...given, at: new Date('2022-03-15T12:00:05.000Z') })).toEqual(recorded);
    await store.recordUpdate(update(group, '2022-03-14', { revision: 1, facts: full }), by());
    expect(await store.recordUpdate(update(group, '2022-03-14'), given)).toEqual(recorded);
    expect((await store.readUpdate(operator, recorded.value.id)).revisions).toHaveLength(2);
  });

  test('a form that is sent again with other words is the next revision, once', async () => {
    const group = freshGroup();
    const given = by();
    const { value: first } = await store.recordUpdate(update(group, '2022-03-14'), given);
    const changed = update(group, '2022-03-14', { facts: full });
    const { kind, value: second } = await store.recordUpdate(changed, given);
    expect({ kind, value: second }).toMatchObject({ kind: 'recorded', value: { id: first.id, revision: 2, ...full } });
    expect(await store.recordUpdate(changed, given)).toEqual({ kind, value: second });
    expect(await store.recordUpdate(update(group, '2022-03-14'), given)).toEqual({ kind, value: first });
    expect((await store.readUpdate(operator, first.id)).revisions).toEqual([second, first]);
  });

  test('other words of a form that somebody else has revised meanwhile overwrite nothing', async () => {
    const group = freshGroup();
    const given = by();
    await store.recordUpdate(update(group, '2022-03-14'), given);
    const { value: theirs } = await store.recordUpdate(update(group, '2022-03-14', { revision: 1, facts: { ...facts, done: 'theirs' } }), by());
    expect(await store.recordUpdate(update(group, '2022-03-14', { facts: full }), given)).toEqual({ kind: 'stale', value: theirs });
  });

  test('the same key at the same moment is one act', async () => {
    const group = freshGroup();
    const given = by();
    const [one, two] = await Promise.all([store.recordUpdate(update(group, '2022-03-14'), given), store.recordUpdate(update(group, '2022-03-14'), given)]);
    expect(one).toEqual(two);
    expect(one?.kind).toBe('recorded');
  });

  test('a key that recorded something else records no update', async () => {
    const given = by();
    await store.setPersonal({ language: 'en' }, given);
    await expect(store.recordUpdate(update(freshGroup(), '2022-03-14'), given)).rejects.toThrow('language set');
  });

  test('of two who submit the same week at once, the second is answered what stands', async () => {
    const group = freshGroup();
    const submissions = ['slack:T1:U1', 'discord:7', 'terminal:alice', 'discord:8'].map((account) =>
      store.recordUpdate(update(group, '2022-03-14', { facts: { ...facts, done: account } }), by({ account })),
    );
    const all = await Promise.all(submissions);
    expect(all.map(({ kind }) => kind).toSorted()).toEqual(['recorded', 'stale', 'stale', 'stale']);
    const recorded = all.find(({ kind }) => kind === 'recorded')?.value;
    for (const { value } of all) expect(value).toEqual(recorded);
    expect((await store.readUpdate(operator, recorded?.id ?? '')).revisions).toEqual([recorded]);
  });

  test('of two who revise the same revision at once, the second is answered what stands', async () => {
    const group = freshGroup();
    await store.recordUpdate(update(group, '2022-03-14'), by());
    const revise = (account: string) => store.recordUpdate(update(group, '2022-03-14', { revision: 1, facts: { ...facts, done: account } }), by({ account }));
    const all = await Promise.all([revise('discord:7'), revise('discord:8')]);
    expect(all.map(({ kind }) => kind).toSorted()).toEqual(['recorded', 'stale']);
    expect(all[0]?.value).toEqual(all[1]?.value);
    const given = by();
    expect((await store.recordUpdate(update(group, '2022-03-14', { revision: 1 }), given)).kind).toBe('stale');
    expect(await store.readRecorded(operator, given.key)).not.toHaveProperty('event');
  });

  test('thirty groups that write at once get thirty ids', async () => {
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, index) => store.recordUpdate(update(freshGroup(), '2022-03-14'), by({ account: `discord:${index % 10}` }))),
    );
    expect(new Set(all.map(({ value }) => value.id)).size).toBe(30);
    expect(all.every(({ kind }) => kind === 'recorded')).toBe(true);
  });

  test('nothing is recorded of a group that has ended meanwhile, and a press that was recorded before is answered as it was', async () => {
    const group = freshGroup();
    const given = by();
    const recorded = await store.recordUpdate(update(group, '2022-03-14'), given);
    await store.recordGroup({ act: 'group concluded', id: group, revision: 1, set: { state: 'concluded' }, why: 'Done.' }, by());
    const refused = { kind: 'concluded', value: { id: group, state: 'concluded' } };
    expect(await store.recordUpdate(update(group, '2022-03-21'), by())).toMatchObject(refused);
    expect(await store.recordUpdate(update(group, '2022-03-14', { revision: 1 }), by())).toMatchObject(refused);
    expect(await store.recordUpdate(update(group, '2022-03-14'), given)).toEqual(recorded);
    expect((await store.readGroup(operator, group)).last).toMatchObject({ week: '2022-03-14', revision: 1 });
  });

  test('nothing is recorded for whoever speaks for the group no more, and what they sent before is answered as it was', async () => {
    const group = freshGroup();
    const deputy = 'discord:77';
    await store.appoint({ group, account: deputy, role: 'deputy' }, by());
    const given = by({ account: deputy });
    const recorded = await store.recordUpdate(update(group, '2022-03-14', { asLead: true }), given);
    await store.appoint({ group, account: deputy }, by());
    const late = (week: string, as = by({ account: deputy }), text = facts) => store.recordUpdate(update(group, week, { facts: text, asLead: true }), as);
    expect(await late('2022-03-21')).toMatchObject({ kind: 'dismissed', value: { id: group, leads: [] } });
    expect(await late('2022-03-14', given, { ...facts, done: 'Something else.' })).toMatchObject({ kind: 'dismissed' });
    expect(await late('2022-03-14', given)).toEqual(recorded);
    expect((await store.readGroup(operator, group)).last).toMatchObject({ week: '2022-03-14', revision: 1 });
    expect(await store.recordUpdate(update(group, '2022-03-21'), by({ account: deputy }))).toMatchObject({ kind: 'recorded' });
  });

  test('an update of no group is not recorded', async () => {
    await expect(store.recordUpdate(update('wg999', '2022-03-14'), by())).rejects.toThrow();
    await expect(store.recordUpdate(update(freshGroup(), '2022-03-14', { revision: 3 }), by())).rejects.toThrow('no update stands');
    expect(await store.readUpdate(operator, 'u9999')).toEqual({ actor: expect.anything(), revisions: [], writers: [] });
  });

  test('updates are listed by the weeks that a period touches, the newest first', async () => {
    const group = freshGroup();
    const weeks = Array.from({ length: 8 }, (_, index) => addWeeks('2019-01-07', index));
    for (const week of weeks) await store.recordUpdate(update(group, week), by());
    const other = freshGroup();
    await store.recordUpdate(update(other, '2019-01-14'), by());
    const listed = async (period: { from?: string; to?: string }, of: string | undefined = group, skip = 0, limit = 10) =>
      await store.readUpdates(operator, of, period, skip, limit);
    const weeksOf = async (period: { from?: string; to?: string }) => (await listed(period)).updates.map(({ week }) => week);
    expect(await weeksOf({})).toEqual(weeks.toReversed());
    expect(await weeksOf({ from: '2019-01-20', to: '2019-01-21' })).toEqual(['2019-01-21', '2019-01-14']);
    expect(await weeksOf({ from: '2019-01-21', to: '2019-01-27' })).toEqual(['2019-01-21']);
    expect(await weeksOf({ to: '2019-01-13' })).toEqual(['2019-01-07']);
    expect(await weeksOf({ from: '2019-02-25' })).toEqual(['2019-02-25']);
    expect(await weeksOf({ from: '2019-01-23', to: '2019-01-22' })).toEqual([]);
    const page = await listed({}, group, 2, 3);
    expect(page.updates.map(({ week }) => week)).toEqual(weeks.toReversed().slice(2, 5));
    expect(page.more).toBe(true);
    expect((await listed({}, group, 5, 3)).more).toBe(false);
    expect(page.groups.map(({ id }) => id)).toEqual([group]);
    const all = await store.readUpdates(operator, undefined, { from: '2019-01-14', to: '2019-01-14' }, 0, 10);
    expect(all.updates.map((one: Update) => one.group)).toEqual([other, group]);
    expect(all.groups.map(({ id }) => id)).toEqual([group, other]);
    expect(await listed({ from: '2000-01-01', to: '2000-01-02' })).toMatchObject({ updates: [], more: false, groups: [{ id: group }] });
    expect(await listed({}, 'wg999')).toMatchObject({ updates: [], groups: [] });
  });

  test('a desk holds what the sender speaks for, with the latest updates', async () => {
    const [one, two] = [freshGroup(), freshGroup()];
    const chair = { account: `discord:${randomUUID()}`, space: 'discord:9' };
    const desksOf = async (sender: typeof chair, group?: string) => await store.readDesks(sender, group, undefined, now);
    expect(await desksOf(chair)).toMatchObject({ desks: [], milestones: [] });
    for (const group of [two, one]) await store.appoint({ group, account: chair.account, role: 'chair' }, by());
    const weeks = Array.from({ length: 8 }, (_, index) => addWeeks('2022-01-03', index));
    for (const week of weeks) await store.recordUpdate(update(one, week), by(chair));
    const { desks, remembered } = await desksOf(chair);
    expect(desks.map(({ group }) => group.id)).toEqual([one, two]);
    expect(desks[0]?.recent.map(({ week }) => week)).toEqual(weeks.toReversed().slice(0, 6));
    expect(remembered).toBe(one);
    await store.recordUpdate(update(two, '2022-03-07'), by({ ...chair, at: new Date('2022-03-17T12:00:00.000Z') }));
    expect((await desksOf(chair)).remembered).toBe(two);
    expect((await desksOf(chair, 'wg80')).desks.map(({ group }) => group.id)).toEqual(
      [one, two, 'wg80'].toSorted((a, b) => Number(a.slice(2)) - Number(b.slice(2))),
    );
    expect((await desksOf(chair, 'wg999')).desks).toHaveLength(2);
    await store.appointCoordinator(chair.account, by());
    expect((await desksOf(chair)).desks).toHaveLength(2);
    for (const group of [two, one]) await store.appoint({ group, account: chair.account }, by());
    const all = await desksOf(chair);
    expect(all.desks.map(({ group }) => group.id)).toEqual(Array.from({ length: 25 }, (_, index) => `wg${index + 1}`));
    expect((await desksOf(operator)).desks).toHaveLength(25);
  });
});
