import type { Block, Button, Card, Item } from '../chat/card.ts';
import type { Outlook } from '../core/milestone.ts';
import type { MilestoneProposal } from '../core/milestone-proposal.ts';
import type { HomeFacts, SpaceFacts } from '../core/store.ts';
import type { UpdateDesk } from '../core/store-groups.ts';
import type { ProposalOverview } from '../core/store-proposals.ts';
import { weekOwed } from '../core/update.ts';
import { weekName } from '../core/week.ts';
import { headline } from './milestone-lines.ts';
import { outlookBlocks, type View } from './outlook.ts';
import { proposalItem } from './proposals.ts';
import { nameOf } from './update-lines.ts';
import { weekNumber } from './week-lines.ts';

type Waiting = Pick<HomeFacts, 'waitingSpaces' | 'proposed' | 'waitingProposals' | 'desks'>;

/** A short personal home: what is next, the reader's groups, what waits for them, three buttons. */
export function homeCard(outlook: Outlook, { waitingSpaces, proposed, waitingProposals, desks }: Waiting, view: View): Card {
  const { words } = view;
  const act = (label: string, command: string) => ({ kind: 'act', label, invoke: { command, options: {} } }) as const;
  return {
    kind: 'card',
    language: words.language,
    title: words.home.title,
    tone: 'plain',
    blocks: [...outlookBlocks(outlook, view), ...mine(desks, view), ...waiting(waitingSpaces, proposed, waitingProposals, view)],
    buttons: [act(words.home.timeline, 'timeline'), act(words.home.me, 'me'), act(words.help.all, 'help')],
    audience: 'asker',
  };
}

/** The groups for which the reader speaks, each with the update that it owes, if it owes one. */
function mine(desks: readonly UpdateDesk[], view: View): readonly Block[] {
  if (desks.length === 0) return [];
  return [
    { kind: 'heading', text: view.words.home.groups },
    { kind: 'list', items: desks.map((desk) => deskItem(desk, view)) },
  ];
}

function deskItem({ group, recent }: UpdateDesk, { now, words }: View): Item {
  const name = { kind: 'bold', text: `${group.id} · ${nameOf(group)}` } as const;
  const act = (label: string, command: string, options: Readonly<Record<string, string>>): Button => ({ kind: 'act', label, invoke: { command, options } });
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

/** What waits for a coordinator, each with its button: spaces that ask to be accepted, what is proposed; nothing when nothing does. */
export function waiting(
  spaces: readonly SpaceFacts[],
  proposed: readonly MilestoneProposal[],
  groups: readonly ProposalOverview[],
  view: View,
): readonly Block[] {
  const { words } = view;
  const act = (label: string, command: string, options: Readonly<Record<string, string>>): Button => ({ kind: 'act', label, invoke: { command, options } });
  const items: readonly Item[] = [
    ...spaces.map(({ key }) => ({ text: [words.home.spaceWaits(key)], button: act(words.home.accept, 'here accept', { space: key }) })),
    ...proposed.map(({ id, text }) => ({
      text: [words.milestoneProposal.waits(id, headline(text, 90))],
      button: act(words.milestoneProposal.look, 'milestone show', { milestone: id }),
    })),
    ...groups.map((one) => proposalItem(one, true, view)),
  ];
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: words.home.waits },
    { kind: 'list', items },
  ];
}
