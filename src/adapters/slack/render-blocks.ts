import type { types } from '@slack/bolt';
import type { Block, Fact, Item, Line } from '../../chat/card.ts';
import { limits } from './limits.ts';
import { clean, cut, lengthOf } from './pieces.ts';
import { actionsBlock, plainText, renderButton, renderMenu, sizeOfButton } from './render-buttons.ts';
import { isPlain, plainLine, type Reader, renderLine } from './render-line.ts';

/** What is left of a message or a view: blocks, and characters of text. */
export type Room = { readonly blocks: number; readonly text: number };

/** A part of a card as Slack's blocks: what they take, how many things were left out, and whether something was cut off. */
export type Part = { readonly blocks: readonly types.KnownBlock[]; readonly length: number; readonly left: number; readonly cut: boolean };

/** How many things a reader misses where a whole block is left out. */
export function thingsIn(block: Block): number {
  if (block.kind === 'list') return block.items.length;
  if (block.kind === 'facts') return block.facts.length;
  return block.kind === 'menu' ? block.choices.length : 1;
}

const nothing: Part = { blocks: [], length: 0, left: 0, cut: false };

/** Draws one block of a card into the room there is; `at` makes its action ids unique. */
export function renderBlock(block: Block, at: string, room: Room, reader: Reader): Part {
  if (room.blocks < 1 || room.text < 1) return { ...nothing, left: thingsIn(block) };
  switch (block.kind) {
    case 'paragraph':
      return section(block.text, room, reader);
    case 'note':
      return note(block.text, room, reader);
    case 'heading':
      return section([{ kind: 'bold', text: block.text }], room, reader);
    case 'facts':
      return facts(block.facts, room, reader);
    case 'list':
      return block.items.some(({ button }) => button !== undefined) ? itemsWithButtons(block.items, at, room, reader) : bullets(block.items, room, reader);
    case 'quote':
      return framed('rich_text_quote', block.text, room);
    case 'data':
      return framed('rich_text_preformatted', block.readable, room);
    case 'drawing':
      return framed('rich_text_preformatted', block.text, room);
    case 'menu':
      return menu(block, at, room, reader);
  }
}

type Framed = 'rich_text_quote' | 'rich_text_preformatted';

function richText(...elements: types.RichTextBlock['elements']): types.RichTextBlock {
  return { type: 'rich_text', elements };
}

function section(line: Line, room: Room, reader: Reader, style?: types.RichTextText['style']): Part {
  const { elements, length, cut } = renderLine(line, room.text, reader, style);
  if (elements.length === 0) return { ...nothing, cut };
  return { blocks: [richText({ type: 'rich_text_section', elements: [...elements] })], length, left: 0, cut };
}

/** Small print; a context block takes no rich text, so a note with a link, a person or a time is set in italics instead. */
function note(line: Line, room: Room, reader: Reader): Part {
  if (!isPlain(line)) return section(line, room, reader, { italic: true });
  const whole = plainLine(line, reader);
  if (whole.trim() === '') return nothing;
  const text = plainText(whole, Math.min(room.text, limits.textObject));
  return { blocks: [{ type: 'context', elements: [text] }], length: lengthOf(text.text), left: 0, cut: text.text !== whole };
}

function facts(all: readonly Fact[], room: Room, reader: Reader): Part {
  const lines = all.map(
    ({ label, value }, index): Line => [{ kind: 'bold', text: reader.words.surface.labelled(label) }, ' ', ...value, ...(index < all.length - 1 ? ['\n'] : [])],
  );
  const { drawn, length, left, cut } = renderLines(lines, room, reader);
  const elements = drawn.flat();
  if (elements.length === 0) return { ...nothing, left };
  return { blocks: [richText({ type: 'rich_text_section', elements })], length, left, cut };
}

