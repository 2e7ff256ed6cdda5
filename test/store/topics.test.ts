import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { person } from '../support/proposals.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const plan = { source: 'a plan', milestones: [], topics: ['t1', 't2', 't10'].map((id) => ({ id, text: `About ${id}.` })), groups: [], confirmations: [] };
const reader = { account: 'slack:T1:UA', space: 'slack:T1' };

describe.each(databases)('topics on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ store, close } = await openTestStore({}, make));
    await store.loadFirst(plan, by());
  });
  afterEach(() => close());

  const overviewOf = async (id: string, sender: typeof reader = reader) => (await store.readTopic(sender, id)).overview;
  const reword = (version: number, text: string, key?: string) =>
    store.recordTopic({ act: 'topic reworded', id: 't1', version, text, why: 'clearer' }, by(key === undefined ? {} : { key }));

  test('are read in the order of their numbers, word for word', async () => {
    const { topics } = await store.readTopics(reader, 0, 50);
    expect(topics.map(({ topic }) => topic)).toEqual(['t1', 't2', 't10'].map((id) => ({ id, version: 1, text: `About ${id}.`, state: 'open' })));
  });

  test('an id that names none has no history either, and a sender who is nobody has no draft', async () => {
    expect(await store.readTopic(reader, 'wg1')).toEqual({ actor: expect.anything(), groupEnded: false, events: [], drafts: [] });
  });

  test('one that is added is numbered after those of the plan, and added once', async () => {
    const given = by();
    const added = await store.recordTopic({ act: 'topic added', version: 0, text: 'New\0.', why: 'wanted' }, given);
    expect(added).toEqual({ kind: 'recorded', value: { id: 't11', version: 1, text: 'New.', state: 'open' } });
    expect(await store.recordTopic({ act: 'topic added', version: 0, text: 'New.', why: 'wanted' }, given)).toEqual(added);
    expect(await store.recordTopic({ act: 'topic added', version: 0, text: 'Other words.', why: 'wanted' }, given)).toEqual({ ...added, kind: 'stale' });
    expect((await store.readTopics(reader, 0, 50)).topics).toHaveLength(4);
    expect((await store.readTopic(reader, 't11')).events).toMatchObject([{ act: 'topic added', why: 'wanted', new: { text: 'New.', version: 1 } }]);
  });

  test('interest counts people, by what they would do, and once however often it is said', async () => {
    await Promise.all(Array.from({ length: 10 }, () => store.sayInterest({ topic: 't1', version: 1, kind: 'join' }, person('a'))));
    await store.sayInterest({ topic: 't1', version: 1, kind: 'lead' }, person('b'));
    expect(await overviewOf('t1')).toMatchObject({ counts: { join: 1, lead: 1 }, mine: 'join' });
    await store.sayInterest({ topic: 't1', version: 1, kind: 'lead' }, person('a'));
    expect(await overviewOf('t1')).toMatchObject({ counts: { join: 0, lead: 2 }, mine: 'lead' });
    await store.sayInterest({ topic: 't1', version: 1 }, person('a'));
    await store.sayInterest({ topic: 't1', version: 1 }, person('a'));
    expect(await overviewOf('t1')).not.toHaveProperty('mine');
    // Who would join is no news of a topic; their own record has it.
    expect((await store.readTopic(reader, 't1')).events.map(({ act }) => act)).toEqual(['imported']);
    const { record } = (await store.readPersonal(person('a'))).data;
    expect(record.map((row) => row['act']).toSorted()).toEqual(['interest said', 'interest said', 'interest taken back']);
    expect(record).toContainEqual(expect.objectContaining({ old: { kind: 'join', version: 1 }, new: { kind: 'lead', version: 1 } }));
  });

  test('other words are a new version, of which interest is asked again and not carried', async () => {
    await store.sayInterest({ topic: 't1', version: 1, kind: 'join' }, person('a'));
    expect(await reword(1, 'In other words.')).toMatchObject({ kind: 'recorded', value: { version: 2, text: 'In other words.' } });
    const overview = await overviewOf('t1');
    expect(overview).toMatchObject({ counts: { join: 0, lead: 0 }, before: 'join' });
    expect(overview).not.toHaveProperty('mine');
    expect(await store.sayInterest({ topic: 't1', version: 1, kind: 'join' }, person('a'))).toMatchObject({ kind: 'stale', value: { version: 2 } });
    await store.sayInterest({ topic: 't1', version: 2, kind: 'join' }, person('a'));
    expect(await overviewOf('t1')).toMatchObject({ counts: { join: 1 }, mine: 'join' });
    const waiting = await store.readWaiting(new Date('2030-01-01'), 10);
    expect(waiting.map(({ notice, to }) => [notice, to])).toEqual([
      [
        { kind: 'topic reworded', topic: 't1' },
        { kind: 'person', account: 'slack:T1:UA' },
      ],
    ]);
  });

  test('of two who reword at the same moment one wins and the other is told', async () => {
    const both = await Promise.all([reword(1, 'One.'), reword(1, 'Two.')]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['recorded', 'stale']);
    expect(new Set(both.map(({ value }) => value.text)).size).toBe(1);
    expect((await overviewOf('t1'))?.topic).toMatchObject({ version: 2, text: both[0]?.value.text });
  });

  test('a plan that says it otherwise makes a new version, too', async () => {
    await store.sayInterest({ topic: 't1', version: 1, kind: 'join' }, person('a'));
    await store.importPlan({ ...plan, topics: [{ id: 't1', text: 'As the plan says now.' }] }, by());
    expect(await overviewOf('t1')).toMatchObject({ topic: { version: 2, text: 'As the plan says now.' }, counts: { join: 0 }, before: 'join' });
  });

  test('one that is retired is off the list, with the reason, and nothing can be done with it', async () => {
    await store.recordTopic({ act: 'topic retired', id: 't1', version: 1, why: 'done elsewhere' }, by());
    expect((await store.readTopics(reader, 0, 50)).topics.map(({ topic }) => topic.id)).toEqual(['t2', 't10']);
    expect(await store.readTopic(reader, 't1')).toMatchObject({ overview: { topic: { state: 'retired' } }, events: [{ why: 'done elsewhere' }, {}] });
    expect(await reword(1, 'Again.')).toMatchObject({ kind: 'stale', value: { state: 'retired' } });
    expect(await store.sayInterest({ topic: 't1', version: 1, kind: 'join' }, person('a'))).toMatchObject({ kind: 'stale' });
  });
});
