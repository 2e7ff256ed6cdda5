import type { types } from '@slack/bolt';
import type { Card, Inline, Line } from '../../chat/card.ts';
import { accountsIn, type Mention, sayElsewhere } from '../../chat/mention.ts';
import { sayInstant } from '../../text/say.ts';
import { type Words, wordsFor } from '../../text/words.ts';
import { limits } from './limits.ts';
import { clean, cut, lengthOf } from './pieces.ts';

/** Whom a card is rendered for. */
export type Reader = {
  readonly words: Words;
  readonly language: Card['language'];
  /** Everybody in a channel reads it, so that a mention would ping. */
  readonly everybody: boolean;
  /** The workspace or organisation that reads; only its own people can be mentioned. */
  readonly tenant: string;
  /** What somebody is called in this workspace, where that is known. */
  readonly nameOf: (account: string) => string | undefined;
};

export function readerOf(card: Card, tenant: string, nameOf: Reader['nameOf']): Reader {
  return { words: wordsFor(card.language), language: card.language, everybody: card.audience === 'place', tenant, nameOf };
}

/** The elements of a line, what they take of the room for text, and whether something was cut off. */
export type Drawn<T> = { readonly elements: readonly T[]; readonly length: number; readonly cut: boolean };

/** Draws a line into the room there is. A bare string becomes a text element, which Slack never parses. */
export function renderLine(line: Line, room: number, reader: Reader, style?: types.RichTextText['style']): Drawn<types.RichTextElement> {
  const elements: types.RichTextElement[] = [];
  let length = 0;
  for (const inline of line) {
    const element = renderInline(inline, reader, style);
    const size = sizeOf(element);
    if (length + size > room) {
      const rest = shorten(element, room - length);
      return { elements: rest === undefined ? elements : [...elements, rest], length: room, cut: true };
    }
    if (size > 0) elements.push(element);
    length += size;
  }
  return { elements, length, cut: false };
}

function renderInline(inline: Inline, reader: Reader, style: types.RichTextText['style']): types.RichTextElement {
  if (typeof inline === 'string') return textElement(inline, style);
  switch (inline.kind) {
    case 'bold':
      return textElement(inline.text, { ...style, bold: true });
    case 'code':
      return textElement(inline.text, { ...style, code: true });
    case 'link':
      return linkElement(inline, style);
    case 'mention':
      return mentionElement(inline, reader, style);
    case 'time':
      return timeElement(inline.at, reader, style);
  }
}

function textElement(text: string, style: types.RichTextText['style']): types.RichTextText {
  return { type: 'text', text: clean(text), ...(style !== undefined && { style }) };
}

function linkElement({ text, url }: { readonly text: string; readonly url: string }, style: types.RichTextText['style']): types.RichTextElement {
  const address = httpsAddress(url);
  if (address === undefined) return textElement(`${text} (${url})`, style);
  return { type: 'link', url: address, text: clean(text) || address, ...(style !== undefined && { style }) };
}

/** The address as Slack may follow it; undefined for anything but https, and for what is too long. */
export function httpsAddress(url: string): string | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  return address?.protocol === 'https:' && address.href.length <= limits.url ? address.href : undefined;
}

/**
 * A mention notifies only where the mentioned person reads it too: never in what one asker sees, always in a channel. So everybody's
 * card says the name as text.
 */
function mentionElement(mention: Mention, reader: Reader, style: types.RichTextText['style']): types.RichTextElement {
  const [user] = usersIn(mention, reader.tenant);
  if (user === undefined || reader.everybody) return textElement(sayMention(mention, reader), style);
  return { type: 'user', user_id: user, ...(style !== undefined && { style }) };
}

/** The Slack user behind an account, if it belongs to this workspace or organisation. */
export function userOf(account: string, tenant: string): string | undefined {
  const [platform, team, user] = account.split(':');
  return platform === 'slack' && team === tenant && user !== undefined && /^[UW][A-Z0-9]{1,30}$/.test(user) ? user : undefined;
}

/** The users of this workspace or organisation among somebody's accounts. */
export function usersIn(mention: Mention, tenant: string): readonly string[] {
  return accountsIn(mention)
    .map((account) => userOf(account, tenant))
    .filter((user) => user !== undefined);
}

function sayMention(mention: Mention, { words, nameOf, tenant }: Reader): string {
  const account = accountsIn(mention).find((one) => userOf(one, tenant) !== undefined);
  return account === undefined ? sayElsewhere(mention, words) : (nameOf(account) ?? words.surface.aMember);
}

/** Instants before 1970 and beyond what Slack's clients draw are said in words. */
function timeElement(at: Date, reader: Reader, style: types.RichTextText['style']): types.RichTextElement {
  const timestamp = Math.floor(at.getTime() / 1000);
  if (!(timestamp > 0 && timestamp < 1e10)) return textElement(sayTime(at, reader), style);
  return { type: 'date', timestamp, format: '{date_short} {time}', fallback: sayTime(at, reader), ...(style !== undefined && { style }) };
}

function sayTime(at: Date, { words }: Reader): string {
  return Number.isNaN(at.getTime()) ? '–' : sayInstant(words.tag, at, 'UTC');
}

/** What Slack may count for an element: its text, or what it shows in place of one. */
function sizeOf(element: types.RichTextElement): number {
  if (element.type === 'text') return lengthOf(element.text);
  if (element.type === 'link') return lengthOf(element.url) + lengthOf(element.text ?? '');
  return element.type === 'date' ? lengthOf(element.fallback ?? '') + element.format.length : limits.option;
}

/** The beginning of a text, where it makes sense; nothing else can be cut. */
function shorten(element: types.RichTextElement, room: number): types.RichTextElement | undefined {
  if (element.type !== 'text') return room < 1 ? undefined : { type: 'text', text: '…' };
  const text = cut(element.text, room);
  return text === '' ? undefined : { ...element, text };
}

/** A line in words alone: for screen readers, notifications and the places where Slack takes no more than plain text. */
export function plainLine(line: Line, reader: Reader): string {
  return clean(line.map((inline) => plainInline(inline, reader)).join(''));
}

function plainInline(inline: Inline, reader: Reader): string {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'bold':
    case 'code':
      return inline.text;
    case 'link':
      return `${inline.text} (${inline.url})`;
    case 'mention':
      return sayMention(inline, reader);
    case 'time':
      return sayTime(inline.at, reader);
  }
}

/** Whether plain text loses nothing of a line but its weight. */
export function isPlain(line: Line): boolean {
  return line.every((inline) => typeof inline === 'string' || inline.kind === 'bold' || inline.kind === 'code');
}
