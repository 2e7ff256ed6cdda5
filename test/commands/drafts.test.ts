import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/chat/answer.ts';
import type { Card } from '../../src/chat/card.ts';
import type { Fields } from '../../src/chat/interaction.ts';
import { act, openTestHouse, type TestHouse } from '../support/house.ts';
import { asked } from './asked.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse({ now: '2026-11-24T12:00:00Z' });
});
afterEach(() => house.close());

const alice = { sender: 'terminal:alice' };
const good = { name: 'A group', problem: 'Much', deliverable: 'A guide', ending: 'Soon', milestone: 'Outline agreed in March 2027' };
const undated = { milestone: 'Outline agreed soon' };

let forms = 0;
const submit = (command: string, options: Readonly<Record<string, string>>, fields: Fields = {}, formKey = `form-${forms++}`): Promise<Answer> => {
  house.clock.now = new Date(house.clock.now.getTime() + 1000);
  return house.doors.handle(act(command, options, { ...alice, fields: { ...good, ...fields }, formKey }));
};
const cardOf = (answer: Answer): Card => {
  if (answer.kind === 'form') throw new Error('a form');
  return answer.kind === 'refusal' ? answer.card : answer;
};
const open = async (command: string, options: Readonly<Record<string, string>> = {}): Promise<Answer> => house.doors.handle(act(command, options, alice));
const press = async (answer: Answer, label: string): Promise<Answer> => {
  const button = cardOf(answer).buttons.find((one) => one.label === label);
  if (button?.kind !== 'act') throw new Error(`no ${label} among ${cardOf(answer).buttons.map((one) => one.label)}`);
  return open(button.invoke.command, button.invoke.options);
};
const listed = (answer: Answer): string[] =>
  cardOf(answer).blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map(({ text }) => text.map((part) => (typeof part === 'object' && 'text' in part ? part.text : part)).join('')) : [],
  );
const filledIn = (answer: Answer, field: string): string | undefined =>
  answer.kind === 'form' ? answer.fields.find(({ name }) => name === field)?.value : 'no form';
const retire = (topic: string) => asked(house, `topics retire ${topic}`, { fields: { why: 'Done.' } });

