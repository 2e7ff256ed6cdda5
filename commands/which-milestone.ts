import { milestoneCard, whichMilestoneCard } from '../src/cards/milestone.ts';
import { proposalCard } from '../src/cards/milestone-proposal.ts';
import type { View } from '../src/cards/outlook.ts';
import type { Card } from '../src/chat/card.ts';
import type { Actor } from '../src/core/member.ts';
import type { Milestone } from '../src/core/milestone.ts';
import type { Problem } from '../src/core/problem.ts';
import type { ActorFacts, MilestoneHistory, Sender, Store } from '../src/core/store.ts';

/** What a menu shows on the platform that shows least. */
const menuSize = 25;

type Asked = { readonly store: Store; readonly sender: Sender; readonly now: Date; readonly options: { readonly milestone?: string | undefined } };

/** The milestone that was named, or those that may be meant by what was typed. */
export type Found = { readonly actor: ActorFacts; readonly shown?: MilestoneHistory; readonly candidates: readonly Milestone[] };

/** One trip: by id when an id was typed, else by the text. */
export async function readWhich({ store, sender, now, options }: Asked): Promise<Found> {
  const said = options.milestone ?? '';
  if (/^m\d+$/.test(said)) {
    const shown = await store.readMilestone(sender, said);
    return { actor: shown.actor, shown, candidates: [] };
  }
  const { actor, milestones } = await store.findMilestones(sender, said, now, menuSize);
  return { actor, candidates: milestones };
}

/** The milestone that is meant, or the proposal of one, which whoever may decide on it can answer. */
export function showMilestone(facts: Found, said: string | undefined, actor: Actor, view: View): Card | Problem {
  const { milestone, proposal } = facts.shown ?? {};
  if (milestone === undefined && proposal !== undefined) return proposalCard(proposal, actor.coordinator && proposal.member !== actor.member, view.words);
  const found = chosen(facts, 'milestone show', said, view);
  return isChosen(found) ? milestoneCard(found, actor, view) : found;
}

type Chosen = MilestoneHistory & { readonly milestone: Milestone };

/** The milestone that is meant; a menu where that is not clear, a refusal where nothing fits. */
export function chosen(facts: Found, command: string, said: string | undefined, view: View): Chosen | Card | Problem {
  const { shown, candidates } = facts;
  if (shown?.milestone !== undefined) return { ...shown, milestone: shown.milestone };
  if (candidates.length > 0) return whichMilestoneCard(candidates, command, {}, view);
  return { code: 'milestone-unknown', params: { said: said ?? '' } };
}

export function isChosen(value: Chosen | Card | Problem): value is Chosen {
  return 'milestone' in value;
}
