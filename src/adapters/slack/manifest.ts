import type { Words } from '../../text/words.ts';
import { limits } from './limits.ts';
import { cut } from './pieces.ts';

/** What a manifest has to know of a command. */
type Named = { readonly name: string; readonly usage: string; readonly listed: boolean };

type Options = {
  /** The slash command's name without the slash. */
  readonly command: string;
  /** Where Slack sends what happens; not needed with a socket. */
  readonly requestUrl?: string;
  readonly socket: boolean;
  readonly commands: readonly Named[];
  readonly words: Words;
};

const name = 'IS3C bot';

/** Stands where the address of a deployment goes. */
const exampleUrl = 'https://bot.example.org/slack/events';

/** The least that works: the command, messages to people and channels, somebody's data as a file, and the language and zone of people. */
const scopes = ['commands', 'chat:write', 'files:write', 'users:read'] as const;

/** For one thing only: to look for the bot's own message after a crash between its sending and noting it. Without them somebody is asked to look. */
const optionalScopes = ['channels:history', 'groups:history'] as const;

/** The app as Slack's pages take it. Answering where the bot is no member goes by response_url and needs no scope. */
export function slackManifest({ command, requestUrl = exampleUrl, socket, commands, words }: Options) {
  const url = socket ? {} : { url: requestUrl };
  const request = socket ? {} : { request_url: requestUrl };
  const { manifest } = limits;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: { name: cut(name, manifest.name), description: cut(words.page.lead, manifest.description) },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: cut(command, manifest.displayName), always_online: true },
      slash_commands: [
        {
          command: `/${command}`,
          ...url,
          description: cut(words.commands.help.summary, manifest.commandDescription),
          usage_hint: usageHint(commands),
          should_escape: true,
        },
      ],
    },
    oauth_config: { scopes: { bot: [...scopes, ...optionalScopes], bot_optional: [...optionalScopes] } },
    settings: {
      event_subscriptions: { ...request, bot_events: ['app_home_opened', 'app_uninstalled', 'tokens_revoked'] },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: true,
      socket_mode_enabled: socket,
      token_rotation_enabled: false,
    },
  };
}

/** As many whole usages as fit. */
function usageHint(commands: readonly Named[]): string {
  return commands
    .filter(({ listed }) => listed)
    .map(({ usage }) => usage)
    .reduce((hint, usage) => {
      const longer = hint === '' ? usage : `${hint} | ${usage}`;
      return longer.length <= limits.manifest.usageHint ? longer : hint;
    }, '');
}
