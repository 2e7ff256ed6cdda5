import { randomUUID } from 'node:crypto';
import type { Doors } from '../../chat/adapter.ts';
import type { Interaction } from '../../chat/interaction.ts';
import { decodeInvocation, type Invocation } from '../../chat/invocation.ts';
import { slashCommand } from '../../text/slash.ts';

/** Whoever sits at the terminal, and what the terminal tells of them. */
export type Reader = {
  /** `terminal:operator`, `terminal:alice`. */
  readonly account: Interaction['sender'];
  /** An IANA zone. */
  readonly zone: string;
  /** A BCP-47 tag. */
  readonly locale?: string;
  /** The language asked for with a flag. */
  readonly language?: Interaction['language'];
};

/** A terminal is one space with one channel. */
export const space = 'terminal:local';
export const place = { kind: 'channel', channel: 'prompt' } as const;

/** One thing that a reader did. A terminal has no admins: the operator is a coordinator, and the others are whoever they say they are. */
export function interactionOf({ account, zone, locale, language }: Reader, invoke: Invocation): Interaction {
  return {
    id: randomUUID(),
    sender: account,
    space,
    place,
    standing: 'none',
    zone,
    ...(locale !== undefined && { locale }),
    ...(language !== undefined && { language }),
    // A line that is sent again has another key, so none is given up while it may yet be recorded.
    waits: true,
    invoke,
  };
}

/** A line without the slash command, however the deployment calls it; the program's own name stands for it too. */
export function withoutSlash(line: string): string {
  return line.replace(new RegExp(`^\\s*/?(?:${slashCommand().slice(1)}|is3c)(?=\\s|$)`, 'i'), '').replace(/^\s*\/(?=\S)/, '');
}

/** What a typed line asks for: a command with or without `/is3c` before it, or a button's encoded invocation. */
export function decodeLine(line: string, read: Doors['readSpelled']): Invocation {
  const said = withoutSlash(line);
  return decodeInvocation(said.trim().replace(/^'(.*)'$/s, '$1')) ?? read(said);
}

/** What words of a command line ask for; the shell has taken their quotation marks away. */
export function decodeWords(words: readonly string[], read: Doors['readSpelled']): Invocation {
  const [only] = words;
  return decodeLine(words.length === 1 && only !== undefined ? only : words.map(quoted).join(' '), read);
}

/** A line has no way to say a quotation mark inside quotation marks, so it becomes a single one. */
function quoted(word: string): string {
  return word === '' || /\s/.test(word) ? `"${word.replace(/["“”„«»‟＂]/g, "'")}"` : word;
}

/** The BCP-47 tag in a POSIX locale such as `fr_FR.UTF-8`; undefined for `C` and `POSIX`, which name no language. */
export function localeOf(posix: string | undefined): string | undefined {
  const tag = posix?.split(/[.@]/)[0]?.replaceAll('_', '-') ?? '';
  try {
    return /^[a-z]{2,3}(-|$)/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The zone as `Intl` knows it; UTC for one that this program does not know. */
export function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
