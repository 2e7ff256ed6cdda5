import { toMember } from '../core/duty.ts';
import type { Channel } from '../core/group.ts';
import type { Member } from '../core/member.ts';
import type { Notice } from '../core/notice.ts';
import { keyOf } from './channels.ts';
import { oweMessages } from './owe-messages.ts';
import { coordinatorsOf, peopleBy } from './people.ts';
import type { Transaction } from './record.ts';
import type { Rights } from './rights.ts';

/** Tells whoever configured a channel, else the coordinators; false when nobody can be reached. */
export async function tell(tx: Transaction, rights: Rights, notice: Notice, channel: Channel | undefined, now: Date): Promise<boolean> {
  const configurer = channel === undefined ? [] : await configurerOf(tx, channel);
  const told = messagesTo(configurer, notice);
  const messages = told.length > 0 ? told : messagesTo(await coordinatorsOf(tx, rights), notice);
  await oweMessages(tx, messages, now);
  return messages.length > 0;
}

function messagesTo(members: readonly Member[], notice: Notice): ReturnType<typeof toMember> {
  return members.flatMap((member) => toMember(notice, member));
}

async function configurerOf(tx: Transaction, channel: Channel): Promise<Member[]> {
  const { space, channel: id } = keyOf(channel);
  const subscription = await tx.subscription.findUnique({ where: { space_channel: { space, channel: id } }, select: { configuredBy: true } });
  return subscription === null ? [] : peopleBy(tx, [subscription.configuredBy]);
}

/** Owes each of some people the same message. */
export async function oweEach(tx: Transaction, people: readonly Member[], notice: Notice, now: Date): Promise<void> {
  await oweMessages(tx, messagesTo(people, notice), now);
}

/** Owes a message to people by their surrogate ids; nobody who left gets one. */
export async function tellPeople(tx: Transaction, ids: readonly string[], notice: Notice, now: Date): Promise<void> {
  await oweEach(tx, await peopleBy(tx, ids), notice, now);
}

/** Tells whoever proposed something from a topic that is closed by now, but for the proposal that it went to; answers who that was. */
export async function tellOfClosing(tx: Transaction, topicId: string, to: string | undefined, now: Date): Promise<readonly string[]> {
  const where = { topicId, state: { in: ['proposed', 'changes asked'] }, ...(to !== undefined && { id: { not: to } }) };
  const open = await tx.proposal.findMany({ where, select: { id: true, member: true }, orderBy: { number: 'asc' } });
  for (const { id, member } of open) await tellPeople(tx, [member], { kind: 'topic closed', proposal: id }, now);
  return open.map(({ member }) => member);
}
