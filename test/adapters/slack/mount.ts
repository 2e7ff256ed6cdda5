import { onTestFinished } from 'vitest';
import { slackOverHttp } from '../../../src/adapters/slack/adapter.ts';
import type { Answer } from '../../../src/chat/answer.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { botToken, serve, signingSecret } from '../../support/slack.ts';
import { createDoors, createLog } from './house.ts';

/** The adapter with real Bolt on a real server, before doors that answer as the test says. */
export async function mount(apiUrl: string, handle: (interaction: Interaction) => Answer | Promise<Answer>, token = botToken) {
  const log = createLog();
  const doors = createDoors(handle);
  const { adapter, listener } = slackOverHttp({ signingSecret, botToken: token, apiUrl, command: 'is3c', log });
  const { url, close } = await serve(listener);
  await adapter.start(doors);
  onTestFinished(async () => {
    await adapter.stop();
    await close();
  });
  return { url, doors, log, adapter };
}
