import type { Channel } from '../core/group.ts';
import { languageOf } from '../core/member.ts';
import type { MessageState, Notice } from '../core/notice.ts';
import type { Prisma } from './generated/client.ts';
import { oweEdit, oweMessage, targetOfEdit } from './owe-messages.ts';
import { markOwing, type Transaction } from './record.ts';
import type { Rights } from './rights.ts';
import { openOnes } from './rows/proposal-row.ts';

/** A channel with the language that it is spoken to in. */
export type Where = Channel & { readonly language: string };

/** Where leadership reads proposals, in the spaces that are accepted. */
export async function leadershipChannels(tx: Transaction, rights: Rights): Promise<readonly Where[]> {
  const rows = await tx.leadershipChannel.findMany({ orderBy: { space: 'asc' } });
  const states = await tx.space.findMany({ where: { state: 'accepted', key: { in: rows.map(({ space }) => space) } }, select: { key: true } });
  const accepted = new Set(states.map(({ key }) => key));
  return rows.filter(({ space }) => accepted.has(space) || rights.accepts(space));
}

/** What brings a card up to date: of a proposal or of a group, as its id tells. */
function noticeOf(object: string, replaces?: string): Notice {
  const edited = replaces === undefined ? {} : { replaces };
  return object.startsWith('wg') ? { kind: 'group established', group: object, ...edited } : { kind: 'proposal card', proposal: object, ...edited };
}

/** Owes a channel the card of a proposal or a group, once; where it stands there already it is brought up to date, in the language of now. */
export async function oweCard(tx: Transaction, object: string, { space, channel, language }: Where, now: Date): Promise<void> {
  const key = { object, space, channel };
  const standing = await tx.postedCard.findUnique({ where: { object_space_channel: key } });
  if (standing !== null) return bringBack(tx, standing, language, now);
  const messageId = await oweMessage(tx, { notice: noticeOf(object), to: { kind: 'channel', space, channel }, ...spoken(language) }, now);
  await tx.postedCard.create({ data: { ...key, messageId, language, free: now } });
}

/** Somebody chose the channel anew and looks at it: a card that was let go, or of which nobody knows whether it arrived, is posted again as well. */
async function bringBack(tx: Transaction, { object, space, channel, messageId }: CardRow, language: string, now: Date): Promise<void> {
  await tx.postedCard.update({ where: { object_space_channel: { object, space, channel } }, data: { language } });
  await postAnew(tx, messageId, ['failed', 'uncertain', 'skipped'], now);
  await tx.message.updateMany({ where: { state: 'owed', OR: [{ id: messageId }, { target: targetOfEdit(messageId) }] }, data: { ...spoken(language) } });
  await refreshCards(tx, object, now);
}

/** Owes a message again as if it had never been tried. */
async function postAnew(tx: Transaction, id: string, states: readonly MessageState[], now: Date): Promise<void> {
  const anew = { state: 'owed', attempts: 0, due: now, ended: null };
  const { count } = await tx.message.updateMany({ where: { id, state: { in: [...states] } }, data: anew });
  if (count > 0) markOwing(tx);
}

/** Owes the edits that bring the cards of an object up to date. Nobody sends or ends one of them until this transaction has ended. */
export async function refreshCards(tx: Transaction, object: string, now: Date): Promise<void> {
  const held = await tx.$queryRaw<unknown[]>`SELECT message_id FROM posted_card WHERE object = ${object} ORDER BY space, channel FOR UPDATE`;
  if (held.length === 0) return;
  for (const card of await tx.postedCard.findMany({ where: { object } })) await refresh(tx, card, now);
}

/** The same for every open proposal that comes from a topic, or from those that a group has taken up: what closes or opens a topic changes what they show. */
export async function refreshProposals(tx: Transaction, from: { readonly id: string } | { readonly groupId: string }, now: Date): Promise<void> {
  const topics = await tx.topic.findMany({ where: from, select: { id: true } });
  const where = { topicId: { in: topics.map(({ id }) => id) }, ...openOnes };
  const open = await tx.proposal.findMany({ where, select: { id: true }, orderBy: { number: 'asc' } });
  for (const { id } of open) await refreshCards(tx, id, now);
}

type CardRow = Prisma.PostedCardGetPayload<object>;

/**
 * A message that has not gone out will say what stands then; so will an edit that waits, so that there is one at most. One that failed is tried
 * anew; one of which nobody knows whether it arrived is left to whoever looks, since it would stand there twice.
 */
async function refresh(tx: Transaction, { object, space, channel, messageId, language, free }: CardRow, now: Date): Promise<void> {
  const [first] = await tx.$queryRaw<{ readonly state: string }[]>`SELECT state FROM owed_message WHERE id = ${messageId}::uuid FOR UPDATE`;
  if (first?.state === 'failed') return postAnew(tx, messageId, ['failed'], free > now ? free : now);
  if (first?.state !== 'sending' && first?.state !== 'sent') return;
  const target = targetOfEdit(messageId);
  const waiting = await tx.$queryRaw<unknown[]>`SELECT id FROM owed_message WHERE target = ${target} AND state = 'owed' FOR UPDATE`;
  if (waiting.length > 0) return;
  await oweEdit(tx, messageId, { notice: noticeOf(object, messageId), to: { kind: 'channel', space, channel }, ...spoken(language) }, free > now ? free : now);
}

/** A language as a message carries it. */
export function spoken(tag: string) {
  const language = languageOf(tag);
  return language === undefined ? {} : { language };
}
