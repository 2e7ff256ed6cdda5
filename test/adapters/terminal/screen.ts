/** A terminal's screen, as far as readline drives one: what a person sees after all the movements of the cursor. */
export class Screen {
  readonly #columns: number;
  #rows: string[][] = [[]];
  /** The rows as text, until they are written on again. */
  #drawn: (string | undefined)[] = [];
  #row = 0;
  #column = 0;

  constructor(columns: number) {
    this.#columns = columns;
  }

  write(text: string): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of a terminal begin with one
    for (const [piece, count, letter] of text.matchAll(/\u001b\[(\d*)(?:;\d+)*([A-Za-z])|./gs)) {
      if (letter === undefined) this.#put(piece);
      else this.#move(letter, count === undefined || count === '' ? undefined : Number(count));
    }
  }

  /** The rows as they stand, without the empty ones at the end. */
  get text(): string {
    return this.rows.join('\n');
  }

  get rows(): readonly string[] {
    const rows = this.#rows.map((row, index) => (this.#drawn[index] ??= draw(row)));
    return rows.slice(0, rows.findLastIndex((row) => row !== '') + 1);
  }

  #put(character: string): void {
    if (character === '\r') this.#column = 0;
    else if (character === '\n') this.#next();
    else {
      if (this.#column >= this.#columns) this.#next();
      this.#line()[this.#column] = character;
      this.#column += 1;
    }
  }

  #next(): void {
    this.#row += 1;
    this.#column = 0;
    this.#line();
  }

  #line(): string[] {
    while (this.#rows.length <= this.#row) this.#rows.push([]);
    this.#drawn[this.#row] = undefined;
    return this.#rows[this.#row] ?? [];
  }

  #move(letter: string, count = 1): void {
    if (letter === 'A') this.#row = Math.max(0, this.#row - count);
    if (letter === 'B') this.#row += count;
    if (letter === 'C') this.#column = Math.min(this.#columns - 1, this.#column + count);
    if (letter === 'D') this.#column = Math.max(0, this.#column - count);
    if (letter === 'G') this.#column = count - 1;
    if (letter === 'J') {
      this.#rows.splice(this.#row + 1);
      this.#drawn.splice(this.#row + 1);
    }
    if (letter === 'J' || letter === 'K') this.#line().splice(this.#column);
  }
}

function draw(row: readonly (string | undefined)[]): string {
  return Array.from(row, (character) => character ?? ' ')
    .join('')
    .trimEnd();
}
