import type { Platform, SpaceKey } from '../core/account.ts';
import type { By } from '../core/store.ts';
import { memberActing } from './members.ts';
import { type Reading, readRows } from './read.ts';
import { keep, once, type Transaction, type Writing } from './record.ts';
import { tellPeople } from './tell.ts';

const acceptedStatement = {
  name: 'accepted spaces',
  text: `SELECT key FROM space WHERE state = 'accepted' AND gone_at IS NULL AND starts_with(key, $1 || ':') ORDER BY accepted_at, key LIMIT 10`,
};

export async function readAcceptedSpaces(reading: Pick<Reading, 'pool'>, platform: Platform): Promise<SpaceKey[]> {
  const rows = await readRows<{ readonly key: SpaceKey }>(reading, acceptedStatement, [platform]);
  return rows.map(({ key }) => key);
}

/** Notes that a space asks to be accepted; one that has asked or been accepted changes nothing by asking again. */
export async function askForSpace(writing: Writing, by: By): Promise<void> {
  const space = spaceOf(by);
  await once(writing, by, {
    async first(tx) {
      const known = writing.rights.accepts(space) || (await tx.space.count({ where: { key: space } })) > 0;
      if (known) return;
      const member = await memberActing(tx, by, writing.rights);
      await tx.space.create({ data: { key: space, state: 'waiting', askedAt: by.at, askedBy: member } });
      await keep(tx, by, member, { act: 'asked', object: space });
    },
    again: () => undefined,
  });
}

/** Accepts a space that asks, or the one from which it is accepted, whether that one has asked or not; false for any other. */
export function acceptSpace(writing: Writing, space: SpaceKey, by: By): Promise<boolean> {
  return once<boolean>(writing, by, {
    async first(tx) {
      const waits = (await tx.space.count({ where: { key: space, state: 'waiting' } })) > 0;
      if (!waits && space !== by.space) return false;
      const member = await memberActing(tx, by, writing.rights);
      await acceptAtOnce(tx, space, member, by.at);
      await keep(tx, by, member, { act: 'accepted', object: space });
      return true;
    },
    again: ({ act }) => act === 'accepted',
  });
}

/** Accepts a space whether it has asked or not. Whoever asked for it hears of it, unless they accept it themselves. */
export async function acceptAtOnce(tx: Transaction, space: SpaceKey, member: string, at: Date): Promise<void> {
  const waiting = await tx.space.findUnique({ where: { key: space, state: 'waiting', askedBy: { not: member } }, select: { askedBy: true } });
  if (waiting?.askedBy) await tellPeople(tx, [waiting.askedBy], { kind: 'space accepted', space }, at);
  const accepted = { state: 'accepted', acceptedAt: at, acceptedBy: member } as const;
  await tx.space.upsert({ where: { key: space }, create: { key: space, ...accepted }, update: accepted });
}

function spaceOf(by: By): SpaceKey {
  if (by.space === undefined) throw new Error('only a space can ask to be accepted');
  return by.space;
}
