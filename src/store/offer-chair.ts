import { lacksChair } from '../core/group.ts';
import type { By, Sender } from '../core/store.ts';
import type { ChairOffered, MembershipStore } from '../core/store-memberships.ts';
import { lastChaired } from './group-news.ts';
import type { GroupRow } from './group-row.ts';
import { groupColumns, toGroup } from './group-row.ts';
import { type MemberRow, memberColumns, standing, toMember } from './member-row.ts';
import { memberActing, type Writing } from './members.ts';
import { coordinatorsOf } from './people.ts';
import { only, type Reading, read, statement } from './read.ts';
import { keep, once, type Transaction } from './record.ts';
import { lockGroup, standingGroup } from './record-group.ts';
import { storableText } from './storable.ts';
import { oweEach } from './tell.ts';

/** Tells leadership that the sender would chair a group, once until it has had a chair. */
export async function offerChair({ client, rights, owed }: Writing, given: string, by: By): Promise<ChairOffered> {
  const group = storableText(given);
  const offered = await once<ChairOffered>(client, by, {
    async first(tx) {
      const member = await memberActing(tx, by, rights);
      await lockGroup(tx, group);
      if (!lacksChair(await standingGroup(tx, group))) return 'changed';
      if (await isOffered(tx, group, member)) return 'told';
      const leading = (await coordinatorsOf(tx, rights)).filter(({ id }) => id !== member);
      await oweEach(tx, leading, { kind: 'chair offered', group, member }, by.at);
      await keep(tx, by, member, { act: 'chair offered', object: group });
      return leading.length > 0 ? 'told' : 'nobody';
    },
    again: () => 'told',
  });
  owed();
  return offered;
}

async function isOffered(tx: Transaction, object: string, member: string): Promise<boolean> {
  const end = await lastChaired(tx, object);
  return (await tx.event.count({ where: { object, member, act: 'chair offered', ...(end !== null && { id: { gt: end.id } }) } })) > 0;
}

const offeringStatement = statement('offering', {
  columns: [
    `${only(`SELECT ${groupColumns} FROM working_group WHERE working_group.id = $3`)} AS "group"`,
    `${only(`SELECT ${memberColumns} FROM member WHERE member.id = ${standing('$4::uuid')}`)} AS person`,
  ],
});

type OfferingRow = { readonly group: GroupRow | null; readonly person: MemberRow | null };

export async function readOffering(reading: Reading, sender: Sender, group: string, member: string): ReturnType<MembershipStore['readOffering']> {
  const { actor, row } = await read<OfferingRow>(reading, offeringStatement, sender, [storableText(group), member]);
  return { actor, ...(row.group !== null && { group: toGroup(row.group) }), ...(row.person !== null && { person: toMember(row.person) }) };
}
