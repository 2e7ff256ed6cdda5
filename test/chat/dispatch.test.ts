import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../src/chat/answer.ts';
import { type Store, StoreUnavailable, StoreUnconfirmed } from '../../src/core/store.ts';
import { act, openTestHouse, type TestHouse } from '../support/house.ts';

function code(answer: Answer): string {
  return answer.kind === 'refusal' ? answer.problem.code : answer.kind;
}

const visitor = { sender: 'slack:T9:U1', space: 'slack:T1', standing: 'visitor' } as const;
const stranger = { sender: 'slack:T7:U1', space: 'slack:T7' } as const;

type Fault = { milliseconds: number; error: Error | undefined };

/** Every method of the store, so much later, or not at all. */
function faulty(store: Store, fault: Fault): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]): Promise<unknown> => {
        await sleep(fault.milliseconds);
        if (fault.error !== undefined) throw fault.error;
        return Reflect.apply(method, target, given);
      };
    },
  });
}

describe('the one door', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  });
  afterAll(() => house.close());

  it('draws what comes next once for all who ask within a minute, until something changes', async () => {
    const ask = (otherwise = {}) => house.doors.handle(act('next-milestone', {}, { sender: 'terminal:mei', ...otherwise }));
    const first = await ask();
    expect(await ask({ sender: 'terminal:yusuf' })).toBe(first);
    expect(await ask({ locale: 'fr' })).not.toEqual(first);
    expect(await ask({ zone: 'Asia/Tokyo' })).not.toBe(first);
    expect(await house.doors.handle(act('next-milestone', { 'as-of': '2021-10-05' }))).not.toEqual(first);
    house.clock.now = new Date(house.clock.now.getTime() + 60_000);
    expect(await ask()).not.toBe(first);
    await house.doors.handle(act('milestone cancel', { milestone: 'm7' }, { fields: { reason: 'No venue.' } }));
    expect(await ask()).not.toEqual(first);
    expect(code(await house.doors.handle(act('milestone reopen', { milestone: 'm7' }, { fields: { why: 'A venue.' } })))).toBe('card');
  });

  it('keeps the language of their app with what somebody records, and none that was asked for once', async () => {
    const record = (group: string, otherwise: object) => house.doors.handle(act('join', { group }, { sender: 'terminal:noor', ...otherwise }));
    const kept = async () => (await house.store.readActor({ account: 'terminal:noor' })).locale;
    const answer = await record('wg1', { locale: 'fr', language: 'fr' });
    expect(answer).toMatchObject({ kind: 'card', language: 'fr' });
    expect(await kept()).toBeUndefined();
    await record('wg2', { locale: 'en-GB' });
    await record('wg3', { locale: 'fr', language: 'fr' });
    expect(await kept()).toBe('en-GB');
  });

  it('names what is too long in a few words', async () => {
    const answer = await house.doors.handle(act('update', { group: 'wg1', text: 'a'.repeat(2001) }));
    expect(JSON.stringify(answer)).toContain('"What was done: that is too long. At most 2000 characters, please."');
  });

  it('asks for a long text to be sent again by hand, which no button carries', async () => {
    const away = await openTestHouse({ behind: (store) => faulty(store, { milliseconds: 0, error: new StoreUnavailable('away') }) });
    const asked = async (text: string) => JSON.stringify(await away.doors.handle(act('update', { group: 'wg1', text })));
    const [short, long] = [await asked('Read the drafts.'), await asked('Read the drafts. '.repeat(9))];
    await away.close();
    expect([short.includes('Try again'), short.includes('too long for a button')]).toEqual([true, false]);
    expect([long.includes('Try again'), long.includes('too long for a button')]).toEqual([false, true]);
  });

  it('answers a command that there is', async () => {
    expect(code(await house.doors.handle(act('next-milestone')))).toBe('card');
    expect(code(await house.doors.handle(act('next')))).toBe('card');
  });

  it.each([
    ['a command that there is not', act('dance'), 'old-button'],
    ['a button of an older version', act('help', { old: '1' }), 'old-button'],
    ['an option that the command does not have', act('me', { 'as-of': '2022' }), 'option-invalid'],
    ['a moment that cannot be read', act('next-milestone', { 'as-of': 'when pigs fly' }), 'date-unreadable'],
    ['a quotation mark that is never closed', act('timeline', { problem: 'unclosed-quote' }), 'unclosed-quote'],
    ['a change by somebody who leads nothing', act('milestone cancel', { milestone: 'm1' }, { sender: 'terminal:alice' }), 'coordinators-only'],
    ['a change by a visitor', act('milestone cancel', { milestone: 'm1' }, visitor), 'visitor'],
    ['a setting in a space that nobody accepted', act('me language', { language: 'fr' }, stranger), 'space-not-accepted'],
    ['a milestone that there is not', act('milestone show', { milestone: 'm99' }), 'milestone-unknown'],
    ['a language that the bot does not speak', act('me language', { language: 'tlh' }), 'language-unknown'],
  ])('refuses %s in plain words, and says what to do', async (_, interaction, expected) => {
    const answer = await house.doors.handle(interaction);
    expect(code(answer)).toBe(expected);
    expect(JSON.stringify(answer)).not.toMatch(/undefined|\[object/);
  });

  it('lets everybody read, visitors and strangers too, and writes nothing for that', async () => {
    expect(code(await house.doors.handle(act('next-milestone', {}, visitor)))).toBe('card');
    expect(code(await house.doors.handle(act('timeline', {}, stranger)))).toBe('card');
    expect(await house.store.readActor({ account: stranger.sender, space: stranger.space })).toMatchObject({ coordinator: false, spaceState: 'unknown' });
  });

  it('speaks the language asked for, else the member’s own, else the platform’s', async () => {
    const title = async (otherwise: object): Promise<string> => {
      const answer = await house.doors.handle(act('me', {}, otherwise));
      return answer.kind === 'card' ? answer.language : code(answer);
    };
    expect(await title({ locale: 'fr-CA' })).toBe('fr');
    expect(await title({ locale: 'pt-BR' })).toBe('en');
    await house.doors.handle(act('me language', { language: 'French' }, { sender: 'terminal:amara' }));
    expect(await title({ sender: 'terminal:amara', locale: 'en-US' })).toBe('fr');
    expect(await title({ sender: 'terminal:amara', language: 'en' })).toBe('en');
  });

  it('reads a moment in the member’s own zone and language, whatever their app says', async () => {
    const mei = { sender: 'terminal:zhen', zone: 'UTC' };
    await house.doors.handle(act('me zone', { zone: 'Asia/Tokyo' }, mei));
    const asOf = async (said: string): Promise<string> => JSON.stringify(await house.doors.handle(act('next-milestone', { 'as-of': said }, mei)));
    const at = (instant: string): string => JSON.stringify({ kind: 'time', at: new Date(instant) });
    expect(await asOf('15 March 2022 at 10:00')).toContain(at('2022-03-15T01:00:00Z'));
    expect(await asOf('15 March 2022 at 10:00 UTC')).toContain(at('2022-03-15T10:00:00Z'));
    expect(await asOf('15 March 2022')).toContain(at('2022-03-15T12:00:00Z'));
    await house.doors.handle(act('me language', { language: 'fr' }, mei));
    expect(await asOf('le 15 mars 2022 à 10 heures')).toContain(at('2022-03-15T01:00:00Z'));
  });

  it('refuses in the language that a member chose, whatever is wrong', async () => {
    const odile = { sender: 'terminal:odile', locale: 'en-GB' };
    await house.doors.handle(act('me language', { language: 'fr' }, odile));
    for (const refused of [
      act('dance', {}, odile),
      act('help', { old: '1' }, odile),
      act('me', { 'as-of': '2022' }, odile),
      act('next-milestone', { 'as-of': 'when pigs fly' }, odile),
      act('milestone show', { problem: 'too-many-words' }, odile),
      act('update', { group: 'wg1', text: 'a'.repeat(2001) }, odile),
    ])
      expect(await house.doors.handle(refused)).toMatchObject({ kind: 'refusal', card: { language: 'fr' } });
    expect(await house.doors.handle(act('dance', {}, { ...odile, language: 'en' }))).toMatchObject({ card: { language: 'en' } });
  });

  it('shares a card with the sharer named, for everybody in the place, and offers no second share', async () => {
    const offered = await house.doors.handle(act('next-milestone'));
    const share = offered.kind === 'card' ? offered.buttons.find((button) => button.kind === 'act' && button.invoke.shared === true) : undefined;
    expect(share).toBeDefined();
    const shared = await house.doors.handle({ ...act('next-milestone'), invoke: { command: 'next-milestone', options: {}, shared: true } });
    expect(shared).toMatchObject({ kind: 'card', audience: 'place' });
    expect(JSON.stringify(shared)).toContain('terminal:operator');
    expect(JSON.stringify(shared)).not.toContain('"shared":true');
  });

  it('shares a card as it is for anyone, whoever shares it', async () => {
    const sharer = { sender: 'terminal:dele' };
    await house.doors.handle(act('group appoint', { group: 'wg1', person: sharer.sender, role: 'chair' }));
    await house.doors.handle(act('here appoint', { person: sharer.sender }));
    await house.doors.handle(act('update', { group: 'wg1', text: 'A draft.', week: '2022-W40' }, sharer));
    const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      group: { group: 'wg1' },
      'milestone show': { milestone: 'm3' },
      'update show': { update: 'u1' },
    };
    const shareable = commands.filter((command) => command.shareable).map(({ name }) => name);
    expect(shareable).toContain('milestone show');
    for (const command of shareable) {
      const options = named[command] ?? {};
      const others = await house.doors.handle(act(command, options, { sender: 'terminal:anyone' }));
      const shared = await house.doors.handle({ ...act(command, options, sharer), invoke: { command, options, shared: true } });
      if (shared.kind !== 'card' || others.kind !== 'card') throw new Error(`${command} is answered with no card`);
      expect(shared.audience).toBe('place');
      expect([...shared.buttons, expect.objectContaining({ label: 'Share' })]).toEqual(others.buttons);
      expect(shared.blocks.slice(0, -1)).toEqual(others.blocks);
    }
  });

  it('shares nothing that is a person’s own', async () => {
    const answer = await house.doors.handle({ ...act('me'), invoke: { command: 'me', options: {}, shared: true } });
    expect(answer).toMatchObject({ kind: 'card', audience: 'asker' });
  });

  it('completes milestones and commands, and nothing else', async () => {
    const milestones = await house.doors.suggest(act('milestone show'), 'milestone', 'm8');
    expect(milestones.map(({ value }) => value)).toEqual(['m8']);
    const commands = await house.doors.suggest(act('help'), 'question', 'time');
    expect(commands.map(({ value }) => value)).toContain('timeline');
    expect(await house.doors.suggest(act('dance'), 'milestone', 'm')).toEqual([]);
  });

  it('completes the options of a command that is called by a short form', async () => {
    const milestones = await house.doors.suggest(act('jalon'), 'milestone', 'm8');
    expect(milestones.map(({ value }) => value)).toEqual(['m8']);
  });
});

