import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Posted } from '../../src/chat/adapter.ts';
import type { Account } from '../../src/core/account.ts';
import type { OwedMessage } from '../../src/core/notice.ts';
import { usualSubscription } from '../../src/core/subscription.ts';
import deliver from '../../src/jobs/deliver.ts';
import { act } from '../support/house.ts';
import { openTestJobs, placeOf, posted, type TestJobs, testPlatform } from '../support/jobs.ts';
import { begin, channel, message, owe, person } from '../support/messages.ts';
import { by } from '../support/store.ts';

const start = '2022-10-05T12:00:00Z';
const operator = { account: 'terminal:operator' };

let jobs: TestJobs;
beforeEach(async () => {
  jobs = await openTestJobs(start);
});
afterEach(() => jobs.close());

const sent: Posted = { kind: 'sent', reference: 'r' };
const busy = (milliseconds: number): Posted => ({ kind: 'later', milliseconds, problem: milliseconds > 0 ? 'ratelimited' : 'invalid_auth' });

/** Owes news of the first group to destinations, now. */
const owes = (...to: Parameters<typeof message>[1][]) => owe(jobs.store, jobs.clock.now, ...to.map((one) => message('wg1', one)));

/** Lets so much time pass and delivers. */
async function pass(milliseconds: number): Promise<void> {
  jobs.clock.now = new Date(jobs.clock.now.getTime() + milliseconds);
  jobs.real.now = new Date(jobs.real.now.getTime() + milliseconds);
  await deliver.run(jobs.context);
}

/** Lets Slack answer by destination, and take what is not named. */
function slackAnswers(answers: Readonly<Record<string, Posted>>): void {
  jobs.slack.answer = ({ to }) => Promise.resolve(answers[placeOf(to)] ?? sent);
}

const places = (how: 'post' | 'resume' = 'post') => jobs.slack.calls.filter((call) => call.how === how).map(({ posting }) => placeOf(posting.to));
const standing = async (id: string): Promise<OwedMessage | undefined> => (await jobs.store.readMessage(operator, id)).message;
const idOf = (index: number): string => jobs.slack.calls[index]?.posting.key ?? '';
const status = () => jobs.store.readStatus(operator, jobs.clock.now);

test('everything that waits is sent once, in its order at each destination', async () => {
  await owe(
    jobs.store,
    jobs.clock.now,
    message('wg1', channel('C1')),
    message('wg2', channel('C1')),
    message('wg3', channel('C1')),
    message('wg1', channel('C2')),
  );
  await deliver.run(jobs.context);
  await deliver.run(jobs.context);
  expect(posted(jobs.slack).filter((line) => line.includes('C1'))).toEqual([
    '2022-10-05T12:00 slack:T1/C1: wg1 has a new chair',
    '2022-10-05T12:00 slack:T1/C1: wg2 has a new chair',
    '2022-10-05T12:00 slack:T1/C1: wg3 has a new chair',
  ]);
  expect(jobs.slack.calls).toHaveLength(4);
  expect(await standing(idOf(0))).toMatchObject({ state: 'sent', reference: `sent ${idOf(0)}` });
});

test('of many deliveries at once each message goes out once', async () => {
  await owes(...Array.from({ length: 30 }, (_, index) => channel(`C${index}`)));
  await Promise.all(Array.from({ length: 4 }, () => deliver.run(jobs.context)));
  expect(places().toSorted()).toEqual(Array.from({ length: 30 }, (_, index) => `slack:T1/C${index}`).toSorted());
});

test('a message is in its own language', async () => {
  await owe(jobs.store, jobs.clock.now, message('wg1', channel('C1'), { language: 'fr' }));
  await deliver.run(jobs.context);
  expect(jobs.slack.calls[0]?.posting.card).toMatchObject({ language: 'fr', title: 'wg1 a une nouvelle présidence', audience: 'place' });
});

describe('a destination that does not answer', () => {
  it('holds up no other one, what is owed meanwhile included', async () => {
    const slow = Promise.withResolvers<Posted>();
    jobs.slack.answer = ({ to }) => (placeOf(to) === 'slack:T1/C1' ? slow.promise : Promise.resolve(sent));
    await owes(channel('C1'), channel('C2'));
    const running = deliver.run(jobs.context);
    await expect.poll(() => places(), { timeout: 10_000 }).toEqual(['slack:T1/C1', 'slack:T1/C2']);
    await owes(channel('C1'), channel('C3'));
    await expect.poll(() => places(), { timeout: 10_000 }).toEqual(['slack:T1/C1', 'slack:T1/C2', 'slack:T1/C3']);
    slow.resolve(sent);
    await running;
    expect(places()).toEqual(['slack:T1/C1', 'slack:T1/C2', 'slack:T1/C3', 'slack:T1/C1']);
  }, 40_000);
});

