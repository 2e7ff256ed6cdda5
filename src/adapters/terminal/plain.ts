// Text that people typed, made harmless for a terminal: it can move no cursor, change no colour, and begin no line of its own.

/** Directional embeddings, overrides and isolates turn the text around them; what is written from right to left gets an isolate of ours. */
const turns = /[\u202A-\u202E\u2066-\u2069]/g;

/** Everything that some terminal, somewhere, takes for the end of a line. */
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

const control = /\p{Cc}/gu;

/** The sign that stands for a control character: ␀ for NUL, ␛ for escape. */
function pictureOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code === 0x7f) return '␡';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD';
}

function tame(text: string): string {
  return text.replace(turns, '').replace(control, pictureOf);
}

/** Data on one line: line ends, tabs and rows of spaces become one space. */
export function plain(text: string): string {
  return tame(
    text
      .toWellFormed()
      .split(lineEnd)
      .join(' ')
      .replace(/[\t ]+/g, ' '),
  );
}

/** Data on its own lines, spaces kept. */
export function plainLines(text: string): readonly string[] {
  return text
    .toWellFormed()
    .split(lineEnd)
    .map((line) => tame(line.replaceAll('\t', '    ')).trimEnd());
}

const rightToLeft = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Text that runs from right to left, kept from reordering what stands beside it. */
export function isolate(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

/** JSON that a terminal may show: what JSON itself leaves raw and a terminal could act on is escaped. */
export function plainJson(value: object): string {
  const risky = /[\u007F-\u009F\u2028-\u202E\u2066-\u2069]/g;
  return JSON.stringify(value, null, 2).replace(risky, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
