import { type APIModalSubmission, ComponentType, type ModalSubmitComponent, type ModalSubmitLabelComponent } from 'discord-api-types/v10';
import type { Fields } from '../../chat/interaction.ts';

/** What was typed into a form, by the name of the field: inputs stand in labels, and in the rows that older clients send. */
export function fieldsOf(components: APIModalSubmission['components']): Fields {
  const entries: [string, string][] = [];
  for (const component of components) {
    const inputs = 'component' in component ? [component.component] : 'components' in component ? component.components : [];
    for (const input of inputs) entries.push([input.custom_id, typedInto(input)]);
  }
  return Object.fromEntries(entries);
}

type Input = ModalSubmitComponent | ModalSubmitLabelComponent['component'];

/** A person becomes an account; an empty field is an empty text. */
function typedInto(input: Input): string {
  if ('value' in input) return String(input.value ?? '');
  if (!('values' in input)) return '';
  const [first] = input.values;
  if (first === undefined) return '';
  return input.type === ComponentType.UserSelect ? `discord:${first}` : first;
}