test('a platform that does not answer holds up no other one', async () => {
  const slow = Promise.withResolvers<Posted>();
  const discord = testPlatform('discord', jobs.context.now);
  discord.answer = () => slow.promise;
  await owes(...Array.from({ length: 60 }, (_, index) => channel(`C${index}`, 'discord:1')), channel('C1'));
  const running = deliver.run({ ...jobs.context, adapters: { ...jobs.context.adapters, discord } });
  await expect.poll(() => places(), { timeout: 10_000 }).toEqual(['slack:T1/C1']);
  expect(discord.calls).toHaveLength(20);
  slow.resolve(sent);
  await running;
  expect(discord.calls).toHaveLength(60);
});

describe('a platform that is busy', () => {
  it('is asked again when it said, and holds up no other destination', async () => {
    slackAnswers({ 'slack:T1/C1': busy(30_000) });
    await owes(channel('C1'), channel('C1'), channel('C2'), channel('C3'));
    await pass(0);
    expect(places().toSorted()).toEqual(['slack:T1/C1', 'slack:T1/C2', 'slack:T1/C3']);
    slackAnswers({});
    await pass(29_999);
    expect(places()).toHaveLength(3);
    await pass(1);
    expect(places().slice(3)).toEqual(['slack:T1/C1', 'slack:T1/C1']);
    expect(await standing(idOf(3))).toMatchObject({ state: 'sent' });
  });

  it('is asked as often as it asks for patience', async () => {
    slackAnswers({ 'slack:T1/C1': busy(1_000) });
    await owes(channel('C1'));
    for (let tries = 0; tries < 12; tries += 1) await pass(1_000);
    expect(await standing(idOf(0))).toMatchObject({ state: 'owed', problem: 'ratelimited' });
  });

  it('is asked once an hour where it asks for more patience than that', async () => {
    slackAnswers({ 'slack:T1/C1': busy(3 * 3_600_000) });
    await owes(channel('C1'));
    for (let minutes = 0; minutes < 180; minutes += 1) await pass(60_000);
    expect(places()).toHaveLength(3);
  });

  it('is given up where it fails eight times, after pauses that grow, and a human is told', async () => {
    await jobs.store.appointCoordinator('slack:T1:ULEAD', by({ account: 'slack:T1:ULEAD', at: jobs.clock.now }));
    slackAnswers({ 'slack:T1/C1': busy(0) });
    await owes(channel('C1'));
    await pass(0);
    for (const seconds of [30, 60, 120, 240, 480, 960, 1_920]) {
      const tries = jobs.slack.calls.length;
      await pass(seconds * 1_000 - 1);
      expect(jobs.slack.calls).toHaveLength(tries);
      await pass(1);
    }
    expect(await standing(idOf(0))).toMatchObject({ state: 'failed', problem: 'invalid_auth' });
    expect(jobs.slack.calls.at(-1)?.posting).toMatchObject({ to: person('slack:T1:ULEAD'), card: { title: 'A message did not arrive' } });
    expect((await status()).failed).toBe(1);
  });
});

test('a platform that takes no call again is given half of the tries for whatever else goes wrong', async () => {
  slackAnswers({ 'slack:T1/C1': { kind: 'later', milliseconds: 0, problem: 'ENOTFOUND', unreached: true } });
  await owes(channel('C1'));
  for (let hours = 0; hours < 48; hours += 1) await pass(3_600_000);
  expect(await standing(idOf(0))).toMatchObject({ state: 'owed', attempts: 4 });
  slackAnswers({ 'slack:T1/C1': busy(0) });
  for (let hours = 0; hours < 3; hours += 1) await pass(3_600_000);
  expect(await standing(idOf(0))).toMatchObject({ state: 'owed', attempts: 7 });
  await pass(3_600_000);
  expect(await standing(idOf(0))).toMatchObject({ state: 'failed' });
});

