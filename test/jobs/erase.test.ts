import { afterAll, beforeAll, expect, it } from 'vitest';
import presence from '../../src/jobs/presence.ts';
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

it('wrong codes are gone two hours later', async () => {
  const eve = { account: 'slack:T3:UE' };
  await jobs.store.setPersonal({ language: 'en' }, person('e', { ...eve, space: 'slack:T3' }));
  await jobs.store.enterLink('GUESS234', false, person('e', eve), jobs.real.now);
  const codes = async () => (await jobs.store.readPersonal(eve)).data.codes;
  await jobs.tick('2026-12-20T12:59:00Z');
  expect(await codes()).toHaveLength(1);
  jobs.real.now = new Date(jobs.real.now.getTime() + 3_600_000);
  await jobs.tick('2026-12-20T13:59:00Z');
  expect(await codes()).toEqual([]);
});

it('a space is left where the platform says once a day that the bot is not there, and not where it says nothing', async () => {
  const told: { spaces: readonly string[] | undefined } = { spaces: undefined };
  const adapters = { ...jobs.context.adapters, slack: { ...jobs.slack, spaces: () => Promise.resolve(told.spaces) } };
  const lookOn = (day: string, spaces?: readonly string[]) => {
    told.spaces = spaces;
    return presence.run({ ...jobs.context, adapters, now: () => new Date(`${day}T12:00:00Z`) });
  };
  const knownOn = async (day: string) => {
    await jobs.store.eraseDue(new Date(`${day}T12:00:00Z`), jobs.real.now);
    return (await jobs.store.readActor({ account: 'slack:T2:UB' })).member !== undefined;
  };
  await jobs.store.acceptSpace('slack:T2', person('b', { space: 'slack:T2', account: 'slack:T2:UB' }));
  await lookOn('2027-01-01');
  // It is asked once a day.
  await lookOn('2027-01-01', []);
  expect(await knownOn('2027-02-01')).toBe(true);
  await lookOn('2027-02-02', []);
  await lookOn('2027-02-03', ['slack:T2']);
  expect(await knownOn('2027-03-01')).toBe(true);
  await lookOn('2027-03-02', []);
  expect([await knownOn('2027-03-15'), await knownOn('2027-03-16')]).toEqual([true, false]);
});
