import type { Channel } from '../core/group.ts';
import type { NewMessage, Notice } from '../core/notice.ts';
import { oweMessages } from './owe-messages.ts';
import { coordinatorsOf } from './people.ts';
import type { Where } from './posted-cards.ts';
import type { Transaction } from './record.ts';
import type { Rights } from './rights.ts';
import { toSubscription } from './subscription-row.ts';
import { oweEach } from './tell.ts';

/** The channels that get news. */
export async function newsChannels(tx: Transaction): Promise<readonly (Where & Pick<NewMessage, 'language'>)[]> {
  const rows = await tx.subscription.findMany({ where: { news: true, state: 'on' }, orderBy: [{ space: 'asc' }, { channel: 'asc' }] });
  return rows.map(toSubscription);
}

/** Tells the channels that get news, and one more where that is another. */
export async function oweNews(tx: Transaction, notice: Notice, also: Channel | undefined, now: Date): Promise<void> {
  const news = (await newsChannels(tx)).map(({ space, channel, language }): NewMessage => {
    return { notice, to: { kind: 'channel', space, channel }, ...(language !== undefined && { language }) };
  });
  const heard = news.some(({ to }) => to.kind === 'channel' && to.space === also?.space && to.channel === also.channel);
  await oweMessages(tx, also === undefined || heard ? news : [...news, { notice, to: { kind: 'channel', ...also } }], now);
}

/** Tells leadership and the channels that get news of a group that has no chair while nobody is asked to be one. */
export async function tellIfChairless(tx: Transaction, rights: Rights, group: string, now: Date): Promise<void> {
  const chairless = {
    id: group,
    state: { in: ['forming', 'active', 'paused'] },
    leads: { none: { role: 'chair' } },
    chairOffers: { none: {} },
  };
  if ((await tx.group.count({ where: chairless })) === 0) return;
  const notice: Notice = { kind: 'chair wanted', group };
  await oweEach(tx, await coordinatorsOf(tx, rights), notice, now);
  await oweNews(tx, notice, undefined, now);
}
