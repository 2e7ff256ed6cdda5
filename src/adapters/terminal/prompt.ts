import type { Adapter, Doors, Log, Posted, Posting } from '../../chat/adapter.ts';
import { languageOf, wordsFor } from '../../text/words.ts';
import { complete } from './complete.ts';
import { place, type Reader, space } from './decode.ts';
import { readHistory, writeHistory } from './history.ts';
import { openKeyboard, type Streams } from './keyboard.ts';
import { converse, printCard, type Talk } from './talk.ts';

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

/** Nobody sits here, or somebody else does. */
const nobody: Posted = { kind: 'closed', problem: 'nobody there' };

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
    talk = undefined;
    begun.keyboard.close();
    if (!stopping) settings.left();
  }

  async function post({ to, card }: Posting): Promise<Posted> {
    if (talk === undefined || !isRead(to, settings.reader)) return nobody;
    printCard(card, talk);
    return { kind: 'sent', reference: place.channel };
  }

  return {
    name: 'terminal',
    platform: 'terminal',
    post,
    // Of what a crash broke off, nothing stands on the screen any more.
    resume: async ({ card, ...posting }) => (card === undefined ? { kind: 'absent' } : post({ ...posting, card })),
    // What is printed stays: the card is printed as it stands now.
    edit: (_reference, posting) => post(posting),
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

function isRead(to: Posting['to'], { account }: Reader): boolean {
  return to.kind === 'person' ? to.account === account : to.space === space && to.channel === place.channel;
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
