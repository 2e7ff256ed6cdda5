import { styleText } from 'node:util';
import type { Doors } from '../../chat/adapter.ts';
import type { Block, Button, Card, Inline, Item, Line, MenuChoice } from '../../chat/card.ts';
import { accountsIn, type Mention, sayElsewhere } from '../../chat/mention.ts';
import { sayInstant } from '../../text/say.ts';
import { type Words, wordsFor } from '../../text/words.ts';
import { isolate, plain, plainLines } from './plain.ts';
import { spell } from './spell.ts';
import { type Piece, widthOf, wrap } from './wrap.ts';

/** What a card is drawn on. */
export type Screen = {
  /** Zero where the terminal does not tell. */
  readonly columns: number;
  /** Whether colours may be used: the caller knows whether this is a terminal, and what NO_COLOR says. */
  readonly colours: boolean;
  /** The reader's IANA zone. */
  readonly zone: string;
  readonly read: Doors['readSpelled'];
};

export type Look = Parameters<typeof styleText>[0] | undefined;

/** Screens that do not tell their width are drawn for the usual one, and narrower ones for this. */
const usual = 80;
const narrowest = 20;

/** Everything but the title is set in, so that nobody's text stands where titles and prompts stand. */
const margin = '  ';

/** A card as text for a terminal, ending with a line end. Nothing is left out: a terminal scrolls. */
export function renderCard(card: Card, screen: Screen): string {
  const pen: Pen = { ...screen, words: wordsFor(card.language), choices: menuChoices(card) };
  const title = draw([{ text: plain(card.title), look: titleLooks[card.tone] }], pen, '', margin);
  const sections = [...card.blocks.map((block) => renderBlock(block, pen)), renderButtons(card.buttons, pen)];
  return [title, ...sections]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** The choices of all the menus of a card, in the order of their numbers. */
export function menuChoices(card: Card): readonly MenuChoice[] {
  return card.blocks.flatMap((block) => (block.kind === 'menu' ? block.choices : []));
}

const titleLooks: Record<Card['tone'], Look> = { plain: 'bold', good: ['bold', 'green'], warning: ['bold', 'yellow'], problem: ['bold', 'red'] };

type Pen = Screen & { readonly words: Words; readonly choices: readonly MenuChoice[] };

/** Pieces as lines: the first begins with `first`, the others with `next`, both of one width or nearly. */
export function draw(
  pieces: readonly Piece<Look>[],
  { columns, colours }: Pick<Screen, 'columns' | 'colours'>,
  first: string,
  next = first,
): readonly string[] {
  const room = roomOf(columns) - Math.max(widthOf(first), widthOf(next));
  return wrap(pieces, room).map((parts, index) => {
    const line = parts.map(({ text, of: { look } }) => paint(isolate(text), look, colours)).join('');
    return `${index === 0 ? first : next}${line}`.trimEnd();
  });
}

function roomOf(columns: number): number {
  return columns > 0 ? Math.max(narrowest, columns) : usual;
}

function paint(text: string, look: Look, colours: boolean): string {
  return colours && look !== undefined ? styleText(look, text, { validateStream: false }) : text;
}

function renderBlock(block: Block, pen: Pen): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return draw(pieces(block.text, pen), pen, margin);
    case 'note':
      return draw(pieces(block.text, pen, 'dim'), pen, margin);
    case 'heading':
      return draw([{ text: plain(block.text), look: 'bold' }], pen, margin);
    case 'facts':
      return block.facts.flatMap(({ label, value }) => renderFact(plain(label), value, labelWidth(block.facts, pen), pen));
    case 'list':
      return block.items.flatMap((item) => renderItem(item, pen));
    case 'quote':
      return plainLines(block.text).flatMap((text) => (text === '' ? [`${margin}│`] : draw([{ text, look: undefined }], pen, `${margin}│ `)));
    case 'data':
      return [...drawText(block.readable, pen), '', ...draw([{ text: pen.words.surface.jsonHint, look: 'dim' }], pen, margin)];
    case 'drawing':
      return plainLines(block.text).map((line) => `${margin}${line}`.trimEnd());
    case 'menu':
      return [...draw([{ text: plain(block.label), look: 'bold' }], pen, margin), ...block.choices.flatMap((choice) => renderChoice(choice, pen))];
  }
}

function drawText(text: string, pen: Pen): readonly string[] {
  return plainLines(text).flatMap((line) => (line === '' ? [''] : draw([{ text: line, look: undefined }], pen, margin)));
}

