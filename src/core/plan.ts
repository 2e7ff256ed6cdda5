import type { Milestone } from './milestone.ts';
import type { When } from './when.ts';

/** A milestone as a plan announces it. */
export type PlannedMilestone = {
  readonly id: string;
  readonly when: When;
  /** The plan's own words for the date, where they say more than the date does. */
  readonly wording?: string;
  readonly text: string;
  readonly dependsOn: readonly string[];
};

/** What public records say of when a milestone's occasion was. It does not claim that the work was delivered. */
export type Confirmation = { readonly milestone: string; readonly when: When; readonly wording?: string; readonly source: string };

export type PlannedTopic = { readonly id: string; readonly text: string };

export type PlannedGroup = { readonly id: string; readonly name: string };

/** What a deployment is loaded with: a work plan, and what is on record about it. */
export type Plan = {
  readonly source: string;
  readonly milestones: readonly PlannedMilestone[];
  readonly topics: readonly PlannedTopic[];
  readonly groups: readonly PlannedGroup[];
  readonly confirmations: readonly Confirmation[];
};

/** The part of the record that a plan speaks of, as it stands. */
export type PlanRecord = { readonly milestones: readonly Milestone[]; readonly topics: readonly PlannedTopic[]; readonly groups: readonly PlannedGroup[] };

/** What an import would do to one object: its id, and for each fact the old and the new value as people read them. */
export type PlanDifference = {
  readonly id: string;
  readonly kind: 'milestone' | 'topic' | 'group';
  readonly act: 'add' | 'change' | 'keep';
  readonly facts: readonly { readonly name: string; readonly old?: string; readonly new: string }[];
};
