import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MilestoneChange } from '../../src/core/milestone.ts';
import type { Store } from '../../src/core/store.ts';
import { when } from '../support/milestones.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const operator = { account: 'terminal:operator', space: 'terminal:local' };

const addition: MilestoneChange = {
  act: 'added',
  revision: 0,
  set: { text: 'A workshop.', planned: { when: when('2022-06'), wording: 'mid June', source: 'a coordinator' }, dependsOn: [] },
  why: 'agreed in May',
};

describe.each(databases)('milestones on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeAll(async () => ({ store, close } = await openTestStore({}, make)));
  afterAll(() => close());

  async function add(): Promise<string> {
    return (await store.recordMilestone(addition, by())).value.id;
  }

  async function eventsOf(id: string) {
    return (await store.readMilestone(operator, id)).events;
  }

  test('an added milestone is numbered, and reads as it was recorded', async () => {
    const { kind, value } = await store.recordMilestone(addition, by());
    expect(kind).toBe('recorded');
    expect(value).toEqual({ id: expect.stringMatching(/^m\d+$/), revision: 1, ...addition.set });
    expect((await store.readMilestone(operator, value.id)).milestone).toEqual(value);
  });

  test('every kind of date is kept as it was announced', async () => {
    for (const edtf of ['2022-12-01', '2022-01', '2022-35', '2022-41', '2022', '2022-02/2022-05', '2022-06-06/2022-06-12', '[2022-11,2022-12]', 'XXXX']) {
      const { value } = await store.recordMilestone({ ...addition, set: { ...addition.set, planned: { when: when(edtf), source: 's' } } }, by());
      expect((await store.readMilestone(operator, value.id)).milestone?.planned).toEqual({ when: when(edtf), source: 's' });
    }
  });

  test('a change keeps the old and the new value, who, when, from where and why', async () => {
    const id = await add();
    const at = new Date('2022-07-07T07:07:07.777Z');
    const confirmed = { when: when('2022-07-06'), source: 'MAG record' };
    await store.recordMilestone({ act: 'confirmed', id, revision: 1, set: { confirmed }, why: 'announced' }, by({ at }));
    await store.recordMilestone({ act: 'changed', id, revision: 2, set: { confirmed: null, text: 'Two workshops.' }, why: 'a mistake' }, by({ at }));
    const { milestone, events, actor } = await store.readMilestone(operator, id);
    const written = { when: '2022-07-06', source: 'MAG record' };
    const common = { at, member: actor.member, space: 'terminal:local', object: id };
    expect(milestone).toEqual({ id, revision: 3, ...addition.set, text: 'Two workshops.' });
    expect(events.slice(0, 2)).toEqual([
      { ...common, act: 'changed', old: { confirmed: written, text: 'A workshop.' }, new: { confirmed: null, text: 'Two workshops.' }, why: 'a mistake' },
      { ...common, act: 'confirmed', old: { confirmed: null }, new: { confirmed: written }, why: 'announced' },
    ]);
    expect(events).toHaveLength(3);
  });

  test('an outcome and its withdrawal are recorded like any other fact', async () => {
    const id = await add();
    const outcome = { text: 'Held, 40 people came.', dated: '2022-06-20' };
    expect((await store.recordMilestone({ act: 'done', id, revision: 1, set: { outcome }, why: '' }, by())).value.outcome).toEqual(outcome);
    const reopened = await store.recordMilestone({ act: 'changed', id, revision: 2, set: { outcome: null }, why: 'not yet' }, by());
    expect(reopened.value).not.toHaveProperty('outcome');
  });

  test('the same key again changes nothing and answers what was recorded', async () => {
    const key = `once ${crypto.randomUUID()}`;
    const first = await store.recordMilestone(addition, by({ key }));
    expect(await store.recordMilestone(addition, by({ key }))).toEqual(first);
    const { event } = await store.readRecorded(operator, key);
    expect(event).toMatchObject({ act: 'added', object: first.value.id });
    expect((await store.readRecorded(operator, 'another key')).event).toBeUndefined();
  });

  test('other words under the same key are no more recorded than those of anybody who came second', async () => {
    const key = `once ${crypto.randomUUID()}`;
    const { value: first } = await store.recordMilestone(addition, by({ key }));
    expect(await store.recordMilestone({ ...addition, set: { ...addition.set, text: 'Other words.' } }, by({ key }))).toEqual({ kind: 'stale', value: first });
  });

  test('nor are other words of what is proposed', async () => {
    const key = `once ${crypto.randomUUID()}`;
    const proposed = { text: 'A draft', planned: { when: when('2022-06'), source: 'wg1' }, dependsOn: [], group: 'wg1' };
    const first = await store.proposeMilestone(proposed, by({ key }));
    expect(await store.proposeMilestone(proposed, by({ key }))).toEqual(first);
    expect(await store.proposeMilestone({ ...proposed, text: 'Other words.' }, by({ key }))).toEqual({ ...first, kind: 'stale' });
  });

  test('a double submission at the same moment is recorded once', async () => {
    const given = by();
    const answers = await Promise.all(Array.from({ length: 8 }, () => store.recordMilestone(addition, given)));
    expect(new Set(answers.map(({ value }) => value.id)).size).toBe(1);
    expect(await eventsOf(answers[0]?.value.id ?? '')).toHaveLength(1);
  });

  test('a change that is submitted twice at the same moment is no older state than itself', async () => {
    const change = { act: 'changed', id: await add(), revision: 1, set: { text: 'Changed.' }, why: '' } as const;
    const given = by();
    const answers = await Promise.all(Array.from({ length: 4 }, () => store.recordMilestone(change, given)));
    expect(answers.map(({ kind, value }) => [kind, value.revision])).toEqual(Array.from({ length: 4 }, () => ['recorded', 2]));
  });

  test('a change made from an older state is stale, answers what stands, and changes nothing', async () => {
    const id = await add();
    const change = { act: 'changed', id, revision: 1, why: '' } as const;
    await store.recordMilestone({ ...change, set: { text: 'First.' } }, by());
    const late = await store.recordMilestone({ ...change, set: { text: 'Second.' } }, by());
    expect(late).toMatchObject({ kind: 'stale', value: { text: 'First.', revision: 2 } });
    expect(await eventsOf(id)).toHaveLength(2);
  });

  test('of two changes at the same moment one is recorded', async () => {
    const id = await add();
    const kinds = await Promise.all(
      ['a', 'b', 'c', 'd'].map((text) => store.recordMilestone({ act: 'changed', id, revision: 1, set: { text }, why: '' }, by()).then(({ kind }) => kind)),
    );
    expect(kinds.toSorted()).toEqual(['recorded', 'stale', 'stale', 'stale']);
    expect(await eventsOf(id)).toHaveLength(2);
  });

  async function depend(id: string, on: string, revision = 1) {
    return store.recordMilestone({ act: 'changed', id, revision, set: { dependsOn: [on] }, why: '' }, by());
  }

  test('milestones that would wait for each other are refused, however long the way round, and nothing is changed', async () => {
    const [a, b, c, d] = [await add(), await add(), await add(), await add()];
    await depend(a, b);
    await depend(b, c);
    await depend(d, a);
    expect(await depend(c, a)).toMatchObject({ kind: 'circle', circle: [c, a, b, c] });
    expect(await eventsOf(c)).toHaveLength(1);
    expect((await store.readMilestone(operator, c)).milestone).toMatchObject({ revision: 1, dependsOn: [] });
    expect(await depend(c, a, 7)).toMatchObject({ kind: 'stale' });
    const next = `m${Number(d.slice(1)) + 1}`;
    expect(await store.recordMilestone({ ...addition, set: { ...addition.set, dependsOn: [next] } }, by())).toMatchObject({ circle: [next, next] });
  });

  test('of two changes at the same moment that only together would make a circle, one is refused', async () => {
    const [a, b] = [await add(), await add()];
    const kinds = await Promise.all([depend(a, b), depend(b, a)].map((done) => done.then(({ kind }) => kind)));
    expect(kinds.toSorted()).toEqual(['circle', 'recorded']);
  });

  test('concurrent additions get numbers of their own, without a gap', async () => {
    const before = Number((await add()).slice(1));
    const ids = await Promise.all(Array.from({ length: 6 }, add));
    expect(ids.map((id) => Number(id.slice(1)) - before).toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('text that no database can hold is recorded without what it cannot hold', async () => {
    const set = { ...addition.set, text: 'a\0b \ud83d c \u202e d <!channel> @everyone 👩‍💻' };
    const { value } = await store.recordMilestone({ ...addition, set, why: '\0' }, by({ key: `nul \0 ${crypto.randomUUID()}` }));
    expect(value.text).toBe('ab \ufffd c \u202e d <!channel> @everyone 👩‍💻');
    expect((await store.readMilestone(operator, value.id)).milestone?.text).toBe(value.text);
    expect((await store.readMilestone(operator, `${value.id}\0`)).milestone?.id).toBe(value.id);
    expect((await store.findMilestones(operator, '\0👩‍💻', new Date(), 5, 'all')).milestones.map(({ id }) => id)).toEqual([value.id]);
  });

  test('forty thousand characters are kept', async () => {
    const text = 'é'.repeat(40_000);
    const { value } = await store.recordMilestone({ ...addition, set: { ...addition.set, text } }, by());
    expect((await store.readMilestone(operator, value.id)).milestone?.text).toBe(text);
  });

  test('an id that names none has no history', async () => {
    expect(await store.readMilestone(operator, "m0'; drop table milestone; --")).toMatchObject({ dependsOn: [], events: [] });
    await expect(store.recordMilestone({ act: 'changed', id: 'm999999', revision: 1, set: { text: 'x' }, why: '' }, by())).rejects.toThrow();
  });
});
