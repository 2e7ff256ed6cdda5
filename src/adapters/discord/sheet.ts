import { type APIComponentInContainer, type APISectionComponent, ComponentType } from 'discord-api-types/v10';
import type { Line } from '../../chat/card.ts';
import type { Words } from '../../text/words.ts';
import { type Escaping, isBlank } from './escape.ts';
import { fitLine } from './render-inline.ts';

type Room = { readonly text: number; readonly components: number };

type Part = { readonly kind: 'text'; readonly lines: string[] } | { readonly kind: 'component'; readonly component: APIComponentInContainer };

/** A message being laid out: what stands on it, how much room is left, and what did not fit. */
export class Sheet {
  readonly words: Words;
  /** The ids that stand on the message; Discord refuses one that stands there twice. */
  readonly ids: Set<string>;
  /** How many things were not shown. */
  leftOut = 0;
  /** Whether something was shown in part. */
  cut = false;
  #room: Room;
  readonly #parts: Part[] = [];

  constructor(words: Words, ids: Set<string>, room: Room) {
    this.words = words;
    this.ids = ids;
    this.#room = room;
  }

  get componentsLeft(): number {
    return this.#room.components;
  }

  /** How many characters the next text may have. */
  get textLeft(): number {
    if (this.#parts.at(-1)?.kind === 'text') return this.#room.text - 1;
    return this.#room.components > 0 ? this.#room.text : 0;
  }

  /** Writes a line as far as there is room, and tells whether any of it is there. */
  writeLine(mark: string, line: Line, escaping: Escaping): boolean {
    const text = this.fit(mark.length, line, escaping);
    if (text !== undefined) this.write(mark + text);
    return text !== undefined;
  }

  /** The line as far as there is room beside so many other characters; what is missing is counted. */
  fit(beside: number, line: Line, escaping: Escaping): string | undefined {
    const { text, whole } = fitLine(this.textLeft - beside, line, this.words, escaping);
    const seen = !isBlank(text);
    if (!whole && seen) this.cut = true;
    if (!whole && !seen) this.leftOut += 1;
    return seen ? text : undefined;
  }

  /** Puts text under the text above it, or begins a new piece of text. */
  write(text: string): void {
    const last = this.#parts.at(-1);
    if (last?.kind === 'text') {
      last.lines.push(text);
      this.#take({ text: text.length + 1, components: 0 });
    } else {
      this.#parts.push({ kind: 'text', lines: [text] });
      this.#take({ text: text.length, components: 1 });
    }
  }

  /** Text with a button beside it. */
  section(text: string, accessory: APISectionComponent['accessory']): void {
    const display = { type: ComponentType.TextDisplay, content: text } as const;
    this.place({ type: ComponentType.Section, components: [display], accessory }, { text: text.length, components: 3 });
  }

  /** Puts down anything but text. */
  place(component: APIComponentInContainer, cost: Room): void {
    this.#parts.push({ kind: 'component', component });
    this.#take(cost);
  }

  finish(): APIComponentInContainer[] {
    return this.#parts.map((part) => (part.kind === 'component' ? part.component : { type: ComponentType.TextDisplay, content: part.lines.join('\n') }));
  }

  #take(cost: Room): void {
    this.#room = { text: this.#room.text - cost.text, components: this.#room.components - cost.components };
  }
}
