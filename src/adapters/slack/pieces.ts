const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Controls but tab and line feed, and the marks that turn the direction of the text around them: nobody means them, and they can deceive. */
const meaningless = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u;
const allMeaningless = new RegExp(meaningless, 'gu');

/** Text as data: whole characters, one kind of line break, nothing invisible that acts on what stands beside it. */
export function clean(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return meaningless.test(whole) ? whole.replace(/\r\n?/g, '\n').replace(allMeaningless, '') : whole;
}

/** Clean text where Slack refuses an empty one. */
export function filled(text: string): string {
  const cleaned = clean(text);
  return cleaned.trim() === '' ? '–' : cleaned;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The three characters that are markup everywhere in Slack's text. */
export function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character);
}

/** How long a text is once it is escaped, which is how Slack counts. */
export function lengthOf(text: string): number {
  return /[&<>]/.test(text) ? escaped(text).length : text.length;
}

/** The text if it fits once escaped, else as many whole graphemes as fit before the mark. */
export function cut(text: string, limit: number, mark = '…'): string {
  if (limit < 1) return '';
  if (text.length * 5 <= limit || lengthOf(text) <= limit) return text;
  const room = limit - mark.length;
  let used = 0;
  let end = 0;
  // The slice may halve its last grapheme, but that one is never reached: the whole text is longer than the room.
  for (const { segment, index } of graphemes.segment(text.slice(0, limit + 1))) {
    used += lengthOf(segment);
    if (used > room || index + segment.length > limit) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}${mark}`.slice(0, limit);
}

/** The same, ended after a whole word where one fits, and not after what joins it to the next. */
export function cutAtWord(text: string, limit: number): string {
  const short = cut(text, limit);
  if (short === text) return text;
  const kept = short.slice(0, -1);
  const end = /[\s,;:.!?)·]/.test(text.charAt(kept.length)) ? kept.length : kept.search(/\s+\S*$/);
  return end < 1 ? short : `${kept.slice(0, end).replace(/[\s,;:·(«“-]+$/, '')}…`;
}
