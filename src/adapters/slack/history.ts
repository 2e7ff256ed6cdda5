import type { WebClient } from '@slack/web-api';
import type { Posting, Resumed } from '../../chat/adapter.ts';
import { unseen } from '../../chat/unseen.ts';
import { deadlines } from './limits.ts';
import { outcomeOf } from './outcome.ts';

/** What reading a channel tells of a message. */
export type Found = { readonly kind: 'found'; readonly ts: string } | Extract<Resumed, { kind: 'absent' | 'unseen' | 'uncertain' }>;

type InChannel = Extract<Posting['to'], { kind: 'channel' }>;

/** Where a message is looked for: by the id of one of its blocks, among what was posted since an instant. */
type Sought = { readonly to: InChannel; readonly mark: string; readonly since: Date };

/** How far before its sending a message is looked for, in milliseconds: clocks differ, and its sending may have been broken off before. */
const lookBack = 3_600_000;

/** Pages of a channel that are read at most, and messages on one. */
const mostPages = 10;
const pageSize = 200;

/** Looks in a channel for the message of which one block has this id. Never rejects; of what cannot be read to its end nobody can tell. */
export async function findMarked(client: WebClient, { since, ...sought }: Sought): Promise<Found> {
  const until = Date.now() + deadlines.reading;
  let cursor = '';
  try {
    for (let pages = 0; pages < mostPages && Date.now() < until; pages += 1) {
      const page = await readPage(client, { ...sought, since: new Date(since.getTime() - lookBack) }, cursor);
      if (page.kind !== 'more') return page;
      cursor = page.cursor;
    }
    return unfinished;
  } catch (error) {
    return unseen(outcomeOf(error, sought.to));
  }
}

const unfinished: Found = { kind: 'uncertain', problem: 'history too long' };

async function readPage(client: WebClient, { to: { channel }, mark, since }: Sought, cursor: string): Promise<Found | { kind: 'more'; cursor: string }> {
  const oldest = String(Math.floor(since.getTime() / 1_000));
  const page = await client.conversations.history({ channel, oldest, limit: pageSize, ...(cursor !== '' && { cursor }) });
  const ts = page.messages?.find(({ blocks = [] }) => blocks.some((block) => block.block_id === mark))?.ts;
  if (ts !== undefined) return { kind: 'found', ts };
  const next = page.response_metadata?.next_cursor ?? '';
  if (next !== '') return { kind: 'more', cursor: next };
  return page.has_more === true ? unfinished : { kind: 'absent' };
}
