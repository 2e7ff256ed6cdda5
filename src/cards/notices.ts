import { act, type Block, type Button, type Card, card, type Fact, type Line, note, paragraph } from '../chat/card.ts';
import type { SpaceKey } from '../core/account.ts';
import type { Digest } from '../core/digest.ts';
import type { Group } from '../core/group.ts';
import type { Member } from '../core/member.ts';
import type { MilestoneProposal } from '../core/milestone-proposal.ts';
import type { OwedMessage } from '../core/notice.ts';
import type { Link } from '../core/store-people.ts';
import type { Subscription } from '../core/subscription.ts';
import type { Update } from '../core/update.ts';
import { type Week, weekName } from '../core/week.ts';
import type { Words } from '../text/words.ts';
import { digestCard } from './digest.ts';
import { type GroupNoticeFacts, groupNoticeCard } from './group-notices.ts';
import { confirmCard, linkNewsCard } from './link.ts';
import { headline, showButton } from './milestone-lines.ts';
import { milestoneProposalCard } from './milestone-proposal.ts';
import type { View } from './outlook.ts';
import { mentionOf, mentionsOf } from './people-lines.ts';
import { type ProposalNoticeFacts, proposalNoticeCard } from './proposal-notices.ts';
import { pausedCard, undeliveredCard } from './undelivered.ts';
import { firstLine, nameOf, showUpdateButton } from './update-lines.ts';
import { sayWeek, weekNumber } from './week-lines.ts';

/** A notice with what its ids stand for when it is sent. */
export type NoticeFacts =
  | GroupNoticeFacts
  | ProposalNoticeFacts
  | { readonly kind: 'prompt' | 'reminder'; readonly group: Group; readonly week: Week; readonly last?: Update }
  | { readonly kind: 'digest'; readonly digest: Digest; readonly missed: boolean; readonly skipped: readonly Week[] }
  | { readonly kind: 'update recorded' | 'update late'; readonly update: Update; readonly group: Group; readonly writer?: Member }
  | { readonly kind: 'silence'; readonly group: Group; readonly missing: readonly Week[]; readonly last?: Update }
  | { readonly kind: 'milestone proposed' | 'milestone decided' | 'milestone ended'; readonly proposal: MilestoneProposal; readonly why?: string }
  | { readonly kind: 'coordinator appointed' | 'coordinator dismissed' }
  | { readonly kind: 'space accepted'; readonly space: SpaceKey }
  | { readonly kind: 'link entered'; readonly link: Link }
  | { readonly kind: 'accounts linked' | 'accounts parted' }
  | { readonly kind: 'not delivered'; readonly message: OwedMessage }
  | { readonly kind: 'channel paused'; readonly subscription: Subscription; readonly message?: OwedMessage };

/** What the bot says by itself, as a card for everybody in the place. */
export function noticeCard(facts: NoticeFacts, view: View): Card {
  return { ...cardOf(facts, view), audience: 'place' };
}

function cardOf(facts: NoticeFacts, view: View): Card {
  const { words } = view;
  switch (facts.kind) {
    case 'prompt':
    case 'reminder':
      return questionCard(facts, words);
    case 'digest':
      return lateDigest(facts, view);
    case 'update recorded':
    case 'update late':
      return updateCard(facts, words);
    case 'silence':
      return silenceCard(facts, words);
    case 'milestone proposed':
    case 'milestone decided':
    case 'milestone ended':
      return decisionCard(facts, words);
    case 'coordinator appointed':
      return card(words, { title: words.here.appointedTitle, blocks: [paragraph(words.here.appointedText)], buttons: leadershipButtons(words) });
    case 'coordinator dismissed':
      return card(words, { title: words.here.dismissedTitle, blocks: [paragraph(words.here.dismissedText)], buttons: [act(words.home.me, 'me')] });
    case 'space accepted':
      return card(words, { title: words.here.yoursAccepted, blocks: [paragraph(words.here.acceptedText)], buttons: [act(words.help.all, 'help')] });
    case 'accounts linked':
    case 'accounts parted':
      return linkNewsCard(facts.kind, words);
    case 'link entered':
      return confirmCard(facts.link, words);
    case 'not delivered':
      return undeliveredCard(facts.message, words);
    case 'channel paused':
      return pausedCard(facts.subscription, facts.message, words);
    case 'proposal card':
    case 'proposal filed':
    case 'proposal filed again':
    case 'proposer gone':
    case 'proposal edited':
    case 'proposal moved':
    case 'topic closed':
    case 'topic reworded':
    case 'topic retired':
    case 'topic adopted':
      return proposalNoticeCard(facts, view);
    default:
      return groupNoticeCard(facts, view);
  }
}

