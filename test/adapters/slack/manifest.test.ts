import { expect, test } from 'vitest';
import { slackManifest } from '../../../src/adapters/slack/manifest.ts';
import { wordsFor } from '../../../src/text/words.ts';

const words = wordsFor('en');
const commands = [
  { name: 'home', usage: 'home', listed: true },
  { name: 'timeline', usage: 'timeline [PERIOD]', listed: true },
  { name: 'check', usage: 'check KEY', listed: false },
];

test('the manifest over HTTP names one address everywhere, and asks for three scopes and two optional ones', () => {
  expect(slackManifest({ command: 'is3c', requestUrl: 'https://bot.example.org/slack/events', socket: false, commands, words })).toMatchInlineSnapshot(`
    {
      "_metadata": {
        "major_version": 2,
        "minor_version": 1,
      },
      "display_information": {
        "description": "The Internet Standards, Security and Safety Coalition is a Dynamic Coalition of the UN Internet Governance Forum.",
        "name": "IS3C bot",
      },
      "features": {
        "app_home": {
          "home_tab_enabled": true,
          "messages_tab_enabled": true,
          "messages_tab_read_only_enabled": true,
        },
        "bot_user": {
          "always_online": true,
          "display_name": "is3c",
        },
        "slash_commands": [
          {
            "command": "/is3c",
            "description": "What the bot can do, or the answer to a question about a date, a milestone or a group",
            "should_escape": true,
            "url": "https://bot.example.org/slack/events",
            "usage_hint": "home | timeline [PERIOD]",
          },
        ],
      },
      "oauth_config": {
        "scopes": {
          "bot": [
            "commands",
            "chat:write",
            "files:write",
            "users:read",
            "channels:history",
            "groups:history",
          ],
          "bot_optional": [
            "channels:history",
            "groups:history",
          ],
        },
      },
      "settings": {
        "event_subscriptions": {
          "bot_events": [
            "app_home_opened",
            "app_uninstalled",
            "tokens_revoked",
          ],
          "request_url": "https://bot.example.org/slack/events",
        },
        "interactivity": {
          "is_enabled": true,
          "request_url": "https://bot.example.org/slack/events",
        },
        "org_deploy_enabled": true,
        "socket_mode_enabled": false,
        "token_rotation_enabled": false,
      },
    }
  `);
});

test('the manifest for a socket names no address', () => {
  const manifest = slackManifest({ command: 'is3c-dev', socket: true, commands, words });
  expect(JSON.stringify(manifest)).not.toMatch(/_url|"url"|https:/);
  expect(manifest).toMatchObject({ features: { slash_commands: [{ command: '/is3c-dev' }] }, settings: { socket_mode_enabled: true } });
});

test('the usage hint holds whole usages, as many as fit', () => {
  const many = Array.from({ length: 200 }, (_, index) => ({ name: `c${index}`, usage: `command-${index} [OPTION]`, listed: true }));
  const [command] = slackManifest({ command: 'is3c', socket: true, commands: many, words }).features.slash_commands;
  expect(command?.usage_hint.length).toBeLessThanOrEqual(1_000);
  expect(command?.usage_hint).toMatch(/^command-0 \[OPTION\] \|.*\[OPTION\]$/);
});
