import { type AsyncCompleter, clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline';
import { historySize } from './history.ts';

export type Typed = { readonly kind: 'line'; readonly text: string } | { readonly kind: 'interrupt' } | { readonly kind: 'end' };

/** The streams of a terminal; tests bring their own. */
export type Streams = { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };

type Settings = Streams & {
  /** Completion of what is typed as a command. */
  readonly complete: (line: string) => Promise<[string[], string]>;
  /** The newest first. */
  readonly history: readonly string[];
  /** Called with what is to be remembered, the newest first, after each command. */
  readonly remember: (lines: readonly string[]) => void;
};

type Question = {
  /** A command: it is remembered and completed. Fields of forms are neither. */
  readonly command: boolean;
  /** Stands in the line already, to be edited. */
  readonly put?: string;
};

export type Keyboard = {
  /** Waits for a line, Ctrl-C or the end. What was typed ahead answers first. */
  ask(question: string, how: Question): Promise<Typed>;
  /** Writes text above the line that is being typed. */
  print(text: string): void;
  close(): void;
};

/** A line editor over node:readline that answers one question after the other. */
export function openKeyboard(settings: Settings): Keyboard {
  const { input, output } = settings;
  let asking: (Question & { readonly answer: (typed: Typed) => void }) | undefined;
  let ahead: Typed[] = [];
  let closed = false;
  let kept = [...settings.history];

  const completer: AsyncCompleter = (line, done) => {
    const nothing = (): void => done(null, [[], line]);
    if (asking?.command !== true) nothing();
    else void settings.complete(line).then((found) => done(null, found), nothing);
  };
  const editor = createInterface({ input, output, terminal: true, history: kept, historySize, removeHistoryDuplicates: true, completer });

  const hear = (typed: Typed): void => {
    const answer = asking?.answer;
    asking = undefined;
    // What is typed ahead stands alone, until it is asked for.
    editor.setPrompt('');
    if (answer === undefined) ahead.push(typed);
    else answer(typed);
  };
  editor.on('history', (lines) => {
    if (asking?.command !== true) {
      lines.splice(0, lines.length, ...kept);
      return;
    }
    kept = [...lines];
    settings.remember(kept);
  });
  editor.on('line', (text) => hear({ kind: 'line', text }));
  editor.on('SIGINT', () => {
    ahead = [];
    emptyLine(editor);
    output.write('^C\n');
    hear({ kind: 'interrupt' });
  });
  editor.on('close', () => {
    closed = true;
    output.write('\n');
    hear({ kind: 'end' });
  });

  return {
    ask(question, how) {
      const typed = ahead.shift();
      if (typed !== undefined) return Promise.resolve(typed);
      if (closed) return Promise.resolve({ kind: 'end' });
      return new Promise((answer) => {
        asking = { ...how, answer };
        editor.setPrompt(question);
        editor.prompt(true);
        if (how.put !== undefined) editor.write(how.put);
      });
    },
    print(text) {
      if (closed) output.write(text);
      else printAbove(editor, output, text);
    },
    close: () => editor.close(),
  };
}

/** There is no public way to empty the line but to press the keys: to its end, then back to its beginning. */
function emptyLine(editor: Interface): void {
  editor.write(null, { ctrl: true, name: 'e' });
  editor.write(null, { ctrl: true, name: 'u' });
}

function printAbove(editor: Interface, output: NodeJS.WritableStream, text: string): void {
  moveCursor(output, 0, -editor.getCursorPos().rows);
  cursorTo(output, 0);
  clearScreenDown(output);
  output.write(text);
  // Readline goes up as many rows as it last drew, so it gets them.
  output.write('\n'.repeat(rowsDrawn(editor)));
  editor.prompt(true);
}

/** How far below its prompt readline believes the cursor to be; where a line was pasted, that is less than it really is. */
function rowsDrawn(editor: Interface): number {
  return 'prevRows' in editor && typeof editor.prevRows === 'number' ? editor.prevRows : editor.getCursorPos().rows;
}
