import { act, type Block, type Card, card, type Item, type Line, listed } from '../chat/card.ts';
import type { Belonging } from '../core/membership.ts';
import type { Outlook } from '../core/milestone.ts';
import type { HomeFacts, SpaceFacts } from '../core/store.ts';
import type { Words } from '../text/words.ts';
import { appointButton } from './membership.ts';
import { headline } from './milestone-lines.ts';
import { newsItem } from './news.ts';
import { outlookBlocks, type View } from './outlook.ts';
import { exactly } from './people-lines.ts';
import { abandonedItem, proposalItem } from './proposals.ts';
import { askedItems, deskItem, linkItem, moreItems } from './waiting.ts';

/** What stands in a home beside what comes next. */
type Home = Omit<HomeFacts, 'actor' | 'milestones' | 'missing'>;

/** A short personal home: what is next, the reader's groups, what waits for them, three buttons. */
export function homeCard(outlook: Outlook, home: Home, view: View & { readonly real: Date }): Card {
  const { words } = view;
  return card(words, {
    title: words.home.title,
    blocks: [
      ...outlookBlocks(outlook, view),
      ...listed(words.home.groups, [...home.desks.map((desk) => deskItem(desk, view)), ...home.memberships.map((one) => belongingItem(one, words))]),
      ...listed(words.home.waits, [
        ...(home.link !== undefined && home.link.until > view.real ? [linkItem(home.link, words)] : []),
        ...askedItems(home, words),
        ...home.changesAsked.map((one) => proposalItem(one, false, view)),
        ...moreItems(home.moreChanges, words),
        ...leadershipItems(home, view),
      ]),
      ...listed(
        words.home.news,
        home.news.map((one) => datedItem(one, words)),
      ),
    ],
    buttons: [act(words.home.timeline, 'timeline'), act(words.home.me, 'me'), act(words.help.all, 'help')],
  });
}

/** What has happened, with its time. */
function datedItem({ notice, at }: Home['news'][number], words: Words): Item {
  const item = newsItem(notice, words);
  return { ...item, text: [{ kind: 'time', at }, ' · ', ...item.text] };
}

function belongingItem({ id, name, role, state }: Belonging, { membership, group }: Words): Item {
  const as = state === 'asked' ? membership.mineAsked(membership.roles[role]) : membership.roles[role];
  return { text: [{ kind: 'bold', text: `${id} · ${name}` }, ` · ${as}`], button: act(group.show(id), 'group', { group: id }) };
}

/** Spaces that ask to be accepted, under the heading that a home has; nothing when none does. */
export function waitingSpaces(spaces: readonly SpaceFacts[], words: Words): readonly Block[] {
  return listed(words.home.waits, spaceItems(spaces, words));
}

function askerLine(asker: SpaceFacts['asker'], words: Words): Line {
  return asker === undefined ? [] : [` · ${words.surface.labelled(words.home.askedBy)} `, ...exactly(asker, words)];
}

function spaceItems(spaces: readonly SpaceFacts[], words: Words): readonly Item[] {
  const { home } = words;
  return spaces.map(({ key, asker }) => ({
    text: [home.spaceWaits(key), ...askerLine(asker, words)],
    button: act(home.accept, 'here accept', { space: key }),
  }));
}

/** What waits for a coordinator, each with its button. */
function leadershipItems({ waitingSpaces: spaces, proposed, moreProposed, waitingProposals, moreProposals, ...without }: Home, view: View): readonly Item[] {
  const { words } = view;
  return [
    ...spaceItems(spaces, words),
    ...proposed.map(({ id, text }) => ({
      text: [words.milestoneProposal.waits(id, headline(text, 90))],
      button: act(words.milestoneProposal.look, 'milestone show', { milestone: id }),
    })),
    ...(moreProposed > 0 ? [{ text: [words.milestoneProposal.more(moreProposed)] }] : []),
    ...waitingProposals.map((one) => (one.proposal.state === 'proposed' ? proposalItem(one, true, view) : abandonedItem(one, view))),
    ...moreItems(moreProposals, words),
    ...offeringItems(without, words),
    ...chairlessItem(without, words),
  ];
}

function offeringItems({ offerings, moreOfferings: more }: Pick<Home, 'offerings' | 'moreOfferings'>, words: Words): readonly Item[] {
  const { membership, digest } = words;
  return [
    ...offerings.map(({ group, person }) => ({
      text: [...exactly(person, words), ` · ${membership.wouldChairOne(group)}`],
      button: appointButton({ id: group }, person, words),
    })),
    ...(more > 0 ? [{ text: [digest.more(more)], button: act(membership.allGroups, 'groups') }] : []),
  ];
}

function chairlessItem({ chairless, moreChairless: more }: Pick<Home, 'chairless' | 'moreChairless'>, { membership, digest, list }: Words): readonly Item[] {
  if (chairless.length === 0) return [];
  const named = [...chairless.map(({ id }) => id), ...(more > 0 ? [digest.more(more)] : [])];
  return [{ text: [membership.chairless(list(named))], button: act(membership.allGroups, 'groups') }];
}
