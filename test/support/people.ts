import { type Group, type Lead, type Schedule, usualSchedule } from '../../src/core/group.ts';
import type { Actor, Member } from '../../src/core/member.ts';
import type { Subscription } from '../../src/core/subscription.ts';
import type { Update } from '../../src/core/update.ts';

/** A member who is reached in Slack, with what a test wants otherwise. */
export function member(id: string, facts: Partial<Member> = {}): Member {
  return { id, accounts: [`slack:T1:U${id.toUpperCase()}`], reminders: 'direct', ...facts };
}

export function chair(id: string, facts: Partial<Member> = {}): Lead {
  return { member: member(id, facts), role: 'chair' };
}

/** An active group that is asked on Thursdays at 10:00 UTC, since long ago, and led by one chair. */
export function group(facts: Partial<Omit<Group, 'schedule'>> & { readonly schedule?: Partial<Schedule> } = {}): Group {
  const { schedule, ...others } = facts;
  return {
    id: 'wg1',
    revision: 1,
    name: 'Security by design',
    state: 'active',
    schedule: { ...usualSchedule, since: '2021-10-04', ...schedule },
    joining: 'open',
    settled: new Date('2021-10-04T00:00:00.000Z'),
    stateSince: new Date('2021-10-04T00:00:00.000Z'),
    leads: [chair('c')],
    ...others,
  };
}

/** A channel that gets everything, since long ago, on Tuesdays at 09:00 UTC. */
export function subscription(facts: Partial<Subscription> = {}): Subscription {
  return {
    id: 's1',
    space: 'slack:T1',
    channel: 'C1',
    digest: true,
    news: true,
    language: 'en',
    weekday: 2,
    hour: 9,
    zone: 'UTC',
    state: 'on',
    configuredBy: 'c',
    since: new Date('2026-01-01T00:00:00.000Z'),
    ...facts,
  };
}

/** An update recorded on the Thursday of its week. */
export function update(id: string, week: string, facts: Partial<Update> = {}): Update {
  const at = new Date(`${week}T10:00:00.000Z`);
  at.setUTCDate(at.getUTCDate() + 3);
  return { id, group: 'wg1', week, revision: 1, status: 'on track', done: 'A draft.', member: 'c', platform: 'slack', at, first: at, ...facts };
}

export function actor(facts: Partial<Actor> = {}): Actor {
  return { account: 'slack:T1:UC', coordinator: false, space: 'slack:T1', spaceState: 'accepted', visitor: false, platformAdmin: false, ...facts };
}
