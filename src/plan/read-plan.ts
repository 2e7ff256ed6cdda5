import type { Plan } from '../core/plan.ts';
import { checkPlan, type Known, type OutlinedFile, plansSomething } from './check-plan.ts';
import { type Ground, inOrder, type PlanMistake } from './mistake.ts';
import { parseYaml } from './parse-yaml.ts';
import { type PlanFile, readOutline, readPlanFile } from './plan-file.ts';

/** A file as it was found: its name for whoever wrote it, and its text. */
export type PlanText = { readonly file: string; readonly text: string };

/** A plan without a mistake, or all mistakes that were found. */
export type PlanReading = { readonly plan: Plan } | { readonly mistakes: readonly PlanMistake[] };

/** Reads one file; see `readPlans`. */
export function readPlan(text: string, { file, known = [] }: { readonly file: string; readonly known?: readonly Known[] }): PlanReading {
  return readPlans([{ file, text }], known);
}

/**
 * Reads files that make one plan together, so that one may confirm what another plans. Never throws, whatever the texts are.
 * `known` are the milestones on record, which the files may speak of as well.
 */
export function readPlans(texts: readonly PlanText[], known: readonly Known[] = []): PlanReading {
  const readings = texts.map(readOne);
  const files = readings.flatMap(({ sound }) => sound ?? []);
  const outlined = readings.flatMap(({ outlined: one }) => one ?? []);
  const own = readings.flatMap(({ mistakes }) => mistakes);
  const together = outlined.length === readings.length ? checkPlan(outlined, known).filter((mistake) => !own.some((one) => isSamePlace(one, mistake))) : [];
  const found = inOrderOfFiles([...own, ...together], texts);
  return found.length > 0 ? { mistakes: found } : { plan: combine(files) };
}

/** A file that is sound in itself. */
type ReadFile = { readonly data: PlanFile; readonly ground: Ground };

/** A file as far as it can be read; what is wrong in one place does not keep the rest from being checked. */
type FileReading = { readonly sound?: ReadFile; readonly outlined?: OutlinedFile; readonly mistakes: readonly PlanMistake[] };

function readOne({ file, text }: PlanText): FileReading {
  const yaml = parseYaml(text, file);
  if ('mistakes' in yaml) return yaml;
  const { value, ground } = yaml;
  const data = readPlanFile(value, ground);
  const outline = readOutline(value);
  const outlined = outline === undefined ? {} : { outlined: { outline, ground } };
  return isMistakes(data) ? { ...outlined, mistakes: data } : { ...outlined, sound: { data, ground }, mistakes: [] };
}

function isSamePlace(a: PlanMistake, b: PlanMistake): boolean {
  return a.file === b.file && a.path === b.path;
}

function inOrderOfFiles(mistakes: readonly PlanMistake[], texts: readonly PlanText[]): PlanMistake[] {
  const names = texts.map(({ file }) => file);
  return inOrder(mistakes).toSorted((a, b) => names.indexOf(a.file) - names.indexOf(b.file));
}

function isMistakes(data: PlanFile | readonly PlanMistake[]): data is readonly PlanMistake[] {
  return Array.isArray(data);
}

function combine(files: readonly ReadFile[]): Plan {
  const parts = files.map(({ data }) => data);
  const outcomes = parts.flatMap((part) => part.outcomes ?? []);
  return {
    source: sourceOf(files),
    milestones: parts.flatMap((part) => (part.milestones ?? []).map(toMilestone)),
    topics: parts.flatMap((part) => part.topics ?? []),
    groups: parts.flatMap((part) => part.groups ?? []),
    confirmations: parts.flatMap((part) => (part.confirmations ?? []).map(toConfirmation)),
    ...(outcomes.length > 0 && { outcomes }),
  };
}

/** A file that only says what happened needs no source of its own, since each of its entries has one. */
function sourceOf(files: readonly ReadFile[]): string {
  const { data, ground } = files.find(({ data: one }) => plansSomething(one)) ?? files.find((file) => file.data.source !== undefined) ?? files[0] ?? {};
  return data?.source ?? ground?.file ?? '';
}

type Entry<P extends 'milestones' | 'confirmations'> = NonNullable<PlanFile[P]>[number];

function toMilestone({ id, when: date, wording = date.wording, text, 'depends-on': dependsOn = [], source }: Entry<'milestones'>): Plan['milestones'][number] {
  return {
    id,
    when: date.when,
    ...(wording !== undefined && { wording }),
    text,
    dependsOn: [...new Set(dependsOn)],
    ...(source !== undefined && { source }),
  };
}

function toConfirmation({ milestone, when: date, wording = date.wording, source }: Entry<'confirmations'>): Plan['confirmations'][number] {
  return { milestone, when: date.when, ...(wording !== undefined && { wording }), source };
}
