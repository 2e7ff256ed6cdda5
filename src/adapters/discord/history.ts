import type { Posting, Resumed } from '../../chat/adapter.ts';
import { unseen } from '../../chat/unseen.ts';
import { outcomeOf } from './outcome.ts';

/** What reading a channel tells of a message. */
export type Found = { readonly kind: 'found'; readonly id: string } | { readonly kind: 'absent' } | Unread;

/** Nothing was found, and it was not read as far as it would have to be. */
export type Unread = Extract<Resumed, { kind: 'unseen' | 'uncertain' }>;

/** A message as it is read, as far as it is looked at. */
type Told = { readonly id: string; readonly components?: readonly { readonly id?: number }[] };

/** Reads up to a hundred messages, the newest first, before one where it is named. */
export type Read = (before: string | undefined) => Promise<unknown>;

type Sought = {
  /** The number on its container. */
  readonly mark: number;
  readonly since: Date;
  /** In direct messages nothing is hidden from the bot. */
  readonly to: Posting['to'];
  /** When no more is read, by `Date.now`. */
  readonly until: number;
};

/** How far before its sending a message is looked for, in milliseconds: clocks differ, and its sending may have been broken off before. */
const lookBack = 3_600_000;

const mostPages = 10;
export const pageSize = 100;

/** Looks for the message that bears a mark. Never rejects; of what cannot be read as far back as it was sent nobody can tell. */
export async function findMarked(read: Read, sought: Sought): Promise<Found> {
  let last: Told | undefined;
  try {
    for (let pages = 0; pages < mostPages && Date.now() < sought.until; pages += 1) {
      const page = toldIn(await read(last?.id));
      const found = judge(page, last, sought);
      if (found !== undefined) return found;
      last = page.at(-1);
    }
    return unreadable('history too long');
  } catch (error) {
    return unseen(outcomeOf(error, sought.to));
  }
}

/** What a page settles; undefined when older ones have to be read. */
function judge(page: readonly Told[], before: Told | undefined, { mark, since, to }: Sought): Found | undefined {
  const marked = page.find(({ components = [] }) => components.some(({ id }) => id === mark));
  if (marked !== undefined) return { kind: 'found', id: marked.id };
  // Without the right to read, Discord tells of no message and refuses nothing.
  if (page.length === 0 && before === undefined && to.kind === 'channel') return unreadable('no history');
  const oldest = page.at(-1);
  const complete = page.length < pageSize || oldest === undefined || madeAt(oldest.id) < since.getTime() - lookBack;
  return complete ? { kind: 'absent' } : undefined;
}

function unreadable(problem: string): Unread {
  return { kind: 'uncertain', problem };
}

function toldIn(raw: unknown): readonly Told[] {
  if (!Array.isArray(raw) || !raw.every(isTold)) throw new TypeError('no messages');
  return raw;
}

function isTold(raw: unknown): raw is Told {
  return typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string' && (!('components' in raw) || Array.isArray(raw.components));
}

/** From when Discord counts the milliseconds that stand in the upper bits of its ids (docs: /reference#snowflakes). */
const discordEpoch = 1_420_070_400_000;

function madeAt(id: string): number {
  return Number(BigInt(id) >> 22n) + discordEpoch;
}
