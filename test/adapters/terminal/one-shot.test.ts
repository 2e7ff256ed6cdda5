import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Asked, type Flags, oneShot } from '../../../src/adapters/terminal/one-shot.ts';
import type { Doors } from '../../../src/chat/adapter.ts';
import type { Refusal } from '../../../src/chat/answer.ts';
import { type Store, StoreUnavailable } from '../../../src/core/store.ts';
import { openTestHouse } from '../../support/house.ts';
import { databases } from '../../support/store.ts';
import { addForm, card, doorsOf, refusal } from './doors.ts';

const noFlags: Flags = { json: false, fields: {} };

function ask(doors: Doors, words: string, flags: Partial<Flags> = {}, more: Partial<Asked> = {}) {
  const reader = { account: 'terminal:operator', zone: 'UTC' };
  return oneShot({ words: words === '' ? [] : words.split(' '), flags: { ...noFlags, ...flags }, reader, columns: 72, colours: false, ...more }, doors);
}

const outlook = card('What comes next', [{ kind: 'paragraph', text: [{ kind: 'time', at: new Date('2022-03-15T12:00:00Z') }] }]);

test('an answer goes to standard output', async () => {
  const doors = doorsOf(() => outlook);
  expect(await ask(doors, 'next-milestone')).toEqual({ output: 'What comes next\n\n  15 March 2022 at 12:00 UTC\n', error: '', exit: 0 });
  expect(doors.seen[0]).toMatchObject({ sender: 'terminal:operator', invoke: { command: 'next-milestone', options: {} } });
});

test('no words ask for home', async () => {
  const doors = doorsOf(() => outlook);
  await ask(doors, '');
  expect(doors.seen[0]?.invoke.command).toBe('home');
});

