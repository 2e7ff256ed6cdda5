import { createServer, type RequestListener, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

/** One port: Slack's paths go to Bolt, once it is loaded, with the body unread, which it must verify, and all else to the site. */
export function createWebServer(site: Hono, loading: Promise<RequestListener | undefined>): Server {
  const rest = getRequestListener(site.fetch);
  let slack: RequestListener | undefined;
  void loading.then((loaded) => {
    slack = loaded;
  });
  return createServer((request, response) => {
    if (request.url?.startsWith('/slack/') !== true) void rest(request, response);
    else if (slack !== undefined) slack(request, response);
    else void loading.then((loaded) => (loaded ?? rest)(request, response));
  });
}
