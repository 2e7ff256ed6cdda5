import { recordedUpdateCard, standingUpdate } from '../src/cards/update.ts';
import type { Card } from '../src/chat/card.ts';
import type { Context, Options, ShownProblem } from '../src/chat/command.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import type { DesksFacts } from '../src/core/store-groups.ts';
import { recordUpdate, type UpdateFacts } from '../src/core/update.ts';
import type { Place } from './update-place.ts';

type Recording = Pick<Context<Options, DesksFacts>, 'actor' | 'store' | 'by' | 'now' | 'words'>;

/**
 * Remembers an update made from a revision, 0 being none, and shows it. Where another revision stands by now nothing is written over: it is
 * shown instead. That is the store's to find out, since it alone knows an act that was sent twice.
 */
export async function record(
  { group, week, standing }: Place,
  facts: UpdateFacts,
  revision: number,
  recording: Recording,
): Promise<Card | Problem | ShownProblem> {
  const { actor, store, by, now, words } = recording;
  const change = recordUpdate(group, actor, week, standing, facts, now);
  if (isProblem(change)) return change;
  const recorded = await store.recordUpdate({ ...change, revision }, by);
  if (recorded.kind === 'concluded') return { code: 'group-stands', params: { id: group.id, state: recorded.value.state } };
  return recorded.kind === 'stale' ? standingUpdate(recorded.value, group, words) : recordedUpdateCard(recorded.value, group, words);
}
