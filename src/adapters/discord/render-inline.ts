import type { Inline, Line } from '../../chat/card.ts';
import { accountsIn, type Mention, sayElsewhere } from '../../chat/mention.ts';
import { sayInstant } from '../../text/say.ts';
import type { Words } from '../../text/words.ts';
import { cutTo, type Escaping, escapeText, escapeWithin, isBlank } from './escape.ts';
import { limits } from './limits.ts';

const oneLine: Escaping = { newline: ' ' };

/** A line as labels and files say it, where nothing is markup. */
export function plainLine(line: Line, words: Words): string {
  return line.map((inline) => plainInline(inline, words)).join('');
}

function plainInline(inline: Inline, words: Words): string {
  if (typeof inline === 'string') return inline;
  if (inline.kind === 'mention') return userIn(inline) === undefined ? sayElsewhere(inline, words) : words.surface.aMember;
  return inline.kind === 'time' ? sayInstant(words.tag, inline.at, 'UTC') : inline.text;
}

/** A backtick would end what is set in characters of one width, and nothing escapes it there. */
export function withoutBackticks(text: string): string {
  return text.replaceAll('`', 'ˋ');
}

/** An address that Discord may be given as a link; undefined for any other scheme than https. */
export function linkAddress(url: string, schemes: readonly string[] = ['https:']): string | undefined {
  const address = URL.parse(url);
  if (address === null || !schemes.includes(address.protocol)) return undefined;
  const href = address.href.replaceAll('(', '%28').replaceAll(')', '%29');
  return href.length <= limits.link ? href : undefined;
}

/** One piece of a line in Discord's markup. */
function renderInline(inline: Inline, words: Words, escaping: Escaping): string {
  if (typeof inline === 'string') return escapeText(inline, escaping);
  switch (inline.kind) {
    case 'bold':
      return isBlank(inline.text) ? '' : `**${escapeText(inline.text.trim(), oneLine)}**`;
    case 'code':
      return isBlank(inline.text) ? '' : `\`${withoutBackticks(cutTo(limits.message.text, inline.text))}\``;
    case 'link':
      return renderLink(inline.text, inline.url);
    case 'mention':
      return renderMention(inline, words);
    case 'time':
      return Number.isNaN(inline.at.getTime()) ? '' : `<t:${Math.floor(inline.at.getTime() / 1000)}:f>`;
  }
}

function renderMention(mention: Mention, words: Words): string {
  const user = userIn(mention);
  return user === undefined ? sayElsewhere(mention, words) : `<@${user}>`;
}

/** The Discord user among somebody's accounts. */
function userIn(mention: Mention): string | undefined {
  return accountsIn(mention)
    .find((account) => /^discord:\d{1,20}$/.test(account))
    ?.slice('discord:'.length);
}

/** Brackets in a label would end it early, whatever stands in front of them. */
function renderLink(text: string, url: string): string {
  const address = linkAddress(url);
  const label = escapeText(text.replace(/[[\]()\\]/g, '').trim(), oneLine);
  return address === undefined || isBlank(label) ? label : `[${label}](${address})`;
}

export type Fitted = { readonly text: string; readonly whole: boolean };

/** Shorter pieces of a text say nothing. */
const enough = 24;

/** As much of a line as fits, in whole pieces and graphemes, with a word that says it was shortened. */
export function fitLine(room: number, line: Line, words: Words, escaping: Escaping): Fitted {
  const all = line.map((inline) => renderInline(inline, words, escaping)).join('');
  if (all.length <= room) return { text: all, whole: true };
  const mark = ` … (${words.surface.cut})`;
  const left = room - mark.length;
  if (left < enough) return { text: '', whole: false };
  return { text: `${fitPieces(left, line, words, escaping).trimEnd()}${mark}`, whole: false };
}

function fitPieces(room: number, line: Line, words: Words, escaping: Escaping): string {
  let text = '';
  for (const inline of line) {
    const piece = renderInline(inline, words, escaping);
    if (text.length + piece.length > room) return typeof inline === 'string' ? text + escapeWithin(room - text.length, inline, escaping) : text;
    text += piece;
  }
  return text;
}
