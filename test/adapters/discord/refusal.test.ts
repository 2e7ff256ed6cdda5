import { afterEach, expect, test, vi } from 'vitest';
import { type Composed, compose } from '../../../src/adapters/discord/compose.ts';
import { type Act, decode } from '../../../src/adapters/discord/decode.ts';
import { type Drafts, openDrafts } from '../../../src/adapters/discord/drafts.ts';
import { asEdit, asNew } from '../../../src/adapters/discord/message.ts';
import { refill } from '../../../src/adapters/discord/refill.ts';
import { refuse as refuseAs } from '../../../src/chat/refuse.ts';
import { wordsFor } from '../../../src/text/words.ts';
import { faultsOfMessage } from './checks.ts';
import { changeForm, plainCard, press, type Raw, refusal, submit } from './payloads.ts';

const key = '1500000000000000001';
const formId = `1|milestone change|milestone=m3|revision=2|~=${key}`;
const wrong = refusal({ code: 'date-unreadable', params: { said: 'soonish' } }, { when: 'When: “soonish” cannot be read as a date.' });

function acted(raw: Raw): Act {
  const decoded = decode(raw);
  if (decoded?.kind !== 'act') throw new Error('no act');
  return decoded;
}

function refuse(fields: Readonly<Record<string, string>>, drafts: Drafts): Composed {
  return compose(acted(submit(formId, fields)), wrong, drafts);
}

function said({ message }: Composed): string {
  expect(faultsOfMessage(asNew(message, 'asker'))).toEqual([]);
  expect(faultsOfMessage(asEdit(message))).toEqual([]);
  return JSON.stringify(message.components);
}

const reopened = () => acted(press(formId));

afterEach(() => {
  vi.useRealTimers();
});

test('a refused form says what is wrong with which field, and hands back all that was typed', () => {
  const drafts = openDrafts();
  drafts.labels.keep(key, 'discord:1400000000000000004', { when: 'When', text: 'What happens' });
  const text = said(refuse({ when: 'soonish', text: 'A *report*\nin two lines', why: ' ' }, drafts));
  expect(text).toContain('When\\\\: “soonish” cannot be read as a date.');
  expect(text).toContain('### What you typed\\n**When**\\n> soonish\\n**What happens**\\n> A \\\\*report\\\\*\\n> in two lines"');
  expect(text).toContain(`"label":"Open the form again","custom_id":"${formId}"`);
});

test('what people wrote comes as a file where a message cannot hold it whole', () => {
  const long = `${'*Done* '.repeat(900)}the end`;
  const shown = plainCard('u1', [
    { kind: 'heading', text: 'Done' },
    { kind: 'quote', text: long },
  ]);
  const pressed = acted(press('1|update show|update=u1'));
  for (const answer of [shown, { ...wrong, card: shown }]) {
    const composed = compose(pressed, answer, openDrafts());
    expect(composed.message.files).toEqual([{ name: 'text.txt', text: `Done\n\n${long}` }]);
    expect(said(composed)).toContain('attachment://text.txt');
  }
  const { files = [] } = compose(pressed, plainCard('u1', [{ kind: 'quote', text: 'short' }]), openDrafts()).message;
  expect(files).toEqual([]);
});

test('what was chosen goes back in the words that people read', () => {
  const drafts = openDrafts();
  drafts.labels.keep(key, 'discord:1400000000000000004', { status: 'État', 'status=on track': 'en bonne voie' });
  expect(said(refuse({ status: 'on track' }, drafts))).toContain('**État**\\n> en bonne voie');
});

test('where the database is away the form opens again with what was typed, and no button opens it empty', () => {
  const act = acted(submit(formId, { when: 'June' }));
  const away = refuseAs({ code: 'unavailable', params: { reference: 'abc' } }, wordsFor('en'), act.interaction.invoke);
  expect(JSON.stringify(away)).toContain('Try again');
  const text = said(compose(act, away, openDrafts()));
  expect(text).toContain('Open the form again');
  expect(text).not.toContain('Try again');
});

