import { describe, expect, it, test } from 'vitest';
import { changeGroup, currentWeek, mayAppoint, mayLead, owes, pauseGroup, promptAt, reminderAt } from '../../src/core/group.ts';
import { addWeeks } from '../../src/core/week.ts';
import { actor, group } from '../support/people.ts';

/** The Mondays of the weeks owed among so many from one on. */
function owed(schedule: Parameters<typeof group>[0], from: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addWeeks(from, index)).filter((week) => owes(group(schedule), week));
}

describe('the weeks that a group owes', () => {
  it('every one from that on in which the rhythm was chosen', () => {
    expect(owed({ schedule: { since: '2026-11-09' } }, '2026-11-02', 4)).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
  });

  it('every other one, counted from the choice and over the end of a year of 53 weeks', () => {
    expect(owed({ schedule: { rhythm: 'fortnightly', since: '2026-12-07' } }, '2026-11-30', 8)).toEqual([
      '2026-12-07',
      '2026-12-21',
      '2027-01-04',
      '2027-01-18',
    ]);
  });

  it('that of the last Thursday of a month', () => {
    expect(owed({ schedule: { rhythm: 'monthly', weekday: 4 } }, '2026-09-28', 14)).toEqual(['2026-10-26', '2026-11-23', '2026-12-28']);
  });

  it('that of the last Sunday of a month, which another day of the week may have left', () => {
    expect(owed({ schedule: { rhythm: 'monthly', weekday: 7 } }, '2026-09-28', 10)).toEqual(['2026-10-19', '2026-11-23']);
  });
});

describe('when a group is asked', () => {
  it.each([
    [{ weekday: 4, hour: 10, zone: 'UTC' }, '2026-11-23', '2026-11-26T10:00:00.000Z', '2026-11-27T10:00:00.000Z'],
    [{ weekday: 5, hour: 10, zone: 'UTC' }, '2026-11-23', '2026-11-27T10:00:00.000Z', '2026-11-30T10:00:00.000Z'],
    [{ weekday: 6, hour: 10, zone: 'UTC' }, '2026-11-23', '2026-11-28T10:00:00.000Z', '2026-11-30T10:00:00.000Z'],
    [{ weekday: 7, hour: 10, zone: 'UTC' }, '2026-11-23', '2026-11-29T10:00:00.000Z', '2026-11-30T10:00:00.000Z'],
    [{ weekday: 4, hour: 16, zone: 'Europe/Berlin' }, '2026-10-19', '2026-10-22T14:00:00.000Z', '2026-10-23T14:00:00.000Z'],
    [{ weekday: 4, hour: 16, zone: 'Europe/Berlin' }, '2026-10-26', '2026-10-29T15:00:00.000Z', '2026-10-30T15:00:00.000Z'],
    [{ weekday: 5, hour: 16, zone: 'Europe/Berlin' }, '2026-10-19', '2026-10-23T14:00:00.000Z', '2026-10-26T15:00:00.000Z'],
    [{ weekday: 7, hour: 2, zone: 'Europe/Berlin' }, '2026-03-23', '2026-03-29T01:00:00.000Z', '2026-03-30T00:00:00.000Z'],
    [{ weekday: 1, hour: 0, zone: 'Pacific/Kiritimati' }, '2026-11-23', '2026-11-22T10:00:00.000Z', '2026-11-23T10:00:00.000Z'],
  ])('with %o for the week of %s at %s, and once more at %s', (schedule, week, prompt, reminder) => {
    const one = group({ schedule });
    expect(promptAt(one, week).toISOString()).toBe(prompt);
    expect(reminderAt(one, week).toISOString()).toBe(reminder);
  });

  test('its week is that of its own clocks', () => {
    const instant = new Date('2026-11-29T11:00:00Z');
    expect(currentWeek(group({ schedule: { zone: 'Pacific/Kiritimati' } }), instant)).toBe('2026-11-30');
    expect(currentWeek(group(), instant)).toBe('2026-11-23');
  });
});

describe('who speaks for a group', () => {
  it.each([
    ['a chair', actor({ member: 'c' }), undefined],
    ['a coordinator of a space that waits', actor({ coordinator: true, spaceState: 'waiting' }), undefined],
    ['another member', actor({ member: 'x' }), 'leads-only'],
    ['nobody in particular', actor(), 'leads-only'],
    ['a chair in a space that waits', actor({ member: 'c', spaceState: 'waiting' }), 'space-not-accepted'],
    ['a visitor, even as a coordinator', actor({ member: 'c', coordinator: true, visitor: true }), 'visitor'],
  ])('%s', (_who, who, refused) => {
    expect(mayLead(who, group())?.code).toBe(refused);
  });

  it.each([
    ['a coordinator appoints', actor({ coordinator: true }), { group: 'wg1', account: 'slack:T1:UX', role: 'chair' }, undefined],
    ['a chair appoints nobody', actor({ member: 'c' }), { group: 'wg1', account: 'slack:T1:UX', role: 'deputy' }, 'coordinators-only'],
    ['everybody may step down', actor(), { group: 'wg1', account: 'slack:T1:UC' }, undefined],
    ['nobody dismisses another', actor(), { group: 'wg1', account: 'slack:T1:UX' }, 'coordinators-only'],
  ] as const)('%s', (_what, who, appointment, refused) => {
    expect(mayAppoint(who, appointment)?.code).toBe(refused);
  });
});

describe('a change of settings', () => {
  const now = new Date('2026-11-25T12:00:00Z');
  const usual = { rhythm: 'weekly', weekday: 4, hour: 10, zone: 'UTC' } as const;

  it('keeps from when the rhythm counts where the rhythm stays', () => {
    expect(changeGroup(group(), { schedule: { ...usual, hour: 16 } }, now, 'later')).toMatchObject({
      set: { schedule: { ...usual, hour: 16, since: '2021-10-04' } },
      revision: 1,
    });
  });

  it('counts a rhythm newly chosen from this week on, by the clocks of its zone', () => {
    const change = changeGroup(group(), { schedule: { ...usual, rhythm: 'fortnightly' } }, now, '');
    expect(change).toMatchObject({ set: { schedule: { since: '2026-11-23' } } });
  });

  it('sets only what differs, and takes a fact away', () => {
    const one = group({ charter: 'What we do.', channel: { space: 'slack:T1', channel: 'C1' } });
    const set = { name: one.name, charter: null, channel: { space: 'slack:T1', channel: 'C1' } };
    expect(changeGroup(one, set, now, '')).toMatchObject({ set: { charter: null } });
  });

  it('refuses what is no zone, and what changes nothing', () => {
    expect(changeGroup(group(), { schedule: { ...usual, zone: 'Europe/Atlantis' } }, now, '')).toEqual({
      code: 'zone-unknown',
      params: { said: 'Europe/Atlantis' },
    });
    expect(changeGroup(group(), { schedule: usual, channel: null }, now, '')).toEqual({ code: 'nothing-changed', params: { id: 'wg1' } });
  });

  it('pauses what is active and resumes what is paused', () => {
    expect(pauseGroup(group(), 'group paused', 'holidays')).toMatchObject({ act: 'group paused', set: { state: 'paused' }, why: 'holidays' });
    expect(pauseGroup(group({ state: 'paused' }), 'group resumed', '')).toMatchObject({ set: { state: 'active' } });
    expect(pauseGroup(group(), 'group resumed', '')).toMatchObject({ code: 'nothing-changed' });
  });
});
