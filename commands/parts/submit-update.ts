import { recordedUpdateCard, standingUpdate } from '../../src/cards/update.ts';
import { updateForm } from '../../src/cards/update-form.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Context, Options, ShownProblem } from '../../src/chat/command.ts';
import { isProblem, type Problem } from '../../src/core/problem.ts';
import type { DesksFacts } from '../../src/core/store-groups.ts';
import { recordUpdate, type UpdateFacts } from '../../src/core/update.ts';
import type { Place } from './update-place.ts';

type Recording = Pick<Context<Options, DesksFacts>, 'actor' | 'facts' | 'store' | 'by' | 'now' | 'words'>;

/**
 * Remembers an update made from a revision, 0 being none, and shows it. Where another revision stands by now nothing is written over: it is
 * shown instead. That is the store's to find out, since it alone knows an act that was sent twice.
 */
export async function submitUpdate(
  { group, week, standing }: Place,
  told: UpdateFacts,
  revision: number,
  recording: Recording,
): Promise<Card | Problem | ShownProblem> {
  const { actor, facts, store, by, now, words } = recording;
  const change = recordUpdate(group, actor, week, standing, told, now);
  if (isProblem(change)) return change;
  const recorded = await store.recordUpdate({ ...change, revision, asLead: !actor.coordinator }, by);
  if (recorded.kind === 'dismissed') return { code: 'leads-only', params: { id: group.id } };
  if (recorded.kind === 'concluded') return { code: 'group-stands', params: { id: group.id, state: recorded.value.state } };
  const { value } = recorded;
  if (recorded.kind === 'recorded') return recordedUpdateCard(value, group, words);
  return standingUpdate(value, group, updateForm({ group, week, standing: value, milestones: facts.milestones }, words, now), words);
}
