import { createServer, type RequestListener, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

/** One port: Slack's paths go to Bolt with the body unread, which it must verify, and all else to the site. */
export function createWebServer(site: Hono, slack: RequestListener | undefined): Server {
  const rest = getRequestListener(site.fetch);
  return createServer((request, response) => {
    if (slack !== undefined && request.url?.startsWith('/slack/') === true) {
      try {
        slack(request, response);
        return;
      } catch {
        // Bolt throws, with nothing read or written, for a path or method that is not its own.
      }
    }
    void rest(request, response);
  });
}
