import { PassThrough } from 'node:stream';
import { finished } from 'node:stream/promises';
import { terminalPrompt } from '../../../src/adapters/terminal/prompt.ts';
import type { TestHouse } from '../../support/house.ts';
import { Screen } from '../terminal/screen.ts';

const columns = 160;

/** A terminal with its prompt: keys go in, and what stands on the screen is awaited. */
export type Desk = {
  /** Starts the prompt, and waits until it asks for something. */
  start(): Promise<void>;
  /** Stops the prompt; who waits sees what stands there at the end. */
  stop(): Promise<void>;
  /** Types a line and waits until something is asked for again; resolves with the rows in between. */
  enter(line: string): Promise<readonly string[]>;
  /** Presses keys, and waits until the last row says this and stands so many rows further down; resolves with the rows that came. */
  keys(pressed: string, until: string, down?: number): Promise<readonly string[]>;
  /** In which row the cursor waits. */
  readonly row: () => number;
  /** Whether a field of a form is asked for, and no command. */
  readonly atField: () => boolean;
  /** The rows from one to where the cursor waits. */
  readonly rowsAfter: (row: number) => readonly string[];
};

/** Where the cursor waits: at the prompt of commands, or at a field. */
const waits = /^(?:is3c>| {2}>)/;

export function openDesk(house: TestHouse, reader: { readonly account: string; readonly zone: string; readonly locale: string }, historyFile: string): Desk {
  const screen = new Screen(columns);
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { columns });
  const watching = new Set<() => void>();
  let row = 0;
  let ended = false;

  const lookAgain = (): void => {
    for (const look of watching) look();
  };
  let looksSoon = false;
  output.on('data', (bytes: Buffer) => {
    screen.write(bytes.toString('utf8'));
    if (looksSoon) return;
    // An echo comes character by character, and nobody looks in between.
    looksSoon = true;
    setImmediate(() => {
      looksSoon = false;
      lookAgain();
    });
  });
  const settings = { columns: () => columns, colours: false, interactive: true, left: () => undefined, log: house.log };
  const prompt = terminalPrompt({ input, output, reader, historyFile, ...settings });

  const rows = (): readonly string[] => screen.rows;
  const places = (): readonly number[] => rows().flatMap((text, index) => (waits.test(text) ? [index] : []));

  /** The first row that is found, as soon as it is. */
  function until(find: () => number | undefined): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>();
    const look = (): void => {
      const found = find();
      if (found === undefined) return;
      watching.delete(look);
      resolve(found);
    };
    watching.add(look);
    look();
    return promise;
  }

  async function awaitPlace(before: number): Promise<void> {
    row = await until(() => (ended ? rows().length : places().slice(before).at(-1)));
  }

  return {
    async start() {
      await prompt.start(house.doors);
      await awaitPlace(0);
    },
    async stop() {
      await prompt.stop();
      if (ended) return;
      output.end();
      await finished(output);
      ended = true;
      lookAgain();
    },
    async enter(line) {
      const [before, from] = [places().length, row];
      input.write(`${line}\r`);
      await awaitPlace(before);
      return rows().slice(from + 1, row);
    },
    async keys(pressed, wanted, down = 0) {
      const from = rows().length;
      for (const key of pressed) input.write(key);
      row = await until(() => (rows().length >= from + down && rows().at(-1) === wanted ? rows().length - 1 : undefined));
      return rows().slice(from, row);
    },
    row: () => row,
    atField: () => rows()[row]?.startsWith('is3c>') === false,
    rowsAfter: (from) => rows().slice(from + 1, row),
  };
}
