import { slackOverHttp } from '../../../src/adapters/slack/adapter.ts';
import type { Log } from '../../../src/chat/adapter.ts';
import type { TestHouse } from '../../support/house.ts';
import { botToken, commandBody, payloadBody, post, serve, signingSecret } from '../../support/slack.ts';
import { commandPayload } from '../slack/payloads.ts';
import type { Platform } from './seat.ts';
import { type Connected, openSlack } from './slack-client.ts';

async function contentOf(response: Response): Promise<unknown> {
  if (response.status !== 200) throw new Error(`answered with status ${response.status}`);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function connect(apiUrl: string, log: Log): Promise<Connected> {
  const { adapter, listener } = slackOverHttp({ signingSecret, botToken, apiUrl, command: 'is3c', log });
  const { url, close } = await serve(listener);
  return {
    adapter,
    wire: {
      command: async (payload) => contentOf(await post(url, commandBody(payload))),
      interaction: async (payload) => contentOf(await post(url, payloadBody(payload))),
    },
    knock: async () => ((await post(url, commandBody(commandPayload('next-milestone')))).status === 503 ? 'refused' : 'taken'),
    close,
  };
}

/** Slack over HTTP: real Bolt behind a real server, requests signed as Slack signs them. */
export const slackHttp = (house: TestHouse): Promise<Platform> => openSlack(house, connect);
