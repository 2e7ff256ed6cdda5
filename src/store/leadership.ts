import { platformOf } from '../core/account.ts';
import type { NewMessage, Notice } from '../core/notice.ts';
import type { By } from '../core/store.ts';
import type { Leadership } from '../core/store-proposals.ts';
import { memberActing } from './members.ts';
import { oweMessages } from './owe-messages.ts';
import { coordinatorsOf } from './people.ts';
import { leadershipChannels, oweCard, spoken } from './posted-cards.ts';
import { keep, once, type Transaction, type Writing } from './record.ts';
import type { Rights } from './rights.ts';
import { openOnes } from './rows/proposal-row.ts';
import { storable } from './storable.ts';
import { oweEach } from './tell.ts';

/** Chooses the channel in which a space's leadership reads proposals, which gets the cards of the open ones. */
export async function leadFrom(writing: Writing, given: Leadership, by: By): Promise<void> {
  const { space, channel, language } = storable(given);
  await once(writing, by, {
    async first(tx) {
      const member = await memberActing(tx, by, writing.rights);
      const before = await tx.leadershipChannel.findUnique({ where: { space } });
      const columns = { channel, language, member, since: by.at };
      await tx.leadershipChannel.upsert({ where: { space }, create: { space, ...columns }, update: columns });
      const where = (await leadershipChannels(tx, writing.rights)).find((one) => one.space === space);
      const open = await tx.proposal.findMany({ where: openOnes, select: { id: true }, orderBy: { number: 'asc' } });
      for (const { id } of where === undefined ? [] : open) await oweCard(tx, id, { space, channel, language }, by.at);
      await keep(tx, by, member, { act: 'leadership channel chosen', object: space, old: { channel: before?.channel ?? null }, new: { channel } });
    },
    again: () => undefined,
  });
}

/** News of a proposal. */
type OfProposal = Extract<Notice, { readonly proposal: string }>;

/** Tells leadership something of a proposal: in its channels, and directly whichever coordinator none of them reaches, but for whoever proposed it. */
export async function tellLeadership(tx: Transaction, rights: Rights, notice: OfProposal, now: Date): Promise<void> {
  const channels = await leadershipChannels(tx, rights);
  const messages = channels.map(({ space, channel, language }): NewMessage => ({ notice, to: { kind: 'channel', space, channel }, ...spoken(language) }));
  await oweMessages(tx, messages, now);
  await tellBeside(tx, rights, channels, notice, now);
}

/** Tells directly each coordinator in whose chats leadership reads in no channel, but for whoever proposed it. */
export async function tellBeside(
  tx: Transaction,
  rights: Rights,
  channels: readonly Pick<Leadership, 'space'>[],
  notice: OfProposal,
  now: Date,
): Promise<void> {
  const chats = new Set(channels.map(({ space }) => platformOf(space)));
  const coordinators = await coordinatorsOf(tx, rights);
  const proposers = await proposersOf(tx, notice.proposal);
  const others = coordinators.filter(({ id, accounts }) => !proposers.includes(id) && !accounts.some((account) => chats.has(platformOf(account))));
  await oweEach(tx, others, notice, now);
}

/** Whoever proposes something, and whoever has an account that was the proposer's once: they do not decide on it. */
async function proposersOf(tx: Transaction, id: string): Promise<readonly string[]> {
  const { member, origins } = await tx.proposal.findUniqueOrThrow({ where: { id }, select: { member: true, origins: true } });
  const accounts = await tx.account.findMany({ where: { origin: { in: origins } }, select: { memberId: true } });
  return [member, ...accounts.map(({ memberId }) => memberId)];
}

/** Ends that; the cards that stand in the channel are kept up to date. */
export function leadNoMore(writing: Writing, by: By): Promise<boolean> {
  return once<boolean>(writing, by, {
    async first(tx) {
      const space = by.space ?? '';
      const before = await tx.leadershipChannel.findUnique({ where: { space } });
      if (before === null) return false;
      await tx.leadershipChannel.delete({ where: { space } });
      await keep(tx, by, await memberActing(tx, by, writing.rights), { act: 'leadership channel ended', object: space, old: { channel: before.channel } });
      return true;
    },
    again: ({ act }) => act === 'leadership channel ended',
  });
}
