import { createServer, type RequestListener, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';

/**
 * How long a connection may rest, in milliseconds: longer than whatever stands before the bot keeps one, ten minutes at most, so that it is never
 * the bot that closes one while a request is on its way. A loop that stood still for Node's own five seconds would otherwise reset those that wait.
 */
const rest = 620_000;

/** One port: Slack's paths go to Bolt, once it is loaded, with the body unread, which it must verify, and all else to the site. */
export function createWebServer(site: Hono, loading: Promise<RequestListener | undefined>): Server {
  const others = getRequestListener(site.fetch);
  let slack: RequestListener | undefined;
  void loading.then((loaded) => {
    slack = loaded;
  });
  return createServer({ keepAliveTimeout: rest }, (request, response) => {
    if (request.url?.startsWith('/slack/') !== true) void others(request, response);
    else if (slack !== undefined) slack(request, response);
    else void loading.then((loaded) => (loaded ?? others)(request, response));
  });
}
