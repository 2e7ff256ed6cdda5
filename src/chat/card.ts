import type { Account } from '../core/account.ts';
import type { Language } from '../core/member.ts';
import type { Invocation } from './invocation.ts';

/** A piece of text inside a line. A bare string is data and never markup, whoever typed it. */
export type Inline =
  | string
  | { readonly kind: 'bold'; readonly text: string }
  /** Something to type, shown as such. */
  | { readonly kind: 'code'; readonly text: string }
  /** An https address under a label of our own. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  /** A person, shown by the platform and pinging nobody: as whichever of their accounts it knows, and in words where it knows none. */
  | { readonly kind: 'mention'; readonly account: Account; readonly others?: readonly Account[] }
  /** An instant, shown in each reader's own zone where the platform can, with the zone and the year elsewhere. */
  | { readonly kind: 'time'; readonly at: Date };

export type Line = readonly Inline[];

export type Fact = { readonly label: string; readonly value: Line };

export type Item = { readonly text: Line; readonly button?: Button };

/** One option of a menu; choosing it is typing its invocation. */
export type MenuChoice = { readonly label: string; readonly detail?: string; readonly invoke: Invocation };

export type Block =
  | { readonly kind: 'paragraph'; readonly text: Line }
  /** Small print: where a fact comes from, what was left out. */
  | { readonly kind: 'note'; readonly text: Line }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  /** Somebody's own words, kept word for word. */
  | { readonly kind: 'quote'; readonly text: string }
  /** What no message holds whole: in words for whoever reads it, and as JSON for a program, which takes nothing before, behind or between its characters. */
  | { readonly kind: 'data'; readonly readable: string; readonly data: object }
  /** A drawing in characters of one width; `alternative` says the same to a screen reader. */
  | { readonly kind: 'drawing'; readonly text: string; readonly alternative: string }
  | { readonly kind: 'menu'; readonly label: string; readonly choices: readonly MenuChoice[] };

export type Act = { readonly kind: 'act'; readonly label: string; readonly invoke: Invocation; readonly style?: 'primary' | 'danger' };

export type Button = Act | { readonly kind: 'open'; readonly label: string; readonly url: string };

/** An answer without a platform. A new kind of block does not compile until every renderer draws it. */
export type Card = {
  readonly kind: 'card';
  readonly language: Language;
  readonly title: string;
  readonly tone: 'plain' | 'good' | 'warning' | 'problem';
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
  /** The asker alone, or everybody in the place where it was asked. */
  readonly audience: 'asker' | 'place';
};

/** A card for its asker alone, plain and with its title alone, as far as nothing else is given. */
export function card({ language }: Pick<Card, 'language'>, given: Pick<Card, 'title'> & Partial<Card>): Card {
  return { kind: 'card', language, tone: 'plain', blocks: [], buttons: [], audience: 'asker', ...given };
}

export function paragraph(...text: Line): Block {
  return { kind: 'paragraph', text };
}

export function note(...text: Line): Block {
  return { kind: 'note', text };
}

/** A list under its heading; nothing where there is nothing. */
export function listed(heading: string, items: readonly Item[]): readonly Block[] {
  return under(heading, items.length > 0 && { kind: 'list', items });
}

/** Somebody's own words under a heading; nothing where there are none. */
export function quoted(heading: string, text = ''): readonly Block[] {
  return under(heading, text !== '' && { kind: 'quote', text });
}

function under(heading: string, block: Block | false): readonly Block[] {
  return block === false ? [] : [{ kind: 'heading', text: heading }, block];
}

/** A button that types a command. */
export function act(label: string, command: string, options: Invocation['options'] = {}, style?: Act['style']): Act {
  return { kind: 'act', label, invoke: { command, options }, ...(style !== undefined && { style }) };
}
