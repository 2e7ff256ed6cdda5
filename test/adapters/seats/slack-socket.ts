import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { slackOverSocket } from '../../../src/adapters/slack/adapter.ts';
import type { TestHouse } from '../../support/house.ts';
import { appToken, botToken } from '../../support/slack.ts';
import { type SocketPeer, startSocketPeer } from '../slack/socket-peer.ts';
import type { Platform } from './seat.ts';
import { openSlack } from './slack-client.ts';

/** Sends an envelope, and gives back what acknowledges it. */
async function send(socket: SocketPeer, type: string, payload: object): Promise<unknown> {
  const id = randomUUID();
  socket.send({ envelope_id: id, type, payload, accepts_response_payload: true });
  const content = await vi.waitFor(
    () => {
      const found = socket.acknowledged.get(id);
      if (found === undefined) throw new Error('not acknowledged');
      return found;
    },
    { timeout: 3_000, interval: 2 },
  );
  return Object.keys(content).length === 0 ? undefined : content;
}

/** Slack over Socket Mode: real Bolt on a real socket that it opens itself. */
export async function slackSocket(house: TestHouse): Promise<Platform> {
  const socket = await startSocketPeer();
  return openSlack(
    house,
    async (apiUrl, log) => ({
      adapter: slackOverSocket({ appToken, botToken, apiUrl, command: 'is3c', log }),
      wire: {
        command: (payload) => send(socket, 'slash_commands', payload),
        interaction: (payload) => send(socket, 'interactive', payload),
      },
      close: () => socket.close(),
    }),
    () => socket.url,
  );
}
