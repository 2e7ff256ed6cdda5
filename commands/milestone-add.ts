import { z } from 'zod';
import { milestoneForm, newMilestoneForm, noGroup } from '../src/cards/milestone-forms.ts';
import { proposedCard } from '../src/cards/milestone-proposal.ts';
import type { Card } from '../src/chat/card.ts';
import { type Context, type FieldProblem, formCommand, type Options } from '../src/chat/command.ts';
import { type Entries, isFieldProblem, readEntries } from '../src/chat/entries.ts';
import { textOption, wordOption } from '../src/chat/option.ts';
import { groupChoices, menuSize } from '../src/core/choice.ts';
import { type Actor, may } from '../src/core/member.ts';
import { byCoordinator } from '../src/core/milestone.ts';
import { addOrPropose, groupProposing, type MilestoneProposalFacts } from '../src/core/milestone-proposal.ts';
import { isProblem, type Problem } from '../src/core/problem.ts';
import type { GroupFile, GroupsFound } from '../src/core/store-groups.ts';
import { findDate } from '../src/text/dates/read-when.ts';
import { dependsOnNone, enterIds, enterWhen, notes, recordMilestone, type TypedWhen } from './parts/milestone-form.ts';

type Adding = Context<Options, GroupFile & GroupsFound>;

export default formCommand({
  name: 'milestone add',
  permission: 'lead',
  options: z.object({ when: wordOption(), text: textOption(2000) }),
  opens: () => 'form',
  read: ({ store, sender }) => store.findGroups(sender, '', menuSize, groupChoices.lead),
  form({ facts, options, words, now, reader, actor }) {
    const refused = may(actor, 'lead');
    if (refused !== undefined) return refused;
    const typed = [options.when, options.text].filter(Boolean).join(' ');
    const date = findDate(typed, { ...reader, now, purpose: 'adding' });
    const text = date === undefined ? typed : `${typed.slice(0, date.start).trimEnd()} ${typed.slice(date.end).trimStart()}`.trim();
    return newMilestoneForm(facts.groups, actor.coordinator, words, { when: date?.said, text: text === '' ? undefined : text });
  },
  blank: (words, options) => milestoneForm('add', words, undefined, options, true),
  async submit(context) {
    const { words, fields, facts, actor } = context;
    const entries = readEntries(newMilestoneForm(facts.groups, actor.coordinator, words, {}), fields);
    if (isFieldProblem(entries)) return entries;
    const { when = '', text = '', source, 'depends-on': ids = '' } = entries;
    const group = chosenGroup(entries);
    const typed = enterWhen(when, 'when', source || usualSource(actor, group), context);
    if (isFieldProblem(typed)) return typed;
    const dependsOn = enterIds(ids);
    if (dependsOn === undefined) return { field: 'depends-on', problem: { code: 'field-invalid', params: { field: words.milestone.fields.dependsOn } } };
    const addition = addOrPropose(actor, { text, planned: typed.announced, dependsOn, ...(group !== undefined && { group }) });
    if (isProblem(addition)) return addition;
    return addition.kind === 'add' ? recordMilestone(context, addition.change, typed) : propose(context, addition.proposed, typed);
  },
});

/** Lets a milestone wait for a coordinator, and says how its date was understood. */
async function propose(
  { store, by, words }: Pick<Adding, 'store' | 'by' | 'words'>,
  facts: MilestoneProposalFacts,
  typed: TypedWhen,
): Promise<Card | Problem | FieldProblem> {
  const proposed = await store.proposeMilestone(facts, by);
  if (proposed.kind === 'missing') return dependsOnNone(proposed.missing);
  const { kind, value } = proposed;
  return kind === 'stale' ? { code: 'milestone-changed', params: { id: value.id } } : proposedCard(value, notes(typed, words), typed.other, words);
}

/** Undefined where nothing was chosen, or no group. */
function chosenGroup({ group = '' }: Entries): string | undefined {
  return group === '' || group === noGroup ? undefined : group;
}

/** What a coordinator adds stands at once; what others propose comes from their group, also once it is accepted. */
function usualSource(actor: Actor, chosen: string | undefined): string {
  return groupProposing(actor, chosen) ?? byCoordinator;
}
