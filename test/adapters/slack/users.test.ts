import { WebClient } from '@slack/web-api';
import nock from 'nock';
import { afterEach, expect, test } from 'vitest';
import { createUsers } from '../../../src/adapters/slack/users.ts';

const api = 'https://slack.example/api/';
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

afterEach(() => nock.cleanAll());

/** Who somebody is of whom Slack tells this, as one of the people of a workspace or organisation. */
async function whoIs(tenant: string, facts: object, answers: Promise<void> = Promise.resolve()): Promise<unknown> {
  nock(api)
    .post('/users.info')
    .reply(200, () => answers.then(() => ({ ok: true, user: { id: 'U2', ...facts } })));
  const users = createUsers(new WebClient('xoxb', { slackApiUrl: api, retryConfig: { retries: 0 } }), log);
  return users.whoIs(`slack:${tenant}:U2`);
}

test.each([
  ['of the workspace', 'T1', { team_id: 'T1' }, false],
  ['of another organisation', 'T1', { team_id: 'T2' }, true],
  ['a stranger from a shared channel', 'T1', { team_id: 'T1', is_stranger: true }, true],
  ['a bot', 'T1', { team_id: 'T1', is_bot: true }, true],
  ['somebody who left', 'T1', { team_id: 'T1', deleted: true }, true],
  ['of a workspace of the organisation', 'E1', { team_id: 'T2', enterprise_user: { enterprise_id: 'E1' } }, false],
  ['of a workspace of another organisation', 'E1', { team_id: 'T2', enterprise_user: { enterprise_id: 'E2' } }, true],
  ['of whom Slack says nothing', 'T1', {}, false],
])('whoever is chosen is %s', async (_what, tenant, facts, outside) => {
  expect(await whoIs(tenant, { ...facts, locale: 'fr-FR' })).toEqual({ outside, locale: 'fr-FR' });
});

test('where Slack takes its time nobody is refused, and nobody waits for it', async () => {
  const answers = Promise.withResolvers<void>();
  expect(await whoIs('T1', { team_id: 'T2' }, answers.promise)).toEqual({ outside: false });
  answers.resolve();
});

test('an account of another platform is none of Slack’s to judge', async () => {
  expect(await createUsers(new WebClient('xoxb', { slackApiUrl: api }), log).whoIs('discord:5')).toEqual({ outside: false });
});
