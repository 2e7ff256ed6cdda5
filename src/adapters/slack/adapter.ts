import type { RequestListener } from 'node:http';
import { App, type Receiver } from '@slack/bolt';
import type { Adapter, Doors, Log } from '../../chat/adapter.ts';
import { within } from '../../chat/within.ts';
import { type Clients, codeOf, createClients, homeOf, slackLogger } from './clients.ts';
import { type Conversation, createConversation } from './conversation.ts';
import { createDelivery } from './deliver.ts';
import { deadlines } from './limits.ts';
import { createPosts } from './post.ts';
import { SharedServerReceiver } from './receiver.ts';
import { createSocket } from './socket.ts';
import { createUsers } from './users.ts';

type Options = {
  readonly botToken: string;
  /** Another base of the Web API, with its `/api/`, so that a test peer can stand in. */
  readonly apiUrl?: string;
  /** The slash command's name without the slash. */
  readonly command: string;
  readonly log: Log;
};

/** Slack by signed requests. The listener serves `POST /slack/events` on a server that others own. */
export function slackOverHttp({ signingSecret, ...options }: Options & { readonly signingSecret: string }): { adapter: Adapter; listener: RequestListener } {
  const receiver = new SharedServerReceiver(signingSecret, options.log);
  const bot = createBot(receiver, options);
  const adapter: Adapter = {
    name: 'slack over HTTP',
    platform: 'slack',
    ...bot.posts,
    async start(doors) {
      bot.open(doors);
      await receiver.start();
    },
    async stop() {
      await receiver.stop();
      await bot.close();
    },
  };
  return { adapter, listener: receiver.listener };
}

/** Slack by a socket that this program opens, so that nothing has to reach it from outside. */
export function slackOverSocket({ appToken, ...options }: Options & { readonly appToken: string }): Adapter {
  const socket = createSocket(appToken, options.apiUrl, options.log);
  const bot = createBot(socket.receiver, options);
  return {
    name: 'slack over a socket',
    platform: 'slack',
    ...bot.posts,
    async start(doors) {
      bot.open(doors);
      await socket.connect();
    },
    async stop() {
      await bot.close();
      await socket.disconnect();
    },
  };
}

/** What both transports share, from decoding to delivering. */
function createBot(receiver: Receiver, { botToken, apiUrl, command, log }: Options) {
  const clients = createClients(botToken, apiUrl, log);
  const users = createUsers(clients.bulk, log);
  const delivery = createDelivery(clients, users.nameOf, log);
  const work = new Set<Promise<void>>();
  let conversation: Conversation | undefined;
  let installed: string | undefined;

  /** Remembers what is being answered until it is; before the start and after the end nothing is taken. */
  function take(answer: (conversation: Conversation) => Promise<void>): Promise<void> {
    if (conversation === undefined) return Promise.resolve();
    const working = answer(conversation)
      .catch((error: unknown) => log.error({ error }, 'an answer failed'))
      .finally(() => work.delete(working));
    work.add(working);
    return working;
  }

  const app = new App({
    receiver,
    logger: slackLogger(log),
    // The token is known, so no request ever waits for auth.test.
    authorize: () => Promise.resolve({ botToken }),
    convoStore: false,
    clientOptions: { ...(apiUrl !== undefined && { slackApiUrl: apiUrl }) },
  });
  listen(app, take, command, log);

  return {
    posts: createPosts(clients, users),
    open(doors: Doors): void {
      conversation = createConversation({ doors, users, delivery, log, installed: () => installed });
      void checkToken(clients, log).then((home) => {
        installed = home;
      });
    },
    async close(): Promise<void> {
      conversation = undefined;
      await within(deadlines.stop, Promise.allSettled(work));
    },
  };
}

type Take = (answer: (conversation: Conversation) => Promise<void>) => Promise<void>;

/** One dispatcher for each kind: Bolt runs every listener that matches, and two of them would acknowledge twice. */
function listen(app: App, take: Take, command: string, log: Log): void {
  app.command(/^/, ({ ack, body }) => {
    if (body.command !== `/${command}`) log.info({ command: body.command }, 'a slash command under another name');
    return take((conversation) => conversation.command(body, (message) => ack(message)));
  });
  app.action(/^/, ({ ack, body }) => take((conversation) => conversation.press(body, () => ack())));
  app.view({ type: 'view_submission', callback_id: /^/ }, ({ ack, body }) => take((conversation) => conversation.submission(body, (action) => ack(action))));
  app.view({ type: 'view_closed', callback_id: /^/ }, ({ ack }) => ack());
  app.options(/^/, ({ ack }) => ack({ options: [] }));
  app.shortcut(/^/, ({ ack }) => ack());
  app.event('app_home_opened', ({ body }) => take((conversation) => conversation.homeOpened(body)));
  // They come in either order, and more than once.
  app.event('app_uninstalled', ({ body }) => take((conversation) => conversation.uninstalled(body)));
  app.event('tokens_revoked', ({ body }) => take((conversation) => conversation.uninstalled(body)));
  app.error(async (error) => log.error({ code: codeOf(error) }, 'Bolt could not process what Slack sent'));
}

/** Where the bot is installed. A wrong token is said in plain words and stops nothing: answers in acknowledgements need none. */
async function checkToken(clients: Clients, log: Log): Promise<string | undefined> {
  try {
    const home = await homeOf(clients);
    log.info({ space: `slack:${home}` }, 'Slack knows the bot');
    return home;
  } catch (error) {
    log.error({ code: codeOf(error) }, 'Slack does not accept the bot token, or cannot be reached: forms, the home tab and late answers will not arrive');
    return undefined;
  }
}
