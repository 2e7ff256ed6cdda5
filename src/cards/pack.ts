import { act, type Block, type Button, type Card, card, type Item, paragraph, quoted } from '../chat/card.ts';
import type { Form } from '../chat/form.ts';
import type { Group } from '../core/group.ts';
import type { Member } from '../core/member.ts';
import { memberRoles } from '../core/membership.ts';
import { type Milestone, whenOf } from '../core/milestone.ts';
import type { Pack } from '../core/store-memberships.ts';
import type { Update } from '../core/update.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';
import { askedLine } from './group-lines.ts';
import { showGroupButton } from './membership.ts';
import { headline } from './milestone-lines.ts';
import type { View } from './outlook.ts';
import { exactly, leadsLine, mentionsOf } from './people-lines.ts';
import { firstLine, named } from './update-lines.ts';
import { sayWeek } from './week-lines.ts';

/** What a new chair needs to know, made from the record, with what the chair before wrote for them where they are the reader. */
export function packCard(pack: Pack, note: string, asked: boolean, view: View): Card {
  const { group } = pack;
  const { words } = view;
  return card(words, {
    title: words.membership.packTitle(group.id),
    blocks: packBlocks(pack, note, view),
    buttons: [...(asked ? askButtons(group, words) : []), showGroupButton(group, words)],
  });
}

/** The answers of whoever is asked to chair a group. */
export function askButtons({ id }: Pick<Group, 'id'>, { membership }: Words): readonly Button[] {
  return [act(membership.accept, 'group chair', { group: id }, 'primary'), act(membership.refuse, 'group decline', { group: id })];
}

/** The way to the pack for whoever may read it. */
export function packButton({ id }: Pick<Group, 'id'>, { membership }: Words): Button {
  return act(membership.showPack, 'group pack', { group: id });
}

/** What the chair who asks somebody to take over wrote for them. */
export function noteBlocks(note: string | undefined, { membership }: Words): readonly Block[] {
  return quoted(membership.packNote, note);
}

/** The pack itself: promises, updates, dates, help asked for, people. */
export function packBlocks({ group, updates, milestones, people, others }: Pack, note: string, view: View): readonly Block[] {
  const { words } = view;
  const { membership: said } = words;
  const [last] = updates;
  const told = updates.map(({ week }) => week);
  return [
    named(group),
    ...noteBlocks(note, words),
    ...part(
      said.promises,
      milestones.map((one) => ({ text: [promise(one, words)] })),
      said.noPromises,
    ),
    ...quoted(said.planned, last?.next),
    { kind: 'heading', text: said.nextDates },
    paragraph(...askedLine(group, told, view)),
    ...part(
      said.helpAsked,
      updates.flatMap((update) => helpItem(update, words)),
      said.noHelp,
    ),
    ...part(
      said.lastUpdates,
      updates.map((update) => ({ text: [`${words.surface.labelled(`${update.id} · ${sayWeek(update.week, words)}`)} ${firstLine(update, 200, words)}`] })),
      said.noUpdates,
    ),
    ...part(said.groupPeople, [...peopleItems(group, people, words), ...(others > 0 ? [{ text: [words.digest.more(others)] }] : [])], said.nobody),
  ];
}

function part(title: string, items: readonly Item[], none: string): readonly Block[] {
  return [{ kind: 'heading', text: title }, items.length === 0 ? paragraph(none) : { kind: 'list', items }];
}

function promise(milestone: Milestone, { language }: Words): string {
  return `${milestone.id} · ${sayWhen(whenOf(milestone), language)} · ${headline(milestone.text, 120)}`;
}

function helpItem({ week, help = '' }: Update, words: Words): readonly Item[] {
  return help === '' ? [] : [{ text: [`${words.surface.labelled(sayWeek(week, words))} ${headline(help, 200)}`] }];
}

/** One line for each role that somebody has. */
function peopleItems(group: Group, people: Pack['people'], words: Words): readonly Item[] {
  const { membership: said } = words;
  const lines = memberRoles.map((role) => ({ role, named: people.filter((one) => one.role === role).map(({ member }) => member) }));
  const named = lines
    .filter((line) => line.named.length > 0)
    .map((line): Item => ({ text: [`${words.surface.labelled(said.roles[line.role])} `, ...mentionsOf(line.named, words)] }));
  return [
    { text: [`${words.surface.labelled(said.roles.chair)} `, ...leadsLine(group, 'chair', words)] },
    { text: [`${words.surface.labelled(said.roles.deputy)} `, ...leadsLine(group, 'deputy', words)] },
    ...named,
  ];
}

/** Takes back the question of a chair who hands over. */
export function recallButton({ id }: Pick<Group, 'id'>, { membership }: Words): Button {
  return act(membership.recall, 'group recall', { group: id });
}

/** Asks who takes over, and what they should know. */
export function handOverForm({ id }: Pick<Group, 'id'>, words: Words): Form {
  const { membership: said } = words;
  return {
    kind: 'form',
    language: words.language,
    title: said.handOverTitle(id),
    submit: said.handOverSubmit,
    invoke: { command: 'handover', options: { group: id } },
    fields: [
      { kind: 'person', name: 'person', label: said.successor, hint: said.successorHint, required: true },
      { kind: 'text', name: 'note', label: said.note, hint: said.noteHint, required: false, limit: 1500 },
    ],
  };
}

/** Says who is asked, who is not any more (`before`), and that the chair stays until they accept. */
export function handedOverCard(group: Group, account: string, before: readonly Member[], words: Words): Card {
  const { membership: said } = words;
  const others = before.filter(({ accounts }) => !accounts.includes(account));
  return card(words, {
    title: said.handedOver(group.id),
    tone: 'good',
    blocks: [
      paragraph(...exactly({ accounts: [account] }, words)),
      ...(others.length === 0 ? [] : [paragraph(...mentionsOf(others, words), ` ${said.askedNoMore(others.length)}`)]),
      paragraph(said.handedOverText),
    ],
    buttons: [recallButton(group, words), packButton(group, words), showGroupButton(group, words)],
  });
}