test('what is for a platform that is not set up waits until it is', async () => {
  await owes(person('discord:1'));
  for (let days = 0; days < 10; days += 1) await pass(86_400_000);
  expect(await status()).toMatchObject({ waiting: 1, failed: 0 });
  const discord = testPlatform('discord', jobs.context.now);
  jobs.clock.now = new Date(jobs.clock.now.getTime() + 300_000);
  await deliver.run({ ...jobs.context, adapters: { discord } });
  expect(posted(discord)).toHaveLength(1);
});

test('a channel that is gone is paused, and whoever configured it hears of it', async () => {
  const who = { account: 'slack:T1:UCONF', space: 'slack:T1' };
  await jobs.store.subscribe({ space: 'slack:T1', channel: 'C1' }, { ...usualSubscription, language: 'en', zone: 'UTC' }, by({ ...who, at: jobs.clock.now }));
  slackAnswers({ 'slack:T1/C1': { kind: 'gone', problem: 'is_archived' } });
  await owes(channel('C1'));
  await pass(0);
  expect(await standing(idOf(0))).toMatchObject({ state: 'failed', problem: 'is_archived' });
  const { subscription } = await jobs.store.readHere(operator, { space: 'slack:T1', channel: 'C1' });
  expect(subscription).toMatchObject({ state: 'paused', reason: 'is_archived' });
  await pass(3_600_000);
  expect(posted(jobs.slack).slice(1)).toEqual(['2022-10-05T12:00 slack:T1:UCONF: A channel cannot be written to any more']);
  const told = jobs.slack.calls.length;
  await jobs.simulate('2022-10-11T10:00:00Z', '2022-10-13T10:00:00Z', 24);
  expect(jobs.slack.calls).toHaveLength(told);
});

test('a channel that keeps failing is told of once, another trouble of its own again', async () => {
  await jobs.store.appointCoordinator('slack:T1:UCOORD', by({ account: 'slack:T1:UCOORD', at: jobs.clock.now }));
  const told = () => posted(jobs.slack).filter((line) => line.includes('UCOORD'));
  for (const [problem, times] of [
    ['is_archived', 1],
    ['is_archived', 1],
    ['not_in_channel', 2],
  ] as const) {
    slackAnswers({ 'slack:T1/C1': { kind: 'gone', problem } });
    await owes(channel('C1'));
    await pass(60_000);
    await pass(60_000);
    expect(told()).toHaveLength(times);
  }
});

test('whom a message that did not arrive was for is told to those who can do something about it', async () => {
  slackAnswers({ 'slack:T1:U1': { kind: 'refused', problem: 'msg_blocks_too_long' } });
  await owe(jobs.store, jobs.clock.now, message('wg1', person('slack:T1:U1')));
  await deliver.run(jobs.context);
  const asked = async (sender: Account) => JSON.stringify(await jobs.doors.handle(act('status', {}, { sender })));
  expect(await asked('terminal:operator')).toContain('slack:T1:U1');
  const shown = await asked('terminal:alice');
  expect(shown).toContain('a direct message to somebody');
  expect(shown).not.toContain('slack:T1:U1');
});

test('a person whose direct messages are closed is asked in the channel', async () => {
  slackAnswers({ 'slack:T1:U1': { kind: 'closed', problem: 'cannot_dm_bot' } });
  await owe(jobs.store, jobs.clock.now, message('wg1', person('slack:T1:U1'), { otherwise: channel('C1') }));
  await deliver.run(jobs.context);
  expect(places()).toEqual(['slack:T1:U1', 'slack:T1/C1']);
});

test('what nobody can tell of is sent again by nobody, is shown, and goes out once more when somebody says so', async () => {
  slackAnswers({ 'slack:T1/C1': { kind: 'uncertain', problem: 'ECONNRESET' } });
  await owes(channel('C1'));
  await pass(0);
  await pass(3_600_000);
  expect(places()).toEqual(['slack:T1/C1']);
  expect(await status()).toMatchObject({ uncertain: 1, troubled: [{ id: idOf(0), state: 'uncertain', problem: 'ECONNRESET' }] });
  slackAnswers({});
  await jobs.store.postAgain(idOf(0), by({ at: jobs.clock.now }));
  await pass(0);
  expect(places()).toEqual(['slack:T1/C1', 'slack:T1/C1']);
  expect(await standing(idOf(0))).toMatchObject({ state: 'sent' });
});

