import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { usualSubscription } from '../../src/core/subscription.ts';
import deliver from '../../src/jobs/deliver.ts';
import look from '../../src/jobs/look.ts';
import { act } from '../support/house.ts';
import { appointChair, openTestJobs, posted, type TestJobs } from '../support/jobs.ts';
import { group } from '../support/people.ts';
import { by } from '../support/store.ts';

// Thursdays at 10:00 UTC are when the groups of the plan are asked; the second of October 2022 is a Sunday.
const chair = 'slack:T1:UCHAIR';
const channel = { space: 'slack:T1', channel: 'CNEWS' };

let jobs: TestJobs;
beforeEach(async () => {
  jobs = await openTestJobs('2022-10-02T12:00:00Z');
  await appointChair(jobs, 'wg1', chair);
});
afterEach(() => jobs.close());

/** The lines of what Slack got that hold a word. */
const lines = (word: string): string[] => posted(jobs.slack).filter((line) => line.includes(word));

async function subscribe(): Promise<void> {
  await jobs.store.subscribe(channel, { ...usualSubscription, language: 'en', zone: 'UTC' }, by({ at: jobs.clock.now }));
}

async function record(week: string): Promise<void> {
  const facts = { status: 'on track', done: 'A draft.', next: 'A second draft.' } as const;
  await jobs.store.recordUpdate({ group: 'wg1', week, revision: 0, facts }, by({ account: chair, space: 'slack:T1', at: jobs.clock.now }));
}

async function schedule(facts: Parameters<typeof group>[0]): Promise<void> {
  const { group: one } = await jobs.store.readGroup(by(), 'wg1');
  const set = { schedule: { ...group(facts).schedule, since: '2022-09-26' } };
  await jobs.store.recordGroup(
    { act: 'group changed', id: 'wg1', revision: one?.revision ?? 0, set, why: 'as it suits us' },
    by({ at: new Date('2022-09-27T00:00:00Z') }),
  );
}

describe('over four weeks', () => {
  it('a chair who answers every other week is asked, reminded once, and left alone', async () => {
    await subscribe();
    await jobs.simulate('2022-10-02T13:00:00Z', '2022-10-13T10:00:00Z', 3);
    await record('2022-10-10');
    await jobs.simulate('2022-10-13T13:00:00Z', '2022-10-30T22:00:00Z', 3);
    expect(posted(jobs.slack)).toEqual([
      '2022-10-04T10:00 slack:T1/CNEWS: Digest, week 39 of 2022 (26 September - 2 October)',
      '2022-10-06T10:00 slack:T1:UCHAIR: What is new in Security by design?',
      '2022-10-07T10:00 slack:T1:UCHAIR: A reminder: the update of Security by design',
      '2022-10-11T10:00 slack:T1/CNEWS: Digest, week 40 of 2022 (3-9 October)',
      '2022-10-13T10:00 slack:T1:UCHAIR: What is new in Security by design?',
      '2022-10-18T10:00 slack:T1/CNEWS: Digest, week 41 of 2022 (10-16 October)',
      '2022-10-20T10:00 slack:T1:UCHAIR: What is new in Security by design?',
      '2022-10-21T10:00 slack:T1:UCHAIR: A reminder: the update of Security by design',
      '2022-10-25T10:00 slack:T1/CNEWS: Digest, week 42 of 2022 (17-23 October)',
      '2022-10-27T10:00 slack:T1:UCHAIR: What is new in Security by design?',
      '2022-10-28T10:00 slack:T1:UCHAIR: A reminder: the update of Security by design',
    ]);
  });
});

test('a clock that was a day ahead takes no question from its week', async () => {
  for (const tick of ['2022-10-05T12:00:00Z', '2022-10-06T12:05:00Z', '2022-10-05T12:01:00Z', '2022-10-06T10:00:00Z', '2022-10-06T10:05:00Z']) {
    await jobs.tick(tick);
  }
  expect(lines('What is new')).toEqual(['2022-10-06T10:00 slack:T1:UCHAIR: What is new in Security by design?']);
});

