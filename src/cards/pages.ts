import { act, type Block, type Button, note } from '../chat/card.ts';
import type { Invocation } from '../chat/invocation.ts';
import type { Words } from '../text/words.ts';

/** Where a page of a list begins, how many entries each has, and whether more follow it. */
type Page = { readonly skip: number; readonly size: number; readonly more: boolean };

/** What the pages beside one are called. */
type Names = { readonly back: string; readonly more: string };

/** Buttons to the pages beside one of a list. */
export function pageButtons({ skip, size, more }: Page, { command, options }: Invocation, names: Names): readonly Button[] {
  const turn = (label: string, to: number): Button => act(label, command, { ...options, skip: String(to) });
  return [...(skip > 0 ? [turn(names.back, Math.max(0, skip - size))] : []), ...(more ? [turn(names.more, skip + size)] : [])];
}

/** Which part of a list a page shows, where it does not show all of it. */
export function pageNote(
  { skip, shown, total }: Pick<Page, 'skip'> & { readonly shown: number; readonly total: number },
  { timeline }: Words,
): readonly Block[] {
  return shown === 0 || shown === total ? [] : [note(timeline.shown(skip + 1, skip + shown, total))];
}
