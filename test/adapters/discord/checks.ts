import { z } from 'zod';

/**
 * What Discord would refuse, written from its documentation and not from the renderer's own table: the limits that its libraries check and those
 * they do not.
 */

const between = (least: number, most: number) =>
  z.string().refine((text) => text.length >= least && [...text].length <= most && text.length <= most, `${least} to ${most} characters`);
const seen = (most: number) =>
  between(1, most)
    .refine((text) => text.trim() !== '', 'not only spaces')
    .refine((text) => text.isWellFormed(), 'whole characters');

const customId = between(1, 100);

const label = seen(80);
const actButton = z.strictObject({ type: z.literal(2), style: z.int().min(1).max(4), label, custom_id: customId });
const linkButton = z.strictObject({ type: z.literal(2), style: z.literal(5), label, url: z.url({ protocol: /^https?$/ }).max(512) });
const button = z.union([actButton, linkButton]);

const distinct = (values: readonly { readonly value: string }[]) => new Set(values.map(({ value }) => value)).size === values.length;
const option = z.strictObject({ label: seen(100), value: between(1, 100), description: seen(100).optional(), default: z.boolean().optional() });
const options = z.array(option).min(1).max(25).refine(distinct, 'values that differ');
const select = z.strictObject({ type: z.literal(3), custom_id: customId, placeholder: seen(150).optional(), options });

const text = z.strictObject({ type: z.literal(10), content: seen(4_000) });
const row = z.strictObject({ type: z.literal(1), components: z.union([z.array(button).min(1).max(5), z.array(select).length(1)]) });
const section = z.strictObject({ type: z.literal(9), components: z.array(text).min(1).max(3), accessory: button });
const container = z.strictObject({
  type: z.literal(17),
  /** A number of 32 bits, by which a message of the bot's own is found again. */
  id: z
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .optional(),
  accent_color: z.int().min(0).max(0xffffff).optional(),
  components: z.array(z.union([text, row, section])).min(1),
});
const file = z.strictObject({ type: z.literal(13), file: z.strictObject({ url: z.string().startsWith('attachment://') }) });

const message = z.strictObject({
  /** Components V2, and nothing beside it but ephemeral. */
  flags: z.int().refine((flags) => flags === 32_768 || flags === 32_768 + 64, 'components V2'),
  allowed_mentions: z.strictObject({ parse: z.array(z.never()) }),
  components: z
    .array(z.union([container, file]))
    .min(1)
    .max(10),
  attachments: z.array(z.strictObject({ id: z.string(), filename: z.string() })).optional(),
});

/** What only a message of the bot's own has beside; everybody sees it. */
const post = message.extend({ flags: z.literal(32_768), nonce: between(1, 25), enforce_nonce: z.literal(true) });

/** Every object in a tree, itself first. */
function nodes(tree: unknown): object[] {
  if (typeof tree !== 'object' || tree === null) return [];
  const below = Object.values(tree).flatMap(nodes);
  return Array.isArray(tree) ? below : [tree, ...below];
}

function texts(tree: unknown, name: string): string[] {
  return nodes(tree).flatMap((node) =>
    Object.entries(node)
      .filter(([key, value]) => key === name && typeof value === 'string')
      .map(([, value]) => String(value)),
  );
}

function countComponents(tree: unknown): number {
  return nodes(tree).filter((node) => 'type' in node && typeof node.type === 'number' && !('value' in node)).length;
}

function twice(all: readonly string[]): string[] {
  return all.filter((one, index) => all.indexOf(one) !== index);
}

/** What Discord would refuse of a message; empty when it would take it. */
export function faultsOfMessage(data: unknown): string[] {
  return faultsBy(message, data);
}

/** The same of a message that the bot sends by itself, which is marked. */
export function faultsOfPost(data: unknown): string[] {
  const marks = nodes(data).filter((node) => 'type' in node && node.type === 17 && 'id' in node && Number(node.id) >= 1_000);
  return [...faultsBy(post, data), ...(marks.length === 1 ? [] : ['no mark'])];
}

