/** How many interactions are remembered: more than a busy hour brings, in a few megabytes. */
const half = 25_000;

/** Remembers which interactions were taken, so that none is taken twice; the oldest half is forgotten when memory is full. */
export class Seen {
  #recent = new Set<string>();
  #older = new Set<string>();

  /** Whether this one is new; from now on it is not. */
  take(id: string): boolean {
    if (this.#recent.has(id) || this.#older.has(id)) return false;
    if (this.#recent.size >= half) {
      this.#older = this.#recent;
      this.#recent = new Set();
    }
    this.#recent.add(id);
    return true;
  }
}
