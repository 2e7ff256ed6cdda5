import { toMember } from '../core/duty.ts';
import type { Channel } from '../core/group.ts';
import type { Member } from '../core/member.ts';
import type { NewMessage, Notice } from '../core/notice.ts';
import { keyOf } from './channels.ts';
import { oweMessages, targetOf } from './owe-messages.ts';
import { accountsCutOff, coordinatorsOf, peopleBy } from './people.ts';
import type { Transaction } from './record.ts';
import type { Rights } from './rights.ts';
import { openOnes } from './rows/proposal-row.ts';

/** Tells whoever configured a channel, else the coordinators. */
export async function tell(tx: Transaction, rights: Rights, notice: Notice, channel: Channel | undefined, now: Date): Promise<void> {
  const configurer = channel === undefined ? [] : await configurerOf(tx, channel);
  const told = await reaching(tx, messagesTo(configurer, notice));
  const messages = told.length > 0 ? told : await reaching(tx, messagesTo(await coordinatorsOf(tx, rights), notice));
  await oweMessages(tx, messages, now);
}

/** Tells the coordinators what did not reach whoever was told first, each once for each time that it happens. */
export async function tellOthers(tx: Transaction, rights: Rights, notice: Notice, now: Date): Promise<void> {
  const since = await standsSince(tx, notice);
  const told = await tx.message.findMany({
    where: { notice: { equals: notice }, ...(since !== undefined && { owed: { gte: since } }) },
    select: { target: true },
  });
  const targets = new Set(told.map(({ target }) => target));
  const messages = await reaching(tx, messagesTo(await coordinatorsOf(tx, rights), notice));
  const others = messages.filter(({ to }) => !targets.has(targetOf(to)));
  await oweMessages(tx, others, now);
}

/** Since when what is wrong stands, where it stands; the same may have been so, and told, before. */
async function standsSince(tx: Transaction, notice: Notice): Promise<Date | undefined> {
  if (notice.kind === 'not delivered') {
    const message = await tx.message.findUnique({ where: { id: notice.message }, select: { ended: true } });
    return message?.ended ?? undefined;
  }
  if (notice.kind !== 'channel paused') return undefined;
  const subscription = await tx.subscription.findUnique({ where: { id: notice.subscription, state: 'paused' }, select: { since: true } });
  return subscription?.since;
}

/** Those of some messages to people that lead to where the bot still is. */
async function reaching(tx: Transaction, messages: readonly NewMessage[]): Promise<readonly NewMessage[]> {
  const cutOff = await accountsCutOff(
    tx,
    messages.flatMap(({ to }) => (to.kind === 'person' ? [to.account] : [])),
  );
  return messages.filter(({ to }) => to.kind === 'channel' || !cutOff.has(to.account));
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

/** Tells whoever said interest in a topic, but those who hear of it otherwise. */
export async function tellInterested(tx: Transaction, topicId: string, but: readonly string[], notice: Notice, now: Date): Promise<void> {
  const rows = await tx.interest.findMany({ where: { topicId, memberId: { notIn: [...but] } }, select: { memberId: true } });
  const ids = rows.map(({ memberId }) => memberId);
  await tellPeople(tx, ids, notice, now);
}

/** Tells whoever proposed something from a topic that is closed by now, but for the proposal that it went to; answers who that was. */
export async function tellOfClosing(tx: Transaction, topicId: string, to: string | undefined, now: Date): Promise<readonly string[]> {
  const where = { topicId, ...openOnes, ...(to !== undefined && { id: { not: to } }) };
  const open = await tx.proposal.findMany({ where, select: { id: true, member: true }, orderBy: { number: 'asc' } });
  for (const { id, member } of open) await tellPeople(tx, [member], { kind: 'topic closed', proposal: id }, now);
  return open.map(({ member }) => member);
}
