import { describe, expect, it, test } from 'vitest';
import { digestOwed, isDigestLate, messagesAfterUpdate, promptDue, reminderDue, silenceDue, skippedBetween } from '../../src/core/duty.ts';
import { chair, group, member, subscription, update } from '../support/people.ts';

const week = '2026-11-23';
const at = (instant: string): Date => new Date(instant);
const channel = { space: 'slack:T1', channel: 'C9' };
const place = { kind: 'channel', ...channel };

describe('the question for an update', () => {
  it.each([
    ['a moment before its hour', '2026-11-26T09:59:59.999Z', 'prompt wg1 2026-11-16', true],
    ['at its hour', '2026-11-26T10:00:00.000Z', 'prompt wg1 2026-11-23', false],
    ['two hours later', '2026-11-26T12:00:00.000Z', 'prompt wg1 2026-11-23', false],
    ['more than two hours later', '2026-11-26T12:00:00.001Z', 'prompt wg1 2026-11-23', true],
    ['a week later, the newest alone', '2026-12-03T10:00:00.000Z', 'prompt wg1 2026-11-30', false],
  ])('%s', (_when, now, key, skipped) => {
    const duty = promptDue(group(), [], at(now));
    expect(duty).toMatchObject({ key, skipped });
    expect(duty?.messages).toHaveLength(skipped ? 0 : 1);
  });

  it('is not noted as too late where nobody would have been asked', () => {
    const none = [group({ leads: [] }), group({ leads: [chair('a', { reminders: 'never' })] })];
    expect(none.map((one) => promptDue(one, [], at('2026-11-26T12:00:01Z')))).toMatchObject([
      { skipped: false, messages: [] },
      { skipped: false, messages: [] },
    ]);
  });

  it.each([
    ['a group that has answered', group(), [week]],
    ['a paused group', group({ state: 'paused' }), []],
    ['a group whose rhythm was chosen later', group({ schedule: { since: '2026-11-30' } }), []],
    ['a group that was resumed after its hour', group({ settled: at('2026-11-26T10:00:01Z') }), []],
  ])('does not come to %s', (_which, one, told) => {
    expect(promptDue(one, told, at('2026-11-26T10:30:00Z'))).toBeUndefined();
  });

  it('comes to a group that was resumed before its hour', () => {
    expect(promptDue(group({ settled: at('2026-11-26T09:59:59Z') }), [], at('2026-11-26T10:30:00Z'))).toBeDefined();
  });

  it('comes once where the hour comes twice, and right after the gap where it is skipped', () => {
    const autumn = group({ schedule: { weekday: 7, hour: 2, zone: 'Europe/Berlin' } });
    expect(promptDue(autumn, [], at('2026-10-25T00:00:00Z'))).toMatchObject({ key: 'prompt wg1 2026-10-19', at: at('2026-10-25T00:00:00Z') });
    expect(promptDue(autumn, [], at('2026-10-25T01:00:00Z'))).toMatchObject({ key: 'prompt wg1 2026-10-19', at: at('2026-10-25T00:00:00Z') });
    expect(promptDue(autumn, [], at('2026-03-29T00:59:59Z'))).toMatchObject({ key: 'prompt wg1 2026-03-16' });
    expect(promptDue(autumn, [], at('2026-03-29T01:00:00Z'))).toMatchObject({ key: 'prompt wg1 2026-03-23', skipped: false });
  });

  it('comes in the fortnight and in the month that the rhythm names', () => {
    const fortnightly = group({ schedule: { rhythm: 'fortnightly', since: '2026-11-16' } });
    expect(promptDue(fortnightly, [], at('2026-11-26T10:00:00Z'))?.key).toBe('prompt wg1 2026-11-16');
    expect(promptDue(fortnightly, [], at('2026-12-03T10:00:00Z'))?.key).toBe('prompt wg1 2026-11-30');
    const monthly = group({ schedule: { rhythm: 'monthly' } });
    expect(promptDue(monthly, [], at('2026-12-03T10:00:00Z'))?.key).toBe('prompt wg1 2026-11-23');
    expect(promptDue(monthly, [], at('2026-12-31T09:59:00Z'))?.key).toBe('prompt wg1 2026-11-23');
    expect(promptDue(monthly, [], at('2026-12-31T10:00:00Z'))?.key).toBe('prompt wg1 2026-12-28');
  });

  const to = (...leads: Parameters<typeof chair>[]) =>
    promptDue(group({ channel, leads: leads.map((lead) => chair(...lead)) }), [], at('2026-11-26T10:00:00Z'))?.messages.map((message) => message.to);
  const person = (id: string) => ({ kind: 'person', account: `slack:T1:U${id}` });

  it('goes to everybody who leads, in the way that each chose, and once to a channel', () => {
    expect(to(['a'], ['b', { reminders: 'channel' }], ['d', { reminders: 'channel' }], ['e', { reminders: 'never' }])).toEqual([person('A'), place]);
  });

  it('goes to nobody who is away on that day by their own clock, or has left', () => {
    expect(
      to(
        ['a', { absence: { from: '2026-11-20', to: '2026-11-26' } }],
        ['b', { absence: { from: '2026-11-26' } }],
        ['d', { absence: { from: '2026-11-27' } }],
        ['e', { absence: { from: '2026-11-27' }, zone: 'Pacific/Kiritimati' }],
        ['f', { absence: { from: '2026-11-20', to: '2026-11-25' } }],
        ['g', { accounts: [] }],
        ['h', { absence: { from: '2026-11-27', zone: 'Pacific/Kiritimati' } }],
        ['i', { absence: { from: '2026-11-27', zone: 'Pacific/Kiritimati' }, zone: 'UTC' }],
      ),
    ).toEqual([person('D'), person('F'), person('I')]);
  });

  it('is still claimed where nobody is asked, so that it is not asked later', () => {
    const away = group({ leads: [chair('a', { absence: { from: '2026-11-20' } })] });
    expect(promptDue(away, [], at('2026-11-26T10:00:00Z'))).toEqual({
      key: 'prompt wg1 2026-11-23',
      at: at('2026-11-26T10:00:00Z'),
      skipped: false,
      messages: [],
    });
  });

  it('names the channel of the group as the other way, and the language of whoever is asked', () => {
    const french = group({ channel, leads: [chair('a', { language: 'fr' })] });
    expect(promptDue(french, [], at('2026-11-26T10:00:00Z'))?.messages).toEqual([
      { notice: { kind: 'prompt', group: 'wg1', week }, to: person('A'), otherwise: place, language: 'fr' },
    ]);
  });
});

