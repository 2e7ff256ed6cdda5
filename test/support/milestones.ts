import type { Milestone } from '../../src/core/milestone.ts';
import { parseEdtf, type When } from '../../src/core/when.ts';

/** Reads a date that a test is sure of. */
export function when(edtf: string): When {
  const parsed = parseEdtf(edtf);
  if (parsed === undefined) throw new Error(`${edtf} is no date`);
  return parsed;
}

/** A milestone with as little as a test needs to say. */
export function milestone(
  id: string,
  planned: string,
  facts: { confirmed?: string; dependsOn?: readonly string[]; outcome?: string; cancelled?: string } = {},
): Milestone {
  const { confirmed, dependsOn = [], outcome, cancelled } = facts;
  return {
    id,
    revision: 1,
    text: `What ${id} is about.`,
    planned: { when: when(planned), source: 'IS3C work plan' },
    ...(confirmed !== undefined && { confirmed: { when: when(confirmed), source: 'public record' } }),
    ...(outcome !== undefined && { outcome: { text: 'It came.', dated: outcome } }),
    ...(cancelled !== undefined && { cancelled: { text: 'It was not needed.', dated: cancelled } }),
    dependsOn,
  };
}

/** The dates of the published plan. */
export const plan: readonly Milestone[] = [
  milestone('m1', '2021-11'),
  milestone('m2', '2021-12'),
  milestone('m3', '2022-01'),
  milestone('m4', '2022-02/2022-05'),
  milestone('m5', '2022-06'),
  milestone('m6', '2022-09'),
  milestone('m7', '[2022-11,2022-12]'),
  milestone('m8', '2023-01', { dependsOn: ['m6'] }),
];

/** The same with what public records say happened. */
export const record: readonly Milestone[] = [
  milestone('m1', '2021-11'),
  milestone('m2', '2021-12', { confirmed: '2021-12-06/2021-12-10' }),
  milestone('m3', '2022-01', { confirmed: '2022-02-23' }),
  milestone('m4', '2022-02/2022-05'),
  milestone('m5', '2022-06', { confirmed: '2022-07-06' }),
  milestone('m6', '2022-09'),
  milestone('m7', '[2022-11,2022-12]', { confirmed: '2022-12-01' }),
  milestone('m8', '2023-01', { confirmed: '2023-03-08', dependsOn: ['m6'] }),
];
