import { act, type Block, type Card, card, type Item, note, paragraph, quoted } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import { type Group, groupActs, readClosing } from '../core/group.ts';
import type { Event } from '../core/store.ts';
import type { GroupFile } from '../core/store-groups.ts';
import type { Words } from '../text/words.ts';
import { showGroupButton } from './membership.ts';
import { showButton } from './milestone-lines.ts';
import { named } from './update-lines.ts';
import { sayWeek } from './week-lines.ts';

export type Closing = Pick<GroupFile, 'milestones' | 'proposed' | 'chairOffers' | 'last' | 'people'> & { readonly group: Group };

/** What is still open before a group is concluded, from the record, and the way on. */
export function closingCard(closing: Closing, words: Words): Card {
  const { group, milestones } = closing;
  const { membership: said } = words;
  const go = act(said.closingGo, 'group conclude', { group: group.id, step: 'form' }, 'danger');
  return card(words, {
    title: said.closingTitle(group.id),
    blocks: [named(group), { kind: 'list', items: checklist(closing, words) }, note(said.closingText)],
    buttons: [go, ...milestones.slice(0, 5).map(({ id }) => showButton(id, words)), showGroupButton(group, words)],
  });
}

/** One line for each thing to look at: done, or open. */
function checklist(closing: Closing, words: Words): readonly Item[] {
  const { milestones, last } = closing;
  const { check } = words.membership;
  const open = unanswered(closing, words);
  return [
    item(milestones.length === 0, milestones.length === 0 ? check.noMilestones : check.milestones(words.list(milestones.map(({ id }) => id)))),
    last === undefined ? item(false, check.noUpdate) : item(true, check.lastUpdate(sayWeek(last.week, words))),
    item(last?.help === undefined, last?.help === undefined ? check.noHelp : check.help),
    ...(open.length === 0 ? [item(true, check.noneAsked)] : open.map((text) => item(false, text))),
  ];
}

function item(done: boolean, text: string): Item {
  return { text: [done ? '✓ ' : '○ ', text] };
}

/** Who waits for an answer, and what: whoever asks to join, the group that asks for a chair, a chair who proposes a milestone. */
function unanswered({ people, chairOffers, proposed }: Closing, { membership: { check, waiting }, list }: Words): readonly string[] {
  return [
    ...(people.asked === 0 ? [] : [check.asked(waiting(people.asked))]),
    ...(chairOffers.length === 0 ? [] : [check.chairAsked(chairOffers.length)]),
    ...(proposed.length === 0 ? [] : [check.proposed(list(proposed))]),
  ];
}

/** Asks what came of a group; what stays open has to be said while a milestone of it has no outcome. */
export function closingForm({ group, milestones }: Pick<Closing, 'group' | 'milestones'>, words: Words): Form {
  const { membership: said } = words;
  return {
    kind: 'form',
    language: words.language,
    title: said.closingForm(group.id),
    submit: said.conclude,
    invoke: { command: 'group conclude', options: { group: group.id, step: 'form' } },
    fields: [
      { kind: 'text', name: 'outcome', label: said.outcome, hint: said.outcomeHint, required: true, limit: 1500 },
      { kind: 'text', name: 'left', label: said.leftOpen, hint: said.leftOpenHint, required: milestones.length > 0, limit: 1000 },
    ],
  };
}

/** Asks why a group is put to rest. */
export function restForm(group: Group, words: Words): Form {
  const { membership: said } = words;
  return {
    kind: 'form',
    language: words.language,
    title: said.restTitle(group.id),
    submit: said.restSubmit,
    invoke: { command: 'group rest', options: { group: group.id } },
    fields: [{ kind: 'text', name: 'why', label: said.restWhy, hint: said.restHint, required: true, limit: 500 }],
  };
}

/** What came of a group that is concluded, as its history tells. */
export function outcomeBlocks(events: readonly Event[], { milestone }: Words): readonly Block[] {
  const { outcome } = readClosing(events.find(({ act }) => act === groupActs.conclude)?.why ?? '');
  return quoted(milestone.fields.outcome, outcome);
}

/** Says that a group is concluded, what came of it and what stays open. */
export function concludedBlocks(why: string, words: Words): readonly Block[] {
  const { outcome, left } = readClosing(why);
  return [{ kind: 'quote', text: outcome }, ...quoted(words.membership.staysOpen, left), paragraph(words.membership.concludedText)];
}
