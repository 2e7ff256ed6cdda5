import { type Ground, mistakeAt, type Path, type PlanMistake } from './mistake.ts';
import type { Outline } from './plan-file.ts';

/** What is known of a file, sound in itself or not. */
export type OutlinedFile = { readonly outline: Outline; readonly ground: Ground };

/** A milestone that is on record already: a file may confirm it, or name one that depends on it. */
export type Known = { readonly id: string; readonly dependsOn: readonly string[] };

/** An id, and where it is written. */
type Named = { readonly id: string; readonly ground: Ground; readonly path: Path };

/**
 * What is wrong with the files together: ids that repeat, ids that nobody has, and milestones that wait for each other. While the id of a
 * milestone cannot be read, nobody can say which ids nobody has.
 */
export function checkPlan(files: readonly OutlinedFile[], known: readonly Known[]): PlanMistake[] {
  const milestones = named(files, 'milestones', ({ id }) => id);
  const all = new Set([...known, ...milestones].map(({ id }) => id));
  const topics = named(files, 'topics', ({ id }) => id);
  const groups = named(files, 'groups', ({ id }) => id);
  const confirmed = named(files, 'confirmations', ({ milestone }) => milestone);
  const settled = named(files, 'outcomes', ({ milestone }) => milestone);
  return [
    ...repeated(milestones, (id) => `another milestone is ${id} already`),
    ...repeated(topics, (id) => `another topic is ${id} already`),
    ...repeated(groups, (id) => `another group is ${id} already`),
    ...repeated(confirmed, (id) => `${id} is confirmed twice`),
    ...repeated(settled, (id) => `${id} has two outcomes`),
    ...(isComplete(files) ? unknown([...confirmed, ...settled, ...dependencies(files)], all) : []),
    ...cycle(files, known),
    ...sources(files),
  ];
}

function isComplete(files: readonly OutlinedFile[]): boolean {
  return files.every(({ outline: { milestones = [] } }) => milestones.every(({ id }) => id !== undefined));
}

type Part = Exclude<keyof Outline, 'source'>;
type EntryOf<P extends Part> = NonNullable<Outline[P]>[number];

function named<P extends Part>(files: readonly OutlinedFile[], part: P, idOf: (entry: EntryOf<P>) => string | undefined): Named[] {
  return files.flatMap(({ outline, ground }) => {
    const entries: readonly EntryOf<P>[] = outline[part] ?? [];
    return entries.flatMap((entry, index) => {
      const id = idOf(entry);
      return id === undefined ? [] : [{ id, ground, path: [part, index, part === 'confirmations' || part === 'outcomes' ? 'milestone' : 'id'] }];
    });
  });
}

function repeated(entries: readonly Named[], say: (id: string) => string): PlanMistake[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id, ground, path }) => {
    const again = seen.has(id);
    seen.add(id);
    return again ? [mistakeAt(ground, path, say(id))] : [];
  });
}

function dependencies(files: readonly OutlinedFile[]): Named[] {
  return files.flatMap(({ outline, ground }) =>
    (outline.milestones ?? []).flatMap(({ 'depends-on': ids = [] }, index) =>
      ids.map((id, at) => ({ id, ground, path: ['milestones', index, 'depends-on', at] })),
    ),
  );
}

function unknown(entries: readonly Named[], all: ReadonlySet<string>): PlanMistake[] {
  return entries.filter(({ id }) => !all.has(id)).map(({ id, ground, path }) => mistakeAt(ground, path, `there is no milestone ${id}`));
}

/** The first circle of milestones that wait for each other, so that none could ever be decided. What a file says of a milestone replaces what is on record. */
function cycle(files: readonly OutlinedFile[], known: readonly Known[]): PlanMistake[] {
  const waits = new Map(known.map(({ id, dependsOn }) => [id, dependsOn]));
  const places = new Map<string, Named>();
  for (const place of named(files, 'milestones', ({ id }) => id)) places.set(place.id, place);
  for (const { id, 'depends-on': ids = [] } of files.flatMap(({ outline }) => outline.milestones ?? [])) if (id !== undefined) waits.set(id, ids);
  const circle = circleIn(waits);
  const place = circle.map((id) => places.get(id)).find((named) => named !== undefined);
  if (place === undefined) return [];
  return [mistakeAt(place.ground, place.path, `waits for itself: ${[...circle, circle[0]].join(' depends on ')}`)];
}

/** Takes away, again and again, what waits for nothing that is left; whatever stays leads into a circle. */
function circleIn(waits: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Map([...waits].map(([id, ids]) => [id, new Set(ids.filter((on) => waits.has(on)))]));
  const waiters = waitersOf(left);
  const free = [...left].filter(([, ids]) => ids.size === 0).map(([id]) => id);
  for (const id of free) {
    left.delete(id);
    free.push(...(waiters.get(id) ?? []).filter((waiter) => freed(left.get(waiter), id)));
  }
  return walk(left);
}

function waitersOf(waits: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string[]> {
  const pairs = [...waits].flatMap(([id, ids]) => [...ids].map((on) => ({ id, on })));
  return new Map([...Map.groupBy(pairs, ({ on }) => on)].map(([on, found]) => [on, found.map(({ id }) => id)]));
}

/** Whether nothing is left to wait for once this one is gone. */
function freed(waitsFor: Set<string> | undefined, gone: string): boolean {
  waitsFor?.delete(gone);
  return waitsFor?.size === 0;
}

function walk(left: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const path: string[] = [];
  let [id] = left.keys();
  while (id !== undefined && !path.includes(id)) {
    path.push(id);
    [id] = left.get(id) ?? [];
  }
  return id === undefined ? [] : path.slice(path.indexOf(id));
}

/** One import has one source, which stands in the record as the reason. */
function sources(files: readonly OutlinedFile[]): PlanMistake[] {
  const planning = files.filter(({ outline }) => plansSomething(outline));
  const [first] = planning;
  return planning.flatMap(({ outline: { source }, ground }) => {
    if (source === undefined) return [mistakeAt(ground, ['source'], 'is missing: say who published this plan')];
    return source === first?.outline.source || first?.outline.source === undefined
      ? []
      : [mistakeAt(ground, ['source'], `is not that of ${first.ground.file}; import the two one after the other`)];
  });
}

export function plansSomething({ milestones = [], topics = [], groups = [] }: Outline): boolean {
  return milestones.length + topics.length + groups.length > 0;
}
