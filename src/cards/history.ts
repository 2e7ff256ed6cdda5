import { act, type Button, type Card, card } from '../chat/card.ts';
import type { Actor } from '../core/member.ts';
import type { Event } from '../core/store.ts';
import type { Words } from '../text/words.ts';
import { eventLine, type Telling } from './event-lines.ts';
import { showGroupButton } from './membership.ts';
import { showButton } from './milestone-lines.ts';
import { pageButtons } from './pages.ts';
import { showProposalButton } from './proposal.ts';

/** What has a history, by the letters of its id. */
const kinds = ['m', 't', 'p', 'wg'] as const;
export type HistoryKind = (typeof kinds)[number];

/** Where the words of each kind stand. */
const sections = { m: 'milestone', t: 'topic', p: 'proposal', wg: 'group' } as const satisfies Record<HistoryKind, keyof Words>;

/** The kind of object that an id names; undefined for what has no history. */
export function historyKind(id: string): HistoryKind | undefined {
  return kinds.find((kind) => new RegExp(`^${kind}\\d{1,9}$`).test(id));
}

/** A page of the history of something. */
export type HistoryShown = {
  readonly of: string;
  readonly kind: HistoryKind;
  readonly events: readonly Event[];
  readonly skip: number;
  readonly size: number;
  readonly more: boolean;
};

/** All that happened to something, page by page. */
export function historyCard({ of, kind, events, ...page }: HistoryShown, { visitor }: Actor, words: Words): Card {
  const telling: Telling = { heading: words[sections[kind]].history, people: !visitor };
  return card(words, {
    title: `${of} · ${telling.heading}`,
    blocks: [{ kind: 'list', items: events.map((event) => ({ text: eventLine(event, telling, words) })) }],
    buttons: [...pageButtons(page, { command: 'history', options: { of } }, { back: words.update.newer, more: words.update.older }), showIt(of, kind, words)],
  });
}

function showIt(id: string, kind: HistoryKind, words: Words): Button {
  switch (kind) {
    case 'm':
      return showButton(id, words);
    case 't':
      return act(words.topic.show(id), 'topic', { topic: id });
    case 'p':
      return showProposalButton(id, words);
    case 'wg':
      return showGroupButton({ id }, words);
  }
}
