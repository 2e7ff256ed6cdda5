import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { Hono } from 'hono';
import { expect, it, onTestFinished } from 'vitest';
import { createWebServer } from '../../src/web/serve.ts';

it('tells whoever keeps a connection that it may rest for longer than any proxy lets it', async () => {
  const server = createWebServer(
    new Hono().get('/', (context) => context.text('well')),
    Promise.resolve(undefined),
  ).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request({ agent, host: '127.0.0.1', port: address.port }, resolve).on('error', reject).end();
  const answer = await promise;
  answer.resume();
  expect(answer.statusCode).toBe(200);
  const seconds = /^timeout=(\d+)/.exec(String(answer.headers['keep-alive']))?.[1];
  expect(Number(seconds)).toBeGreaterThan(600);
});
