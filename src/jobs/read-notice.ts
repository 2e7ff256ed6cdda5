import type { NoticeFacts } from '../cards/notices.ts';
import { operator } from '../core/account.ts';
import { digestOf } from '../core/digest.ts';
import { isDigestLate, isStillAsked, isStillSilent, isTooLate, skippedBetween } from '../core/duty.ts';
import { type Notice, type OwedMessage, type Question, replacedBy } from '../core/notice.ts';
import type { Store } from '../core/store.ts';
import { orderedKinds, wants } from '../core/subscription.ts';
import { addWeeks } from '../core/week.ts';
import { readGroupNotice } from './read-group-notice.ts';
import { readProposalNotice } from './read-proposal-notice.ts';

/** A notice of one kind, or of some. */
type Of<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;

/** What a message is about is still so, but it was to be said earlier or not at all. */
export type TooLate = 'too late';

/** What a message is about is still so, but its channel is not to get such things any more. */
export type Unwanted = 'off';

/** Nobody asks: the bot reads for itself. */
const reader = { account: operator };

/** What a message is about, as it stands now; undefined when it is there no more, or no longer so. */
export async function readNotice(store: Store, message: OwedMessage, now: Date): Promise<NoticeFacts | TooLate | Unwanted | undefined> {
  return (await isUnwanted(store, message)) ? 'off' : readFacts(store, message, now);
}

/** Whoever changes what a channel gets may do so while something waits for it, or fails; a card that stands there is kept up to date all the same. */
async function isUnwanted(store: Store, { notice, to }: OwedMessage): Promise<boolean> {
  if (to.kind === 'person' || !orderedKinds.includes(notice.kind) || replacedBy(notice) !== undefined) return false;
  const { subscription } = await store.readHere(reader, to);
  return subscription !== undefined && !wants(subscription, notice.kind);
}

function readFacts(store: Store, { id, notice, to }: OwedMessage, now: Date): Promise<NoticeFacts | TooLate | undefined> {
  switch (notice.kind) {
    case 'prompt':
    case 'reminder':
      return readQuestion(store, notice, to, now);
    case 'digest':
      return readDigest(store, notice, to, now);
    case 'update recorded':
    case 'update late':
      return readUpdate(store, notice);
    case 'silence':
      return readSilence(store, notice);
    case 'milestone proposed':
    case 'milestone decided':
    case 'milestone ended':
      return readProposal(store, notice);
    case 'coordinator appointed':
    case 'coordinator dismissed':
      return readRight(store, notice.kind, to);
    case 'space accepted':
      return Promise.resolve({ kind: notice.kind, space: notice.space });
    case 'accounts linked':
    case 'accounts parted':
      return Promise.resolve({ kind: notice.kind });
    case 'link entered':
      return readLink(store, notice.link);
    case 'not delivered':
      return readUndelivered(store, notice.message);
    case 'channel paused':
      return readPaused(store, id, notice.message);
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
      return readProposalNotice(store, notice, to);
    default:
      return readGroupNotice(store, notice, to);
  }
}

async function readQuestion(store: Store, question: Question, to: OwedMessage['to'], now: Date): Promise<NoticeFacts | TooLate | undefined> {
  const { kind, group: id, week } = question;
  const [{ group, last }, { updates }] = await Promise.all([store.readGroup(reader, id), store.readUpdates(reader, id, { from: week, to: week }, 0, 1)]);
  if (group === undefined || !isStillAsked(group, updates.length > 0, to, now)) return undefined;
  return isTooLate(question, group, now) ? 'too late' : { kind, group, week, ...(last !== undefined && { last }) };
}

/** Of several that a channel is owed it gets the newest, which names those before it that it did not get. */
async function readDigest(store: Store, { week }: Of<'digest'>, to: OwedMessage['to'], now: Date): Promise<NoticeFacts | TooLate | undefined> {
  if (to.kind === 'person') return undefined;
  const { subscription, before, overtaken } = await store.readDigestTurn(to, week);
  if (overtaken) return 'too late';
  const missed = subscription !== undefined && isDigestLate(subscription, week, now);
  const skipped = skippedBetween(before, week);
  const facts = await store.readDigest(reader, week, now, addWeeks(week, -1 - skipped.length));
  return { kind: 'digest', digest: digestOf(week, facts, now), missed, skipped };
}

async function readUpdate(store: Store, notice: Of<'update recorded' | 'update late'>): Promise<NoticeFacts | undefined> {
  const { update: id } = notice;
  const kind = 'late' in notice ? 'update late' : notice.kind;
  const { group, revisions, writers } = await store.readUpdate(reader, id);
  const [update] = revisions;
  if (group === undefined || update === undefined) return undefined;
  const writer = writers.find((one) => one.id === update.member);
  return { kind, update, group, ...(writer !== undefined && { writer }) };
}

async function readSilence(store: Store, { group: id, missing }: Of<'silence'>): Promise<NoticeFacts | undefined> {
  const { group, last } = await store.readGroup(reader, id);
  return group === undefined || !isStillSilent(group, missing, last?.week)
    ? undefined
    : { kind: 'silence', group, missing, ...(last !== undefined && { last }) };
}

async function readProposal(
  store: Store,
  { kind, milestone: id }: Of<'milestone proposed' | 'milestone decided' | 'milestone ended'>,
): Promise<NoticeFacts | undefined> {
  const { proposal, events } = await store.readMilestone(reader, id);
  const why = events.find(({ act }) => act === 'milestone declined')?.why;
  const isDecided = kind === 'milestone proposed' && proposal?.state !== 'waiting';
  return proposal === undefined || isDecided ? undefined : { kind, proposal, ...(why !== undefined && { why }) };
}

/** Undefined where it is no longer so. */
async function readRight(
  store: Store,
  kind: Of<'coordinator appointed' | 'coordinator dismissed'>['kind'],
  to: OwedMessage['to'],
): Promise<NoticeFacts | undefined> {
  if (to.kind !== 'person') return undefined;
  const { coordinator } = await store.readActor({ account: to.account });
  return coordinator === (kind === 'coordinator appointed') ? { kind } : undefined;
}

/** Undefined once it is confirmed, or the code has gone. */
async function readLink(store: Store, id: string): Promise<NoticeFacts | undefined> {
  const { link } = await store.readLink(reader, id);
  return link === undefined ? undefined : { kind: 'link entered', link };
}

async function readUndelivered(store: Store, id: string): Promise<NoticeFacts | undefined> {
  const { message } = await store.readMessage(reader, id);
  return message === undefined ? undefined : { kind: 'not delivered', message };
}

/** The message itself leads to the subscription that it is about. */
async function readPaused(store: Store, id: string, undelivered = ''): Promise<NoticeFacts | undefined> {
  const [{ subscription }, { message }] = await Promise.all([store.readMessage(reader, id), store.readMessage(reader, undelivered)]);
  return subscription === undefined ? undefined : { kind: 'channel paused', subscription, ...(message !== undefined && { message }) };
}
