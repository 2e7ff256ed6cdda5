import type { By } from '../core/store.ts';
import { memberActing, type Writing } from './members.ts';
import { keep, once } from './record.ts';
import { storableText } from './storable.ts';

/** Makes the sender a chair of the group that asked them; from then on they speak for it, and are no longer among those who only belong to it. */
export function acceptChair({ client, rights }: Writing, given: string, by: By): Promise<boolean> {
  const group = storableText(given);
  return once<boolean>(client, by, {
    async first(tx) {
      const member = await memberActing(tx, by, rights);
      const key = { groupId: group, memberId: member };
      const { count } = await tx.chairOffer.deleteMany({ where: key });
      if (count === 0) return false;
      await tx.lead.upsert({
        where: { groupId_memberId: key },
        create: { ...key, role: 'chair', since: by.at },
        update: { role: 'chair', since: by.at },
      });
      await tx.membership.deleteMany({ where: key });
      await keep(tx, by, member, { act: 'chair accepted', object: group, new: { member } });
      return true;
    },
    again: ({ act }) => act === 'chair accepted',
  });
}
