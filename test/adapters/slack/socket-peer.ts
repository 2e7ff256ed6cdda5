import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

type Payload = Readonly<Record<string, unknown>>;

/** Slack's end of Socket Mode: it says hello, sends envelopes and keeps what is acknowledged. */
export type SocketPeer = {
  readonly url: string;
  /** How many connections were ever opened. */
  readonly opened: () => number;
  /** Acknowledgements by envelope, in the order they came. */
  readonly acknowledged: Map<string, Payload>;
  send(envelope: Payload): void;
  /** Breaks the line without a word. */
  cut(): void;
  close(): Promise<void>;
};

const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const;

/** Just enough of RFC 6455 for whole frames of text, pings and closing. */
export async function startSocketPeer(): Promise<SocketPeer> {
  const acknowledged: SocketPeer['acknowledged'] = new Map();
  const lines = new Set<Duplex>();
  let opened = 0;

  function receive(line: Duplex, opcode: number, data: Buffer): void {
    if (opcode === opcodes.ping) line.write(frame(opcodes.pong, data));
    if (opcode === opcodes.close) line.end(frame(opcodes.close, data));
    if (opcode !== opcodes.text) return;
    const { envelope_id: id, payload } = JSON.parse(data.toString('utf8'));
    acknowledged.set(id, payload);
  }

  const server = createServer((_, response) => response.writeHead(426).end());
  server.on('upgrade', (request, line: Duplex) => {
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
    line.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
    opened += 1;
    lines.add(line);
    let rest: Buffer = Buffer.alloc(0);
    line.on('data', (chunk: Buffer) => {
      rest = takeFrames(Buffer.concat([rest, chunk]), (opcode, data) => receive(line, opcode, data));
    });
    line.on('close', () => lines.delete(line));
    line.on('error', () => lines.delete(line));
    line.write(frame(opcodes.text, Buffer.from(JSON.stringify({ type: 'hello', num_connections: 1 }))));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;

  const cut = (): void => {
    for (const line of lines) line.destroy();
  };
  return {
    url: `ws://127.0.0.1:${port}`,
    opened: () => opened,
    acknowledged,
    send: (envelope) => {
      for (const line of lines) line.write(frame(opcodes.text, Buffer.from(JSON.stringify(envelope))));
    },
    cut,
    close: async () => {
      cut();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function frame(opcode: number, data: Buffer): Buffer {
  const length = data.length < 126 ? Buffer.from([data.length]) : Buffer.from([126, data.length >> 8, data.length & 255]);
  return Buffer.concat([Buffer.from([0x80 | opcode]), length, data]);
}

/** Hands over every whole frame, unmasked, and gives back what is left. */
function takeFrames(buffer: Buffer, take: (opcode: number, data: Buffer) => void): Buffer {
  const size = measure(buffer);
  if (size === undefined || buffer.length < size.end) return buffer;
  const mask = buffer.subarray(size.start - 4, size.start);
  const data = buffer.subarray(size.start, size.end).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  take((buffer[0] ?? 0) & 15, Buffer.from(data));
  return takeFrames(buffer.subarray(size.end), take);
}

/** Where the data of the first frame stands; undefined until its head is there. */
function measure(buffer: Buffer): { readonly start: number; readonly end: number } | undefined {
  const short = (buffer[1] ?? 0) & 127;
  const head = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (buffer.length < head + 4) return undefined;
  const length = head === 2 ? short : head === 4 ? buffer.readUInt16BE(2) : Number(buffer.readBigUInt64BE(2));
  return { start: head + 4, end: head + 4 + length };
}
