import { type Act, act, type Block, type Button, type Card, card, type Fact, type Item, paragraph, quoted } from '../chat/card.ts';
import { type Group, type GroupMove, groupTable, mayAppoint, mayChair, mayMoveGroup, roleIn, speaksFor } from '../core/group.ts';
import type { Actor, Member } from '../core/member.ts';
import { askedBy, memberRoles } from '../core/membership.ts';
import type { GroupFile, GroupOverview } from '../core/store-groups.ts';
import type { Update } from '../core/update.ts';
import type { Words } from '../text/words.ts';
import { outcomeBlocks } from './closing.ts';
import { historyBlocks, historyButtons } from './event-lines.ts';
import { askedLine } from './group-lines.ts';
import { belongingButtons, countLine, mineLine, offerButtons } from './membership.ts';
import { headline } from './milestone-lines.ts';
import type { View } from './outlook.ts';
import { askButtons, noteBlocks, packButton, recallButton } from './pack.ts';
import { pageButtons, pageNote } from './pages.ts';
import { leadsLine, mentionsOf } from './people-lines.ts';
import { firstLine, showUpdateButton, updatesButton } from './update-lines.ts';
import { sayWeek, weekNumber } from './week-lines.ts';

/** A page of the groups. */
export type GroupsShown = { readonly groups: readonly GroupOverview[]; readonly skip: number; readonly size: number; readonly total: number };

/** The working groups, each with its state and its latest update. */
export function groupsCard({ groups, skip, size, total }: GroupsShown, words: Words): Card {
  const more = skip + groups.length < total;
  const list: Block = { kind: 'list', items: groups.map((one) => groupItem(one, words)) };
  return card(words, {
    title: words.group.title,
    blocks: groups.length === 0 ? [paragraph(words.group.none)] : [list, ...pageNote({ skip, shown: groups.length, total }, words)],
    buttons: pageButtons({ skip, size, more }, { command: 'groups', options: {} }, words.surface),
  });
}

function groupItem({ group, last, people }: GroupOverview, words: Words): Item {
  const members = memberRoles.reduce((sum, role) => sum + people[role], group.leads.length);
  const facts = [
    ...(group.state === 'active' ? [] : [words.group.states[group.state]]),
    ...(members === 0 ? [] : [words.group.members(members)]),
    lastWords(last, words),
  ];
  return {
    text: [{ kind: 'bold', text: `${group.id} · ${group.name}` }, ` · ${facts.join(' · ')}`],
    button: act(words.group.show(group.id), 'group', { group: group.id }),
  };
}

function lastWords(last: Update | undefined, { update, group, surface }: Words): string {
  return last === undefined ? update.none : `${surface.labelled(group.last(update.week(weekNumber(last.week))))} ${update.statuses[last.status]}`;
}

export type GroupShown = Omit<GroupFile, 'actor' | 'group'> & { readonly group: Group };

/** One group: what it is for, who speaks for it, when it is asked, what it told last, and what the reader may do. */
export function groupCard(shown: GroupShown, actor: Actor, view: View): Card {
  const { group, last, events, chairNote } = shown;
  const { words } = view;
  return card(words, {
    title: `${group.id} · ${group.name}`,
    blocks: [
      ...(group.charter === undefined ? [] : [{ kind: 'quote', text: group.charter } as const]),
      { kind: 'facts', facts: groupFacts(shown, actor, view) },
      ...wakeBlocks(group, actor, words),
      ...noteBlocks(chairNote, words),
      ...(group.state === 'concluded' ? outcomeBlocks(events, words) : helpWanted(last, words)),
      ...historyBlocks(events, { heading: words.group.history, people: !actor.visitor }, words),
      ...moreMenu(group, actor, words),
    ],
    buttons: groupButtons(shown, actor, words),
  });
}

function groupFacts({ group, last, people, mine, chairAsked, chairOffers, milestones }: GroupShown, actor: Actor, view: View): readonly Fact[] {
  const { words } = view;
  const { group: said, membership } = words;
  const own = chairAsked ? membership.mineChairAsked : mineLine(mine, words);
  return [
    { label: said.state, value: [said.states[group.state]] },
    ...(group.state === 'concluded' ? [] : speaking(group, words)),
    { label: membership.people, value: [countLine(group, people, words)] },
    ...askedFacts(askedBy(actor, chairOffers), words),
    ...(own === undefined ? [] : [{ label: membership.mine, value: [own] }]),
    ...(group.state === 'concluded' ? [] : running(group, last, view)),
    ...(milestones.length === 0
      ? []
      : [{ label: group.state === 'concluded' ? membership.staysOpen : membership.milestones, value: [milestonesLine(milestones)] }]),
    {
      label: said.lastUpdate,
      value: last === undefined ? [words.update.none] : [`${words.surface.labelled(sayWeek(last.week, words))} ${firstLine(last, 100, words)} · ${last.id}`],
    },
  ];
}

