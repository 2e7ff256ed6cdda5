import type { Fields, Interaction } from '../../chat/interaction.ts';

/** How much typed text is kept in memory for forms that are opened again, and for how long. */
const bounds = { entries: 500, milliseconds: 86_400_000 } as const;

type Account = Interaction['sender'];

type Kept<T> = { readonly owner: Account; readonly until: number; readonly value: T };

/** Things that people left with us, each for its owner alone, the oldest forgotten first. */
class Memory<T> {
  readonly #kept = new Map<string, Kept<T>>();

  keep(key: string, owner: Account, value: T): void {
    this.#kept.delete(key);
    this.#kept.set(key, { owner, until: Date.now() + bounds.milliseconds, value });
    for (const [oldest] of this.#kept) {
      if (this.#kept.size <= bounds.entries) break;
      this.#kept.delete(oldest);
    }
  }

  find(key: string, owner: Account): T | undefined {
    const kept = this.#kept.get(key);
    return kept?.owner === owner && kept.until > Date.now() ? kept.value : undefined;
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }
}

/** What was typed into forms that were refused, by the key of the form, so that they open again with it. It is also in the message to its author. */
export type Drafts = { readonly typed: Memory<Fields>; readonly labels: Memory<Fields> };

/** Under which the label of a choice is kept. */
export function choiceOf(field: string, value: string): string {
  return `${field}=${value}`;
}

/** `labels` are those of the fields and their choices: a submitted form brings only their names. */
export function openDrafts(): Drafts {
  return { typed: new Memory(), labels: new Memory() };
}