test('the hour is that of the group, before and after the clocks change', async () => {
  await schedule({ schedule: { weekday: 4, hour: 10, zone: 'Europe/Berlin' } });
  await jobs.simulate('2022-10-27T07:00:00Z', '2022-10-27T10:00:00Z', 1);
  await jobs.simulate('2022-11-03T07:00:00Z', '2022-11-03T10:00:00Z', 1);
  expect(lines('What is new')).toEqual([
    '2022-10-27T08:00 slack:T1:UCHAIR: What is new in Security by design?',
    '2022-11-03T09:00 slack:T1:UCHAIR: What is new in Security by design?',
  ]);
});

test('an hour that comes twice asks once', async () => {
  await schedule({ schedule: { weekday: 7, hour: 2, zone: 'Europe/Berlin' } });
  await jobs.simulate('2022-10-29T23:00:00Z', '2022-10-30T02:00:00Z', 1);
  expect(lines('What is new')).toEqual(['2022-10-30T00:00 slack:T1:UCHAIR: What is new in Security by design?']);
});

test('nobody is asked while away', async () => {
  await jobs.store.setPersonal({ absence: { from: '2022-10-03', to: '2022-10-09' } }, by({ account: chair, space: 'slack:T1', at: jobs.clock.now }));
  await jobs.tick('2022-10-06T10:00:00Z');
  await jobs.tick('2022-10-07T10:00:00Z');
  expect(posted(jobs.slack)).toEqual([]);
  await jobs.tick('2022-10-13T10:00:00Z');
  expect(posted(jobs.slack)).toHaveLength(1);
});

test('nobody is asked while away where they said so, though it is another day in UTC', async () => {
  await schedule({ schedule: { weekday: 1, hour: 9, zone: 'Pacific/Auckland' } });
  await jobs.store.appointCoordinator(chair, by({ at: jobs.clock.now }));
  await jobs.doors.handle(act('me away', { days: '10 to 14 October' }, { sender: chair, space: 'slack:T1', zone: 'Pacific/Auckland' }));
  await jobs.tick('2022-10-09T20:00:00Z');
  expect(lines('What is new')).toEqual([]);
});

test('a paused group is not asked, and is asked again from when it is resumed', async () => {
  const pause = async (act: 'group paused' | 'group resumed', at: string) => {
    const { group: one } = await jobs.store.readGroup(by(), 'wg1');
    const state = act === 'group paused' ? 'paused' : 'active';
    await jobs.store.recordGroup({ act, id: 'wg1', revision: one?.revision ?? 0, set: { state }, why: 'holidays' }, by({ at: new Date(at) }));
  };
  await pause('group paused', '2022-10-03T00:00:00Z');
  await jobs.tick('2022-10-06T10:00:00Z');
  await pause('group resumed', '2022-10-06T10:30:00Z');
  await jobs.tick('2022-10-06T11:00:00Z');
  expect(posted(jobs.slack)).toEqual([]);
  await jobs.tick('2022-10-07T10:00:00Z');
  await jobs.tick('2022-10-13T10:00:00Z');
  expect(posted(jobs.slack).at(-1)).toBe('2022-10-13T10:00 slack:T1:UCHAIR: What is new in Security by design?');
});

describe('after an outage', () => {
  it('a question that is more than two hours late is noted and not sent', async () => {
    await jobs.tick('2022-10-06T09:00:00Z');
    await jobs.tick('2022-10-06T12:01:00Z');
    expect(posted(jobs.slack)).toEqual([]);
    const skipped = jobs.log.lines.filter(({ said }) => said.includes('nothing is sent'));
    expect(skipped.map(({ facts }) => facts)).toContainEqual({ duty: 'prompt wg1 2022-10-03', due: new Date('2022-10-06T10:00:00Z') });
    const { events } = await jobs.store.readGroup(by(), 'wg1');
    expect(events).toContainEqual(expect.objectContaining({ act: 'prompt skipped', object: 'wg1' }));
  });

  it('a question that is less late is asked', async () => {
    await jobs.tick('2022-10-06T11:59:00Z');
    expect(posted(jobs.slack)).toHaveLength(1);
  });

  it('a channel gets the newest digest alone, which says that it is late and which were not sent', async () => {
    await subscribe();
    await jobs.tick('2022-10-04T09:00:00Z');
    await jobs.tick('2022-10-26T20:00:00Z');
    await jobs.tick('2022-10-26T20:01:00Z');
    expect(lines('Digest')).toEqual([
      '2022-10-04T09:00 slack:T1/CNEWS: Digest, week 39 of 2022 (26 September - 2 October)',
      '2022-10-26T20:00 slack:T1/CNEWS: Digest, week 42 of 2022 (17-23 October)',
    ]);
    const late = JSON.stringify(jobs.slack.calls.at(-1)?.posting.card.blocks);
    expect(late).toContain('It comes late, because it could not be sent when it was due.');
    expect(late).toContain('Not sent here: 2022-W40 and 2022-W41.');
    const [first] = jobs.slack.calls;
    expect(JSON.stringify(first?.posting.card.blocks)).not.toContain('It comes late');
  });
});

