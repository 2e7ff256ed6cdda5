import { type APIComponentInContainer, type APIMessageTopLevelComponent, type APIModalInteractionResponseCallbackComponent, ComponentType } from 'discord.js';
import { sayInstant } from '../../../src/text/say.ts';

/** A button or an option, and the id that Discord sends when it is used. */
export type Control = { readonly label: string; readonly id: string };

/** A field of a modal, and what stands in it. */
export type Input = {
  readonly label: string;
  readonly name: string;
  readonly kind: 'text' | 'choice' | 'person';
  readonly value: string;
  readonly limit?: number;
  readonly required: boolean;
};

/** Components as Discord's apps show them. */
export type Screenful = {
  readonly text: string;
  readonly buttons: readonly Control[];
  /** The options of menus, each with the id of its menu. */
  readonly choices: readonly (Control & { readonly menu: string })[];
  readonly inputs: readonly Input[];
  readonly mentions: readonly string[];
};

type NameOf = (user: string) => string;

const blank: Screenful = { text: '', buttons: [], choices: [], inputs: [], mentions: [] };

function together(parts: readonly Screenful[]): Screenful {
  return {
    text: parts
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n'),
    buttons: parts.flatMap(({ buttons }) => buttons),
    choices: parts.flatMap(({ choices }) => choices),
    inputs: parts.flatMap(({ inputs }) => inputs),
    mentions: parts.flatMap(({ mentions }) => mentions),
  };
}

type Shown = APIMessageTopLevelComponent | APIComponentInContainer | APIModalInteractionResponseCallbackComponent;

/** Reads the components of a message or a modal; one that these apps do not know is a mistake. `files` holds what is attached, by name. */
export function readComponents(components: readonly Shown[], nameOf: NameOf, files: Readonly<Record<string, string>> = {}): Screenful {
  return together(components.map((component) => readComponent(component, nameOf, files)));
}

function readComponent(component: Shown, nameOf: NameOf, files: Readonly<Record<string, string>>): Screenful {
  switch (component.type) {
    case ComponentType.Container:
      return readComponents(component.components, nameOf, files);
    case ComponentType.TextDisplay:
      return readMarkdown(component.content, nameOf);
    case ComponentType.Section:
      return together([readComponents(component.components, nameOf, files), readControl(component.accessory)]);
    case ComponentType.ActionRow:
      return together(component.components.map(readControl));
    case ComponentType.File:
      return { ...blank, text: files[component.file.url.replace('attachment://', '')] ?? '' };
    case ComponentType.Label:
      return readLabel(component);
    default:
      throw new Error(`a component that is not read here: ${component.type}`);
  }
}

type Pressable = { readonly type: ComponentType };

function readControl(control: Pressable): Screenful {
  if (control.type === ComponentType.Button && 'label' in control) {
    return { ...blank, buttons: [{ label: String(control.label), id: 'custom_id' in control ? String(control.custom_id) : '' }] };
  }
  if (control.type !== ComponentType.StringSelect || !('options' in control) || !Array.isArray(control.options) || !('custom_id' in control)) {
    throw new Error(`a control that is not read here: ${control.type}`);
  }
  const menu = String(control.custom_id);
  const options: readonly { label: string; value: string; description?: string }[] = control.options;
  const placeholder = 'placeholder' in control ? String(control.placeholder) : '';
  return {
    ...blank,
    text: [placeholder, ...options.flatMap(({ label, description = '' }) => [label, description])].join('\n'),
    choices: options.map(({ label, value }) => ({ label, id: value, menu })),
  };
}

type Label = Extract<APIModalInteractionResponseCallbackComponent, { type: ComponentType.Label }>;

function readLabel({ label, description = '', component }: Label): Screenful {
  const input = { label, name: component.custom_id, required: 'required' in component && component.required !== false, ...readField(component) };
  const text = [label, description, input.kind === 'text' ? input.value : ''].filter((line) => line !== '').join('\n');
  return { ...blank, text, inputs: [input] };
}

function readField(component: Label['component']): Pick<Input, 'kind' | 'value' | 'limit'> {
  switch (component.type) {
    case ComponentType.TextInput:
      return { kind: 'text', value: component.value ?? '', limit: component.max_length ?? 4_000 };
    case ComponentType.UserSelect:
      return { kind: 'person', value: component.default_values?.[0]?.id ?? '' };
    case ComponentType.StringSelect:
      return { kind: 'choice', value: component.options.find((option) => option.default)?.value ?? '' };
    default:
      throw new Error(`a field that is not read here: ${component.type}`);
  }
}

/** A backslash, code, bold, a link, an instant, a person; or a character that would be markup; or any other. */
const piece =
  /\\([^\p{L}\p{N}\s])|`([^`]+)`|(\*\*)|\[((?:\\.|[^\]\\])*)\]\(([^)\s]*)\)|<t:(-?\d+):[a-zA-Z]>|<@(\d+)>|(https?:\/\/|[*_~`<[]|\|\||@(?:everyone|here))|([\s\S])/gu;

/** Reads Discord's markup as its apps do. What is neither escaped nor ours would be a forged format, so it is a mistake. */
function readMarkdown(content: string, nameOf: NameOf): Screenful {
  const parts = content.split(/^```\n([\s\S]*?)\n```$/m).map((part, index) => (index % 2 === 1 ? { ...blank, text: part } : readLines(part, nameOf)));
  return together(parts);
}

function readLines(text: string, nameOf: NameOf): Screenful {
  const lines = text.split('\n').map((line) => readInline(line.replace(/^(?:#{1,3} |-# |> |- )/, ''), nameOf));
  return together(lines);
}

function readInline(line: string, nameOf: NameOf): Screenful {
  const mentions: string[] = [];
  const text = line.replace(piece, (whole, escaped, code, bold, label, url, seconds, user, forged) => {
    if (forged !== undefined) throw new Error(`${whole} is not escaped in: ${line}`);
    if (user !== undefined) mentions.push(user);
    return readPiece({ escaped, code, bold, label, url, seconds }) ?? (user === undefined ? whole : `@${nameOf(user)}`);
  });
  return { ...blank, text, mentions };
}

type Piece = Readonly<Record<'escaped' | 'code' | 'bold' | 'label' | 'url' | 'seconds', string | undefined>>;

function readPiece({ escaped, code, bold, label, url, seconds }: Piece): string | undefined {
  if (bold !== undefined) return '';
  if (label !== undefined) return `${label.replace(/\\(.)/g, '$1')} (${url})`;
  if (seconds !== undefined) return sayInstant('en-GB', new Date(Number(seconds) * 1000), 'UTC');
  return escaped ?? code;
}

/** What a field holds, as Discord sends it with a submission. */
export function stateOf({ name, kind, value }: Input): [string, string | object] {
  if (kind === 'text') return [name, value];
  return [name, { type: kind === 'person' ? 5 : 3, values: value === '' ? [] : [value] }];
}