/** The column of the values, unless that leaves too little room for them. */
function labelWidth(facts: readonly { readonly label: string }[], { columns }: Pen): number {
  const widest = Math.max(...facts.map(({ label }) => widthOf(plain(label))));
  return widest <= roomOf(columns) / 3 ? widest : 0;
}

function renderFact(label: string, value: Line, width: number, pen: Pen): readonly string[] {
  const values = pieces(value, pen);
  if (width === 0) return [...draw([{ text: label, look: 'bold' }], pen, margin), ...draw(values, pen, `${margin}${margin}`)];
  const indent = `${margin}${' '.repeat(width)}  `;
  const lines = draw(values, pen, indent);
  const shown = paint(isolate(label), 'bold', pen.colours) + ' '.repeat(Math.max(0, width - widthOf(label)));
  return [`${margin}${shown}  ${(lines[0] ?? '').slice(indent.length)}`.trimEnd(), ...lines.slice(1)];
}

function renderItem({ text, button }: Item, pen: Pen): readonly string[] {
  const lines = draw(pieces(text, pen), pen, `${margin}- `, `${margin}  `);
  return [...lines, ...(button === undefined ? [] : renderButtons([button], pen, `${margin}    `))];
}

function renderChoice(choice: MenuChoice, pen: Pen): readonly string[] {
  const number = `${pen.choices.indexOf(choice) + 1}. `;
  const indent = margin + ' '.repeat(number.length);
  const detail = choice.detail === undefined ? [] : [{ text: ` · ${plain(choice.detail)}`, look: undefined }];
  const typed: Piece<Look> = { text: plain(spell(choice.invoke, pen.read)), look: 'cyan', keep: 'spaces' };
  return [...draw([{ text: plain(choice.label), look: undefined }, ...detail], pen, `${margin}${number}`, indent), ...draw([typed], pen, indent)];
}

/** What can be typed next. A Share button is no use where nobody else reads along, so a terminal shows none. */
function renderButtons(buttons: readonly Button[], pen: Pen, indent = margin): readonly string[] {
  const shown = buttons.filter((button) => button.kind === 'open' || button.invoke.shared !== true);
  const rows = shown.map((button) => ({ typed: pressed(button, pen), label: plain(button.label) }));
  const widest = Math.max(0, ...rows.map(({ typed }) => widthOf(typed.text)).filter((width) => width <= roomOf(pen.columns) / 2));
  return rows.flatMap(({ typed, label }) => {
    const gap = ' '.repeat(Math.max(0, widest - widthOf(typed.text)) + 2);
    // A label that is itself what to type is said once.
    const said = label === typed.text ? '' : label;
    return draw([typed, { text: gap, look: undefined }, { text: said, look: undefined }], pen, indent, `${indent}  `);
  });
}

function pressed(button: Button, pen: Pen): Piece<Look> {
  if (button.kind === 'open') return address(button.url);
  return { text: plain(spell(button.invoke, pen.read)), look: 'cyan', keep: 'spaces' };
}

/** An address in its ASCII form, never broken, so that it can be followed; anything else is data. */
function address(url: string, open = '', close = ''): Piece<Look> {
  const parsed = URL.parse(url);
  if (parsed?.protocol !== 'https:') return { text: `${open}${plain(url)}${close}`, look: undefined };
  return { text: `${open}${parsed.href}${close}`, look: 'underline', keep: 'all' };
}

function pieces(line: Line, pen: Pen, look?: Look): readonly Piece<Look>[] {
  return line.flatMap((inline) => renderInline(inline, pen, look));
}

function renderInline(inline: Inline, { words, zone, colours }: Pen, look: Look): readonly Piece<Look>[] {
  if (typeof inline === 'string') return [{ text: plain(inline), look }];
  switch (inline.kind) {
    case 'bold':
      return [{ text: plain(inline.text), look: 'bold' }];
    case 'code':
      return [{ text: colours ? plain(inline.text) : `\`${plain(inline.text)}\``, look: 'cyan', keep: 'spaces' }];
    case 'link':
      return [{ text: `${plain(inline.text)} `, look }, address(inline.url, '<', '>')];
    case 'mention':
      return [{ text: nameIn(inline) ?? sayElsewhere(inline, words), look: 'bold' }];
    case 'time':
      return [{ text: Number.isNaN(inline.at.getTime()) ? '?' : plain(sayInstant(words.tag, inline.at, zone)), look }];
  }
}

/** Who somebody is at this terminal; people of the other platforms are known there only. */
function nameIn(mention: Mention): string | undefined {
  const prefix = 'terminal:';
  const account = accountsIn(mention).find((one) => one.startsWith(prefix) && one !== prefix);
  return account === undefined ? undefined : plain(account.slice(prefix.length));
}
