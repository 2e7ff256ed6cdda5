import { act, type Button, type Card, card, type Fact, type Line, paragraph } from '../chat/card.ts';
import { type Destination, type Notice, type OwedMessage, ownReasons } from '../core/notice.ts';
import type { Subscription } from '../core/subscription.ts';
import { weekName } from '../core/week.ts';
import type { Words } from '../text/words.ts';

/** Tells what did not arrive, or may not have, where and why, with the button that posts it again. */
export function undeliveredCard(message: OwedMessage, words: Words): Card {
  const { notices } = words;
  const uncertain = message.state === 'uncertain';
  const facts: Fact[] = [
    { label: notices.what, value: [sayNotice(message.notice, words)] },
    { label: notices.where, value: placeLine(message.to, words) },
    { label: notices.why, value: reasonLine(message.problem, words) },
  ];
  return card(words, {
    title: uncertain ? notices.uncertainTitle : notices.failedTitle,
    tone: 'problem',
    blocks: [{ kind: 'facts', facts }, paragraph(uncertain ? notices.uncertainText : notices.failedText)],
    buttons: [act(notices.postAgain, 'status again', { message: message.id }), statusButton(words)],
  });
}

/** Tells that a channel can no longer be written to, what did not arrive there, and what to do. */
export function pausedCard({ reason, digest, ...place }: Subscription, message: OwedMessage | undefined, words: Words): Card {
  const { notices } = words;
  const facts: Fact[] = [
    { label: notices.where, value: placeLine({ kind: 'channel', ...place }, words) },
    { label: notices.why, value: reasonLine(reason, words) },
    ...(message === undefined ? [] : [{ label: notices.notArrived, value: [sayNotice(message.notice, words)] }]),
  ];
  return card(words, {
    title: notices.pausedTitle,
    tone: 'warning',
    blocks: [{ kind: 'facts', facts }, paragraph(notices.pausedText), paragraph(notices.pausedMend()), ...(digest ? [paragraph(notices.pausedDigests)] : [])],
    buttons: [statusButton(words)],
  });
}

/** What a message is about, in words: `the digest (2026-W48)`. */
export function sayNotice(notice: Notice, { notices }: Words): string {
  const object = objectOf(notice);
  const kind = notices.kinds[notice.kind];
  return object === undefined ? kind : notices.about(kind, object);
}

function objectOf(notice: Notice): string | undefined {
  switch (notice.kind) {
    case 'prompt':
    case 'reminder':
      return `${notice.group}, ${weekName(notice.week)}`;
    case 'digest':
      return weekName(notice.week);
    case 'update recorded':
    case 'update late':
      return notice.update;
    case 'milestone proposed':
    case 'milestone decided':
    case 'milestone ended':
      return notice.milestone;
    case 'proposal card':
    case 'proposal filed':
    case 'proposal filed again':
    case 'proposer gone':
    case 'proposal edited':
    case 'proposal moved':
    case 'topic closed':
      return notice.proposal;
    case 'topic reworded':
    case 'topic retired':
    case 'topic adopted':
      return notice.topic;
    case 'space accepted':
      return notice.space;
    case 'coordinator appointed':
    case 'coordinator dismissed':
    case 'link entered':
    case 'accounts linked':
    case 'accounts parted':
    case 'not delivered':
    case 'channel paused':
      return undefined;
    default:
      return notice.group;
  }
}

/** Where a message goes, in words. */
export function placeLine(to: Destination, { notices }: Words): Line {
  if (to.kind === 'person') return [notices.directMessage, ' ', { kind: 'mention', account: to.account }];
  return [notices.channelOf(to.channel, to.space)];
}

/** Why something went wrong, or the platform's own word for it. */
function reasonLine(problem: string | undefined, words: Words): Line {
  if (problem === undefined) return [words.notices.unknownReason];
  const said = sayReason(problem, words);
  return [said === problem ? { kind: 'code', text: problem } : said];
}

/** Why something went wrong, in words; a platform's own stays as it is. */
export function sayReason(problem: string, { notices }: Words): string {
  const own = ownReasons.find((one) => one === problem);
  return own === undefined ? problem : notices.reasons[own];
}

function statusButton({ notices }: Words): Button {
  return act(notices.status, 'status');
}
