import { describe, expect, it, test } from 'vitest';
import {
  changeGroup,
  currentWeek,
  groupActs,
  groupMoves,
  groupStates,
  groupTable,
  mayAppoint,
  mayLead,
  mayMoveGroup,
  moveGroup,
  owes,
  promptAt,
  reminderAt,
} from '../../src/core/group.ts';
import { addWeeks } from '../../src/core/week.ts';
import { actor, chair, group } from '../support/people.ts';

/** The Mondays of the weeks owed among so many from one on. */
function owed(facts: Parameters<typeof group>[0], from: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addWeeks(from, index)).filter((week) => owes(group(facts), week));
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

  it('none whose question came before the group was at work again, by its own clocks', () => {
    const resumed = (at: string) => owed({ schedule: { zone: 'America/New_York' }, stateSince: new Date(at) }, '2026-11-23', 2);
    expect(resumed('2026-11-26T15:00:00.000Z')).toEqual(['2026-11-23', '2026-11-30']);
    expect(resumed('2026-11-26T15:00:00.001Z')).toEqual(['2026-11-30']);
    expect(resumed('2026-11-29T23:00:00.000Z')).toEqual(['2026-11-30']);
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
    [{ weekday: 5, hour: 16, zone: 'Europe/Berlin' }, '2026-10-19', '2026-10-23T14:00:00.000Z', '2026-10-24T14:00:00.000Z'],
    [{ weekday: 7, hour: 15, zone: 'America/New_York' }, '2026-11-23', '2026-11-29T20:00:00.000Z', undefined],
    [{ weekday: 7, hour: 2, zone: 'Europe/Berlin' }, '2026-03-23', '2026-03-29T01:00:00.000Z', '2026-03-30T00:00:00.000Z'],
    [{ weekday: 1, hour: 0, zone: 'Pacific/Kiritimati' }, '2026-11-23', '2026-11-22T10:00:00.000Z', '2026-11-23T10:00:00.000Z'],
  ])('with %o for the week of %s at %s, and once more at %s', (schedule, week, prompt, reminder) => {
    const one = group({ schedule });
    expect(promptAt(one, week).toISOString()).toBe(prompt);
    expect(reminderAt(one, week)?.toISOString()).toBe(reminder);
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
    ['a coordinator appoints', actor({ coordinator: true }), { account: 'slack:T1:UX', role: 'chair' }, undefined],
    ['a chair appoints a deputy', actor({ member: 'c' }), { account: 'slack:T1:UX', role: 'deputy' }, undefined],
    ['a chair appoints no other chair', actor({ member: 'c' }), { account: 'slack:T1:UX', role: 'chair' }, 'coordinators-only'],
    ['a chair makes no deputy of another chair', actor({ member: 'e' }), { account: 'slack:T1:UC', role: 'deputy' }, 'coordinators-only'],
    ['nor of themselves', actor({ member: 'c', account: 'slack:T1:UC' }), { account: 'slack:T1:UC', role: 'deputy' }, 'coordinators-only'],
    ['a coordinator does', actor({ coordinator: true }), { account: 'slack:T1:UC', role: 'deputy' }, undefined],
    ['a deputy appoints nobody', actor({ member: 'd' }), { account: 'slack:T1:UX', role: 'deputy' }, 'chairs-or-coordinators'],
    ['everybody may step down', actor(), { account: 'slack:T1:UC' }, undefined],
    ['nobody dismisses another', actor(), { account: 'slack:T1:UX' }, 'coordinators-only'],
  ] as const)('%s', (_what, who, appointment, refused) => {
    const led = group({ leads: [chair('c'), chair('e'), { ...chair('d'), role: 'deputy' }] });
    expect(mayAppoint(who, led, appointment)?.code).toBe(refused);
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
});

describe('the states of a group', () => {
  const coordinator = actor({ coordinator: true });

  it.each(groupStates.flatMap((state) => groupMoves.map((move) => [state, move] as const)))('%s: %s', (state, move) => {
    const to = groupTable[state][move];
    if (move === 'begin') return expect(to).toBe(state === 'forming' ? 'active' : undefined);
    const moved = moveGroup(coordinator, group({ state }), move, 'why');
    if (to === undefined) return expect(moved).toEqual({ code: 'group-stands', params: { id: 'wg1', state } });
    return expect(moved).toEqual({ act: groupActs[move], id: 'wg1', revision: 1, set: { state: to }, why: 'why' });
  });

  it('leave no way out of what is concluded, and lead to it from everywhere else', () => {
    expect(groupTable.concluded).toEqual({});
    for (const state of groupStates.filter((one) => one !== 'concluded')) expect(groupTable[state].conclude).toBe('concluded');
  });

  it.each([
    ['a chair pauses', { member: 'c' }, 'pause', undefined],
    ['a deputy does not', { member: 'd' }, 'pause', 'chairs-or-coordinators'],
    ['nor another member', { member: 'x' }, 'pause', 'chairs-or-coordinators'],
    ['a chair concludes', { member: 'c' }, 'conclude', undefined],
    ['a deputy concludes nothing', { member: 'd' }, 'conclude', 'chairs-or-coordinators'],
    ['a chair does not put to rest', { member: 'c' }, 'rest', 'coordinators-only'],
    ['nor wake', { member: 'c' }, 'wake', 'coordinators-only'],
    ['a coordinator does', { coordinator: true }, 'rest', undefined],
    ['a visitor does nothing', { coordinator: true, visitor: true }, 'rest', 'visitor'],
  ] as const)('are moved by right: %s', (_who, who, move, refused) => {
    const led = group({ leads: [chair('c'), { ...chair('d'), role: 'deputy' }] });
    expect(mayMoveGroup(actor(who), led, move)?.code).toBe(refused);
  });
});
