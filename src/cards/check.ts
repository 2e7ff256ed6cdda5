import type { Button, Card } from '../chat/card.ts';
import type { Event } from '../core/store.ts';
import type { Words } from '../text/words.ts';
import { showButton } from './milestone-lines.ts';
import { showUpdateButton } from './update-lines.ts';

/** Whether a form was recorded, for somebody who was told that it is not confirmed yet. */
export function checkCard(event: Event | undefined, key: string, words: Words): Card {
  const acts = { ...words.acts, ...words.topic.acts, ...words.proposal.acts };
  const act = Object.entries(acts).find(([name]) => name === event?.act)?.[1] ?? event?.act ?? '';
  const again = { kind: 'act', label: words.check.again, invoke: { command: 'check', options: { key } } } as const;
  return {
    kind: 'card',
    language: words.language,
    title: words.check.title,
    tone: event === undefined ? 'warning' : 'good',
    blocks:
      event === undefined
        ? [{ kind: 'paragraph', text: [words.check.notRecorded] }]
        : [
            { kind: 'paragraph', text: [words.check.recorded(act, event.object)] },
            { kind: 'note', text: [words.check.changedSince] },
          ],
    buttons: event === undefined ? [again] : shown(event.object, words, again),
    audience: 'asker',
  };
}

function shown(object: string, words: Words, otherwise: Button): readonly Button[] {
  if (/^m\d+$/.test(object)) return [showButton(object, words)];
  if (/^p\d+$/.test(object)) return [{ kind: 'act', label: words.proposal.show(object), invoke: { command: 'proposal', options: { proposal: object } } }];
  return [/^u\d+$/.test(object) ? showUpdateButton(object, words) : otherwise];
}
