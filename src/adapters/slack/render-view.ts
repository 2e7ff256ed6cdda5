import type { types } from '@slack/bolt';
import type { Block, Button, Card } from '../../chat/card.ts';
import { limits } from './limits.ts';
import { clean, cutAtWord, filled, lengthOf } from './pieces.ts';
import { renderBlocks } from './render.ts';
import type { Room } from './render-blocks.ts';
import { plainText } from './render-buttons.ts';
import type { Reader } from './render-line.ts';

const viewRoom: Room = { blocks: limits.viewBlocks, text: limits.viewText };

/** Tells our views apart when something comes back from them. */
export const callbacks = { form: 'form', card: 'card', home: 'home' } as const;

/** A card as a modal without fields. Its close button closes every modal beneath, since the errand is done. */
export function renderModal(card: Card, reader: Reader): types.ModalView {
  const short = card.tone === 'plain' && lengthOf(clean(card.title)) <= limits.viewTitle;
  const shown = withoutSharing(short ? { ...card, title: '' } : card);
  return {
    type: 'modal',
    callback_id: callbacks.card,
    title: plainText(cutAtWord(filled(card.title), limits.viewTitle), limits.viewTitle),
    clear_on_close: true,
    blocks: renderBlocks(shown, reader, viewRoom),
  };
}

/** A card above a form, which has a title and a button of its own. */
export function renderAbove(card: Card, reader: Reader): types.KnownBlock[] {
  return renderBlocks({ ...card, title: '', buttons: [] }, reader, { ...viewRoom, blocks: viewRoom.blocks / 2 });
}

/** A card as the home tab. */
export function renderHome(card: Card, reader: Reader): types.HomeView {
  return { type: 'home', callback_id: callbacks.home, blocks: renderBlocks(withoutSharing(card), reader, viewRoom) };
}

/** A view belongs to one person and no channel: there is nowhere to share to. */
function withoutSharing(card: Card): Card {
  return { ...card, blocks: card.blocks.map(blockWithoutSharing), buttons: card.buttons.filter((button) => !shares(button)) };
}

function blockWithoutSharing(block: Block): Block {
  if (block.kind !== 'list') return block;
  return { ...block, items: block.items.map((item) => (item.button !== undefined && shares(item.button) ? { text: item.text } : item)) };
}

function shares(button: Button): boolean {
  return button.kind === 'act' && button.invoke.shared === true;
}
