import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Raw } from './payloads.ts';

export type Call = { readonly method: string; readonly path: string; readonly type: string; readonly body: string; readonly authorization: string | undefined };

type Verdict = { readonly status: number; readonly code?: number };

/**
 * Discord's REST interface, as far as answers go: an interaction that is not acknowledged within three seconds is forgotten, and one that was is not
 * acknowledged again. What only answers may do after an acknowledgement is refused before it.
 */
export type Peer = {
  readonly url: string;
  readonly calls: Call[];
  /** An interaction is on its way; from now on the three seconds run. */
  send(raw: Raw): Raw;
  /** Acknowledged over HTTP, in the answer to the request. */
  acknowledge(raw: Raw): void;
  /** The verdicts with which the next requests are answered in place of what Discord would say. */
  breakWith: Verdict[];
  close(): Promise<void>;
};

type Sent = { readonly at: number; acknowledged: boolean };

function judgeCallback(one: Sent | undefined): Verdict {
  if (one === undefined || Date.now() - one.at > 3_000) return { status: 404, code: 10_062 };
  if (one.acknowledged) return { status: 400, code: 40_060 };
  one.acknowledged = true;
  return { status: 204 };
}

function say(response: ServerResponse, { status, code = 0 }: Verdict): void {
  response.writeHead(status, status === 204 ? {} : { 'content-type': 'application/json' });
  response.end(status === 204 ? undefined : JSON.stringify(status === 200 ? { id: '1' } : { code, message: 'refused' }));
}

export async function startPeer(): Promise<Peer> {
  const sent = new Map<string, Sent>();
  const calls: Call[] = [];

  function judge(path: string): Verdict {
    const broken = peer.breakWith.shift();
    if (broken !== undefined) return broken;
    const [, kind, , token = ''] = path.split('/');
    const one = sent.get(token);
    if (kind === 'interactions') return judgeCallback(one);
    return one?.acknowledged === true ? { status: 200 } : { status: 404, code: 10_015 };
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const path = decodeURIComponent(url.replace(/^\/api\/v10/, ''));
    calls.push({ method, path, type: headers['content-type'] ?? '', body: await text(request), authorization: headers.authorization });
    say(response, judge(path));
  }

  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the peer has no port');
  const peer: Peer = {
    url: `http://127.0.0.1:${address.port}/api`,
    calls,
    breakWith: [],
    send(raw) {
      sent.set(raw.token, { at: Date.now(), acknowledged: false });
      return raw;
    },
    acknowledge(raw) {
      sent.set(raw.token, { at: Date.now(), acknowledged: true });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return peer;
}
