import type { Plan } from '../../src/core/plan.ts';
import type { UpdateChange, UpdateFacts } from '../../src/core/update.ts';

/** A plan of so many groups and nothing else. */
export function planOfGroups(count: number): Plan {
  const groups = Array.from({ length: count }, (_, index) => ({ id: `wg${index + 1}`, name: `Group ${index + 1}` }));
  return { source: 'a plan', milestones: [], topics: [], groups, confirmations: [] };
}

/** What a group tells where a test does not care. */
export const facts: UpdateFacts = { status: 'on track', done: 'Read the drafts.' };

/** A first record, or what a test says of it. */
export function update(group: string, week: string, change: Partial<UpdateChange> = {}): UpdateChange {
  return { group, week, revision: 0, facts, ...change };
}
