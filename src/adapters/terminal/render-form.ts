import type { Field, Form } from '../../chat/form.ts';
import { type Words, wordsFor } from '../../text/words.ts';
import { plain, plainLines } from './plain.ts';
import { draw, type Screen } from './render.ts';

type Paper = Pick<Screen, 'columns' | 'colours'>;

/** A form as text: its fields, what stands in them, and the command line that fills it. */
export function renderForm(form: Form, opened: readonly string[], paper: Paper): string {
  const words = wordsFor(form.language);
  const fields = form.fields.map((field) => [
    ...draw(
      [
        { text: plain(field.name), look: 'cyan' },
        { text: `  ${heading(field, words)}`, look: 'bold' },
      ],
      paper,
      '  ',
    ),
    ...renderField(field, paper, '      '),
  ]);
  const command = [...opened, ...form.fields.map(({ name }) => `--field ${name}=...`)].join(' ');
  // One line however long it is, so that it can be copied.
  const sections = [renderHead(form, paper), ...fields, [...draw([{ text: words.surface.fillIn, look: 'bold' }], paper, '  '), `  ${plain(command)}`]];
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** The title of a form, and its note. */
export function renderHead(form: Form, paper: Paper): readonly string[] {
  const note = form.note === undefined ? [] : draw([{ text: plain(form.note), look: 'dim' }], paper, '  ');
  return [...draw([{ text: plain(form.title), look: 'bold' }], paper, '', '  '), ...note];
}

/** A field's label, and that it may stay empty where it may. */
export function heading({ label, required }: Field, { surface }: Words): string {
  return required ? plain(label) : `${plain(label)} (${surface.optional})`;
}

/** What helps to fill a field in: its hint, its choices, and what stands in it. */
export function renderField(field: Field, paper: Paper, indent: string): readonly string[] {
  const hint = field.hint === undefined ? [] : draw([{ text: plain(field.hint), look: 'dim' }], paper, indent);
  const choices = field.kind === 'choice' ? field.choices.flatMap(({ label, value }, index) => drawChoice(`${index + 1}. `, label, value, paper, indent)) : [];
  return [...hint, ...choices, ...renderValue(field.value ?? '', paper, indent)];
}

function drawChoice(number: string, label: string, value: string, paper: Paper, indent: string): readonly string[] {
  const shown = label === value ? plain(label) : `${plain(label)} (${plain(value)})`;
  return draw([{ text: shown, look: undefined }], paper, `${indent}${number}`, indent + ' '.repeat(number.length));
}

function renderValue(value: string, paper: Paper, indent: string): readonly string[] {
  if (value === '') return [];
  const lines = plainLines(`[${value}]`);
  return lines.flatMap((text, index) => (text === '' ? [''] : draw([{ text, look: undefined }], paper, index === 0 ? indent : `${indent} `, `${indent} `)));
}
