import type { Digest } from '../../src/core/digest.ts';
import type { Update } from '../../src/core/update.ts';
import { milestone } from './milestones.ts';
import { group } from './people.ts';

/** When it is read. */
export const now = new Date('2022-03-15T12:00:00.000Z');

/** A week in which everybody told much, half of them ask for help, many are late and many silent. */
export function fullDigest(text: string, groups: number): Digest {
  const long = text.repeat(20);
  const all = Array.from({ length: groups }, (_, index) => group({ id: `wg${index + 1}`, name: `${index} ${long}` }));
  const told = all.map((one, index) => {
    const update: Update = {
      ...{ id: `u${index + 1000}`, group: one.id, week: '2022-03-07', revision: 1, member: 'm', platform: 'slack', at: now, first: now },
      ...{ status: 'at risk', done: long, next: long, help: long },
    };
    return { group: one, update };
  });
  const milestones = ['m901', 'm902', 'm903', 'm904'].map((id) => ({ ...milestone(id, '2022-03'), text: long }));
  return { week: '2022-03-07', closed: true, help: told.map(({ update }) => update), updates: told, gaps: all, after: all, late: told, milestones };
}
