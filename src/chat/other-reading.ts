import type { Words } from '../text/words.ts';
import { type Card, note } from './card.ts';
import type { Invocation } from './invocation.ts';

/** A date in figures that can be read in two ways: as it was typed, both ways in words, and what asks for the other one. */
export type Ambiguous = { readonly said: string; readonly understood: string; readonly other: string; readonly invoke: Invocation };

/** A card that says how an ambiguous date was understood, with the other reading as a button. */
export function withOtherReading(card: Card, { said, understood, other, invoke }: Ambiguous, { milestone }: Words): Card {
  const button = { kind: 'act', label: milestone.otherReading(other), invoke } as const;
  return { ...card, blocks: [...card.blocks, note(milestone.understoodAs(said, understood))], buttons: [...card.buttons, button] };
}
