import { act, type Block, type Button, type Card, card, note, paragraph } from '../chat/card.ts';
import { type Group, lacksChair, type Role } from '../core/group.ts';
import type { Member } from '../core/member.ts';
import type { Membership } from '../core/membership.ts';
import type { GroupFile } from '../core/store-groups.ts';
import type { Pack } from '../core/store-memberships.ts';
import type { Words } from '../text/words.ts';
import { concludedBlocks } from './closing.ts';
import { appointButton, askingParts, countLine, showGroupButton } from './membership.ts';
import { showButton } from './milestone-lines.ts';
import type { View } from './outlook.ts';
import { askButtons, packBlocks, packButton } from './pack.ts';
import { exactly, leadsLine } from './people-lines.ts';
import { named, nameOf } from './update-lines.ts';

/** What the bot says by itself of groups and of whoever belongs to them. */
export type GroupNoticeFacts =
  | { readonly kind: 'handover asked'; readonly pack: Pack; readonly note: string; readonly chairs: boolean }
  | { readonly kind: 'chair asked'; readonly group: Group }
  | { readonly kind: 'chair wanted'; readonly group: Group; readonly leadership: boolean }
  | { readonly kind: 'chair offered'; readonly group: Group; readonly person: Member }
  | { readonly kind: 'chair declined' | 'member dismissed'; readonly group: Group }
  | { readonly kind: 'handover done'; readonly group: Group; readonly appointed?: true }
  | { readonly kind: 'lead appointed' | 'lead dismissed'; readonly group: Group; readonly role: Role }
  | { readonly kind: 'join asked'; readonly group: Group; readonly asking: Pick<Membership, 'member' | 'role'> }
  | { readonly kind: 'asked no more'; readonly group: Group; readonly what: 'join' | 'chair' }
  | { readonly kind: 'join answered'; readonly group: Group; readonly admitted: boolean }
  | { readonly kind: 'group established'; readonly group: Group; readonly file: Pick<GroupFile, 'people' | 'milestones'> }
  | { readonly kind: 'group concluded'; readonly group: Group; readonly why: string }
  | { readonly kind: 'group put to rest' | 'group woken'; readonly group: Group; readonly why: string };

export function groupNoticeCard(facts: GroupNoticeFacts, view: View): Card {
  const { words } = view;
  const { membership: said, proposal } = words;
  switch (facts.kind) {
    case 'handover asked':
      return askCard(facts, view);
    case 'chair asked':
      return card(words, {
        title: proposal.chairTitle(facts.group.id),
        blocks: [named(facts.group), paragraph(proposal.chairText)],
        buttons: answers(facts.group, words),
      });
    case 'chair offered':
      return offeringCard(facts, words);
    case 'join asked':
      return joinCard(facts, words);
    case 'join answered':
      return answeredCard(facts, words);
    case 'lead appointed':
      return appointedCard(facts, words);
    case 'lead dismissed':
      return card(words, {
        title: said.officeEnded[facts.role](facts.group.id),
        blocks: [named(facts.group), paragraph(said.officeEndedText)],
        buttons: [showGroupButton(facts.group, words)],
      });
    case 'asked no more':
      return endedCard(facts, words);
    case 'group established':
      return establishedCard(facts, words);
    case 'group concluded':
      return card(words, { title: said.ended(nameOf(facts.group)), blocks: concludedBlocks(facts.why, words), buttons: [showGroupButton(facts.group, words)] });
    case 'group put to rest':
    case 'group woken':
      return movedCard(facts, words);
    case 'chair wanted':
      return wantedCard(facts, words);
    default:
      return toldCard(facts, words);
  }
}

function answers(group: Group, words: Words): readonly Button[] {
  return [...askButtons(group, words), showGroupButton(group, words)];
}

/** To whoever is asked to take over, with the pack; the chair who asks may have left meanwhile. */
function askCard({ pack, note, chairs }: Extract<GroupNoticeFacts, { kind: 'handover asked' }>, view: View): Card {
  const { words } = view;
  return card(words, {
    title: words.membership.askTitle(pack.group.id),
    blocks: [paragraph(chairs ? words.membership.askText : words.membership.askLeftText), ...packBlocks(pack, note, view)],
    buttons: answers(pack.group, words),
  });
}

/** News that asks nothing of whoever reads them. */
function toldCard({ group, ...told }: Extract<GroupNoticeFacts, { kind: 'chair declined' | 'handover done' | 'member dismissed' }>, words: Words): Card {
  const { kind } = told;
  const { membership: said } = words;
  const texts = {
    'chair declined': [said.declinedTitle, said.declinedText],
    'handover done': [said.doneTitle, 'appointed' in told ? said.doneByLeadership : said.doneText],
    'member dismissed': [said.dismissedTitle, lacksChair(group) ? said.dismissedByLeadership : said.dismissedText],
  } as const;
  const [title, text] = texts[kind];
  const again = kind === 'chair declined' ? [act(said.handOver, 'handover', { group: group.id }, 'primary')] : [];
  return card(words, { title: title(group.id), blocks: [named(group), paragraph(text)], buttons: [...again, showGroupButton(group, words)] });
}