test('what is too long for a message goes back as a file, whole', () => {
  const long = `${'*'.repeat(3_000)}\nend`;
  const composed = refuse({ when: 'soonish', text: long }, openDrafts());
  expect(said(composed)).toContain('attachment://text.txt');
  expect(composed.message.files).toEqual([{ name: 'text.txt', text: `when\n\nsoonish\n\ntext\n\n${long}\n` }]);
  expect(asEdit(composed.message).attachments).toEqual([{ id: '0', filename: 'text.txt' }]);
});

test('the form opens again with what was typed, under the key it had', () => {
  const drafts = openDrafts();
  refuse({ when: 'soonish', text: 'My text' }, drafts);
  const act = reopened();
  expect(act.reopens).toBe(key);
  expect(refill(changeForm, act, drafts).fields.map(({ value }) => value)).toEqual(['soonish', 'My text']);
});

test('a forgotten draft is said to be forgotten, and nobody opens the draft of another', () => {
  const drafts = openDrafts();
  const forgotten = 'The text is no longer in memory: please paste it from the message above.';
  expect(refill(changeForm, reopened(), drafts)).toEqual({ ...changeForm, note: forgotten });
  const full = {
    ...changeForm,
    fields: Array.from({ length: 5 }, (_, index) => ({
      ...changeForm.fields[0],
      kind: 'text' as const,
      name: `f${index}`,
      label: 'F',
      required: true,
      limit: 9,
    })),
  };
  expect(refill(full, reopened(), drafts).fields.map(({ hint }) => hint)).toEqual([forgotten, ...Array(4).fill('A day, a month')]);
  refuse({ when: 'mine' }, drafts);
  const other = { ...reopened(), interaction: { ...reopened().interaction, sender: 'discord:1' } };
  expect(refill(changeForm, other, drafts).note).toBe(forgotten);
});

test('a draft is forgotten once the form is recorded, after a day, and when five hundred others are newer', () => {
  const drafts = openDrafts();
  const kept = () => drafts.typed.find(key, 'discord:1400000000000000004') !== undefined;
  refuse({ when: 'x' }, drafts);
  compose(acted(submit(formId, { when: 'June' })), plainCard('Recorded'), drafts);
  expect(kept()).toBe(false);

  vi.useFakeTimers();
  refuse({ when: 'x' }, drafts);
  vi.advanceTimersByTime(86_399_000);
  expect(kept()).toBe(true);
  vi.advanceTimersByTime(2_000);
  expect(kept()).toBe(false);

  refuse({ when: 'x' }, drafts);
  for (let count = 0; count < 499; count += 1) drafts.typed.keep(String(count), 'discord:1', {});
  expect(kept()).toBe(true);
  refuse({ when: 'x again' }, drafts);
  for (let count = 0; count < 499; count += 1) drafts.typed.keep(`newer ${count}`, 'discord:1', {});
  expect(kept()).toBe(true);
  drafts.typed.keep('one more', 'discord:1', {});
  expect(kept()).toBe(false);
});

test('a form from before hands back what was typed, without a way to send it again', () => {
  const composed = compose(acted(submit('v1:update', { done: 'Much work' })), refusal({ code: 'old-button', params: {} }), openDrafts());
  expect(said(composed)).toContain('> Much work');
  expect(said(composed)).not.toContain('Open the form again');
});

test('a form in answer to a form becomes a button that opens it with what was typed', () => {
  const drafts = openDrafts();
  const composed = compose(acted(submit(formId, { when: 'June', text: 'My text' })), changeForm, drafts);
  expect(said(composed)).toContain(`"custom_id":"${formId}"`);
  expect(refill(changeForm, reopened(), drafts).fields.map(({ value }) => value)).toEqual(['June', 'My text']);
});
