/** Longer ones are no slip of the fingers. */
const longest = 40;

/** The known key that somebody most likely meant; undefined when none is near. */
export function nearestKey(typed: string, known: readonly string[]): string | undefined {
  if (typed.length > longest) return undefined;
  const said = typed.toLowerCase().replaceAll('_', '-');
  const ranked = known.map((key) => ({ key, far: distance(said, key) })).toSorted((a, b) => a.far - b.far);
  return ranked.find(({ key, far }) => far <= slips(key))?.key;
}

/** Two letters in the wrong order are two slips. */
function slips(key: string): number {
  return key.length < 4 ? 1 : Math.max(2, Math.floor(key.length / 3));
}

/** How many letters to add, drop or replace to get from one word to the other (Levenshtein). */
function distance(from: string, to: string): number {
  const start = Array.from({ length: to.length + 1 }, (_, index) => index);
  return [...from].reduce((row, letter) => nextRow(row, letter, to), start).at(-1) ?? 0;
}

function nextRow(row: readonly number[], letter: string, to: string): number[] {
  const next = [(row[0] ?? 0) + 1];
  for (const [at, other] of [...to].entries()) {
    const replaced = (row[at] ?? 0) + (other === letter ? 0 : 1);
    next.push(Math.min(replaced, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
  }
  return next;
}
