import { act, type Block, type Button, type Card, card, paragraph } from '../chat/card.ts';
import { type Group, lacksChair } from '../core/group.ts';
import type { ProposalChange } from '../core/proposal.ts';
import { type Topic, topicClosed } from '../core/topic.ts';
import { sayProblem, type Words } from '../text/words.ts';
import { showGroupButton } from './membership.ts';
import type { View } from './outlook.ts';
import { afterButtons, leadershipCard, nextOf, type ProposalShown, showProposalButton } from './proposal.ts';
import { named } from './update-lines.ts';

/** What the bot says by itself of topics, proposals and the groups that come of them. */
export type ProposalNoticeFacts =
  | {
      readonly kind: 'proposal card' | 'proposal filed' | 'proposal filed again' | 'proposer gone' | 'proposal edited' | 'topic closed';
      readonly shown: ProposalShown;
    }
  | { readonly kind: 'proposal moved'; readonly shown: ProposalShown; readonly move: ProposalChange['move']; readonly own: boolean; readonly why?: string }
  | { readonly kind: 'topic reworded'; readonly topic: Topic }
  | { readonly kind: 'topic retired'; readonly topic: Topic; readonly why: string }
  | { readonly kind: 'topic adopted'; readonly topic: Topic; readonly group: Group; readonly leads: boolean };

export function proposalNoticeCard(facts: ProposalNoticeFacts, view: View): Card {
  switch (facts.kind) {
    case 'proposal card':
      return leadershipCard(facts.shown, view);
    case 'proposal filed':
      return { ...leadershipCard(facts.shown, view), title: view.words.proposal.filedTitle(nameIn(facts.shown)) };
    case 'proposal filed again':
      return reviewCard(facts.shown, view.words.proposal.filedAgainTitle, view.words.proposal.filedAgainText, view.words);
    case 'proposer gone':
      return reviewCard(facts.shown, view.words.proposal.goneTitle, view.words.proposal.goneText, view.words);
    case 'proposal edited':
      return editedCard(facts.shown, view.words);
    case 'topic closed':
      return topicClosedCard(facts.shown, view.words);
    case 'proposal moved':
      return movedCard(facts, view.words);
    case 'topic reworded':
      return rewordedCard(facts.topic, view.words);
    case 'topic retired':
      return retiredCard(facts, view.words);
    case 'topic adopted':
      return adoptedCard(facts, view.words);
  }
}

function nameIn({ overview: { proposal } }: ProposalShown): string {
  return `${proposal.id} · ${proposal.name}`;
}

/** What leadership is to look at again; the whole of it stands in the card that it has, or a press away. */
function reviewCard(shown: ProposalShown, title: (id: string) => string, text: string, words: Words): Card {
  const { proposal: said } = words;
  const { id, version, name } = shown.overview.proposal;
  return card(words, {
    title: title(id),
    blocks: [paragraph({ kind: 'bold', text: name }, ` · ${said.version(String(version))}`), paragraph(text)],
    buttons: [act(said.review, 'review', { proposal: id }, 'primary'), showProposalButton(id, words)],
  });
}

function editedCard(shown: ProposalShown, words: Words): Card {
  const { proposal: said } = words;
  const { id, version, name } = shown.overview.proposal;
  const options = { proposal: id, version: String(version) };
  return card(words, {
    title: said.editedTitle(id),
    blocks: [paragraph({ kind: 'bold', text: name }, ` · ${said.version(String(version))}`), paragraph(said.editedText)],
    buttons: [showProposalButton(id, words, 'primary'), act(said.change, 'volunteer', options), act(said.takeBack, 'volunteer', { ...options, kind: 'none' })],
  });
}

/** Why leadership cannot establish it, and what its proposer can do. */
function topicClosedCard({ overview: { proposal }, topic, groupName }: ProposalShown, words: Words): Card {
  const { proposal: said } = words;
  const { id, name, version } = proposal;
  const closed = topic && topicClosed(topic, groupName);
  const group = topic?.group;
  return card(words, {
    title: said.topicClosedTitle(id),
    blocks: [
      paragraph({ kind: 'bold', text: name }),
      ...(closed === undefined ? [] : [paragraph(sayProblem(words, closed))]),
      paragraph(said.topicClosedText(id)),
    ],
    buttons: [
      act(said.edit, 'propose edit', { proposal: id, version: String(version) }, 'primary'),
      showProposalButton(id, words),
      ...(group === undefined ? [] : [act(words.group.show(group), 'group', { group })]),
    ],
  });
}

/** What was decided, why, and what comes of it. */
function movedCard({ shown, move, own, why = '' }: Extract<ProposalNoticeFacts, { kind: 'proposal moved' }>, words: Words): Card {
  const { proposal: said } = words;
  const { proposal } = shown.overview;
  const { id, name, version, state } = proposal;
  const edits = own && move === 'ask';
  const edit: Button[] = edits && state === 'changes asked' ? [act(said.edit, 'propose edit', { proposal: id, version: String(version) }, 'primary')] : [];
  const reason: Block[] = why === '' ? [] : [{ kind: 'quote', text: why }];
  return card(words, {
    title: said.movedTitles[move](id),
    blocks: [paragraph({ kind: 'bold', text: name }), ...reason, paragraph(edits ? said.nextOwn : nextOf(move, shown.proposer, words))],
    buttons: [...edit, ...afterButtons(proposal, true, words), showProposalButton(id, words)],
  });
}

function rewordedCard({ id, text, version }: Topic, words: Words): Card {
  const { topic: said } = words;
  const interest = (label: string, kind: string): Button => act(label, 'topics interest', { topic: id, kind, version: String(version) });
  return card(words, {
    title: said.rewordedTitle(id),
    blocks: [{ kind: 'quote', text }, paragraph(said.rewordedText)],
    buttons: [interest(said.wouldJoin, 'join'), interest(said.wouldLead, 'lead'), interest(said.takeBack, 'none')],
  });
}

/** To whoever said interest in a topic that is taken off the list. */
function retiredCard({ topic: { id, text }, why }: Extract<ProposalNoticeFacts, { kind: 'topic retired' }>, words: Words): Card {
  const { topic: said } = words;
  const reason: Block[] = why === '' ? [] : [paragraph(words.milestone.why(why))];
  const blocks: readonly Block[] = [{ kind: 'quote', text }, paragraph(said.retiredText), ...reason];
  return card(words, { title: said.retiredTitle(id), blocks, buttons: [act(said.show(id), 'topic', { topic: id })] });
}

/** To whoever said interest in a topic that a group has taken up; `leads` says that they would lead one. */
function adoptedCard({ topic: { id, text }, group, leads }: Extract<ProposalNoticeFacts, { kind: 'topic adopted' }>, words: Words): Card {
  const { topic: said, membership } = words;
  const asked = leads && lacksChair(group) ? said.adoptedLead : said.adoptedText;
  return card(words, {
    title: said.adoptedTitle(id, group.id),
    blocks: [{ kind: 'quote', text }, named(group), paragraph(asked)],
    buttons: [
      act(membership.join, 'join', { group: group.id }, 'primary'),
      ...(lacksChair(group) ? [act(membership.offerChair, 'group offer', { group: group.id })] : []),
      showGroupButton(group, words),
    ],
  });
}