describe('the reminder', () => {
  it.each([
    [4, '2026-11-27T10:00:00Z', 'reminder wg1 2026-11-23'],
    [5, '2026-11-30T10:00:00Z', 'reminder wg1 2026-11-23'],
    [7, '2026-11-30T10:00:00Z', 'reminder wg1 2026-11-23'],
    [4, '2026-11-27T09:59:59Z', 'reminder wg1 2026-11-16'],
  ])('of weekday %i at %s is %s', (weekday, now, key) => {
    expect(reminderDue(group({ schedule: { weekday } }), [], at(now))?.key).toBe(key);
  });

  it('does not come to a group that was not asked, as its day was moved to one that had passed', () => {
    const moved = group({ schedule: { weekday: 2 }, settled: at('2026-11-25T09:00:00Z') });
    expect(reminderDue(moved, [], at('2026-11-25T10:00:00Z'))).toBeUndefined();
  });

  it('does not come to a group that has answered', () => {
    expect(reminderDue(group(), [week], at('2026-11-27T10:00:00Z'))).toBeUndefined();
  });
});

describe('the digest that a channel is owed', () => {
  it.each([
    ['at its hour', '2026-11-16', '2026-12-01T09:00:00Z'],
    ['after weeks of outage, the newest', '2026-11-02', '2026-12-03T00:00:00Z'],
    ['the first one', undefined, '2026-12-01T09:00:00Z'],
  ])('%s', (_when, lastWeek, now) => {
    const duty = digestOwed(subscription(), lastWeek, at(now));
    expect(duty).toMatchObject({ key: 'digest s1 2026-11-23', at: at('2026-12-01T09:00:00Z'), skipped: false });
    expect(duty?.messages).toEqual([
      { notice: { kind: 'digest', week: '2026-11-23' }, to: { kind: 'channel', space: 'slack:T1', channel: 'C1' }, language: 'en' },
    ]);
  });

  it('comes at once where its day was moved to one that had passed', () => {
    const moved = subscription({ since: at('2026-12-02T10:00:00Z') });
    expect(digestOwed(moved, '2026-11-16', at('2026-12-02T10:01:00Z'))?.key).toBe('digest s1 2026-11-23');
    expect(isDigestLate(moved, '2026-11-23', at('2026-12-02T10:01:00Z'))).toBe(false);
  });

  it('comes late more than two hours after its hour', () => {
    expect(isDigestLate(subscription(), '2026-11-23', at('2026-12-01T11:00:00Z'))).toBe(false);
    expect(isDigestLate(subscription(), '2026-11-23', at('2026-12-01T11:00:01Z'))).toBe(true);
  });

  it('names the weeks since the one before, eight at most', () => {
    expect(skippedBetween(undefined, week)).toEqual([]);
    expect(skippedBetween('2026-11-16', week)).toEqual([]);
    expect(skippedBetween('2026-11-02', week)).toEqual(['2026-11-09', '2026-11-16']);
    expect(skippedBetween('2026-01-05', week)).toEqual(expect.objectContaining({ length: 8, 0: '2026-09-28', 7: '2026-11-16' }));
  });

  it.each([
    ['where its week was sent', {}, '2026-11-23'],
    ['where a later week was sent, by a clock that jumped back', {}, '2026-11-30'],
    ['where it is switched off', { state: 'off' as const }, undefined],
    ['where the bot paused it', { state: 'paused' as const }, undefined],
    ['where only news is wanted', { digest: false }, undefined],
    ['where it was switched on after its hour', { since: at('2026-12-01T09:00:01Z') }, undefined],
  ])('is none %s', (_when, facts, lastWeek) => {
    expect(digestOwed(subscription(facts), lastWeek, at('2026-12-01T10:00:00Z'))).toBeUndefined();
  });
});

