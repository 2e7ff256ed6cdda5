import type { types } from '@slack/bolt';
import type { Block, Card } from '../../chat/card.ts';
import { limits } from './limits.ts';
import { clean, cut, escaped, lengthOf } from './pieces.ts';
import { type Part, type Room, renderBlock, thingsIn } from './render-blocks.ts';
import { actionsBlock, plainText, renderRow, sizeOfButton } from './render-buttons.ts';
import { plainLine, type Reader } from './render-line.ts';

/** A card as a message: blocks for eyes, and the same in plain text for screen readers and notifications. */
export type Rendered = { readonly blocks: types.KnownBlock[]; readonly text: string };

const messageRoom: Room = { blocks: limits.messageBlocks, text: limits.messageText };

export function renderCard(card: Card, reader: Reader): Rendered {
  return { blocks: renderBlocks(card, reader, messageRoom), text: renderText(card, reader) };
}

const tones: Record<Card['tone'], string> = { plain: '', good: '✅ ', warning: '⚠️ ', problem: '⛔ ' };

/** Room for the line that tells what is missing, in any language. */
const missingRoom = 120;

/** The blocks of a card. Title, buttons and the line that tells what is missing have their room before anything else. */
export function renderBlocks(card: Card, reader: Reader, room: Room): types.KnownBlock[] {
  const header = renderTitle(card);
  const { row, left } = renderRow(card.buttons, 'card');
  const footer = row.length === 0 ? [] : [actionsBlock(row)];
  const taken = sizeOfText(header) + row.reduce((sum, button) => sum + sizeOfButton(button), 0) + missingRoom;
  const body = renderBody(card.blocks, reader, { blocks: room.blocks - header.length - footer.length - 1, text: room.text - taken });
  const said = sayMissing(body.left + left, body.cut, reader);
  const note: types.KnownBlock[] = said === undefined ? [] : [{ type: 'context', elements: [plainText(said, missingRoom)] }];
  return [...header, ...body.blocks, ...note, ...footer];
}

function renderTitle({ title, tone }: Card): types.HeaderBlock[] {
  return clean(title).trim() === '' ? [] : [{ type: 'header', text: plainText(`${tones[tone]}${title}`, limits.header) }];
}

function sizeOfText(headers: readonly types.HeaderBlock[]): number {
  return headers.reduce((sum, { text }) => sum + lengthOf(text.text), 0);
}

/** Block after block while there is room; after the first that does not fit whole, the rest is counted. */
function renderBody(blocks: readonly Block[], reader: Reader, room: Room): Part {
  const drawn: types.KnownBlock[] = [];
  let length = 0;
  for (const [index, block] of blocks.entries()) {
    const part = renderBlock(block, String(index), { blocks: room.blocks - drawn.length, text: room.text - length }, reader);
    drawn.push(...part.blocks);
    length += part.length;
    if (part.left > 0 || part.cut) {
      const after = blocks.slice(index + 1).reduce((sum, one) => sum + thingsIn(one), 0);
      return { blocks: drawn, length, left: part.left + after, cut: part.cut };
    }
  }
  return { blocks: drawn, length, left: 0, cut: false };
}

function sayMissing(left: number, shortened: boolean, { words }: Reader): string | undefined {
  const said = [...(shortened ? [words.surface.cut] : []), ...(left > 0 ? [words.surface.leftOut(left)] : [])];
  return said.length === 0 ? undefined : `… (${said.join('; ')})`;
}

/** The whole meaning of a card in plain text, escaped: whatever stands in it is no markup. */
function renderText(card: Card, reader: Reader): string {
  let text = clean(card.title).trim();
  for (const block of card.blocks) {
    if (text.length > limits.fallback) break;
    text = `${text}\n${clean(sayBlock(block, reader)).trim()}`.trim();
  }
  return escaped(cut(text || '–', limits.fallback, ` … (${reader.words.surface.cut})`));
}

function sayBlock(block: Block, reader: Reader): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return plainLine(block.text, reader);
    case 'heading':
      return block.text;
    case 'facts':
      return block.facts.map(({ label, value }) => `${reader.words.surface.labelled(label)} ${plainLine(value, reader)}`).join('\n');
    case 'list':
      return block.items.map(({ text }) => `• ${plainLine(text, reader)}`).join('\n');
    case 'quote':
      return `“${block.text}”`;
    case 'data':
      return block.readable;
    case 'drawing':
      return block.alternative;
    case 'menu':
      return [block.label, ...block.choices.map(({ label }) => `• ${label}`)].join('\n');
  }
}
