import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from '../../../src/chat/answer.ts';
import { decodeInvocation } from '../../../src/chat/invocation.ts';
import { commandBody, home, payloadBody, post, postEvent, type SlackPeer, startSlackPeer } from '../../support/slack.ts';
import { card, form, refusal } from './house.ts';
import { mount } from './mount.ts';
import { button, choice, commandPayload, homeOpenedPayload, pressPayload, submissionPayload, typed, viewPressPayload } from './payloads.ts';

let peer: SlackPeer;

beforeAll(async () => {
  peer = await startSlackPeer();
});
afterAll(() => peer.close());
beforeEach(() => {
  peer.calls.length = 0;
  peer.responses.length = 0;
  peer.delays.clear();
});

const answering = (answer: Answer) => mount(peer.apiUrl, () => answer);

async function type(url: string, text: string, more: Readonly<Record<string, string>> = {}): Promise<Response> {
  return post(url, commandBody(commandPayload(text, { response_url: peer.responseUrl, trigger_id: await peer.trigger(), ...more })));
}

async function press(url: string, action: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}): Promise<Response> {
  return post(url, payloadBody(pressPayload(action, { response_url: peer.responseUrl, trigger_id: await peer.trigger(), ...more })));
}

const calls = (method: string) => peer.calls.filter((call) => call.method === method);
const only = async <T>(list: readonly T[]): Promise<T> =>
  vi.waitFor(() => {
    const [first] = list;
    if (list.length !== 1 || first === undefined) throw new Error(`there are ${list.length}`);
    return first;
  }, 3_000);
const called = (method: string) =>
  vi.waitFor(() => {
    const [call] = calls(method);
    if (call === undefined) throw new Error(`no ${method} yet`);
    return call;
  }, 3_000);

const show = button('1|milestone show|milestone=m3');

describe('a command', () => {
  test('is answered in its acknowledgement, to the asker alone', async () => {
    const { url, doors } = await answering(card('What comes next', { blocks: [{ kind: 'paragraph', text: ['Soon <!channel>'] }] }));
    const response = await type(url, 'next-milestone');
    expect(await response.json()).toEqual({
      response_type: 'ephemeral',
      replace_original: false,
      text: 'What comes next\nSoon &lt;!channel&gt;',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'What comes next', emoji: false } },
        { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Soon <!channel>' }] }] },
      ],
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(doors.seen).toMatchObject([{ invoke: { command: 'next-milestone' }, sender: `slack:${home.team}:${home.user}` }]);
    expect(peer.responses).toEqual([]);
  });

  test('is answered under another name too', async () => {
    const { url, log } = await answering(card('Yes'));
    expect(await (await type(url, 'x', { command: '/other' })).json()).toMatchObject({ text: 'Yes' });
    expect(log.lines).toContainEqual(expect.objectContaining({ facts: { command: '/other' } }));
  });

  test('that is refused is answered with the refusal', async () => {
    const { url } = await answering(refusal({ code: 'milestone-unknown', params: { said: 'm99' } }));
    expect(await (await type(url, 'milestone show m99')).json()).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('There is no milestone “m99”'),
    });
  });

  test('that opens a form is acknowledged empty, and Slack takes the form', async () => {
    const { url } = await answering(form);
    const response = await type(url, 'milestone done m3');
    expect([response.status, await response.text()]).toEqual([200, '']);
    const { args, answer } = await called('views.open');
    expect(answer).toMatchObject({ ok: true });
    expect(args['view']).toMatchObject({
      type: 'modal',
      private_metadata: '1|milestone done|milestone=m3|revision=2',
      title: { text: 'Record an outcome m3' },
    });
  });

  test('whose trigger was used up is offered the form again', async () => {
    const { url } = await answering(form);
    const trigger = await peer.trigger();
    await type(url, 'first', { trigger_id: trigger });
    await called('views.open');
    await type(url, 'milestone done m3', { trigger_id: trigger });
    const told = await only(peer.responses);
    expect(told).toMatchObject({ response_type: 'ephemeral', replace_original: false, text: expect.stringContaining('The form did not open in time') });
    expect(JSON.stringify(told)).toContain('"value":"1|milestone done m3"');
  });

  test('whose form Slack does not take in time is offered it again', async () => {
    peer.delays.set('views.open', 5_000);
    const { url } = await answering(form);
    await type(url, 'milestone done m3');
    await vi.waitFor(() => expect(peer.responses).toMatchObject([{ text: expect.stringContaining('The form did not open in time') }]), 4_000);
  });

  test('that takes longer than the acknowledgement may has what was typed handed back, and is answered afterwards', async () => {
    const { url } = await mount(peer.apiUrl, async () => {
      await new Promise((done) => setTimeout(done, 2_000));
      return card('Late');
    });
    expect(await (await type(url, 'milestone add soon <!channel>')).json()).toMatchObject({
      response_type: 'ephemeral',
      text: 'One moment …\n“milestone add soon @channel”',
    });
    expect(await only(peer.responses)).toMatchObject({ response_type: 'ephemeral', text: 'Late' });
  });

  test('before a door that throws gets a reference, and the log has it', async () => {
    const { url, log } = await mount(peer.apiUrl, () => {
      throw new Error('what was typed: secret words');
    });
    const said = await (await type(url, 'x')).text();
    const [line] = log.lines.filter((one) => one.said === 'the door threw');
    expect(said).toContain(line?.facts !== undefined && 'reference' in line.facts ? line.facts.reference : 'no reference');
    expect(said).not.toContain('secret words');
  });

  test('that cannot be read is acknowledged', async () => {
    const { url, doors } = await answering(card('x'));
    expect((await type(url, 'x', { user_id: 'nobody' })).status).toBe(200);
    expect(doors.seen).toEqual([]);
  });
});

