import { act, type Inline, type Item } from '../chat/card.ts';
import type { Group } from '../core/group.ts';
import type { HomeFacts } from '../core/store.ts';
import type { UpdateDesk } from '../core/store-groups.ts';
import type { Link } from '../core/store-people.ts';
import { weekOwed } from '../core/update.ts';
import { type Week, weekName } from '../core/week.ts';
import type { Words } from '../text/words.ts';
import type { View } from './outlook.ts';
import { exactly } from './people-lines.ts';
import { nameOf } from './update-lines.ts';
import { weekNumber } from './week-lines.ts';

/** How many more proposals there are, with the way to all of them; nothing where none is left out. */
export function moreItems(more: number, { digest, proposal }: Words): readonly Item[] {
  return more > 0 ? [{ text: [digest.more(more)], button: act(proposal.title, 'proposals') }] : [];
}

/** Asks whether another account is the reader's own. */
export function linkItem({ enterer }: Link, words: Words): Item {
  const { link: said, milestoneProposal } = words;
  return { text: [`${said.askTitle} `, ...exactly({ accounts: [enterer] }, words)], button: act(milestoneProposal.look, 'me link') };
}

/** What groups ask of the reader: to be their chair, and whether somebody may join. */
export function askedItems(
  { chairAsked, joinAsked }: Pick<HomeFacts, 'chairAsked' | 'joinAsked'>,
  { proposal, membership, group, surface }: Words,
): readonly Item[] {
  return [
    ...chairAsked.map(({ id, name }) => ({ text: [proposal.chairTitle(`${id} · ${name}`)], button: act(group.show(id), 'group', { group: id }) })),
    ...joinAsked.map(({ id, name, number }) => ({
      text: [`${surface.labelled(`${id} · ${name}`)} ${membership.waiting(number)}`],
      button: act(membership.showPeople, 'group people', { group: id }),
    })),
  ];
}

/** The updates that are owed by groups for which the reader speaks, each with the way to write it. */
export function owedItems(desks: readonly UpdateDesk[], { now, words }: View): readonly Item[] {
  return desks.flatMap((desk) => {
    const owed = owedBy(desk, now);
    return owed === undefined ? [] : [owedItem(desk, owed, words)];
  });
}

function owedBy({ group, recent }: UpdateDesk, now: Date): Week | undefined {
  const told = recent.map(({ week }) => week);
  return group.state === 'active' ? weekOwed(group, told, now) : undefined;
}

function owedItem({ group }: UpdateDesk, owed: Week, words: Words): Item {
  const button = act(words.notices.write, 'update', { group: group.id, week: weekName(owed) });
  return { text: [nameIn(group), ` · ${words.home.owed(words.update.week(weekNumber(owed)))}`], button };
}

/** A group for which the reader speaks, with the update that it owes, if it owes one. */
export function deskItem(desk: UpdateDesk, { now, words }: View): Item {
  const { group, recent } = desk;
  const owed = owedBy(desk, now);
  if (owed !== undefined) return owedItem(desk, owed, words);
  const [last] = recent;
  const told = last === undefined ? '' : ` · ${words.home.told(words.update.week(weekNumber(last.week)))}`;
  const about = group.state === 'active' ? told : ` · ${words.group.states[group.state]}`;
  return { text: [nameIn(group), about], button: act(words.group.show(group.id), 'group', { group: group.id }) };
}

function nameIn(group: Group): Inline {
  return { kind: 'bold', text: `${group.id} · ${nameOf(group)}` };
}
