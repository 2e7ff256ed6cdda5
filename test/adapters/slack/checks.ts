/** What Slack would refuse, written from its documentation and not from the renderer's own table. */

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every object of a payload, with the name it stands under and the object it stands in. */
function* nodes(value: unknown, under = '', within: Node = {}): Generator<{ node: Node; under: string; within: Node }> {
  if (Array.isArray(value)) for (const one of value) yield* nodes(one, under, within);
  if (!isNode(value)) return;
  yield { node: value, under, within };
  for (const [name, inner] of Object.entries(value)) yield* nodes(inner, name, value);
}

function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* strings(inner);
}

export const escapedLength = (text: unknown): number => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').length;

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What Slack's documents allow a plain text to be, by where it stands. */
const plainLimits: Readonly<Record<string, number>> = {
  'header.text': 150,
  'button.text': 75,
  'modal.title': 24,
  'modal.submit': 24,
  'modal.close': 24,
  'input.label': 2_000,
  'input.hint': 2_000,
  'static_select.placeholder': 150,
  'users_select.placeholder': 150,
  'option.text': 75,
  'option.description': 75,
};

const nameOf = (node: Node): string => (typeof node['type'] === 'string' ? node['type'] : 'option');

const spoken: readonly string[] = ['text', 'link', 'user', 'date'];
const framing: readonly string[] = ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'];

type Check = (node: Node, within: Node, under: string) => boolean;

/** What must hold of every object of a kind. */
const checks: Readonly<Record<string, Check>> = {
  plain_text: ({ text, emoji }, within, under) =>
    emoji === false && escapedLength(text) >= 1 && escapedLength(text) <= (plainLimits[`${nameOf(within)}.${under}`] ?? 3_000),
  rich_text: ({ elements }) => listed(elements).length > 0 && listed(elements).every((one) => isNode(one) && framing.includes(String(one['type']))),
  rich_text_section: ({ elements }) => listed(elements).length > 0 && listed(elements).every((one) => isNode(one) && spoken.includes(String(one['type']))),
  rich_text_list: ({ elements }) => listed(elements).length > 0,
  rich_text_quote: ({ elements }) => listed(elements).length > 0,
  rich_text_preformatted: ({ elements }) => listed(elements).length > 0,
  text: ({ text }) => String(text).length >= 1,
  link: ({ url }) => String(url).startsWith('https://') && String(url).length <= 3_000,
  user: (node) => /^[UW][A-Z0-9]+$/.test(String(node['user_id'])),
  date: ({ timestamp, fallback }) => Number.isInteger(timestamp) && Number(timestamp) > 0 && String(fallback).length > 0,
  header: () => true,
  section: ({ text }) => isNode(text),
  context: ({ elements }) => listed(elements).length >= 1 && listed(elements).length <= 10,
  actions: ({ elements }) => listed(elements).length >= 1 && listed(elements).length <= 25,
  button: ({ value, url, accessibility_label: label }) =>
    (value === undefined) !== (url === undefined) &&
    escapedLength(value ?? '').valueOf() <= 2_000 &&
    String(url ?? '').length <= 3_000 &&
    escapedLength(label ?? '') <= 75,
  static_select: ({ options, initial_option: initial }) =>
    listed(options).length >= 1 &&
    listed(options).length <= 100 &&
    new Set(listed(options).map((one) => isNode(one) && one['value'])).size === listed(options).length &&
    (initial === undefined || listed(options).includes(initial)),
  users_select: () => true,
  input: ({ block_id: id }) => String(id).length <= 255,
  plain_text_input: ({ max_length: most, initial_value: initial }) =>
    Number(most) >= 1 && Number(most) <= 3_000 && String(initial ?? '').length <= Number(most),
  modal: ({ blocks, private_metadata: metadata, submit }) =>
    listed(blocks).length <= 100 && String(metadata ?? '').length <= 3_000 && (submit !== undefined || !JSON.stringify(blocks).includes('"type":"input"')),
  home: ({ blocks }) => listed(blocks).length <= 100,
  option: ({ value }) => String(value).length >= 1 && escapedLength(value) <= 75,
};

const controls = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u;

/** What Slack would refuse, or what could ping or deceive, in a payload. */
export function faults(payload: unknown): unknown[] {
  const all = [...nodes(payload)].filter(({ under }) => under !== 'style' && under !== '');
  const wrong = all.filter(({ node, under, within }) => checks[nameOf(node)]?.(node, within, under) !== true).map(({ node }) => node);
  const broken = [...strings(payload)].filter((text) => !text.isWellFormed() || controls.test(text));
  const ids = all.map(({ node }) => node['action_id']).filter((id) => typeof id === 'string' && id !== 'answer');
  const blockIds = all.map(({ node }) => node['block_id']).filter((id) => typeof id === 'string');
  const long = [...ids, ...blockIds].filter((id) => String(id).length > 255);
  const twice = [ids, blockIds].every((some) => some.length === new Set(some).size) ? [] : ['an id stands twice'];
  return [...wrong, ...broken, ...long, ...twice];
}

/** All the text that Slack may count in blocks. */
export function weigh(blocks: unknown): number {
  return [...nodes(blocks, 'blocks')].reduce(
    (sum, { node }) => sum + escapedLength(typeof node['text'] === 'string' ? node['text'] : '') + escapedLength(node['accessibility_label'] ?? ''),
    0,
  );
}
