import { setTimeout as sleep } from 'node:timers/promises';
import { DiscordAPIError, HTTPError, REST, type RequestData } from '@discordjs/rest';
import { type APIInteractionResponse, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10';
import type { Log } from '../../chat/adapter.ts';
import type { Target } from './decode.ts';
import { type Audience, asEdit, asNew, type Message } from './message.ts';

/** Discord's address without its version, where nobody set another. */
const discord = 'https://discord.com/api';

/** Where Discord's REST interface is; `apiUrl` without the version, so that a peer for tests can stand in. */
export function baseOf(apiUrl: string = discord): { readonly version: string; readonly api: string } {
  return { version: '10', api: apiUrl.replace(/\/+$/, '') };
}

export function openRest(apiUrl?: string): REST {
  return new REST(baseOf(apiUrl));
}

/** A first response that takes longer comes too late anyway. */
const responseTimeout = 2_500;

/** Discord may read the edit before it has read the promise, and may be unwell for a moment. */
const pauses = [250, 750, 2_000];

/** The ways back to whoever acted. The interaction's own token opens them: no token of the bot travels here, so none can be lost to a refusal. */
export type Replies = {
  respond(target: Target, response: APIInteractionResponse): Promise<void>;
  edit(target: Target, message: Message): Promise<void>;
  followUp(target: Target, message: Message, audience: Audience): Promise<void>;
};

export function repliesOver(rest: REST): Replies {
  return {
    async respond({ id, token }, response) {
      await rest.post(Routes.interactionCallback(id, token), { body: response, auth: false, signal: AbortSignal.timeout(responseTimeout) });
    },
    async edit({ application, token }, message) {
      const request = { ...(await bodyOf(message)), auth: false };
      await persistently(
        (error) => isUnknown(error) || isUnwell(error),
        () => rest.patch(Routes.webhookMessage(application, token, '@original'), request),
      );
    },
    async followUp({ application, token }, message, audience) {
      const request = { body: asNew(message, audience), auth: false };
      // Sent again only where it cannot have arrived: an edit may be repeated, a message may not.
      await persistently(isUnknown, () => rest.post(Routes.webhook(application, token), request));
    },
  };
}

/**
 * An edit, with its files. The form is encoded here: whichever HTTP library of the process set its dispatcher last carries the request, and some
 * of these take no form that is not of their own making.
 */
async function bodyOf(message: Message): Promise<RequestData> {
  const body = asEdit(message);
  const { files = [] } = message;
  if (files.length === 0) return { body };
  const form = new FormData();
  form.append('payload_json', JSON.stringify(body));
  for (const [index, { name, text }] of files.entries()) form.append(`files[${index}]`, new Blob([text], { type: 'text/plain; charset=utf-8' }), name);
  const encoded = new Response(form);
  const headers = { 'content-type': encoded.headers.get('content-type') ?? '' };
  return { body: Buffer.from(await encoded.arrayBuffer()), headers, passThroughBody: true };
}

async function persistently(again: (error: unknown) => boolean, send: () => Promise<unknown>): Promise<void> {
  for (const pause of pauses) {
    try {
      await send();
      return;
    } catch (error) {
      if (!again(error)) throw error;
      await sleep(pause);
    }
  }
  await send();
}

function isUnknown(error: unknown): boolean {
  return error instanceof DiscordAPIError && (error.code === RESTJSONErrorCodes.UnknownWebhook || error.code === RESTJSONErrorCodes.UnknownMessage);
}

function isUnwell(error: unknown): boolean {
  return error instanceof HTTPError || !(error instanceof DiscordAPIError);
}

/** Reports what Discord refused, in our own words: its errors carry tokens and what people typed. */
export function reportFailure(log: Log, facts: object, error: unknown): void {
  if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownInteraction) {
    log.warn({ ...facts, code: error.code }, 'an answer came too late for Discord');
  } else {
    log.error({ ...facts, ...factsOf(error) }, 'Discord did not take an answer');
  }
}

/** What may be logged of an error. */
export function factsOf(error: unknown): object {
  if (error instanceof DiscordAPIError) return { code: error.code, status: error.status };
  if (error instanceof HTTPError) return { status: error.status };
  if (!(error instanceof Error)) return {};
  return { error: error.name, ...('code' in error && { code: error.code }) };
}
