import { closest, distance } from 'fastest-levenshtein';

/** The name nearest to what was typed, when it is near enough to be a slip of the fingers, or the only one of which it is the beginning. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const said = typed.toLowerCase().slice(0, 60);
  return said.length < fewest ? undefined : nearestTo(said, names);
}

function nearestTo(said: string, names: readonly string[]): string | undefined {
  const [begun, other] = said.length < shortest ? [] : names.filter((one) => one.startsWith(said));
  if (begun !== undefined && other === undefined) return begun;
  const swapped = names.find((name) => letters(said) === letters(name));
  const name = swapped ?? (names.length === 0 ? undefined : closest(said, [...names]));
  if (name === undefined || name === swapped) return name;
  return distance(said, name) <= Math.max(1, Math.floor(name.length / 3)) ? name : undefined;
}

/** Fewer letters are near to anything that is short, and most often a word of their own: "le", "is". */
const fewest = 3;

/** Fewer letters begin too many words. */
const shortest = 4;

/** Two neighbours that changed places are one slip, which a distance counts as two. */
function letters(word: string): string {
  return [...word].sort().join('');
}
