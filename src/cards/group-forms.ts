import type { Field, Form } from '../chat/form.ts';
import { type Group, type Role, rhythms } from '../core/group.ts';
import type { Words } from '../text/words.ts';
import { hourChoices, weekdayChoices } from './schedule-lines.ts';

/** When a group is asked, and what it is for, filled with what stands. */
export function settingsForm({ id, revision, schedule, charter = '' }: Group, words: Words): Form {
  const { fields } = words.group;
  const choices = rhythms.map((rhythm) => ({ label: words.group.rhythms[rhythm], value: rhythm }));
  return {
    kind: 'form',
    language: words.language,
    title: words.group.settingsTitle(id),
    submit: words.group.save,
    invoke: { command: 'group settings', options: { group: id, revision: String(revision) } },
    fields: [
      { kind: 'choice', name: 'rhythm', label: fields.rhythm, hint: fields.rhythmHint, required: true, choices, value: schedule.rhythm },
      { kind: 'choice', name: 'weekday', label: fields.weekday, required: true, choices: weekdayChoices(words), value: String(schedule.weekday) },
      { kind: 'choice', name: 'hour', label: fields.hour, required: true, choices: hourChoices(), value: String(schedule.hour) },
      zoneField(schedule.zone, words),
      { kind: 'text', name: 'charter', label: fields.charter, hint: fields.charterHint, required: false, limit: 2000, value: charter },
    ],
  };
}

/** A time zone in one line. */
export function zoneField(value: string | undefined, { group: { fields } }: Words): Field {
  return { kind: 'line', name: 'zone', label: fields.zone, hint: fields.zoneHint, required: true, limit: 60, ...(value !== undefined && { value }) };
}

/** Gives somebody one of the offices of a group. */
export function appointForm({ id }: Pick<Group, 'id'>, offices: readonly Role[], words: Words): Form {
  const { group, here } = words;
  const choices = offices.map((role) => ({ label: group.roles[role], value: role }));
  return {
    kind: 'form',
    language: words.language,
    title: group.appointTitle(id),
    submit: group.appointSubmit,
    invoke: { command: 'group appoint', options: { group: id } },
    fields: [
      { kind: 'person', name: 'person', label: here.person, hint: group.personHint, required: true },
      { kind: 'choice', name: 'role', label: group.role, required: true, choices, ...(offices[0] && { value: offices[0] }) },
    ],
  };
}

/** Ends somebody's office in a group. */
export function dismissForm({ id }: Pick<Group, 'id'>, words: Words): Form {
  const { group, here } = words;
  return {
    kind: 'form',
    language: words.language,
    title: group.dismissTitle(id),
    submit: group.dismissSubmit,
    invoke: { command: 'group dismiss', options: { group: id } },
    fields: [{ kind: 'person', name: 'person', label: here.person, hint: group.dismissHint, required: true }],
  };
}
