import { act, type Item } from '../chat/card.ts';
import type { News } from '../core/notice.ts';
import type { Words } from '../text/words.ts';
import { showGroupButton } from './membership.ts';
import { showButton } from './milestone-lines.ts';
import { showProposalButton } from './proposal.ts';

/** What has happened, in a line with the way to it. */
export function newsItem(notice: News, words: Words): Item {
  const { membership, proposal, topic } = words;
  switch (notice.kind) {
    case 'milestone decided':
      return { text: [words.milestoneProposal.decided(notice.milestone)], button: showButton(notice.milestone, words) };
    case 'milestone ended':
      return { text: [words.milestoneProposal.titles.ended(notice.milestone)], button: showButton(notice.milestone, words) };
    case 'proposal moved':
      return ofProposal(proposal.movedTitles[notice.move](notice.proposal), notice, words);
    case 'proposal edited':
      return ofProposal(proposal.editedTitle(notice.proposal), notice, words);
    case 'topic closed':
      return ofProposal(proposal.topicClosedTitle(notice.proposal), notice, words);
    case 'topic reworded':
      return ofTopic(topic.rewordedTitle(notice.topic), notice, words);
    case 'topic retired':
      return ofTopic(topic.retiredTitle(notice.topic), notice, words);
    case 'topic adopted':
      return ofGroup(topic.adoptedTitle(notice.topic, notice.group), notice, words);
    case 'chair declined':
      return ofGroup(membership.declinedTitle(notice.group), notice, words);
    case 'handover done':
      return ofGroup(membership.doneTitle(notice.group), notice, words);
    case 'join answered':
      return ofGroup((notice.admitted ? membership.admittedTitle : membership.declinedJoinTitle)(notice.group), notice, words);
    case 'asked no more':
      return ofGroup((notice.what === 'join' ? membership.requestEnded : membership.questionEnded)(notice.group), notice, words);
    case 'lead appointed':
      return ofGroup(membership.appointed[notice.role](notice.group), notice, words);
    case 'lead dismissed':
      return ofGroup(membership.officeEnded[notice.role](notice.group), notice, words);
    case 'group concluded':
      return ofGroup(membership.concluded(notice.group), notice, words);
    case 'group put to rest':
    case 'group woken':
      return ofGroup(membership.moved[notice.kind].title(notice.group), notice, words);
    case 'coordinator appointed':
      return { text: [words.here.appointedTitle] };
    case 'coordinator dismissed':
      return { text: [words.here.dismissedTitle] };
    case 'space accepted':
      return { text: [words.here.spaceAccepted(notice.space)] };
    case 'accounts linked':
    case 'accounts parted':
      return { text: [words.link.news[notice.kind].title] };
    case 'member dismissed':
      return ofGroup(membership.dismissedTitle(notice.group), notice, words);
  }
}

function ofGroup(said: string, { group: id }: { readonly group: string }, words: Words): Item {
  return { text: [said], button: showGroupButton({ id }, words) };
}

function ofTopic(said: string, { topic: id }: { readonly topic: string }, { topic }: Words): Item {
  return { text: [said], button: act(topic.show(id), 'topic', { topic: id }) };
}

function ofProposal(said: string, { proposal }: { readonly proposal: string }, words: Words): Item {
  return { text: [said], button: showProposalButton(proposal, words) };
}
