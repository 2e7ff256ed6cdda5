import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test, vi } from 'vitest';
import { terminalPrompt } from '../../../src/adapters/terminal/prompt.ts';
import type { Posting } from '../../../src/chat/adapter.ts';
import type { Answer } from '../../../src/chat/answer.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Interaction } from '../../../src/chat/interaction.ts';
import { addForm, card, doorsOf, refusal } from './doors.ts';
import { Screen } from './screen.ts';

const ctrlC = '\u0003';
const ctrlD = '\u0004';
const up = '\u001b[A';

type Sat = { readonly columns?: number; readonly remembered?: string; readonly interactive?: boolean };

/** Somebody at the prompt of a house that answers as the test says. */
async function sit(answer: (interaction: Interaction) => Answer | Promise<Answer>, { columns = 72, remembered, interactive = true }: Sat = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'prompt-'));
  const historyFile = join(folder, 'history');
  if (remembered !== undefined) writeFileSync(historyFile, remembered);
  const screen = new Screen(columns);
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns });
  output.on('data', (bytes: Buffer) => screen.write(bytes.toString('utf8')));
  const doors = doorsOf(answer);
  const left = vi.fn();
  const warned = vi.fn();
  const prompt = terminalPrompt({
    input,
    output,
    reader: { account: 'terminal:alice', zone: 'Europe/Paris' },
    historyFile,
    columns: () => columns,
    colours: false,
    interactive,
    left,
    log: { info: warned, warn: warned, error: warned },
  });
  await prompt.start(doors);
  onTestFinished(async () => {
    await prompt.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  /** Key by key: several at once are a paste, in which Tab is a character. */
  const press = (keys: string) => {
    for (const key of keys) input.write(key);
  };
  const sees = (text: string) => vi.waitFor(() => expect(screen.text).toContain(text));
  return {
    doors,
    left,
    warned,
    prompt,
    historyFile,
    input,
    screen,
    sees,
    type: (text: string) => input.write(text),
    press,
    lines: () => screen.text.split('\n'),
  };
}

const welcome = () => card('What comes next', [{ kind: 'paragraph', text: ['m3 · February 2022'] }]);

test('a command is answered, with or without the slash command before it', async () => {
  const { type, sees, doors, screen } = await sit(welcome);
  type('/is3c next-milestone\r');
  await sees('m3 · February 2022');
  type('next-milestone as of March 2022\r');
  await vi.waitFor(() => expect(doors.seen).toHaveLength(2));
  expect(doors.seen.map(({ invoke }) => invoke)).toEqual([
    { command: 'next-milestone', options: {} },
    { command: 'next-milestone', options: { 'as-of': 'March 2022' } },
  ]);
  expect(doors.seen[0]).toMatchObject({
    sender: 'terminal:alice',
    space: 'terminal:local',
    place: { kind: 'channel', channel: 'prompt' },
    standing: 'none',
    zone: 'Europe/Paris',
  });
  expect(doors.seen[0]?.id).not.toBe(doors.seen[1]?.id);
  expect(screen.text).toContain('is3c> /is3c next-milestone\nWhat comes next\n\n  m3 · February 2022');
});

test.each(['exit', 'quit', '/is3c exit'])('%s leaves', async (word) => {
  const { type, left, sees } = await sit(welcome);
  type(`${word}\r`);
  await sees('Goodbye.');
  await vi.waitFor(() => expect(left).toHaveBeenCalledOnce());
});

test('Ctrl-D leaves, and a stopped prompt calls nobody', async () => {
  const one = await sit(welcome);
  one.type(ctrlD);
  await vi.waitFor(() => expect(one.left).toHaveBeenCalledOnce());
  const other = await sit(welcome);
  await other.prompt.stop();
  expect(other.left).not.toHaveBeenCalled();
});

test('an empty line asks nothing', async () => {
  const { type, doors, sees } = await sit(welcome);
  type('\r  \rnext-milestone\r');
  await sees('What comes next');
  expect(doors.seen).toHaveLength(1);
});

test('Ctrl-C clears the line, and twice it leaves', async () => {
  const { type, sees, left, doors, lines } = await sit(welcome);
  type(`milestone canc${ctrlC}`);
  await sees('Ctrl-C once more leaves');
  expect(lines().at(-1)).toBe('is3c>');
  type('next-milestone\r');
  await sees('What comes next');
  expect(doors.seen.map(({ invoke }) => invoke.command)).toEqual(['next-milestone']);
  type(ctrlC);
  await vi.waitFor(() => expect(lines().filter((line) => line.includes('once more'))).toHaveLength(2));
  expect(left).not.toHaveBeenCalled();
  type(ctrlC);
  await vi.waitFor(() => expect(left).toHaveBeenCalledOnce());
});

test.each([
  ['typed', 'press'],
  ['pasted', 'type'],
] as const)('what is written by others stands above the line that is being %s, however long that is', async (_, how) => {
  const one = await sit(welcome, { columns: 30 });
  const { sees, prompt, doors, screen } = one;
  one[how]('next-mi');
  await sees('is3c> next-mi');
  prompt.print('the clock ticked\n');
  expect(screen.text).toBe('the clock ticked\nis3c> next-mi');
  one[how]('lestone as of the first of March 2022');
  await sees('March 2022');
  prompt.print('and again\nand again\n');
  expect(screen.text).toBe('the clock ticked\nand again\nand again\nis3c> next-milestone as of the\n first of March 2022');
  prompt.print('once more\n');
  expect(screen.text).toBe('the clock ticked\nand again\nand again\nonce more\nis3c> next-milestone as of the\n first of March 2022');
  one[how]('\r');
  await sees('What comes next');
  expect(doors.seen[0]?.invoke).toEqual({ command: 'next-milestone', options: { 'as-of': 'the first of March 2022' } });
  expect(screen.text.match(/is3c> next/g)).toHaveLength(1);
});

test.each([
  ['/i\tnext\t', '/is3c next-milestone'],
  ['milestone s\t', 'milestone show'],
  ['milestone show m12\t', 'milestone show m12'],
  ['milestone show report\t', 'milestone show m1'],
  ['milestone show plan\t', 'milestone show plan'],
  ['milestone show m\t', 'milestone show m'],
  ['me\tla\t', 'me language'],
  ['nothing like this\t', 'nothing like this'],
])('%j is completed to %j', async (keys, line) => {
  const { press, lines } = await sit(welcome);
  for (const part of keys.split(/(?<=\t)/)) {
    press(part);
    await new Promise((done) => setTimeout(done, 20));
  }
  expect(lines()).toEqual([`is3c> ${line}`]);
});

test('Tab twice shows what fits', async () => {
  const { press, sees, lines } = await sit(welcome);
  press('milestone show m\t\t');
  await sees('m1   m2   m12');
  expect(lines().at(-1)).toBe('is3c> milestone show m');
});

test('what is typed while an answer is made stays whole, and is asked for next', async () => {
  const pause = Promise.withResolvers<void>();
  const { press, type, sees, doors, lines, prompt } = await sit(async () => {
    if (doors.seen.length === 1) await pause.promise;
    return welcome();
  });
  type('timeline\r');
  await vi.waitFor(() => expect(doors.seen).toHaveLength(1));
  press('next-mi');
  prompt.print('the clock ticked\n');
  pause.resolve();
  await sees('is3c> next-mi');
  expect(lines()).toEqual(['is3c> timeline', 'the clock ticked', 'What comes next', '', '  m3 · February 2022', '', 'is3c> next-mi']);
  press('lestone\r');
  await vi.waitFor(() => expect(doors.seen[1]?.invoke.command).toBe('next-milestone'));
});

test('commands are remembered from start to start, for their owner alone', async () => {
  const { type, sees, doors, historyFile } = await sit(welcome, { remembered: 'timeline 2021\n' });
  type('next-milestone\r');
  await sees('What comes next');
  expect(readFileSync(historyFile, 'utf8')).toBe('timeline 2021\nnext-milestone\n');
  expect(statSync(historyFile).mode & 0o777).toBe(0o600);
  type(`${up}${up}\r`);
  await vi.waitFor(() => expect(doors.seen).toHaveLength(2));
  expect(doors.seen[1]?.invoke).toEqual({ command: 'timeline', options: { period: '2021' } });
});

test('no more than 500 lines are remembered, and a file that cannot be read is none', async () => {
  const { type, sees, historyFile } = await sit(welcome, { remembered: Array.from({ length: 700 }, (_, index) => `timeline ${index}\n`).join('') });
  type('next-milestone\r');
  await sees('What comes next');
  const lines = readFileSync(historyFile, 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(500);
  expect(lines.slice(-2)).toEqual(['timeline 699', 'next-milestone']);
});

test('a history that cannot be written is said once to the operator, and nothing breaks', async () => {
  const { type, sees, historyFile, warned } = await sit(welcome);
  rmSync(join(historyFile, '..'), { recursive: true });
  type('next-milestone\r');
  await sees('What comes next');
  expect(warned).toHaveBeenCalledOnce();
});

const answersForm = (submitted: (interaction: Interaction) => Answer) => (interaction: Interaction) =>
  interaction.fields === undefined ? addForm : submitted(interaction);

test('a form is asked field by field, and what is typed into it is not remembered', async () => {
  const { type, sees, doors, historyFile, screen } = await sit(answersForm(() => card('Recorded: m9')));
  type('milestone add\r');
  await sees('[June 2022]');
  type('\r');
  await sees('What happens');
  type('A secret of the group\rand its second line\r\r');
  await sees('2. Write');
  type('2\r');
  await sees('Recorded: m9');
  expect(doors.seen[1]).toMatchObject({
    invoke: { command: 'milestone add', options: {} },
    fields: { when: 'June 2022', text: 'A secret of the group\nand its second line', help: 'write' },
  });
  expect(doors.seen[1]?.formKey).toMatch(/^[0-9a-f-]{36}$/);
  expect(readFileSync(historyFile, 'utf8')).toBe('milestone add\n');
  type(`${up}\u0001`);
  await vi.waitFor(() => expect(screen.text.split('\n').at(-1)).toBe('is3c> milestone add'));
});

test('Ctrl-C leaves a form, and the prompt goes on', async () => {
  const { type, sees, doors, left } = await sit(answersForm(() => card('Recorded: m9')));
  type('milestone add\r');
  await sees('[June 2022]');
  type(`half of a da${ctrlC}`);
  await sees('The form was left; nothing was changed.');
  type('timeline\r');
  await vi.waitFor(() => expect(doors.seen).toHaveLength(2));
  expect(doors.seen[1]?.fields).toBeUndefined();
  expect(left).not.toHaveBeenCalled();
});

test('what cannot stand in a field is said at once, and asked for again', async () => {
  const { type, sees, doors } = await sit(answersForm(() => card('Recorded: m9')));
  type('milestone add\r');
  await sees('[June 2022]');
  type('the first day of June 2022\r');
  await sees('When: that is too long. At most 20 characters, please.');
  await sees('> the first day of June 2022');
  type('\u00151 June 2022\r');
  await sees('What happens');
  type('\r');
  await sees('What happens: please fill this in.');
  type('Report\r\r');
  await sees('2. Write');
  type('7\r');
  await sees('“7” is none of these: ');
  type('-\r');
  await sees('Recorded: m9');
  expect(doors.seen[1]?.fields).toEqual({ when: '1 June 2022', text: 'Report', help: '' });
});

test('a single - empties an optional field, and is a text in a required one', async () => {
  const filled: Form = { ...addForm, fields: addForm.fields.map((field) => ({ ...field, value: field.kind === 'choice' ? 'lead' : 'x' })) };
  const { type, sees, doors } = await sit(({ fields }) => (fields === undefined ? filled : card('Recorded: m9')));
  type('milestone add\r-\r-\r-\r');
  await sees('Recorded: m9');
  expect(doors.seen[1]?.fields).toEqual({ when: '-', text: '-', help: '' });
});

test('a refused field is asked again with what was typed, under the same key', async () => {
  const { type, sees, doors } = await sit(
    answersForm(({ fields }) =>
      fields?.['when'] === '2022' ? card('Recorded: m9') : refusal({ code: 'date-unreadable', params: { said: 'soon' } }, { when: 'That is no date.' }),
    ),
  );
  type('milestone add\rsoon\rReport\r\r\r');
  await sees('That is no date.');
  await sees('[soon]');
  type('2022\r');
  await sees('Recorded: m9');
  expect(doors.seen.slice(1).map(({ fields }) => fields)).toEqual([
    { when: 'soon', text: 'Report', help: '' },
    { when: '2022', text: 'Report', help: '' },
  ]);
  expect(new Set(doors.seen.slice(1).map(({ formKey }) => formKey)).size).toBe(1);
});

test('a form that failed to be recorded can be sent again, under the same key', async () => {
  const { type, sees, doors } = await sit(answersForm(() => (doors.seen.length < 3 ? refusal({ code: 'not-confirmed', params: {} }) : card('Recorded: m9'))));
  type('milestone add\r\rReport\r\r\r');
  await sees('Enter sends it again');
  type('\r');
  await sees('Recorded: m9');
  const [, first, second] = doors.seen;
  expect(second).toMatchObject({ fields: first?.fields, formKey: first?.formKey });
});

test('a final refusal ends the form', async () => {
  const { type, sees, doors } = await sit(answersForm(() => refusal({ code: 'milestone-changed', params: { id: 'm3' } })));
  type('milestone add\r\rReport\r\r\rtimeline\r');
  await sees('m3 was changed by somebody else');
  await vi.waitFor(() => expect(doors.seen).toHaveLength(3));
  expect(doors.seen[2]?.fields).toBeUndefined();
});

test('a form without fields is sent as it is', async () => {
  const bare: Form = { ...addForm, fields: [] };
  const { type, sees, doors } = await sit(({ fields }) => (fields === undefined ? bare : card('Done')));
  type('milestone add\r');
  await sees('Done');
  expect(doors.seen[1]?.fields).toEqual({});
});

test('a number chooses from the last menu, and is an ordinary question without one', async () => {
  const menu = card('Which one?', [
    { kind: 'menu', label: 'Pick', choices: [{ label: 'm3', invoke: { command: 'milestone show', options: { milestone: 'm3' } } }] },
  ]);
  const { type, doors, sees } = await sit(({ invoke }) => (invoke.command === 'milestone show' ? card('m3') : menu));
  type('1\r');
  await sees('Which one?');
  type('1\r1\r');
  await vi.waitFor(() => expect(doors.seen).toHaveLength(3));
  expect(doors.seen.map(({ invoke }) => invoke.command)).toEqual(['help', 'milestone show', 'help']);
});

test('what a button would carry can be typed', async () => {
  const { type, doors } = await sit(welcome);
  type("/is3c '1|timeline|skip=10'\r");
  await vi.waitFor(() => expect(doors.seen[0]?.invoke).toEqual({ command: 'timeline', options: { skip: '10' } }));
});

test('lines typed ahead wait for their turn', async () => {
  const pause = Promise.withResolvers<void>();
  const { type, doors, sees } = await sit(async ({ invoke }) => {
    if (invoke.command === 'timeline') await pause.promise;
    return card(`Answer to ${invoke.command}`);
  });
  type('timeline\r');
  await vi.waitFor(() => expect(doors.seen).toHaveLength(1));
  type('next-milestone\r');
  await new Promise((done) => setTimeout(done, 50));
  expect(doors.seen).toHaveLength(1);
  pause.resolve();
  await sees('Answer to next-milestone');
});

test('Ctrl-C takes back what was typed ahead', async () => {
  const pause = Promise.withResolvers<void>();
  const { type, doors, sees } = await sit(async () => {
    await pause.promise;
    return welcome();
  });
  type('timeline\r');
  await vi.waitFor(() => expect(doors.seen).toHaveLength(1));
  type(`milestone add\r${ctrlC}`);
  pause.resolve();
  await sees('Ctrl-C once more leaves');
  type('me language\r');
  await vi.waitFor(() => expect(doors.seen).toHaveLength(2));
  expect(doors.seen.map(({ invoke }) => invoke.command)).toEqual(['timeline', 'me language']);
});

test('an answer that cannot be shown is said, logged and survived', async () => {
  const broken = () => JSON.parse('{"kind":"card","language":"en","title":"without blocks"}');
  const { type, sees, warned, doors } = await sit(broken);
  type('timeline\r');
  await sees('Something went wrong');
  expect(warned).toHaveBeenCalledOnce();
  type('timeline\r');
  await vi.waitFor(() => expect(doors.seen).toHaveLength(2));
});

test('with nobody there to type, nothing is read', async () => {
  const { type, doors, prompt, screen, input } = await sit(welcome, { interactive: false });
  type('timeline\r');
  prompt.print('IS3C bot runs\n');
  await vi.waitFor(() => expect(screen.text).toBe('IS3C bot runs'));
  expect(doors.seen).toEqual([]);
  expect(input.listenerCount('data') + input.listenerCount('keypress')).toBe(0);
});

const digest: Posting = { key: 'k1', to: { kind: 'channel', space: 'terminal:local', channel: 'prompt' }, card: card('Digest of week 12') };

test.each([['post'], ['resume']] as const)('%s: a message of the bot stands above the line that is being typed', async (way) => {
  const { prompt, type, sees, lines } = await sit(welcome);
  type('milest');
  await sees('is3c> milest');
  expect(await (way === 'post' ? prompt.post(digest) : prompt.resume(digest, new Date()))).toEqual({ kind: 'sent', reference: 'prompt' });
  expect(lines()).toEqual(['Digest of week 12', '', 'is3c> milest']);
});

test('a message for whoever sits at the prompt is shown there, and for nobody else', async () => {
  const { prompt, screen } = await sit(welcome);
  expect(await prompt.post({ ...digest, to: { kind: 'person', account: 'terminal:alice' } })).toEqual({ kind: 'sent', reference: 'prompt' });
  expect(screen.text).toContain('Digest of week 12');
  const elsewhere: readonly Posting['to'][] = [
    { kind: 'person', account: 'terminal:bob' },
    { kind: 'channel', space: 'terminal:local', channel: 'other' },
    { kind: 'channel', space: 'discord:1', channel: 'prompt' },
  ];
  for (const to of elsewhere) {
    expect(await prompt.post({ ...digest, to, card: card('Not here') })).toEqual({ kind: 'closed', problem: 'nobody there' });
  }
  expect(screen.text).not.toContain('Not here');
});

test('nobody is there where nobody can type, and once the prompt was left', async () => {
  const closed = { kind: 'closed', problem: 'nobody there' };
  expect(await (await sit(welcome, { interactive: false })).prompt.post(digest)).toEqual(closed);
  const { prompt, type, left, screen } = await sit(welcome);
  type('exit\r');
  await vi.waitFor(() => expect(left).toHaveBeenCalledOnce());
  expect(await prompt.post(digest)).toEqual(closed);
  expect(screen.text).not.toContain('Digest');
});

test('a number chooses from the menu that stood last, whether it was asked for or not', async () => {
  const choices = (id: string) => [{ label: `Choice ${id}`, invoke: { command: 'milestone show', options: { milestone: id } } }];
  const menu = (id: string): Card['blocks'] => [{ kind: 'menu', label: 'Which one?', choices: choices(id) }];
  const { prompt, type, sees, doors } = await sit(({ invoke }) => (invoke.command === 'timeline' ? card('Asked', menu('m1')) : card('Chosen')));
  type('timeline\r');
  await sees('Choice m1');
  await prompt.post(digest);
  type('1\r');
  await vi.waitFor(() => expect(doors.seen.at(-1)?.invoke.options).toEqual({ milestone: 'm1' }));
  await sees('Chosen');
  await prompt.post({ ...digest, card: card('Digest', menu('m2')) });
  type('1\r');
  await vi.waitFor(() => expect(doors.seen.at(-1)?.invoke.options).toEqual({ milestone: 'm2' }));
});
