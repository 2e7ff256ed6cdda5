/** What each milestone waits for, by its id. */
export type Waits = ReadonlyMap<string, readonly string[]>;

/** A step on the way through what waits for what, with the one before it. */
type Step = { readonly id: string; readonly before?: Step };

/** The shortest way from a milestone through what it waits for back to itself, `m1 m2 m1`; undefined where there is none. */
export function circleThrough(id: string, waits: Waits): readonly string[] | undefined {
  const seen = new Set<string>();
  const steps: Step[] = [{ id }];
  for (const step of steps) {
    const ids = waits.get(step.id) ?? [];
    if (ids.includes(id)) return [...wayTo(step), id];
    const found = ids.filter((on) => !seen.has(on));
    for (const on of found) seen.add(on);
    steps.push(...found.map((on) => ({ id: on, before: step })));
  }
  return undefined;
}

function wayTo(step: Step): string[] {
  const way: string[] = [];
  for (let at: Step | undefined = step; at !== undefined; at = at.before) way.unshift(at.id);
  return way;
}
