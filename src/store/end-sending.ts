import type { Channel } from '../core/group.ts';
import { betweenEdits, type Destination, type Notice, type OwedMessage, platformFor, replacedBy, type Tried } from '../core/notice.ts';
import { keyOf, letGoMeanwhile } from './channels.ts';
import { skipDuty } from './claim-duty.ts';
import { destinationColumns, oweMessages, targetOfEdit } from './owe-messages.ts';
import { atOnce, type Transaction, type Writing } from './record.ts';
import type { Rights } from './rights.ts';
import { notSending, settle, stayBegun } from './sending.ts';
import { storable, storableText } from './storable.ts';
import { tell, tellOthers } from './tell.ts';
import { takeTurns } from './turns.ts';

/** Notes what came of a try, and owes what follows from it. */
export async function endSending(writing: Writing, message: OwedMessage, tried: Tried, now: Date): Promise<void> {
  await atOnce(writing, (tx) => end(tx, writing.rights, message, tried, now));
}

async function end(tx: Transaction, rights: Rights, message: OwedMessage, tried: Tried, now: Date): Promise<void> {
  switch (tried.kind) {
    case 'sent':
      return endSent(tx, message, tried.reference, now);
    case 'again':
      return endForNow(tx, message, tried, now);
    case 'unseen':
      return endUnseen(tx, message, tried);
    case 'closed':
      return endClosed(tx, rights, message, now);
    case 'void':
      return endVoid(tx, message, tried, now);
    case 'failed':
    case 'uncertain':
      return endForGood(tx, rights, message, tried, now);
  }
}

/** Whoever saw that it was sent is right, whatever stands. */
async function endSent(tx: Transaction, { id, notice }: OwedMessage, reference: string, now: Date): Promise<void> {
  const data = { state: 'sent', reference: storableText(reference), problem: null, ended: now, ...notSending };
  await tx.message.updateMany({ where: { id, state: { not: 'sent' } }, data });
  const edited = replacedBy(notice);
  if (edited !== undefined) await holdEdits(tx, edited, new Date(now.getTime() + betweenEdits));
}

/** The next edit of a message waits a little. Who owes one meanwhile holds the card, and comes before or after this. */
async function holdEdits(tx: Transaction, edited: string, until: Date): Promise<void> {
  await tx.postedCard.updateMany({ where: { messageId: edited }, data: { free: until } });
  await tx.message.updateMany({ where: { target: targetOfEdit(edited), state: 'owed', due: { lt: until } }, data: { due: until } });
}

async function endForNow(tx: Transaction, message: OwedMessage, { due, problem, uncounted }: Extract<Tried, { kind: 'again' }>, now: Date): Promise<void> {
  const off = await letGoMeanwhile(tx, message);
  if (off !== undefined) await settle(tx, message, { state: 'skipped', problem: off, ended: now });
  else await settle(tx, message, { state: 'owed', due, problem: storableText(problem), ...(uncounted === true && { attempts: { decrement: 1 } }) });
}

async function endUnseen(tx: Transaction, message: OwedMessage, { due, problem, uncounted }: Extract<Tried, { kind: 'unseen' }>): Promise<void> {
  const tries = uncounted === true ? { attempts: { decrement: 1 } as const } : {};
  await stayBegun(tx, message, { problem: storableText(problem), ...(due !== undefined && { due }), ...tries });
}

/** Nobody is told of somebody who takes no direct messages, but others are told what is wrong. Where nobody sits at a terminal nothing has failed: what there is to tell stands in their home. */
async function endClosed(tx: Transaction, rights: Rights, message: OwedMessage, now: Date): Promise<void> {
  const { notice, otherwise, to } = message;
  const failed = otherwise === undefined && platformFor(to) !== 'terminal';
  const settled = await settle(tx, message, { state: failed ? 'failed' : 'skipped', problem: 'closed', ended: now });
  if (settled && isTrouble(notice)) return tellOthers(tx, rights, notice, now);
  if (settled && otherwise !== undefined) await oweOtherwise(tx, message, otherwise, now);
}

