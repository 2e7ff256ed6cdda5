import { setTimeout as sleep } from 'node:timers/promises';
import type { types } from '@slack/bolt';
import type { Log } from '../../chat/adapter.ts';
import { deadlines } from './limits.ts';

/** A message as an acknowledgement and a response_url take it. */
export type Message = {
  readonly response_type: 'ephemeral' | 'in_channel';
  readonly replace_original: boolean;
  readonly text: string;
  readonly blocks: types.KnownBlock[];
  readonly mrkdwn: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
};

/** Slack takes five uses of a response_url; three are for one answer. */
const tries = 3;
/** The longest wait that Slack may ask for between two of them, in milliseconds. */
const longestWait = 30_000;

/** What came of one try. `lost` is a line that broke: the message may have arrived or not. */
type Outcome = { readonly kind: 'sent' } | { readonly kind: 'refused' | 'later' | 'lost'; readonly code: string; readonly after?: number };

/**
 * Sends a message to a response_url and tells whether Slack took it. It honours Retry-After and tries again after Slack's own
 * failures; after a broken line only what one person sees, since two of those do less harm than none and two posts in a channel more.
 */
export async function respond(url: string, message: Message, log: Log, attempt = 1): Promise<boolean> {
  const outcome = await send(url, message);
  if (outcome.kind === 'sent') return true;
  log.warn({ code: outcome.code, attempt }, 'Slack did not take an answer');
  if (attempt === tries || !mayRepeat(outcome, message)) return false;
  await sleep(Math.min(outcome.after ?? 500 * attempt ** 2, longestWait));
  return respond(url, message, log, attempt + 1);
}

function mayRepeat({ kind }: Outcome, message: Message): boolean {
  return kind === 'later' || (kind === 'lost' && message.response_type === 'ephemeral');
}

async function send(url: string, message: Message): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(deadlines.response),
      redirect: 'error',
    });
    return outcomeOf(response, await response.text());
  } catch (error) {
    return { kind: 'lost', code: error instanceof Error ? error.name : 'unknown' };
  }
}

function outcomeOf({ status, headers }: Response, said: string): Outcome {
  if (status === 429 || status >= 500) return { kind: 'later', code: `http_${status}`, ...waitAskedFor(headers) };
  if (status >= 400) return { kind: 'refused', code: `http_${status}` };
  const refusal = /"ok"\s*:\s*false/.test(said);
  return refusal ? { kind: 'refused', code: /"error"\s*:\s*"([a-z_]{1,60})"/.exec(said)?.[1] ?? 'unknown' } : { kind: 'sent' };
}

function waitAskedFor(headers: Headers): { readonly after?: number } {
  const seconds = Number.parseFloat(headers.get('retry-after') ?? '');
  return seconds >= 0 ? { after: seconds * 1000 } : {};
}
