import { milestoneCard, whichMilestoneCard } from '../../src/cards/milestone.ts';
import { milestoneProposalCard } from '../../src/cards/milestone-proposal.ts';
import type { View } from '../../src/cards/outlook.ts';
import type { Card } from '../../src/chat/card.ts';
import { type MilestoneChoice, menuSize } from '../../src/core/choice.ts';
import type { Actor } from '../../src/core/member.ts';
import type { Milestone } from '../../src/core/milestone.ts';
import { type MilestoneProposal, onlyProposed } from '../../src/core/milestone-proposal.ts';
import { isProblem, type Problem } from '../../src/core/problem.ts';
import type { ActorFacts, MilestoneHistory, Sender, Store } from '../../src/core/store.ts';
import { readPeriod } from '../../src/text/dates/read-when.ts';
import type { CommandName } from '../../src/text/words.ts';
import { readPlanPage } from './plan-page.ts';

type Options = { readonly [name: string]: string | undefined; readonly milestone?: string | undefined };

type Asked = { readonly store: Store; readonly sender: Sender; readonly now: Date; readonly options: Options };

/** The milestone that was named or is the only one to choose, or those that may be meant by what was typed. */
export type Found = { readonly actor: ActorFacts; readonly shown: MilestoneHistory; readonly candidates: readonly Milestone[] };

/** Finds the milestone that is meant in one trip: by its id, else among those that the choice offers. */
export function readWhich(choice: MilestoneChoice): (asked: Asked) => Promise<Found> {
  return async ({ store, sender, now, options: { milestone: said = '' } }) => {
    if (/^m\d+$/.test(said)) {
      const shown = await store.readMilestone(sender, said);
      return { actor: shown.actor, shown, candidates: [] };
    }
    const { milestones, ...shown } = await store.findMilestones(sender, said, now, menuSize, choice);
    return { actor: shown.actor, shown, candidates: milestones };
  };
}

/** The same, and by a date: those that the plan has then; where it has none, what fits the words. */
export async function readNamed(asked: Asked & Pick<Parameters<typeof readPlanPage>[0], 'reader'>): Promise<Found> {
  const { store, sender, now, reader, options } = asked;
  const said = options.milestone ?? '';
  const isDate = !/^m\d+$/.test(said) && 'period' in readPeriod(said, { ...reader, now, purpose: 'asking' });
  const { actor, page } = isDate ? await readPlanPage(asked, said, 0) : { actor: undefined, page: undefined };
  const dated = page === undefined || isProblem(page) ? [] : page.milestones;
  const [only] = dated;
  if (actor === undefined || only === undefined) return readWhich('all')(asked);
  const shown = dated.length === 1 ? await store.readMilestone(sender, only.id) : { actor, dependsOn: [], events: [] };
  return { actor, shown, candidates: dated };
}

/** The milestone that is meant, or the proposal of one, which whoever may decide on it can answer. */
export function showMilestone(facts: Found, options: Options, actor: Actor, view: View): Card | Problem {
  const { milestone, proposal } = facts.shown;
  if (milestone === undefined && proposal !== undefined)
    return milestoneProposalCard(proposal, actor.coordinator && proposal.member !== actor.member, view.words);
  const found = chosen(facts, 'milestone show', options, view);
  return isChosen(found) ? milestoneCard(found, actor, view) : found;
}

type Chosen = MilestoneHistory & { readonly milestone: Milestone };

/** The milestone that is meant; a menu where that is not clear, a refusal where nothing fits. */
export function chosen({ shown, candidates }: Found, command: CommandName, { milestone: said, ...others }: Options, view: View): Chosen | Card | Problem {
  if (shown.milestone !== undefined) return { ...shown, milestone: shown.milestone };
  if (shown.proposal !== undefined) return onlyProposed(shown.proposal);
  if (candidates.length > 0) return whichMilestoneCard(candidates, command, others, view);
  return said === undefined ? { code: 'no-milestone-for', params: { command } } : { code: 'milestone-unknown', params: { said } };
}

export function isChosen(value: Chosen | Card | Problem): value is Chosen {
  return 'milestone' in value;
}

/** A proposed milestone by its id, and whether it stands in the plan; without one, those that the sender can decide on. */
export type FoundProposed = { readonly actor: ActorFacts; readonly proposals: readonly MilestoneProposal[]; readonly stands: boolean };

export async function readWhichProposed({ store, sender, options: { milestone } }: Omit<Asked, 'now'>): Promise<FoundProposed> {
  if (milestone === undefined) return { ...(await store.readProposedMilestones(sender)), stands: false };
  const { actor, proposal, milestone: standing } = await store.readMilestone(sender, milestone);
  return { actor, proposals: proposal === undefined ? [] : [proposal], stands: standing !== undefined };
}

/** The proposed milestone that is meant; a menu of those that wait, or a refusal. */
export function chosenProposed(
  { proposals, stands }: FoundProposed,
  command: CommandName,
  said: string | undefined,
  view: View,
): MilestoneProposal | Card | Problem {
  const [only] = proposals;
  if (only !== undefined && proposals.length === 1) return only;
  if (proposals.length > 1) return whichMilestoneCard(proposals, command, {}, view);
  if (said === undefined) return { code: 'no-milestone-for', params: { command } };
  return stands ? { code: 'proposal-decided', params: { id: said, state: 'accepted' } } : { code: 'milestone-unknown', params: { said } };
}

export function isProposed(value: MilestoneProposal | Card | Problem): value is MilestoneProposal {
  return 'planned' in value;
}
