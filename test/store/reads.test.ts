import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { groupChoices } from '../../src/core/choice.ts';
import type { Store } from '../../src/core/store.ts';
import { when } from '../support/milestones.ts';
import { by, databases, openTestStore, serverUrl } from '../support/store.ts';

const sender = { account: 'discord:1', space: 'discord:2' };
const now = new Date('2022-10-10T12:00:00.000Z');

test('the store is tested on the embedded database, and on a server where one is named', () => {
  expect(databases.map(({ name }) => name)).toContain('embedded');
  if (serverUrl === undefined)
    process.stderr.write('On the embedded database alone: TEST_DATABASE_URL names no PostgreSQL server whose user may create databases.\n');
});

describe.each(databases)('reading on the $name database', ({ make }) => {
  let store: Store;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ store, close } = await openTestStore({ snapshot: false }, make));
    const dates = ['2021-11', '2022-02/2022-05', '2022-10', '2022-10-12', '2023-01', 'XXXX'];
    const milestones = dates.map((edtf, index) => ({ id: `m${index + 1}`, when: when(edtf), text: `100% of Part_${index + 1}.`, dependsOn: ['m1'] }));
    await store.loadFirst({ source: 's', milestones, topics: [], groups: [], confirmations: [] }, by());
  });
  afterAll(() => close());
  afterEach(() => vi.restoreAllMocks());

  test.each<[string, () => Promise<unknown>]>([
    ['readActor', () => store.readActor(sender)],
    ['readOutlook', () => store.readOutlook(sender, now)],
    ['readHome', () => store.readHome(sender, now)],
    ['readTimeline', () => store.readTimeline(sender, {}, 0, 10)],
    ['readTimeline of a period', () => store.readTimeline(sender, { from: '2022-01-01' }, 0, 10)],
    ['readMilestone', () => store.readMilestone(sender, 'm1')],
    ['findMilestones', () => store.findMilestones(sender, 'part', now, 10, 'all')],
    ['readDuties', () => store.readDuties(now)],
    ['readWaiting', () => store.readWaiting(now, 10)],
    ['readStuck', () => store.readStuck(now, now, 10)],
    ['readHere', () => store.readHere(sender, { space: 'discord:2', channel: '3' })],
    ['readStatus', () => store.readStatus(sender, now)],
    ['readMessage', () => store.readMessage(sender, '00000000-0000-4000-8000-000000000000')],
    ['readTopics', () => store.readTopics(sender, 0, 50)],
    ['readTopic', () => store.readTopic(sender, 't1')],
    ['readProposals', () => store.readProposals(sender, 0, 10)],
    ['readProposal', () => store.readProposal(sender, 'p1')],
    ['readGroups', () => store.readGroups(sender, 0, 10)],
    ['readGroup', () => store.readGroup(sender, 'wg1')],
    ['readGroupAsked', () => store.readGroupAsked(sender, 'what is the group doing', ['group'], 10)],
    ['findGroups', () => store.findGroups(sender, 'group', 10, groupChoices.read)],
    ['findPeople', () => store.findPeople(sender, '', groupChoices.read, 10)],
    ['findPack', () => store.findPack(sender, '', groupChoices.readPack)],
    ['findTopics', () => store.findTopics(sender, '', 10)],
    ['findProposals', () => store.findProposals(sender, 10, 'others')],
    ['readProposedMilestones', () => store.readProposedMilestones(sender)],
    ['readDesks', () => store.readDesks(sender, undefined, undefined, now)],
    ['readUpdates', () => store.readUpdates(sender, undefined, {}, 0, 10)],
    ['readUpdates of a group', () => store.readUpdates(sender, 'wg1', { from: '2022-01-01' }, 0, 10)],
    ['readUpdate', () => store.readUpdate(sender, 'u1')],
    ['readDigest', () => store.readDigest(sender, '2022-10-03', now)],
    ['readSetup', () => store.readSetup(sender)],
    ['readRecorded', () => store.readRecorded(sender, 'key')],
    ['check', () => store.check()],
  ])('%s makes one trip', async (_name, read) => {
    await read();
    const query = vi.spyOn(pg.Client.prototype, 'query');
    await read();
    expect(query).toHaveBeenCalledTimes(1);
  });

  const found = async (typed: string, limit = 10): Promise<string[]> => {
    const { milestones } = await store.findMilestones(sender, typed, now, limit, 'all');
    return milestones.map(({ id }) => id);
  };

  test('milestones are found by a part of their text or id, the nearest first, the undated last', async () => {
    expect(await found('part_')).toEqual(['m3', 'm4', 'm5', 'm2', 'm1', 'm6']);
    expect(await found('', 3)).toEqual(['m3', 'm4', 'm5']);
    expect(await found(' M5 ')).toEqual(['m5']);
    expect(await found('nothing of the kind')).toEqual([]);
  });

  test('what was typed is text, not a pattern', async () => {
    expect(await found('100%')).toHaveLength(6);
    expect(await found('%')).toHaveLength(6);
    expect(await found('P%t')).toEqual([]);
    expect(await found("' OR true; --")).toEqual([]);
  });

  test('the milestone whose id was typed comes first', async () => {
    for (let index = 7; index <= 20; index += 1) {
      const set = { text: 'more', planned: { when: when('2022-10-11'), source: 's' }, dependsOn: [] };
      await store.recordMilestone({ act: 'added', revision: 0, set, why: '' }, by());
    }
    expect((await found('m1', 3))[0]).toBe('m1');
    expect(await found('m1', 30)).toContain('m10');
  });

  test('a page of the timeline is in its order and says how many there are', async () => {
    const { milestones, total } = await store.readTimeline(sender, { from: '2022-01-01', to: '2022-12-31' }, 1, 1);
    expect({ ids: milestones.map(({ id }) => id), total: total > 3 }).toEqual({ ids: ['m7'], total: true });
  });
});
