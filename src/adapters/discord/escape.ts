/** Characters that Discord reads as markup wherever they stand; a backslash makes any of them plain. */
const markup = /[\\`*_~|>#\-+=[\]()<@:]/g;

/** Embeddings and overrides of the writing direction reach over what follows them; control characters mean nothing here. */
const unseen = /[\u202A-\u202E\u2066-\u2069]|[^\P{Cc}\n\t]/gu;

/** Text without halves of characters, control characters and other people's line endings. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unseen, '');
}

/** Whether nothing would be seen of a text, which Discord refuses. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cf}\p{Cc}]/u.test(text);
}

export type Escaping = {
  /** What stands for a line break: a space where a line must stay one line, the mark of a quotation in front of each of its lines. */
  readonly newline: string;
};

/** Typed text as data: it forges no format, no link, no list and no mention. `before` is what stands in front of it. */
export function escapeText(text: string, { newline }: Escaping, before = ''): string {
  return clean(text)
    .replace(markup, '\\$&')
    .replace(/\./g, (dot, at: number, all: string) => (/\d/.test(at === 0 ? before.slice(-1) || '0' : (all[at - 1] ?? '')) ? `\\${dot}` : dot))
    .replaceAll('\n', newline);
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As much of a text as fits into so many characters once escaped, in whole graphemes. */
export function escapeWithin(room: number, text: string, escaping: Escaping): string {
  let fitting = '';
  let before = '';
  for (const { segment } of graphemes.segment(clean(text))) {
    const next = escapeText(segment, escaping, before);
    if (fitting.length + next.length > room) break;
    fitting += next;
    before = segment;
  }
  return fitting;
}

/** A text cut to so many characters in whole graphemes, an ellipsis saying so; for labels, where nothing has to be escaped. */
export function cutTo(limit: number, text: string): string {
  const tidy = clean(text).replace(/\s+/g, ' ').trim();
  if (tidy.length <= limit) return tidy;
  let cut = '';
  for (const { segment } of graphemes.segment(tidy)) {
    if (cut.length + segment.length > limit - 1) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
