import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestJobs, type TestJobs } from '../support/jobs.ts';
import { person } from '../support/proposals.ts';

let jobs: TestJobs;
beforeAll(async () => {
  jobs = await openTestJobs('2026-11-24T12:00:00Z');
});
afterAll(() => jobs.close());

it('the people of a workspace that the bot has left are forgotten two weeks later, by the clock', async () => {
  const known = async () => (await jobs.store.readActor({ account: 'slack:T1:UA' })).member !== undefined;
  await jobs.store.acceptSpace('slack:T1', person('a', { at: jobs.clock.now }));
  await jobs.doors.left('slack:T1');
  await jobs.doors.left('slack:T1');
  await jobs.simulate('2026-11-24T13:00:00Z', '2026-12-08T11:00:00Z', 11);
  expect(await known()).toBe(true);
  await jobs.simulate('2026-12-08T12:00:00Z', '2026-12-09T12:00:00Z', 12);
  expect(await known()).toBe(false);
  expect(jobs.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});
