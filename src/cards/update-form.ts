import type { Field, Form } from '../chat/form.ts';
import { type Milestone, outlook, whenOf } from '../core/milestone.ts';
import { statuses, type Update } from '../core/update.ts';
import { type Week, weekName } from '../core/week.ts';
import { sayWhen } from '../text/dates/say-when.ts';
import type { Words } from '../text/words.ts';
import { headline } from './milestone-lines.ts';
import { nameOf } from './update-lines.ts';
import { sayWeek, weekNumber } from './week-lines.ts';

/** Together with what a card says around them they fit into one message, on Discord where little of it is markup; what does not fit comes as a file. */
const limits = { done: 2000, next: 800, help: 800 } as const;

/** The choice that serves no milestone. */
export const noMilestone = 'none';

/** What a form is filled with. */
export type UpdateDraft = {
  readonly group: { readonly id: string; readonly name?: string };
  readonly week: Week;
  /** What stands for the week. */
  readonly standing?: Update | undefined;
  /** The latest update of an earlier week. */
  readonly last?: Update | undefined;
  /** What was typed already. */
  readonly text?: string | undefined;
  readonly milestones: readonly Milestone[];
};

/** The form of a week's update: filled with what stands, or begun with what was planned the week before. */
export function updateForm(draft: UpdateDraft, words: Words, now: Date): Form {
  return formWith(draft, words, choices(draft, words, now), beginning(draft, words));
}

/** The form without anything read, for a slow database. */
export function blankUpdateForm(draft: Pick<UpdateDraft, 'group' | 'week'>, words: Words): Form {
  return formWith({ ...draft, milestones: [] }, words, [], { hint: words.update.fields.slowHint });
}

type Beginning = { readonly value?: string | undefined; readonly hint: string };

function beginning({ standing, last, text }: UpdateDraft, { update: { fields } }: Words): Beginning {
  if (standing !== undefined || text !== undefined) return { value: text ?? standing?.done, hint: fields.doneHint };
  return (last?.next ?? '') === '' ? { hint: fields.doneHint } : { value: last?.next, hint: fields.plannedHint };
}

type Choices = Extract<Field, { kind: 'choice' }>['choices'];

function formWith(draft: UpdateDraft, words: Words, milestones: Choices, done: Beginning): Form {
  const { group, week, standing } = draft;
  const { fields, statuses: named } = words.update;
  const before = standing ?? draft.last;
  const status = {
    kind: 'choice',
    name: 'status',
    label: fields.status,
    hint: fields.statusHint,
    required: true,
    value: before?.status ?? 'on track',
  } as const;
  return {
    kind: 'form',
    language: words.language,
    title: words.update.formTitle(group.id, weekNumber(week)),
    submit: words.update.submit,
    invoke: { command: 'update', options: { group: group.id, week: weekName(week), revision: String(standing?.revision ?? 0) } },
    ...(group.name !== undefined && { note: `${nameOf({ name: group.name })} · ${sayWeek(week, words)}` }),
    fields: [
      { ...status, choices: statuses.map((value) => ({ value, label: named[value] })) },
      text('done', fields.done, done.hint, done.value),
      text('next', fields.next, fields.nextHint, standing?.next),
      text('help', fields.help, fields.helpHint, standing?.help),
      milestoneField(before?.milestone, milestones, words),
    ],
  };
}

function text(name: keyof typeof limits, label: string, hint: string, value: string | undefined): Field {
  return { kind: 'text', name, label, hint, limit: limits[name], required: false, ...(value !== undefined && value !== '' && { value }) };
}

function milestoneField(served: string | undefined, milestones: Choices, { update: { fields } }: Words): Field {
  const value = milestones.some((one) => one.value === served) ? served : undefined;
  const all = [...milestones, { value: noMilestone, label: fields.noMilestone }];
  return { kind: 'choice', name: 'milestone', label: fields.milestone, required: false, choices: all, value: value ?? noMilestone };
}

/** Those under way and ahead, and the one that stands in what is edited. */
function choices({ milestones, standing }: UpdateDraft, words: Words, now: Date): Choices {
  const { underWay, next, afterNext } = outlook(milestones, now);
  const ahead = [...underWay, next, afterNext].filter((milestone) => milestone !== undefined);
  const served = standing?.milestone;
  const kept = served === undefined || ahead.some(({ id }) => id === served) ? [] : [{ value: served, label: served }];
  return [...ahead.map((milestone) => ({ value: milestone.id, label: label(milestone, words) })), ...kept];
}

function label(milestone: Milestone, { language }: Words): string {
  return headline(`${milestone.id} · ${sayWhen(whenOf(milestone), language)} · ${milestone.text}`, 75);
}
