import { randomUUID } from 'node:crypto';
import { sayWeek } from '../../src/cards/week-lines.ts';
import type { Account } from '../../src/core/account.ts';
import { addDays, dayIn, mondayOf } from '../../src/core/calendar.ts';
import { type Channel, changeGroup } from '../../src/core/group.ts';
import { isProblem } from '../../src/core/problem.ts';
import type { By, Store } from '../../src/core/store.ts';
import { openStore, type Place } from '../../src/store/open.ts';
import { wordsFor } from '../../src/text/words.ts';
import { planOfGroups } from '../support/groups.ts';

export const team = 'T0TORTURE';
export const guild = '1400000000000000002';
export const coordinator: Account = `slack:${team}:U0COORD`;

/** When the program's clock begins. Everything falls due at a full hour, and every life of the bot begins half past one. */
export const beginning = new Date('2026-03-02T00:30:00Z');

/** What stands before the number in a channel's id: whether its history may be read is told by it. */
export const kinds = { slackRead: 'C0R', slackUnread: 'G0U', discordRead: '15000000000000', discordUnread: '16000000000000' } as const;

/** A chair and the groups for which they alone write. */
export type Seat = { readonly account: Account; readonly user: string; readonly groups: readonly string[] };

const groupsEach = 6;
export const seats: { readonly forms: readonly Seat[]; readonly lines: readonly Seat[]; readonly discord: readonly Seat[] } = {
  forms: [seat(`slack:${team}:U0FORM1`, 1, 1), seat(`slack:${team}:U0FORM2`, 2, 1)],
  lines: [seat(`slack:${team}:U0LINE1`, 3), seat(`slack:${team}:U0LINE2`, 9)],
  discord: [seat('discord:1400000000000000011', 15)],
};
const allSeats = Object.values(seats).flat();
const groupCount = 20;

function seat(account: Account, first: number, count = groupsEach): Seat {
  return { account, user: account.split(':').at(-1) ?? '', groups: Array.from({ length: count }, (_, index) => `wg${first + index}`) };
}

/** A channel that gets digests, and when: they are spread over the hours of the week. */
export type Reader = Channel & { readonly weekday: number; readonly hour: number; readonly news: boolean };

export const readers: readonly Reader[] = Array.from({ length: 112 }, (_, index) => {
  const hour = Math.floor(index * 1.5);
  return { ...channelAt(index, 100), weekday: 1 + Math.floor(hour / 24), hour: hour % 24, news: index < 8 && index % 4 < 2 };
});

/** The four kinds of channels in turn. */
function channelAt(index: number, from: number): Channel {
  const kind = Object.values(kinds)[index % 4] ?? kinds.slackRead;
  return { space: index % 4 < 2 ? `slack:${team}` : `discord:${guild}`, channel: `${kind}${from + index}` };
}

/** Makes the record with which the torture begins: groups with their chairs and channels, and the channels that get digests. */
export async function furnish(place: Place): Promise<void> {
  const { store, close } = await openStore(place, { coordinators: [coordinator], durable: false });
  try {
    await store.loadFirst(planOfGroups(groupCount), by());
    await store.acceptSpace(`slack:${team}`, by({ space: `slack:${team}` }));
    await store.acceptSpace(`discord:${guild}`, by({ space: `discord:${guild}` }));
    for (const { account, groups } of allSeats) for (const group of groups) await store.appoint({ group, account, role: 'chair' }, by());
    for (let index = 0; index < groupCount; index += 1) await arrange(store, index);
    for (const { space, channel, weekday, hour, news } of readers) {
      await store.subscribe({ space, channel }, { digest: true, news, language: 'en', weekday, hour, zone: 'UTC' }, by());
    }
  } finally {
    await close();
  }
}

function by(more: Partial<By> = {}): By {
  return { account: coordinator, space: `slack:${team}`, at: new Date(beginning.getTime() - 60_000), key: randomUUID(), ...more };
}

/** The groups are asked on all days of the week, and each has a channel of its own. */
async function arrange(store: Store, index: number): Promise<void> {
  const { group } = await store.readGroup({ account: coordinator }, `wg${index + 1}`);
  if (group === undefined) throw new Error(`there is no wg${index + 1}`);
  const schedule = { rhythm: 'weekly', weekday: 1 + (index % 7), hour: index, zone: 'UTC' } as const;
  const change = changeGroup(group, { schedule, channel: channelAt(index, 500) }, beginning, '');
  if (isProblem(change)) throw new Error(change.code);
  await store.recordGroup(change, by());
}

/** The digests that a channel is owed until an instant, by their titles: reckoned hour by hour, in another way than the bot's own. */
export function digestsOwed({ weekday, hour }: Reader, until: Date): readonly string[] {
  const titles: string[] = [];
  for (let at = beginning.getTime() + 1_800_000; at <= until.getTime(); at += 3_600_000) {
    const due = new Date(at);
    if (due.getUTCHours() !== hour || (due.getUTCDay() || 7) !== weekday) continue;
    // A week is over everywhere on Monday at 12:00 UTC.
    const week = addDays(mondayOf(dayIn('UTC', new Date(at - 12 * 3_600_000))), -7);
    titles.push(wordsFor('en').digest.title(sayWeek(week, wordsFor('en'))));
  }
  return titles;
}
