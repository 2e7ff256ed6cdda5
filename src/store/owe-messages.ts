import { randomUUID } from 'node:crypto';
import { platformOf, type SpaceKey, terminalSpace } from '../core/account.ts';
import type { Destination, NewMessage } from '../core/notice.ts';
import type { Prisma } from './generated/client.ts';
import { markOwing, type Transaction } from './record.ts';
import { workspaceOf } from './rights.ts';
import { toSubscription } from './rows/subscription-row.ts';
import { storable } from './storable.ts';

/** Owes messages from an instant of the program's clock on, in the transaction of the fact that they follow from: the row is the queue. */
export async function oweMessages(tx: Transaction, messages: readonly NewMessage[], due: Date): Promise<void> {
  if (messages.length > 0) markOwing(tx);
  const languages = await channelLanguages(tx, messages);
  await tx.message.createMany({ data: messages.map((message) => toRow(storable({ ...message, ...languages.get(targetOf(message.to)) }), due)) });
}

/** A channel is spoken to in the language that was chosen for it, whoever else would read there; digests and late updates are in it already. */
async function channelLanguages(tx: Transaction, messages: readonly NewMessage[]): Promise<ReadonlyMap<string, Pick<NewMessage, 'language'>>> {
  const channels = messages.flatMap(({ notice, to }) => (to.kind === 'channel' && notice.kind !== 'digest' && notice.kind !== 'update late' ? [to] : []));
  if (channels.length === 0) return new Map();
  const OR = channels.map(({ space, channel }) => storable({ space, channel }));
  const rows = await tx.subscription.findMany({ where: { state: 'on', OR } });
  return new Map(rows.map(toSubscription).map(({ space, channel, language }) => [targetOf({ kind: 'channel', space, channel }), { language }]));
}

/** Owes one message, and answers its id. */
export async function oweMessage(tx: Transaction, message: NewMessage, due: Date): Promise<string> {
  markOwing(tx);
  const row = toRow(storable(message), due);
  await tx.message.create({ data: row });
  return row.id;
}

/** Owes the edit of a message; as a destination of its own it holds up nobody who waits for the same channel. */
export async function oweEdit(tx: Transaction, edited: string, message: NewMessage, due: Date): Promise<void> {
  markOwing(tx);
  await tx.message.create({ data: { ...toRow(storable(message), due), target: targetOfEdit(edited) } });
}

/** The destination of the edits of a message, as one text. */
export function targetOfEdit(message: string): string {
  return JSON.stringify({ kind: 'edit', message });
}

function toRow({ notice, to, otherwise, language }: NewMessage, due: Date): Prisma.MessageCreateManyInput & { readonly id: string } {
  return {
    id: randomUUID(),
    notice,
    ...destinationColumns(to),
    ...(otherwise !== undefined && { otherwise }),
    language: language ?? null,
    state: 'owed',
    owed: due,
    due,
  };
}

/** Where a message goes, as its row holds it. */
export function destinationColumns(to: Destination): { readonly to: Destination; readonly target: string; readonly space: SpaceKey } {
  return { to, target: targetOf(to), space: spaceServing(to) };
}

/** A destination as one text, the same for the same destination, so that one can be told from another. */
export function targetOf(to: Destination): string {
  if (to.kind === 'person') return JSON.stringify({ kind: to.kind, account: to.account });
  return JSON.stringify({ kind: to.kind, space: to.space, channel: to.channel });
}

/** The space whose deliveries these are; Discord's direct messages belong to no server, so they stand under its own name. */
function spaceServing(to: Destination): SpaceKey {
  if (to.kind === 'channel') return to.space;
  const spaces = { slack: workspaceOf(to.account), discord: 'discord', terminal: terminalSpace } as const;
  return spaces[platformOf(to.account)];
}