/** Whom the reader has asked to take over. */
function askedFacts(asked: readonly Member[], words: Words): readonly Fact[] {
  const named = mentionsOf(asked, words);
  return named.length === 0 ? [] : [{ label: words.membership.askedToTakeOver, value: named }];
}

function speaking(group: Group, words: Words): readonly Fact[] {
  return [
    { label: words.group.chair, value: leadsLine(group, 'chair', words) },
    { label: words.group.deputy, value: leadsLine(group, 'deputy', words) },
  ];
}

function milestonesLine(milestones: GroupShown['milestones']): string {
  const lines = milestones.slice(0, 3).map(({ id, text }) => `${id} · ${headline(text, 80)}`);
  return [...lines, ...(milestones.length > 3 ? ['…'] : [])].join('; ');
}

/** What is true of a group while it works. */
function running(group: Group, last: Update | undefined, view: View): readonly Fact[] {
  const { group: said, membership } = view.words;
  return [
    { label: membership.joining, value: [membership.joinings[group.joining]] },
    { label: said.asked, value: askedLine(group, last === undefined ? [] : [last.week], view) },
    { label: said.channel, value: [group.channel === undefined ? said.noChannel : said.channelOf(group.channel.channel, group.channel.space)] },
  ];
}

/** To whoever speaks for a group that rests, and cannot wake it. */
export function wakeBlocks(group: Group, actor: Actor, { membership }: Words): readonly Block[] {
  const asks = group.state === 'dormant' && roleIn(actor, group) !== undefined && mayMoveGroup(actor, group, 'wake') !== undefined;
  return asks ? [paragraph(membership.whoWakes)] : [];
}

function helpWanted(last: Update | undefined, { update }: Words): readonly Block[] {
  return quoted(update.help, last?.help);
}

/** What people come for; the rest of what they may do stands in a menu. */
function groupButtons({ group, last, mine, chairAsked, chairOffers, events }: GroupShown, actor: Actor, words: Words): readonly Button[] {
  const { id, state } = group;
  const writes = speaksFor(actor, group) && state === 'active';
  return [
    ...(chairAsked ? [...askButtons(group, words), packButton(group, words)] : []),
    ...(writes ? [act(words.notices.write, 'update', { group: id }, 'primary'), act(words.notices.nothingNew, 'update nothing', { group: id })] : []),
    ...moveButtons(group, actor, backMoves, words).map((button) => ({ ...button, style: 'primary' }) as const),
    ...(askedBy(actor, chairOffers).length === 0 ? [] : [recallButton(group, words)]),
    ...belongingButtons(group, mine, actor, words),
    ...(chairAsked ? [] : offerButtons(group, actor, words)),
    ...(actor.visitor ? [] : [act(words.membership.showPeople, 'group people', { group: id })]),
    updatesButton(id, words),
    ...(last === undefined ? [] : [showUpdateButton(last.id, words)]),
    ...historyButtons(id, events, words),
  ];
}

/** What is done rarely, by those who may. */
function moreMenu(group: Group, actor: Actor, words: Words): readonly Block[] {
  const settings = mayChair(actor, group) === undefined ? settingButtons(group, words) : [];
  const ended = group.state === 'concluded';
  const rare = ended ? [] : [...settings, ...officeButtons(group, actor, words), ...moveButtons(group, actor, otherMoves, words)];
  return rare.length === 0 ? [] : [{ kind: 'menu', label: words.group.more, choices: rare.map(({ label, invoke }) => ({ label, invoke })) }];
}

function settingButtons({ id }: Group, { group: said }: Words): readonly Act[] {
  return [act(said.settings, 'group settings', { group: id }), act(said.useChannel, 'group channel', { group: id })];
}

function officeButtons(group: Group, actor: Actor, { group: said }: Words): readonly Act[] {
  const { id } = group;
  return [
    ...(mayAppoint(actor, group, { account: '', role: 'deputy' }) === undefined ? [act(said.appoint, 'group appoint', { group: id })] : []),
    ...(group.leads.length > 0 && actor.coordinator ? [act(said.dismiss, 'group dismiss', { group: id })] : []),
    ...(roleIn(actor, group) === undefined ? [] : [act(said.stepDown, 'group dismiss', { group: id, person: actor.account })]),
  ];
}

/** The ways back to work, which whoever may take them probably came for. */
const backMoves = ['resume', 'wake'] as const;
const otherMoves = ['pause', 'rest', 'conclude'] as const;

/** The moves that the table knows from where the group stands, for whoever may make them. */
function moveButtons(group: Group, actor: Actor, moves: readonly Exclude<GroupMove, 'begin'>[], { group: said, membership }: Words): readonly Act[] {
  const labels = { pause: said.pause, resume: said.resume, rest: membership.rest, wake: membership.wake, conclude: membership.conclude };
  return moves
    .filter((move) => groupTable[group.state][move] !== undefined && mayMoveGroup(actor, group, move) === undefined)
    .map((move) => act(labels[move], `group ${move}`, { group: group.id }));
}
