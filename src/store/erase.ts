import { type Platform, platformOf, type SpaceKey } from '../core/account.ts';
import { wrongTries } from '../core/link.ts';
import { retention } from '../core/personal.ts';
import { cardsNaming, eraseMember, leaveFingerprint } from './forget.ts';
import type { Prisma } from './generated/client.ts';
import { forgetBrought } from './linking/part.ts';
import { memberHeld } from './members.ts';
import { targetOf } from './owe-messages.ts';
import { pause } from './pause-subscription.ts';
import { refreshCards } from './posted-cards.ts';
import { atOnce, keepOwn, type Transaction, type Writing } from './record.ts';
import type { Rights } from './rights.ts';
import { storableText } from './storable.ts';
import { takeTurns } from './turns.ts';

/** Notes that the bot is no longer in a space. One that is accepted without a row gets one, so that its time runs. */
export async function noteGone(writing: Writing, given: SpaceKey, at: Date): Promise<void> {
  const space = storableText(given);
  await atOnce(writing, async (tx) => {
    if (writing.rights.accepts(space)) await tx.space.upsert({ where: { key: space }, create: { key: space, state: 'accepted' }, update: {} });
    await leaveSpace(tx, writing.rights, space, at);
  });
}

/** A space that is accepted without a row gets one as soon as there is somebody in it to forget, so that its time can run. */
async function giveRows(tx: Transaction, rights: Rights, platform: Platform): Promise<void> {
  for (const key of rights.spaces) {
    if (platformOf(key) !== platform || (await tx.account.count({ where: peopleOf(key) })) === 0) continue;
    await tx.space.upsert({ where: { key }, create: { key, state: 'accepted' }, update: {} });
  }
}

/** What its channels got is paused, and told to whoever is reached elsewhere. */
async function leaveSpace(tx: Transaction, rights: Rights, space: SpaceKey, at: Date): Promise<void> {
  const { count } = await tx.space.updateMany({ where: { key: space, goneAt: null }, data: { goneAt: at } });
  if (count === 0) return;
  await keepOwn(tx, at, { act: 'space left', object: space });
  const channels = await tx.subscription.findMany({ where: { space, state: 'on' }, select: { space: true, channel: true }, orderBy: { channel: 'asc' } });
  for (const channel of channels) await pause(tx, rights, channel, 'space left', undefined, at);
}

/** Notes of every space of a platform whether the bot is there. */
export async function noteSpaces(writing: Writing, platform: Platform, present: readonly SpaceKey[], at: Date): Promise<void> {
  await atOnce(writing, async (tx) => {
    await giveRows(tx, writing.rights, platform);
    for (const { key, goneAt } of await tx.space.findMany({ where: { key: { startsWith: `${platform}:` } }, orderBy: { key: 'asc' } })) {
      if (!present.includes(key)) await leaveSpace(tx, writing.rights, key, at);
      else if (goneAt !== null) await tx.space.update({ where: { key }, data: { goneAt: null } });
    }
  });
}

/** Erases whatever has outlived its time, a person at a time, so that a broken-off erasure goes on where it was. */
export async function eraseDue(writing: Writing, now: Date, real: Date): Promise<void> {
  const { client } = writing;
  const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
  const old = { lte: before(retention.messages) };
  // What waits for a platform that nobody connects is no more of use by then.
  await client.message.deleteMany({ where: { to: { path: ['kind'], equals: 'person' }, OR: [{ ended: old }, { state: 'owed', owed: old }] } });
  await client.linkCode.deleteMany({ where: { expires: { lte: real } } });
  await client.exportLink.deleteMany({ where: { expires: { lte: real } } });
  await client.linkTry.deleteMany({ where: { at: { lte: new Date(real.getTime() - wrongTries.within) } } });
  for (const { key, goneAt } of await client.space.findMany({ where: { goneAt: { lte: before(retention.space) } } })) {
    if (goneAt !== null) await eraseSpace(writing, key, goneAt, now);
  }
}

