import { chosenValue, problemIn } from '../../chat/entries.ts';
import type { Field, Form } from '../../chat/form.ts';
import type { Fields } from '../../chat/interaction.ts';
import { sayProblem, type Words, wordsFor } from '../../text/words.ts';
import { plain } from './plain.ts';
import { draw } from './render.ts';
import { heading, renderField, renderHead } from './render-form.ts';

/** What a form is asked with: a voice, and an ear that hears undefined when the person leaves. */
export type Asker = {
  readonly columns: number;
  readonly colours: boolean;
  say(text: string): void;
  /** `put` stands in the line already, to be edited. */
  ask(question: string, put?: string): Promise<string | undefined>;
};

/** Asks for the fields of a form one by one; undefined when the person leaves. Nothing is sent from here. */
export async function askForm(form: Form, asker: Asker): Promise<Fields | undefined> {
  const words = wordsFor(form.language);
  const hints = [words.surface.formHint, ...(form.fields.some(({ required }) => !required) ? [words.surface.emptyHint] : [])];
  asker.say([...renderHead(form, asker), ...draw([{ text: hints.join(' '), look: 'dim' }], asker, '  ')].join('\n'));
  return askFields(form.fields, words, asker);
}

/** Asks for some fields of a form again: each with what is wrong with it, and what was typed kept. */
export async function askAgain(form: Form, typed: Fields, wrong: Fields, asker: Asker): Promise<Fields | undefined> {
  const words = wordsFor(form.language);
  for (const said of Object.values(wrong)) complain(said, asker);
  const again = form.fields.filter(({ name }) => Object.hasOwn(wrong, name)).map((field) => holding(field, typed[field.name] ?? ''));
  const corrected = await askFields(again, words, asker);
  return corrected === undefined ? undefined : { ...typed, ...corrected };
}

function holding(field: Field, value: string): Field {
  return { ...field, value };
}

async function askFields(fields: readonly Field[], words: Words, asker: Asker): Promise<Fields | undefined> {
  const typed: Record<string, string> = {};
  for (const field of fields) {
    const value = await askField(field, words, asker);
    if (value === undefined) return undefined;
    typed[field.name] = value;
  }
  return typed;
}

/** Asks until what is typed can stand; what cannot stays in the line or is kept by Enter, to be corrected. */
async function askField(field: Field, words: Words, asker: Asker): Promise<string | undefined> {
  asker.say(
    ['', ...draw([{ text: heading(field, words), look: 'bold' }], asker, '  '), ...renderField(field, asker, '    '), ...linesHint(field, words, asker)].join(
      '\n',
    ),
  );
  let held: string | undefined = settle(await listen(field, asker), field.value ?? '', field);
  for (let wrong = wrongWith(field, held, words); wrong !== undefined; wrong = wrongWith(field, held, words)) {
    complain(wrong, asker);
    held = settle(await listen(field, asker, held), held ?? '', field);
  }
  return held !== undefined && field.kind === 'choice' ? chosenValue(field, held) : held;
}

function listen(field: Field, asker: Asker, put?: string): Promise<string | undefined> {
  if (field.kind === 'text') return askLines(asker);
  return asker.ask('  > ', field.kind === 'line' && put !== undefined ? plain(put) : undefined);
}

function linesHint(field: Field, { surface }: Words, asker: Asker): readonly string[] {
  return field.kind === 'text' ? draw([{ text: surface.textHint, look: 'dim' }], asker, '    ') : [];
}

async function askLines(asker: Asker): Promise<string | undefined> {
  const lines: string[] = [];
  for (;;) {
    const line = await asker.ask('  > ');
    if (line === undefined) return undefined;
    if (line === '') return lines.join('\n');
    lines.push(line);
    // Enter keeps the field and a single - empties it: neither begins a text.
    if (lines.length === 1 && line.trim() === '-') return '-';
  }
}

/** Enter keeps what is held, a single - empties what may be empty. */
function settle(typed: string | undefined, held: string, field: Field): string | undefined {
  if (typed === '') return held;
  return typed?.trim() === '-' && !field.required ? '' : typed;
}

/** What is wrong with a value, in words; nothing with what is undefined, since nobody is there to correct it. */
function wrongWith(field: Field, value: string | undefined, words: Words): string | undefined {
  const problem = value === undefined ? undefined : problemIn(field, value);
  return problem === undefined ? undefined : sayProblem(words, problem);
}

function complain(said: string, asker: Asker): void {
  asker.say(draw([{ text: plain(said), look: 'red' }], asker, '  ').join('\n'));
}
