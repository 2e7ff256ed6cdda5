import { escaped } from './page.ts';

type Say = (text: string) => string;

/** A piece of a line: what it looks like as a whole, and how the library's elements draw what is caught in it. */
type Piece = { readonly whole: RegExp; draw(caught: readonly string[], say: Say, locale: string): string };

const pieces: readonly Piece[] = [
  { whole: /\\([^0-9A-Za-z\s])/, draw: ([literal = '']) => escaped(literal) },
  { whole: /`([^`]+)`/, draw: ([code = '']) => `<discord-code>${escaped(code)}</discord-code>` },
  { whole: /\*\*((?:\\.|[^*\\])+)\*\*/, draw: ([text = ''], say) => `<discord-bold>${say(text)}</discord-bold>` },
  { whole: /\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)/, draw: ([label = '', url = ''], say) => `<discord-link href="${escaped(url)}">${say(label)}</discord-link>` },
  { whole: /<t:(\d+):f>/, draw: ([seconds], _, locale) => `<discord-time>${sayTime(Number(seconds), locale)}</discord-time>` },
  { whole: /<@\d+>/, draw: () => '<discord-mention>member</discord-mention>' },
  { whole: /(.)/u, draw: ([character = '']) => escaped(character) },
];

const anyPiece = new RegExp(pieces.map(({ whole }) => whole.source).join('|'), 'gu');

/** A line of Discord's markup, as far as the renderer writes it. */
function line(text: string, locale: string): string {
  return text.replaceAll(anyPiece, (written) => {
    for (const { whole, draw } of pieces) {
      const found = whole.exec(written);
      if (found?.[0] === written) return draw(found.slice(1), (inner) => line(inner, locale), locale);
    }
    return escaped(written);
  });
}

function sayTime(seconds: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(seconds * 1000);
}

type Kind = { readonly mark: RegExp; draw(lines: readonly string[]): string };

/** What a line begins with says what it is; neighbours of one kind are drawn together. */
function kindsIn(locale: string): readonly Kind[] {
  const say = (text: string): string => line(text, locale);
  const each = (open: string, close: string) => (lines: readonly string[]) => lines.map((text) => `${open}${say(text)}${close}`).join('');
  const list = each('<discord-list-item>', '</discord-list-item>');
  return [
    { mark: /^## /, draw: each('<discord-header level="2">', '</discord-header>') },
    { mark: /^### /, draw: each('<discord-header level="3">', '</discord-header>') },
    { mark: /^-# /, draw: each('<discord-subscript>', '</discord-subscript>') },
    { mark: /^- /, draw: (lines) => `<discord-unordered-list>${list(lines)}</discord-unordered-list>` },
    { mark: /^> /, draw: (lines) => `<discord-quote>${lines.map(say).join('<br>')}</discord-quote>` },
    { mark: /^/, draw: (lines) => `<div>${lines.map(say).join('<br>')}</div>` },
  ];
}

/** A text display: Discord's markup, block by block. */
export function drawText(content: string, locale: string): string {
  const fenced = content.split(/^```$/m);
  return fenced.map((text, index) => (index % 2 === 1 ? drawing(text) : drawLines(text, locale))).join('');
}

function drawing(text: string): string {
  return `<discord-code multiline>${escaped(text.replace(/^\n|\n$/g, ''))}</discord-code>`;
}

function drawLines(text: string, locale: string): string {
  const kinds = kindsIn(locale);
  const groups: { readonly kind: Kind | undefined; readonly lines: string[] }[] = [];
  for (const written of text.split('\n').filter((one) => one !== '')) {
    const kind = kinds.find(({ mark }) => mark.test(written));
    // Discord keeps spaces as they are; the elements would show one for two.
    const said = written.replace(kind?.mark ?? '', '').replaceAll('  ', '\u00A0 ');
    const last = groups.at(-1);
    if (last !== undefined && last.kind === kind) last.lines.push(said);
    else groups.push({ kind, lines: [said] });
  }
  return groups.map(({ kind, lines }) => kind?.draw(lines) ?? '').join('');
}