describe('the one door over a database that is slow or gone', () => {
  const fault: Fault = { milliseconds: 0, error: undefined };
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse({ behind: (store) => faulty(store, fault) });
  });
  afterAll(() => house.close());

  it('waits for nobody to refuse what cannot be done anyway', async () => {
    fault.milliseconds = 3_000;
    const sender = { account: 'slack:T1:U1', space: 'slack:T1' } as const;
    const asked = Promise.allSettled([faulty(house.store, fault).readActor(sender)]);
    const refused = house.doors.handle(act('dance', {}, { locale: 'fr' }));
    expect(await Promise.race([asked, refused])).toMatchObject({ problem: { code: 'old-button' }, card: { language: 'fr' } });
    fault.milliseconds = 0;
    fault.error = new StoreUnavailable('gone');
    expect(code(await house.doors.handle(act('dance')))).toBe('old-button');
    fault.error = undefined;
  });

  it('answers a form that edits with a button that tries again, never with an empty form', async () => {
    fault.milliseconds = 1_500;
    expect(code(await house.doors.handle(act('milestone change', { milestone: 'm1' })))).toBe('slow-just-now');
  });

  it('opens a new form empty, and says so', async () => {
    fault.milliseconds = 1_500;
    expect(await house.doors.handle(act('milestone add'))).toMatchObject({ kind: 'form', note: expect.stringContaining('slow') });
  });

  it('says of a form that it is not confirmed, and records it once however often it is sent', async () => {
    fault.milliseconds = 1_300;
    const submission = act('milestone add', {}, { formKey: 'form-1', fields: { when: '2023-09', text: 'Third report' } });
    expect(code(await house.doors.handle(submission))).toBe('not-confirmed');
    fault.milliseconds = 0;
    await sleep(1_500);
    const again = await house.doors.handle({ ...submission, id: 'another press' });
    expect(code(again)).toBe('card');
    const { milestones } = await house.store.readPlan();
    expect(milestones.filter(({ text }) => text === 'Third report')).toHaveLength(1);
    const checked = await house.doors.handle(act('check', { key: 'form-1' }));
    expect(checked).toMatchObject({ kind: 'card', tone: 'good' });
  });

  it('tells a surprise in plain words with a reference, which alone ties it to the log', async () => {
    fault.milliseconds = 0;
    fault.error = new Error('connection string with a secret');
    const answer = await house.doors.handle(act('next-milestone'));
    expect(code(answer)).toBe('unexpected');
    expect(JSON.stringify(answer)).toContain('reference-1');
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(house.log.lines.find(({ level }) => level === 'error')?.facts).toMatchObject({ reference: 'reference-1', command: 'next-milestone' });
  });

  it('says of a database that is gone that it is gone, and that nothing was changed', async () => {
    fault.error = new StoreUnavailable('gone');
    expect(code(await house.doors.handle(act('milestone add', {}, { formKey: 'form-2', fields: { when: '2024', text: 'Fourth' } })))).toBe('unavailable');
  });

  it('says of a commit that was not answered that it may be done, by which key to ask of a form, and to press again without one', async () => {
    fault.error = new StoreUnconfirmed('gone');
    const answer = await house.doors.handle(act('milestone add', {}, { formKey: 'form-3', fields: { when: '2024', text: 'Fifth' } }));
    expect(code(answer)).toBe('may-be-done');
    expect(JSON.stringify(answer)).toContain('form-3');
    expect(await house.doors.handle(act('join', { group: 'wg1' }))).toMatchObject({
      problem: { code: 'may-be-done' },
      card: { buttons: [{ invoke: { command: 'join', options: { group: 'wg1' } } }] },
    });
  });
});
