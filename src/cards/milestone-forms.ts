import type { Field, Form } from '../chat/form.ts';
import { menuSize } from '../core/choice.ts';
import type { Group } from '../core/group.ts';
import { type Announced, type Milestone, whenOf } from '../core/milestone.ts';
import { toEdtf } from '../core/when.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';
import { headline } from './milestone-lines.ts';
import { nameOf } from './update-lines.ts';

/** The acts that open a form. */
export type FormAct = 'add' | 'change' | 'confirm' | 'done' | 'cancel' | 'reopen';

const limits = { when: 150, text: 2000, source: 150, ids: 100, why: 500 } as const;

/** The form of one act on a milestone, filled with what stands, or with what was typed already. */
export function milestoneForm(
  act: FormAct,
  words: Words,
  milestone: Milestone | undefined,
  typed: Readonly<Record<string, string | undefined>>,
  slow = false,
): Form {
  const { titles, submits } = words.milestone;
  const options = milestone === undefined ? {} : { milestone: milestone.id, revision: String(milestone.revision) };
  return {
    kind: 'form',
    language: words.language,
    title: titles[act](milestone?.id ?? ''),
    submit: submits[act],
    invoke: { command: `milestone ${act}`, options },
    ...noteOf(words, milestone, slow),
    fields: fieldsOf[act](words, milestone, typed),
  };
}

/** What a coordinator chooses for a milestone that belongs to no group. */
export const noGroup = 'none';

/** The form of a new milestone. Whoever speaks for several groups says which one it is for; a coordinator may say one. */
export function newMilestoneForm(groups: readonly Pick<Group, 'id' | 'name'>[], coordinator: boolean, words: Words, typed: Typed): Form {
  const form = milestoneForm('add', words, undefined, typed);
  const [first] = groups;
  if (first === undefined || (!coordinator && groups.length === 1)) return form;
  const { group: label, groupHint: hint, noGroup: none } = words.milestone.fields;
  const named = groups.map((group) => ({ label: `${group.id} · ${nameOf(group, 60)}`, value: group.id }));
  const choices = coordinator ? [{ label: none, value: noGroup }, ...named.slice(0, menuSize - 1)] : named;
  const value = coordinator ? noGroup : first.id;
  return { ...form, fields: [...form.fields, { kind: 'choice', name: 'group', label, hint, required: false, choices, value }] };
}

type Typed = Readonly<Record<string, string | undefined>>;
type MakeFields = (words: Words, milestone: Milestone | undefined, typed: Typed) => readonly Field[];

const fieldsOf: Record<FormAct, MakeFields> = {
  add: (words, _, typed) => [
    whenField(words, typed['when']),
    textField(words, typed['text']),
    dependsOnField(words, undefined),
    sourceField(words, false, undefined),
  ],
  change: (words, milestone, typed) => [
    whenField(words, typed['when'] ?? said(milestone?.planned, words)),
    textField(words, milestone?.text),
    dependsOnField(words, milestone?.dependsOn.join(', ')),
    whyField(words, true, typed['why']),
  ],
  confirm: (words, milestone, typed) => [
    whenField(words, typed['when'] ?? said(milestone?.confirmed, words)),
    sourceField(words, true, milestone?.confirmed?.source),
    whyField(words, milestone?.confirmed !== undefined, undefined),
  ],
  done: (words, milestone, typed) => [
    longField('outcome', words.milestone.fields.outcome, words.milestone.fields.outcomeHint, milestone?.outcome?.text),
    datedField(words, typed['when'] ?? milestone?.outcome?.dated),
    whyField(words, milestone?.outcome !== undefined, undefined),
  ],
  cancel: (words) => [longField('reason', words.milestone.fields.reason, words.milestone.fields.outcomeHint, undefined)],
  reopen: (words) => [whyField(words, true, undefined)],
};

/** Which milestone it is about, for whoever forgot what an id stands for. */
function noteOf(words: Words, milestone: Milestone | undefined, slow: boolean): Pick<Form, 'note'> {
  if (slow) return { note: words.milestone.slowNote };
  return milestone === undefined ? {} : { note: `${milestone.id} · ${sayWhen(whenOf(milestone), words.language)} · ${headline(milestone.text, 110)}` };
}

/** A date as a form holds it to be sent back: in full words, with the wording that is kept beside them, which alone would mean another date next year. */
export function sayBack({ when, wording }: Announced, { language }: Words): string {
  const plain = when.kind === 'unknown' ? toEdtf(when) : sayWhen(when, language);
  const said = wording === undefined ? plain : sayWhen(when, language, wording);
  return said.length > limits.when ? plain : said;
}

function said(announced: Announced | undefined, words: Words): string | undefined {
  return announced === undefined ? undefined : sayBack(announced, words);
}

function line(name: string, label: string, hint: string, limit: number, required: boolean, value: string | undefined): Field {
  return { kind: 'line', name, label, hint, limit, required, ...(value !== undefined && value !== '' && { value }) };
}

function longField(name: string, label: string, hint: string, value: string | undefined): Field {
  return { kind: 'text', name, label, hint, limit: limits.text, required: true, ...(value !== undefined && { value }) };
}

function whenField({ milestone: { fields } }: Words, value: string | undefined): Field {
  return line('when', fields.when, fields.whenHint, limits.when, true, value);
}

function textField({ milestone: { fields } }: Words, value: string | undefined): Field {
  return longField('text', fields.text, fields.textHint, value);
}

function dependsOnField({ milestone: { fields } }: Words, value: string | undefined): Field {
  return line('depends-on', fields.dependsOn, fields.dependsOnHint, limits.ids, false, value);
}

function sourceField({ milestone: { fields } }: Words, required: boolean, value: string | undefined): Field {
  return line('source', fields.source, fields.sourceHint, limits.source, required, value);
}

function datedField({ milestone: { fields } }: Words, value: string | undefined): Field {
  return line('dated', fields.dated, fields.datedHint, limits.when, false, value);
}

function whyField({ milestone: { fields } }: Words, required: boolean, value: string | undefined): Field {
  return line('why', fields.why, fields.whyHint, limits.why, required, value);
}
