import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { slackOverSocket } from '../../../src/adapters/slack/adapter.ts';
import type { Answer } from '../../../src/chat/answer.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { appToken, botToken, type SlackPeer, startSlackPeer } from '../../support/slack.ts';
import { card, createDoors, createLog, refusal } from './house.ts';
import { button, commandPayload, homeOpenedPayload, pressPayload, submissionPayload, typed } from './payloads.ts';
import { type SocketPeer, startSocketPeer } from './socket-peer.ts';

let socket: SocketPeer;
let peer: SlackPeer;

beforeAll(async () => {
  socket = await startSocketPeer();
  peer = await startSlackPeer(() => socket.url);
});
afterAll(async () => {
  await socket.close();
  await peer.close();
});
beforeEach(() => {
  peer.responses.length = 0;
  peer.calls.length = 0;
  socket.acknowledged.clear();
});

function make(handle: (interaction: Interaction) => Answer | Promise<Answer>, token = appToken) {
  const log = createLog();
  const doors = createDoors(handle);
  const adapter = slackOverSocket({ appToken: token, botToken, apiUrl: peer.apiUrl, command: 'is3c', log });
  onTestFinished(() => adapter.stop());
  return { adapter, doors, log };
}

async function connect(handle: (interaction: Interaction) => Answer | Promise<Answer>) {
  const made = make(handle);
  await made.adapter.start(made.doors);
  return made;
}

const envelope = (id: string, type: string, payload: unknown) => ({ envelope_id: id, type, accepts_response_payload: type !== 'events_api', payload });

const acknowledgement = (id: string) =>
  vi.waitFor(() => {
    const payload = socket.acknowledged.get(id);
    if (payload === undefined) throw new Error('not acknowledged yet');
    return payload;
  }, 3_000);

test('a command is answered in its acknowledgement', async () => {
  const { doors } = await connect(() => card('What comes next'));
  socket.send(envelope('e1', 'slash_commands', commandPayload('next-milestone')));
  expect(await acknowledgement('e1')).toMatchObject({ response_type: 'ephemeral', text: 'What comes next' });
  expect(doors.seen).toMatchObject([{ invoke: { command: 'next-milestone' }, sender: 'slack:T000000001:U000000001' }]);
});

test('a press is acknowledged empty and answered at its response_url', async () => {
  await connect(() => card('m3'));
  socket.send(envelope('e2', 'interactive', pressPayload(button('1|milestone show|milestone=m3'), { response_url: peer.responseUrl })));
  expect(await acknowledgement('e2')).toEqual({});
  await vi.waitFor(() => expect(peer.responses).toMatchObject([{ replace_original: true, text: 'm3' }]));
});

test('a submitted form is answered in its acknowledgement', async () => {
  await connect(() => refusal({ code: 'date-unreadable', params: { said: 'soonish' } }, 'dated'));
  socket.send(envelope('e3', 'interactive', submissionPayload('1|milestone done', { outcome: typed('x'), dated: typed('soonish') })));
  expect(await acknowledgement('e3')).toMatchObject({ response_action: 'errors', errors: { dated: expect.stringContaining('soonish') } });
});

test('the home tab is published', async () => {
  await connect(() => card('Welcome'));
  socket.send(envelope('e4', 'events_api', homeOpenedPayload()));
  expect(await acknowledgement('e4')).toEqual({});
  await vi.waitFor(() => expect(peer.calls.map(({ method }) => method)).toContain('views.publish'));
});

test('a workspace from which the bot was removed is told, however often; a token of a person that was revoked is not', async () => {
  const { doors } = await connect(() => card('x'));
  const events = [{ type: 'tokens_revoked', tokens: { oauth: ['U1'] } }, { type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } }, { type: 'app_uninstalled' }];
  for (const [index, event] of events.entries()) socket.send(envelope(`g${index}`, 'events_api', homeOpenedPayload({ event_id: `Ev9${index}`, event })));
  for (const index of events.keys()) await acknowledgement(`g${index}`);
  await vi.waitFor(() => expect(doors.gone).toEqual(['slack:T000000001', 'slack:T000000001']));
});

test('a line that breaks under an answer is opened again, and the answer takes another way', async () => {
  await connect(async () => {
    await new Promise((done) => setTimeout(done, 300));
    return card('Still here');
  });
  const before = socket.opened();
  socket.send(envelope('e5', 'slash_commands', commandPayload('x', { response_url: peer.responseUrl })));
  await new Promise((done) => setTimeout(done, 100));
  socket.cut();
  await vi.waitFor(() => expect(peer.responses).toMatchObject([{ text: 'Still here' }]), 5_000);
  await vi.waitFor(() => expect(socket.opened()).toBe(before + 1), 5_000);
  await new Promise((done) => setTimeout(done, 200));
  socket.send(envelope('e6', 'slash_commands', commandPayload('x')));
  expect(await acknowledgement('e6')).toMatchObject({ text: 'Still here' });
});

test('Slack’s regular renewal opens a new line', async () => {
  await connect(() => card('x'));
  const before = socket.opened();
  socket.send({ type: 'disconnect', reason: 'refresh_requested' });
  await vi.waitFor(() => expect(socket.opened()).toBe(before + 1), 5_000);
});

test('a refused app token fails the start in plain words', async () => {
  const { adapter, doors, log } = make(() => card('x'), 'xapp-wrong');
  await expect(adapter.start(doors)).rejects.toThrow('Slack does not accept the app token');
  expect(JSON.stringify(log.lines)).not.toContain('xapp-wrong');
});

test('a stop lets what was taken be answered, and closes the line', async () => {
  const { adapter } = await connect(async () => {
    await new Promise((done) => setTimeout(done, 400));
    return card('Answered');
  });
  socket.send(envelope('e7', 'slash_commands', commandPayload('x')));
  await new Promise((done) => setTimeout(done, 100));
  await adapter.stop();
  expect(socket.acknowledged.get('e7')).toMatchObject({ text: 'Answered' });
  socket.send(envelope('e8', 'slash_commands', commandPayload('x')));
  await new Promise((done) => setTimeout(done, 100));
  expect(socket.acknowledged.has('e8')).toBe(false);
});
