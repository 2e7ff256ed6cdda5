import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../core/plan.ts';
import type { Known } from './check-plan.ts';
import { type PlanMistake, PlanMistakes, sayMistakes } from './mistake.ts';
import { largestFile } from './parse-yaml.ts';
import { type PlanReading, type PlanText, readPlans } from './read-plan.ts';

const seeds = join(import.meta.dirname, '..', '..', 'prisma', 'seed');

/** The names that stand for what is shipped: the coalition's plan, and what public records say happened. */
const shipped: ReadonlyMap<string, string> = new Map([
  ['plan', join(seeds, 'plan.yaml')],
  ['record', join(seeds, 'record.yaml')],
]);

/** The plan that `IS3C_PLAN` names: the reserved names, or paths, with commas between. Throws `PlanMistakes`. */
export function choosePlan(chosen: string): Plan {
  const names = [...new Set(chosen.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  if (names.length === 0) throw new PlanMistakes(['IS3C_PLAN: names no plan; it should be plan, plan,record or the path of a plan, such as plan.yaml.']);
  if (names.every((name) => name === 'record'))
    throw new PlanMistakes(['IS3C_PLAN: record says what happened to a plan, and none is named; it should be plan,record.']);
  return accept(readFiles(names.map((name) => ({ file: name, path: shipped.get(name) ?? name }))), 'IS3C_PLAN: ');
}

/** The plan that files make together; `known` are the milestones on record. Throws `PlanMistakes`. */
export function openPlan(paths: readonly string[], known: readonly Known[]): Plan {
  return accept(
    readFiles(
      paths.map((path) => ({ file: path, path })),
      known,
    ),
  );
}

type Place = { readonly file: string; readonly path: string };

function readFiles(places: readonly Place[], known?: readonly Known[]): PlanReading {
  const texts = places.map(readText);
  const mistakes = texts.filter((text) => 'said' in text);
  return mistakes.length > 0
    ? { mistakes }
    : readPlans(
        texts.filter((text) => 'text' in text),
        known,
      );
}

/** Looks before reading, so that neither a folder nor an endless device is read. */
function readText({ file, path }: Place): PlanText | PlanMistake {
  const refuse = (said: string): PlanMistake => ({ file, path: '', said });
  try {
    const found = statSync(path);
    if (!found.isFile()) return refuse('this is no file; name a plan such as plan.yaml');
    if (found.size > largestFile) return refuse('the file is larger than 1 MB, which no plan is');
    return { file, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path)) };
  } catch (error) {
    return refuse(unreadable(error));
  }
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'this file may not be read by the program';
  return code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'the file is not written in UTF-8; save it as UTF-8' : 'the file cannot be read';
}

/** A plan without a mistake; `asked` is what named it, and stands before each line. */
function accept(reading: PlanReading, asked = ''): Plan {
  if ('plan' in reading) return reading.plan;
  throw new PlanMistakes(sayMistakes(reading.mistakes).map((line) => `${asked}${line}`));
}