function faultsBy(wanted: z.ZodType, data: unknown): string[] {
  const parsed = wanted.safeParse(data);
  const shape = parsed.success ? [] : [z.prettifyError(parsed.error)];
  const written = texts(data, 'content').reduce((sum, content) => sum + content.length, 0);
  const components = countComponents(data);
  return [
    ...shape,
    ...(written > 4_000 ? [`${written} characters in all texts`] : []),
    ...(components > 40 ? [`${components} components`] : []),
    ...twice(texts(data, 'custom_id')).map((id) => `the id ${id} twice`),
  ];
}

const textInput = z
  .strictObject({
    type: z.literal(4),
    custom_id: customId,
    style: z.int().min(1).max(2),
    required: z.boolean(),
    max_length: z.int().min(1).max(4_000),
    value: between(1, 4_000).optional(),
  })
  .refine(({ value = '', max_length }) => value.length <= max_length, 'a value no longer than its limit')
  .refine(({ value = '' }) => value.isWellFormed(), 'whole characters');
const picked = { required: z.boolean(), min_values: z.int().min(0).max(25).optional() };
const needsOne = ({ required, min_values = 1 }: { required: boolean; min_values?: number | undefined }) => min_values >= 1 || !required;
const oneChosen = ({ options: all }: { options: readonly { default?: boolean | undefined }[] }) => all.filter((one) => one.default === true).length <= 1;
const modalSelect = z
  .strictObject({ type: z.literal(3), custom_id: customId, options, ...picked })
  .refine(needsOne)
  .refine(oneChosen);
const user = z.strictObject({ id: z.string().regex(/^\d+$/), type: z.literal('user') });
const userSelect = z.strictObject({ type: z.literal(5), custom_id: customId, default_values: z.array(user).max(1).optional(), ...picked }).refine(needsOne);
const channel = z.strictObject({ id: z.string().regex(/^\d+$/), type: z.literal('channel') });
const channelSelect = z
  .strictObject({
    type: z.literal(8),
    custom_id: customId,
    channel_types: z.array(z.int()).min(1),
    default_values: z.array(channel).max(1).optional(),
    ...picked,
  })
  .refine(needsOne);
const labelled = z.strictObject({
  type: z.literal(18),
  label: seen(45),
  description: seen(100).optional(),
  component: z.union([textInput, modalSelect, userSelect, channelSelect]),
});
const modal = z.strictObject({
  custom_id: customId,
  title: seen(45),
  components: z
    .array(z.union([text, labelled]))
    .min(1)
    .max(5),
});

export function faultsOfModal(data: unknown): string[] {
  const parsed = modal.safeParse(data);
  const ids = data instanceof Object && 'components' in data ? twice(texts(data.components, 'custom_id')) : [];
  return [...(parsed.success ? [] : [z.prettifyError(parsed.error)]), ...ids.map((id) => `the id ${id} twice`)];
}

const name = z.string().regex(/^[-_\p{Ll}\p{N}]{1,32}$/u);
const described = {
  name,
  description: seen(100),
  description_localizations: z.partialRecord(z.enum(['fr', 'en-GB', 'en-US', 'de', 'es-ES']), seen(100)).optional(),
};
const typed = z.strictObject({
  type: z.literal(3),
  ...described,
  required: z.boolean(),
  autocomplete: z.literal(true).optional(),
  max_length: z.int().min(1).max(6_000).optional(),
  choices: z
    .array(z.strictObject({ name: seen(100), value: between(1, 100) }))
    .max(25)
    .optional(),
});
const inOrder = (all: readonly { required: boolean }[]) =>
  all.every(({ required }, index) => !required || all.slice(0, index).every((before) => before.required));
const differ = (all: readonly { name: string }[]) => new Set(all.map((one) => one.name)).size === all.length;
const subcommand = z.strictObject({ type: z.literal(1), ...described, options: z.array(typed).max(25).refine(inOrder).refine(differ).optional() });
const group = z.strictObject({ type: z.literal(2), ...described, options: z.array(subcommand).min(1).max(25).refine(differ) });
const command = z.strictObject({
  type: z.literal(1),
  ...described,
  contexts: z.array(z.int().min(0).max(2)).optional(),
  integration_types: z.array(z.int().min(0).max(1)).optional(),
  options: z
    .array(z.union([subcommand, group]))
    .max(25)
    .refine(differ),
});

export function faultsOfCommand(data: unknown): string[] {
  const parsed = command.safeParse(data);
  return parsed.success ? [] : [z.prettifyError(parsed.error)];
}