/** What comes too late is noted like what was found too late. */
async function endVoid(tx: Transaction, message: OwedMessage, { problem, skipped }: Extract<Tried, { kind: 'void' }>, now: Date): Promise<void> {
  const settled = await settle(tx, message, { state: 'skipped', problem: storableText(problem), ended: now });
  if (settled && skipped === true) await skipDuty(tx, message, now);
}

/** For so long, in milliseconds, nobody is told the same again because of one more closed door. */
const rememberedFor = 7 * 86_400_000;

/** Owes it to the other destination, once also where several people lead to the same one; they take turns. */
async function oweOtherwise(tx: Transaction, { notice, language }: OwedMessage, to: Destination, now: Date): Promise<void> {
  const { target } = destinationColumns(storable(to));
  await takeTurns(tx, 'destination', target);
  const told = { target, notice: { equals: notice }, due: { gte: new Date(now.getTime() - rememberedFor) } };
  if ((await tx.message.count({ where: { ...told, state: { in: ['owed', 'sending', 'sent', 'uncertain'] } } })) > 0) return;
  await oweMessages(tx, [{ notice, to, ...(language !== undefined && { language }) }], now);
}

async function endForGood(
  tx: Transaction,
  rights: Rights,
  message: OwedMessage,
  { kind, problem }: Extract<Tried, { kind: 'failed' | 'uncertain' }>,
  now: Date,
): Promise<void> {
  const { id, notice, to } = message;
  if (!(await settle(tx, message, { state: kind, problem: storableText(problem), ended: now }))) return;
  if (isTrouble(notice)) return tellOthers(tx, rights, notice, now);
  if (replacedBy(notice) !== undefined) return;
  if (isCard(notice) && (await isTold(tx, id, now))) return;
  if (kind === 'failed' && to.kind === 'channel' && (await isToldOf(tx, message, to, storableText(problem), now))) return;
  await tell(tx, rights, { kind: 'not delivered', message: id }, to.kind === 'channel' ? to : undefined, now);
}

/**
 * Whether somebody knows already that a channel fails so, since somebody wanted this message posted again where somebody did: its subscription was
 * paused for it, or another message to it failed lately. No digest is ever missing silently.
 */
async function isToldOf(tx: Transaction, { id, notice, to }: OwedMessage, channel: Channel, problem: string, now: Date): Promise<boolean> {
  const wanted = await wantedAt(tx, id);
  const paused = await tx.subscription.count({ where: { ...keyOf(channel), state: 'paused', reason: problem, since: { gte: wanted } } });
  if (paused > 0 || notice.kind === 'digest') return paused > 0;
  const { target } = destinationColumns(storable(to));
  return (await tx.message.count({ where: { id: { not: id }, target, state: 'failed', problem, ended: lately(wanted, now) } })) > 0;
}

/** When somebody wanted a message posted again, the last time; before everything where nobody did. */
async function wantedAt(tx: Transaction, message: string): Promise<Date> {
  const again = await tx.event.findFirst({ where: { act: 'post again', object: message }, orderBy: { id: 'desc' }, select: { at: true } });
  return again?.at ?? new Date(0);
}

/** What was told before somebody wanted a message again says nothing of how it went then. */
function lately(wanted: Date, now: Date): { readonly gte: Date } {
  return { gte: new Date(Math.max(wanted.getTime(), now.getTime() - rememberedFor)) };
}

/** What is wrong has to reach some human, whoever cannot be written to. */
function isTrouble({ kind }: Notice): boolean {
  return kind === 'not delivered' || kind === 'channel paused';
}

/** A card is tried anew with every change of what it shows, which need not be told each time. */
function isCard({ kind }: Notice): boolean {
  return kind === 'proposal card' || kind === 'group established';
}

async function isTold(tx: Transaction, message: string, now: Date): Promise<boolean> {
  const notice: Notice = { kind: 'not delivered', message };
  return (await tx.message.count({ where: { notice: { equals: notice }, owed: lately(await wantedAt(tx, message), now) } })) > 0;
}
