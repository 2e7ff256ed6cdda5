import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SubscriptionFacts, usualSubscription } from '../../src/core/subscription.ts';
import deliver from '../../src/jobs/deliver.ts';
import type { Context } from '../../src/jobs/job.ts';
import look from '../../src/jobs/look.ts';
import { appointChair, openTestJobs, posted, type TestJobs } from '../support/jobs.ts';
import { begin } from '../support/messages.ts';
import { by } from '../support/store.ts';

const channel = { space: 'slack:T1', channel: 'CNEWS' };

let jobs: TestJobs;
beforeEach(async () => {
  jobs = await openTestJobs('2022-10-02T12:00:00Z');
});
afterEach(() => jobs.close());

const subscribe = (facts: Partial<SubscriptionFacts> = {}) =>
  jobs.store.subscribe(channel, { ...usualSubscription, language: 'en', zone: 'UTC', ...facts }, by({ at: jobs.clock.now }));
const record = (group: string, week: string, at: string) =>
  jobs.store.recordUpdate({ group, week, revision: 0, facts: { status: 'on track', done: 'A draft.' } }, by({ at: new Date(at) }));
const lines = () => posted(jobs.slack).map((line) => line.slice(0, 56));
const blocks = (index: number) => JSON.stringify(jobs.slack.calls.at(index)?.posting.card.blocks);

describe('while Slack is not connected', () => {
  async function withoutSlack(...instants: string[]): Promise<void> {
    const { slack: _, ...adapters } = jobs.context.adapters;
    const context: Context = { ...jobs.context, adapters };
    for (const instant of instants) {
      jobs.clock.now = new Date(instant);
      await look.run(context);
      await deliver.run(context);
    }
  }

  it('digests and questions pile up, and a channel gets the newest alone, which says that it is late and which were not sent', async () => {
    await appointChair(jobs, 'wg1', 'slack:T1:UCHAIR');
    await subscribe();
    await withoutSlack('2022-10-04T09:00:00Z', '2022-10-06T10:00:00Z', '2022-10-11T09:00:00Z', '2022-10-13T10:00:00Z', '2022-10-18T09:00:00Z');
    await jobs.tick('2022-10-18T20:00:00Z');
    expect(lines()).toEqual(['2022-10-18T20:00 slack:T1/CNEWS: Digest, week 41 of 2022']);
    expect(blocks(0)).toContain('It comes late, because it could not be sent when it was due.');
    expect(blocks(0)).toContain('Not sent here: 2022-W39 and 2022-W40.');
    await jobs.tick('2022-10-25T09:00:00Z');
    expect(lines().at(-1)).toBe('2022-10-25T09:00 slack:T1/CNEWS: Digest, week 42 of 2022');
    expect(blocks(-1)).not.toContain('It comes late');
    expect(blocks(-1)).not.toContain('Not sent');
  });

  it('the digest of a channel that was switched off since names nothing', async () => {
    await subscribe();
    await jobs.tick('2022-10-04T09:00:00Z');
    await jobs.store.unsubscribe(channel, by({ at: jobs.clock.now }));
    jobs.clock.now = new Date('2022-10-20T09:00:00Z');
    await subscribe();
    await jobs.tick('2022-10-20T09:01:00Z');
    await jobs.tick('2022-10-25T09:00:00Z');
    expect(lines()).toEqual(['2022-10-04T09:00 slack:T1/CNEWS: Digest, week 39 of 2022', '2022-10-25T09:00 slack:T1/CNEWS: Digest, week 42 of 2022']);
    expect(blocks(-1)).not.toContain('Not sent');
  });
});

