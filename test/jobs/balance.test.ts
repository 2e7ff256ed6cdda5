import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StakeholderGroup } from '../../src/core/balance.ts';
import look from '../../src/jobs/look.ts';
import { openTestJobs, type TestJobs } from '../support/jobs.ts';
import { person } from '../support/proposals.ts';

let jobs: TestJobs;
beforeEach(async () => {
  jobs = await openTestJobs('2026-11-24T12:00:00Z');
  await jobs.store.acceptSpace('slack:T1', person('lead', { at: jobs.clock.now }));
});
afterEach(() => jobs.close());

const reader = { account: 'slack:T1:UX', space: 'slack:T1' };
const shown = async () => (await jobs.store.readBalance(reader)).balances.map(({ topic, shown: numbers }) => [topic.id, ...numbers]);

/** So many people of a stakeholder group say interest in t1. */
async function come(count: number, stakeholder: StakeholderGroup | undefined, prefix: string): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const who = person(`${prefix}${index}`, { at: jobs.clock.now });
    if (stakeholder !== undefined) await jobs.store.setPersonal({ stakeholder }, who);
    await jobs.store.sayInterest({ topic: 't1', version: 1, kind: index % 2 === 0 ? 'join' : 'lead' }, { ...who, key: `${prefix}${index}` });
  }
}

const go = (name: string) => jobs.store.sayInterest({ topic: 't1', version: 1 }, person(name, { at: jobs.clock.now }));

describe('the numbers of stakeholder groups', () => {
  it('move once a week, by threes, and never tell of fewer than three', async () => {
    await jobs.tick('2026-11-24T12:00:00Z');
    await come(5, 'government', 'G');
    await come(2, 'civil society', 'C');
    await come(2, undefined, 'N');
    await jobs.tick('2026-11-29T23:00:00Z');
    expect(await shown()).toEqual([]);
    await jobs.tick('2026-11-30T00:30:00Z');
    expect(await shown()).toEqual([['t1', ['government', 3]]]);
    await come(3, 'government', 'H');
    await jobs.tick('2026-12-06T12:00:00Z');
    expect(await shown()).toEqual([['t1', ['government', 3]]]);
    await jobs.tick('2026-12-07T12:00:00Z');
    expect(await shown()).toEqual([['t1', ['government', 6]]]);
  });

  it('move at the next look when one has failed', async () => {
    await come(3, 'government', 'G');
    await come(3, undefined, 'N');
    jobs.clock.now = new Date('2026-11-30T00:30:00Z');
    const moveBalance = () => Promise.reject(new Error('no answer'));
    await look.run({ ...jobs.context, store: { ...jobs.store, moveBalance } });
    expect(await shown()).toEqual([]);
    await jobs.tick('2026-11-30T00:31:00Z');
    expect(await shown()).toEqual([['t1', ['government', 3]]]);
  });

  it('are hidden while those who left might leave fewer than three behind them', async () => {
    await come(3, 'government', 'G');
    await come(6, undefined, 'N');
    await jobs.tick('2026-11-30T12:00:00Z');
    expect(await shown()).toEqual([['t1', ['government', 3]]]);
    await go('N0');
    await jobs.tick('2026-12-07T12:00:00Z');
    expect(await shown()).toEqual([]);
    await go('N1');
    await go('N2');
    await jobs.tick('2026-12-14T12:00:00Z');
    expect(await shown()).toEqual([['t1', ['government', 3]]]);
  });

  it('do not move because somebody says something else of themselves', async () => {
    await come(5, 'government', 'G');
    await come(6, undefined, 'N');
    await jobs.tick('2026-11-30T12:00:00Z');
    await jobs.store.setPersonal({ stakeholder: 'government' }, person('N0', { at: jobs.clock.now }));
    await jobs.tick('2026-12-07T12:00:00Z');
    expect(await shown()).toEqual([['t1', ['government', 3]]]);
  });

  it('stand on no card that says how many people there are in all', async () => {
    await come(3, 'government', 'G');
    await come(4, undefined, 'N');
    await jobs.tick('2026-11-30T12:00:00Z');
    for (const read of [await jobs.store.readTopics(reader, 0, 50), await jobs.store.readTopic(reader, 't1')])
      expect(JSON.stringify(read)).not.toContain('government');
    expect(JSON.stringify((await jobs.store.readBalance(reader)).balances)).not.toMatch(/7|"join"|"lead"|counts/);
  });
});