/** What a new coordinator looks at first, and the way out. */
function leadershipButtons({ help, proposal, here }: Words): readonly Button[] {
  return [act(help.all, 'help'), act(proposal.title, 'proposals'), act(here.dismiss, 'here dismiss')];
}

function questionCard({ kind, group, week, last }: Extract<NoticeFacts, { kind: 'prompt' | 'reminder' }>, words: Words): Card {
  const { notices } = words;
  const [title, text] = kind === 'prompt' ? [notices.promptTitle, notices.promptText] : [notices.reminderTitle, notices.reminderText];
  const planned: Block[] = last?.next === undefined || last.next === '' ? [] : [note(notices.planned), { kind: 'quote', text: last.next }];
  const options = { group: group.id, week: weekName(week) };
  return card(words, {
    title: title(nameOf(group)),
    blocks: [paragraph(text(sayWeek(week, words))), ...planned, note(notices.howAsked())],
    buttons: [act(notices.write, 'update', options, 'primary'), act(notices.nothingNew, 'update nothing', options)],
  });
}

function lateDigest({ digest, missed, skipped }: Extract<NoticeFacts, { kind: 'digest' }>, view: View): Card {
  const { notices, list } = view.words;
  const late = missed ? [note(notices.digestLate)] : [];
  const others = skipped.length > 0 ? [note(notices.digestsSkipped(list(skipped.map(weekName))))] : [];
  const whole = digestCard(digest, view);
  return { ...whole, blocks: [...late, ...whole.blocks, ...others] };
}

function updateCard({ kind, update, group, writer }: Extract<NoticeFacts, { kind: 'update recorded' | 'update late' }>, words: Words): Card {
  const { notices } = words;
  const late = kind === 'update late';
  const title = (late ? notices.lateTitle : notices.recordedTitle)(nameOf(group), words.update.week(weekNumber(update.week)));
  const help: Fact[] = update.help === undefined || update.help === '' ? [] : [{ label: words.update.help, value: [headline(update.help)] }];
  const facts: Fact[] = [{ label: words.update.status, value: [{ kind: 'bold', text: words.update.statuses[update.status] }] }, ...help];
  const by: Block[] = writer === undefined ? [] : [note(words.milestone.by, ' ', mentionOf(writer, words))];
  const blocks: Block[] = [{ kind: 'facts', facts }, paragraph(firstLine(update, 160, words)), ...by, ...(late ? [note(notices.lateText)] : [])];
  return card(words, { title, blocks, buttons: [showUpdateButton(update.id, words)] });
}

function silenceCard({ group, missing, last }: Extract<NoticeFacts, { kind: 'silence' }>, words: Words): Card {
  const { notices, list } = words;
  const facts: Fact[] = [
    { label: notices.noUpdateFor, value: [list(missing.map((week) => sayWeek(week, words)))] },
    { label: notices.lastUpdate, value: last === undefined ? [notices.never] : [`${sayWeek(last.week, words)}, `, { kind: 'time', at: last.first }] },
    { label: notices.leads, value: allLeads(group, words) },
  ];
  return card(words, {
    title: notices.silenceTitle(nameOf(group)),
    blocks: [{ kind: 'facts', facts }, paragraph(notices.silenceText)],
    buttons: [act(notices.openGroup, 'group', { group: group.id })],
  });
}

function allLeads({ leads }: Group, words: Words): Line {
  const named = mentionsOf(
    leads.map(({ member }) => member),
    words,
  );
  return named.length === 0 ? [words.notices.nobody] : named;
}

/** To the coordinators with the buttons to decide; then to whoever proposed it, with the reason. */
function decisionCard(
  { kind, proposal, why }: Extract<NoticeFacts, { kind: 'milestone proposed' | 'milestone decided' | 'milestone ended' }>,
  words: Words,
): Card {
  const asks = kind === 'milestone proposed';
  const shown = milestoneProposalCard(proposal, asks, words);
  const reason: Block[] = why === undefined || why === '' ? [] : [{ kind: 'quote', text: why }];
  return { ...shown, blocks: [...shown.blocks, ...reason], buttons: asks ? shown.buttons : [showButton(proposal.id, words)] };
}
