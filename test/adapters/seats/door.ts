import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { serve } from '../../support/slack.ts';

/** A call that passed, and what was answered. */
export type Passed = { readonly method: string; readonly path: string; readonly body: string; readonly status: number; readonly answer: string };

type Asked = Pick<Passed, 'method' | 'path' | 'body'>;

/** A door before a platform's own interface: it notes every call the bot makes, so that a person's app hears of it at once. */
export type Door = {
  readonly url: string;
  /** All that have passed, in their order. */
  readonly all: () => readonly Passed[];
  /** How many have passed. */
  readonly count: () => number;
  /** The first call that fits, of those after so many, as soon as it has passed. */
  first(fits: (call: Passed) => boolean, after: number): Promise<Passed>;
  close(): Promise<void>;
};

type Ways = {
  /** Answers what the platform that stands in leaves out. */
  readonly answer?: (asked: Asked) => object | undefined;
  /** Rewrites a body for a platform that cannot read it, as JSON. */
  readonly translate?: (body: string) => string | undefined;
};

/** Opens a door before an address. */
export async function openDoor(target: string, { answer = () => undefined, translate = () => undefined }: Ways = {}): Promise<Door> {
  const passed: Passed[] = [];
  const waiting = new Set<() => void>();

  async function forward({ method, path, body }: Asked, { authorization = '', 'content-type': type = '' }: IncomingMessage['headers']): Promise<Passed> {
    const own = answer({ method, path, body });
    if (own !== undefined) return { method, path, body, status: 200, answer: JSON.stringify(own) };
    const json = translate(body);
    const sent = method === 'GET' || method === 'HEAD' ? {} : { body: json ?? body };
    const headers = { authorization, 'content-type': json === undefined ? type : 'application/json' };
    const response = await fetch(target + path, { method, headers, ...sent });
    return { method, path, body, status: response.status, answer: await response.text() };
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/', headers } = request;
    const call = await forward({ method, path, body: await text(request) }, headers);
    response.writeHead(call.status, call.answer === '' ? {} : { 'content-type': 'application/json' }).end(call.answer === '' ? undefined : call.answer);
    passed.push(call);
    for (const look of waiting) look();
  }

  const { url, close } = await serve((request, response) => void pass(request, response).catch(() => response.destroy()));
  return {
    url,
    close,
    all: () => passed,
    count: () => passed.length,
    first(fits, after) {
      const { promise, resolve } = Promise.withResolvers<Passed>();
      const look = (): void => {
        const call = passed.slice(after).find(fits);
        if (call === undefined) return;
        waiting.delete(look);
        resolve(call);
      };
      waiting.add(look);
      look();
      return promise;
    },
  };
}
