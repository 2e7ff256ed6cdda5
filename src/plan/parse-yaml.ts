import { type Document, type ErrorCode, isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLError } from 'yaml';
import { type Ground, inOrder, mistakeAt, type Path, type PlanMistake } from './mistake.ts';

/** What a file says, all scalars being texts: a plan has neither numbers nor truth values, and `2022` and `no` mean what they say. */
export type YamlValue = string | undefined | readonly YamlValue[] | { readonly [key: string]: YamlValue };

export type YamlReading = { readonly value: YamlValue; readonly ground: Ground } | { readonly mistakes: readonly PlanMistake[] };

/** In bytes; a plan is some pages of text. */
export const largestFile = 1_000_000;

const tooDeep = 'lists or keys are nested too deeply to be a plan';

/** A plan needs four levels. */
const deepest = 8;

/** Reads a file's YAML into plain values that know their lines. Never throws, and never follows an alias. */
export function parseYaml(text: string, file: string): YamlReading {
  const nowhere: Ground = { file, lineAt: () => undefined };
  const refuse = (said: string): YamlReading => ({ mistakes: [mistakeAt(nowhere, [], said)] });
  if (Buffer.byteLength(text) > largestFile) return refuse('the file is larger than 1 MB, which no plan is');
  const lines = new LineCounter();
  const document = compose(text, lines);
  if (document === undefined) return refuse(tooDeep);
  const wrong = [...document.errors, ...document.warnings];
  if (wrong.length > 0) return { mistakes: firstOfEachLine(inOrder(wrong.map((error) => syntaxMistake(error, nowhere, lines)))) };
  return readTree(document, lines, file);
}

/** What else is found on the same line mostly follows from the first. */
function firstOfEachLine(mistakes: readonly PlanMistake[]): PlanMistake[] {
  return mistakes.filter(({ line }, index) => index === 0 || line !== mistakes[index - 1]?.line);
}

/** The parser's own check for repeated keys compares each with each, so ours is used; its depth is bounded by the stack alone. */
function compose(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    return parseDocument(text, { schema: 'failsafe', uniqueKeys: false, lineCounter, prettyErrors: false });
  } catch {
    return undefined;
  }
}

const syntax: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: 'anchors and aliases (& and *) are not used in plans; write the text out, or put it between quotation marks',
  ALIAS_PROPS: 'anchors and aliases (& and *) are not used in plans; write the text out',
  MULTIPLE_ANCHORS: 'anchors and aliases (& and *) are not used in plans; write the text out',
  BAD_DQ_ESCAPE: 'a backslash stands before a letter that it cannot stand before; write the backslash twice',
  BAD_INDENT: 'this line is not as far to the right as it should be; compare it with the lines above',
  BAD_SCALAR_START: 'a text cannot begin with this sign; put the text between quotation marks',
  BLOCK_AS_IMPLICIT_KEY: 'a text that holds a colon and a space stands without quotation marks; put them around it, or write it below ">-"',
  MULTILINE_IMPLICIT_KEY: 'a colon is missing after a key, or a text of several lines stands without ">-" above it',
  MISSING_CHAR: 'a quotation mark, bracket, comma or colon is missing',
  MULTIPLE_DOCS: 'the file holds more than one document; take out the line "---"',
  RESOURCE_EXHAUSTION: tooDeep,
  TAB_AS_INDENT: 'this line begins with a tab; use spaces',
  TAG_RESOLVE_FAILED: 'tags (!) are not used in plans; put the text between quotation marks',
};

function syntaxMistake({ code, pos }: YAMLError, { file }: Ground, lines: LineCounter): PlanMistake {
  const { line } = lines.linePos(pos[0]);
  const said = syntax[code] ?? 'this cannot be read as YAML; look at the indentation, the colons and the quotation marks here and on the line above';
  return { file, ...(line > 0 && { line }), path: '', said };
}

function readTree({ contents }: Document, counter: LineCounter, file: string): YamlReading {
  const tree = new Tree(counter, file);
  const value = tree.read(contents, []);
  return tree.mistakes.length > 0 ? { mistakes: inOrder(tree.mistakes) } : { value, ground: tree.ground };
}

/** Turns the parser's nodes into plain values, noting the line of each. */
class Tree {
  readonly mistakes: PlanMistake[] = [];
  readonly ground: Ground;
  readonly #counter: LineCounter;
  readonly #lines = new Map<string, number>();

  constructor(counter: LineCounter, file: string) {
    this.#counter = counter;
    this.ground = { file, lineAt: (path) => lineNear(this.#lines, path) };
  }

  read(node: unknown, path: Path): YamlValue {
    this.#note(node, path);
    const refused = refusalOf(node, path);
    if (refused !== undefined) return this.#refuse(node, path, refused);
    if (isMap(node)) return Object.fromEntries(this.#entries(node.items, path));
    if (isSeq(node)) return node.items.map((item, index) => this.read(item, [...path, index]));
    return isScalar(node) ? textOf(node.value, node.type) : undefined;
  }

  #entries(pairs: readonly Pair[], path: Path): Map<string, YamlValue> {
    const entries = new Map<string, YamlValue>();
    for (const { key, value } of pairs) {
      const name = nameOf(key, path);
      const place = [...path, name ?? ''];
      if (name === undefined) this.#refuse(key, path, 'a key should be a plain word');
      else if (entries.has(name)) this.#refuse(key, place, 'this key stands here twice');
      else {
        this.#note(key, place);
        entries.set(name, this.read(value, place));
      }
    }
    return entries;
  }

  /** A key's own line is kept, not that of a text that begins below it. */
  #note(node: unknown, path: Path): void {
    const line = lineOf(node, this.#counter);
    const key = JSON.stringify(path);
    if (line !== undefined && !this.#lines.has(key)) this.#lines.set(key, line);
  }

  #refuse(node: unknown, path: Path, said: string): undefined {
    const line = lineOf(node, this.#counter);
    this.mistakes.push({ ...mistakeAt(this.ground, path, said), ...(line !== undefined && { line }) });
  }
}

function nameOf(key: unknown, path: Path): string | undefined {
  return isScalar(key) && refusalOf(key, path) === undefined ? String(key.value) : undefined;
}

function lineOf(node: unknown, counter: LineCounter): number | undefined {
  return hasRange(node) ? counter.linePos(node.range[0]).line : undefined;
}

/** The line of the nearest thing around a place that has one; a missing key has none of its own. */
function lineNear(lines: ReadonlyMap<string, number>, path: Path): number | undefined {
  const line = lines.get(JSON.stringify(path));
  return line !== undefined || path.length === 0 ? line : lineNear(lines, path.slice(0, -1));
}

function refusalOf(node: unknown, path: Path): string | undefined {
  if (path.length > deepest) return tooDeep;
  if (isAlias(node) || (isNode(node) && node.anchor !== undefined)) return syntax.BAD_ALIAS;
  return isNode(node) && node.tag !== undefined ? syntax.TAG_RESOLVE_FAILED : undefined;
}

function isNode(node: unknown): node is { readonly anchor?: string; readonly tag?: string } {
  return isScalar(node) || isMap(node) || isSeq(node);
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

/** Nothing after a key, `~` and `null` are how YAML leaves something out. */
function textOf(value: unknown, type: unknown): string | undefined {
  const text = typeof value === 'string' ? value : '';
  return type === 'PLAIN' && ['', '~', 'null', 'Null', 'NULL'].includes(text) ? undefined : text;
}
