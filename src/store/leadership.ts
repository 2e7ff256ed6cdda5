import type { By } from '../core/store.ts';
import type { Leadership } from '../core/store-proposals.ts';
import { memberActing, type Writing } from './members.ts';
import { leadershipChannels, oweCard } from './posted-cards.ts';
import { keep, once } from './record.ts';
import { storable } from './storable.ts';

/** Chooses the channel in which a space's leadership reads proposals, which gets the cards of the open ones. */
export async function leadFrom({ client, rights, owed }: Writing, given: Leadership, by: By): Promise<void> {
  const { space, channel, language } = storable(given);
  await once(client, by, {
    async first(tx) {
      const member = await memberActing(tx, by, rights);
      const before = await tx.leadershipChannel.findUnique({ where: { space } });
      const columns = { channel, language, member, since: by.at };
      await tx.leadershipChannel.upsert({ where: { space }, create: { space, ...columns }, update: columns });
      const where = (await leadershipChannels(tx, rights)).find((one) => one.space === space);
      const open = await tx.proposal.findMany({ where: { state: { in: ['proposed', 'changes asked'] } }, select: { id: true }, orderBy: { number: 'asc' } });
      for (const { id } of where === undefined ? [] : open) await oweCard(tx, id, { space, channel, language }, by.at);
      await keep(tx, by, member, { act: 'leadership channel chosen', object: space, old: { channel: before?.channel ?? null }, new: { channel } });
    },
    again: () => undefined,
  });
  owed();
}

/** Ends that; the cards that stand in the channel are kept up to date. */
export function leadNoMore({ client, rights }: Writing, by: By): Promise<boolean> {
  return once<boolean>(client, by, {
    async first(tx) {
      const space = by.space ?? '';
      const before = await tx.leadershipChannel.findUnique({ where: { space } });
      if (before === null) return false;
      await tx.leadershipChannel.delete({ where: { space } });
      await keep(tx, by, await memberActing(tx, by, rights), { act: 'leadership channel ended', object: space, old: { channel: before.channel } });
      return true;
    },
    again: ({ act }) => act === 'leadership channel ended',
  });
}
