// What the bot is measured beside: servers that check the signature and acknowledge, and do nothing else. Run as `node bare.ts KIND`.
import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

const [, , kind, secret = ''] = process.argv;

function listening(port: number): void {
  process.stdout.write(`${JSON.stringify({ port })}\n`);
}

async function bareBolt(): Promise<void> {
  const receiver = new HTTPReceiver({ signingSecret: secret, logLevel: LogLevel.ERROR });
  const app = new App({
    receiver,
    logLevel: LogLevel.ERROR,
    convoStore: false,
    authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B1', botUserId: 'U1' }),
  });
  app.command('/is3c', ({ ack }) => ack());
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  if (address !== null && typeof address === 'object') listening(address.port);
}

function serve(answer: (request: IncomingMessage, body: Buffer, response: ServerResponse) => void): void {
  const server = createServer((request, response) => {
    void buffer(request).then((body) => answer(request, body, response));
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address !== null && typeof address === 'object') listening(address.port);
  });
}

function bareSlack(): void {
  serve((request, body, response) => {
    const expected = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${request.headers['x-slack-request-timestamp']}:`).update(body).digest('hex')}`);
    const given = Buffer.from(String(request.headers['x-slack-signature']));
    response.writeHead(given.length === expected.length && timingSafeEqual(given, expected) ? 200 : 401).end();
  });
}

function bareDiscord(): void {
  const key = createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(secret, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  serve((request, body, response) => {
    const signed = Buffer.concat([Buffer.from(String(request.headers['x-signature-timestamp'])), body]);
    const good = verify(null, signed, key, Buffer.from(String(request.headers['x-signature-ed25519']), 'hex'));
    response.writeHead(good ? 200 : 401, { 'content-type': 'application/json' }).end('{"type":5}');
  });
}

if (kind === 'bolt') await bareBolt();
else if (kind === 'slack') bareSlack();
else bareDiscord();
