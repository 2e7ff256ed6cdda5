import type { types } from '@slack/bolt';
import type { Field, Form } from '../../chat/form.ts';
import { encodeInvocation } from '../../chat/invocation.ts';
import { type Words, wordsFor } from '../../text/words.ts';
import { limits } from './limits.ts';
import { clean, cut, lengthOf } from './pieces.ts';
import { plainText, valueMark } from './render-buttons.ts';
import { userOf } from './render-line.ts';
import { callbacks } from './render-view.ts';

/** The one action_id inside a field's block. */
const answer = 'answer';

/** A form as a modal: each field is an input block named after it, and what submitting invokes travels in the private metadata. */
export function renderForm(form: Form, tenant: string, above: readonly types.KnownBlock[] = []): types.ModalView {
  const words = wordsFor(form.language);
  const note: types.KnownBlock[] = form.note === undefined ? [] : [{ type: 'context', elements: [plainText(form.note, limits.textObject)] }];
  const inputs = form.fields.slice(0, limits.viewBlocks - above.length - 1).map((field) => renderField(field, tenant, words));
  return {
    type: 'modal',
    callback_id: callbacks.form,
    private_metadata: encodeInvocation(form.invoke),
    title: plainText(form.title, limits.viewTitle),
    submit: plainText(form.submit, limits.viewTitle),
    close: plainText(words.surface.cancel, limits.viewTitle),
    blocks: [...above, ...note, ...inputs],
  };
}

function renderField(field: Field, tenant: string, words: Words): types.InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    optional: !field.required,
    label: plainText(field.label, limits.label),
    ...(field.hint !== undefined && field.hint.trim() !== '' && { hint: plainText(field.hint, limits.label) }),
    element: renderElement(field, tenant, words),
  };
}

function renderElement(field: Field, tenant: string, words: Words): types.InputBlock['element'] {
  switch (field.kind) {
    case 'line':
      return renderInput(field.limit, field.value, false);
    case 'text':
      return renderInput(field.limit, field.value, true);
    case 'choice':
      return renderChoice(field, words);
    case 'person':
      return renderPerson(field.value, tenant, words);
    case 'channel':
      return renderChannel(field.value, words);
  }
}

function renderInput(limit: number, value: string | undefined, multiline: boolean): types.PlainTextInput {
  const longest = Math.min(Math.max(limit, 1), limits.input);
  const typed = clean(value ?? '');
  const initial = multiline ? typed : typed.replaceAll('\n', ' ');
  return {
    type: 'plain_text_input',
    action_id: answer,
    multiline,
    max_length: longest,
    ...(initial !== '' && { initial_value: initial.slice(0, longest).replace(/\p{Cs}$/u, '') }),
  };
}

/** Where no choice can be shown, its value is typed: a menu without options is refused by Slack, and with it the whole form. */
function renderChoice(field: Extract<Field, { kind: 'choice' }>, words: Words): types.InputBlock['element'] {
  const options = field.choices
    .map(({ label, value }): types.PlainTextOption => ({ text: plainText(label, limits.option), value: `${valueMark}${value}` }))
    .filter(({ value = '' }, index, all) => lengthOf(value) <= limits.option && value === clean(value) && all.findIndex((one) => one.value === value) === index)
    .slice(0, limits.options);
  if (options.length === 0) return renderInput(limits.option, field.value, false);
  const initial = options.find(({ value }) => value === `${valueMark}${field.value}`);
  return {
    type: 'static_select',
    action_id: answer,
    placeholder: plainText(words.surface.choose, limits.placeholder),
    options,
    ...(initial !== undefined && { initial_option: initial }),
  };
}

function renderPerson(value: string | undefined, tenant: string, words: Words): types.UsersSelect {
  const user = userOf(value ?? '', tenant);
  const placeholder = plainText(words.surface.choose, limits.placeholder);
  return { type: 'users_select', action_id: answer, placeholder, ...(user !== undefined && { initial_user: user }) };
}

function renderChannel(value: string | undefined, words: Words): types.ConversationsSelect {
  const placeholder = plainText(words.surface.choose, limits.placeholder);
  const filter: types.ConversationsSelect['filter'] = { include: ['public', 'private'] };
  return { type: 'conversations_select', action_id: answer, placeholder, filter, ...(value !== undefined && value !== '' && { initial_conversation: value }) };
}

/** An error as it stands under a field. */
export function renderError(text: string): string {
  return cut(clean(text), limits.error) || '–';
}