describe('a press', () => {
  test('on what one person sees puts the answer in its place', async () => {
    const { url, doors } = await answering(card('m3'));
    const response = await press(url, show);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(await only(peer.responses)).toMatchObject({ response_type: 'ephemeral', replace_original: true, text: 'm3' });
    expect(doors.seen).toMatchObject([{ invoke: { command: 'milestone show', options: { milestone: 'm3' } } }]);
  });

  test('that is refused leaves the card with its buttons', async () => {
    const { url } = await answering(refusal({ code: 'coordinators-only', params: {} }));
    await press(url, show);
    expect(await only(peer.responses)).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  });

  test('on what everybody sees never replaces it', async () => {
    const { url } = await answering(card('m3'));
    await press(url, show, { container: { type: 'message', is_ephemeral: false } });
    expect(await only(peer.responses)).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  });

  test('on Share posts for everybody, names the sharer, and pings nobody', async () => {
    const sharer = { kind: 'note', text: ['Shared by ', { kind: 'mention', account: `slack:${home.team}:${home.user}` }] } as const;
    const { url } = await answering(card('Timeline', { audience: 'place', blocks: [sharer] }));
    await press(url, button('1!|timeline'));
    const told = await only(peer.responses);
    expect(told).toMatchObject({ response_type: 'in_channel', replace_original: false, text: expect.stringMatching(/^Timeline\nShared by (amina|admin)$/) });
    expect(JSON.stringify(told)).not.toContain('"user"');
  });

  test('of a choice in a menu is the choice’s command', async () => {
    const { url, doors } = await answering(card('m3'));
    await press(url, choice('menu.0|1|milestone show|milestone=m', '~3'));
    await only(peer.responses);
    expect(doors.seen).toMatchObject([{ invoke: { command: 'milestone show', options: { milestone: 'm3' } } }]);
  });

  test('on a button of an older version is said to be one', async () => {
    const { url, doors } = await answering(refusal({ code: 'old-button', params: {} }));
    expect((await press(url, button('v1|ms|42', 'milestone.join'))).status).toBe(200);
    await only(peer.responses);
    expect(doors.seen).toMatchObject([{ invoke: { command: 'help', options: { old: '1' } } }]);
  });

  test('on a link is acknowledged and nothing more', async () => {
    const { url, doors } = await answering(card('x'));
    const response = await press(url, button('', 'open.card.0'));
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(doors.seen).toEqual([]);
  });

  test('that opens a form opens it', async () => {
    const { url } = await answering(form);
    await press(url, button('1|milestone done|milestone=m3'));
    expect((await called('views.open')).answer).toMatchObject({ ok: true });
  });

  test('reaches the person directly where the response_url is used up', async () => {
    const { url } = await answering(card('m3'));
    await press(url, show, { response_url: `${peer.url}/gone` });
    const { args, answer } = await called('chat.postMessage');
    expect(answer).toMatchObject({ ok: true });
    expect(args).toMatchObject({ channel: home.user, text: 'm3' });
  });
});

