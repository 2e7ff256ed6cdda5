import type { Block, Line } from '../chat/card.ts';
import type { Event } from '../core/store.ts';
import type { Words } from '../text/words.ts';

/** What each act is called. */
type Acts = Readonly<Record<string, string>>;

/** When something happened, what it was, and why: of what was loaded, its source. */
export function eventLine({ at, act, why }: Event, acts: Acts, { milestone }: Words): Line {
  const said = acts[act] ?? act;
  if (why === undefined || why === '') return [{ kind: 'time', at }, ` · ${said}`];
  return [{ kind: 'time', at }, ` · ${said}, ${act === 'imported' ? milestone.source(why) : milestone.why(why)}`];
}

/** What happened to something, under a heading; nothing where nothing did. */
export function historyBlocks(heading: string, events: readonly Event[], acts: Acts, words: Words): readonly Block[] {
  if (events.length === 0) return [];
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: events.map((event) => ({ text: eventLine(event, acts, words) })) },
  ];
}