describe('while Slack takes no call', () => {
  const unreached = { kind: 'later', milliseconds: 0, problem: 'ENOTFOUND', unreached: true } as const;
  /** Looks and delivers every minute, as the jobs do. */
  async function minutes(from: string, to: string): Promise<void> {
    for (let at = Date.parse(from); at <= Date.parse(to); at += 60_000) await jobs.tick(new Date(at).toISOString());
  }

  it('a digest waits until it does, is tried every few minutes, and status tells that it waits', async () => {
    await subscribe();
    jobs.slack.answer = () => Promise.resolve(unreached);
    await minutes('2022-10-04T09:00:00Z', '2022-10-04T11:15:00Z');
    expect(jobs.slack.calls.length).toBeGreaterThan(15);
    expect(jobs.slack.calls.length).toBeLessThan(25);
    expect(await jobs.store.readStatus({ account: 'terminal:operator' }, jobs.clock.now)).toMatchObject({ failed: 0, held: new Date('2022-10-04T09:00:00Z') });
    jobs.slack.answer = ({ key }) => Promise.resolve({ kind: 'sent', reference: key });
    await minutes('2022-10-04T11:16:00Z', '2022-10-04T11:24:00Z');
    expect(lines().at(-1)).toMatch(/^2022-10-04T11:\d\d slack:T1\/CNEWS: Digest, week 39 of 2022$/);
    expect(blocks(-1)).toContain('It comes late, because it could not be sent when it was due.');
  });

  it('a newer digest overtakes it, and a question that is two hours late is not asked any more', async () => {
    await appointChair(jobs, 'wg1', 'slack:T1:UCHAIR');
    await subscribe();
    jobs.slack.answer = () => Promise.resolve(unreached);
    await jobs.simulate('2022-10-04T09:00:00Z', '2022-10-12T09:00:00Z', 1);
    const tried = jobs.slack.calls.length;
    jobs.slack.answer = ({ key }) => Promise.resolve({ kind: 'sent', reference: key });
    await jobs.simulate('2022-10-12T10:00:00Z', '2022-10-12T12:00:00Z', 1);
    expect(lines().slice(tried)).toEqual(['2022-10-12T10:00 slack:T1/CNEWS: Digest, week 40 of 2022']);
    expect(blocks(-1)).toContain('Not sent here: 2022-W39.');
  });
});

describe('a digest whose sending broke off a week before the next one', () => {
  beforeEach(async () => {
    await subscribe();
    jobs.clock.now = new Date('2022-10-04T09:00:00Z');
    await look.run(jobs.context);
    const [owed] = await jobs.store.readWaiting(jobs.clock.now, 1);
    await begin(jobs.store, owed, jobs.real.now);
    jobs.real.now = new Date(jobs.real.now.getTime() + 7 * 86_400_000);
  });

  it('is looked for, and named by the next one where it is not there', async () => {
    await jobs.tick('2022-10-11T09:00:00Z');
    expect(jobs.slack.calls.map(({ how }) => how)).toEqual(['resume', 'post']);
    expect(blocks(-1)).toContain('Not sent here: 2022-W39.');
  });

  it('is found where it is there', async () => {
    jobs.slack.found = () => Promise.resolve({ kind: 'sent', reference: 'r' });
    await jobs.tick('2022-10-11T09:00:00Z');
    expect(blocks(-1)).not.toContain('Not sent here');
    expect(await jobs.store.readStatus({ account: 'terminal:operator' }, jobs.clock.now)).toMatchObject({ uncertain: 0, waiting: 0 });
  });
});

