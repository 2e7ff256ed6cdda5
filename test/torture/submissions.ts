import { createHmac, randomUUID } from 'node:crypto';
import { encodeInvocation } from '../../src/chat/invocation.ts';
import { weekName } from '../../src/core/week.ts';
import { discordSigner, slackSecret } from './bot.ts';
import { guild, kinds, type Seat, team } from './furnish.ts';

/** An update on its way to the bot. Sent again it has the same key, whatever has become of it. */
export type Submission = {
  readonly key: string;
  readonly seat: Seat;
  readonly group: string;
  readonly week: string;
  /** From which the form was made; a typed line has none. */
  readonly revision?: number;
  readonly text: string;
};

/** A request as a chat makes it, but for the signature. */
export type Message = { readonly path: string; readonly body: string; readonly headers: Readonly<Record<string, string>> };

type Encode = (submission: Submission, peer: number) => Omit<Message, 'headers'>;

/** The way in for each kind of chair. */
export const encode: Readonly<Record<'forms' | 'lines' | 'discord', Encode>> = {
  forms({ key, seat: { user }, group, week, revision = 0, text }) {
    const payload = {
      type: 'view_submission',
      team: { id: team },
      user: { id: user, name: user, team_id: team },
      is_enterprise_install: false,
      trigger_id: randomUUID(),
      view: {
        id: key,
        type: 'modal',
        callback_id: 'form',
        app_installed_team_id: team,
        private_metadata: encodeInvocation({ command: 'update', options: { group, week: weekName(week), revision: String(revision) } }),
        state: {
          values: {
            status: { answer: { type: 'static_select', selected_option: { value: '~at risk' } } },
            done: { answer: { type: 'plain_text_input', value: text } },
            next: { answer: { type: 'plain_text_input', value: 'The same again.' } },
          },
        },
      },
    };
    return { path: '/slack/events', body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
  },
  lines({ key, seat: { user }, group, week, text }, peer) {
    const command = {
      command: '/is3c',
      text: `update ${group} week:${weekName(week)} ${text}`,
      team_id: team,
      user_id: user,
      user_name: user,
      channel_id: `${kinds.slackRead}1`,
      is_enterprise_install: 'false',
      trigger_id: key,
      response_url: `http://127.0.0.1:${peer}/response/${key}`,
    };
    return { path: '/slack/events', body: new URLSearchParams(command).toString() };
  },
  discord({ key, seat: { user }, group, week, text }) {
    const options = Object.entries({ group, week: weekName(week), text }).map(([name, value]) => ({ name, type: 3, value }));
    const interaction = {
      id: key,
      token: key,
      application_id: '1400000000000000001',
      type: 2,
      version: 1,
      data: { id: '1400000000000000005', name: 'is3c', type: 1, options: [{ name: 'update', type: 1, options }] },
      guild_id: guild,
      channel: { id: `${kinds.discordRead}1`, type: 0 },
      member: { user: { id: user, username: 'chair' }, roles: [], permissions: '0' },
      locale: 'en-GB',
    };
    return { path: '/discord/interactions', body: JSON.stringify(interaction) };
  },
};

/** Signs it anew at an instant of the machine's clock; `retry` counts from 0. */
export function sign({ path, body }: Omit<Message, 'headers'>, at: number, retry: number): Message {
  if (path.startsWith('/discord')) return { path, body, headers: Object.fromEntries(discordSigner.request(body, new Date(at)).headers) };
  const stamp = String(Math.floor(at / 1_000));
  const hash = createHmac('sha256', slackSecret).update(`v0:${stamp}:${body}`).digest('hex');
  const again = { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' };
  const signature = { 'x-slack-request-timestamp': stamp, 'x-slack-signature': `v0=${hash}` };
  return { path, body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...signature, ...(retry > 0 && again) } };
}
