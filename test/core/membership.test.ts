import { describe, expect, it } from 'vitest';
import { handOver, joinGroup, leaveGroup } from '../../src/core/membership.ts';
import { actor, chair, group } from '../support/people.ts';

const led = group({ leads: [chair('c'), { ...chair('d'), role: 'deputy' }] });

describe('whoever wants to belong to a group', () => {
  it.each([
    ['a member', {}, {}, { group: 'wg1', role: 'observer', joining: 'open' }],
    ['a member, where a chair answers', {}, { joining: 'asked' }, { group: 'wg1', role: 'observer', joining: 'asked' }],
    ['a member, while it rests', {}, { state: 'dormant' }, { group: 'wg1', role: 'observer', joining: 'open' }],
    ['nobody, once it is concluded', {}, { state: 'concluded' }, { code: 'group-stands', params: { id: 'wg1', state: 'concluded' } }],
    ['its chair', { member: 'c' }, {}, { code: 'speaks-already', params: { id: 'wg1' } }],
    ['a visitor', { visitor: true }, {}, { code: 'visitor', params: {} }],
    ['somebody of a space that waits', { spaceState: 'waiting' }, {}, { code: 'space-not-accepted', params: {} }],
  ] as const)('%s', (_who, who, facts, expected) => {
    expect(joinGroup(actor(who), { ...led, ...facts }, undefined, 'observer')).toEqual(expected);
  });

  it.each([
    ['asked', 'observer', 'in', 'editor', { code: 'role-by-chair', params: { id: 'wg1' } }],
    ['asked', 'editor', 'in', 'observer', { group: 'wg1', role: 'observer', joining: 'asked' }],
    ['asked', 'observer', 'asked', 'editor', { group: 'wg1', role: 'editor', joining: 'asked' }],
    ['asked', 'observer', 'left', 'editor', { group: 'wg1', role: 'editor', joining: 'asked' }],
    ['open', 'observer', 'in', 'editor', { group: 'wg1', role: 'editor', joining: 'open' }],
  ] as const)('is, where joining is %s and they are an %s (%s), another one: %s', (joining, role, state, wished, expected) => {
    expect(joinGroup(actor(), { ...led, joining }, { role, state }, wished)).toEqual(expected);
  });
});

describe('whoever wants to leave a group', () => {
  it.each([
    ['a member', { member: 'x' }, { role: 'member', state: 'in' }, undefined],
    ['somebody who asks to join', { member: 'x' }, { role: 'member', state: 'asked' }, undefined],
    ['somebody who left it', { member: 'x' }, { role: 'member', state: 'left' }, 'not-in-group'],
    ['nobody in particular', {}, undefined, 'not-in-group'],
    ['a deputy', { member: 'd' }, undefined, undefined],
    ['its only chair', { member: 'c' }, undefined, 'sole-chair'],
    ['a visitor', { member: 'x', visitor: true }, { role: 'member', state: 'in' }, 'visitor'],
  ] as const)('%s', (_who, who, mine, refused) => {
    expect(leaveGroup(actor(who), led, mine, false)?.code).toBe(refused);
  });

  it('is let go once they have said that the group may be without a chair', () => {
    expect(leaveGroup(actor({ member: 'c' }), led, undefined, true)).toBeUndefined();
    const two = group({ leads: [chair('c'), chair('b')] });
    expect(leaveGroup(actor({ member: 'c' }), two, undefined, false)).toBeUndefined();
  });
});

describe('whoever hands a group over', () => {
  it.each([
    ['its chair', { member: 'c' }, {}, { group: 'wg1', account: 'discord:9', note: 'Mind the drafts.' }],
    ['not a deputy', { member: 'd' }, {}, { code: 'chairs-only', params: { id: 'wg1' } }],
    ['not a coordinator, who appoints', { coordinator: true }, {}, { code: 'chairs-only', params: { id: 'wg1' } }],
    ['not once it is concluded', { member: 'c' }, { state: 'concluded' }, { code: 'group-stands', params: { id: 'wg1', state: 'concluded' } }],
    ['not to themselves', { member: 'c', account: 'discord:9' }, {}, { code: 'chairs-already', params: { id: 'wg1' } }],
    [
      'not to themselves in another chat',
      { member: 'c', account: 'slack:T1:UC' },
      { leads: [{ role: 'chair', member: { id: 'c', accounts: ['slack:T1:UC', 'discord:9'], reminders: 'direct' } }] },
      { code: 'chairs-already', params: { id: 'wg1' } },
    ],
    [
      'not to another chair',
      { member: 'c' },
      { leads: [...led.leads, { role: 'chair', member: { id: 'e', accounts: ['discord:9'], reminders: 'direct' } }] },
      { code: 'person-chairs', params: { id: 'wg1' } },
    ],
  ] as const)('is %s', (_who, who, facts, expected) => {
    expect(handOver(actor(who), { ...led, ...facts }, 'discord:9', 'Mind the drafts.')).toEqual(expected);
  });
});
