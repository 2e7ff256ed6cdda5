import { WebClient } from '@slack/web-api';
import nock from 'nock';
import { afterEach, expect, test } from 'vitest';
import { createUsers } from '../../../src/adapters/slack/users.ts';

const api = 'https://slack.example/api/';
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

afterEach(() => nock.cleanAll());

/** Whether somebody of whom Slack tells this is none of the people of a workspace or organisation. */
async function isOutside(tenant: string, facts: object, delay = 0): Promise<boolean> {
  nock(api)
    .post('/users.info')
    .delay(delay)
    .reply(200, { ok: true, user: { id: 'U2', ...facts } });
  const users = createUsers(new WebClient('xoxb', { slackApiUrl: api, retryConfig: { retries: 0 } }), log);
  return users.isOutside(`slack:${tenant}:U2`);
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
  expect(await isOutside(tenant, facts)).toBe(outside);
});

test('where Slack takes its time nobody is refused, and nobody waits for it', async () => {
  const began = Date.now();
  expect(await isOutside('T1', { team_id: 'T2' }, 2_000)).toBe(false);
  expect(Date.now() - began).toBeLessThan(1_500);
});

test('an account of another platform is none of Slack’s to judge', async () => {
  expect(await createUsers(new WebClient('xoxb', { slackApiUrl: api }), log).isOutside('discord:5')).toBe(false);
});