describe('four weeks of silence', () => {
  const coordinators = [member('x', { language: 'fr' }), member('y'), member('z', { accounts: [] })];

  it('tell each coordinator who can be reached, once the fourth week is over everywhere', () => {
    expect(silenceDue(group(), [], '2026-10-19', coordinators, at('2026-11-23T11:59:59Z'))).toBeUndefined();
    const duty = silenceDue(group(), [], '2026-10-19', coordinators, at('2026-11-23T12:00:00Z'));
    const notice = { kind: 'silence', group: 'wg1', missing: ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'] };
    expect(duty).toMatchObject({ key: 'silence wg1 2026-10-26', skipped: false });
    expect(duty?.messages).toEqual([
      { notice, to: { kind: 'person', account: 'slack:T1:UX' }, language: 'fr' },
      { notice, to: { kind: 'person', account: 'slack:T1:UY' } },
    ]);
  });

  it('are told under the same key however long they go on', () => {
    expect(silenceDue(group(), [], '2026-10-19', coordinators, at('2027-03-01T12:00:00Z'))?.key).toBe('silence wg1 2026-10-26');
  });

  it.each([
    ['of a paused group', group({ state: 'paused' }), '2026-10-19'],
    ['of a group that was resumed since', group({ stateSince: at('2026-11-10T00:00:00Z') }), '2026-10-19'],
    ['in which no update was owed', group({ schedule: { since: '2027-01-04' } }), '2026-10-19'],
  ])('are not told %s', (_which, one, last) => {
    expect(silenceDue(one, [], last, coordinators, at('2026-11-25T12:00:00Z'))).toBeUndefined();
  });

  it('count from when a group that never told anything stands as it stands', () => {
    const young = group({ stateSince: at('2026-10-20T08:00:00Z') });
    expect(silenceDue(young, [], undefined, coordinators, at('2026-11-16T11:59:59Z'))).toBeUndefined();
    expect(silenceDue(young, [], undefined, coordinators, at('2026-11-16T12:00:00Z'))?.key).toBe('silence wg1 2026-10-19');
  });

  it('count from the first week whose question comes after a group was resumed, whatever week it is resumed in', () => {
    const resumed = group({ stateSince: at('2026-10-25T22:00:00Z') });
    expect(silenceDue(resumed, [], '2026-10-12', coordinators, at('2026-11-16T12:00:00Z'))).toBeUndefined();
    const duty = silenceDue(resumed, [], '2026-10-12', coordinators, at('2026-11-23T12:00:00Z'));
    expect(duty?.messages[0]?.notice).toMatchObject({ missing: ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'] });
    const inTokyo = group({ stateSince: at('2026-10-25T22:00:00Z'), schedule: { weekday: 1, hour: 9, zone: 'Asia/Tokyo' } });
    expect(silenceDue(inTokyo, [], undefined, coordinators, at('2026-11-23T12:00:00Z'))?.key).toBe('silence wg1 2026-10-26');
  });

  it('name of a monthly group only the week that it owed', () => {
    const [message] = silenceDue(group({ schedule: { rhythm: 'monthly' } }), [], '2026-10-26', coordinators, at('2026-12-01T12:00:00Z'))?.messages ?? [];
    expect(message?.notice).toMatchObject({ missing: ['2026-11-23'] });
  });
});

describe('four weeks of silence in which a monthly group owed nothing', () => {
  const coordinators = [member('x')];

  it('are told once the fifth is over, for which it owed an update', () => {
    const monthly = group({ schedule: { rhythm: 'monthly' } });
    expect(silenceDue(monthly, [], '2026-11-23', coordinators, at('2027-01-04T11:59:59Z'))).toBeUndefined();
    const duty = silenceDue(monthly, [], '2026-11-23', coordinators, at('2027-01-04T12:00:00Z'));
    expect(duty).toMatchObject({ key: 'silence wg1 2026-11-30', messages: [{ notice: { missing: ['2026-12-28'] } }] });
    expect(silenceDue(monthly, [], '2026-11-23', coordinators, at('2027-09-01T12:00:00Z'))?.key).toBe('silence wg1 2026-11-30');
  });
});

describe('what follows from an update', () => {
  const late = { kind: 'update late', update: 'u1' };

  test('the channel of the group hears of it, and those whose digest of the week was sent that it came late', () => {
    expect(messagesAfterUpdate(update('u1', week), group({ channel }), [subscription()])).toEqual([
      { notice: { kind: 'update recorded', update: 'u1' }, to: place },
      { notice: late, to: { kind: 'channel', space: 'slack:T1', channel: 'C1' }, language: 'en' },
    ]);
  });

  test('the channel of the group hears of it once, that it came late', () => {
    const messages = messagesAfterUpdate(update('u1', week), group({ channel }), [subscription({ channel: 'C9', language: 'fr' })]);
    expect(messages).toEqual([{ notice: { kind: 'update recorded', update: 'u1', late: true }, to: place }]);
  });

  test('nobody hears of it where there is no channel', () => {
    expect(messagesAfterUpdate(update('u1', week), group(), [])).toEqual([]);
  });
});