test('what may have arrived is looked for before anybody is asked about it, and sent again where that is safe', async () => {
  const lost: Posted = { kind: 'uncertain', problem: 'http_502' };
  jobs.slack.answer = (_, how) => Promise.resolve(how === 'post' ? lost : sent);
  await owes(channel('C1'), channel('C1'));
  const begun = jobs.real.now;
  await pass(0);
  expect(await status()).toMatchObject({ uncertain: 0, waiting: 2 });
  await pass(61_000);
  expect(jobs.slack.calls.slice(0, 2)).toMatchObject([{ how: 'post' }, { how: 'resume', begun }]);
  expect(await standing(idOf(0))).toMatchObject({ state: 'sent' });
  await pass(61_000);
  expect(await status()).toMatchObject({ uncertain: 0, waiting: 0 });
  expect(jobs.slack.calls).toHaveLength(4);
});

test.each([
  ['is refused', { kind: 'refused', problem: 'msg_blocks_too_long' }, 'failed', 'msg_blocks_too_long'],
  ['finds nobody', { kind: 'closed', problem: 'cannot_dm_bot' }, 'failed', 'closed'],
] as const)('what %s has failed', async (_what, answer, state, problem) => {
  slackAnswers({ 'slack:T1:U1': answer });
  await owes(person('slack:T1:U1'));
  await pass(0);
  await pass(3_600_000);
  expect(places()).toEqual(['slack:T1:U1']);
  expect(await standing(idOf(0))).toMatchObject({ state, problem });
});

test('a message whose facts are gone is skipped with a word that says so, and troubles nobody', async () => {
  await owe(jobs.store, jobs.clock.now, message('wg99', channel('C1')));
  const [waiting] = await jobs.store.readWaiting(jobs.clock.now, 1);
  await deliver.run(jobs.context);
  expect(jobs.slack.calls).toEqual([]);
  expect(await standing(waiting?.id ?? '')).toMatchObject({ state: 'skipped', problem: 'facts gone' });
  expect(await status()).toMatchObject({ waiting: 0, failed: 0 });
});

describe('a sending that a crash broke off', () => {
  const crash = async (): Promise<Date> => {
    await owes(channel('C1'));
    const [waiting] = await jobs.store.readWaiting(jobs.clock.now, 1);
    await begin(jobs.store, waiting, jobs.real.now);
    return jobs.real.now;
  };

  it('is finished once it is older than a minute, by what the platform can tell', async () => {
    const begun = await crash();
    await pass(60_000);
    expect(jobs.slack.calls).toEqual([]);
    await pass(1);
    expect(places('resume')).toEqual(['slack:T1/C1']);
    expect(jobs.slack.calls[0]?.begun).toEqual(begun);
    expect(await standing(idOf(0))).toMatchObject({ state: 'sent' });
    await pass(120_000);
    expect(jobs.slack.calls).toHaveLength(1);
  });

  it('is looked for from when it was first begun, also where finishing it is broken off in its turn', async () => {
    const begun = await crash();
    jobs.real.now = new Date(begun.getTime() + 90_000);
    const [stuck] = await jobs.store.readStuck(jobs.real.now, jobs.clock.now, 1);
    await begin(jobs.store, stuck, jobs.real.now);
    await pass(90_000);
    expect(jobs.slack.calls.map((call) => call.begun)).toEqual([begun]);
  });

  it('is finished by one of many', async () => {
    await crash();
    jobs.real.now = new Date(jobs.real.now.getTime() + 61_000);
    await Promise.all(Array.from({ length: 4 }, () => deliver.run(jobs.context)));
    expect(jobs.slack.calls).toHaveLength(1);
  });

  it('stays as it is while its platform is not set up', async () => {
    await crash();
    jobs.real.now = new Date(jobs.real.now.getTime() + 61_000);
    await deliver.run({ ...jobs.context, adapters: {} });
    await deliver.run(jobs.context);
    expect(places('resume')).toEqual(['slack:T1/C1']);
  });

  it('is looked for again where it could not be looked for, eight times, before it is shown', async () => {
    await crash();
    jobs.slack.found = () => Promise.resolve({ kind: 'unseen', milliseconds: 0, problem: 'ECONNRESET' });
    for (let looks = 0; looks < 6; looks += 1) await pass(61_000);
    expect(await standing(idOf(0))).toMatchObject({ state: 'sending', problem: 'ECONNRESET' });
    await pass(61_000);
    expect(await status()).toMatchObject({ uncertain: 1, troubled: [{ id: idOf(0), problem: 'ECONNRESET' }] });
    await pass(61_000);
    expect(jobs.slack.calls).toHaveLength(7);
    expect(places('post')).toEqual([]);
  });

  it.each([
    ['is busy', { kind: 'unseen', milliseconds: 60_000, problem: 'ratelimited' }],
    ['takes no call', { kind: 'unseen', milliseconds: 0, problem: 'ENOTFOUND', unreached: true }],
  ] as const)('is looked for as long as the platform %s, and then finished', async (_, answer) => {
    const begun = await crash();
    jobs.slack.found = () => Promise.resolve(answer);
    for (let looks = 0; looks < 30; looks += 1) await pass(61_000);
    expect(await status()).toMatchObject({ uncertain: 0, waiting: 1 });
    jobs.slack.found = undefined;
    await pass(61_000);
    expect(await standing(idOf(0))).toMatchObject({ state: 'sent' });
    expect(jobs.slack.calls.at(-1)?.begun).toEqual(begun);
  });

  it('is not looked for before the platform said, holds up no other destination, and waits no longer where the clock was ahead', async () => {
    await crash();
    jobs.slack.found = () => Promise.resolve({ kind: 'unseen', milliseconds: 3_600_000, problem: 'ratelimited' });
    await pass(61_000);
    await owes(channel('C2'));
    for (let minutes = 0; minutes < 59; minutes += 1) await pass(60_000);
    expect(jobs.slack.calls.map(({ how }) => how)).toEqual(['resume', 'post']);
    await pass(60_000);
    expect(places('resume')).toHaveLength(2);
    jobs.clock.now = new Date(jobs.clock.now.getTime() - 86_400_000);
    await pass(61_000);
    expect(places('resume')).toHaveLength(3);
  });

  it('is shown where the platform cannot tell', async () => {
    await crash();
    slackAnswers({ 'slack:T1/C1': { kind: 'uncertain', problem: 'history too long' } });
    await pass(61_000);
    await pass(61_000);
    expect(jobs.slack.calls).toHaveLength(1);
    expect((await status()).uncertain).toBe(1);
  });
});

