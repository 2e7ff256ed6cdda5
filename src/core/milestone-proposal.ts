import { type Actor, may } from './member.ts';
import { addMilestone, type Milestone, type MilestoneChange } from './milestone.ts';
import type { Problem } from './problem.ts';
import type { When } from './when.ts';

/** A milestone that a chair or deputy wants in the plan; it has its permanent id from now on, and stands in the plan once a coordinator accepts it. */
export type MilestoneProposal = Pick<Milestone, 'id' | 'text' | 'planned' | 'dependsOn'> & {
  /** The group for which it is proposed. */
  readonly group: string;
  /** The surrogate id of whoever proposes it. */
  readonly member: string;
  readonly at: Date;
  /** One that waits has `ended` once its group is concluded. */
  readonly state: 'waiting' | 'accepted' | 'declined' | 'ended';
};

/** What somebody wants to add: at once for a coordinator, else for a coordinator to decide. */
export type MilestoneAddition =
  | { readonly kind: 'add'; readonly change: MilestoneChange }
  | { readonly kind: 'propose'; readonly proposed: MilestoneProposalFacts };

export type MilestoneProposalFacts = Pick<MilestoneProposal, 'text' | 'planned' | 'dependsOn' | 'group'>;

/** Adds a milestone for a coordinator, proposes it for whoever speaks for a group, and refuses everybody else; `group` is the one that was chosen. */
export function addOrPropose(actor: Actor, facts: Pick<Milestone, 'text' | 'planned' | 'dependsOn' | 'group'>): MilestoneAddition | Problem {
  if (actor.coordinator && !actor.visitor) return { kind: 'add', change: addMilestone(facts, '') };
  const refused = may(actor, 'lead');
  if (refused !== undefined) return refused;
  return { kind: 'propose', proposed: { ...facts, group: groupProposing(actor, facts.group) ?? '' } };
}

/** The group for which the actor proposes, their first where none was chosen; undefined for a coordinator, who adds what stands at once. */
export function groupProposing({ coordinator, leads }: Actor, chosen: string | undefined): string | undefined {
  return coordinator ? undefined : (chosen ?? leads?.[0]);
}

/** Gives a proposed milestone the date that was meant, or refuses: while it waits, and for whoever proposed it. */
export function redateMilestoneProposal(actor: Actor, proposal: MilestoneProposal, when: When): MilestoneProposalDate | Problem {
  if (proposal.state !== 'waiting') return { code: 'proposal-decided', params: { id: proposal.id, state: proposal.state } };
  return proposal.member === actor.member ? { id: proposal.id, when } : { code: 'proposers-only', params: { id: proposal.id } };
}

export type MilestoneProposalDate = { readonly id: string; readonly when: When };

/** Why nothing can be done yet, or any more, with what stands in no plan. */
export function onlyProposed({ id, state }: MilestoneProposal): Problem {
  return state === 'waiting' ? { code: 'milestone-waits', params: { id } } : { code: 'proposal-decided', params: { id, state } };
}

/** A decision to be remembered, with its reason. */
export type MilestoneProposalDecision = { readonly id: string; readonly accepted: boolean; readonly why: string };

/** Decides on a proposed milestone, or refuses: once, and nobody on their own. */
export function decideMilestoneProposal(actor: Actor, proposal: MilestoneProposal, accepted: boolean, why: string): MilestoneProposalDecision | Problem {
  if (proposal.state !== 'waiting') return { code: 'proposal-decided', params: { id: proposal.id, state: proposal.state } };
  if (proposal.member === actor.member) return { code: 'own-proposal', params: { id: proposal.id } };
  return { id: proposal.id, accepted, why };
}
