import { generateKeyPairSync, sign } from 'node:crypto';
import { ChannelType } from 'discord.js';
import { DigitalDiscord } from 'discord-digital-twin';

/** A pair of keys of our own, with which a test signs what Discord would. */
export type Signer = {
  /** As Discord's portal shows it. */
  readonly publicKey: string;
  /** A request as Discord posts it; `at` sets the time that is signed, `extra` replaces headers. */
  request(body: string, at?: Date, extra?: Readonly<Record<string, string>>): Request;
};

export function makeSigner(url = 'http://127.0.0.1/discord/interactions'): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
    request(body, at = new Date(), extra = {}) {
      const timestamp = String(Math.floor(at.getTime() / 1000));
      const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString('hex');
      const headers = { 'content-type': 'application/json', 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp, ...extra };
      return new Request(url, { method: 'POST', headers, body });
    },
  };
}

/** Discord itself in small, on real sockets: REST and gateway of one server with one channel and one user. */
export type Twin = { readonly discord: DigitalDiscord; readonly channelId: string; readonly userId: string };

export async function startTwin(): Promise<Twin> {
  const discord = new DigitalDiscord({ channels: [{ name: 'general', type: ChannelType.GuildText }], users: [{ username: 'reader' }] });
  await discord.start();
  const channel = await discord.prisma.channel.findFirstOrThrow();
  const userId = await discord.getFirstNonBotUserId();
  if (userId === null) throw new Error('the twin has no user');
  return { discord, channelId: channel.id, userId };
}