/** To leadership, which appoints in one press. */
function offeringCard({ group, person }: { readonly group: Group; readonly person: Member }, words: Words): Card {
  const { membership: said } = words;
  return card(words, {
    title: said.chairOfferedTitle(group.id),
    blocks: [named(group), paragraph(...exactly(person, words), ` · ${said.wouldChair}`)],
    buttons: [appointButton(group, person, words), showGroupButton(group, words)],
  });
}

function joinCard({ group, asking }: Extract<GroupNoticeFacts, { kind: 'join asked' }>, words: Words): Card {
  const { who, buttons } = askingParts(group, asking, words);
  return card(words, { title: words.membership.joinAskTitle(group.id), blocks: [named(group), who], buttons: [...buttons, showGroupButton(group, words)] });
}

function answeredCard({ group, admitted }: Extract<GroupNoticeFacts, { kind: 'join answered' }>, words: Words): Card {
  const { membership: said } = words;
  const declined = lacksChair(group) ? said.declinedByLeadership : said.declinedJoinText;
  const [title, text] = admitted ? [said.admittedTitle, said.admittedText] : [said.declinedJoinTitle, declined];
  return card(words, {
    title: title(group.id),
    blocks: [named(group), paragraph(text)],
    buttons: [showGroupButton(group, words), act(said.allGroups, 'groups')],
  });
}

/** To whoever speaks for a group from now on, with what they can do first. */
function appointedCard({ group, role }: { readonly group: Group; readonly role: Role }, words: Words): Card {
  const { membership: said } = words;
  const { id, state } = group;
  const firsts = {
    chair: [act(words.group.settings, 'group settings', { group: id }), packButton(group, words)],
    deputy: state === 'active' ? [act(words.notices.write, 'update', { group: id })] : [],
  };
  return card(words, {
    title: said.appointed[role](group.id),
    blocks: [named(group), paragraph(said.appointedText[role])],
    buttons: [showGroupButton(group, words), ...firsts[role]],
  });
}

/** To whoever has nothing to wait for, or to answer, any more. */
function endedCard({ group, what }: Extract<GroupNoticeFacts, { kind: 'asked no more' }>, words: Words): Card {
  const { membership: said } = words;
  const title = what === 'join' ? said.requestEnded : said.questionEnded;
  const reason = group.state === 'concluded' ? `${said.concluded(group.id)}.` : said.takenBack;
  const blocks = what === 'join' ? [named(group)] : [named(group), paragraph(reason)];
  return card(words, { title: title(group.id), blocks, buttons: [showGroupButton(group, words), act(said.allGroups, 'groups')] });
}

/** To whoever speaks for a group that leadership has put to rest or woken. */
function movedCard({ kind, group, why }: Extract<GroupNoticeFacts, { kind: 'group put to rest' | 'group woken' }>, words: Words): Card {
  const { title, text } = words.membership.moved[kind];
  const reason: Block[] = why === '' ? [] : [{ kind: 'quote', text: why }];
  return card(words, { title: title(group.id), blocks: [named(group), ...reason, paragraph(text)], buttons: [showGroupButton(group, words)] });
}

/** To `leadership`, which appoints; in a channel to whoever might be willing. */
function wantedCard({ group, leadership }: { readonly group: Group; readonly leadership: boolean }, words: Words): Card {
  const { membership: said } = words;
  const options = { group: group.id };
  const people = act(said.showPeople, 'group people', options);
  return card(words, {
    title: said.wantedTitle(group.id),
    blocks: [named(group), paragraph(said.wantedText), ...(leadership ? [] : [note(said.wantedHow())])],
    buttons: [
      ...(leadership
        ? [act(words.group.appoint, 'group appoint', options, 'primary')]
        : [act(said.offerChair, 'group offer', options), act(said.join, 'join', options)]),
      people,
      showGroupButton(group, words),
    ],
  });
}

/** The card of a new group in a channel, which is kept up to date as people join. */
function establishedCard({ group, file: { people, milestones } }: Extract<GroupNoticeFacts, { kind: 'group established' }>, words: Words): Card {
  const { membership: said, group: labels } = words;
  const facts = [
    { label: labels.state, value: [labels.states[group.state]] },
    ...(group.state === 'concluded' ? [] : [{ label: labels.chair, value: leadsLine(group, 'chair', words) }]),
    { label: said.people, value: [countLine(group, people, words)] },
  ];
  const join = group.state === 'concluded' ? [] : [act(said.join, 'join', { group: group.id }, 'primary')];
  return card(words, {
    title: said.established(`${group.id} · ${nameOf(group)}`),
    blocks: [...(group.charter === undefined ? [] : [{ kind: 'quote', text: group.charter } as const]), { kind: 'facts', facts }],
    buttons: [...join, showGroupButton(group, words), ...milestones.slice(0, 1).map(({ id }) => showButton(id, words))],
  });
}
