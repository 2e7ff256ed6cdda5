import { home } from '../../support/slack.ts';

/** Payloads as Slack sends them, with invented ids; each test says what differs. */

type Payload = Readonly<Record<string, unknown>>;

export function commandPayload(text: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    token: 'verification',
    team_id: home.team,
    team_domain: 'coalition',
    channel_id: home.channel,
    channel_name: 'general',
    user_id: home.user,
    user_name: 'amina',
    command: '/is3c',
    api_app_id: 'A000000001',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.slack.com/commands/T000000001/1/secret',
    trigger_id: '1000000000002.2000000000003.aaaabbbbccccddddeeeeffff00001111',
    text,
    ...more,
  };
}

const origin: Payload = {
  api_app_id: 'A000000001',
  token: 'verification',
  team: { id: home.team, domain: 'coalition' },
  enterprise: null,
  is_enterprise_install: false,
  user: { id: home.user, username: 'amina', name: 'amina', team_id: home.team },
  trigger_id: '1000000000004.2000000000003.bbbbccccddddeeeeffff000011112222',
};

export const button = (value: string, id = 'act.card.0'): Payload => ({
  type: 'button',
  action_id: id,
  block_id: 'b',
  text: { type: 'plain_text', text: 'x' },
  value,
  action_ts: '1767625201.1',
});

export const choice = (id: string, value: string): Payload => ({
  type: 'static_select',
  action_id: id,
  block_id: 'b',
  selected_option: { text: { type: 'plain_text', text: 'x' }, value },
});

/** A press in a message; `container.is_ephemeral` tells who sees it. */
export function pressPayload(action: Payload, more: Payload = {}): Payload {
  return {
    ...origin,
    type: 'block_actions',
    container: { type: 'message', message_ts: '1767625000.000100', channel_id: home.channel, is_ephemeral: true },
    channel: { id: home.channel, name: 'general' },
    state: { values: {} },
    response_url: 'https://hooks.slack.com/actions/T000000001/1/secret',
    actions: [action],
    ...more,
  };
}

/** A press in a view: the home tab or a modal. No response_url comes with it. */
export function viewPressPayload(action: Payload, type: 'home' | 'modal', view = 'V0001', more: Payload = {}): Payload {
  const { channel: _, response_url: __, ...rest } = pressPayload(action, { container: { type: 'view', view_id: view } });
  return { ...rest, view: { id: view, type, team_id: home.team, blocks: [], private_metadata: '', callback_id: 'card', state: { values: {} } }, ...more };
}

export const typed = (value: string | null): Payload => ({ answer: { type: 'plain_text_input', value } });

export function submissionPayload(metadata: string, values: Payload, more: Payload = {}): Payload {
  const view = {
    id: 'V0FORM',
    team_id: home.team,
    app_installed_team_id: home.team,
    type: 'modal',
    callback_id: 'form',
    blocks: [],
    private_metadata: metadata,
    state: { values },
    hash: '1.a',
  };
  return { ...origin, type: 'view_submission', view, response_urls: [], ...more };
}

export function homeOpenedPayload(more: Payload = {}): Payload {
  return {
    token: 'verification',
    team_id: home.team,
    api_app_id: 'A000000001',
    type: 'event_callback',
    event_id: 'Ev0001',
    event_time: 1767625200,
    authorizations: [{ enterprise_id: null, team_id: home.team, user_id: 'U0BOT', is_bot: true, is_enterprise_install: false }],
    event: { type: 'app_home_opened', user: home.user, channel: 'D0001', tab: 'home', event_ts: '1767625208.000900' },
    ...more,
  };
}
