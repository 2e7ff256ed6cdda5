import type { Answer } from '../../../src/chat/answer.ts';
import type { Block, Button, Card, Inline, Line } from '../../../src/chat/card.ts';
import { sayInstant } from '../../../src/text/say.ts';
import { wordsFor } from '../../../src/text/words.ts';
import type { Seen } from './seat.ts';

/** Text without what a medium may add to it or take away: spaces, line breaks, marks of direction, the rule beside a quotation. */
export function squeeze(text: string): string {
  return text.replace(/[\s│\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
}

/** Ways to say one thing, of which a reader needs one. */
type Fact = readonly string[];

/** What of an answer cannot be found in what somebody sees; a medium that says that it left something out is believed. */
export function missingFrom({ text, buttons, choices }: Pick<Seen, 'text' | 'buttons' | 'choices'>, answer: Answer): readonly string[] {
  if (answer.kind === 'form') throw new Error('a form is no card');
  const card = answer.kind === 'card' ? answer : answer.card;
  const { surface } = wordsFor(card.language);
  if (text.includes(`(${surface.cut}`) || text.includes(surface.leftOut(2).replace(/^\D*\d+/, ''))) return [];
  const all = squeeze([text, ...buttons, ...choices].join(' '));
  return factsOf(card).flatMap((fact) => (fact.some((said) => all.includes(squeeze(said))) ? [] : [fact[0] ?? '']));
}

/** The labels of the buttons of an answer: those beside the items of its lists, then those below. */
export function labelsOf(answer: Answer): readonly string[] {
  if (answer.kind === 'form') return [];
  const { blocks, buttons } = answer.kind === 'card' ? answer : answer.card;
  const beside = blocks.flatMap((block) => (block.kind === 'list' ? block.items.flatMap(({ button }) => button ?? []) : []));
  return [...beside, ...buttons].map(({ label }) => label);
}

function factsOf({ title, blocks, buttons }: Card): readonly Fact[] {
  return [[title], ...blocks.flatMap(factsIn), ...buttons.filter((button) => !shares(button)).map(({ label }) => [label])];
}

function shares(button: Button): boolean {
  return button.kind === 'act' && button.invoke.shared === true;
}

function factsIn(block: Block): readonly Fact[] {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return lineFacts(block.text);
    case 'heading':
    case 'quote':
      return [[block.text]];
    case 'facts':
      return block.facts.flatMap(({ label, value }) => [[label], ...lineFacts(value)]);
    case 'list':
      return block.items.flatMap(({ text, button }) => [...lineFacts(text), ...(button === undefined ? [] : [[button.label]])]);
    case 'data':
      return [[block.readable]];
    case 'drawing':
      return [[block.text, block.alternative]];
    case 'menu':
      return [[block.label], ...block.choices.flatMap(({ label, detail }) => [[label], ...(detail === undefined ? [] : [[detail]])])];
  }
}

function lineFacts(line: Line): readonly Fact[] {
  return line.flatMap((inline) => inlineFacts(inline));
}

/** A person is shown as each platform shows people; an instant in words of the app or of the bot. */
function inlineFacts(inline: Inline): readonly Fact[] {
  if (typeof inline === 'string') return [[inline]];
  switch (inline.kind) {
    case 'mention':
      return [];
    case 'time':
      return [['en-GB', 'fr'].map((tag) => sayInstant(tag, inline.at, 'UTC'))];
    case 'link':
      return [[inline.text], [inline.url]];
    default:
      return [[inline.text]];
  }
}
