import { Client, DiscordjsError, DiscordjsErrorCodes, Events, GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, Options } from 'discord.js';
import type { Adapter, Log } from '../../chat/adapter.ts';
import { belongsOver } from './belonging.ts';
import { decode, decodeRemoved } from './decode.ts';
import { Desk } from './desk.ts';
import { openPosts } from './post.ts';
import { factsOf, openRest } from './rest.ts';

type Settings = { readonly token: string; readonly apiUrl?: string; readonly log: Log };

/** Discord over the gateway: a connection from here to there, so that no public address is needed. It asks for nothing but the list of servers. */
export function discordOverGateway({ token, apiUrl, log }: Settings): Adapter {
  const rest = openRest(apiUrl);
  const desk = new Desk(rest, log, belongsOver(token, apiUrl));
  const client = openClient(rest.options.api);
  const connection: Connection = { leaving: false };
  listen(client, desk);
  watch(client, connection, log);
  return {
    name: 'discord over the gateway',
    platform: 'discord',
    ...openPosts(token, apiUrl),
    async start(doors) {
      desk.open(doors);
      try {
        await client.login(token);
      } catch (error) {
        connection.leaving = true;
        await client.destroy();
        throw new Error(whyNot(error, connection), { cause: factsOf(error) });
      }
    },
    async stop() {
      await desk.close();
      connection.leaving = true;
      await client.destroy();
    },
  };
}

/** What discord.js would keep of messages and members is never read. */
function openClient(api: string): Client {
  const makeCache = Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 });
  return new Client({ intents: [GatewayIntentBits.Guilds], makeCache, rest: { version: '10', api } });
}

/** Takes interactions as they come over the wire, before discord.js makes objects of them: over HTTP there are no such objects. */
function listen(client: Client, desk: Desk): void {
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw: unknown) => {
    const decoded = decode(raw);
    if (decoded !== undefined && decoded.kind !== 'ping') void desk.take(decoded);
  });
  client.ws.on(GatewayDispatchEvents.GuildDelete, (raw: unknown) => {
    const space = decodeRemoved(raw);
    if (space !== undefined) desk.left(space);
  });
}

type Connection = {
  /** We end it ourselves, so nothing is to be said about it. */
  leaving: boolean;
  /** With which code Discord ended it for good. */
  code?: number;
};

/** Tells the operator how the connection fares. Without a listener an error would end the process. */
function watch(client: Client, connection: Connection, log: Log): void {
  client.on(Events.Error, (error) => log.error(factsOf(error), 'the connection to Discord had an error'));
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, ...factsOf(error) }, 'the connection to Discord had an error'));
  client.on(Events.ShardReconnecting, (shard) => {
    if (!connection.leaving) log.warn({ shard }, 'reconnecting to Discord');
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    connection.code = code;
    if (!connection.leaving) log.error({ shard, code }, `Discord ended the connection for good. ${reasons[code] ?? ''}`.trimEnd());
  });
}

const refusedToken = 'Discord refuses DISCORD_TOKEN. Copy the token of the bot again from the Discord portal, under Bot.';

const reasons: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: refusedToken,
  [GatewayCloseCodes.ShardingRequired]: 'The bot is in too many servers for one connection.',
  [GatewayCloseCodes.DisallowedIntents]: 'The bot asks for more than it was granted.',
};

function whyNot(error: unknown, { code }: Connection): string {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return refusedToken;
  return reasons[code ?? 0] ?? 'Discord could not be reached. Is this machine online, and DISCORD_API_URL right where it is set?';
}
