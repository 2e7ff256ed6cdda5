import { type Block, note, paragraph } from '../chat/card.ts';
import { type Invocation, isCarried } from '../chat/invocation.ts';
import type { Words } from '../text/words.ts';

/** A button's options as far as every platform carries them: what is too long is left out, the longest first. */
export function carried(command: string, options: Readonly<Record<string, string | undefined>>): Invocation {
  const given = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const invoke = { command, options: Object.fromEntries(given) };
  if (given.length === 0 || isCarried(invoke)) return invoke;
  const longest = given.reduce((one, other) => (other[1].length > one[1].length ? other : one));
  return carried(command, Object.fromEntries(given.filter((one) => one !== longest)));
}

/** Nothing typed is lost: it stands there until it is recorded. */
export function typedBlocks(text: string | undefined, goesAlong: boolean, { update }: Words): readonly Block[] {
  if (text === undefined) return [];
  return [paragraph({ kind: 'bold', text: update.yourText }), { kind: 'quote', text }, ...(goesAlong ? [] : [note(update.pasteIt)])];
}
