import { closest, distance } from 'fastest-levenshtein';

/** The name nearest to what was typed, when it is near enough to be a slip of the fingers. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const said = typed.toLowerCase().slice(0, 60);
  const name = names.length === 0 ? undefined : closest(said, [...names]);
  if (name === undefined) return undefined;
  return distance(said, name) <= Math.max(1, Math.floor(name.length / 3)) || letters(said) === letters(name) ? name : undefined;
}

/** Two neighbours that changed places are one slip, which a distance counts as two. */
function letters(word: string): string {
  return [...word].sort().join('');
}
