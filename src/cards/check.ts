import { act, type Button, type Card, card, note, paragraph } from '../chat/card.ts';
import type { Event } from '../core/store.ts';
import type { Words } from '../text/words.ts';
import { showButton } from './milestone-lines.ts';
import { showProposalButton } from './proposal.ts';
import { showUpdateButton } from './update-lines.ts';

/** Whether a form was recorded, for somebody who was told that it is not confirmed yet. */
export function checkCard(event: Event | undefined, key: string, words: Words): Card {
  const again = act(words.check.again, 'check', { key });
  return card(words, {
    title: words.check.title,
    tone: event === undefined ? 'warning' : 'good',
    blocks:
      event === undefined
        ? [paragraph(words.check.notRecorded)]
        : [paragraph(words.check.recorded(words.acts[event.act], event.object)), note(words.check.changedSince)],
    buttons: event === undefined ? [again] : shown(event.object, words, again),
  });
}

function shown(object: string, words: Words, otherwise: Button): readonly Button[] {
  if (/^m\d+$/.test(object)) return [showButton(object, words)];
  if (/^p\d+$/.test(object)) return [showProposalButton(object, words)];
  return [/^u\d+$/.test(object) ? showUpdateButton(object, words) : otherwise];
}
