/** Where in a file something stands: keys and places in lists, from the top. */
export type Path = readonly (string | number)[];

/** What is wrong in a plan's file, in words for whoever wrote it. */
export type PlanMistake = { readonly file: string; readonly line?: number; readonly path: string; readonly said: string };

/** A file that was read far enough to say on which line something stands. */
export type Ground = { readonly file: string; readonly lineAt: (path: Path) => number | undefined };

/** Says what is wrong at a place in a file. */
export function mistakeAt({ file, lineAt }: Ground, path: Path, said: string): PlanMistake {
  const line = lineAt(path);
  return { file, ...(line !== undefined && { line }), path: sayPath(path), said };
}

/** `milestones 3, when`: entries of a list are counted from one. */
function sayPath(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? ` ${step + 1}` : `, ${shown(step)}`))
    .join('')
    .replace(/^[, ]+/, '');
}

/** More would scroll the first ones away, and most follow from them. */
const most = 20;

/** The mistakes as lines for a terminal, in the order of the files. */
export function sayMistakes(mistakes: readonly PlanMistake[]): string[] {
  const lines = mistakes.slice(0, most).map(sayMistake);
  return mistakes.length > most ? [...lines, `... and ${mistakes.length - most} more.`] : lines;
}

function sayMistake({ file, line, path, said }: PlanMistake): string {
  const place = line === undefined ? shown(file) : `${shown(file)}, line ${line}`;
  return path === '' ? `${place}: ${said}.` : `${place}: ${path}: ${said}.`;
}

const longestShown = 120;

/** A file's text as it can be shown in a terminal: on one line, cut, and without anything that would steer the terminal or turn its reading. */
export function shown(text: string, longest = longestShown): string {
  const plain = text
    .slice(0, longest * 2)
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '\u{FFFD}')
    .trim();
  const characters = [...plain];
  return characters.length > longest || text.length > longest * 2 ? `${characters.slice(0, longest).join('')}...` : plain;
}

/** What somebody wrote, in quotation marks. */
export function quoted(text: string): string {
  return `"${shown(text, 60)}"`;
}

/** Keeps mistakes in the order of their lines. */
export function inOrder(mistakes: readonly PlanMistake[]): PlanMistake[] {
  return mistakes.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Why a plan cannot be used, a line for each mistake, for whoever started the program. */
export class PlanMistakes extends Error {
  override readonly name = 'PlanMistakes';
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}