test.each([
  ['an hour', '2022-10-06T09:30:00Z'],
  ['a day', '2022-10-05T10:30:00Z'],
  ['a week', '2022-09-29T10:30:00Z'],
])('nothing is sent twice by a clock that jumps back by %s and comes again', async (_howFar, back) => {
  await subscribe();
  await jobs.simulate('2022-10-04T09:00:00Z', '2022-10-06T11:00:00Z', 5);
  const before = posted(jobs.slack);
  expect(before).toHaveLength(2);
  await jobs.tick(back);
  await jobs.tick('2022-10-06T10:45:00Z');
  expect(posted(jobs.slack)).toEqual(before);
});

test('of a clock that goes a day ahead and back nothing is lost', async () => {
  await subscribe();
  await jobs.tick('2022-10-04T10:00:00Z');
  jobs.slack.answer = () => Promise.resolve({ kind: 'later', milliseconds: 60_000, problem: 'busy' });
  await jobs.tick('2022-10-11T10:30:00Z');
  jobs.slack.answer = ({ key }) => Promise.resolve({ kind: 'sent', reference: key });
  await jobs.tick('2022-10-10T10:30:00Z');
  expect(lines('week 40')).toHaveLength(2);
  jobs.clock.now = new Date('2022-10-10T11:00:00Z');
  await record('2022-10-03');
  await jobs.tick('2022-10-18T10:00:00Z');
  const { card } = jobs.slack.calls.findLast(({ posting }) => posting.card.title.includes('week 41'))?.posting ?? {};
  expect(JSON.stringify(card?.blocks)).toContain('week 40');
});

test('of many looks at once each due time is claimed by one', async () => {
  await subscribe();
  jobs.clock.now = new Date('2022-10-06T10:00:00Z');
  await Promise.all(Array.from({ length: 5 }, () => look.run(jobs.context)));
  await jobs.tick('2022-10-06T10:00:30Z');
  expect(posted(jobs.slack)).toHaveLength(2);
});

test('four weeks of silence are told to the coordinators once, with the weeks that are missing', async () => {
  await jobs.store.appointCoordinator('slack:T1:ULEAD', by({ at: jobs.clock.now }));
  await record('2022-09-26');
  await jobs.tick('2022-10-31T11:59:00Z');
  const silent = () => jobs.slack.calls.filter(({ posting: { card } }) => card.title === 'Security by design has been silent for four weeks');
  expect(silent()).toEqual([]);
  await jobs.tick('2022-10-31T12:00:00Z');
  await jobs.tick('2022-11-07T12:00:00Z');
  expect(silent()).toHaveLength(1);
  expect(JSON.stringify(silent()[0]?.posting.card.blocks)).toContain('week 40 of 2022 (3-9 October), week 41 of 2022 (10-16 October),');
});

test('four weeks of silence that nobody could be told of are told to whoever coordinates first', async () => {
  await record('2022-09-26');
  await jobs.simulate('2022-10-31T12:00:00Z', '2022-11-07T12:00:00Z', 24);
  const silent = () => posted(jobs.slack).filter((line) => line.includes('Security by design has been silent'));
  expect(silent()).toEqual([]);
  await jobs.store.appointCoordinator('slack:T1:ULEAD', by({ at: jobs.clock.now }));
  await jobs.simulate('2022-11-08T12:00:00Z', '2022-11-22T12:00:00Z', 24);
  expect(silent()).toEqual(['2022-11-08T12:00 slack:T1:ULEAD: Security by design has been silent for four weeks']);
});

