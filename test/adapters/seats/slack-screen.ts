import type { types } from '@slack/bolt';

/** A button or an option, and what Slack sends when it is used. */
export type Control = { readonly label: string; readonly action: Readonly<Record<string, unknown>> };

/** A field of a modal, and what stands in it. */
export type Input = {
  readonly label: string;
  /** Its block_id and its action_id. */
  readonly name: string;
  readonly action: string;
  readonly kind: 'plain_text_input' | 'static_select' | 'users_select';
  readonly value: string;
  readonly limit?: number;
  readonly required: boolean;
};

/** Blocks as Slack's apps show them. */
export type Screenful = {
  readonly text: string;
  readonly buttons: readonly Control[];
  readonly choices: readonly Control[];
  readonly inputs: readonly Input[];
  /** People and groups that stand there as such; in a channel they are notified. */
  readonly mentions: readonly string[];
};

type NameOf = (user: string) => string;

const blank: Screenful = { text: '', buttons: [], choices: [], inputs: [], mentions: [] };

/** Reads blocks; one that these apps do not know is a mistake. */
export function readBlocks(blocks: readonly types.KnownBlock[], nameOf: NameOf): Screenful {
  return together(
    blocks.map((block, index) => readBlock(block, `b${index}`, nameOf)),
    '\n',
  );
}

function together(parts: readonly Screenful[], between: string): Screenful {
  return {
    text: parts
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join(between),
    buttons: parts.flatMap(({ buttons }) => buttons),
    choices: parts.flatMap(({ choices }) => choices),
    inputs: parts.flatMap(({ inputs }) => inputs),
    mentions: parts.flatMap(({ mentions }) => mentions),
  };
}

function readBlock(block: types.KnownBlock, id: string, nameOf: NameOf): Screenful {
  switch (block.type) {
    case 'header':
      return said(plain(block.text));
    case 'section':
      return together([said(plain(block.text)), readControl(block.accessory, id)], '\n');
    case 'context':
      return together(
        block.elements.map((element) => said(plain(element))),
        '\n',
      );
    case 'actions':
      return together(
        block.elements.map((element) => readControl(element, id)),
        '\n',
      );
    case 'rich_text':
      return together(
        block.elements.map((element) => readRich(element, nameOf)),
        '\n',
      );
    case 'input':
      return readInput(block);
    default:
      throw new Error(`a block that is not read here: ${block.type}`);
  }
}

function said(text: string): Screenful {
  return { ...blank, text };
}

/** Everything here is plain text: mrkdwn would be markup. */
function plain(text: { readonly type: string; readonly text?: string } | undefined): string {
  if (text === undefined) return '';
  if (text.type !== 'plain_text') throw new Error(`markup is read from ${text.type}`);
  return text.text ?? '';
}

type Pressable = types.SectionBlockAccessory | types.ActionsBlockElement;

function readControl(control: Pressable | undefined, id: string): Screenful {
  if (control === undefined) return blank;
  if (control.type === 'button') {
    const { action_id, value, text } = control;
    const action = { type: 'button', action_id, block_id: id, text, value, action_ts: '1767625201.1' };
    return { ...blank, buttons: [{ label: plain(text), action }] };
  }
  if (control.type !== 'static_select') throw new Error(`a control that is not read here: ${control.type}`);
  const { action_id, options = [], placeholder } = control;
  const choices = options.map((option) => ({
    label: plain(option.text),
    action: { type: 'static_select', action_id, block_id: id, selected_option: { text: option.text, value: option.value }, action_ts: '1767625201.1' },
  }));
  const details = options.flatMap(({ text, description }) => [plain(text), plain(description)]);
  return { ...blank, text: [plain(placeholder), ...details].join('\n'), choices };
}

function readRich(element: types.RichTextBlockElement, nameOf: NameOf): Screenful {
  if (element.type === 'rich_text_list') {
    return together(
      element.elements.map((one) => readRich(one, nameOf)),
      '\n',
    );
  }
  return together(
    element.elements.map((one) => readInline(one, nameOf)),
    '',
  );
}

function readInline(element: types.RichTextElement, nameOf: NameOf): Screenful {
  switch (element.type) {
    case 'text':
      return said(element.text);
    case 'link':
      return said(`${element.text ?? ''} (${element.url})`);
    case 'date':
      return said(element.fallback ?? '');
    case 'user':
      return { ...blank, text: `@${nameOf(element.user_id)}`, mentions: [element.user_id] };
    case 'broadcast':
      return { ...blank, text: `@${element.range}`, mentions: [element.range] };
    default:
      throw new Error(`a piece of text that is not read here: ${element.type}`);
  }
}

function readInput({ label, hint, element, optional, block_id: name = '' }: types.InputBlock): Screenful {
  const field = { label: plain(label), name, required: optional !== true };
  return { ...blank, text: [plain(label), plain(hint)].filter((text) => text !== '').join('\n'), inputs: [{ ...field, ...readElement(element) }] };
}

function readElement(element: types.InputBlock['element']): Pick<Input, 'kind' | 'action' | 'value' | 'limit'> {
  const action = element.action_id ?? '';
  switch (element.type) {
    case 'plain_text_input':
      return { kind: element.type, action, value: element.initial_value ?? '', limit: element.max_length ?? 3_000 };
    case 'static_select':
      return { kind: element.type, action, value: element.initial_option?.value ?? '' };
    case 'users_select':
      return { kind: element.type, action, value: element.initial_user ?? '' };
    default:
      throw new Error(`a field that is not read here: ${element.type}`);
  }
}

/** What a field holds, as Slack sends it with a submission. */
export function stateOf({ name, action, kind, value }: Input): [string, object] {
  const state = {
    plain_text_input: { type: kind, value: value === '' ? null : value },
    static_select: { type: kind, selected_option: value === '' ? null : { text: { type: 'plain_text', text: 'x' }, value } },
    users_select: { type: kind, selected_user: value === '' ? null : value },
  }[kind];
  return [name, { [action]: state }];
}
