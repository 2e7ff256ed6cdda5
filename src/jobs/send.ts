import { noticeCard } from '../cards/notices.ts';
import type { Adapter, Posted, Resumed } from '../chat/adapter.ts';
import type { Card } from '../chat/card.ts';
import { within } from '../chat/within.ts';
import { operator } from '../core/account.ts';
import { betweenEdits, isGivenUp, longestPause, type OwedMessage, pauseAfter, platformFor, replacedBy, type Tried, triesInOutage } from '../core/notice.ts';
import { wordsFor } from '../text/words.ts';
import type { Context } from './job.ts';
import { readNotice } from './read-notice.ts';

/** How long a platform may take over one message, in milliseconds; less than the time after which a sending counts as broken off. */
const patience = 45_000;

/** What is for a platform that is not set up waits until somebody sets it up. */
const notConnected: Posted = { kind: 'later', milliseconds: 300_000, problem: 'not connected' };

/** What a message was about is no more, or no longer so. */
const factsGone = { kind: 'void', problem: 'facts gone' } as const;

/** What a message was about is so, but it comes too late to be sent. */
const tooLate = { kind: 'void', problem: 'too late', skipped: true } as const;

/** Its channel is not to get such things any more. */
const unwanted = { kind: 'void', problem: 'off' } as const;

/** Why nothing is to be sent. */
type Void = typeof factsGone | typeof tooLate | typeof unwanted;

/** What came of a try, of which the platform need not have heard. */
type Outcome = Posted | Void;

/** The message that is to be edited is being sent. */
const notThereYet: Posted = { kind: 'later', milliseconds: betweenEdits, problem: 'not there yet' };

/** An error that nobody expected; the log has it. */
const unexpected = 'unexpected';

/** Sends a message, or finishes one whose sending was broken off; answers whether its destination may get the next one now. */
export function send(context: Context, message: OwedMessage): Promise<boolean> {
  const { state, sendingSince, begun = sendingSince } = message;
  const broken = state === 'sending' && begun !== undefined && replacedBy(message.notice) === undefined;
  return broken ? resume(context, message, begun) : post(context, message);
}

async function post(context: Context, message: OwedMessage): Promise<boolean> {
  const since = context.real();
  if (!(await context.store.beginSending(message, since))) return false;
  const posted = await tryToPost(context, message);
  return posted?.kind === 'uncertain'
    ? leaveOpen(context, message, posted.problem)
    : end(context, { ...message, state: 'sending', sendingSince: since }, posted);
}

/** What may have arrived stays begun, and is looked for like one that a crash broke off; only where that tells nothing it is uncertain. */
function leaveOpen({ log }: Context, { id, notice }: OwedMessage, problem: string): boolean {
  log.warn({ message: id, notice: notice.kind, problem }, 'it may have arrived, and is looked for');
  return false;
}

/** Until the platform is called nothing can have been sent, so that whatever fails here is tried again. */
async function tryToPost(context: Context, message: OwedMessage): Promise<Outcome | undefined> {
  const adapter = context.adapters[platformFor(message.to)];
  if (adapter === undefined) return notConnected;
  try {
    const replaced = replacedBy(message.notice);
    if (replaced !== undefined) return await tryToEdit(context, message, replaced, adapter);
    const card = await makeCard(context, message);
    if (card.kind === 'void') return card;
    return await answered(context, message, adapter.post({ key: message.id, to: message.to, card }));
  } catch (error) {
    context.log.error({ error, message: message.id, reference: context.newReference() }, 'a message could not be made');
    return { kind: 'later', milliseconds: 0, problem: unexpected };
  }
}

/** Edits the message that stands; one that is on its way is waited for, and whether an edit arrived need not be known to try it again. */
async function tryToEdit(context: Context, message: OwedMessage, replaced: string, adapter: Adapter): Promise<Outcome | undefined> {
  const { message: first } = await context.store.readMessage({ account: operator }, replaced);
  if (first?.reference === undefined) return first?.state === 'sending' ? notThereYet : factsGone;
  const card = await makeCard(context, message);
  if (card.kind === 'void') return card;
  const edited = await answered(context, message, adapter.edit(first.reference, { key: replaced, to: message.to, card }));
  return edited?.kind === 'uncertain' ? { kind: 'later', milliseconds: 0, problem: edited.problem } : edited;
}