function bullets(items: readonly Item[], room: Room, reader: Reader): Part {
  const { drawn, length, left, cut } = renderLines(
    items.map(({ text }) => text),
    room,
    reader,
  );
  const elements = drawn.map((line): types.RichTextSection => ({ type: 'rich_text_section', elements: line.length === 0 ? [dash] : [...line] }));
  if (elements.length === 0) return { ...nothing, left };
  return { blocks: [richText({ type: 'rich_text_list', style: 'bullet', elements })], length, left, cut };
}

const dash: types.RichTextText = { type: 'text', text: '–' };

type Lines = { readonly drawn: readonly (readonly types.RichTextElement[])[]; readonly length: number; readonly left: number; readonly cut: boolean };

/** As many whole lines as fit; only the first is ever cut, since half of it is better than nothing. */
function renderLines(lines: readonly Line[], room: Room, reader: Reader): Lines {
  const drawn: (readonly types.RichTextElement[])[] = [];
  let length = 0;
  for (const line of lines) {
    const next = renderLine(line, room.text - length, reader);
    if (next.cut && drawn.length > 0) return { drawn, length, left: lines.length - drawn.length, cut: false };
    drawn.push(next.elements);
    length += Math.max(next.length, dash.text.length);
    if (next.cut) return { drawn, length, left: lines.length - 1, cut: true };
  }
  return { drawn, length, left: 0, cut: false };
}

/** Somebody's words or a drawing; a drawing keeps whole lines, so that no half of one misleads. */
function framed(type: Framed, text: string, room: Room): Part {
  const whole = clean(text);
  if (whole.trim() === '') return nothing;
  const fitting = cut(whole, room.text);
  const shown =
    type === 'rich_text_preformatted' && fitting !== whole && fitting.includes('\n') ? `${fitting.slice(0, fitting.lastIndexOf('\n'))}\n…` : fitting;
  return { blocks: [richText({ type, elements: [{ type: 'text', text: shown }] })], length: lengthOf(shown), left: 0, cut: shown !== whole };
}

/** A button stands beside its item, or below it where the item holds a link, a person or a time, which a section cannot show as data. */
function itemsWithButtons(items: readonly Item[], at: string, room: Room, reader: Reader): Part {
  const blocks: types.KnownBlock[] = [];
  let length = 0;
  for (const [index, item] of items.entries()) {
    const next = itemBlocks(item, `${at}.${index}`, { blocks: room.blocks - blocks.length, text: room.text - length }, reader);
    if (next === undefined) return { blocks, length, left: items.length - index, cut: false };
    blocks.push(...next.blocks);
    length += next.length;
  }
  return { blocks, length, left: 0, cut: false };
}

function itemBlocks({ text, button }: Item, at: string, room: Room, reader: Reader): { blocks: readonly types.KnownBlock[]; length: number } | undefined {
  const said = plainLine(text, reader);
  const drawnButton = button === undefined ? undefined : renderButton(button, at, said);
  const size = drawnButton === undefined ? 0 : sizeOfButton(drawnButton);
  if (isPlain(text) && drawnButton !== undefined) {
    const beside = plainText(`• ${said}`, limits.textObject);
    const length = lengthOf(beside.text) + size;
    return room.blocks < 1 || length > room.text ? undefined : { blocks: [{ type: 'section', text: beside, accessory: drawnButton }], length };
  }
  const line = renderLine(['• ', ...text], room.text - size, reader);
  const row = drawnButton === undefined ? [] : [actionsBlock([drawnButton])];
  if (line.cut || room.blocks < 1 + row.length) return undefined;
  return { blocks: [richText({ type: 'rich_text_section', elements: [...line.elements] }), ...row], length: line.length + size };
}

function menu({ label, choices }: Extract<Block, { kind: 'menu' }>, at: string, room: Room, reader: Reader): Part {
  const text = plainText(label, Math.min(limits.textObject, room.text));
  const length = lengthOf(text.text);
  const drawn = renderMenu(choices, at, room.text - length, reader);
  if (drawn === undefined) return { ...nothing, left: choices.length };
  return { blocks: [{ type: 'section', text, accessory: drawn.menu }], length: length + drawn.length, left: drawn.left, cut: false };
}
