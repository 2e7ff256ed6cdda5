import type { Adapter, Doors, Log } from '../../chat/adapter.ts';
import { languageOf, wordsFor } from '../../text/words.ts';
import { complete } from './complete.ts';
import type { Reader } from './decode.ts';
import { readHistory, writeHistory } from './history.ts';
import { openKeyboard, type Streams } from './keyboard.ts';
import { converse, type Talk } from './talk.ts';

export type PromptSettings = Streams & {
  readonly reader: Reader;
  /** Where typed commands are remembered from start to start. */
  readonly historyFile: string;
  /** How wide the terminal is now. */
  readonly columns: () => number;
  readonly colours: boolean;
  /** Whether somebody sits there to type; else the prompt is not started. */
  readonly interactive: boolean;
  /** Called when the person leaves the prompt. */
  readonly left: () => void;
  readonly log: Log;
};

/** The prompt, and a way for others to write while somebody types. */
export type Prompt = Adapter & {
  /** Writes whole lines above the line that is being typed. */
  print(text: string): void;
};

/** A prompt at which commands are typed and forms are filled in. */
export function terminalPrompt(settings: PromptSettings): Prompt {
  let talk: Talk | undefined;
  let done: Promise<void> = Promise.resolve();
  let stopping = false;

  async function run(begun: Talk): Promise<void> {
    try {
      await converse(begun);
      if (!stopping) begun.keyboard.print(`${begun.words.surface.goodbye}\n`);
    } catch (error) {
      settings.log.error({ error }, 'the prompt ended');
    }
    begun.keyboard.close();
    if (!stopping) settings.left();
  }

  return {
    name: 'terminal',
    async start(doors) {
      if (!settings.interactive) return;
      talk = open(settings, doors);
      done = run(talk);
    },
    async stop() {
      stopping = true;
      talk?.keyboard.close();
      await done;
    },
    print(text) {
      if (talk === undefined) settings.output.write(text);
      else talk.keyboard.print(text);
    },
  };
}

function open(settings: PromptSettings, doors: Doors): Talk {
  const { input, output, reader, historyFile, columns, colours, log } = settings;
  const remember = (lines: readonly string[]): void => {
    try {
      writeHistory(historyFile, lines);
    } catch (error) {
      log.warn({ error }, 'what was typed at the prompt cannot be remembered');
    }
  };
  const keyboard = openKeyboard({ input, output, history: readHistory(historyFile), remember, complete: (line) => complete(line, talk.words, reader, doors) });
  const talk: Talk = { doors, keyboard, reader, columns, colours, log, choices: [], words: wordsFor(reader.language ?? languageOf(reader.locale) ?? 'en') };
  return talk;
}
