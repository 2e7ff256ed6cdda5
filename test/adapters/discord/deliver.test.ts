import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { decode } from '../../../src/adapters/discord/decode.ts';
import { Desk } from '../../../src/adapters/discord/desk.ts';
import { openRest } from '../../../src/adapters/discord/rest.ts';
import type { Doors } from '../../../src/chat/adapter.ts';
import type { Answer } from '../../../src/chat/answer.ts';
import type { Card } from '../../../src/chat/card.ts';
import { faultsOfMessage, faultsOfModal } from './checks.ts';
import { changeForm, command, doors, openLog, plainCard, press, type Raw, refusal, submit, typing } from './payloads.ts';
import { type Peer, startPeer } from './peer.ts';

let peer: Peer;
beforeAll(async () => {
  peer = await startPeer();
});
afterAll(() => peer.close());

beforeEach(() => {
  peer.breakWith = [];
});

type Sent = { readonly way: string; readonly type?: number; readonly data?: object };

/** What reached Discord, in its order, and whether Discord would take it. */
function sent(raw: Raw): Sent[] {
  const ways = [
    `/interactions/${raw.id}/${raw.token}/callback`,
    `/webhooks/1400000000000000001/${raw.token}/messages/@original`,
    `/webhooks/1400000000000000001/${raw.token}`,
  ];
  return peer.calls
    .filter(({ path }) => ways.includes(path))
    .map(({ path, type, body }) => {
      const payload = JSON.parse(type.startsWith('multipart/') ? (/\r\n(\{.*\})\r\n/.exec(body)?.[1] ?? '') : body);
      return path === ways[0] ? { way: 'callback', ...payload } : { way: path === ways[1] ? 'edit' : 'new', data: payload };
    });
}

function openDesk(): { desk: Desk; lines: ReturnType<typeof openLog>['lines'] } {
  const { log, lines } = openLog();
  return { desk: new Desk(openRest(peer.url), log), lines };
}

function faultsOf({ type, data }: Sent): string[] {
  if (type === 9) return faultsOfModal(data);
  return data !== undefined && 'components' in data ? faultsOfMessage(data) : [];
}

/** Sends an interaction through a house that answers so, and tells what came back. */
async function answered(raw: Raw, house: Doors, desk = openDesk().desk): Promise<Sent[]> {
  desk.open(house);
  await take(desk, peer.send(raw));
  expect(sent(raw).flatMap(faultsOf)).toEqual([]);
  return sent(raw);
}

async function take(desk: Desk, raw: Raw): Promise<void> {
  const decoded = decode(raw);
  if (decoded === undefined || decoded.kind === 'ping') throw new Error('no interaction');
  await desk.take(decoded);
}

const always = (answer: Answer, after?: number) => doors(() => answer, after);
const title = (text: string) => ({ components: { 0: { components: { 0: { content: expect.stringContaining(`## ${text}`) } } } } });
const privately = 32_768 + 64;
const publicly = 32_768;
const posted: Card = { ...plainCard('For all'), audience: 'place' };

