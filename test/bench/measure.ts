import { performance } from 'node:perf_hooks';

export type Slice = { readonly perSecond: number; readonly p50: number; readonly p99: number };

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function quartile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** How many times as many answers a second as in the slice of the same round beside it. */
export function ratios(slices: readonly Slice[], beside: readonly Slice[]): readonly number[] {
  return slices.map(({ perSecond }, round) => perSecond / (beside[round]?.perSecond ?? Number.NaN));
}

/** The median over the rounds. */
export function middle(slices: readonly Slice[], of: (one: Slice) => number): number {
  return quartile(slices.map(of), 0.5);
}

/** How much is under way at any moment. */
export const abreast = 16;

/** Does something for so many milliseconds, each as soon as an earlier one has ended; it answers how long it took. */
export async function sliceOf(one: () => Promise<number>, milliseconds: number): Promise<Slice> {
  const times: number[] = [];
  const from = performance.now();
  const walk = async (): Promise<void> => {
    while (performance.now() - from < milliseconds) times.push(await one());
  };
  await Promise.all(Array.from({ length: abreast }, walk));
  const taken = performance.now() - from;
  return { perSecond: (times.length * 1000) / taken, p50: quartile(times, 0.5), p99: quartile(times, 0.99) };
}

/** What one run of the bench knows. */
export type Run = {
  readonly rounds: number;
  /** Of a slice. */
  readonly milliseconds: number;
  readonly serverUrl: string | undefined;
  /** For this run alone. */
  readonly folder: string;
  /** To be called before the run ends. */
  later(end: () => Promise<unknown>): void;
};

/** Lets slices rotate between the rows: to and fro, so that no row always follows the same one. */
export async function rotate<Row extends { readonly slices: Slice[] }>(rows: readonly Row[], rounds: number, one: (row: Row) => Promise<Slice>): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const row of round % 2 === 0 ? rows : rows.toReversed()) row.slices.push(await one(row));
  }
}