describe('a press in a view', () => {
  async function openView(): Promise<string> {
    const { url } = await answering(form);
    await type(url, 'open');
    const { answer } = await called('views.open');
    peer.calls.length = 0;
    const { view } = answer;
    return typeof view === 'object' && view !== null && 'id' in view ? String(view.id) : '';
  }

  test('of the home tab opens the answer as a modal', async () => {
    const { url } = await answering(card('Me'));
    await post(url, payloadBody(viewPressPayload(button('1|me'), 'home', 'V1', { trigger_id: await peer.trigger() })));
    const { args, answer } = await called('views.open');
    expect([answer['ok'], args['view']]).toMatchObject([true, { type: 'modal', title: { text: 'Me' } }]);
  });

  test('of the home tab that asks for home publishes it again', async () => {
    const { url } = await answering(card('Welcome'));
    await post(url, payloadBody(viewPressPayload(button('1|home'), 'home', 'V1', { trigger_id: await peer.trigger() })));
    expect((await called('views.publish')).args).toMatchObject({ user_id: home.user, view: { type: 'home' } });
  });

  test('of a modal puts the answer in its place', async () => {
    const view = await openView();
    const { url } = await answering(card('m3'));
    await post(url, payloadBody(viewPressPayload(show, 'modal', view, { trigger_id: await peer.trigger(view) })));
    const { args, answer } = await called('views.update');
    expect([answer['ok'], args]).toMatchObject([true, { view_id: view, view: { title: { text: 'm3' } } }]);
  });

  test.each([
    ['a form', form],
    ['a refusal', refusal({ code: 'coordinators-only', params: {} })],
  ])('of a modal that brings %s puts it on top', async (_, answer) => {
    const view = await openView();
    const { url } = await answering(answer);
    await post(url, payloadBody(viewPressPayload(show, 'modal', view, { trigger_id: await peer.trigger(view) })));
    expect((await called('views.push')).answer).toMatchObject({ ok: true, view: { previous_view_id: view } });
  });

  test('whose trigger has expired is answered in a direct message', async () => {
    const { url } = await mount(peer.apiUrl, async () => {
      await new Promise((done) => setTimeout(done, 4_000));
      return card('Late');
    });
    await post(url, payloadBody(viewPressPayload(button('1|me'), 'home', 'V1', { trigger_id: await peer.trigger() })));
    await vi.waitFor(() => expect(calls('chat.postMessage')).toMatchObject([{ args: { channel: home.user, text: 'Late' }, answer: { ok: true } }]), 8_000);
    expect(calls('views.open')).toMatchObject([{ answer: { error: 'expired_trigger_id' } }]);
  });
});

describe('a submitted form', () => {
  const values = { outcome: typed('Published'), dated: typed(null) };
  const submit = (url: string, state: Readonly<Record<string, unknown>> = values): Promise<Response> =>
    post(url, payloadBody(submissionPayload('1|milestone done|milestone=m3', state)));

  test('is replaced by the answer, and closing that closes all', async () => {
    const { url, doors } = await answering(card('Recorded: m3.', { tone: 'good' }));
    expect(await (await submit(url)).json()).toMatchObject({
      response_action: 'update',
      view: { type: 'modal', title: { text: 'Recorded: m3.' }, clear_on_close: true },
    });
    expect(doors.seen).toMatchObject([
      { formKey: 'V0FORM', fields: { outcome: 'Published', dated: '' }, invoke: { command: 'milestone done', options: { milestone: 'm3' } } },
    ]);
  });

  test('with a wrong field stays open with the error under it', async () => {
    const { url } = await answering(refusal({ code: 'date-unreadable', params: { said: 'soonish' } }, 'dated'));
    expect(await (await submit(url)).json()).toEqual({
      response_action: 'errors',
      errors: { dated: expect.stringContaining('“soonish” cannot be read as a date') },
    });
  });

  test.each([
    ['no field is to blame', refusal({ code: 'milestone-changed', params: { id: 'm3' } })],
    ['the field is not in the form', refusal({ code: 'milestone-changed', params: { id: 'm3' } }, 'elsewhere')],
  ])('stays open with the error under the first field where %s', async (_, answer) => {
    const { url } = await answering(answer);
    expect(await (await submit(url)).json()).toEqual({
      response_action: 'errors',
      errors: { outcome: expect.stringContaining('m3 was changed by somebody else') },
    });
  });

  test('without fields is replaced by the refusal', async () => {
    const { url } = await answering(refusal({ code: 'milestone-changed', params: { id: 'm3' } }));
    expect(await (await submit(url, {})).json()).toMatchObject({ response_action: 'update', view: { title: { text: 'That did not work' } } });
  });

  test('that leads to another form has it put on top, so that each has a key of its own', async () => {
    const { url } = await answering(form);
    expect(await (await submit(url)).json()).toMatchObject({ response_action: 'push', view: { callback_id: 'form' } });
  });

  test('that is not confirmed in time stays open with everything typed, and can be sent again under the same key', async () => {
    const { url, doors } = await mount(peer.apiUrl, async () => {
      await new Promise((done) => setTimeout(done, 5_000));
      return card('Recorded');
    });
    const answers = await Promise.all([submit(url), submit(url, { outcome: typed('Published'), dated: typed('today') })]);
    for (const answer of answers)
      expect(await answer.json()).toEqual({ response_action: 'errors', errors: { outcome: expect.stringContaining('It is not confirmed yet') } });
    expect(doors.seen.map(({ formKey }) => formKey)).toEqual(['V0FORM', 'V0FORM']);
  });
});

