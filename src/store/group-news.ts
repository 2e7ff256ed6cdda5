import type { Act } from '../core/act.ts';
import { type Channel, chairedStates, groupActs } from '../core/group.ts';
import type { NewMessage, Notice } from '../core/notice.ts';
import type { Prisma } from './generated/client.ts';
import { oweMessages } from './owe-messages.ts';
import { coordinatorsOf } from './people.ts';
import type { Where } from './posted-cards.ts';
import type { Transaction } from './record.ts';
import type { Rights } from './rights.ts';
import { toSubscription } from './rows/subscription-row.ts';
import { oweEach, tellPeople } from './tell.ts';

/** The channels that get news. */
export async function newsChannels(tx: Transaction): Promise<readonly (Where & Pick<NewMessage, 'language'>)[]> {
  const rows = await tx.subscription.findMany({ where: { news: true, state: 'on' }, orderBy: [{ space: 'asc' }, { channel: 'asc' }] });
  return rows.map(toSubscription);
}

/** Tells the channels that get news, and one more where nobody has chosen what that gets. */
export async function oweNews(tx: Transaction, notice: Notice, also: Channel | undefined, now: Date): Promise<void> {
  const news = (await newsChannels(tx)).map(({ space, channel, language }): NewMessage => {
    return { notice, to: { kind: 'channel', space, channel }, ...(language !== undefined && { language }) };
  });
  const told = also === undefined || (await chooses(tx, also)) ? news : [...news, { notice, to: { kind: 'channel', ...also } } as const];
  await oweMessages(tx, told, now);
}

/** Whether somebody has chosen what a channel gets, the news among it or not, and be it nothing. */
async function chooses(tx: Transaction, { space, channel }: Channel): Promise<boolean> {
  return (await tx.subscription.count({ where: { space, channel } })) > 0;
}

/** With these ends the time in which it is told once that a group has no chair, or that somebody would chair it. */
export const chairlessEnds: readonly Act[] = ['chair appointed', 'chair accepted', groupActs.rest];

/** What ended the last time in which the group had no chair; null where nothing did. */
export function lastChaired(tx: Transaction, group: string): Promise<{ readonly id: bigint; readonly at: Date } | null> {
  return tx.event.findFirst({ where: { object: group, act: { in: [...chairlessEnds] } }, orderBy: { id: 'desc' }, select: { id: true, at: true } });
}

/** Whether it was told already since the group last had a chair, or rested. */
async function isTold(tx: Transaction, group: string): Promise<boolean> {
  const end = await lastChaired(tx, group);
  const about = [{ notice: { path: ['kind'], equals: 'chair wanted' } }, { notice: { path: ['group'], equals: group } }];
  return (await tx.message.count({ where: { AND: about, ...(end !== null && { due: { gt: end.at } }) } })) > 0;
}

const chairless = { state: { in: [...chairedStates] }, leads: { none: { role: 'chair' } } };

/** Tells leadership and the channels that get news, once, of a group that has no chair; whoever is asked to be one may never answer. */
export async function tellIfChairless(tx: Transaction, rights: Rights, group: string, now: Date): Promise<void> {
  await tellWhere(tx, rights, group, chairless, now);
}

/** The same, while nobody is asked to be one either. */
export async function tellIfNobodyIsAsked(tx: Transaction, rights: Rights, group: string, now: Date): Promise<void> {
  await tellWhere(tx, rights, group, { ...chairless, chairOffers: { none: {} } }, now);
}

/** What somebody was who goes: a chair, or asked to be one. Of others who go leadership need not hear. */
export type Going = { readonly chaired: boolean; readonly asked: boolean };

/** Tells of a group that may be without a chair now that somebody has gone. */
export async function tellOfGoing(tx: Transaction, rights: Rights, group: string, { chaired, asked }: Going, now: Date): Promise<void> {
  if (chaired) await tellIfChairless(tx, rights, group, now);
  else if (asked) await tellIfNobodyIsAsked(tx, rights, group, now);
}

/** Ends the question whether somebody would chair a group; answers whether there was one. Whoever asked hears of it. */
export async function askNoMore(tx: Transaction, groupId: string, memberId: string, now: Date): Promise<boolean> {
  const offers = await tx.chairOffer.findMany({ where: { groupId, memberId }, select: { asker: true } });
  await tx.chairOffer.deleteMany({ where: { groupId, memberId } });
  for (const { asker } of offers) await tellAsker(tx, groupId, asker, now);
  return offers.length > 0;
}

/** Tells a chair that whoever they asked does not take over; whoever has left the chair since has nothing left to hand over. */
export async function tellAsker(tx: Transaction, group: string, asker: string | null, now: Date): Promise<void> {
  if (asker !== null && (await chairs(tx, group, asker))) await tellPeople(tx, [asker], { kind: 'chair declined', group }, now);
}

/** Whoever is made a chair need not be asked any more; the chair who asked them hears of it, unless it is they who appoint (`actor`). */
export async function answerByAppointment(tx: Transaction, groupId: string, memberId: string, actor: string, now: Date): Promise<void> {
  const offers = await tx.chairOffer.findMany({ where: { groupId, memberId }, select: { asker: true } });
  await tx.chairOffer.deleteMany({ where: { groupId, memberId } });
  for (const { asker } of offers) {
    if (asker === null || asker === actor || !(await chairs(tx, groupId, asker))) continue;
    await tellPeople(tx, [asker], { kind: 'handover done', group: groupId, appointed: true }, now);
  }
}

export async function chairs(tx: Transaction, groupId: string, memberId: string): Promise<boolean> {
  return (await tx.lead.count({ where: { groupId, memberId, role: 'chair' } })) > 0;
}

/** Whoever somebody asked to take over is asked no more, `but` one who still is, and hears of it; answers how many they were. */
export async function takeBackQuestions(tx: Transaction, groupId: string, asker: string, now: Date, but?: string): Promise<number> {
  const where = { groupId, asker, ...(but !== undefined && { memberId: { not: but } }) };
  const asked = await tx.chairOffer.findMany({ where, select: { memberId: true } });
  await tx.chairOffer.deleteMany({ where });
  const notice: Notice = { kind: 'asked no more', group: groupId, what: 'chair' };
  await tellPeople(
    tx,
    asked.map(({ memberId }) => memberId),
    notice,
    now,
  );
  return asked.length;
}

async function tellWhere(tx: Transaction, rights: Rights, group: string, where: Prisma.GroupWhereInput, now: Date): Promise<void> {
  if ((await tx.group.count({ where: { ...where, id: group } })) === 0 || (await isTold(tx, group))) return;
  const notice: Notice = { kind: 'chair wanted', group };
  await oweEach(tx, await coordinatorsOf(tx, rights), notice, now);
  await oweNews(tx, notice, undefined, now);
}
