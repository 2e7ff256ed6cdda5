import { PassThrough } from 'node:stream';
import { type Prompt, terminalPrompt } from '../../../src/adapters/terminal/prompt.ts';
import type { TestHouse } from '../../support/house.ts';
import { Screen } from '../terminal/screen.ts';

const columns = 160;

/** A terminal with its prompt: keys go in, and what stands on the screen is awaited. */
export type Desk = {
  readonly prompt: Prompt;
  /** Waits until the prompt asks for something. */
  begin(): Promise<void>;
  /** Types a line and waits until something is asked for again; resolves with the rows in between. */
  enter(line: string): Promise<readonly string[]>;
  /** Presses keys, and waits until the last row says this; resolves with the rows that came. */
  keys(pressed: string, until: string): Promise<readonly string[]>;
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

  output.on('data', (bytes: Buffer) => {
    screen.write(bytes.toString('utf8'));
    for (const look of watching) look();
  });
  const settings = { columns: () => columns, colours: false, interactive: true, left: () => undefined, log: house.log };
  const prompt = terminalPrompt({ input, output, reader, historyFile, ...settings });

  const rows = (): readonly string[] => screen.text.split('\n');
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
    row = await until(() => (places().length > before ? places().at(-1) : undefined));
  }

  return {
    prompt,
    begin: () => awaitPlace(0),
    async enter(line) {
      const [before, from] = [places().length, row];
      input.write(`${line}\r`);
      await awaitPlace(before);
      return rows().slice(from + 1, row);
    },
    async keys(pressed, wanted) {
      const from = rows().length;
      for (const key of pressed) input.write(key);
      row = await until(() => (rows().length > from && rows().at(-1) === wanted ? rows().length - 1 : undefined));
      return rows().slice(from, row);
    },
    row: () => row,
    atField: () => rows()[row]?.startsWith('is3c>') === false,
    rowsAfter: (from) => rows().slice(from + 1, row),
  };
}
