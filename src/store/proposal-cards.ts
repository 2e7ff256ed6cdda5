import type { Channel } from '../core/group.ts';
import { languageOf } from './actor.ts';
import type { Prisma } from './generated/client.ts';
import { oweEdit, oweMessage, targetOfEdit } from './owe-messages.ts';
import type { Transaction } from './record.ts';
import type { Rights } from './rights.ts';

/** An accepted space's channel of leadership. */
type Where = Channel & { readonly language: string };

/** Where leadership reads proposals, in the spaces that are accepted. */
export async function leadershipChannels(tx: Transaction, rights: Rights): Promise<readonly Where[]> {
  const rows = await tx.leadershipChannel.findMany({ orderBy: { space: 'asc' } });
  const states = await tx.space.findMany({ where: { state: 'accepted', key: { in: rows.map(({ space }) => space) } }, select: { key: true } });
  const accepted = new Set(states.map(({ key }) => key));
  return rows.filter(({ space }) => accepted.has(space) || rights.accepts(space));
}

/** Owes a channel the card of a proposal, once; where it stands there already it is brought up to date. */
export async function oweCard(tx: Transaction, proposal: string, { space, channel, language }: Where, now: Date): Promise<void> {
  const key = { proposalId: proposal, space, channel };
  if ((await tx.proposalCard.count({ where: key })) > 0) return refreshCards(tx, proposal, now);
  const messageId = await oweMessage(tx, { notice: { kind: 'proposal card', proposal }, to: { kind: 'channel', space, channel }, ...spoken(language) }, now);
  await tx.proposalCard.create({ data: { ...key, messageId, language, free: now } });
}

/** Owes the edits that bring the cards of a proposal up to date. Nobody sends or ends one of them until this transaction has ended. */
export async function refreshCards(tx: Transaction, proposal: string, now: Date): Promise<void> {
  await tx.$queryRaw`SELECT message_id FROM proposal_card WHERE proposal_id = ${proposal} ORDER BY space, channel FOR UPDATE`;
  for (const card of await tx.proposalCard.findMany({ where: { proposalId: proposal } })) await refresh(tx, card, now);
}

type CardRow = Prisma.ProposalCardGetPayload<object>;

/** A message that has not gone out will say what stands then; so will an edit that waits, so that there is one at most. */
async function refresh(tx: Transaction, { proposalId, space, channel, messageId, language, free }: CardRow, now: Date): Promise<void> {
  const [first] = await tx.$queryRaw<{ readonly state: string }[]>`SELECT state FROM owed_message WHERE id = ${messageId}::uuid FOR UPDATE`;
  if (first?.state !== 'sending' && first?.state !== 'sent') return;
  const target = targetOfEdit(messageId);
  const waiting = await tx.$queryRaw<unknown[]>`SELECT id FROM owed_message WHERE target = ${target} AND state = 'owed' FOR UPDATE`;
  if (waiting.length > 0) return;
  const notice = { kind: 'proposal card', proposal: proposalId, replaces: messageId } as const;
  await oweEdit(tx, messageId, { notice, to: { kind: 'channel', space, channel }, ...spoken(language) }, free > now ? free : now);
}

function spoken(tag: string) {
  const language = languageOf(tag);
  return language === undefined ? {} : { language };
}