describe('the home tab', () => {
  test('is published when it is opened', async () => {
    const { url, doors } = await answering(card('Welcome', { buttons: [{ kind: 'act', label: 'Me', invoke: { command: 'me', options: {} } }] }));
    expect((await postEvent(url, homeOpenedPayload())).status).toBe(200);
    const { args, answer } = await called('views.publish');
    expect([answer['ok'], args]).toMatchObject([true, { user_id: home.user, view: { type: 'home', blocks: [{ type: 'header' }, { type: 'actions' }] } }]);
    expect(doors.seen).toMatchObject([{ invoke: { command: 'home', options: {} } }]);
  });
});

describe('people', () => {
  test('are asked about in the background, and known from their second interaction on', async () => {
    peer.delays.set('users.info', 300);
    const { url, doors } = await answering(card('x'));
    await type(url, 'one');
    await called('users.info');
    await vi.waitFor(async () => {
      await type(url, 'two');
      expect(doors.seen.at(-1)).toMatchObject({ locale: 'fr-FR', zone: 'Africa/Nairobi', standing: 'admin' });
    }, 3_000);
    expect(doors.seen[0]).not.toHaveProperty('locale');
    expect(calls('users.info')).toMatchObject([{ args: { user: home.user, include_locale: 'true' } }]);
  });

  test('who are admins need not ask twice on their first contact', async () => {
    const { url } = await mount(peer.apiUrl, ({ standing }) =>
      standing === 'admin' ? card('Claimed') : refusal({ code: 'platform-admins-only', params: {} }),
    );
    expect(await (await type(url, 'here setup')).json()).toMatchObject({ text: 'Claimed' });
  });
});

test('what no listener knows is acknowledged at once', async () => {
  const { url } = await answering(card('x'));
  const { user, team } = pressPayload({});
  const strange = [
    { type: 'view_closed', user, team, view: { id: 'V1', callback_id: 'form', state: { values: {} } }, is_cleared: true },
    { type: 'shortcut', user, team, callback_id: 'old', trigger_id: 't' },
    { type: 'message_action', user, team, callback_id: 'old', trigger_id: 't', channel: { id: 'C1' }, message: {}, response_url: peer.responseUrl },
    { type: 'interactive_message', user, team, actions: [{ name: 'x', type: 'button' }], callback_id: 'legacy' },
    { type: 'dialog_submission', user, team, callback_id: 'legacy' },
    { type: 'something_new', user, team },
  ];
  for (const payload of strange) expect((await post(url, payloadBody(payload))).status).toBe(200);
  expect((await postEvent(url, { type: 'app_rate_limited', team_id: home.team, minute_rate_limited: 1 })).status).toBe(200);
  expect((await postEvent(url, { type: 'event_callback', team_id: home.team, event: { type: 'app_uninstalled' } })).status).toBe(200);
  expect(await (await post(url, payloadBody({ type: 'block_suggestion', user, team, action_id: 'old', block_id: 'b', value: 'x' }))).json()).toEqual({
    options: [],
  });
});

test('a wrong token is said in plain words and stops no answer', async () => {
  const { url, log } = await mount(peer.apiUrl, () => card('Still here'), 'xoxb-wrong');
  expect(await (await type(url, 'x')).json()).toMatchObject({ text: 'Still here' });
  await vi.waitFor(() =>
    expect(log.lines).toContainEqual({ level: 'error', facts: { code: 'invalid_auth' }, said: expect.stringContaining('Slack does not accept the bot token') }),
  );
});

test('a stop takes nothing new and lets what was acknowledged be answered', async () => {
  const { url, adapter } = await mount(peer.apiUrl, async () => {
    await new Promise((done) => setTimeout(done, 500));
    return card('Answered');
  });
  await press(url, show);
  await adapter.stop();
  expect(peer.responses).toMatchObject([{ text: 'Answered' }]);
  expect((await type(url, 'x')).status).toBe(503);
});

test('the log holds no secret, no address and nothing that was typed', async () => {
  const { url, log } = await answering(form);
  await type(url, 'typedwords', { trigger_id: 'triggersecret', response_url: `${peer.url}/responsesecret` });
  await called('chat.postMessage');
  const written = JSON.stringify(log.lines);
  for (const secret of ['typedwords', 'triggersecret', 'responsesecret', 'xoxb', '127.0.0.1', 'draft']) expect(written).not.toContain(secret);
  expect(decodeInvocation('1|typedwords')).toBeDefined();
});
