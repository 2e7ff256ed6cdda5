import type { Block, Card } from '../chat/card.ts';
import type { Outlook } from '../core/milestone.ts';
import type { SpaceFacts } from '../core/store.ts';
import { outlookBlocks, type View } from './outlook.ts';

/** A short personal home: what is next, what waits for the reader, three buttons. */
export function homeCard(outlook: Outlook, waitingSpaces: readonly SpaceFacts[], view: View): Card {
  const { words } = view;
  const act = (label: string, command: string) => ({ kind: 'act', label, invoke: { command, options: {} } }) as const;
  return {
    kind: 'card',
    language: words.language,
    title: words.home.title,
    tone: 'plain',
    blocks: [...outlookBlocks(outlook, view), ...waiting(waitingSpaces, view)],
    buttons: [act(words.home.timeline, 'timeline'), act(words.home.me, 'me'), act(words.help.all, 'help')],
    audience: 'asker',
  };
}

/** The spaces that ask to be accepted, each with its button; nothing when none does. */
export function waiting(spaces: readonly SpaceFacts[], { words }: View): readonly Block[] {
  if (spaces.length === 0) return [];
  const items = spaces.map(({ key }) => ({
    text: [words.home.spaceWaits(key)],
    button: { kind: 'act', label: words.home.accept, invoke: { command: 'here accept', options: { space: key } } } as const,
  }));
  return [
    { kind: 'heading', text: words.home.waits },
    { kind: 'list', items },
  ];
}
