/** Numbers from 0 to 1 that a seed brings again in the same order. */
export type Chance = () => number;

/** Mulberry32, by Tommy Ettinger. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function below(chance: Chance, limit: number): number {
  return Math.floor(chance() * limit);
}

export function oneOf<One>(chance: Chance, all: readonly One[]): One {
  const one = all[below(chance, all.length)];
  if (one === undefined) throw new Error('there is nothing to choose from');
  return one;
}
