import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Plan, planOf } from '../core/plan.ts';
import type { Store } from '../core/store.ts';
import { toEdtf } from '../core/when.ts';
import { PlanMistakes } from './mistake.ts';
import { largestFile } from './parse-yaml.ts';
import type { PlanText } from './read-plan.ts';

/** Writes the plan and the record as files that an import reads, and answers their paths. Throws `PlanMistakes` rather than write over anything, or nothing. */
export async function exportRecord(store: Pick<Store, 'readPlan'>, folder: string): Promise<string[]> {
  const plan = planOf(await store.readPlan());
  if (plan.milestones.length + plan.topics.length + plan.groups.length === 0) throw new PlanMistakes(['The record is empty: there is nothing to export.']);
  const files = writePlan(plan).map(({ file, text }) => ({ path: join(folder, file), text }));
  const taken = files.filter(({ path }) => existsSync(path));
  if (taken.length > 0) throw new PlanMistakes(taken.map(({ path }) => `${path} is there already: name a folder that is new or empty.`));
  try {
    mkdirSync(folder, { recursive: true });
    for (const { path, text } of files) writeWhole(path, text);
  } catch (error) {
    throw new PlanMistakes([`${folder}: nothing can be written there: ${error instanceof Error ? error.message : String(error)}`]);
  }
  return files.map(({ path }) => path);
}

/** A file under its own name is always whole. */
function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

/** A plan as the texts of its files, which together read back as the same plan. */
export function writePlan(plan: Plan): PlanText[] {
  return [...written('plan', planPieces(plan)), ...written('record', recordPieces(plan))];
}

/** Entries of one list, each under the key of its list, in the order of the file. */
type Entry = { readonly list: string; readonly value: object };

type Piece = { readonly source?: string; readonly entries: readonly Entry[] };

function planPieces({ source, milestones, topics, groups }: Plan): Piece {
  const entries = [
    ...milestones.map(({ dependsOn, when, ...rest }) => entry('milestones', { ...rest, when: toEdtf(when), 'depends-on': dependsOn })),
    ...topics.map((topic) => entry('topics', topic)),
    ...groups.map((group) => entry('groups', group)),
  ];
  return { source, entries };
}

function recordPieces({ confirmations, outcomes = [] }: Plan): Piece {
  const entries = [
    ...confirmations.map(({ when, ...rest }) => entry('confirmations', { ...rest, when: toEdtf(when) })),
    ...outcomes.map((outcome) => entry('outcomes', outcome)),
  ];
  return { entries };
}

const order = ['id', 'milestone', 'state', 'when', 'wording', 'name', 'text', 'dated', 'depends-on', 'source'];

/** The keys in the order in which a plan is written by hand; what is empty is left out. */
function entry(list: string, facts: object): Entry {
  const filled = Object.entries(facts).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return { list, value: Object.fromEntries(filled.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))) };
}

/** As one file, or, where that would be too large to be read, as several of half the entries each. */
function written(name: string, piece: Piece): PlanText[] {
  if (piece.entries.length === 0 && name !== 'plan') return [];
  return split(piece).map((text, index) => ({ file: `${name}${index === 0 ? '' : `-${index + 1}`}.yaml`, text }));
}

function split(piece: Piece): string[] {
  const text = writeYaml(piece);
  const { entries } = piece;
  if (entries.length < 2 || Buffer.byteLength(text) <= largestFile) return [text];
  const middle = Math.ceil(entries.length / 2);
  return [...split({ ...piece, entries: entries.slice(0, middle) }), ...split({ ...piece, entries: entries.slice(middle) })];
}

function writeYaml({ source, entries }: Piece): string {
  const lists = Object.groupBy(entries, ({ list }) => list);
  const parts = Object.entries(lists).map(([list, found = []]) => [list, found.map(({ value }) => value)]);
  return stringify({ ...(source !== undefined && { source }), ...Object.fromEntries(parts) }, { lineWidth: 120, aliasDuplicateObjects: false });
}
