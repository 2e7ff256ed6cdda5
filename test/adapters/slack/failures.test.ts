import nock from 'nock';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { commandBody, payloadBody, post, postEvent } from '../../support/slack.ts';
import { card, form } from './house.ts';
import { mount } from './mount.ts';
import { button, commandPayload, homeOpenedPayload, viewPressPayload } from './payloads.ts';

const api = 'https://slack.test/api/';
const responseUrl = 'https://hooks.slack.com/commands/T1/1/secretpath';
let told: unknown[] = [];

beforeAll(() => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
});
afterAll(() => nock.enableNetConnect());
beforeEach(() => {
  told = [];
  nock(api).post('/auth.test').reply(200, { ok: true, team_id: 'T000000001' });
  nock(api).persist().post('/users.info').reply(200, { ok: false, error: 'missing_scope', needed: 'users:read' });
  nock('https://hooks.slack.com')
    .persist()
    .post('/commands/T1/1/secretpath')
    .reply(200, async (request: Request) => {
      told.push(await request.json());
      return 'ok';
    });
});
afterEach(() => nock.cleanAll());

const type = (url: string, text: string): Promise<Response> =>
  post(url, commandBody(commandPayload(text, { response_url: responseUrl, trigger_id: `t${text}` })));

test.each([
  ['is too busy', () => nock(api).post('/views.open').reply(429, '', { 'retry-after': '30' })],
  ['fails', () => nock(api).post('/views.open').reply(500, 'down')],
  ['breaks the line', () => nock(api).post('/views.open').replyWithError('socket hang up')],
  [
    'refuses the form',
    () =>
      nock(api)
        .post('/views.open')
        .reply(200, { ok: false, error: 'invalid_arguments', response_metadata: { messages: ['[ERROR] A <draft> [json-pointer:/view/blocks/0]'] } }),
  ],
])('where Slack %s, the person is offered the form again, and soon', async (_, fail) => {
  fail();
  const { url, log } = await mount(api, () => form);
  expect((await type(url, 'milestone done m3')).status).toBe(200);
  await vi.waitFor(() => expect(told).toMatchObject([{ response_type: 'ephemeral', text: expect.stringContaining('The form did not open in time') }]), 4_000);
  expect(JSON.stringify(log.lines)).not.toContain('secretpath');
});

test('where nothing reaches the person, the log says so and the program lives on', async () => {
  nock(api).persist().post('/views.open').reply(200, { ok: false, error: 'expired_trigger_id' });
  nock(api).persist().post('/chat.postMessage').reply(200, { ok: false, error: 'account_inactive' });
  const { url, log } = await mount(api, () => card('Me'));
  expect((await post(url, payloadBody(viewPressPayload(button('1|me'), 'home')))).status).toBe(200);
  await vi.waitFor(() => expect(log.lines).toContainEqual({ level: 'error', facts: { code: 'account_inactive' }, said: 'an answer reached nobody' }));
  expect((await type(url, 'still alive')).status).toBe(200);
});

test('a home tab that Slack does not take is a line in the log', async () => {
  nock(api).post('/views.publish').reply(200, { ok: false, error: 'not_enabled' });
  const { url, log } = await mount(api, () => card('Welcome'));
  await postEvent(url, homeOpenedPayload());
  await vi.waitFor(() => expect(log.lines).toContainEqual(expect.objectContaining({ facts: { code: 'not_enabled' } })));
});

test('without the scope for people, everything is answered, and the log says it once', async () => {
  const { url, doors, log } = await mount(api, () => card('x'));
  for (const user of ['U1', 'U2', 'U3']) await post(url, commandBody(commandPayload('x', { user_id: user })));
  await vi.waitFor(() => expect(log.lines.filter(({ facts }) => JSON.stringify(facts) === '{"code":"missing_scope"}')).toHaveLength(1));
  expect(doors.seen.map(({ standing, locale }) => [standing, locale])).toEqual([
    ['none', undefined],
    ['none', undefined],
    ['none', undefined],
  ]);
});

test('a zone that this program does not know is left out', async () => {
  nock.cleanAll();
  nock(api).post('/auth.test').reply(200, { ok: true, team_id: 'T000000001' });
  nock(api)
    .persist()
    .post('/users.info')
    .reply(200, { ok: true, user: { id: 'U1', tz: 'Mars/Olympus', locale: 'fr-FR', profile: { display_name: '' }, real_name: 'Amina' } });
  const { url, doors } = await mount(api, () => card('x'));
  await vi.waitFor(async () => {
    await type(url, String(doors.seen.length));
    expect(doors.seen.at(-1)).toMatchObject({ locale: 'fr-FR', standing: 'none' });
  });
  expect(doors.seen.at(-1)).not.toHaveProperty('zone');
});
