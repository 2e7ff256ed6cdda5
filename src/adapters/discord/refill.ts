import type { Form } from '../../chat/form.ts';
import { wordsFor } from '../../text/words.ts';
import type { Act } from './decode.ts';
import type { Drafts } from './drafts.ts';
import { limits } from './limits.ts';

/** A form that is opened again holds what was typed into it before; where that is forgotten, it says so. */
export function refill(form: Form, { reopens, interaction }: Act, drafts: Drafts): Form {
  if (reopens === undefined) return form;
  const typed = drafts.typed.find(reopens, interaction.sender);
  if (typed === undefined) return sayForgotten(form);
  return { ...form, fields: form.fields.map((field) => ({ ...field, value: typed[field.name] ?? field.value ?? '' })) };
}

/** Five fields leave no room above them, so the first one says it. */
function sayForgotten(form: Form): Form {
  const note = wordsFor(form.language).surface.forgotten;
  if (form.fields.length < limits.modal.components) return { ...form, note };
  return { ...form, fields: form.fields.map((field, index) => (index === 0 ? { ...field, hint: note } : field)) };
}
