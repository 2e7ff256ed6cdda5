import { getRequestListener } from '@hono/node-server';
import { discordOverHttp } from '../../../src/adapters/discord/http.ts';
import { makeSigner } from '../../support/discord.ts';
import type { TestHouse } from '../../support/house.ts';
import { serve } from '../../support/slack.ts';
import { command, type Raw } from '../discord/payloads.ts';
import { startPeer } from '../discord/peer.ts';
import { type First, people, type Wire } from './discord-client.ts';
import { keptFrom, seatAll } from './discord-people.ts';
import { openDoor } from './door.ts';
import type { Platform } from './seat.ts';

/** Discord over HTTP: interactions posted and signed as Discord posts them, on a real socket; what comes later goes over its REST interface. */
export async function discordHttp(house: TestHouse): Promise<Platform> {
  const signer = makeSigner();
  const peer = await startPeer();
  const door = await openDoor(peer.url.replace(/\/api$/, ''));
  const { adapter, route } = discordOverHttp({ publicKey: signer.publicKey, apiUrl: `${door.url}/api`, log: house.log });
  const listener = getRequestListener(route);
  const server = await serve((request, response) => void listener(request, response));
  await adapter.start(house.doors);
  let messages = 0;

  async function post(raw: Raw): Promise<Response> {
    const { headers, body } = signer.request(JSON.stringify(raw));
    return fetch(`${server.url}/discord/interactions`, { method: 'POST', headers, body: await new Response(body).text() });
  }

  const wire: Wire = {
    server: { guild: '1400000000000000002', channel: '1400000000000000003' },
    localeOf: ({ locale }) => locale,
    async send(raw, _, on): Promise<First> {
      peer.send(raw);
      const response = await post(raw);
      if (response.status !== 200) throw new Error(`answered with status ${response.status}`);
      peer.acknowledge(raw);
      const { type, data = {} } = JSON.parse(await response.text());
      messages += 1;
      return { token: raw.token, type, data, message: type === 7 || type === 6 ? (on?.id ?? '') : `message ${messages}` };
    },
    async later({ token, message }) {
      const kept = keptFrom(await door.first(({ path, status }) => path.includes(`/${token}`) && status === 200, 0));
      return { ...kept, message };
    },
  };
  return {
    ...seatAll(['coordinator', 'rival', 'member', 'francophone'], wire, house.doors),
    stop: () => adapter.stop(),
    knock: async () => ((await post({ ...command('next-milestone'), user: { id: people.member.user } })).status === 503 ? 'refused' : 'taken'),
    async close() {
      await adapter.stop();
      await server.close();
      await door.close();
      await peer.close();
    },
  };
}
