import { DiscordAPIError, HTTPError, RateLimitError } from '@discordjs/rest';
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { Failed, Posting } from '../../chat/adapter.ts';
import { isUnsent } from '../../chat/unsent.ts';

/** What a failed call says of its message. */
export function outcomeOf(error: unknown, to: Posting['to']): Failed {
  const problem = wordOf(error);
  if (error instanceof RateLimitError) return { kind: 'later', milliseconds: Math.max(0, Math.ceil(error.retryAfter)), problem };
  if (error instanceof DiscordAPIError) return outcomeOfRefusal(error, to);
  return isUnsent(error) || isTurnedAway(error) ? { kind: 'later', milliseconds: 0, problem, unreached: true } : { kind: 'uncertain', problem };
}

/** The gateway before Discord says that it could not hand the call on; of its other failures nobody knows. */
function isTurnedAway(error: unknown): boolean {
  return error instanceof HTTPError && [521, 522, 523].includes(error.status);
}

/** The channel is no more, or the bot may not write there. */
const gone: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
];

/** A person who cannot be written to. */
const closed: readonly unknown[] = [
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.InvalidRecipients,
  ...gone,
];

/** A token that is refused is somebody's to mend, and who opens conversations too fast has only to wait. */
function outcomeOfRefusal(error: DiscordAPIError, to: Posting['to']): Failed {
  const problem = wordOf(error);
  if (error.status === 401 || error.code === RESTJSONErrorCodes.OpeningDirectMessagesTooFast) return { kind: 'later', milliseconds: 0, problem };
  if (to.kind === 'person') return { kind: closed.includes(error.code) ? 'closed' : 'refused', problem };
  return { kind: gone.includes(error.code) ? 'gone' : 'refused', problem };
}

/** What went wrong, as a word: Discord's own where it has one. The error's message may hold what was sent. */
function wordOf(error: unknown): string {
  if (error instanceof RateLimitError) return 'ratelimited';
  if (error instanceof DiscordAPIError) return nameOf(error) ?? `http_${error.status}`;
  if (error instanceof HTTPError) return `http_${error.status}`;
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function nameOf({ code }: DiscordAPIError): string | undefined {
  return typeof code === 'number' && code !== RESTJSONErrorCodes.GeneralError ? RESTJSONErrorCodes[code] : undefined;
}
