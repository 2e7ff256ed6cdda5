/** Longer texts are no dates, and reading them would only cost time. */
const longest = 200;

const apostrophes = /[\u2018\u2019\u201A\u201B\u2032\u02BC\uFF07]|(?<=\p{L})[\u00B4\u0060](?=[\p{L}\d])/gu;
const quotationMarks = /"|\u00B4|\u0060|[\u201C-\u201F]|\u2033|\u00AB|\u00BB|\u2039|\u203A/gu;
const dashes = /[\p{Pd}\u2212\u2043]/gu;
const arrows = /\s*(?:-+>|=+>|[\u2192\u21D2\u27A1\u2794]\uFE0F?|(?<=[^\s./])\s*\.{2,}(?=\s*[^\s./)\]!?,;:]))\s*/gu;
const invisible = /(?:[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]|\uFE0E|\uFE0F)+/gu;
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Marks of a range that are no dash are turned into this one, which people do not type. */
export const rangeMark = '\u2192';

/** What somebody typed with one kind of dash, quote, space and digit; undefined when nothing is left or it is too long to be a date. */
export function clean(said: string): string | undefined {
  const trimmed = said.trim();
  if (trimmed.length > longest * 2) return undefined;
  // Compatibility forms come last, since they take an acute accent standing for an apostrophe apart.
  const text = trimmed
    .replace(unseen, '')
    .replace(invisible, ' ')
    .replace(apostrophes, "'")
    .replace(quotationMarks, ' ')
    .normalize('NFKC')
    .replace(dashes, '-')
    .replace(arrows, ` ${rangeMark} `)
    .replace(/ {2,}/g, ' ')
    .trim();
  return text === '' || text.length > longest ? undefined : text;
}

/** The text in small letters without accents, of the same length, so that places in one are places in the other. */
export function fold(text: string): string {
  return Array.from({ length: text.length }, (_, index) => foldUnit(text.charAt(index))).join('');
}

function foldUnit(unit: string): string {
  const plain = unit.normalize('NFD').charAt(0).toLowerCase();
  return plain.length === 1 ? plain : unit;
}
