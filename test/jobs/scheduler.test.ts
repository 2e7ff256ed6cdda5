import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/core/store.ts';
import { openScheduler, type Scheduler } from '../../src/jobs/scheduler.ts';
import { choosePlan } from '../../src/plan/choose.ts';
import { listeningLog } from '../support/house.ts';
import { posted, type TestPlatform, testPlatform } from '../support/jobs.ts';
import { channel, message, owe } from '../support/messages.ts';
import { by, databases, openTestStore } from '../support/store.ts';

const now = new Date('2022-10-06T10:00:00Z');
const patience = { timeout: 30_000, interval: 100 };

describe.each(databases)('the job engine on the $name database', ({ name, make }) => {
  let opened: Awaited<ReturnType<typeof openTestStore>>;
  let slack: TestPlatform;
  let log: ReturnType<typeof listeningLog>;
  let schedulers: Scheduler[];

  beforeEach(async () => {
    opened = await openTestStore({}, make);
    await opened.store.loadFirst(choosePlan('plan'), by({ at: new Date('2022-10-01T12:00:00Z') }));
    slack = testPlatform('slack', () => now);
    log = listeningLog();
    schedulers = [];
  });
  afterEach(async () => {
    await Promise.all(schedulers.map((one) => one.stop()));
    await opened.close();
  });

  function open(more: Partial<Store> = {}, statements = opened.statements): Scheduler {
    const store = { ...opened.store, ...more };
    const clocks = { now: () => now, real: () => new Date() };
    const scheduler = openScheduler({ database: name, statements, store, adapters: { slack }, newReference: () => 'reference', log, ...clocks });
    schedulers.push(scheduler);
    return scheduler;
  }

  it('lets two processes look at once, so that what is due goes out once, and a nudge wakes either', async () => {
    await opened.store.appoint(
      { group: 'wg1', account: 'slack:T1:UCHAIR', role: 'chair' },
      by({ account: 'slack:T1:UCHAIR', at: new Date('2022-10-01T12:00:00Z') }),
    );
    const [first, second] = [open(), open()];
    await Promise.all([first.start(), second.start()]);
    await expect.poll(() => posted(slack), patience).toEqual(['2022-10-06T10:00 slack:T1:UCHAIR: What is new in Security by design?']);
    await owe(opened.store, now, message('wg2', channel('C2')));
    second.nudge();
    first.nudge();
    await expect.poll(() => posted(slack).slice(1), patience).toEqual(['2022-10-06T10:00 slack:T1/C2: wg2 has a new chair']);
    expect((await opened.store.readStatus({ account: 'terminal:operator' }, now)).tick).toBeInstanceOf(Date);
    expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  }, 90_000);

  it('tells once that the database is gone, and again when it goes once more', async () => {
    const { statements } = opened;
    let refused = 0;
    let isGone = false;
    const scheduler = open({}, (text, values) => {
      if (!isGone) return statements(text, values);
      refused += 1;
      return Promise.reject(Object.assign(new Error('gone'), { code: '57P01' }));
    });
    await scheduler.start();
    const told = () => log.lines.filter(({ said }) => said.startsWith('the job engine met an error')).length;
    for (const times of [1, 2]) {
      const before = refused;
      isGone = true;
      await expect.poll(() => refused - before, patience).toBeGreaterThan(3);
      await expect.poll(told, patience).toBe(times);
      isGone = false;
      await owe(opened.store, now, message('wg2', channel(`C${times}`)));
      scheduler.nudge();
      await expect.poll(() => posted(slack).length, patience).toBe(times);
    }
  }, 90_000);

  it('looks for what is due although another process ended in the middle of a look', async () => {
    const begun = Promise.withResolvers<void>();
    const readDuties = () => {
      begun.resolve();
      return Promise.withResolvers<never>().promise;
    };
    await open({ readDuties }).start();
    await begun.promise;
    await open().start();
    await expect.poll(async () => (await opened.store.readStatus({ account: 'terminal:operator' }, now)).tick, patience).toBeInstanceOf(Date);
  }, 90_000);

  it('finishes what is being delivered when it is stopped, and may be nudged then without harm', async () => {
    const begun = Promise.withResolvers<void>();
    const slow = Promise.withResolvers<void>();
    slack.answer = async () => {
      begun.resolve();
      await slow.promise;
      return { kind: 'sent', reference: 'r' };
    };
    await owe(opened.store, now, message('wg2', channel('C2')));
    const scheduler = open();
    scheduler.nudge();
    await scheduler.start();
    await begun.promise;
    const stopped = scheduler.stop();
    slow.resolve();
    await stopped;
    scheduler.nudge();
    expect((await opened.store.readStatus({ account: 'terminal:operator' }, now)).waiting).toBe(0);
    expect((await opened.store.readStuck(new Date('2100-01-01T00:00:00Z'), new Date('2100-01-01T00:00:00Z'), 10)).length).toBe(0);
  }, 90_000);

  it('keeps its tables out of what is backed up', async () => {
    await open().start();
    const tables = await opened.store.dump(async ({ rows }) => {
      const names = new Set<string>();
      for await (const { table } of rows()) names.add(table);
      return names;
    });
    expect(tables).toContain('working_group');
    expect([...tables].filter((table) => /job|queue|schedule|version/.test(table))).toEqual([]);
  }, 90_000);
});