describe('drafts', () => {
  it('are all shown, and the button that names one throws that one away', async () => {
    const undecided = await submit('propose', {}, { ...undated, name: 'Older' });
    expect(JSON.stringify(cardOf(undecided).blocks)).toContain('What you typed is kept for you alone: /is3c proposals');
    await submit('propose', { topic: 't2' }, { ...undated, name: 'Newer' });
    const shown = await open('proposals');
    expect(listed(shown)).toEqual(['1 · Newer · From topic t2', '2 · Older · a new proposal']);
    const left = await press(shown, 'Throw away: 1 · Newer');
    expect([cardOf(left).title, listed(left)]).toEqual(['The draft is gone.', ['Older · a new proposal']]);
    expect(cardOf(await press(shown, 'Throw away: 1 · Newer')).title).toBe('There is no such draft any more.');
    expect(listed(await press(left, 'Throw away: Older'))).toEqual([]);
  });

  it('beyond five wait, and say so', async () => {
    for (let count = 1; count <= 6; count += 1) await submit('propose', {}, { ...undated, name: count === 6 ? ' ' : `Draft ${count}` });
    const shown = await open('proposals');
    expect(listed(shown)).toEqual([
      '1 · without a name · a new proposal',
      ...[5, 4, 3, 2].map((number, place) => `${place + 2} · Draft ${number} · a new proposal`),
    ]);
    expect(JSON.stringify(cardOf(shown).blocks)).toContain('Older drafts come up');
    expect(filledIn(await press(shown, 'Go on: 3 · Draft 4'), 'name')).toBe('Draft 4');
  });

  it('from a topic that was retired go on without it, and are sent', async () => {
    await submit('propose', { topic: 't2' }, { ...undated, name: 'Begun' });
    const before = await open('proposals');
    await retire('t2');
    for (const form of [await press(before, 'Go on: Begun'), await press(await open('proposals'), 'Go on: Begun'), await open('propose', { topic: 't2' })]) {
      expect(form).toMatchObject({
        kind: 'form',
        invoke: { command: 'propose', options: { draft: expect.any(String) } },
        note: expect.stringContaining('t2 is no longer open'),
      });
      expect(filledIn(form, 'name')).toBe('Begun');
    }
    const form = await press(await open('proposals'), 'Go on: Begun');
    const filed = await submit('propose', form.kind === 'form' ? form.invoke.options : {}, { name: 'Sent' });
    expect(cardOf(filed).title).toBe('Proposed: p1');
    expect(listed(await open('proposals'))).toEqual([expect.stringContaining('p1 · Sent')]);
  });

  it('are made of what is sent about a topic that has closed meanwhile, beside those that are there', async () => {
    await submit('propose', {}, { ...undated, name: 'First' });
    await retire('t1');
    const refused = await submit('propose', { topic: 't1' }, { name: 'Second' });
    expect(refused).toMatchObject({ kind: 'refusal', problem: { code: 'typed-too-late', params: { id: 't1' } } });
    expect(JSON.stringify(cardOf(refused).blocks)).toContain('t1 was retired.');
    expect(listed(await press(refused, 'Show my drafts'))).toEqual([
      expect.stringMatching(/^1 · Second · a new proposal · t1 is no/),
      '2 · First · a new proposal',
    ]);
  });

  it('are made of an edit that came after the decision, and go on as something new', async () => {
    await submit('propose', { topic: 't2' });
    await submit('propose edit', { proposal: 'p1', version: '1' }, { ...undated, problem: 'Edited' });
    expect(listed(await open('proposals'))).toContain('A group · Edit p1');
    expect(filledIn(await press(await open('proposals'), 'Go on: A group'), 'problem')).toBe('Edited');
    await asked(house, 'review p1 decline Not now.');
    const refused = await submit('propose edit', { proposal: 'p1', version: '1' }, { problem: 'Edited again' });
    expect(refused).toMatchObject({ kind: 'refusal', problem: { code: 'typed-too-late', params: { id: 'p1' } } });
    const drafts = await press(refused, 'Show my drafts');
    expect(listed(drafts)[0]).toBe('1 · A group · From topic t2 · p1 is no longer open, so this goes on without it.');
    expect(cardOf(await open('propose edit', { proposal: 'p1' })).buttons.map(({ label }) => label)).toContain('Show my drafts');
    const form = await press(drafts, 'Go on: 1 · A group');
    expect(form).toMatchObject({ kind: 'form', invoke: { command: 'propose', options: { topic: 't2' } } });
    expect(filledIn(form, 'problem')).toBe('Edited again');
  });

  it('are not overwritten by a form that was filled with something else', async () => {
    await submit('propose', {}, { ...undated, name: 'First' });
    // As one that opened empty, since the database was slow.
    await submit('propose', {}, { ...undated, name: 'Second' }, 'same form');
    await submit('propose', {}, { ...undated, name: 'Second, corrected' }, 'same form');
    expect(listed(await open('proposals'))).toEqual(['1 · Second, corrected · a new proposal', '2 · First · a new proposal']);
    await submit('propose', {}, { name: 'Second, sent' }, 'same form');
    expect(listed(await open('proposals'))[0]).toBe('First · a new proposal');
  });

  it('are not made of a form that is sent again after it was recorded', async () => {
    await submit('propose', {});
    const edit = () => submit('propose edit', { proposal: 'p1', version: '1' }, { name: 'Other' }, 'edited once');
    expect(cardOf(await edit()).title).toBe('Recorded: a new version of p1');
    expect((await edit()).kind).toBe('card');
    expect(listed(await open('proposals'))).toEqual([expect.stringContaining('p1 · Other')]);
  });
});

describe('what came to nothing', () => {
  it.each(['declined', 'withdrawn'])('is proposed anew in its own words, also without its topic, where it was %s', async (state) => {
    await submit('propose', { topic: 't2' });
    const end = () => (state === 'declined' ? asked(house, 'review p1 decline Not now.') : open('withdraw', { proposal: 'p1', version: '1' }));
    const ended = await end();
    if (typeof ended !== 'string') expect(cardOf(ended).buttons.map(({ label }) => label)).toContain('Propose it anew');
    const form = await press(await open('proposal', { proposal: 'p1' }), 'Propose it anew');
    expect(filledIn(form, 'problem')).toBe('Much');
    expect(form).toMatchObject({ invoke: { options: { topic: 't2' } }, note: 'From topic t2 · Filled with the words of p1' });
    await retire('t2');
    const without = await press(await open('proposal', { proposal: 'p1' }), 'Propose it anew');
    expect(filledIn(without, 'name')).toBe('A group');
    expect(without).toMatchObject({ invoke: { command: 'propose', options: {} } });
    expect(cardOf(await submit('propose', {}, {})).title).toBe('Proposed: p2');
  });
});
