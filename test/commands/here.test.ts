import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Place } from '../../src/chat/interaction.ts';
import { act, openTestHouse, type TestHouse } from '../support/house.ts';
import { channel, drain, owe, tryNext } from '../support/messages.ts';
import { by } from '../support/store.ts';

const direct: Place = { kind: 'direct' };

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.close());

it.each(['here', 'here digest', 'here preview', 'here off', 'here leadership'])('%s asks which channel is meant where there is none', async (command) => {
  const opened = command === 'here digest' ? { fields: {} } : {};
  expect(await house.doors.handle(act(command, {}, { place: direct, ...opened }))).toMatchObject({
    kind: 'card',
    title: 'Which channel?',
    buttons: [{ label: 'Choose a channel', invoke: { command: 'here choose', options: {} } }],
  });
});

it('says only what is so once a channel is switched off', async () => {
  await house.doors.handle(act('here digest', { channel: 'C7' }, { fields: { what: 'both', weekday: '2', hour: '9', zone: 'UTC', language: 'en' } }));
  const off = await house.doors.handle(act('here off', { channel: 'C7' }));
  expect(off).toMatchObject({
    title: 'No digest and no news come here from now on.',
    blocks: [{ kind: 'facts', facts: [{ label: 'Proposals for leadership' }] }],
  });
});

it('a message that did not arrive is posted again by whoever coordinates now, and not in a channel that is switched off', async () => {
  const lead = { sender: 'slack:T1:ULEAD', space: 'slack:T1' };
  await house.doors.handle(act('here appoint', { person: 'slack:T1:ULEAD' }));
  await house.store.acceptSpace('slack:T1', by({ account: 'slack:T1:ULEAD', space: 'slack:T1' }));
  const fields = { what: 'both', weekday: '2', hour: '9', zone: 'UTC', language: 'en' };
  await house.doors.handle(act('here digest', { channel: 'C7' }, { ...lead, fields }));
  await drain(house.store, house.clock.now);
  await owe(house.store, house.clock.now, { notice: { kind: 'digest', week: '2026-11-16' }, to: channel('C7') });
  const { id } = await tryNext(house.store, { kind: 'failed', problem: 'x' }, house.clock.now);
  const press = () => house.doors.handle(act('status again', { message: id }, lead));
  await house.doors.handle(act('here off', { channel: 'C7' }, lead));
  expect(await press()).toMatchObject({ kind: 'refusal', problem: { code: 'channel-off' }, card: { buttons: [{ invoke: { command: 'status' } }] } });
  await house.doors.handle(act('here digest', { channel: 'C7' }, { ...lead, fields }));
  await house.doors.handle(act('here appoint', { person: 'slack:T1:UOTHER' }));
  await house.doors.handle(act('here dismiss', { person: 'slack:T1:ULEAD' }));
  expect(await press()).toMatchObject({ kind: 'refusal', problem: { code: 'coordinators-only' } });
  expect(await house.doors.handle(act('status again', { message: id }))).toMatchObject({ kind: 'card', title: expect.stringContaining('posted again') });
});

it('what the chosen channel gets is shown, and set for it', async () => {
  expect(await house.doors.handle(act('here choose', {}, { place: direct }))).toMatchObject({ kind: 'form', fields: [{ kind: 'channel', name: 'channel' }] });
  const shown = await house.doors.handle(act('here choose', {}, { place: direct, fields: { channel: 'C7' } }));
  expect(shown).toMatchObject({
    kind: 'card',
    title: 'What this channel gets',
    buttons: expect.arrayContaining([expect.objectContaining({ invoke: { command: 'here digest', options: { channel: 'C7' } } })]),
  });
  expect(await house.doors.handle(act('here choose', {}, { place: direct, fields: {} }))).toMatchObject({
    kind: 'refusal',
    fields: { channel: expect.anything() },
  });
});

it('asks for the channel of a group too, and records the one that is chosen', async () => {
  const asked = await house.doors.handle(act('group channel', { group: 'wg1' }, { place: direct }));
  const invoke = { command: 'group channel', options: { group: 'wg1', ask: 'channel' } };
  expect(asked).toMatchObject({ kind: 'card', title: 'Which channel?', buttons: [{ invoke }] });
  expect(await house.doors.handle(act(invoke.command, invoke.options, { place: direct }))).toMatchObject({ kind: 'form', invoke });
  await house.doors.handle(act(invoke.command, invoke.options, { place: direct, fields: { channel: 'C7' } }));
  const { group } = await house.store.readGroup({ account: 'terminal:operator', space: 'terminal:local' }, 'wg1');
  expect(group?.channel).toEqual({ space: 'terminal:local', channel: 'C7' });
});

it.each([true, false])('a coordinator who writes directly decides only while Discord says that they are in the server (%s)', async (there) => {
  const [sender, space] = ['discord:7', 'discord:70'];
  const admin = { sender, space, standing: 'admin' } as const;
  await house.doors.handle(act('here setup', {}, admin));
  await house.doors.handle(act('me language', { language: 'en' }, admin));
  const { space: _, ...add } = act('topics add', {}, { sender, place: direct, belongs: () => Promise.resolve(there) });
  expect(await house.doors.handle(add)).toMatchObject(there ? { kind: 'form' } : { kind: 'refusal', problem: { code: 'space-unclear' } });
});

it('says where to type it where the place belongs to no space, as in a direct message on Discord', async () => {
  await house.doors.handle(act('here appoint', { person: 'discord:7' }));
  const { space: _, ...nowhere } = act('here', {}, { place: direct, sender: 'discord:7' });
  expect(await house.doors.handle(nowhere)).toMatchObject({ kind: 'refusal', problem: { code: 'channel-needed' } });
});

it('news alone come at once, at no hour', async () => {
  const set = (what: string) =>
    house.doors.handle(act('here digest', { channel: 'C7' }, { fields: { what, weekday: '2', hour: '9', zone: 'UTC', language: 'en' } }));
  const news = JSON.stringify(await set('news'));
  expect(news).toContain('at once, when there is news');
  expect(news).not.toContain('09:00');
  expect(JSON.stringify(await set('both'))).toContain('Tuesday at 09:00 (UTC)');
});
