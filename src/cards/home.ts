import type { Block, Button, Card, Item } from '../chat/card.ts';
import type { Belonging } from '../core/membership.ts';
import type { Outlook } from '../core/milestone.ts';
import type { HomeFacts, SpaceFacts } from '../core/store.ts';
import type { UpdateDesk } from '../core/store-groups.ts';
import { weekOwed } from '../core/update.ts';
import { weekName } from '../core/week.ts';
import type { Words } from '../text/words.ts';
import { headline } from './milestone-lines.ts';
import { newsItem } from './news.ts';
import { outlookBlocks, type View } from './outlook.ts';
import { abandonedItem, proposalItem } from './proposals.ts';
import { nameOf } from './update-lines.ts';
import { weekNumber } from './week-lines.ts';

/** What stands in a home beside what comes next. */
type Home = Omit<HomeFacts, 'actor' | 'milestones' | 'missing'>;

function act(label: string, command: string, options: Readonly<Record<string, string>> = {}): Button {
  return { kind: 'act', label, invoke: { command, options } };
}

/** A short personal home: what is next, the reader's groups, what waits for them, three buttons. */
export function homeCard(outlook: Outlook, home: Home, view: View & { readonly real: Date }): Card {
  const { words } = view;
  return {
    kind: 'card',
    language: words.language,
    title: words.home.title,
    tone: 'plain',
    blocks: [
      ...outlookBlocks(outlook, view),
      ...part(words.home.groups, [...home.desks.map((desk) => deskItem(desk, view)), ...home.memberships.map((one) => belongingItem(one, words))]),
      ...part(words.home.waits, [
        ...linkItems(home, view),
        ...askedItems(home, words),
        ...home.changesAsked.map((one) => proposalItem(one, false, view)),
        ...leadershipItems(home, view),
      ]),
      ...part(
        words.home.news,
        home.news.flatMap((notice) => newsItem(notice, words) ?? []),
      ),
    ],
    buttons: [act(words.home.timeline, 'timeline'), act(words.home.me, 'me'), act(words.help.all, 'help')],
    audience: 'asker',
  };
}

/** Nothing where there is nothing. */
function part(heading: string, items: readonly Item[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items },
  ];
}

function belongingItem({ id, name, role, state }: Belonging, { membership, group }: Words): Item {
  const as = state === 'asked' ? membership.mineAsked(membership.roles[role]) : membership.roles[role];
  return { text: [{ kind: 'bold', text: `${id} · ${name}` }, ` · ${as}`], button: act(group.show(id), 'group', { group: id }) };
}

function linkItems({ link }: Home, { words: { link: said, milestoneProposal }, real }: View & { readonly real: Date }): readonly Item[] {
  if (link === undefined || link.until <= real) return [];
  return [{ text: [`${said.askTitle} `, { kind: 'mention', account: link.enterer }], button: act(milestoneProposal.look, 'me link') }];
}

/** What groups ask of the reader: to be their chair, and whether somebody may join. */
function askedItems({ chairAsked, joinAsked }: Home, { proposal, membership, group, surface }: Words): readonly Item[] {
  return [
    ...chairAsked.map(({ id, name }) => ({ text: [proposal.chairTitle(`${id} · ${name}`)], button: act(group.show(id), 'group', { group: id }) })),
    ...joinAsked.map(({ id, name, number }) => ({
      text: [`${surface.labelled(`${id} · ${name}`)} ${membership.waiting(number)}`],
      button: act(membership.showPeople, 'group people', { group: id }),
    })),
  ];
}

/** A group for which the reader speaks, with the update that it owes, if it owes one. */
function deskItem({ group, recent }: UpdateDesk, { now, words }: View): Item {
  const name = { kind: 'bold', text: `${group.id} · ${nameOf(group)}` } as const;
  const show = act(words.group.show(group.id), 'group', { group: group.id });
  if (group.state !== 'active') return { text: [name, ` · ${words.group.states[group.state]}`], button: show };
  const owed = weekOwed(
    group,
    recent.map(({ week }) => week),
    now,
  );
  const [last] = recent;
  if (owed === undefined) return { text: [name, last === undefined ? '' : ` · ${words.home.told(words.update.week(weekNumber(last.week)))}`], button: show };
  const write = act(words.notices.write, 'update', { group: group.id, week: weekName(owed) });
  return { text: [name, ` · ${words.home.owed(words.update.week(weekNumber(owed)))}`], button: write };
}

/** Spaces that ask to be accepted, under the heading that a home has; nothing when none does. */
export function waitingSpaces(spaces: readonly SpaceFacts[], words: Words): readonly Block[] {
  return part(words.home.waits, spaceItems(spaces, words));
}

function spaceItems(spaces: readonly SpaceFacts[], { home }: Words): readonly Item[] {
  return spaces.map(({ key }) => ({ text: [home.spaceWaits(key)], button: act(home.accept, 'here accept', { space: key }) }));
}

/** What waits for a coordinator, each with its button. */
function leadershipItems({ waitingSpaces: spaces, proposed, waitingProposals, chairless }: Home, view: View): readonly Item[] {
  const { words } = view;
  return [
    ...spaceItems(spaces, words),
    ...proposed.map(({ id, text }) => ({
      text: [words.milestoneProposal.waits(id, headline(text, 90))],
      button: act(words.milestoneProposal.look, 'milestone show', { milestone: id }),
    })),
    ...waitingProposals.map((one) => (one.proposal.state === 'proposed' ? proposalItem(one, true, view) : abandonedItem(one, view))),
    ...chairlessItem(chairless, words),
  ];
}

function chairlessItem(groups: Home['chairless'], { membership, list }: Words): readonly Item[] {
  if (groups.length === 0) return [];
  return [{ text: [membership.chairless(list(groups.map(({ id }) => id)))], button: act(membership.allGroups, 'groups') }];
}
