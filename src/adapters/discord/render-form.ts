import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Field, Form } from '../../chat/form.ts';
import { withFormKey, writeCustomId } from './custom-id.ts';
import { clean, cutTo, escapeWithin, isBlank } from './escape.ts';
import { limits } from './limits.ts';
import { labelOf } from './render-controls.ts';

const { modal } = limits;

/** A form as Discord opens it; its id carries what it submits, under the key. Undefined when that is too long to be carried. */
export function renderForm(form: Form, formKey: string): APIModalInteractionResponseCallbackData | undefined {
  const id = writeCustomId(withFormKey(form.invoke, formKey));
  if (id === undefined) return undefined;
  const labels = form.fields.slice(0, modal.components).map(renderField);
  return { custom_id: id, title: labelOf(form.title, modal.title), components: [...noteAbove(form, labels.length), ...labels] };
}

/** What is said above the fields, where five fields leave room for it. */
function noteAbove({ note = '' }: Form, fields: number): { type: ComponentType.TextDisplay; content: string }[] {
  if (isBlank(note) || fields === modal.components) return [];
  return [{ type: ComponentType.TextDisplay, content: escapeWithin(modal.note, note.trim(), { newline: '\n' }) }];
}

function renderField(field: Field): APILabelComponent {
  const description = isBlank(field.hint ?? '') ? {} : { description: cutTo(modal.description, field.hint ?? '') };
  return { type: ComponentType.Label, label: labelOf(field.label, modal.label, field.name), ...description, component: renderInput(field) };
}

function renderInput(field: Field): APIComponentInLabel {
  const { name, required, value } = field;
  const base = { custom_id: name, required };
  const noneAllowed = required ? {} : { min_values: 0 };
  switch (field.kind) {
    case 'line':
      return textInput(TextInputStyle.Short, field, field.limit);
    case 'text':
      return textInput(TextInputStyle.Paragraph, field, field.limit);
    case 'choice': {
      const options = optionsOf(field.choices, value);
      return options.length === 0 ? textInput(TextInputStyle.Short, field, modal.text) : { type: ComponentType.StringSelect, ...base, ...noneAllowed, options };
    }
    case 'person': {
      const id = /^discord:(\d{1,20})$/.exec(value ?? '')?.[1];
      const chosen = id === undefined ? {} : { default_values: [{ id, type: SelectMenuDefaultValueType.User as const }] };
      return { type: ComponentType.UserSelect, ...base, ...noneAllowed, ...chosen };
    }
    case 'channel': {
      const chosen = /^\d{1,20}$/.test(value ?? '') ? { default_values: [{ id: value ?? '', type: SelectMenuDefaultValueType.Channel as const }] } : {};
      return { type: ComponentType.ChannelSelect, ...base, ...noneAllowed, channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement], ...chosen };
    }
  }
}

/** What stands in a field already is never cut below its own length: a form that edits must not shorten anything by itself. */
function textInput(style: TextInputStyle, { name, required, value = '' }: Field, limit: number): APIComponentInLabel {
  const typed = clean(style === TextInputStyle.Short ? value.replace(/\s*\n\s*/g, ' ') : value)
    .slice(0, modal.text)
    .toWellFormed();
  const most = Math.min(modal.text, Math.max(limit, typed.length, 1));
  return { type: ComponentType.TextInput, custom_id: name, style, required, max_length: most, ...(typed !== '' && { value: typed }) };
}

function optionsOf(choices: readonly { readonly label: string; readonly value: string }[], chosen: string | undefined): APISelectMenuOption[] {
  const options = new Map<string, APISelectMenuOption>();
  for (const { label, value } of choices) {
    const fits = value !== '' && value.length <= limits.select.value && options.size < limits.select.options;
    if (fits && !options.has(value)) options.set(value, { label: labelOf(label, limits.select.label), value, ...(value === chosen && { default: true }) });
  }
  return [...options.values()];
}
