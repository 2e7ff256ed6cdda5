import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { commandBody, hangUp, type SlackPeer, startSlackPeer } from '../../support/slack.ts';
import { card } from './house.ts';
import { mount } from './mount.ts';
import { commandPayload } from './payloads.ts';

let peer: SlackPeer;

beforeAll(async () => {
  peer = await startSlackPeer();
});
afterAll(() => peer.close());

const seconds = (number: number): Promise<void> => new Promise((done) => setTimeout(done, number * 1_000));

test('a Slack that hangs up after three seconds has an acknowledgement by then, and everybody is told', { timeout: 30_000 }, async () => {
  const { url } = await mount(peer.apiUrl, async ({ invoke }) => {
    const [, wait] = invoke.command.split(' ');
    if (wait === 'forever') return new Promise(() => undefined);
    await seconds(Number(wait));
    return card(`After ${wait}`);
  });
  const waits = ['0', '2', '5', '10', 'forever'];
  const acknowledged = await Promise.all(
    waits.map((wait) => hangUp(url, commandBody(commandPayload(`wait ${wait}`, { response_url: peer.responseUrl, trigger_id: `t${wait}` })))),
  );
  expect(acknowledged).toEqual(waits.map(() => true));
  await vi.waitFor(() => expect(peer.responses).toHaveLength(4), 15_000);
  expect(peer.responses.map(({ text }) => String(text).split('\n').at(-1))).toEqual([
    'After 2',
    'After 5',
    'After 10',
    expect.stringContaining('slow just now'),
  ]);
});

test('a Slack that hangs up before the acknowledgement gets the answer another way', async () => {
  peer.responses.length = 0;
  const { url } = await mount(peer.apiUrl, async () => {
    await seconds(0.5);
    return card('Found you');
  });
  expect(await hangUp(url, commandBody(commandPayload('x', { response_url: peer.responseUrl })), 100)).toBe(false);
  await vi.waitFor(() => expect(peer.responses).toMatchObject([{ text: 'Found you' }]), 3_000);
});
