import { z } from 'zod';
import { isDay } from '../core/calendar.ts';
import type { When } from '../core/when.ts';
import { type Ground, inOrder, mistakeAt, type Path, type PlanMistake, quoted } from './mistake.ts';
import { nearestKey } from './nearest-key.ts';
import type { YamlValue } from './parse-yaml.ts';
import { readPlanDate } from './read-date.ts';

/** In characters, those of the forms in which people type the same. */
const longestTexts = { text: 2000, line: 150 } as const;

const idForms = { milestone: /^m[1-9]\d{0,8}$/, topic: /^t[1-9]\d{0,8}$/, group: /^wg[1-9]\d{0,8}$/ } as const;
const idExamples = { milestone: 'm1', topic: 't1', group: 'wg1' } as const;

type Kind = keyof typeof idForms;

/** A text that the database can hold: without NUL and without half characters. */
function textUpTo(longest: number) {
  return z
    .string()
    .transform((text) => text.trim())
    .refine((text) => text !== '', 'should not be empty')
    .refine((text) => text.length <= longest, { error: ({ input }) => tooLong(String(input), longest) })
    .refine((text) => text.isWellFormed() && !text.includes('\0'), 'holds a character that cannot be kept; type it anew');
}

function tooLong(text: string, longest: number): string {
  return `is ${text.length.toLocaleString('en')} characters long, and ${longest.toLocaleString('en')} is the most`;
}

const text = textUpTo(longestTexts.text);
const line = textUpTo(longestTexts.line);

function idOf(kind: Kind) {
  return z
    .string()
    .refine((id) => idForms[kind].test(id), { error: ({ input }) => `${quoted(String(input))} is no id; write one such as ${idExamples[kind]}` });
}

/** YAML takes `[2022-11, 2022-12]` for a list; it is EDTF's way to write one of the two. */
function asWritten(value: unknown): unknown {
  return Array.isArray(value) && value.every((part) => typeof part === 'string') ? `[${value.join(',')}]` : value;
}

const when = z.preprocess(
  asWritten,
  line.transform((said, context): { readonly when: When; readonly wording?: string } => {
    const date = readPlanDate(said);
    if ('when' in date) return date;
    context.addIssue({ code: 'custom', message: date.said });
    return z.NEVER;
  }),
);

function asList(value: unknown): unknown {
  return typeof value === 'string' ? value.split(/[\s,]+/).filter((part) => part !== '') : value;
}

const milestones = idOf('milestone');

const shapes = {
  milestones: z.strictObject({
    id: milestones,
    when,
    wording: line.optional(),
    text,
    'depends-on': z.preprocess(asList, z.array(milestones).optional()),
    source: line.optional(),
  }),
  topics: z.strictObject({ id: idOf('topic'), text }),
  groups: z.strictObject({ id: idOf('group'), name: line }),
  confirmations: z.strictObject({ milestone: milestones, when, wording: line.optional(), source: line }),
  outcomes: z.strictObject({
    milestone: milestones,
    state: z.enum(['done', 'cancelled']),
    text,
    dated: z.string().refine((day) => /^(?!0000|9999)/.test(day) && isDay(day), 'should be a day such as 2022-12-01'),
  }),
} as const;

const file = z.strictObject({
  source: line.optional(),
  milestones: z.array(shapes.milestones).optional(),
  topics: z.array(shapes.topics).optional(),
  groups: z.array(shapes.groups).optional(),
  confirmations: z.array(shapes.confirmations).optional(),
  outcomes: z.array(shapes.outcomes).optional(),
});

/** What one file says, each part sound in itself. */
export type PlanFile = z.output<typeof file>;

/** What is sound of a part of a file, whatever else is wrong with it; a list that is none counts as one entry of which nothing is known. */
function outlineOf<T extends z.ZodRawShape>(entry: T) {
  const nothing = z.object(entry).partial().parse({});
  return z.array(z.object(entry).partial().catch(nothing)).optional().catch([nothing]);
}

const id = (kind: Kind) => idOf(kind).optional().catch(undefined);

const outline = z.object({
  source: line.optional().catch(undefined),
  milestones: outlineOf({ id: id('milestone'), 'depends-on': z.preprocess(asList, z.array(milestones).optional()).catch(undefined) }),
  topics: outlineOf({ id: id('topic') }),
  groups: outlineOf({ id: id('group') }),
  confirmations: outlineOf({ milestone: id('milestone') }),
  outcomes: outlineOf({ milestone: id('milestone') }),
});

/** What files that make one plan together are checked by: their ids and sources, where these can be read. */
export type Outline = z.output<typeof outline>;

/** Reads a file's outline, also where the file is not sound; undefined where it holds no keys at all. */
export function readOutline(value: YamlValue): Outline | undefined {
  return outline.safeParse(value).data;
}

/** Reads what a file's YAML says, or says what is wrong with it in our own words. */
export function readPlanFile(value: YamlValue, ground: Ground): PlanFile | readonly PlanMistake[] {
  if (value === undefined) return [mistakeAt(ground, [], 'the file is empty')];
  const parsed = file.safeParse(value, { reportInput: true });
  if (!parsed.success) return inOrder(parsed.error.issues.flatMap((issue) => sayIssue(issue, ground)));
  const isEmpty = Object.entries(parsed.data).every(([key, part]) => key === 'source' || part?.length === 0);
  return isEmpty ? [mistakeAt(ground, [], `there is nothing to load; a plan has ${Object.keys(shapes).join(', ')}`)] : parsed.data;
}

function sayIssue(issue: z.core.$ZodIssue, ground: Ground): PlanMistake[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => mistakeAt(ground, [...path, key], unknownKey(key, path)));
  return [mistakeAt(ground, path, saidOf(issue, path))];
}

/** Only what is written here is said; the library's own English never is. */
function saidOf(issue: z.core.$ZodIssue, path: Path): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_value') return `should be ${issue.values.join(' or ')}`;
  if (issue.code !== 'invalid_type') return 'cannot be used';
  if (issue.input === undefined) return 'is missing';
  if (path.length === 0) return 'the file should hold keys such as "source:" and "milestones:"';
  return expectations[issue.expected] ?? 'should be written differently';
}

const expectations: Partial<Record<string, string>> = {
  string: 'should be a text; put it between quotation marks',
  array: 'should be a list; begin each entry with "- "',
  object: 'should hold keys, such as "id:", each on a line of its own',
};

function unknownKey(key: string, path: Path): string {
  const known = keysAt(path[0]);
  const meant = nearestKey(key, known);
  return meant === undefined ? `is not known here; known are ${known.join(', ')}` : `is not known here; did you mean "${meant}"?`;
}

function keysAt(part: Path[number] | undefined): string[] {
  const shape = Object.entries(shapes).find(([name]) => name === part)?.[1];
  return Object.keys((shape ?? file).shape);
}