describe('an error that nobody expects', () => {
  const errors = () => jobs.log.lines.filter(({ level }) => level === 'error').map(({ said }) => said);

  it('in an adapter leaves the message to a human, with a reference in the log', async () => {
    jobs.slack.answer = () => Promise.reject(new Error('a defect'));
    await owes(channel('C1'), channel('C2'));
    await pass(0);
    await pass(61_000);
    expect((await status()).uncertain).toBe(2);
    expect(errors()).toEqual(Array.from({ length: 4 }, () => 'an adapter failed over a message'));
    expect(jobs.log.lines.find(({ level }) => level === 'error')?.facts).toMatchObject({ reference: 'reference' });
  });

  it('before anything was sent is tried again', async () => {
    await owes(channel('C1'));
    const broken = { ...jobs.context, store: { ...jobs.store, readGroup: () => Promise.reject(new Error('no answer')) } };
    await deliver.run(broken);
    expect(jobs.slack.calls).toEqual([]);
    await pass(30_000);
    expect(places()).toEqual(['slack:T1/C1']);
  });

  it('in noting that it was sent is mended by looking for it', async () => {
    await owes(channel('C1'));
    await deliver.run({ ...jobs.context, store: { ...jobs.store, endSending: () => Promise.reject(new Error('no answer')) } });
    await pass(61_000);
    expect(jobs.slack.calls.map(({ how }) => how)).toEqual(['post', 'resume']);
    expect(await standing(idOf(0))).toMatchObject({ state: 'sent' });
  });

  it('in reading what waits ends the delivery and not the program', async () => {
    await deliver.run({ ...jobs.context, store: { ...jobs.store, readWaiting: () => Promise.reject(new Error('no answer')) } });
    expect(errors()).toEqual(['deliver: what waits could not be read']);
  });
});

test('a program that is told to stop begins nothing more and finishes what was begun', async () => {
  const slow = Promise.withResolvers<Posted>();
  jobs.slack.answer = () => slow.promise;
  let stopping = false;
  await owe(jobs.store, jobs.clock.now, message('wg1', channel('C1')), message('wg2', channel('C1')));
  const running = deliver.run({ ...jobs.context, isStopping: () => stopping });
  await expect.poll(() => places(), { timeout: 10_000 }).toEqual(['slack:T1/C1']);
  stopping = true;
  slow.resolve(sent);
  await running;
  expect(places()).toEqual(['slack:T1/C1']);
  expect(await status()).toMatchObject({ waiting: 1 });
});
