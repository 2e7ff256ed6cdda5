import type { FieldProblem } from './command.ts';
import type { Field, Form } from './form.ts';
import type { Fields } from './interaction.ts';

/** What was typed into a form, cleaned: every field of the form is there, empty where nothing was typed. */
export type Entries = Readonly<Record<string, string>>;

/** Control characters other than line breaks carry no meaning, and halves of characters none either. */
function clean(typed: string): string {
  return typed
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/** Checks what was typed against the form it was typed into; the first field that is wrong is the problem. */
export function readEntries(form: Form, fields: Fields): Entries | FieldProblem {
  const entries: Record<string, string> = {};
  for (const field of form.fields) {
    const typed = clean(fields[field.name] ?? '');
    const problem = wrong(field, typed);
    if (problem !== undefined) return { field: field.name, problem };
    entries[field.name] = typed;
  }
  return entries;
}

function wrong(field: Field, typed: string): FieldProblem['problem'] | undefined {
  if (typed === '') return field.required ? { code: 'field-missing', params: { field: field.label } } : undefined;
  if (field.kind === 'choice')
    return field.choices.some(({ value }) => value === typed) ? undefined : { code: 'field-invalid', params: { field: field.label } };
  const limit = 'limit' in field ? field.limit : 100;
  return typed.length > limit ? { code: 'too-long', params: { field: field.label, limit } } : undefined;
}

export function isFieldProblem(value: object): value is FieldProblem {
  return 'field' in value && 'problem' in value;
}
