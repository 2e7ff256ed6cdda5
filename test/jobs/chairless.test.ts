import { afterEach, beforeEach, expect, test } from 'vitest';
import { appointChair, openTestJobs, posted, type TestJobs } from '../support/jobs.ts';
import { person } from '../support/proposals.ts';
import { by } from '../support/store.ts';

let jobs: TestJobs;
beforeEach(async () => {
  jobs = await openTestJobs('2022-10-02T12:00:00Z');
  await jobs.store.acceptSpace('slack:T1', person('lead'));
});
afterEach(() => jobs.close());

/** The chair of a group asks somebody to be the next one, and leaves. */
async function leaveChair(): Promise<void> {
  await appointChair(jobs, 'wg1', 'slack:T1:UA');
  const now = { at: jobs.clock.now };
  await jobs.store.handOver({ group: 'wg1', account: 'slack:T1:UB', note: '' }, person('a', now));
  await jobs.store.leave('wg1', person('a', now));
}

const told = () => posted(jobs.slack).filter((line) => line.includes('needs a chair'));

test('leadership that comes later hears it as well', async () => {
  await leaveChair();
  await jobs.simulate('2022-10-02T13:00:00Z', '2022-10-12T13:00:00Z', 24);
  await jobs.store.appointCoordinator('slack:T1:ULEAD', by({ at: jobs.clock.now }));
  await jobs.simulate('2022-10-13T13:00:00Z', '2022-10-20T13:00:00Z', 24);
  expect(told()).toEqual(['2022-10-13T13:00 slack:T1:ULEAD: wg1 needs a chair']);
});

test('leadership hears, once, that whoever was asked to chair a group without a chair has not answered for a week', async () => {
  await jobs.store.appointCoordinator('slack:T1:ULEAD', by());
  await leaveChair();
  await jobs.simulate('2022-10-02T13:00:00Z', '2022-10-30T13:00:00Z', 24);
  expect(told()).toEqual(['2022-10-02T13:00 slack:T1:ULEAD: wg1 needs a chair', '2022-10-09T13:00 slack:T1:ULEAD: wg1 needs a chair']);
});
