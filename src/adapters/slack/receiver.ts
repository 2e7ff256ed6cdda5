import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type AckFn, type App, HTTPModuleFunctions, type Receiver, type ReceiverEvent, ReceiverMultipleAckError } from '@slack/bolt';
import type { Log } from '../../chat/adapter.ts';
import { within } from '../../chat/within.ts';
import { codeOf } from './clients.ts';
import { deadlines } from './limits.ts';
import { createReplays, type Replays, repeatOf } from './replay.ts';

const { buildNoBodyResponse, buildSSLCheckResponse, buildUrlVerificationResponse } = HTTPModuleFunctions;

/** Far more than Slack sends: a full form is some 20 kB. */
const bodyLimit = 1024 * 1024;

type Body = ReceiverEvent['body'];

/**
 * Receives Slack's requests on a server that others own. Bolt verifies and parses; this adds what Bolt's own receiver lacks: it refuses
 * repeated and future requests, it acknowledges what no listener knows at once and not after three seconds with 404, and no body,
 * however strange, leaves a rejection that nobody catches.
 */
export class SharedServerReceiver implements Receiver {
  readonly #signingSecret: string;
  readonly #log: Log;
  readonly #replays: Replays = createReplays();
  readonly #work = new Set<Promise<void>>();
  #app: App | undefined;
  #open = false;

  constructor(signingSecret: string, log: Log) {
    this.#signingSecret = signingSecret;
    this.#log = log;
  }

  init(app: App): void {
    this.#app = app;
  }

  async start(): Promise<void> {
    this.#open = true;
  }

  /** Takes no more requests and resolves when those that were taken are answered, or have had their time. */
  async stop(): Promise<void> {
    this.#open = false;
    await within(deadlines.stop, Promise.allSettled(this.#work));
  }

  /** For `POST /slack/events`. */
  readonly listener: RequestListener = (request, response) => {
    const work = this.#receive(request, response)
      .catch((error: unknown) => this.#report(error, response))
      .finally(() => this.#work.delete(work));
    this.#work.add(work);
  };

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.split('?')[0] !== '/slack/events') return buildNoBodyResponse(response, 404);
    if (request.method !== 'POST') return refuseMethod(response);
    if (!this.#open || this.#app === undefined) return buildNoBodyResponse(response, 503);
    const freshness = this.#replays.check(request.headers);
    if (freshness === 'refused' || freshness === 'repeated') return this.#turnAway(freshness, response);
    const body = await this.#verify(request, response);
    if (body !== undefined) await this.#process(this.#app, body, request, response);
  }

  #turnAway(freshness: 'refused' | 'repeated', response: ServerResponse): void {
    this.#log.warn({ freshness }, 'a Slack request that is stale, from the future, malformed or sent twice');
    buildNoBodyResponse(response, freshness === 'repeated' ? 200 : 401);
  }

  /** The parsed body of a request that Slack signed; undefined when it was answered here. */
  async #verify(request: IncomingMessage, response: ServerResponse): Promise<Body | undefined> {
    const { parseAndVerifyHTTPRequest, parseHTTPRequestBody, isRawBodyError } = HTTPModuleFunctions;
    try {
      const buffered = await parseAndVerifyHTTPRequest({ enabled: true, signingSecret: this.#signingSecret, bodyLimit }, request);
      return this.#sort(
        readBody(() => parseHTTPRequestBody(buffered)),
        request,
        response,
      );
    } catch (error) {
      const tooLarge = isRawBodyError(error) && error.statusCode === 413;
      this.#log.warn({ tooLarge }, 'a request to Slack’s address that Slack did not sign');
      buildNoBodyResponse(response, tooLarge ? 413 : 401);
      return undefined;
    }
  }

  /** Answers Slack's own probes and what cannot be read; gives the rest back. */
  #sort(body: Body | undefined, request: IncomingMessage, response: ServerResponse): Body | undefined {
    if (body === undefined) buildNoBodyResponse(response, 400);
    else if (body['ssl_check'] === '1') buildSSLCheckResponse(response);
    else if (!this.#replays.remember(request.headers)) this.#turnAway(repeatOf(request.headers), response);
    else if (body['type'] === 'url_verification') buildUrlVerificationResponse(response, body);
    else return body;
    return undefined;
  }

  async #process(app: App, body: Body, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { extractRetryNumFromHTTPRequest: number, extractRetryReasonFromHTTPRequest: reason } = HTTPModuleFunctions;
    const [retryNum, retryReason] = [number(request), reason(request)];
    const ack = acknowledgement(response);
    await app.processEvent({ body, ack, ...(retryNum !== undefined && { retryNum }), ...(retryReason !== undefined && { retryReason }) });
    if (!response.headersSent && !response.destroyed) await ack();
  }

  #report(error: unknown, response: ServerResponse): void {
    this.#log.error({ code: codeOf(error) }, 'a Slack request could not be processed');
    if (!response.headersSent) buildNoBodyResponse(response, 500);
  }
}

function refuseMethod(response: ServerResponse): void {
  response.writeHead(405, { allow: 'POST' }).end();
}

/** A body is an object; anything else that parses is as strange as what does not. */
function readBody(parse: () => unknown): Body | undefined {
  try {
    const body = parse();
    return typeof body === 'object' && body !== null ? { ...body } : undefined;
  } catch {
    return undefined;
  }
}

/** Answers the request, once; a peer that has gone is an error, so that the answer can take another way. */
function acknowledgement(response: ServerResponse): AckFn<unknown> {
  return async (content) => {
    if (response.headersSent) throw new ReceiverMultipleAckError();
    if (response.destroyed) throw new Error('the peer hung up');
    respond(response, content);
  };
}

/** With its length, since Bolt's own way leaves it out and is sent in six pieces. */
function respond(response: ServerResponse, content: unknown): void {
  const isText = typeof content === 'string';
  const body = isText || content === undefined ? (content ?? '') : write(content);
  const type = body === '' ? {} : { 'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8' };
  response.writeHead(200, { ...type, 'content-length': Buffer.byteLength(body) }).end(body);
}

/** The same answer is written once, however many get it. */
const written = new WeakMap<object, string>();

function write(content: unknown): string {
  if (typeof content !== 'object' || content === null) return JSON.stringify(content);
  const body = written.get(content) ?? JSON.stringify(content);
  written.set(content, body);
  return body;
}
