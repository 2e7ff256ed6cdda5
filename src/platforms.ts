import type { RequestListener } from 'node:http';
import type { Adapter, Log } from './chat/adapter.ts';
import type { Config } from './config.ts';
import type { Words } from './text/words.ts';

/** One platform as the environment sets it up: who takes interactions, which path it serves, and what the start says of it. */
type Slack = { readonly adapters: readonly Adapter[]; readonly slack?: RequestListener; readonly said: string };
type Discord = { readonly adapters: readonly Adapter[]; readonly discord?: (request: Request) => Promise<Response>; readonly said: string };

export type Platforms = Omit<Slack & Discord, 'said'> & { readonly said: readonly string[] };

/** The names of the platforms that the environment sets up. */
export function platformNames(config: Config): readonly string[] {
  return [...(hasSlack(config) ? ['Slack'] : []), ...(hasDiscord(config) ? ['Discord'] : [])];
}

function hasSlack({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret }: Config): boolean {
  return bot !== undefined && (app !== undefined || secret !== undefined);
}

function hasDiscord({ DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: key }: Config): boolean {
  return token !== undefined || key !== undefined;
}

/** The platforms that the environment names. Their libraries are loaded only then, since they are most of what a start takes. */
export async function loadPlatforms(config: Config, log: Log, words: Words): Promise<Platforms> {
  const slack = await loadSlack(config, log, words);
  const discord = await loadDiscord(config, log, words);
  return { ...slack, ...discord, adapters: [...slack.adapters, ...discord.adapters], said: [slack.said, discord.said, ...sayIdle(config, words)] };
}

/** The variables that are set and do nothing yet, by their names: those for an app that many workspaces install. */
export function idleVariables(config: Config): readonly string[] {
  const names = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;
  return names.filter((name) => config[name] !== undefined);
}

function sayIdle(config: Config, { start }: Words): readonly string[] {
  const names = idleVariables(config);
  return names.length === 0 ? [] : [start.idle(names.join(', '))];
}

async function loadSlack(config: Config, log: Log, { start }: Words): Promise<Slack> {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: apiUrl, IS3C_COMMAND: command } = config;
  if (botToken === undefined || (appToken === undefined && signingSecret === undefined)) {
    return { adapters: [], said: start.missing('Slack', 'SLACK_BOT_TOKEN + SLACK_SIGNING_SECRET | SLACK_APP_TOKEN') };
  }
  const { slackOverHttp, slackOverSocket } = await import('./adapters/slack/adapter.ts');
  const common = { botToken, command, log, ...(apiUrl !== undefined && { apiUrl }) };
  if (appToken !== undefined) return { adapters: [slackOverSocket({ ...common, appToken })], said: start.connected('Slack', 'Socket Mode') };
  const { adapter, listener } = slackOverHttp({ ...common, signingSecret: signingSecret ?? '' });
  return { adapters: [adapter], slack: listener, said: start.connected('Slack', 'POST /slack/events') };
}

async function loadDiscord(config: Config, log: Log, { start }: Words): Promise<Discord> {
  const { DISCORD_TOKEN: token, DISCORD_PUBLIC_KEY: publicKey, DISCORD_API_URL: apiUrl } = config;
  const common = { log, ...(apiUrl !== undefined && { apiUrl }) };
  if (publicKey !== undefined) {
    const { discordOverHttp } = await import('./adapters/discord/http.ts');
    const { adapter, route } = discordOverHttp({ ...common, publicKey, ...(token !== undefined && { token }) });
    return { adapters: [adapter], discord: route, said: start.connected('Discord', 'POST /discord/interactions') };
  }
  if (token === undefined) return { adapters: [], said: start.missing('Discord', 'DISCORD_TOKEN | DISCORD_PUBLIC_KEY') };
  const { discordOverGateway } = await import('./adapters/discord/gateway.ts');
  return { adapters: [discordOverGateway({ ...common, token })], said: start.connected('Discord', 'gateway') };
}
