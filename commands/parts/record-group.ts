import { groupCard } from '../../src/cards/groups.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Context, Options } from '../../src/chat/command.ts';
import type { Act } from '../../src/core/act.ts';
import { type Group, type GroupChange, mayRun } from '../../src/core/group.ts';
import { isProblem, type Problem } from '../../src/core/problem.ts';
import type { Recorded } from '../../src/core/record.ts';
import type { CommandName } from '../../src/text/words.ts';
import { type ChosenGroup, chosenGroup, type FoundGroup, isChosenGroup } from './which-group.ts';

type Recording = Pick<Context<Options, FoundGroup>, 'store' | 'sender' | 'by' | 'actor' | 'now' | 'zone' | 'words'>;

/** The group that is meant and at work, for its chair or a coordinator; a menu or a refusal otherwise. */
export function runGroup(
  facts: FoundGroup,
  command: CommandName,
  options: Parameters<typeof chosenGroup>[2],
  { actor, words }: Recording,
): ChosenGroup | Card | Problem {
  const found = chosenGroup(facts, command, options, words);
  return isChosenGroup(found) ? (mayRun(actor, found.group) ?? found) : found;
}

/** Remembers a decision about a group, and shows the group as it stands then. */
export async function recordGroup(context: Recording, change: GroupChange | Problem): Promise<Card | Problem> {
  if (isProblem(change)) return change;
  return showOutcome(context, change.id, await context.store.recordGroup({ ...change, asChair: !context.actor.coordinator }, context.by), change.act);
}

/** The group after an act, unless it was made from what no longer stands. */
export function showOutcome(context: Recording, id: string, recorded: Recorded<Group> | undefined, act: Act): Promise<Card | Problem> | Problem {
  return recorded?.kind === 'stale' ? { code: 'group-changed', params: { id } } : showRecorded(context, id, act);
}

/** The group after an act, with what it is. */
export async function showRecorded({ store, sender, actor, ...view }: Recording, id: string, act: Act): Promise<Card | Problem> {
  const { actor: reader, group, ...file } = await store.readGroup(sender, id);
  if (group === undefined) return { code: 'group-unknown', params: { said: id } };
  return { ...groupCard({ ...file, group }, { ...actor, ...reader }, view), title: view.words.group.recorded(id, view.words.acts[act]), tone: 'good' };
}
