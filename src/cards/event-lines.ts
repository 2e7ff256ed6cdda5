import { act, type Block, type Button, type Line, listed, note } from '../chat/card.ts';
import { groupActs, readClosing } from '../core/group.ts';
import type { Event } from '../core/store.ts';
import type { Words } from '../text/words.ts';
import { changedFacts } from './changed-facts.ts';
import { mentionOf } from './people-lines.ts';

/** How a history is told. People are mentioned to those alone who may see them. */
export type Telling = { readonly heading: string; readonly people: boolean };

/** When something happened, what it was, who took an office by it, and why: of what was loaded, its source; of a milestone, what was there before. */
export function eventLine(event: Event, { people }: Pick<Telling, 'people'>, words: Words): Line {
  const { acts, surface } = words;
  const { at, act, taker, why } = event;
  const said = acts[act];
  const who: Line = people && taker !== undefined ? [` · ${surface.labelled(said)} `, mentionOf({ accounts: taker }, words)] : [` · ${said}`];
  const reason = why === undefined || why === '' ? [] : [`, ${because(act, why, words)}`];
  const changed = /^m\d+$/.test(event.object) ? changedFacts(event, words).map((fact) => ` · ${fact}`) : [];
  return [{ kind: 'time', at }, ...who, ...reason, ...changed];
}

function because(act: string, why: string, { milestone, membership, surface }: Words): string {
  if (act === 'imported') return milestone.source(why);
  if (act !== groupActs.conclude) return milestone.why(why);
  const { outcome, left } = readClosing(why);
  const came = `${surface.labelled(milestone.fields.outcome)} ${outcome}`;
  return left === '' ? came : `${came} · ${surface.labelled(membership.staysOpen)} ${left}`;
}

/** As many lines of a history as stand on the card of what it is about. */
const shortHistory = 5;

/** The newest of what happened to something, under a heading, and that there is more; nothing where nothing did. */
export function historyBlocks(events: readonly Event[], telling: Telling, words: Words): readonly Block[] {
  const items = events.slice(0, shortHistory).map((event) => ({ text: eventLine(event, telling, words) }));
  return [...listed(telling.heading, items), ...(events.length > shortHistory ? [note(words.milestone.historyBefore)] : [])];
}

/** The way to what a card leaves out of a history. */
export function historyButtons(of: string, events: readonly Event[], { milestone }: Words): readonly Button[] {
  return events.length > shortHistory ? [act(milestone.wholeHistory, 'history', { of })] : [];
}