test('an answer that is ready is itself the acknowledgement, for the asker alone', async () => {
  expect(await answered(command('home'), always(plainCard('Home')))).toMatchObject([
    { way: 'callback', type: 4, data: { flags: privately, ...title('Home') } },
  ]);
  expect(peer.calls.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
});

test('a shared answer is a new message for everybody', async () => {
  expect(await answered(press('1!|timeline'), always(posted))).toMatchObject([{ type: 4, data: { flags: publicly, ...title('For all') } }]);
});

test("a press on the asker's own message changes it, on anybody's answers beside it", async () => {
  expect(await answered(press('1|timeline|skip=10'), always(plainCard('Page 2')))).toMatchObject([{ type: 7, data: { flags: publicly, ...title('Page 2') } }]);
  expect(await answered(press('1|timeline|skip=10', 'place'), always(plainCard('Page 2')))).toMatchObject([{ type: 4, data: { flags: privately } }]);
});

test('a refusal never takes the place of what was there', async () => {
  expect(await answered(press('1|timeline'), always(refusal({ code: 'slow-just-now', params: {} })))).toMatchObject([{ type: 4, data: { flags: privately } }]);
});

test('a form opens as the first response, under the key of the interaction that opens it', async () => {
  const raw = press('1|milestone change|milestone=m3');
  const [modal] = await answered(raw, always(changeForm));
  expect(modal).toMatchObject({ type: 9, data: { custom_id: `1|milestone change|milestone=m3|revision=2|~=${raw.id}`, title: 'Change m3' } });
});

test('a form cannot follow a form: a button opens it', async () => {
  const [offer] = await answered(submit('1|milestone change|milestone=m3|~=1500000000000000001', { text: 'x' }), always(changeForm));
  expect(offer).toMatchObject({ type: 4, data: { flags: privately, ...title('Change m3') } });
});

test.concurrent('a slow answer is promised in time and comes where it was promised', async () => {
  const slow = 1_700;
  const [typed, pressed, shared, refused, form] = await Promise.all([
    answered(command('home'), always(plainCard('Home'), slow)),
    answered(press('1|timeline'), always(plainCard('Page 2'), slow)),
    answered(press('1!|timeline'), always(posted, slow)),
    answered(press('1|timeline'), always(refusal({ code: 'slow-just-now', params: {} }), slow)),
    answered(press('1|milestone change|milestone=m3'), always(changeForm, 2_200)),
  ]);
  expect(typed).toMatchObject([
    { type: 5, data: { flags: 64 } },
    { way: 'edit', data: { flags: publicly, ...title('Home') } },
  ]);
  expect(pressed).toMatchObject([{ type: 6 }, { way: 'edit', data: title('Page 2') }]);
  expect(shared).toMatchObject([{ type: 6 }, { way: 'new', data: { flags: publicly, ...title('For all') } }]);
  expect(refused).toMatchObject([{ type: 6 }, { way: 'new', data: { flags: privately, ...title('That did not work') } }]);
  // A form cannot follow a promise: a button opens it.
  expect(form).toMatchObject([{ type: 6 }, { way: 'new', data: { flags: privately, ...title('Change m3') } }]);
  expect(JSON.stringify(form)).toContain('"custom_id":"1|milestone change|milestone=m3|revision=2"');
});

test.concurrent('the person is told after 2, 5 and 10 seconds, though Discord forgets after 3', async () => {
  const all = await Promise.all([2_000, 5_000, 10_000].map((after) => answered(command('home'), always(plainCard('Home'), after))));
  for (const one of all) expect(one).toMatchObject([{ type: 5 }, { way: 'edit', data: title('Home') }]);
});

test.concurrent('what carries typed text is not acknowledged before its answer is there', async () => {
  const id = '1|milestone change|milestone=m3|~=1500000000000000001';
  expect(await answered(submit(id, { text: 'x' }), always(plainCard('Recorded'), 2_000))).toMatchObject([{ type: 4, data: title('Recorded') }]);
  expect(await answered(command('update'), always(plainCard('Recorded'), 2_000))).toMatchObject([{ type: 4, data: title('Recorded') }]);
  expect(await answered(submit(id, { text: 'x' }), always(plainCard('Recorded'), 2_700))).toMatchObject([
    { type: 5 },
    { way: 'edit', data: title('Recorded') },
  ]);
});

test.concurrent('completion is offered within its limits, and never an error', async () => {
  const many = {
    ...always(plainCard('')),
    suggest: async () => Array.from({ length: 40 }, (_, index) => ({ label: index === 0 ? ' ' : 'x'.repeat(300), value: `m${index}` })),
  };
  const [offer] = await answered(typing('milestone show', 'milestone', 'm'), many);
  expect(offer).toMatchObject({ type: 8, data: { choices: { length: 25, 0: { name: `${'x'.repeat(99)}…`, value: 'm1' } } } });
  const failing = { ...many, suggest: () => Promise.reject(new Error('down')) };
  expect(await answered(typing('milestone show', 'milestone', 'm'), failing)).toMatchObject([{ type: 8, data: { choices: [] } }]);
  const slow = { ...many, suggest: () => sleep(1_400, [{ label: 'late', value: 'late' }]) };
  expect(await answered(typing('milestone show', 'milestone', 'm'), slow)).toMatchObject([{ type: 8, data: { choices: [] } }]);
});

test.concurrent('closing waits for what was taken, and takes no more', async () => {
  const { desk } = openDesk();
  const raw = command('home');
  const work = answered(raw, always(plainCard('Home'), 300), desk);
  const closed = desk.close();
  const next = command('home');
  await take(desk, peer.send(next));
  expect(sent(next)).toEqual([]);
  await closed;
  expect(sent(raw)).toHaveLength(1);
  await work;
});

test('an interaction that comes twice is taken once', async () => {
  const { desk } = openDesk();
  const house = always(plainCard('Home'));
  const raw = command('home');
  await answered(raw, house, desk);
  expect(await answered(raw, house, desk)).toHaveLength(1);
  expect(house.heard).toHaveLength(1);
});

test('a promise is kept though Discord has not read it yet, or is unwell for a moment', async () => {
  const raw = command('home');
  // What its client tries again by itself counts as one.
  peer.breakWith = [{ status: 204 }, { status: 404, code: 10_015 }, { status: 502 }, { status: 502 }, { status: 502 }, { status: 502 }];
  peer.acknowledge(raw);
  const { desk, lines } = openDesk();
  desk.open(always(plainCard('Home'), 1_600));
  await take(desk, raw);
  expect(sent(raw).map(({ way }) => way)).toEqual(['callback', 'edit', 'edit', 'edit', 'edit', 'edit', 'edit']);
  expect(lines).toEqual([]);
});

test('what Discord refuses is logged in our own words, without the token and the text', async () => {
  const { desk, lines } = openDesk();
  const raw = submit('1|milestone change|~=1500000000000000001', { text: 'something private' });
  desk.open(doors(() => refusal({ code: 'field-missing', params: { field: 'When' } })));
  await take(desk, raw);
  const other = command('home');
  peer.breakWith = [{ status: 400 }];
  await answered(other, always(plainCard('Home')), desk);
  expect(lines).toEqual([
    { level: 'warn', facts: { interaction: raw.id, command: 'milestone change', code: 10_062 }, said: 'an answer came too late for Discord' },
    { level: 'error', facts: { interaction: other.id, command: 'home', code: 0, status: 400 }, said: 'Discord did not take an answer' },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/private|token/);
});

test('should the door ever not answer, the person is told all the same', async () => {
  const broken = { ...always(plainCard('')), handle: () => Promise.reject(new Error('secret')) };
  const { desk, lines } = openDesk();
  expect(await answered(command('home'), broken, desk)).toMatchObject([{ type: 4, data: title('That did not work') }]);
  const [told] = await answered(submit('1|milestone change|~=1500000000000000001', { text: 'kept' }), broken, desk);
  expect(JSON.stringify(told)).toMatch(/not confirmed yet.*> kept.*Open the form again/);
  expect(JSON.stringify(lines)).not.toContain('secret');
});
