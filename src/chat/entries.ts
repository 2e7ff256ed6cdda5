import type { Problem } from '../core/problem.ts';
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
    const problem = problemIn(field, typed);
    if (problem !== undefined) return { field: field.name, problem };
    entries[field.name] = field.kind === 'choice' ? (chosenValue(field, typed) ?? '') : typed;
  }
  return entries;
}

/** What is wrong with a value that was typed into a field. */
export function problemIn(field: Field, typed: string): Problem | undefined {
  if (typed.trim() === '') return field.required ? { code: 'field-missing', params: { field: field.label } } : undefined;
  if (field.kind === 'choice') return chosenValue(field, typed) === undefined ? notAmong(field, typed) : undefined;
  const limit = 'limit' in field ? field.limit : 100;
  return typed.length > limit ? { code: 'too-long', params: { field: field.label, limit } } : undefined;
}

type Choice = Extract<Field, { kind: 'choice' }>;

/** The value of a choice that is named by its value, its label or its number in the form; what is left empty stays so. */
export function chosenValue({ choices }: Choice, typed: string): string | undefined {
  const said = typed.trim().toLowerCase();
  if (said === '') return '';
  const named = choices.find(({ label, value }) => [label, value].some((name) => name.toLowerCase() === said));
  return (named ?? (/^\d{1,3}$/.test(said) ? choices[Number(said) - 1] : undefined))?.value;
}

/** More choices than these fill no sentence. */
const mostNamed = 7;

/** Names the choices that there are, where they are few. */
function notAmong({ label, choices }: Choice, said: string): Problem {
  if (choices.length > mostNamed || said.length > 60) return { code: 'field-invalid', params: { field: label } };
  return { code: 'value-unknown', params: { said, choices: choices.map((one) => one.label).join(', ') } };
}

export function isFieldProblem(value: object): value is FieldProblem {
  return 'field' in value && 'problem' in value;
}