test('JSON is the neutral answer, instants as ISO', async () => {
  const { output, error, exit } = await ask(
    doorsOf(() => outlook),
    'next-milestone',
    { json: true },
  );
  expect(JSON.parse(output)).toEqual({ ...outlook, blocks: [{ kind: 'paragraph', text: [{ kind: 'time', at: '2022-03-15T12:00:00.000Z' }] }] });
  expect(output).toMatch(/^\{\n {2}"kind": "card",\n/);
  expect([error, exit]).toEqual(['', 0]);
});

test('data are shown to read, and stand in the JSON for a program', async () => {
  const data = { said: ['\u001B[31mred\u202E'] };
  const mine = card('Your data', [
    { kind: 'paragraph', text: ['Here it is:'] },
    { kind: 'data', readable: 'Said\n\n- \u001B[31mred\u202E', data },
  ]);
  const doors = doorsOf(() => mine);
  const shown = 'Your data\n\n  Here it is:\n\n  Said\n\n  - ␛[31mred\n\n  The command line gives it as JSON with --json.\n';
  expect(await ask(doors, 'me export')).toEqual({ output: shown, error: '', exit: 0 });
  const { output } = await ask(doors, 'me export', { json: true });
  expect(JSON.parse(output)).toMatchObject({ blocks: [{}, { data }] });
  for (const risky of ['\u001B', '\u202E']) expect(output).not.toContain(risky);
});

const problems: readonly (readonly [Refusal['problem'], number])[] = [
  [{ code: 'coordinators-only', params: {} }, 1],
  [{ code: 'milestone-unknown', params: { said: 'm99' } }, 1],
  [{ code: 'unknown-command', params: { said: 'timelime' } }, 2],
  [{ code: 'unclosed-quote', params: { usage: '/is3c timeline' } }, 2],
  [{ code: 'option-missing', params: { command: 'timeline', option: 'period' } }, 2],
  [{ code: 'option-invalid', params: { command: 'timeline', usage: 'timeline' } }, 2],
  [{ code: 'too-many-words', params: { command: 'me', usage: 'me' } }, 2],
  [{ code: 'unexpected', params: { reference: 'r1' } }, 3],
  [{ code: 'unavailable', params: { reference: 'r1' } }, 3],
  [{ code: 'slow-just-now', params: {} }, 3],
  [{ code: 'not-confirmed', params: {} }, 3],
];

test.each(problems)('a refusal, $code, ends with %j', async (problem, exit) => {
  const doors = doorsOf(() => refusal(problem));
  const text = await ask(doors, 'timeline');
  expect(text).toMatchObject({ output: '', exit, error: expect.stringMatching(/^That did not work\n\n/) });
  const json = await ask(doors, 'timeline', { json: true });
  expect(json).toMatchObject({ error: '', exit });
  expect(JSON.parse(json.output)).toMatchObject({ kind: 'refusal', problem });
});

test('--as-of becomes the option of that name', async () => {
  const doors = doorsOf(() => outlook);
  await ask(doors, 'next-milestone as of 2021', { asOf: '2022-03-15' });
  expect(doors.seen[0]?.invoke).toEqual({ command: 'next-milestone', options: { 'as-of': '2022-03-15' } });
});

test('a form that is not filled in is shown, with the line that fills it', async () => {
  const reader = { account: 'terminal:alice', zone: 'UTC', language: 'en' } as const;
  const { output, exit } = await ask(
    doorsOf(() => addForm),
    '',
    {},
    { words: ['milestone', 'add', "it's Q3"], reader },
  );
  expect(exit).toBe(0);
  expect(output).toContain(`\n  npm run -s is3c -- milestone add 'it'\\''s Q3' --as alice --lang en --field when=... --field text=... --field help=...\n`);
});

test('--field fills the form that opens, keeps what stands in it, and submits it', async () => {
  const doors = doorsOf(({ fields }) => (fields === undefined ? addForm : card('Recorded: m9')));
  expect(await ask(doors, 'milestone add', { fields: { text: 'a=b', help: 'lead' } })).toMatchObject({ output: 'Recorded: m9\n', exit: 0 });
  expect(doors.seen[1]).toMatchObject({
    invoke: addForm.invoke,
    fields: { when: 'June 2022', text: 'a=b', help: 'lead' },
    formKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(doors.seen[1]?.id).not.toBe(doors.seen[0]?.id);
});

test('--field with nothing after the sign empties what stands there', async () => {
  const doors = doorsOf(({ fields }) => (fields === undefined ? addForm : card('Recorded')));
  await ask(doors, 'milestone add', { fields: { when: '' } });
  expect(doors.seen[1]?.fields).toEqual({ when: '', text: '', help: '' });
});

test('a field that the form has not is wrong usage, and nothing is submitted', async () => {
  const doors = doorsOf(() => addForm);
  expect(await ask(doors, 'milestone add', { fields: { text: 'x', wen: 'June' } })).toEqual({
    output: '',
    error: 'The form has no field “wen”. It has: when, text, help\n',
    exit: 2,
  });
  expect(doors.seen).toHaveLength(1);
});

test('--field for what opens no form does nothing at all', async () => {
  const doors = doorsOf(() => outlook);
  expect(await ask(doors, 'timeline', { fields: { text: 'x' } })).toMatchObject({ output: '', exit: 2, error: expect.stringContaining('opens no form') });
  expect(doors.seen).toEqual([]);
});

test('--field where a card asks what is missing shows the card, and is wrong usage', async () => {
  const { output, error, exit } = await ask(
    doorsOf(() => card('Which milestone?')),
    'milestone add',
    { fields: { text: 'x' } },
  );
  expect([output, exit]).toEqual(['Which milestone?\n', 2]);
  expect(error).toBe('This opens no form yet. Where a line above opens one, add --field to that line.\n');
});

test('a refused form is a refusal', async () => {
  const doors = doorsOf(({ fields }) =>
    fields === undefined ? addForm : refusal({ code: 'field-missing', params: { field: 'What happens' } }, { text: 'fill this in' }),
  );
  expect(await ask(doors, 'milestone add', { fields: { when: '2022' } })).toMatchObject({
    output: '',
    exit: 1,
    error: expect.stringContaining('What happens: please fill this in.'),
  });
});

/** Longer than a platform's deadline lets a submission take. */
const slow = 2_600;

/** A store in which a milestone is recorded slowly, until the database is gone. */
function slowly(store: Store, gone: () => boolean): Store {
  return {
    ...store,
    async recordMilestone(recorded, by) {
      await sleep(slow);
      if (gone()) throw new StoreUnavailable('gone');
      return store.recordMilestone(recorded, by);
    },
  };
}

test.each(databases)(
  'what is recorded slowly on the $name database is waited for, and a database that is gone is said',
  { timeout: 30_000 },
  async ({ make }) => {
    let gone = false;
    const house = await openTestHouse({ make, behind: (store) => slowly(store, () => gone) });
    const add = (text: string) => ask(house.doors, 'milestone add', { fields: { when: 'June 2029', text } });
    expect(await add('Once')).toMatchObject({ exit: 0, output: expect.stringContaining('Once') });
    const { milestones } = await house.store.readPlan();
    expect(milestones.filter(({ text }) => text === 'Once')).toHaveLength(1);
    gone = true;
    expect(await add('Never')).toMatchObject({ exit: 3, output: '', error: expect.stringContaining('The database cannot be reached just now.') });
    await house.close();
  },
);