/** What may have arrived is touched only once all that is needed to look for it is there. */
async function resume(context: Context, message: OwedMessage, begun: Date): Promise<boolean> {
  const adapter = context.adapters[platformFor(message.to)];
  if (adapter === undefined) return false;
  const card = await makeCard(context, message);
  const since = context.real();
  if (!(await context.store.beginSending(message, since))) return false;
  const sending = { ...message, sendingSince: since };
  const posting = { key: message.id, to: message.to, ...(card.kind === 'card' && { card }) };
  const resumed = await answered(context, message, adapter.resume(posting, begun));
  if (resumed?.kind === 'unseen') return lookAgain(context, sending, resumed);
  if (resumed?.kind === 'absent') return end(context, sending, card.kind === 'void' ? card : factsGone);
  return end(context, sending, resumed);
}

/** What another look may tell of stays begun, and is looked for again as often as it would be sent again; given up, it is uncertain. */
async function lookAgain(context: Context, message: OwedMessage, { problem, ...asked }: Extract<Resumed, { kind: 'unseen' }>): Promise<boolean> {
  const at = context.now();
  const tried = triedLater({ ...asked, kind: 'later', problem }, message.attempts + 1, at);
  if (tried.kind !== 'again') return end(context, message, { kind: 'uncertain', problem });
  const { due, uncounted } = tried;
  await context.store.endSending(message, { kind: 'unseen', problem, ...(asked.milliseconds > 0 && { due }), ...(uncounted === true && { uncounted }) }, at);
  return leaveOpen(context, message, problem);
}

async function makeCard({ store, now }: Context, message: OwedMessage): Promise<Card | Void> {
  const at = now();
  const facts = await readNotice(store, message, at);
  if (facts === undefined) return factsGone;
  if (facts === 'off') return unwanted;
  return facts === 'too late' ? tooLate : noticeCard(facts, { now: at, zone: 'UTC', words: wordsFor(message.language ?? 'en') });
}

type Uncertain = Extract<Posted, { kind: 'uncertain' }>;

/** Undefined where the platform does not answer in time. An adapter that fails in a way of its own may have sent it all the same. */
async function answered<Answer>({ log, newReference }: Context, { id }: OwedMessage, posting: Promise<Answer>): Promise<Answer | Uncertain | undefined> {
  try {
    return await within(patience, posting);
  } catch (error) {
    log.error({ error, message: id, reference: newReference() }, 'an adapter failed over a message');
    return { kind: 'uncertain', problem: unexpected };
  }
}

/** Notes what came of a try. One that was not answered stays begun, and is finished like one that a crash broke off. */
async function end({ store, now, log }: Context, message: OwedMessage, posted: Outcome | undefined): Promise<boolean> {
  const facts = { message: message.id, notice: message.notice.kind };
  if (posted === undefined) {
    log.warn(facts, 'the platform does not answer');
    return false;
  }
  const at = now();
  const tried = triedBy(posted, message, at);
  if (tried.kind === 'sent') log.info(facts, 'delivered');
  else if (tried.kind === 'void') log.info({ ...facts, problem: tried.problem }, 'no longer so, or too late: nothing is sent');
  else log.warn({ ...facts, outcome: tried.kind, problem: tried.problem }, 'not delivered');
  if (posted.kind === 'gone' && message.to.kind === 'channel' && replacedBy(message.notice) === undefined)
    await store.pauseSubscription(message.to, posted.problem, message.id, at);
  await store.endSending(message, tried, at);
  return tried.kind !== 'again';
}

function triedBy(posted: Outcome, { attempts }: OwedMessage, now: Date): Tried {
  switch (posted.kind) {
    case 'later':
      return triedLater(posted, attempts + 1, now);
    case 'gone':
    case 'refused':
      return { kind: 'failed', problem: posted.problem };
    default:
      return posted;
  }
}

/**
 * A platform that names a time is well and asks for patience; without one it is tried after a pause that grows, until it is given up. What no platform
 * has heard of is not: as while it is not connected, it waits until it can be sent, or has nothing to say any more.
 */
function triedLater({ milliseconds, problem, unreached }: Extract<Posted, { kind: 'later' }>, tries: number, now: Date): Tried {
  const after = (pause: number) => ({ kind: 'again', due: new Date(now.getTime() + pause), problem }) as const;
  if (unreached === true && tries > triesInOutage) return { ...after(pauseAfter(triesInOutage + 1)), uncounted: true };
  if (milliseconds > 0) return { ...after(Math.min(milliseconds, longestPause)), uncounted: true };
  return isGivenUp(tries) ? { kind: 'failed', problem } : after(pauseAfter(tries));
}