/** Somebody may act from the space at any moment: what is still there of it then stays. */
async function eraseSpace(writing: Writing, space: SpaceKey, goneAt: Date, now: Date): Promise<void> {
  const { client } = writing;
  if ((await client.account.count({ where: { ...peopleOf(space), acted: { gt: goneAt }, actedIn: space } })) > 0) {
    await client.space.updateMany({ where: { key: space, goneAt }, data: { goneAt: null } });
    return;
  }
  const whileGone = (erase: (tx: Transaction) => Promise<void>): Promise<boolean> =>
    atOnce(writing, async (tx) => {
      await takeTurns(tx, 'leadership');
      const gone = await isStillGone(tx, space, goneAt);
      if (gone) await erase(tx);
      return gone;
    });
  const others = await spacesBeside(writing, space);
  for (const { key, ...known } of await client.account.findMany({ where: peopleOf(space), select: { key: true, space: true, actedIn: true } })) {
    // Whoever is known of another space too, or may be of any, stays until that one is forgotten.
    const ofAny = known.space === null && known.actedIn === null;
    if (others.some((other) => ofAny || other === known.space || other === known.actedIn)) continue;
    if (!(await whileGone((tx) => eraseAccount(tx, writing, key, now)))) return;
  }
  await whileGone((tx) => eraseSettings(tx, space, now));
}

/** Whether the bot is away from a space since the same instant; whoever acts from there meanwhile waits until this transaction ends. */
async function isStillGone(tx: Transaction, space: SpaceKey, goneAt: Date): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`SELECT key FROM space WHERE key = ${space} AND gone_at = ${goneAt} FOR UPDATE`;
  return held.length > 0;
}

/**
 * A Slack account is of its workspace; one of Discord of the server from which it became known and of the one that it wrote from last, or of any where
 * somebody has named it who was in none.
 */
function peopleOf(space: SpaceKey): Prisma.AccountWhereInput {
  if (platformOf(space) === 'slack') return { key: { startsWith: `${space}:` } };
  return { platform: platformOf(space), OR: [{ actedIn: space }, { space }, { actedIn: null, space: null }] };
}

/** The other servers of Discord's that are not forgotten; a Slack account is of one workspace alone. */
async function spacesBeside({ client }: Writing, space: SpaceKey): Promise<SpaceKey[]> {
  if (platformOf(space) === 'slack') return [];
  const rows = await client.space.findMany({ where: { key: { startsWith: `${platformOf(space)}:`, not: space } }, select: { key: true } });
  return rows.map(({ key }) => key);
}

/** Somebody who has another account elsewhere stays who they are. */
async function eraseAccount(tx: Transaction, { rights }: Writing, key: string, at: Date): Promise<void> {
  const memberId = await memberHeld(tx, key);
  if (memberId === undefined) return;
  if ((await tx.account.count({ where: { memberId } })) < 2) return eraseMember(tx, rights, memberId, at);
  await tx.message.deleteMany({ where: { target: targetOf({ kind: 'person', account: key }) } });
  await leaveFingerprint(tx, await tx.account.delete({ where: { key }, select: { key: true, origin: true } }));
  await forgetBrought(tx, memberId);
  for (const object of await cardsNaming(tx, memberId)) await refreshCards(tx, object, at);
}

async function eraseSettings(tx: Transaction, space: SpaceKey, at: Date): Promise<void> {
  await tx.subscription.deleteMany({ where: { space } });
  await tx.leadershipChannel.deleteMany({ where: { space } });
  await tx.postedCard.deleteMany({ where: { space } });
  await tx.group.updateMany({ where: { space }, data: { space: null, channel: null } });
  await tx.message.deleteMany({ where: { to: { path: ['space'], equals: space } } });
  await tx.space.delete({ where: { key: space } });
  await keepOwn(tx, at, { act: 'space forgotten', object: space });
}