it('a late update that would have joined a digest that was not sent joins the next one, and what came in time does not', async () => {
  await subscribe();
  await jobs.tick('2022-10-04T09:00:00Z');
  await record('wg1', '2022-09-26', '2022-10-06T08:00:00Z');
  await record('wg2', '2022-10-03', '2022-10-06T08:00:00Z');
  await jobs.tick('2022-10-06T08:01:00Z');
  await jobs.tick('2022-10-18T12:00:00Z');
  expect(lines().at(-1)).toBe('2022-10-18T12:00 slack:T1/CNEWS: Digest, week 41 of 2022');
  expect(blocks(-1)).toMatch(/ · u1"/);
  expect(blocks(-1)).not.toMatch(/ · u2"/);
});

it('a digest that failed is told of each time, and named by the next one, which tells what stood in it of earlier weeks', async () => {
  await subscribe();
  await jobs.tick('2022-10-04T09:00:00Z');
  await record('wg1', '2022-09-26', '2022-10-06T08:00:00Z');
  jobs.slack.answer = () => Promise.resolve({ kind: 'refused', problem: 'http_413' });
  await jobs.tick('2022-10-06T08:01:00Z');
  await jobs.tick('2022-10-11T09:00:00Z');
  await jobs.tick('2022-10-18T09:00:00Z');
  expect(jobs.terminal.calls.map(({ posting }) => JSON.stringify(posting.card.blocks)).filter((told) => told.includes('the digest ('))).toEqual([
    expect.stringContaining('the digest (2022-W40)'),
    expect.stringContaining('the digest (2022-W41)'),
  ]);
  jobs.slack.answer = () => Promise.resolve({ kind: 'sent', reference: 'r' });
  await jobs.tick('2022-10-25T09:00:00Z');
  expect(blocks(-1)).toContain('Not sent here: 2022-W40 and 2022-W41.');
  expect(blocks(-1)).toMatch(/ · u1"/);
  await jobs.tick('2022-11-01T09:00:00Z');
  expect(blocks(-1)).not.toContain('Not sent here');
});

it('a channel that the bot had paused begins with the next digest, which names those that it missed', async () => {
  await subscribe();
  await jobs.tick('2022-10-04T09:00:00Z');
  jobs.slack.answer = () => Promise.resolve({ kind: 'gone', problem: 'not_in_channel' });
  await jobs.tick('2022-10-11T09:00:00Z');
  const told = JSON.stringify(jobs.terminal.calls.at(-1)?.posting.card);
  for (const fact of ['A channel cannot be written to any more', 'Did not arrive', 'the digest (2022-W40)', 'the first one after names them'])
    expect(told).toContain(fact);
  jobs.slack.answer = () => Promise.resolve({ kind: 'sent', reference: 'r' });
  await jobs.tick('2022-10-18T09:00:00Z');
  await record('wg1', '2022-09-26', '2022-10-19T08:00:00Z');
  jobs.clock.now = new Date('2022-10-20T09:00:00Z');
  await subscribe();
  await jobs.tick('2022-10-20T09:01:00Z');
  await jobs.tick('2022-10-25T09:00:00Z');
  expect(lines().at(-1)).toBe('2022-10-25T09:00 slack:T1/CNEWS: Digest, week 42 of 2022');
  expect(blocks(-1)).toContain('Not sent here: 2022-W40 and 2022-W41.');
  expect(blocks(-1)).toMatch(/ · u1"/);
});

it('a channel that gets news alone hears of a late update, and of none that comes in time', async () => {
  await subscribe({ digest: false });
  await record('wg1', '2022-10-03', '2022-10-10T11:59:59Z');
  await record('wg2', '2022-10-03', '2022-10-10T12:00:00Z');
  await jobs.tick('2022-10-10T12:01:00Z');
  expect(posted(jobs.slack)).toEqual(['2022-10-10T12:01 slack:T1/CNEWS: Education and skills: the update for week 40 has come']);
});

it('a channel that is switched off while its digest is refused for now does not get it', async () => {
  await subscribe();
  jobs.slack.answer = async () => {
    await jobs.store.unsubscribe(channel, by({ at: jobs.clock.now }));
    return { kind: 'later', milliseconds: 60_000, problem: 'ratelimited' };
  };
  await jobs.tick('2022-10-04T09:00:00Z');
  await jobs.tick('2022-10-04T09:02:00Z');
  expect(lines()).toEqual(['2022-10-04T09:00 slack:T1/CNEWS: Digest, week 39 of 2022']);
  expect((await jobs.store.readStatus(by(), jobs.clock.now)).waiting).toBe(0);
});

describe('what a channel is not to get any more', () => {
  const unreached = { kind: 'later', milliseconds: 0, problem: 'ENOTFOUND', unreached: true } as const;
  const changes = [
    ['switched off', () => jobs.store.unsubscribe(channel, by({ at: jobs.clock.now }))],
    ['set to news alone', () => subscribe({ digest: false })],
  ] as const;

  /** What reaches Slack at an instant, now that it takes everything, and how. */
  async function reached(instant: string): Promise<string[]> {
    jobs.slack.answer = ({ key }) => Promise.resolve({ kind: 'sent', reference: key });
    jobs.slack.calls.length = 0;
    await jobs.tick(instant);
    return jobs.slack.calls.map(({ how, posting }) => `${how} ${posting.card.title}`);
  }

  it.each(changes)('is no digest that waited while it was %s', async (_what, change) => {
    await subscribe();
    jobs.slack.answer = () => Promise.resolve(unreached);
    await jobs.tick('2022-10-04T09:00:00Z');
    await change();
    expect(await reached('2022-10-04T09:30:00Z')).toEqual([]);
    expect(await jobs.store.readStatus(by(), jobs.clock.now)).toMatchObject({ waiting: 0, failed: 0 });
  });

  it.each(changes)('is no digest whose sending broke off before it was %s: that is only looked for', async (_what, change) => {
    await subscribe();
    jobs.clock.now = new Date('2022-10-04T09:00:00Z');
    await look.run(jobs.context);
    const [owed] = await jobs.store.readWaiting(jobs.clock.now, 1);
    await begin(jobs.store, owed, jobs.real.now);
    await change();
    jobs.real.now = new Date(jobs.real.now.getTime() + 61_000);
    expect(await reached('2022-10-04T09:02:00Z')).toEqual(['resume nothing']);
    expect((await jobs.store.readMessage(by(), owed?.id ?? '')).message).toMatchObject({ state: 'skipped', problem: 'off' });
  });

  it.each(changes)('is no digest that failed before it was %s, also where somebody wants it posted again', async (_what, change) => {
    await subscribe();
    jobs.slack.answer = () => Promise.resolve({ kind: 'refused', problem: 'http_413' });
    await jobs.tick('2022-10-04T09:00:00Z');
    const [id = ''] = jobs.slack.calls.map(({ posting }) => posting.key);
    await change();
    expect(await jobs.store.postAgain(id, by({ at: jobs.clock.now }))).toBe('off');
    await subscribe();
    expect(await jobs.store.postAgain(id, by({ at: jobs.clock.now }))).toBe('owed');
    await change();
    expect(await reached('2022-10-04T09:30:00Z')).toEqual([]);
  });

  it('are no news, where it gets its digest alone', async () => {
    await subscribe();
    await jobs.tick('2022-10-04T09:00:00Z');
    jobs.slack.answer = () => Promise.resolve(unreached);
    await record('wg1', '2022-09-26', '2022-10-05T09:00:00Z');
    await jobs.tick('2022-10-05T09:00:00Z');
    await subscribe({ news: false });
    expect(await reached('2022-10-05T09:30:00Z')).toEqual([]);
  });

  it.each([
    ['set to digests alone', () => subscribe({ news: false, language: 'fr' })],
    ['switched off', () => jobs.store.unsubscribe(channel, by({ at: jobs.clock.now }))],
  ])('is not what its own group tells it, which came late in its language before it was %s', async (_what, change) => {
    await subscribe({ language: 'fr' });
    const { group } = await jobs.store.readGroup(by(), 'wg1');
    const set = { channel };
    await jobs.store.recordGroup({ act: 'group changed', id: 'wg1', revision: group?.revision ?? 0, set, why: '' }, by({ at: jobs.clock.now }));
    await jobs.tick('2022-10-04T09:00:00Z');
    jobs.slack.answer = () => Promise.resolve(unreached);
    await record('wg1', '2022-09-26', '2022-10-05T09:00:00Z');
    await jobs.tick('2022-10-05T09:00:00Z');
    await change();
    expect(await reached('2022-10-05T09:30:00Z')).toEqual([expect.stringMatching(/ le point d’avancement de la semaine 39 est arrivé$/)]);
  });

  it('counts as nothing that it missed', async () => {
    await subscribe();
    jobs.slack.answer = () => Promise.resolve(unreached);
    await jobs.tick('2022-10-04T09:00:00Z');
    await subscribe({ digest: false });
    await reached('2022-10-04T09:30:00Z');
    await subscribe();
    expect(await reached('2022-10-11T09:00:00Z')).toEqual(['post Digest, week 40 of 2022 (3-9 October)']);
    expect(blocks(-1)).not.toContain('Not sent');
  });
});

it('what is posted in a channel is in the language that was chosen for it', async () => {
  await subscribe({ language: 'fr' });
  const { group } = await jobs.store.readGroup(by(), 'wg1');
  const set = { channel };
  await jobs.store.recordGroup({ act: 'group changed', id: 'wg1', revision: group?.revision ?? 0, set, why: '' }, by({ at: jobs.clock.now }));
  await record('wg1', '2022-09-26', '2022-10-02T13:00:00Z');
  await jobs.tick('2022-10-02T13:01:00Z');
  expect(jobs.slack.calls.map(({ posting }) => posting.card.language)).toEqual(['fr']);
});

it('a digest that was to come is not lost where its day is moved to one that has passed', async () => {
  await subscribe({ weekday: 4 });
  await jobs.tick('2022-10-06T09:00:00Z');
  jobs.clock.now = new Date('2022-10-12T10:00:00Z');
  await subscribe({ weekday: 2 });
  await jobs.tick('2022-10-12T10:01:00Z');
  await jobs.tick('2022-10-13T09:00:00Z');
  await jobs.tick('2022-10-18T09:00:00Z');
  expect(lines()).toEqual([
    '2022-10-06T09:00 slack:T1/CNEWS: Digest, week 39 of 2022',
    '2022-10-12T10:01 slack:T1/CNEWS: Digest, week 40 of 2022',
    '2022-10-18T09:00 slack:T1/CNEWS: Digest, week 41 of 2022',
  ]);
  expect(blocks(1)).not.toContain('It comes late');
});
