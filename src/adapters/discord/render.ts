import { type APIContainerComponent, ComponentType } from 'discord-api-types/v10';
import type { Block, Card } from '../../chat/card.ts';
import { type Words, wordsFor } from '../../text/words.ts';
import { clean, type Escaping, escapeWithin, isBlank } from './escape.ts';
import { limits } from './limits.ts';
import { menuCost, placeMenu, renderRows } from './render-controls.ts';
import { fitLine, withoutBackticks } from './render-inline.ts';
import { leastForList, renderList } from './render-list.ts';
import { Sheet } from './sheet.ts';

/** A card as Discord draws it, and whether all of it is there. */
export type Rendered = { readonly container: APIContainerComponent; readonly whole: boolean };

const accents: Record<Card['tone'], number> = { plain: 0x3b6ea5, good: 0x2e8b57, warning: 0xd9a300, problem: 0xc0392b };

const titleLimit = 256;

const freely: Escaping = { newline: '\n' };
const oneLine: Escaping = { newline: ' ' };
const quoted: Escaping = { newline: '\n> ' };

/** The container, the line about what is left out, and two files that may stand beside the card. */
const kept = 4;

/** Draws a card: title and buttons have their room first, then the blocks in their order; what is left out is said. */
export function renderCard(card: Card): Rendered {
  const words = wordsFor(card.language);
  const ids = new Set<string>();
  const { rows, components, leftOut } = renderRows(card.buttons, ids);
  const sheet = new Sheet(words, ids, { text: limits.message.text - roomForNote(words), components: limits.message.components - kept - components });
  sheet.leftOut = leftOut;
  const title = fitLine(titleLimit, [card.title.trim()], words, oneLine);
  sheet.cut = !title.whole;
  sheet.write(`## ${isBlank(title.text) ? '…' : title.text}`);
  for (const [index, block] of card.blocks.entries()) renderBlock(sheet, block, leastFor(card.blocks.slice(index + 1)));
  const missing = sheet.leftOut === 0 ? [] : [{ type: ComponentType.TextDisplay, content: noteOf(words.surface.leftOut(sheet.leftOut)) } as const];
  return {
    container: { type: ComponentType.Container, accent_color: accents[card.tone], components: [...sheet.finish(), ...missing, ...rows] },
    whole: sheet.leftOut === 0 && !sheet.cut,
  };
}

const noteRooms = new Map<Words, number>();

/** The most that can be said about what is left out; counted once a language, since counting in words is slow. */
function roomForNote(words: Words): number {
  const known = noteRooms.get(words) ?? noteOf(words.surface.leftOut(999_999)).length;
  noteRooms.set(words, known);
  return known;
}

/** How many components the blocks that follow need at least, so that a long list leaves them room. */
function leastFor(blocks: readonly Block[]): number {
  const costs = blocks.map((block) => {
    if (block.kind === 'menu') return menuCost + 1;
    return block.kind === 'list' && block.items.some(({ button }) => button !== undefined) ? leastForList : 0;
  });
  return costs.reduce((sum, cost) => sum + cost, 1);
}

function renderBlock(sheet: Sheet, block: Block, reserved: number): void {
  switch (block.kind) {
    case 'paragraph':
      sheet.writeLine('', block.text, freely);
      break;
    case 'note':
      sheet.writeLine('-# ', block.text, oneLine);
      break;
    case 'heading':
      sheet.writeLine('### ', [block.text], oneLine);
      break;
    case 'facts':
      for (const { label, value } of block.facts) sheet.writeLine(factMark(label, sheet.words), value, oneLine);
      break;
    case 'list':
      renderList(sheet, block.items, reserved);
      break;
    case 'quote':
      sheet.writeLine('> ', [block.text.trim()], quoted);
      break;
    case 'data':
      // It goes as files beside the card.
      break;
    case 'drawing':
      renderDrawing(sheet, block.text, block.alternative);
      break;
    case 'menu':
      placeMenu(sheet, block.label, block.choices);
      break;
  }
}

function factMark(label: string, { surface }: Words): string {
  return isBlank(label) ? '' : `**${surface.labelled(escapeWithin(titleLimit, label.trim(), oneLine))}** `;
}

/** Drawn whole or not at all: in part it would say something wrong, and then the words that say the same stand in its place. */
function renderDrawing(sheet: Sheet, drawing: string, alternative: string): void {
  const fenced = `\`\`\`\n${withoutBackticks(clean(drawing))}\n\`\`\``;
  if (fenced.length + noteOf('').length + 1 <= sheet.textLeft) sheet.write(fenced);
  else sheet.writeLine('-# ', [alternative], oneLine);
}

function noteOf(text: string): string {
  return `-# ${text}`;
}