test('four weeks of silence wait until the bot is back where the one who coordinates is reached', async () => {
  await record('2022-09-26');
  await jobs.store.appointCoordinator('slack:T1:ULEAD', by({ at: jobs.clock.now }));
  await jobs.store.acceptSpace('slack:T1', by({ space: 'slack:T1', at: jobs.clock.now }));
  await jobs.store.noteGone('slack:T1', new Date('2022-10-30T00:00:00Z'));
  await jobs.simulate('2022-10-31T12:00:00Z', '2022-11-07T12:00:00Z', 24);
  expect(lines('Security by design has been silent')).toEqual([]);
  await jobs.store.noteSpaces('slack', ['slack:T1'], new Date('2022-11-07T13:00:00Z'));
  await jobs.simulate('2022-11-08T12:00:00Z', '2022-11-22T12:00:00Z', 24);
  expect(lines('Security by design has been silent')).toEqual(['2022-11-08T12:00 slack:T1:ULEAD: Security by design has been silent for four weeks']);
});

describe('a look', () => {
  it('is noted by the machine’s clock', async () => {
    await jobs.tick('2022-10-06T10:00:00Z');
    expect((await jobs.store.readStatus(by(), jobs.clock.now)).tick).toEqual(jobs.real.now);
  });

  it('that fails is logged with a reference, not noted, and made good by the next', async () => {
    const broken = { ...jobs.context, store: { ...jobs.store, readDuties: () => Promise.reject(new Error('no answer')) } };
    jobs.clock.now = new Date('2022-10-06T10:00:00Z');
    await look.run(broken);
    expect(jobs.log.lines.filter(({ level }) => level === 'error').map(({ said }) => said)).toEqual(['due: the look failed']);
    expect((await jobs.store.readStatus(by(), jobs.clock.now)).tick).toBeUndefined();
    await jobs.tick('2022-10-06T10:01:00Z');
    expect(posted(jobs.slack)).toHaveLength(1);
  });

  it('reads once what due times are found from', async () => {
    let readings = 0;
    const readDuties: typeof jobs.store.readDuties = (now) => {
      readings += 1;
      return jobs.store.readDuties(now);
    };
    await look.run({ ...jobs.context, store: { ...jobs.store, readDuties } });
    expect(readings).toBe(1);
  });

  it('asks the others, and goes by the other rules, where one group cannot be looked at', async () => {
    await subscribe();
    await appointChair(jobs, 'wg2', 'slack:T1:UOTHER');
    const readDuties: typeof jobs.store.readDuties = async (now) => {
      const facts = await jobs.store.readDuties(now);
      const unreadable = ({ id, schedule }: (typeof facts.groups)[number]['group']) => ({ ...schedule, ...(id === 'wg1' && { zone: 'Nowhere/Atlantis' }) });
      return { ...facts, groups: facts.groups.map(({ group, ...one }) => ({ ...one, group: { ...group, schedule: unreadable(group) } })) };
    };
    jobs.clock.now = new Date('2022-10-06T10:00:00Z');
    await look.run({ ...jobs.context, store: { ...jobs.store, readDuties } });
    await deliver.run(jobs.context);
    expect(posted(jobs.slack).map((line) => line.slice(17))).toEqual([
      'slack:T1:UOTHER: What is new in Education and skills?',
      'slack:T1/CNEWS: Digest, week 39 of 2022 (26 September - 2 October)',
    ]);
    expect(new Set(jobs.log.lines.filter(({ level }) => level === 'error').map(({ said }) => said))).toEqual(
      new Set(['prompts', 'reminders', 'silence'].map((rule) => `${rule}: what is due could not be claimed`)),
    );
  });

  it('claims for the others where one cannot be claimed', async () => {
    await appointChair(jobs, 'wg2', 'slack:T1:UOTHER');
    const claimDuties: typeof jobs.store.claimDuties = (duties, now) =>
      duties.some(({ key }) => key.startsWith('prompt wg1')) ? Promise.reject(new Error('no answer')) : jobs.store.claimDuties(duties, now);
    jobs.clock.now = new Date('2022-10-06T10:00:00Z');
    await look.run({ ...jobs.context, store: { ...jobs.store, claimDuties } });
    await jobs.tick('2022-10-06T10:01:00Z');
    expect(posted(jobs.slack).map((line) => line.slice(17))).toEqual([
      'slack:T1:UOTHER: What is new in Education and skills?',
      'slack:T1:UCHAIR: What is new in Security by design?',
    ]);
    const warned = jobs.log.lines.filter(({ level, said }) => level === 'warn' && said.includes('at once'));
    expect(warned.map(({ facts }) => facts)).toEqual([{ error: new Error('no answer'), duties: 3 }]);
  });
});
