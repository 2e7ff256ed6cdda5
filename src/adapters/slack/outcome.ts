import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Failed, Posting } from '../../chat/adapter.ts';
import { isUnsent } from '../../chat/unsent.ts';
import { codeOf } from './clients.ts';

/** What a failed call says of its message. */
export function outcomeOf(error: unknown, to: Posting['to']): Failed {
  const problem = codeOf(error);
  if (error instanceof WebAPIRateLimitedError) return { kind: 'later', milliseconds: error.retryAfter * 1_000, problem };
  if (error instanceof WebAPIPlatformError) return outcomeOfRefusal(error, to);
  if (error instanceof WebAPIHTTPError) return outcomeOfStatus(error.statusCode, problem);
  if (isBusy(error)) return { kind: 'later', milliseconds: 0, problem: 'ratelimited' };
  return isUnsent(error) ? { kind: 'later', milliseconds: 0, problem, unreached: true } : { kind: 'uncertain', problem };
}

/** Whoever is down has taken nothing; where Slack or a gateway before it fails, part of the work may have been done. */
function outcomeOfStatus(status: number, problem: string): Failed {
  if (status === 503) return { kind: 'later', milliseconds: 0, problem, unreached: true };
  return status >= 500 ? { kind: 'uncertain', problem } : { kind: 'refused', problem };
}

/** The library has no class for a 429 that does not say how long. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Retry header did not contain a valid timeout');
}

/** Slack takes nothing now; the token's own troubles are among it, since somebody mends them. */
const passing: readonly string[] = [
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'service_unavailable',
  'team_added_to_org',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
  'account_inactive',
];

/** Of these Slack writes that part of the work may have been done. */
const unclear: readonly string[] = ['internal_error', 'fatal_error'];

/** The channel is no more, or the bot may not write there. */
const gone: readonly string[] = [
  'channel_not_found',
  'is_archived',
  'not_in_channel',
  'channel_is_limited_access',
  'team_access_not_granted',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_only_channel',
];

/** A person who cannot be written to. */
const closed: readonly string[] = ['messages_tab_disabled', 'cannot_dm_bot', 'user_disabled', 'user_not_found', 'user_not_visible', ...gone];

function outcomeOfRefusal({ data: { error, response_metadata: told } }: WebAPIPlatformError, to: Posting['to']): Failed {
  // What is no word of Slack's comes from something between, which may have let the message through.
  if (!/^[a-z_]{1,80}$/.test(error)) return { kind: 'uncertain', problem: 'unreadable answer' };
  if (passing.includes(error)) return { kind: 'later', milliseconds: (told?.retryAfter ?? 0) * 1_000, problem: error };
  if (unclear.includes(error)) return { kind: 'uncertain', problem: error };
  if (to.kind === 'person') return { kind: closed.includes(error) ? 'closed' : 'refused', problem: error };
  return { kind: gone.includes(error) ? 'gone' : 'refused', problem: error };
}
